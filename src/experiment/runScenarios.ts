/**
 * Runs scenarios under common random numbers: replication r of each has the same luck, so that they can be compared
 * pair by pair. Batch size, number of workers and order of arrival do not change one number.
 */
import type { Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import type { RunJob } from "../pool/runner";
import { Collector } from "./collector";
import { GrowingRun } from "./growingRun";

export interface Experiment {
  /** The first is the base of comparisons. */
  readonly scenarios: readonly Pick<Scenario, "id" | "changes" | "timeline">[];
  readonly seed: string;
  /** Replications of each scenario. */
  readonly replications: number;
  /** Whether the weekly columns are wanted too. */
  readonly weekly: boolean;
}

export interface Progress {
  /** Replications done and asked for, over all scenarios. */
  readonly done: number;
  readonly total: number;
  /** What is complete in every scenario, equally many replications in each; null while there is none. */
  readonly tables: readonly RunTable[] | null;
}

export interface Means {
  readonly runJob: RunJob;
  /** How many jobs to have under way at once: the number of workers. */
  readonly width: number;
  /** Replications a batch, wave by wave; see plan.ts. */
  readonly batchSizes?: readonly number[];
}

/**
 * Runs an experiment and gives one table a scenario, in order. `onProgress` is called after every batch. Rejects with
 * the signal's reason when aborted, and with the first failure of a job, after which nothing more is started.
 */
export async function runScenarios(
  { replications, ...experiment }: Experiment,
  means: Means,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<readonly RunTable[]> {
  const collectors = experiment.scenarios.map(() => new Collector(replications));
  return new GrowingRun(experiment, collectors).to(replications, means, signal, onProgress);
}
