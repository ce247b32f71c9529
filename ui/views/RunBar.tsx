/** What the run is doing, what the results on show rest on, and the buttons that start and stop it. */
import type { Results } from "../results";
import { type Store, useStore } from "../state";
import { formatCount } from "../text/format";

export function RunBar() {
  const store = useStore();
  const { status, wanted, notices } = store;
  const isRunning = status.value.kind === "running" || status.value.kind === "waiting";
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
export function stateInWords({
  status,
  shown,
  isStale,
  wanted,
}: Pick<Store, "status" | "shown" | "isStale" | "wanted">) {
  const results = shown.value;
  const state = status.value;
  if (wanted.value === null)
    return "Not run: something that was typed cannot be used. See the sentence beside it.";
  if (state.kind === "running") {
    const counted = `${formatCount(state.done)} of ${formatCount(state.total)} futures done`;
    if (results === null) return `Running: ${counted}.`;
    if (isStale.value) return `Running the new inputs: ${counted}. The results below are out of date.`;
    return `Coarse so far, ${each(results)}: ${counted}.`;
  }
  if (state.kind === "waiting") return "The inputs have changed; a new run starts in a moment.";
  if (results === null) return "There are no results yet.";
  if (isStale.value) return "The results below are out of date: they belong to earlier inputs.";
  if (!results.complete) {
    return `Stopped early: these results rest on ${each(results)}, not on ${formatCount(results.request.replications)}.`;
  }
  return `Finished: ${each(results)}.`;
}

/** The error state: what happened, what is on show, and what to do. */
function Trouble() {
  const { status, shown } = useStore();
  const state = status.value;
  if (state.kind === "cancelled") {
    return <p class="notice">The run was cancelled. Press Run to start it again.</p>;
  }
  if (state.kind !== "failed") return null;
  return (
    <div class="error-box">
      <h3>The run failed</h3>
      <p>{state.message}</p>
      <p>
        {shown.value ? "The results below are the last good ones. " : ""}Press Run to try again. If it fails
        again, choose fewer futures, or reload the page.
      </p>
    </div>
  );
}
