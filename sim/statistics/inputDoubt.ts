/**
 * Doubt about inputs: how far the average of one measure moves when uncertain parameters are drawn from their evidence
 * distributions, with the chance of single futures taken out. All draws are run on the same luck.
 */
import { mean, sum, transpose, variance } from "d3-array";
import { percentile } from "./summary";

export interface InputDoubt {
  /** Draws that have a value in every replication; others are left out. */
  readonly n: number;
  /** Over draws: mean and standard deviation of the average that a draw would show with endless replications. */
  readonly mean: number;
  readonly sd: number;
  /** In 8 of 10 draws the average lies between p10 and p90. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the variance of the draws' averages that was chance, and was taken out. */
  readonly noiseShare: number;
}

const UNKNOWN = Number.NaN;
const NOTHING: Omit<InputDoubt, "n"> = {
  mean: UNKNOWN,
  sd: UNKNOWN,
  p10: UNKNOWN,
  p50: UNKNOWN,
  p90: UNKNOWN,
  noiseShare: UNKNOWN,
};

/**
 * Doubt about inputs from one list a draw, replication r of every list on the same luck. Needs at least 2 draws of at
 * least 2 replications; otherwise all is NaN.
 *
 * Averages differ between draws by inputs and by chance. Luck that all draws share moves none of them apart; what is
 * left of chance is the interaction of draw and replication in the two-way analysis of variance without repetition.
 * Its variance is taken out by drawing the averages together, about their mean, until their spread is that of the
 * inputs alone (Louis 1984, "Estimating a population of parameter values", JASA 79: 393–398).
 */
export function inputDoubt(draws: readonly ArrayLike<number>[]): InputDoubt {
  const complete = draws.map((values) => Array.from(values)).filter((values) => !values.some(Number.isNaN));
  const n = complete.length;
  if (n < 2 || complete[0].length < 2) return { n, ...NOTHING };
  const averages = complete.map((values) => mean(values)!);
  const spread = variance(averages)!;
  const noise = Math.min(spread, interaction(complete) / complete[0].length);
  const centre = mean(averages)!;
  const keep = spread === 0 ? 1 : Math.sqrt(1 - noise / spread);
  const sorted = averages.map((average) => centre + keep * (average - centre)).sort((a, b) => a - b);
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => percentile(sorted, p));
  const noiseShare = spread === 0 ? 0 : noise / spread;
  return { n, mean: centre, sd: Math.sqrt(spread - noise), p10, p50, p90, noiseShare };
}

/** Mean square of what neither the draw nor the replication explains; rows are draws, columns replications. */
function interaction(rows: readonly number[][]): number {
  const rowMeans = rows.map((row) => mean(row)!);
  const columnMeans = transpose(rows).map((column) => mean(column)!);
  const all = mean(rowMeans)!;
  const squares = sum(rows, (row, d) => sum(row, (y, r) => (y - rowMeans[d] - columnMeans[r] + all) ** 2));
  return squares / ((rows.length - 1) * (columnMeans.length - 1));
}
