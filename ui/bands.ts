/** Mean and P10–P90 of series over futures: what the charts draw. NaN stands where there is no value. */
import { mean, quantileSorted } from "d3-array";
import type { Results } from "./results";

export interface Band {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Point by point over rows of equal length, one row a future. Values that are NaN are left out. */
export function bandOver(rows: readonly ArrayLike<number>[]): Band {
  const points = rows[0]?.length ?? 0;
  const band: Band = {
    mean: new Float64Array(points).fill(Number.NaN),
    low: new Float64Array(points).fill(Number.NaN),
    high: new Float64Array(points).fill(Number.NaN),
  };
  for (let i = 0; i < points; i++) {
    const values = Float64Array.from(rows, (row) => row[i])
      .filter(Number.isFinite)
      .sort();
    if (values.length === 0) continue;
    const sorted = Array.from(values);
    band.mean[i] = mean(sorted) as number;
    band.low[i] = quantileSorted(sorted, 0.1) as number;
    band.high[i] = quantileSorted(sorted, 0.9) as number;
  }
  return band;
}

/** The weekly column `id` of scenario `s` over its futures. */
export function weeklyBand(results: Results, s: number, id: string): Band {
  return results.once(`weekly ${s} ${id}`, () => bandOver(futures(results, s, id)));
}

/** As `weeklyBand`, of means over four weeks, so that a column of few people a week can be read. */
export function fourWeekBand(results: Results, s: number, id: string): Band {
  return results.once(`four weeks ${s} ${id}`, () =>
    bandOver(futures(results, s, id).map((row) => groupMeans(row, 4))),
  );
}

function futures(results: Results, s: number, id: string): Float64Array[] {
  return Array.from({ length: results.tables[s].replications }, (_, r) => results.weekly(s, r, id));
}

/** Means of `size` values at a time, a shorter group at the end left out; NaN values are left out of each mean. */
export function groupMeans(row: ArrayLike<number>, size: number): Float64Array {
  return Float64Array.from({ length: Math.floor(row.length / size) }, (_, g) => {
    const values = Array.from({ length: size }, (_, i) => row[g * size + i]).filter(Number.isFinite);
    return values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;
  });
}

const WEEKS_PER_YEAR = 52;

/** Turnover of each whole year (or of the whole record, if shorter): leavers per filled WTE-year. */
export function yearlyTurnover(results: Results, s: number): Band {
  return results.once(`turnover ${s}`, () => {
    const leavers = futures(results, s, "leavers");
    const filled = futures(results, s, "filledPosts");
    return bandOver(leavers.map((row, r) => turnoverByYear(row, filled[r])));
  });
}

/** Leavers of each year over the mean number of filled posts in it, for one future. */
export function turnoverByYear(leavers: ArrayLike<number>, filled: ArrayLike<number>): Float64Array {
  const length = Math.min(WEEKS_PER_YEAR, leavers.length);
  const years = Math.floor(leavers.length / length);
  return Float64Array.from({ length: years }, (_, year) => {
    let left = 0;
    let postWeeks = 0;
    for (let week = year * length; week < (year + 1) * length; week++) {
      left += leavers[week];
      postWeeks += Number.isFinite(filled[week]) ? filled[week] : 0;
    }
    return postWeeks === 0 ? Number.NaN : left / (postWeeks / WEEKS_PER_YEAR);
  });
}
