/** Markov chains in continuous time: the share of time in each state. */

/**
 * Stationary distribution of a birth–death chain on 0 … `last`: births(n) leads from n to n + 1, deaths(n) from n to
 * n − 1, both rates. By detailed balance (Karlin and McGregor 1957).
 */
export function birthDeath(
  last: number,
  births: (n: number) => number,
  deaths: (n: number) => number,
): number[] {
  const weights = [1];
  let largest = 1;
  for (let n = 1; n <= last; n++) {
    weights.push((weights[n - 1] * births(n - 1)) / deaths(n));
    if (weights[n] > largest) largest = weights[n];
    // Weights of long chains can exceed the range of numbers; only their ratios matter.
    if (largest > 1e250) {
      for (let m = 0; m <= n; m++) weights[m] /= largest;
      largest = 1;
    }
  }
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** Mean of f over a distribution on 0, 1, 2 … */
export const expectation = (distribution: readonly number[], f: (n: number) => number): number =>
  distribution.reduce((sum, p, n) => sum + p * f(n), 0);

export type Matrix = number[][];

/** A chain whose states stand in levels and that moves at most one level at a time: rates out of level l. */
export interface Levels {
  readonly last: number;
  /** Levels from here on are all alike, if any are. */
  readonly alikeFrom?: number;
  /** Within level l, off the diagonal; to level l + 1; to level l − 1. Rows are states of level l. */
  readonly local: (l: number) => Matrix;
  readonly up: (l: number) => Matrix;
  readonly down: (l: number) => Matrix;
}

/**
 * Stationary distribution of a chain in levels, by level: π(l) = π(l − 1) R(l), with R from the last level downwards
 * (Gaver, Jacobs and Latouche 1984); where levels are alike, R is the same for all of them (Neuts 1981).
 */
export function levelChain({ last, alikeFrom = last + 1, local, up, down }: Levels): Matrix {
  const R: Matrix[] = [];
  /** Minus the generator within level l, returns from above included. */
  const leaving = (l: number): Matrix => {
    const inside = withDiagonal(local(l), l < last ? up(l) : null, l > 0 ? down(l) : null);
    const back = l < last ? multiply(R[l + 1], down(l + 1)) : null;
    return back ? combine(inside, back, -1) : inside;
  };
  if (alikeFrom < last) {
    const repeated = repeatedLevels(local(last - 1), up(last - 1), down(last - 1));
    for (let l = alikeFrom + 1; l <= last; l++) R[l] = repeated;
  }
  for (let l = Math.min(last, alikeFrom); l > 0; l--) R[l] = multiply(up(l - 1), inverse(leaving(l)));
  const levels = [nullVector(leaving(0))];
  for (let l = 1; l <= last; l++) levels.push(multiply([levels[l - 1]], R[l])[0]);
  const total = sum(levels.map(sum));
  return levels.map((level) => level.map((weight) => weight / total));
}

/** R of levels that are all alike without end, by logarithmic reduction (Latouche and Ramaswami 1993). */
function repeatedLevels(local: Matrix, up: Matrix, down: Matrix): Matrix {
  const inside = withDiagonal(local, up, down);
  const one = matrix(local.length, local.length, (i, j) => (i === j ? 1 : 0));
  const solve = inverse(inside);
  let [H, L] = [multiply(solve, up), multiply(solve, down)];
  let [G, T] = [L, H];
  for (let step = 0; step < 60; step++) {
    const both = inverse(combine(one, combine(multiply(H, L), multiply(L, H), 1), -1));
    [H, L] = [multiply(both, multiply(H, H)), multiply(both, multiply(L, L))];
    G = combine(G, multiply(T, L), 1);
    T = multiply(T, H);
    if (Math.max(...T.map(sum)) < 1e-15) break;
  }
  return multiply(up, inverse(combine(inside, multiply(up, G), -1)));
}

/** Minus the rates within a level, with what leaves each state on the diagonal. */
const withDiagonal = (local: Matrix, up: Matrix | null, down: Matrix | null): Matrix =>
  local.map((row, i) => {
    const out = sum(row) + (up ? sum(up[i]) : 0) + (down ? sum(down[i]) : 0);
    return row.map((rate, j) => (i === j ? out : 0) - rate);
  });

const combine = (a: Matrix, b: Matrix, factor: number): Matrix =>
  a.map((row, i) => row.map((value, j) => value + factor * b[i][j]));

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Rows × columns of numbers. */
export const matrix = (rows: number, columns: number, at: (i: number, j: number) => number): Matrix =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(i, j)));

function multiply(a: Matrix, b: Matrix): Matrix {
  const columns = b[0].length;
  return a.map((row) => {
    const product = new Array<number>(columns).fill(0);
    row.forEach((factor, k) => {
      if (factor !== 0) for (let j = 0; j < columns; j++) product[j] += factor * b[k][j];
    });
    return product;
  });
}

/** Gauss and Jordan's elimination; the matrices here are diagonally dominant, so no row need be exchanged. */
function inverse(a: Matrix): Matrix {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    const row = rows[k];
    const pivot = row[k];
    for (let j = k; j < 2 * n; j++) row[j] /= pivot;
    rows.forEach((other, i) => {
      const factor = other[k];
      if (i === k || factor === 0) return;
      for (let j = k; j < 2 * n; j++) other[j] -= factor * row[j];
    });
  }
  return rows.map((row) => row.slice(n));
}

/** A row vector x with x a = 0 whose first element is 1; the equation of the first column follows from the others. */
function nullVector(a: Matrix): number[] {
  const n = a.length;
  if (n === 1) return [1];
  const rest = matrix(n - 1, n - 1, (i, j) => a[i + 1][j + 1]);
  return [1, ...multiply([a[0].slice(1).map((rate) => -rate)], inverse(rest))[0]];
}
