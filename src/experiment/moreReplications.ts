/** Replications added to those there are: the same numbers as if all had been asked for at once. */
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { RunTable } from "../../sim/statistics";
import type { RunJob } from "../pool/runner";
import { type Experiment, type Means, type Progress, runScenarios } from "./runScenarios";

/**
 * `known`, one table a scenario or none yet, with what is missing to the experiment's number of replications. Rejects
 * as runScenarios does; progress counts what is known as done.
 */
export async function withMoreReplications(
  known: readonly RunTable[],
  experiment: Experiment,
  means: Means & { readonly signal: AbortSignal },
  onProgress: (progress: Progress) => void,
): Promise<readonly RunTable[]> {
  const before = known.length > 0 ? known[0].replications : 0;
  const scenarios = experiment.scenarios.length;
  const added = await runScenarios(
    { ...experiment, replications: experiment.replications - before },
    { ...means, runJob: startingAt(before, means.runJob) },
    means.signal,
    ({ done, total, tables }) =>
      onProgress({
        done: done + before * scenarios,
        total: total + before * scenarios,
        tables: before > 0 ? known : tables,
      }),
  );
  return before === 0 ? added : added.map((table, s) => joined(known[s], table));
}

/** Runs jobs whose replications are counted from `first` on. */
const startingAt =
  (first: number, runJob: RunJob): RunJob =>
  async (job, signal) => {
    const batch = await runJob({ ...job, firstReplication: job.firstReplication + first }, signal);
    return { ...batch, firstReplication: batch.firstReplication - first };
  };

function joined(a: RunTable, b: RunTable): RunTable {
  return {
    replications: a.replications + b.replications,
    measures: concat(a.measures, b.measures),
    weekly: a.weekly && b.weekly && concat(a.weekly, b.weekly),
    weeks: a.weeks,
  };
}

function concat(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** The first `replications` of a table: a view. */
export function firstOf({ measures, weekly, weeks }: RunTable, replications: number): RunTable {
  return {
    replications,
    measures: measures.subarray(0, replications * MEASURES.length),
    weekly: weekly?.subarray(0, replications * WEEKLY.length * weeks) ?? null,
    weeks,
  };
}
