/** Jobs that are run once: what is in the journal already is taken from there, the rest is run and written to it. */
import type { Job } from "../../sim/batch";
import type { RunJob } from "../pool/runner";
import { type Arm, keyOf } from "./arms";
import type { Cells } from "./cells";
import type { Journal } from "./journal";

/**
 * `runJob` with a memory. Weekly columns are asked for when `cells` keeps them, and go to the disk only: no batch that
 * is given back has any. Jobs of other arms than `arms` are run, and not remembered.
 */
export function journalled(runJob: RunJob, arms: readonly Arm[], cells: Cells, journal: Journal): RunJob {
  const armOf = new Map(arms.map((arm, a) => [keyOf(arm), a]).reverse() as [string, number][]);
  return async (job, signal) => {
    const arm = armOf.get(keyOf(job));
    if (arm === undefined) return runJob(job, signal);
    for (const part of missing(job, (replication) => cells.has(arm, replication))) {
      const batch = await runJob({ ...job, ...part, weekly: cells.weekly }, signal);
      signal.throwIfAborted();
      journal.append(arm, batch);
    }
    return cells.batch(arm, job.firstReplication, job.replications);
  };
}

/** The runs of consecutive replications of the job that are not there yet. */
function missing(
  { firstReplication, replications }: Job,
  isThere: (replication: number) => boolean,
): Pick<Job, "firstReplication" | "replications">[] {
  const parts: { firstReplication: number; replications: number }[] = [];
  for (let r = firstReplication; r < firstReplication + replications; r++) {
    if (isThere(r)) continue;
    const last = parts[parts.length - 1];
    if (last && last.firstReplication + last.replications === r) last.replications++;
    else parts.push({ firstReplication: r, replications: 1 });
  }
  return parts;
}
