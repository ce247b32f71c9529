/** Difference between two scenarios under common random numbers: replication r of one against r of the other. */
import { type Interval95, type Summary, summarise } from "./summary";

export interface Difference {
  /** Pairs in which both have a value. */
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /** Student-t interval of the mean difference. */
  readonly ci95: Interval95;
  readonly p10: number;
  readonly p90: number;
  /** Pairs that differ at all. */
  readonly moved: number;
  /** Share of pairs that moved strictly in the good direction; null where neither direction is good. */
  readonly better: number | null;
}

/** `other` minus `base`, paired by replication. Throws unless both hold the same number of replications. */
export function pairedDifference(
  base: ArrayLike<number>,
  other: ArrayLike<number>,
  good: "lower" | "higher" | null,
): Difference {
  if (base.length !== other.length) {
    throw new Error(`Pairs need equal numbers of replications: ${base.length} against ${other.length}.`);
  }
  const differences = new Float64Array(base.length);
  for (let r = 0; r < base.length; r++) differences[r] = other[r] - base[r];
  const { n, mean, sd, ci95, p10, p90 }: Summary = summarise(differences);
  const moved = differences.filter((d) => d < 0 || d > 0).length;
  return { n, mean, sd, ci95, p10, p90, moved, better: shareBetter(differences, n, good) };
}

function shareBetter(differences: Float64Array, n: number, good: "lower" | "higher" | null): number | null {
  if (good === null || n === 0) return null;
  // Comparisons with NaN are false, so pairs without a value are never counted.
  const moved = differences.filter((d) => (good === "lower" ? d < 0 : d > 0));
  return moved.length / n;
}
