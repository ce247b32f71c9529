/**
 * Percentile intervals by the bootstrap (Efron 1979): rows are drawn with replacement as often as there are rows,
 * and the figures computed again; the middle 95% of the results is the interval.
 */
import seedrandom from "seedrandom";
import { type Interval95, percentile, presentSorted } from "./summary";

export interface Resampling {
  /** Times to draw again. */
  readonly resamples: number;
  readonly seed: string;
}

/**
 * Intervals of several figures that `figuresOf` computes from rows, given as their indices. With fewer than two rows,
 * or where a figure never has a value, the interval is NaN.
 */
export function bootstrapIntervals(
  rows: number,
  figuresOf: (drawn: readonly number[]) => readonly number[],
  { resamples, seed }: Resampling,
): readonly Interval95[] {
  const random = seedrandom.alea(seed);
  const draw = () => Array.from({ length: rows }, () => Math.floor(random() * rows));
  const repeats = Array.from({ length: rows < 2 ? 0 : resamples }, () => figuresOf(draw()));
  const width = repeats[0]?.length ?? figuresOf([]).length;
  return Array.from({ length: width }, (_, figure) => {
    const sorted = presentSorted(repeats.map((figures) => figures[figure]));
    return [percentile(sorted, 0.025), percentile(sorted, 0.975)];
  });
}
