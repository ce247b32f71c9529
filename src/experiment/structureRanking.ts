/**
 * Whether two rankings of the same items agree: Kendall's tau with what chance does to it, and the pairs that swap
 * beyond their intervals. An item is a number for each replication, paired across items and rankings by its luck.
 */
import { mean, quantileSorted } from "d3-array";
import seedrandom from "seedrandom";
import { type Interval95, pairedDifference } from "../../sim/statistics";

export type Items = readonly ArrayLike<number>[];

export interface Agreement {
  /** Kendall's tau-b of the items' means: 1 for the same order, −1 for the reverse. */
  readonly tau: number;
  /** Percentile interval over resampled replications. Noise disorders, so it lies low rather than high. */
  readonly tau95: Interval95;
  /** Pairs of items (indices) whose order is clear in both and not the same: lower first in the first ranking. */
  readonly swapped: readonly (readonly [number, number])[];
  /** Pairs clear in the first ranking, and of them those in the same order, and clearly so, in the second. */
  readonly clear: number;
  readonly kept: number;
}

const RESAMPLES = 1000;

/** Compares the ranking of `second` with that of `first`. The same seed gives the same intervals. */
export function agreement(first: Items, second: Items, seed: string): Agreement {
  const before = order(first);
  const after = order(second);
  const pairs = pairsOf(first.length).filter(([i, j]) => before[i][j] !== 0);
  const same = pairs.filter(([i, j]) => after[i][j] === before[i][j]);
  const swapped = pairs.filter(([i, j]) => after[i][j] === -before[i][j]);
  return {
    tau: kendallTau(means(first), means(second)),
    tau95: interval(resampled(first, second, true, seed)),
    swapped: swapped.map(([i, j]): [number, number] => (before[i][j] < 0 ? [i, j] : [j, i])),
    clear: pairs.length,
    kept: same.length,
  };
}

/** What chance alone does: tau between two resamples, drawn apart, of one ranking. */
export function agreementByChance(items: Items, seed: string): Interval95 {
  return interval(resampled(items, items, false, seed));
}

/** Kendall's tau-b of two lists of equal length; NaN when all values in one of them are tied. */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (const [i, j] of pairsOf(a.length)) {
    const signA = Math.sign(a[i] - a[j]);
    const signB = Math.sign(b[i] - b[j]);
    sum += signA * signB;
    untiedA += Math.abs(signA);
    untiedB += Math.abs(signB);
  }
  return sum / Math.sqrt(untiedA * untiedB);
}

/** The rank of each item by its mean, the lowest first, from 1. */
export function ranks(items: Items): number[] {
  const m = means(items);
  return m.map((own) => 1 + m.filter((other) => other < own).length);
}

const means = (items: Items): number[] => items.map((values) => mean(Array.from(values)) ?? Number.NaN);

/** −1 where item i is lower than j beyond the 95% interval of their paired difference, 1 where higher, else 0. */
function order(items: Items): number[][] {
  return items.map((own) =>
    items.map((other) => {
      const [low, high] = pairedDifference(other, own, null).ci95;
      return high < 0 ? -1 : low > 0 ? 1 : 0;
    }),
  );
}

function pairsOf(count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: count - 1 - i }, (_, k): [number, number] => [i, i + 1 + k]),
  ).flat();
}

/** Taus of means over replications drawn with replacement: the same ones for both (`paired`), or each its own. */
function resampled(first: Items, second: Items, paired: boolean, seed: string): number[] {
  const random = seedrandom(seed);
  const replications = first[0].length;
  const draw = () => Int32Array.from({ length: replications }, () => Math.floor(random() * replications));
  return Array.from({ length: RESAMPLES }, () => {
    const those = draw();
    return kendallTau(sums(first, those), sums(second, paired ? those : draw()));
  });
}

function sums(items: Items, replications: Int32Array): number[] {
  return items.map((values) => {
    let sum = 0;
    for (const r of replications) sum += values[r];
    return sum;
  });
}

function interval(taus: number[]): Interval95 {
  const sorted = taus.filter((tau) => !Number.isNaN(tau)).sort((a, b) => a - b);
  return [quantileSorted(sorted, 0.025) ?? Number.NaN, quantileSorted(sorted, 0.975) ?? Number.NaN];
}
