/** Mean, spread and percentiles of one number over replications. */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { deviation, mean, quantileSorted } from "d3-array";

/** Lower and upper end of a 95% confidence interval. */
export type Interval95 = readonly [number, number];

export interface Summary {
  /** Replications that have a value; those without one (NaN) are left out. */
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (divisor n − 1). */
  readonly sd: number;
  /** Student-t interval of the mean: how sure we are of the average, not how far futures differ. */
  readonly ci95: Interval95;
  /** Percentiles of the futures themselves: 8 in 10 lie between p10 and p90. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Summary over replications. With fewer than two values the interval is NaN, with none everything is. */
export function summarise(values: ArrayLike<number>): Summary {
  const present = presentSorted(values);
  const average = mean(present) ?? Number.NaN;
  const sd = deviation(present) ?? Number.NaN;
  return {
    n: present.length,
    mean: average,
    sd,
    ci95: interval95(average, sd, present.length),
    p10: percentile(present, 0.1),
    p50: percentile(present, 0.5),
    p90: percentile(present, 0.9),
  };
}

/** Student-t interval of a mean of `n` values with standard deviation `sd`; NaN for n < 2. */
export function interval95(average: number, sd: number, n: number): Interval95 {
  if (n < 2) return [Number.NaN, Number.NaN];
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return [average - half, average + half];
}

/** The values that are not NaN, in ascending order. */
export function presentSorted(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values).sort(); // which puts NaN last
  let n = sorted.length;
  while (n > 0 && Number.isNaN(sorted[n - 1])) n--;
  return Array.from(sorted.subarray(0, n));
}

/** The value that the share `p` of `sorted` does not exceed, interpolated (type 7 of Hyndman and Fan); NaN of none. */
export function percentile(sorted: number[], p: number): number {
  return quantileSorted(sorted, p) ?? Number.NaN;
}
