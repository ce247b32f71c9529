/** What the run is doing, what the results on show rest on, and the buttons that start and stop it. */
import type { Results } from "../results";
import { FUTURES, UNTIL_PRECISE } from "../settings";
import { type Store, useStore } from "../state";
import { formatCount } from "../text/format";
import { stoppedSentence } from "../text/stopped";
import { text } from "../text/text";

export function RunBar() {
  const store = useStore();
  const { status, wanted, notices, shown, isStale } = store;
  const isRunning = status.value.kind === "running" || status.value.kind === "waiting";
  const results = shown.value;
  // Loud only where there is something to run.
  const isAnswered = results?.complete === true && !isStale.value;
  return (
    <div class="run-bar">
      <div class="run-line">
        <p class="run-text">{stateInWords(store)}</p>
        {isRunning ? (
          <button type="button" class="button secondary" onClick={store.cancel}>
            {text.run.cancel}
          </button>
        ) : (
          <button
            type="button"
            class={isAnswered ? "button secondary" : "button"}
            disabled={wanted.value === null}
            onClick={store.run}
          >
            {text.run.run}
          </button>
        )}
      </div>
      <Progress />
      {wanted.value?.precision !== undefined && (
        <p class="run-why">{results && !isStale.value ? stoppedSentence(results) : null}</p>
      )}
      <Trouble />
      {notices.value.map((notice) => (
        <p key={notice} class="notice">
          {notice}
        </p>
      ))}
    </div>
  );
}

/** Always there, so that nothing moves when a run starts or ends. */
function Progress() {
  const { status } = useStore();
  const state = status.value;
  const [done, total] = state.kind === "running" ? [state.done, state.total] : [0, 1];
  return (
    <progress
      class={state.kind === "running" ? "progress" : "progress idle"}
      aria-label={text.run.progress}
      aria-hidden={state.kind === "running" ? undefined : "true"}
      value={done}
      max={total}
    />
  );
}

const each = (results: Results): string => text.run.each(formatCount(results.futures));

/** One line: what is on show, and what is going on. */
export function stateInWords(
  store: Pick<Store, "status" | "shown" | "isStale" | "wanted" | "unlike" | "stage">,
): string {
  const { status, shown, isStale, wanted, unlike, stage } = store;
  const results = shown.value;
  const state = status.value;
  const said = text.run;
  if (unlike.value.length > 0) return said.notCompared;
  if (wanted.value === null) return said.notUsable;
  if (state.kind === "running") return runningInWords(store);
  if (state.kind === "waiting") return said.waiting;
  if (results === null) return said.noResults;
  if (isStale.value) return said.outOfDate;
  if (!results.complete) {
    const { precision, replications } = results.request;
    return precision === undefined
      ? said.stoppedEarly(each(results), formatCount(replications))
      : said.stoppedBeforePrecise(each(results));
  }
  return (stage.isDrawn.value ? said.finished : said.drawing)(each(results));
}

function runningInWords({
  status,
  shown,
  isStale,
  wanted,
}: Pick<Store, "status" | "shown" | "isStale" | "wanted">) {
  const state = status.value;
  if (state.kind !== "running") return "";
  const { counted, countedAbout, running, runningNew, coarse } = text.run;
  const count = wanted.value?.precision === undefined ? counted : countedAbout;
  const done = count(formatCount(state.done), formatCount(state.total));
  if (shown.value === null) return running(done);
  return isStale.value ? runningNew(done) : coarse(each(shown.value), done);
}

/** The error state: what happened, what is on show, and what to do. */
function Trouble() {
  const store = useStore();
  const { status, unlike } = store;
  const state = status.value;
  const last = lastGood(store);
  if (unlike.value.length > 0) return <Unlike reasons={unlike.value} />;
  if (state.kind === "cancelled") {
    return <p class="notice">{sentences(text.run.cancelled, last, text.run.goOn)}</p>;
  }
  if (state.kind !== "failed") return null;
  return (
    <div class="error-box">
      <h3>{text.run.failed}</h3>
      <p>{state.message}</p>
      <p>{sentences(last, text.run.tryAgain)}</p>
      <FewerFutures />
    </div>
  );
}

/** Sentences one after another; those that have nothing to say are left out. */
const sentences = (...all: readonly string[]): string => all.filter((one) => one !== "").join(" ");

/** What the results below are after a run that did not end. */
function lastGood({ shown, isStale }: Pick<Store, "shown" | "isStale">): string {
  if (shown.value === null) return "";
  return isStale.value ? text.run.lastGood : text.run.goodButFew(each(shown.value));
}

/** A way on after a run that was too large. */
function FewerFutures() {
  const { futures, set } = useStore();
  const fewest = FUTURES.find((count) => count !== UNTIL_PRECISE) ?? FUTURES[0];
  if (futures.value === fewest) return null;
  return (
    <button type="button" class="button secondary" onClick={() => set({ futures: fewest })}>
      {text.run.runFewer(formatCount(fewest))}
    </button>
  );
}

/** The guard: runs that are not alike are not compared. */
function Unlike({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <div class="error-box">
      <h3>{text.run.unlike}</h3>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>{text.run.makeAlike}</p>
    </div>
  );
}
