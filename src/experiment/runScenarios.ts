/**
 * Runs scenarios under common random numbers: replication r of each has the same luck, so that they can be compared
 * pair by pair. Batch size, number of workers and order of arrival do not change one number.
 */
import type { Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import type { RunJob } from "../pool/runner";
import { Collector } from "./collector";
import { inLanes } from "./lanes";
import { planBatches } from "./plan";

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
  experiment: Experiment,
  { runJob, width, batchSizes }: Means,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void = () => {},
): Promise<readonly RunTable[]> {
  const { scenarios, seed, replications, weekly } = experiment;
  const plan = planBatches(scenarios.length, replications, width, batchSizes);
  const report = reporter(scenarios.length, replications, onProgress);
  await inLanes(plan, width, signal, async ({ scenarios: group, ...range }, stop) => {
    for (const scenario of group) {
      const { changes, timeline } = scenarios[scenario];
      const batch = await runJob({ changes, timeline, seed, weekly, ...range }, stop);
      stop.throwIfAborted();
      report.add(scenario, batch);
    }
  });
  return report.tables(replications);
}

/** Counts and collects batches, and hands on what is complete in every scenario. */
function reporter(scenarios: number, replications: number, onProgress: (progress: Progress) => void) {
  const collectors = Array.from({ length: scenarios }, () => new Collector(replications));
  const tables = (count: number) => collectors.map((collector) => collector.table(count));
  const total = scenarios * replications;
  let done = 0;
  let common = 0;
  let latest: readonly RunTable[] | null = null;
  return {
    tables,
    add(scenario: number, batch: Parameters<Collector["add"]>[0]) {
      collectors[scenario].add(batch);
      done += batch.replications;
      const complete = Math.min(...collectors.map(({ prefix }) => prefix));
      if (complete > common) {
        common = complete;
        latest = tables(complete);
      }
      onProgress({ done, total, tables: latest });
    },
  };
}
