/** The results of checks as people read them, the same on the command line and in the page. */
import type { CheckResult, Finding } from "./check";

/** What a table of findings is headed. */
export const FINDING_COLUMNS = [
  "Quantity",
  "Expected",
  "Observed",
  "95% interval",
  "Tolerance",
  "Result",
] as const;

/** One finding as the cells of a row, in the order of FINDING_COLUMNS. */
export function findingCells(finding: Finding): readonly string[] {
  const { quantity, unit, expected, relation, observed, interval, tolerance, pass } = finding;
  return [
    unit === "" ? quantity : `${quantity} (${unit})`,
    relation === "equal" ? figure(expected) : `${relation} ${figure(expected)}`,
    figure(observed),
    interval === null ? "–" : `${figure(interval[0])} to ${figure(interval[1])}`,
    tolerance === 0 ? "exact" : `± ${figure(tolerance, 2)}`,
    pass ? "pass" : "FAIL",
  ];
}

/** What all checks come to, in one sentence. */
export function verdict(results: readonly CheckResult[]): string {
  const comparisons = results.reduce((total, { findings }) => total + findings.length, 0);
  const failed = results.filter(({ pass }) => !pass);
  const all = `${counted(results.length, "check")}, ${counted(comparisons, "comparison")}`;
  if (failed.length === 0) return `${all}: every one passes.`;
  return `${all}: ${counted(failed.length, "check")} failed (${failed.map(({ id }) => id).join(", ")}).`;
}

/** What the tolerance is, in words. */
export const TOLERANCE_WORDS =
  "The expected value is computed from theory, the observed one is the mean over independent replications of the " +
  "model. It passes within what Student's t allows a model that is right in all but one of 10,000 samples (about four " +
  "standard errors), sums and paths within rounding, and counts that must be equal exactly. A distance is the largest " +
  "between two distribution functions (Kolmogorov and Smirnov); a deviate is a chi-square as a standard normal number.";

/** Checks by family, in the order of the list. */
export function byFamily(results: readonly CheckResult[]): (readonly [string, readonly CheckResult[]])[] {
  const families = new Map<string, CheckResult[]>();
  for (const result of results) families.set(result.family, [...(families.get(result.family) ?? []), result]);
  return [...families];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A number to four digits; powers of ten where it is very small or very large. */
function figure(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const written =
    size < 1e-4 || size >= 1e6 ? powerOfTen(value, digits) : String(Number(value.toPrecision(digits)));
  return written.replaceAll("-", "−");
}

/** "1e-9": as it is typed elsewhere, the fewest digits that say it. */
const powerOfTen = (value: number, digits: number): string =>
  value
    .toExponential(digits - 1)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e");
