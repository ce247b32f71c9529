/** What the run is doing, what the results on show rest on, and the buttons that start and stop it. */
import type { Results } from "../results";
import { FUTURES, UNTIL_PRECISE } from "../settings";
import { type Store, useStore } from "../state";
import { formatCount } from "../text/format";
import { stoppedSentence } from "../text/stopped";

export function RunBar() {
  const store = useStore();
  const { status, wanted, notices, shown, isStale } = store;
  const isRunning = status.value.kind === "running" || status.value.kind === "waiting";
  const results = shown.value;
  return (
    <div class="run-bar">
      <div class="run-line">
        <p class="run-text">{stateInWords(store)}</p>
        {isRunning ? (
          <button type="button" class="button secondary" onClick={store.cancel}>
            Cancel
          </button>
        ) : (
          <button type="button" class="button" disabled={wanted.value === null} onClick={store.run}>
            Run
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
      aria-label="Progress of the run"
      aria-hidden={state.kind === "running" ? undefined : "true"}
      value={done}
      max={total}
    />
  );
}

const each = (results: Results): string =>
  `${formatCount(results.futures)} simulated futures of each scenario`;

/** One line: what is on show, and what is going on. */
export function stateInWords(
  store: Pick<Store, "status" | "shown" | "isStale" | "wanted" | "unlike" | "stage">,
): string {
  const { status, shown, isStale, wanted, unlike, stage } = store;
  const results = shown.value;
  const state = status.value;
  if (unlike.value.length > 0) return "Not run: these scenarios cannot be compared. The reasons stand below.";
  if (wanted.value === null)
    return "Not run: something that was typed cannot be used. See the sentence beside it.";
  if (state.kind === "running") return runningInWords(store);
  if (state.kind === "waiting") return "The inputs have changed; a new run starts in a moment.";
  if (results === null) return "There are no results yet.";
  if (isStale.value) return "The results below are out of date: they belong to earlier inputs.";
  if (!results.complete) {
    const { precision, replications } = results.request;
    const instead = precision === undefined ? formatCount(replications) : "as many as make it precise";
    return `Stopped early: these results rest on ${each(results)}, not on ${instead}.`;
  }
  if (!stage.isDrawn.value) return `All ${each(results)} are done; the last picture is being drawn.`;
  return `Finished: ${each(results)}.`;
}

function runningInWords({
  status,
  shown,
  isStale,
  wanted,
}: Pick<Store, "status" | "shown" | "isStale" | "wanted">) {
  const state = status.value;
  if (state.kind !== "running") return "";
  const about = wanted.value?.precision === undefined ? "" : "about ";
  const counted = `${formatCount(state.done)} of ${about}${formatCount(state.total)} futures done`;
  if (shown.value === null) return `Running: ${counted}.`;
  if (isStale.value) return `Running the new inputs: ${counted}. The results below are out of date.`;
  return `Coarse so far, ${each(shown.value)}: ${counted}.`;
}

/** The error state: what happened, what is on show, and what to do. */
function Trouble() {
  const { status, shown, unlike } = useStore();
  const state = status.value;
  const last = lastGood(useStore());
  if (unlike.value.length > 0) return <Unlike reasons={unlike.value} />;
  if (state.kind === "cancelled") {
    return <p class="notice">The run was cancelled. {last}Press Run to go on.</p>;
  }
  if (state.kind !== "failed") return null;
  return (
    <div class="error-box">
      <h3>The run failed</h3>
      <p>{state.message}</p>
      <p>
        {shown.value ? last : ""}Press Run to try again: what was done already is not lost. If it fails again,
        choose fewer futures, or reload the page.
      </p>
      <FewerFutures />
    </div>
  );
}

/** What the results below are after a run that did not end. */
function lastGood({ shown, isStale }: Pick<Store, "shown" | "isStale">): string {
  if (shown.value === null) return "";
  return isStale.value
    ? "The results below are the last good ones, of earlier inputs. "
    : `The results below are good, but rest on ${each(shown.value)} only. `;
}

/** A way on after a run that was too large. */
function FewerFutures() {
  const { futures } = useStore();
  const fewest = FUTURES.find((count) => count !== UNTIL_PRECISE) ?? FUTURES[0];
  if (futures.value === fewest) return null;
  return (
    <button type="button" class="button secondary" onClick={() => (futures.value = fewest)}>
      Run {formatCount(fewest)} futures instead
    </button>
  );
}

/** The guard: runs that are not alike are not compared. */
function Unlike({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <div class="error-box">
      <h3>Not compared, since the runs would not be alike</h3>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>Give them the same values, or take one of them out of the comparison.</p>
    </div>
  );
}
