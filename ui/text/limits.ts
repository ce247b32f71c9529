/** The honest limits, counted from the parameter table so that they cannot fall behind it. */
import { type Grade, PARAMETERS, type ParameterRow, type Params } from "../../sim/parameters";
import { formatCount, yearsInWords } from "./format";
import { text } from "./text";

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

/** The three limits that matter most, a sentence each; the last hangs on how the run begins. */
export function limitSentences(run: Params["run"]): string[] {
  const { measured, assumption } = countByGrade();
  const holding = estimates.filter(isHoldingQuantity);
  const assumed = countByGrade(holding).assumption;
  const { numbers, all, projection } = text.limits;
  return [
    numbers({
      all: formatCount(estimates.length),
      assumed: formatCount(assumption),
      measured: formatCount(measured),
      ofHolding: assumed === holding.length ? all : formatCount(assumed),
      holding: formatCount(holding.length),
    }),
    projection,
    beginning(run),
  ];
}

function beginning({ warmUpYears, leversFrom }: Params["run"]): string {
  const { afterWarmUp, fromTheStart, noWarmUp } = text.limits;
  if (warmUpYears === 0) return noWarmUp;
  return leversFrom === "start" ? fromTheStart : afterWarmUp(yearsInWords(warmUpYears));
}
