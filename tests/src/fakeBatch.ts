/** A stand-in for the model: numbers that depend on scenario, seed and replication only, made in no time. */
import type { Batch, Job } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";

const WEEKS = 3;

/** The batch a job would give if replication r's k-th number were a hash of what was asked, r and k. */
export function fakeBatch(job: Job): Batch {
  const { changes, timeline, seed, firstReplication, replications, weekly } = job;
  const rows = (columns: number) => {
    const values = new Float64Array(replications * columns);
    for (let i = 0; i < values.length; i++) {
      const r = firstReplication + Math.floor(i / columns);
      values[i] = hash(`${JSON.stringify([changes, timeline, seed])}/${r}/${i % columns}`);
    }
    return values;
  };
  return {
    firstReplication,
    replications,
    measures: rows(MEASURES.length),
    weekly: weekly ? rows(WEEKLY.length * WEEKS) : null,
    weeks: WEEKS,
    events: 0,
  };
}

/** A number from 0 to 1 for a text (FNV-1a). */
function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h >>> 0) / 2 ** 32;
}
