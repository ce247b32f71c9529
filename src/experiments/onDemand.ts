/** Experiments that the page runs when they are asked for: one at a time, after the page's own answer. */
import type { Checked, ExperimentProgress, OnDemand } from "../../ui/experiments";
import type { Means } from "../experiment/runScenarios";
import type { Pace } from "../pace";
import type { RunJob } from "../pool/runner";
import type { Turns } from "../turns";

/** The workers, how many there are, whose turn it is, and how quick they are. */
export interface Workplace {
  readonly runJob: RunJob;
  readonly width: number;
  readonly turns: Turns;
  readonly pace: Pace;
}

export interface Bench {
  readonly workplace: Workplace;
  /** Ends the experiment that runs, and gives the signal that will end the next. */
  readonly takeOver: (signal: AbortSignal) => AbortSignal;
}

/** A bench at which a new experiment ends the one before it, whose promise rejects with an AbortError. */
export function createBench(workplace: Workplace): Bench {
  let latest = new AbortController();
  return {
    workplace,
    takeOver: (signal) => {
      latest.abort(new DOMException("A newer experiment has taken its place.", "AbortError"));
      latest = new AbortController();
      return AbortSignal.any([signal, latest.signal]);
    },
  };
}

/** What an experiment comes to before it is run; `work` as in pace.ts, over all its runs. */
export interface Plan extends Pick<Checked, "problems" | "runs" | "atMost"> {
  readonly work: number;
}

/** The plan of an experiment that cannot be run. */
export const refused = (problems: readonly string[]): Plan => ({ problems, runs: 0, work: 0, atMost: false });

interface Parts<Ask, Answer> {
  readonly plan: (ask: Ask) => Plan;
  readonly run: (
    ask: Ask,
    means: Means,
    signal: AbortSignal,
    show: (progress: Pick<ExperimentProgress, "done" | "total">) => void,
  ) => Promise<Answer>;
}

/** Small batches: the page's own answer never waits long for one to end. */
const BATCH_SIZES = [1, 2, 4];

/** The experiment as the page asks for it. */
export function onDemand<Ask, Answer>(
  { workplace: { runJob, width, turns, pace }, takeOver }: Bench,
  { plan, run }: Parts<Ask, Answer>,
): OnDemand<Ask, Answer> {
  return {
    check: (ask) => {
      const { work, ...checked } = plan(ask);
      return { ...checked, milliseconds: pace.estimate(work, width) };
    },
    run: async (ask, onProgress, signal) => {
      const stop = takeOver(signal);
      const { problems, runs } = plan(ask);
      if (problems.length > 0) throw new Error(problems.join(" "));
      let last = { done: 0, total: runs };
      const tell = () => onProgress({ ...last, paused: turns.isTaken });
      const inTurn: RunJob = async (job, jobSignal) => {
        if (turns.isTaken) {
          tell();
          await turns.free(jobSignal);
          tell();
        }
        return runJob(job, jobSignal);
      };
      tell();
      return run(ask, { runJob: inTurn, width, batchSizes: BATCH_SIZES }, stop, (progress) => {
        last = { done: progress.done, total: progress.total };
        tell();
      });
    },
  };
}

/** `work` remembered by its argument: one measure is looked at again and again. */
export function remembered<Key, Result>(work: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}
