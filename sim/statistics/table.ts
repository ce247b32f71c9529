/** The results of one scenario as a table, put together from batches, and its columns. */
import { mean } from "d3-array";
import type { Batch } from "../batch";
import { MEASURES } from "../record/measures";
import { WEEKLY } from "../record/weekly";
import { percentile, presentSorted } from "./summary";

/** Replications 0 … n − 1 of one scenario. */
export interface RunTable {
  readonly replications: number;
  /** Replications × MEASURES, row by row; NaN where a measure has no value. */
  readonly measures: Float64Array;
  /** Replications × WEEKLY × weeks, row by row; null unless it was asked for. */
  readonly weekly: Float64Array | null;
  readonly weeks: number;
}

/** Mean and 10th and 90th percentile over replications, week by week. */
export interface Bands {
  readonly mean: Float64Array;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
}

/** One measure in every replication. Throws when there is no such measure. */
export function column(
  { replications, measures }: Pick<RunTable, "replications" | "measures">,
  measure: number,
): Float64Array {
  const width = MEASURES.length;
  if (!(measure >= 0 && measure < width))
    throw new Error(`There is no measure ${measure}; there are ${width}.`);
  const values = new Float64Array(replications);
  for (let r = 0; r < replications; r++) values[r] = measures[r * width + measure];
  return values;
}

/**
 * The band of one weekly series. Replications without a value in a week (nobody was seen, say) are left out of that
 * week; a week without any value is NaN. Throws when there are no weekly columns, or no such series.
 */
export function bands({ replications, weekly, weeks }: RunTable, series: number): Bands {
  if (weekly === null) throw new Error("These results have no weekly columns; they were not asked for.");
  if (!(series >= 0 && series < WEEKLY.length)) {
    throw new Error(`There is no weekly series ${series}; there are ${WEEKLY.length}.`);
  }
  return bandOver(weeks, replications, (r, t) => weekly[(r * WEEKLY.length + series) * weeks + t]);
}

/** The band over replications of numbers given as `valueAt(replication, week)`, NaN where there is none. */
export function bandOver(
  weeks: number,
  replications: number,
  valueAt: (replication: number, week: number) => number,
): Bands {
  const band = { mean: new Float64Array(weeks), p10: new Float64Array(weeks), p90: new Float64Array(weeks) };
  const week = new Float64Array(replications);
  for (let t = 0; t < weeks; t++) {
    for (let r = 0; r < replications; r++) week[r] = valueAt(r, t);
    const sorted = presentSorted(week);
    band.mean[t] = mean(sorted) ?? Number.NaN;
    band.p10[t] = percentile(sorted, 0.1);
    band.p90[t] = percentile(sorted, 0.9);
  }
  return band;
}

/**
 * One table from batches in any order. Throws, with the numbers, unless they hold every replication from 0 on
 * exactly once, and weekly columns of one length in all of them or in none.
 */
export function assemble(batches: readonly Batch[]): RunTable {
  const ordered = [...batches].sort((a, b) => a.firstReplication - b.firstReplication);
  const replications = ordered.reduce(follow, 0);
  const { weeks = 0, weekly = null } = ordered[0] ?? {};
  for (const batch of ordered) {
    if (batch.weeks !== weeks || (batch.weekly === null) !== (weekly === null)) {
      throw new Error(`Batches of different kinds: ${describe(ordered[0])} and ${describe(batch)}.`);
    }
  }
  return {
    replications,
    measures: joined(ordered.map((batch) => batch.measures)),
    weekly: weekly === null ? null : joined(ordered.flatMap((batch) => batch.weekly ?? [])),
    weeks,
  };
}

/** The replication that must come after this batch, if it begins with the `expected` one. */
function follow(expected: number, { firstReplication: first, replications }: Batch): number {
  if (first !== expected) {
    const fault = first > expected ? "missing" : "there twice";
    throw new Error(`A batch begins with replication ${first}, not ${expected}: some are ${fault}.`);
  }
  return first + replications;
}

const describe = ({ weeks, weekly }: Batch): string =>
  `${weekly === null ? "no weekly columns" : "weekly columns"}, ${weeks} weeks`;

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
