/** The honest limits, counted from the parameter table so that they cannot fall behind it. */
import { type Grade, PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { formatCount } from "./format";

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  measured: "Measured",
  derived: "Derived",
  proxy: "From a proxy",
  assumption: "Assumption",
  choice: "Design choice",
};

const isNumber = ({ kind }: ParameterRow): boolean => kind === "number" || kind === "integer";
/** Numbers that say something about the world: what is decided (posts, switches, settings) is not among them. */
const estimates = PARAMETERS.filter((row) => isNumber(row) && row.grade !== "choice");

/** How many of the model's numbers have each grade, those that are decided left out. */
export function countByGrade(rows: readonly ParameterRow[] = estimates): Readonly<Record<Grade, number>> {
  const count = { measured: 0, derived: 0, proxy: 0, assumption: 0, choice: 0 };
  for (const { grade } of rows) count[grade]++;
  return count;
}

/** Whether a row is a quantity of holding: intervals, probabilities, hours, relief and weight of holding contacts. */
export const isHoldingQuantity = ({ id }: ParameterRow): boolean =>
  /^holding\.|^contact\.(holdingHours\.|(relief|emotionalWeight)\.h\d)/.test(id);

/** The three limits that matter most, a sentence each. */
export function limitSentences(): string[] {
  const { measured, assumption } = countByGrade();
  const holding = estimates.filter(isHoldingQuantity);
  const assumed = countByGrade(holding).assumption;
  const share = assumed === holding.length ? "all" : formatCount(assumed);
  return [
    `Of the ${formatCount(estimates.length)} numbers the model rests on, ${formatCount(assumption)} are assumptions and ${formatCount(measured)} are measured. No published quantity for holding exists: ${share} of its ${formatCount(holding.length)} numbers are assumptions.`,
    "This is a projection of what follows from these assumptions, not a forecast. The intervals say how sure the averages are, not how sure the assumptions are.",
    "Policies start in week 0, after a two-year warm-up under the baseline's policies. A simulated team is not your team.",
  ];
}
