/**
 * Evidence distributions: what the parameter table says about how a parameter may differ, as inverse distribution
 * functions, and a scenario's changes with some parameters drawn from them.
 */
import betaQuantiles from "@stdlib/math-base-special-kernel-betaincinv";
import { type Changes, PARAMETERS, type ParameterRow, type Value } from "../parameters";

type Quantile = (u: number) => number;

/** How the texts of the table are read: a name, its numbers in brackets, and what they must be. */
const FAMILIES: Readonly<Record<string, (numbers: readonly number[]) => Quantile | null>> = {
  Uniform: ([low, high]) => (low < high ? (u) => low + u * (high - low) : null),
  Triangular: ([low, peak, high]) =>
    low <= peak && peak <= high && low < high ? (u) => triangular([low, peak, high], u) : null,
  Beta: ([a, b]) => (a > 0 && b > 0 ? (u) => betaQuantiles(a, b, u, 1 - u)[0] : null),
};
const NUMBERS_OF: Readonly<Record<string, number>> = { Uniform: 2, Triangular: 3, Beta: 2 };

/** The value that a triangular variable does not exceed with probability `u`. */
function triangular([low, peak, high]: readonly [number, number, number], u: number): number {
  const below = (peak - low) / (high - low);
  return u < below
    ? low + Math.sqrt(u * (high - low) * (peak - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - peak));
}

/** The inverse distribution function that a text such as "Triangular(0.1, 0.3, 0.5)" names; null when none. */
function parsed(distribution: string): Quantile | null {
  const match = /^(\w+)\(([^()]*)\)$/.exec(distribution.trim());
  if (match === null || !Object.hasOwn(FAMILIES, match[1])) return null;
  const numbers = match[2].split(",").map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
  const right = numbers.length === NUMBERS_OF[match[1]] && numbers.every(Number.isFinite);
  return right ? FAMILIES[match[1]](numbers) : null;
}

/**
 * Why a parameter cannot be drawn, as a sentence that names it, or null when it can. Numbers need an evidence
 * distribution in the table; switches and choices can always be drawn, every value being equally likely.
 */
export function priorProblem({ id, kind, distribution, grade }: ParameterRow): string | null {
  if (kind === "switch" || kind === "choice" || parsed(distribution) !== null) return null;
  if (distribution !== "none") {
    return `${id} has the distribution "${distribution}", which is not Uniform(low, high), Triangular(low, peak, high) or Beta(a, b).`;
  }
  const decision = grade === "choice" ? "is a decision, not an estimate, and " : "";
  return `${id} ${decision}has no evidence distribution in the parameter table, so that it cannot be drawn.`;
}

/**
 * The value that the parameter does not exceed with probability `u` (0 to 1, both allowed) by its evidence
 * distribution, in the parameter's unit and within its limits: a whole number for integers (rounded), a number even
 * where "none" is a value too; each value of a switch (false first) or a choice takes an equal part of 0 to 1.
 * Throws the sentence of `priorProblem`, or says that `u` is no probability.
 */
export function quantileOf(row: ParameterRow, u: number): Value {
  if (!(u >= 0 && u <= 1)) throw new Error(`A probability must be from 0 to 1; for ${row.id} it is ${u}.`);
  if (row.kind === "switch") return u >= 0.5;
  if (row.kind === "choice") {
    const choices = row.choices ?? [];
    return choices[Math.min(Math.floor(u * choices.length), choices.length - 1)];
  }
  const quantile = parsed(row.distribution);
  if (quantile === null) throw new Error(priorProblem(row) ?? row.id);
  const value = Math.min(Math.max(quantile(u), row.limits[0]), row.limits[1]);
  return row.kind === "integer" ? Math.round(value) : value;
}

/** Lists of shares that must sum to 1. */
export const SHARES: readonly string[] = ["patients.classShares", "services.shares"];

/**
 * `changes` with each of `rows` at the quantile that the same place of `point` (0 to 1) asks for. Where elements of a
 * list of shares are drawn, they are taken as weights: all of its elements are divided by their sum.
 */
export function drawnChanges(
  changes: Changes,
  rows: readonly ParameterRow[],
  point: ArrayLike<number>,
): Changes {
  const drawn: Record<string, Value> = { ...changes };
  rows.forEach((row, i) => {
    drawn[row.id] = quantileOf(row, point[i]);
  });
  for (const list of SHARES) {
    if (rows.some(({ id }) => id.startsWith(`${list}.`))) divideBySum(drawn, list);
  }
  return drawn;
}

function divideBySum(drawn: Record<string, Value>, list: string): void {
  const elements = PARAMETERS.filter(({ id }) => id.startsWith(`${list}.`));
  const weights = elements.map((row) => Number(drawn[row.id] ?? row.default));
  const sum = weights.reduce((a, b) => a + b, 0);
  elements.forEach(({ id }, i) => {
    drawn[id] = weights[i] / sum;
  });
}
