/** One measure in several scenarios against a base, under common random numbers: what a comparison may claim. */
import { variance } from "d3-array";
import { type Difference, pairedDifference } from "./difference";
import { holmAdjusted, holmLevels } from "./holm";
import { intervalOf, pOfZeroMean } from "./studentT";
import type { Interval95 } from "./summary";

export interface Comparison extends Difference {
  /** Two-sided p-value of the paired t-test that the scenarios do not differ on average; NaN for fewer than 2 pairs. */
  readonly p: number;
  /** The same, adjusted by Holm's procedure over all scenarios compared with the base, this measure alone. */
  readonly pHolm: number;
  /** Interval of the mean difference at the level of Holm's step, and that level; excludes 0 exactly if pHolm ≤ 0.05. */
  readonly ciHolm: Interval95;
  readonly levelHolm: number;
  /** Variance that independent luck would give the difference, over that of matched pairs; null if pairs never vary. */
  readonly varianceReduction: number | null;
}

/** Each of `others` minus `base`, in their order. Throws unless all hold the same number of replications. */
export function compareWithBase(
  base: ArrayLike<number>,
  others: readonly ArrayLike<number>[],
  good: "lower" | "higher" | null,
): Comparison[] {
  const differences = others.map((other) => pairedDifference(base, other, good));
  const p = differences.map(pOfZeroMean);
  const adjusted = holmAdjusted(p);
  const levels = holmLevels(p);
  return differences.map((difference, i) => ({
    ...difference,
    p: p[i],
    pHolm: adjusted[i],
    ciHolm: intervalOf(difference, levels[i]),
    levelHolm: levels[i],
    varianceReduction: varianceReduction(base, others[i]),
  }));
}

/**
 * How many times as many replications independent runs would need for a difference as sure as that of matched pairs:
 * (var(base) + var(other)) / var(other − base), over pairs in which both have a value. Above 1, common random numbers
 * have helped. Null where all differences are the same, or fewer than 2 pairs are there.
 */
export function varianceReduction(base: ArrayLike<number>, other: ArrayLike<number>): number | null {
  const pairs = Array.from(base, (value, r) => [value, other[r]] as const).filter(
    ([a, b]) => !Number.isNaN(a) && !Number.isNaN(b),
  );
  const paired = variance(pairs, ([a, b]) => b - a);
  if (!paired) return null;
  return (variance(pairs, ([a]) => a)! + variance(pairs, ([, b]) => b)!) / paired;
}

/** In how many of the matched futures it was better, such as 94 of `n`; null where neither direction is good. */
export function betterCount({ better, n }: Pick<Difference, "better" | "n">): number | null {
  return better === null ? null : Math.round(better * n);
}
