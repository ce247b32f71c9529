/** The accepted region of a calibration, described: ranges, correlations, and what the targets cannot tell apart. */
import { deviation, mean, quantileSorted } from "d3-array";

/** Low end, middle and high end of one coordinate over the accepted settings. */
export interface Spread {
  readonly min: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number): number => quantileSorted(sorted, p) ?? Number.NaN;
  return { min: at(0), p5: at(0.05), p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Pearson correlation; NaN where one of the two does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a)!, mean(b)!];
  const together = mean(a, (value, i) => (value - meanA) * (b[i] - meanB))! * (a.length / (a.length - 1));
  return together / ((deviation(a) ?? Number.NaN) * (deviation(b) ?? Number.NaN));
}

/** From this correlation on (either sign), one setting can stand in for the other. */
export const RIDGE = 0.5;
/** A setting left with more than this share of its range has hardly been narrowed. */
export const UNINFORMED = 0.8;

export interface Region {
  /** Accepted settings, in the units of the parameters, one column a fitted parameter. */
  readonly settings: readonly (readonly number[])[];
  readonly ranges: readonly Spread[];
  /** Width of the accepted range (5th to 95th percentile) over that of the range searched, also 5 to 95. */
  readonly narrowedTo: readonly number[];
  readonly correlations: readonly (readonly number[])[];
  /** Pairs, by column, whose correlation is at least RIDGE. */
  readonly ridges: readonly (readonly [number, number])[];
}

/** Describes accepted settings against the ranges in which they were searched. */
export function describeRegion(
  settings: readonly (readonly number[])[],
  searched: readonly (readonly [number, number])[],
): Region {
  const columns = searched.map((_, j) => settings.map((setting) => setting[j]));
  const ranges = columns.map(spreadOf);
  const correlations = columns.map((a) => columns.map((b) => correlation(a, b)));
  const pairs = columns.flatMap((_, j) => columns.slice(j + 1).map((__, k) => [j, j + 1 + k] as const));
  return {
    settings,
    ranges,
    narrowedTo: ranges.map(({ p5, p95 }, j) => (p95 - p5) / (0.9 * (searched[j][1] - searched[j][0]))),
    correlations,
    ridges: pairs.filter(([j, k]) => Math.abs(correlations[j][k]) >= RIDGE),
  };
}
