/** The frame of every experiment: form, problems, time it will take, Run and Cancel, progress, and the results. */
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Answered, askKey, createRun, inTime, type RunState } from "../../experimentRun";
import type { ExperimentId } from "../../experimentState";
import type { Checked, OnDemand } from "../../experiments";
import type { Mark } from "../../mark";
import type { ExperimentReport } from "../../packs/report";
import { useStore } from "../../state";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";

interface PanelProps<Ask, Answer> {
  readonly id: ExperimentId;
  readonly experiment: OnDemand<Ask, Answer>;
  /** What the button says: "Run the sweep". */
  readonly action: string;
  /** What the form asks; null while it cannot be read. */
  readonly ask: Ask | null;
  /** What is wrong beyond single fields, which show their own problems. */
  readonly problems: readonly string[];
  /** What could not be taken from a link; it does not keep anything from being run. */
  readonly notices: readonly string[];
  readonly form: ComponentChildren;
  /** Choices of what is shown of the results, which need no other run. */
  readonly view?: ComponentChildren;
  /** The results, and what marks them while they answer another question. */
  readonly results: (answered: Answered<Ask, Answer>, mark: Mark | null) => ComponentChildren;
  /** The same for packs. */
  readonly report: (answered: Answered<Ask, Answer>) => ExperimentReport;
}

export function Panel<Ask, Answer>(props: PanelProps<Ask, Answer>) {
  const { id, experiment, action, ask, problems, notices, form, view, results, report } = props;
  const [run] = useState(() => createRun(experiment));
  useEffect(() => () => run.cancel(), [run]);
  const checked = useChecked(experiment, ask);
  const state = run.state.value;
  const shown = run.shown.value;
  const isRunning = state.kind === "running";
  const isStale = shown !== null && (ask === null || askKey(shown.ask) !== askKey(ask));
  useReport(id, shown && (() => report(shown)), isStale);
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
        {notices.map((notice) => (
          <p key={notice} class="hint">
            {notice}
          </p>
        ))}
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
              {text.experiments.cancel}
              <span class="hidden">: {action}</span>
            </button>
          )}
        </div>
        <Progress state={state} action={action} hasResults={shown !== null} />
      </form>
      <div class={isStale ? "experiment-results out-of-date" : "experiment-results"}>
        {shown && view && <div class="experiment-view">{view}</div>}
        {shown && results(shown, isStale ? { kind: "stale", words: text.experiments.outOfDate } : null)}
      </div>
    </div>
  );
}

/** Leaves what was found where packs look for it, as it is on show when they do. */
function useReport(id: ExperimentId, report: (() => ExperimentReport) | null, isOutOfDate: boolean): void {
  const { ran } = useStore().experiments;
  const latest = useRef(report);
  latest.current = report;
  const hasRun = report !== null;
  useEffect(() => {
    if (!hasRun) return;
    ran.value = { ...ran.value, [id]: { isOutOfDate, report: () => latest.current!() } };
  }, [ran, id, hasRun, isOutOfDate]);
}

/** What is known of the question, worked out when it changes, and when the page's own run has told the pace. */
function useChecked<Ask, Answer>(experiment: OnDemand<Ask, Answer>, ask: Ask | null): Checked | null {
  const { status } = useStore();
  const isDone = status.value.kind === "done";
  return useMemo(() => ask && experiment.check(ask), [experiment, askKey(ask), isDone]);
}

function estimateOf({ runs, atMost, milliseconds }: Checked): string {
  const words = text.experiments;
  const futures = (atMost ? words.atMostFutures : words.futures)(formatCount(runs));
  if (milliseconds === null) return words.takes(futures);
  return words.takesTime(futures, (atMost ? words.atMostAbout : words.about)(inTime(milliseconds)));
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
            aria-label={text.experiments.progress(action)}
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
  const words = text.experiments;
  if (paused) return words.paused;
  const [is, all] = [done, total].map(formatCount);
  return left === null ? words.done(is, all) : words.doneAndLeft(is, all, inTime(left));
}

function endInWords(state: RunState, hasResults: boolean): string {
  const words = text.experiments;
  const ended = (sentence: string): string => (hasResults ? `${sentence} ${words.lastStay}` : sentence);
  switch (state.kind) {
    case "idle":
      return "";
    case "running":
      return words.running;
    case "done":
      return words.finished(inTime(state.milliseconds));
    case "cancelled":
      return ended(words.cancelled);
    case "replaced":
      return ended(words.replaced);
    case "failed":
      return ended(words.failed(state.message));
  }
}
