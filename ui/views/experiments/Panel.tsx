/** The frame of every experiment: form, problems, time it will take, Run and Cancel, progress, and the results. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Answered, askKey, createRun, inTime, type RunState } from "../../experimentRun";
import type { Checked, OnDemand } from "../../experiments";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";

interface PanelProps<Ask, Answer> {
  readonly experiment: OnDemand<Ask, Answer>;
  /** What the button says: "Run the sweep". */
  readonly action: string;
  /** What the form asks; null while it cannot be read. */
  readonly ask: Ask | null;
  /** What is wrong beyond single fields, which show their own problems. */
  readonly problems: readonly string[];
  readonly form: ComponentChildren;
  /** Choices of what is shown of the results, which need no other run. */
  readonly view?: ComponentChildren;
  /** The results, and what marks them while they answer another question. */
  readonly results: (answered: Answered<Ask, Answer>, tag: ComponentChildren) => ComponentChildren;
}

export function Panel<Ask, Answer>(props: PanelProps<Ask, Answer>) {
  const { experiment, action, ask, problems, form, view, results } = props;
  const [run] = useState(() => createRun(experiment));
  useEffect(() => () => run.cancel(), [run]);
  const checked = useChecked(experiment, ask);
  const state = run.state.value;
  const shown = run.shown.value;
  const isRunning = state.kind === "running";
  const isStale = shown !== null && (ask === null || askKey(shown.ask) !== askKey(ask));
  const wrong = [...problems, ...(checked?.problems ?? [])];
  const canRun = ask !== null && wrong.length === 0;
  return (
    <div class="experiment-panel">
      <form
        class="experiment-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ask !== null && canRun && !isRunning) void run.start(ask);
        }}
      >
        {form}
        {wrong.map((problem) => (
          <p key={problem} class="problem">
            {problem}
          </p>
        ))}
        <p class="experiment-estimate">{canRun && checked ? estimateOf(checked) : ""}</p>
        <div class="experiment-buttons">
          <button type="submit" class="button" disabled={!canRun || isRunning}>
            {action}
          </button>
          {isRunning && (
            <button type="button" class="button secondary" onClick={run.cancel}>
              Cancel<span class="hidden">: {action}</span>
            </button>
          )}
        </div>
        <Progress state={state} action={action} hasResults={shown !== null} />
      </form>
      <div class={isStale ? "experiment-results out-of-date" : "experiment-results"}>
        {shown && view && <div class="experiment-view">{view}</div>}
        {shown && results(shown, isStale ? <p class="tag stale-tag">Out of date</p> : null)}
      </div>
    </div>
  );
}

/** What is known of the question, worked out when it changes, and when the page's own run has told the pace. */
function useChecked<Ask, Answer>(experiment: OnDemand<Ask, Answer>, ask: Ask | null): Checked | null {
  const { status } = useStore();
  const isDone = status.value.kind === "done";
  return useMemo(() => ask && experiment.check(ask), [experiment, askKey(ask), isDone]);
}

function estimateOf({ runs, atMost, milliseconds }: Checked): string {
  const futures = `${atMost ? "at most " : ""}${formatCount(runs)} simulated futures`;
  if (milliseconds === null) return `This takes ${futures}.`;
  return `This takes ${futures}: ${atMost ? "at most about" : "about"} ${inTime(milliseconds)} on this computer.`;
}

interface ProgressProps {
  readonly state: RunState;
  readonly action: string;
  readonly hasResults: boolean;
}

/** How far it is, for eyes at every step; a status for ears only when it begins and ends. */
function Progress({ state, action, hasResults }: ProgressProps) {
  return (
    <div class="experiment-progress">
      {state.kind === "running" && (
        <>
          <progress
            class="progress"
            aria-label={`Progress: ${action}`}
            value={state.done}
            max={Math.max(1, state.total)}
          />
          <p class="hint">{progressInWords(state)}</p>
        </>
      )}
      <p role="status" class={state.kind === "failed" ? "problem" : "hint"}>
        {endInWords(state, hasResults)}
      </p>
    </div>
  );
}

function progressInWords({ done, total, paused, left }: RunState & { kind: "running" }): string {
  if (paused) return "Paused: the answer above is worked out first.";
  const rest = left === null ? "" : `, about ${inTime(left)} to go`;
  return `${formatCount(done)} of ${formatCount(total)} simulated futures${rest}.`;
}

function endInWords(state: RunState, hasResults: boolean): string {
  const left = hasResults ? " The last results stay." : "";
  switch (state.kind) {
    case "idle":
      return "";
    case "running":
      return "Running.";
    case "done":
      return `Finished in ${inTime(state.milliseconds)}.`;
    case "cancelled":
      return `Cancelled.${left}`;
    case "replaced":
      return `Ended, because another experiment was started.${left}`;
    case "failed":
      return `It could not be finished: ${state.message}${left}`;
  }
}
