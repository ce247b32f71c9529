/** Job in, batch of numbers out: all that a worker, the command line and the tests call. */
import type { Changes } from "./parameters";
import { MEASURES } from "./record/measures";
import { WEEKLY } from "./record/weekly";
import { replicate } from "./replicate";
// Not from "./scenario", which checks files too: a worker would load the whole of zod for nothing.
import { resolveStages } from "./scenario/stages";
import type { TimelineEntry } from "./scenario/types";
import { WarmUps } from "./warmUps";

/** Consecutive replications of one scenario. Plain data, so that it can be posted to a worker. */
export interface Job {
  /** Parameter ids and values that differ from the defaults (checked: see scenario.ts). */
  readonly changes: Changes;
  readonly timeline: readonly TimelineEntry[];
  readonly seed: string;
  /** Index of the first replication; the batch holds `firstReplication … firstReplication + replications − 1`. */
  readonly firstReplication: number;
  readonly replications: number;
  /** Whether the weekly columns are wanted too. */
  readonly weekly: boolean;
}

export interface Batch {
  readonly firstReplication: number;
  readonly replications: number;
  /** Replications × MEASURES, row by row; NaN where a measure has no value (nobody was seen, say). */
  readonly measures: Float64Array<ArrayBuffer>;
  /** Replications × WEEKLY × weeks, row by row; null unless asked for. */
  readonly weekly: Float64Array<ArrayBuffer> | null;
  readonly weeks: number;
  /** Events executed, warm-up included. */
  readonly events: number;
}

/** Kept from one job to the next, for other scenarios of the same replications. */
const warmUps = new WarmUps();

/** Runs the job: the same numbers whatever batch, worker or machine a replication falls to. */
export function runBatch(job: Job): Batch {
  const stages = resolveStages(job.changes, job.timeline);
  const measures = new Float64Array(job.replications * MEASURES.length);
  let weekly: Float64Array<ArrayBuffer> | null = null;
  let weeks = 0;
  let events = 0;
  for (let r = 0; r < job.replications; r++) {
    const replication = replicate(stages, job.seed, job.firstReplication + r, {
      weekly: job.weekly,
      warmUps,
    });
    MEASURES.forEach((measure, m) => {
      measures[r * MEASURES.length + m] = measure.take(replication.recorded);
    });
    if (replication.weekly) {
      weeks = replication.weekly.weeks;
      weekly ??= new Float64Array(job.replications * WEEKLY.length * weeks);
      weekly.set(replication.weekly.values, r * WEEKLY.length * weeks);
    }
    events += replication.events;
  }
  return {
    firstReplication: job.firstReplication,
    replications: job.replications,
    measures,
    weekly,
    weeks,
    events,
  };
}
