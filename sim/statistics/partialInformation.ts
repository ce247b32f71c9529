/**
 * What it would be worth to know one uncertain input before choosing between options: the expected value of partial
 * perfect information, by regression on draws of all inputs (Strong, Oakley and Brennan 2014, Medical Decision Making
 * 34:311–326), and how often that knowledge would change the choice.
 *
 * For input j and option d, g_d(x_j) is the mean outcome of option d when input j is x_j and all others are drawn:
 * here a cubic in the probability scale of x_j, by least squares. Whoever knows x_j chooses the d with the best
 * g_d(x_j); whoever does not, the d with the best mean. One set of draws serves all inputs. Luck that the options
 * share in a draw cancels, since the curves are linear in the outcomes.
 */
import { maxIndex, mean, shuffler } from "d3-array";
import seedrandom from "seedrandom";
import { bootstrapIntervals, type Resampling } from "./bootstrap";
import { wilson } from "./share";
import { fitted, polynomials } from "./smooth";
import { type Interval95, percentile } from "./summary";

/** Draws of the inputs, and what each option comes to in them. */
export interface Draws {
  /** A point a draw, with a coordinate from 0 to 1 an input: the probability that it is not larger. */
  readonly points: readonly (readonly number[])[];
  /** A list an option with an outcome a draw, in the same units for all options; higher is better. */
  readonly outcomes: readonly (readonly number[])[];
}

export interface Information {
  /** Share of draws in which knowing this input would change the choice. */
  readonly changes: number;
  /**
   * Mean gain of choosing with knowledge of this input over choosing without, in units of the outcome; at most that of
   * knowing all inputs, which curves fitted to few draws would exceed.
   */
  readonly value: number;
  /** From the bootstrap; Wilson's where that has no width. */
  readonly changesCi95: Interval95;
  readonly valueCi95: Interval95;
}

export interface Choice {
  /** Draws in which every option has an outcome; others are left out. */
  readonly n: number;
  /** Mean outcome of each option over the draws, and the position of the best. */
  readonly means: readonly number[];
  readonly best: number;
  /** Share of draws in which each option has a better outcome than any other. */
  readonly wins: readonly number[];
  /** Share of draws in which no option is best alone. */
  readonly ties: number;
  /** Mean gain of knowing every input, and chance besides: no single input can be worth more. */
  readonly valueOfAll: number;
  /** An item an input. */
  readonly inputs: readonly Information[];
  /**
   * What an input that has nothing to do with the outcomes shows: in 95 of 100 studies with as many such inputs, not
   * one exceeds these (permutation test with the largest of all inputs; Westfall and Young 1993).
   */
  readonly chance: { readonly changes: number; readonly value: number };
}

/** Times that outcomes are dealt out anew to find what chance shows. */
const PERMUTATIONS = 4000;

/** Weighs the options and every input. Throws unless there are two options or more, each with an outcome a draw. */
export function partialInformation({ points, outcomes }: Draws, resampling: Resampling): Choice {
  if (outcomes.length < 2)
    throw new Error(`A choice needs at least two options; there are ${outcomes.length}.`);
  const uneven = outcomes.find(({ length }) => length !== points.length);
  if (uneven) throw new Error(`There are ${points.length} draws and ${uneven.length} outcomes of an option.`);
  const rows = points.map((_, row) => row).filter((row) => outcomes.every((of) => !Number.isNaN(of[row])));
  const of = (drawn: readonly number[]) => outcomes.map((values) => drawn.map((i) => values[i]));
  const inputs = points[0]?.map((_, j) => j) ?? [];
  const figuresOf = (drawn: readonly number[]) => {
    const values = of(drawn);
    const most = worthOfAll(values);
    return inputs.flatMap((j) => knowing(polynomials(drawn.map((i) => points[i][j])), values, most));
  };
  const found = figuresOf(rows);
  const intervals = bootstrapIntervals(rows.length, (d) => figuresOf(d.map((i) => rows[i])), resampling);
  return {
    ...choice(of(rows), rows.length),
    inputs: inputs.map((_, j) => ({
      changes: found[2 * j],
      value: found[2 * j + 1],
      changesCi95: countedCi95(found[2 * j], intervals[2 * j], rows.length),
      valueCi95: intervals[2 * j + 1],
    })),
    chance: byChance(of(rows), inputs.length, resampling.seed),
  };
}

/**
 * Interval of a share of the draws. Where drawing again always gives the same share, as when one option is far ahead,
 * the bootstrap's interval has no width; that only so many draws were looked at is what is left to doubt.
 */
const countedCi95 = (share: number, [low, high]: Interval95, n: number): Interval95 =>
  low === high ? wilson(share * n, n) : [low, high];

const means = (outcomes: readonly (readonly number[])[]): number[] =>
  outcomes.map((values) => mean(values) ?? Number.NaN);
/** Position of the option that is best in draw `i`, the first of equals. */
const bestIn = (outcomes: readonly ArrayLike<number>[], i: number): number =>
  maxIndex(outcomes, (values) => values[i]);

/** Outcomes that differ by this share of their size or less do so by the rounding of sums. */
const ROUNDING = 1e-9;

/** The options that are best in draw `i`. */
function bestOf(outcomes: readonly (readonly number[])[], i: number): number[] {
  const most = Math.max(...outcomes.map((values) => values[i]));
  const near = most - ROUNDING * Math.abs(most);
  return outcomes.flatMap((values, d) => (values[i] >= near ? [d] : []));
}

function choice(outcomes: readonly (readonly number[])[], n: number): Omit<Choice, "inputs" | "chance"> {
  const best = Array.from({ length: n }, (_, i) => bestOf(outcomes, i));
  const average = means(outcomes);
  return {
    n,
    means: average,
    best: maxIndex(average),
    wins: outcomes.map((_, d) => best.filter((some) => some.length === 1 && some[0] === d).length / n),
    ties: best.filter(({ length }) => length > 1).length / n,
    valueOfAll: worthOfAll(outcomes),
  };
}

/** Mean gain of knowing in each draw which option is best, over choosing the one that is best on average. */
function worthOfAll(outcomes: readonly (readonly number[])[]): number {
  const unknowing = outcomes[maxIndex(means(outcomes))];
  const gain = mean(unknowing, (own, i) => {
    const best = bestOf(outcomes, i).map((d) => outcomes[d]);
    return best.includes(unknowing) ? 0 : best[0][i] - own;
  });
  return gain ?? Number.NaN;
}

/**
 * How often knowing an input changes the choice, and what that is worth, at most `most`; `columns` are polynomials in
 * the input. Where one option is as good as any other in every draw, nothing known can change the choice.
 */
function knowing(
  columns: readonly Float64Array[],
  outcomes: readonly (readonly number[])[],
  most: number,
): [number, number] {
  if (most === 0) return [0, 0];
  const n = outcomes[0].length;
  const curves = outcomes.map((values) => fitted(columns, values));
  const average = means(outcomes);
  const unknowing = maxIndex(average);
  let changes = 0;
  let gain = 0;
  for (let i = 0; i < n; i++) {
    const informed = bestIn(curves, i);
    if (informed === unknowing) continue;
    changes++;
    gain += curves[informed][i] - curves[unknowing][i];
  }
  return [changes / n, Math.min(gain / n, most)];
}

/** The figures that the best of `inputs` unrelated inputs exceeds in 5 of 100 studies. */
function byChance(outcomes: readonly (readonly number[])[], inputs: number, seed: string): Choice["chance"] {
  const n = outcomes[0].length;
  const shuffle = shuffler(seedrandom.alea(`${seed} permuted`));
  const order = Array.from({ length: n }, (_, i) => i);
  const columns = polynomials(order.map((i) => (i + 0.5) / n));
  const most = worthOfAll(outcomes);
  const dealt = Array.from({ length: PERMUTATIONS }, () => {
    shuffle(order);
    const shuffled = outcomes.map((values) => order.map((i) => values[i]));
    return knowing(columns, shuffled, most);
  });
  const exceeded = (figure: 0 | 1) =>
    percentile(
      dealt.map((figures) => figures[figure]).sort((a, b) => a - b),
      0.95 ** (1 / inputs),
    );
  return { changes: exceeded(0), value: exceeded(1) };
}
