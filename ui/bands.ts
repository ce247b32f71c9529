/**
 * Mean and P10–P90 of series over futures: what the charts draw. NaN stands where there is no value. Every band can be
 * worked out in steps, so that many futures do not stop the page.
 */
import { WEEKS_PER_YEAR } from "../sim/calendar";
import type { Results } from "./results";
import { atOnce } from "./slices";

export interface Band {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Points of a band that are one step of work. */
const POINTS_A_STEP = 8;

/** Point by point over rows of equal length, one row a future. Values that are NaN are left out. */
export const bandOver = (rows: readonly ArrayLike<number>[]): Band => atOnce(bandSteps(rows));

/** As `bandOver`, in steps. */
export function* bandSteps(rows: readonly ArrayLike<number>[]): Generator<void, Band> {
  const points = rows[0]?.length ?? 0;
  const band: Band = {
    mean: new Float64Array(points).fill(Number.NaN),
    low: new Float64Array(points).fill(Number.NaN),
    high: new Float64Array(points).fill(Number.NaN),
  };
  const values = new Float64Array(rows.length);
  for (let i = 0; i < points; i++) {
    let n = 0;
    for (const row of rows) if (Number.isFinite(row[i])) values[n++] = row[i];
    if (n > 0) setPoint(band, i, values.subarray(0, n).sort());
    if (i % POINTS_A_STEP === POINTS_A_STEP - 1) yield;
  }
  return band;
}

function setPoint(band: Band, i: number, sorted: Float64Array): void {
  let sum = 0;
  for (const value of sorted) sum += value;
  band.mean[i] = sum / sorted.length;
  band.low[i] = quantile(sorted, 0.1);
  band.high[i] = quantile(sorted, 0.9);
}

/** As d3's quantileSorted (type 7 of Hyndman and Fan), without its checks of every value. */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

/** The weekly column `id` of scenario `s` over its futures. */
export const weeklyBand = (results: Results, s: number, id: string): Band =>
  atOnce(weeklyBandSteps(results, s, id));

export const weeklyBandSteps = (results: Results, s: number, id: string): Generator<void, Band> =>
  results.inSteps(`weekly ${s} ${id}`, () => bandSteps(futures(results, s, id)));

/** As `weeklyBand`, of means over four weeks, so that a column of few people a week can be read. */
export const fourWeekBand = (results: Results, s: number, id: string): Band =>
  atOnce(fourWeekBandSteps(results, s, id));

export const fourWeekBandSteps = (results: Results, s: number, id: string): Generator<void, Band> =>
  results.inSteps(`four weeks ${s} ${id}`, () =>
    bandOfEach(futures(results, s, id), (row) => groupMeans(row, 4)),
  );

/** Futures that are one step of work. */
const FUTURES_A_STEP = 40;

/** The band of what `work` makes of each row. */
function* bandOfEach<Row>(
  rows: readonly Row[],
  work: (row: Row, r: number) => Float64Array,
): Generator<void, Band> {
  const made: Float64Array[] = [];
  for (let r = 0; r < rows.length; r++) {
    made.push(work(rows[r], r));
    if (r % FUTURES_A_STEP === FUTURES_A_STEP - 1) yield;
  }
  return yield* bandSteps(made);
}

function futures(results: Results, s: number, id: string): Float64Array[] {
  return Array.from({ length: results.tables[s].replications }, (_, r) => results.weekly(s, r, id));
}

/** Means of `size` values at a time, a shorter group at the end left out; NaN values are left out of each mean. */
export function groupMeans(row: ArrayLike<number>, size: number): Float64Array {
  const means = new Float64Array(Math.floor(row.length / size));
  for (let g = 0; g < means.length; g++) {
    let sum = 0;
    let n = 0;
    for (let i = g * size; i < (g + 1) * size; i++) {
      if (!Number.isFinite(row[i])) continue;
      sum += row[i];
      n++;
    }
    means[g] = n === 0 ? Number.NaN : sum / n;
  }
  return means;
}

/** Turnover of each whole year (or of the whole record, if shorter): leavers per filled WTE-year. */
export const yearlyTurnover = (results: Results, s: number): Band => atOnce(yearlyTurnoverSteps(results, s));

export const yearlyTurnoverSteps = (results: Results, s: number): Generator<void, Band> =>
  results.inSteps(`turnover ${s}`, () => {
    const filled = futures(results, s, "filledPosts");
    return bandOfEach(futures(results, s, "leavers"), (row, r) => turnoverByYear(row, filled[r]));
  });

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
