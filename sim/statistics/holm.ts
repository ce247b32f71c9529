/**
 * Several comparisons at once: Holm's step-down procedure (Holm 1979, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6: 65–70). It holds the chance of even one false finding among all
 * comparisons to the level stated, whatever their dependence, and never finds less than Bonferroni's correction.
 */

/** Positions of the p-values that are there (not NaN), the smallest first; ties in the order in which they stand. */
function ascending(p: readonly number[]): number[] {
  const present = p.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  return present.sort((a, b) => p[a] - p[b] || a - b);
}

/**
 * Holm-adjusted p-values, in the order of `p`: the i-th smallest of m times m − i + 1, at least as large as the one
 * before it, and at most 1. A NaN stays NaN and does not count as a comparison.
 */
export function holmAdjusted(p: readonly number[]): number[] {
  const adjusted = p.map(() => Number.NaN);
  let largest = 0;
  ascending(p).forEach((at, rank, { length }) => {
    largest = Math.max(largest, Math.min(1, (length - rank) * p[at]));
    adjusted[at] = largest;
  });
  return adjusted;
}

/**
 * Levels of confidence for intervals that agree with Holm's decisions, in the order of `p`: 1 − α / (m − i + 1) for the
 * i-th smallest as long as the procedure goes on, and that of the first it stops at for all later ones. Such an interval
 * excludes 0 exactly when the adjusted p-value is at most α. Never wider than Bonferroni's, 1 − α / m, which alone is
 * proved to cover all true values together with probability 1 − α. NaN where there is no p-value.
 */
export function holmLevels(p: readonly number[], alpha = 0.05): number[] {
  const levels = p.map(() => Number.NaN);
  let goesOn = true;
  let share = alpha;
  ascending(p).forEach((at, rank, { length }) => {
    if (goesOn) share = alpha / (length - rank);
    levels[at] = 1 - share;
    goesOn &&= p[at] <= share;
  });
  return levels;
}
