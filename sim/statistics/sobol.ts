/**
 * Variance-based sensitivity: first-order and total-order indices (Sobol' 1993), by the sampling of Saltelli and
 * others (2010, Computer Physics Communications 181:259–270): two independent samples A and B, and for every
 * parameter i the sample A with column i from B. First order by their estimator (b), centred; total order by Jansen's
 * (f). Outputs are plain numbers, so that nothing here knows where they come from.
 */
import { mean, variance } from "d3-array";
import { bootstrapIntervals, type Resampling } from "./bootstrap";
import type { Interval95 } from "./summary";

/** Points of the unit cube in the places of A, B and A with one column of B; `mixed` has a sample a parameter. */
export interface SaltelliDesign {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
  readonly mixed: readonly (readonly (readonly number[])[])[];
}

/** The outputs at the points of a design, in the same places; NaN where there is none. */
export interface SaltelliOutputs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly mixed: readonly ArrayLike<number>[];
}

export interface SobolIndex {
  /** Share of the output's variance that this parameter explains on its own. */
  readonly first: number;
  /** Share that it explains alone or together with others: what fixing all the others would leave. */
  readonly total: number;
  readonly firstCi95: Interval95;
  readonly totalCi95: Interval95;
}

export interface SobolIndices {
  /** Rows of the samples that have a value at all of their points, and are used. */
  readonly n: number;
  /** Variance of the output over A and B. */
  readonly variance: number;
  /** An item a parameter. NaN where the output does not vary. */
  readonly indices: readonly SobolIndex[];
}

/**
 * The design over `points`, a sample of the unit cube of twice as many dimensions as there are parameters: the first
 * half of a point's coordinates goes to A, the second to B. Throws when the number of coordinates is odd.
 */
export function saltelliDesign(points: readonly (readonly number[])[]): SaltelliDesign {
  const parameters = (points[0]?.length ?? 0) / 2;
  if (!Number.isInteger(parameters)) {
    throw new Error(`Points need two coordinates a parameter; these have ${2 * parameters}.`);
  }
  const a = points.map((point) => point.slice(0, parameters));
  const b = points.map((point) => point.slice(parameters));
  const mixed = Array.from({ length: parameters }, (_, i) =>
    a.map((point, row) => point.map((u, j) => (j === i ? b[row][i] : u))),
  );
  return { a, b, mixed };
}

/**
 * First- and total-order indices of every parameter, with bootstrap intervals over rows. Estimates may lie outside 0
 * to 1 by chance, and are not cut off. Rows that lack an output are left out. Throws when sizes do not match.
 */
export function sobolIndices(outputs: SaltelliOutputs, resampling: Resampling): SobolIndices {
  const columns = [outputs.a, outputs.b, ...outputs.mixed];
  const odd = columns.find(({ length }) => length !== outputs.a.length);
  if (odd) throw new Error(`Samples need equally many outputs: ${outputs.a.length} against ${odd.length}.`);
  const rows = Array.from(outputs.a, (_, row) => row).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );
  const { square } = spreadOf(outputs, rows);
  const indicesOf = (drawn: readonly number[]) => estimates(outputs, drawn, square);
  const found = indicesOf(rows);
  const intervals = bootstrapIntervals(
    rows.length,
    (drawn) => indicesOf(drawn.map((i) => rows[i])),
    resampling,
  );
  return {
    n: rows.length,
    variance:
      variance([outputs.a, outputs.b].flatMap((column) => rows.map((row) => column[row]))) ?? Number.NaN,
    indices: outputs.mixed.map((_, i) => ({
      first: found[2 * i],
      total: found[2 * i + 1],
      firstCi95: intervals[2 * i],
      totalCi95: intervals[2 * i + 1],
    })),
  };
}

/** Mean square of the outputs of some rows of A and B about their mean, and that mean. */
function spreadOf({ a, b }: SaltelliOutputs, rows: readonly number[]) {
  const both = [a, b].flatMap((column) => rows.map((row) => column[row]));
  const centre = mean(both) ?? Number.NaN;
  return { centre, square: mean(both, (y) => (y - centre) ** 2) ?? 0 };
}

/** Rows drawn again that happen to be alike, with less than this share of the spread of all, are drawn in vain. */
const LEAST_SPREAD = 0.01;

/**
 * First and total order of the parameters in turn, from the rows that are named; NaN where these spread too little,
 * next to `whole`, for shares of it to mean anything.
 */
function estimates(outputs: SaltelliOutputs, rows: readonly number[], whole: number): readonly number[] {
  const { a, b, mixed } = outputs;
  const { centre, square } = spreadOf(outputs, rows);
  const scale = square > LEAST_SPREAD * whole ? 1 / (square * rows.length) : Number.NaN;
  return mixed.flatMap((column) => {
    let first = 0;
    let total = 0;
    for (const row of rows) {
      // The estimator holds for any shift of the output; about the mean its error is smallest.
      first += (b[row] - centre) * (column[row] - a[row]);
      total += (a[row] - column[row]) ** 2 / 2;
    }
    return [first * scale, total * scale];
  });
}
