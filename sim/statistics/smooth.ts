/** Smooth curves through points by least squares, as projections on orthonormal polynomials. */

/** Highest power of the curves: a cubic can rise, bend and turn. */
const DEGREE = 3;

/**
 * Orthonormal polynomials up to the third degree over the places `x`, constant first, as columns with an entry a
 * place (modified Gram–Schmidt). Places with few different values give fewer columns.
 */
export function polynomials(x: readonly number[]): readonly Float64Array[] {
  const columns: Float64Array[] = [];
  const powers = new Float64Array(x.length).fill(1);
  for (let power = 0; power <= DEGREE; power++) {
    const column = powers.slice();
    for (let i = 0; i < x.length; i++) powers[i] *= 2 * x[i] - 1;
    const length = norm(column);
    for (const other of columns) {
      const along = dot(other, column);
      for (let i = 0; i < column.length; i++) column[i] -= along * other[i];
    }
    const left = norm(column);
    if (left > 1e-9 * length) columns.push(column.map((value) => value / left));
  }
  return columns;
}

/** The values at each place of the least-squares curve through `y`. */
export function fitted(columns: readonly Float64Array[], y: ArrayLike<number>): Float64Array {
  const curve = new Float64Array(y.length);
  for (const column of columns) {
    const along = dot(column, y);
    for (let i = 0; i < curve.length; i++) curve[i] += along * column[i];
  }
  return curve;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

const norm = (column: Float64Array): number => Math.sqrt(dot(column, column));
