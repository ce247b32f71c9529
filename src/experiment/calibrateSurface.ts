/**
 * A quadratic response surface, by least squares: the emulator of the calibration. It pools what all draws say about
 * the mean of one output, so that the chance error of a prediction is far below that of one draw's own runs.
 */
import { deviation, mean, sum } from "d3-array";

export interface Surface {
  /** Expected value at a point, and the variance of that expectation: chance in the runs behind it. */
  readonly predict: (point: readonly number[]) => { readonly mean: number; readonly variance: number };
  /** Variance of single draws about the surface. */
  readonly residualVariance: number;
  /** For each draw, its value less what the surface fitted without it predicts. */
  readonly leftOut: readonly number[];
}

/** Coefficients of a quadratic surface over `dimensions` settings. */
export const coefficientsOf = (dimensions: number): number => ((dimensions + 1) * (dimensions + 2)) / 2;

/** Fits `values` at `points`. Throws unless there are more points than coefficients. */
export function fitSurface(points: readonly (readonly number[])[], values: readonly number[]): Surface {
  const needed = coefficientsOf(points[0]?.length ?? 0);
  if (points.length <= needed) {
    throw new Error(`A surface of ${needed} coefficients cannot be fitted to ${points.length} points.`);
  }
  const terms = termsAround(points);
  const rows = points.map(terms);
  const inverse = inverted(crossProducts(rows));
  const coefficients = times(
    inverse,
    rows[0].map((_, j) => sum(rows, (row, i) => row[j] * values[i])),
  );
  const residuals = rows.map((row, i) => values[i] - dot(row, coefficients));
  const residualVariance = sum(residuals, (e) => e * e) / (points.length - needed);
  const leverage = (row: readonly number[]): number => quadraticForm(inverse, row);
  return {
    predict: (point) => {
      const row = terms(point);
      return { mean: dot(row, coefficients), variance: residualVariance * leverage(row) };
    },
    residualVariance,
    leftOut: rows.map((row, i) => residuals[i] / (1 - leverage(row))),
  };
}

/** 1, each setting, and each product of two, of settings measured from the middle of `points` in their spread. */
function termsAround(points: readonly (readonly number[])[]): (point: readonly number[]) => number[] {
  const axes = points[0].map((_, j) => points.map((point) => point[j]));
  const middle = axes.map((axis) => mean(axis)!);
  const spread = axes.map((axis) => deviation(axis) || 1);
  return (point) => {
    const z = point.map((value, j) => (value - middle[j]) / spread[j]);
    return [1, ...z, ...z.flatMap((a, j) => z.slice(j).map((b) => a * b))];
  };
}

const dot = (a: readonly number[], b: readonly number[]): number => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
};

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));

const crossProducts = (rows: readonly (readonly number[])[]): number[][] =>
  rows[0].map((_, j) => rows[0].map((_, k) => sum(rows, (row) => row[j] * row[k])));

/** rᵀMr. */
function quadraticForm(matrix: readonly (readonly number[])[], row: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += row[i] * dot(matrix[i], row);
  return total;
}

/** The inverse of a symmetric positive definite matrix, by Gauss and Jordan. Throws where it has none. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let pivot = 0; pivot < n; pivot++) {
    const scale = work[pivot][pivot];
    if (!(scale > 1e-10)) throw new Error("The draws do not spread over all settings.");
    for (let j = pivot; j < 2 * n; j++) work[pivot][j] /= scale;
    for (let i = 0; i < n; i++) {
      const factor = work[i][pivot];
      if (i === pivot || factor === 0) continue;
      for (let j = pivot; j < 2 * n; j++) work[i][j] -= factor * work[pivot][j];
    }
  }
  return work.map((row) => row.slice(n));
}
