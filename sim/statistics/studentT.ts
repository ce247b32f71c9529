/** Student's t distribution: intervals of a mean at any level, and the two-sided p-value of "the mean is 0". */
import betainc from "@stdlib/math-base-special-betainc";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** What is known of a mean: the number of values, their mean and their sample standard deviation. */
export interface Sampled {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

/** Half the width of the interval of the mean that holds it with probability `level`; NaN for n < 2. */
export function halfWidth({ n, sd }: Pick<Sampled, "n" | "sd">, level = 0.95): number {
  return n < 2 ? Number.NaN : (bound(level, n - 1) * sd) / Math.sqrt(n);
}

/** Bounds by level and degrees of freedom: whether to stop is asked at every replication, and each takes 25 µs. */
const known = new Map<number, Map<number, number>>();

/** |T| stays below this with probability `level`. */
function bound(level: number, df: number): number {
  const ofLevel = known.get(level) ?? new Map<number, number>();
  const found = ofLevel.get(df) ?? tQuantile(0.5 + level / 2, df);
  known.set(level, ofLevel.set(df, found));
  return found;
}

/** The interval of the mean that holds it with probability `level`; NaN for n < 2. */
export function intervalOf(sampled: Sampled, level = 0.95): readonly [number, number] {
  const half = halfWidth(sampled, level);
  return [sampled.mean - half, sampled.mean + half];
}

/**
 * Two-sided p-value of the t-test that the mean is 0 (of paired differences: that the scenarios do not differ).
 * Values that are all the same leave nothing to chance: p is 1 where they are all 0, and 0 otherwise. NaN for n < 2.
 * P(|T| > t) = I(df / (df + t²); df / 2, ½), the regularised incomplete beta function.
 */
export function pOfZeroMean({ n, mean, sd }: Sampled): number {
  if (n < 2) return Number.NaN;
  if (sd === 0) return mean === 0 ? 1 : 0;
  const t = mean / (sd / Math.sqrt(n));
  const df = n - 1;
  return betainc(df / (df + t * t), df / 2, 0.5);
}
