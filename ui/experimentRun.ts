/** One experiment of the page: runs when asked for, keeps its last answer with the question that it answers. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ExperimentProgress, OnDemand } from "./experiments";
import { formatDecimal } from "./text/format";
import { text } from "./text/text";

export type RunState =
  | { readonly kind: "idle" }
  | ({
      readonly kind: "running";
      /** About how long it still takes (ms); null while it cannot be told. */
      readonly left: number | null;
    } & ExperimentProgress)
  | { readonly kind: "done"; readonly milliseconds: number }
  | { readonly kind: "cancelled" }
  /** Another experiment was started. */
  | { readonly kind: "replaced" }
  | { readonly kind: "failed"; readonly message: string };

export interface Answered<Ask, Answer> {
  readonly ask: Ask;
  readonly answer: Answer;
}

export interface ExperimentRun<Ask, Answer> {
  readonly state: ReadonlySignal<RunState>;
  /** The last answer, whatever is asked now. */
  readonly shown: ReadonlySignal<Answered<Ask, Answer> | null>;
  readonly start: (ask: Ask) => Promise<void>;
  readonly cancel: () => void;
}

/** Time (ms) after which the pace of what is done tells how long the rest takes. */
const TELLING = 1500;

/** Runs `experiment` on request. A new start ends the one before, of which nothing is heard any more. */
export function createRun<Ask, Answer>(
  experiment: OnDemand<Ask, Answer>,
  now: () => number = () => performance.now(),
): ExperimentRun<Ask, Answer> {
  const state = signal<RunState>({ kind: "idle" });
  const shown = signal<Answered<Ask, Answer> | null>(null);
  let current = new AbortController();

  async function start(ask: Ask): Promise<void> {
    current.abort();
    const mine = new AbortController();
    current = mine;
    const started = now();
    state.value = { kind: "running", done: 0, total: 0, paused: false, left: null };
    const listen = (progress: ExperimentProgress): void => {
      if (mine !== current) return;
      const left = timeLeft(progress, now() - started);
      state.value = { kind: "running", ...progress, left };
    };
    try {
      const answer = await experiment.run(ask, listen, mine.signal);
      if (mine !== current) return;
      shown.value = { ask, answer };
      state.value = { kind: "done", milliseconds: now() - started };
    } catch (error) {
      if (mine === current) state.value = failure(error);
    }
  }

  return {
    state,
    shown,
    start,
    cancel: () => {
      current.abort();
      current = new AbortController();
      state.value = { kind: "cancelled" };
    },
  };
}

function timeLeft({ done, total }: ExperimentProgress, passed: number): number | null {
  return done === 0 || passed < TELLING ? null : ((total - done) * passed) / done;
}

function failure(error: unknown): RunState {
  if (error instanceof Error && error.name === "AbortError") return { kind: "replaced" };
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}

/** Two questions with the same key have the same answer. */
export const askKey = (ask: unknown): string => JSON.stringify(ask);

/** "40 seconds", "3 minutes", "1.5 hours". */
export function inTime(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 90) return text.format.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? text.format.minutes(minutes) : text.format.hours(formatDecimal(seconds / 3600, 1));
}
