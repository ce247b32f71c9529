/** Sentences and figures that the reports of `sensitivity` and `find-out-next` share. */
import type { Measure } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { type Block, part } from "./document";
import type { InputCall } from "./sensitivityRequest";
import { counted } from "./text";

/** Rows of a table; JSON has the others. */
export const SHOWN = 15;

/** What is analysed: "Baseline", or "Supervision minus Baseline". */
export const subject = ({ scenarios: [base, other] }: InputCall): string =>
  other === undefined ? base.name : `${other.name} minus ${base.name}`;

/** What every report of this kind says of its runs. */
export function runsText({ scenarios, replications, seed }: InputCall, points: number): string {
  const each = scenarios.length === 1 ? "" : ` of each of ${counted(scenarios.length, "scenario")}`;
  const runs = points * scenarios.length * replications;
  return (
    `${counted(points, "point")} with ${counted(replications, "replication")} (simulated futures)${each}: ` +
    `${counted(runs, "run")}, seed "${seed}". Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`
  );
}

/** How parameters are drawn, and what that leaves out. */
export function drawingText({ rows }: InputCall): string {
  const levers = rows.some(({ role }) => role === "lever");
  return [
    "Values come from the evidence distributions of the parameter table (`parameters`), most of which are assumptions;",
    "what a scenario sets is not moved. Shares that must sum to 1 are drawn as weights and divided by their sum.",
    ...(levers ? ["Levers keep their default during the warm-up, as ever, and move from week 0 on."] : []),
  ].join(" ");
}

/** What common luck does, and does not do. */
export const sameLuck = ({ replications }: InputCall): string =>
  "Replication r has the same luck at every point; luck still plays out differently where parameters differ, and " +
  `${counted(replications, "replication")} cannot average that out`;

/**
 * Writes figures of a table with as many decimals as give the largest of them three digits, so that small ones do not
 * seem to be known better; "–" where there is no value.
 */
export function alike(largest: number): (value: number) => string {
  const digits = largest > 0 ? Math.min(Math.max(2 - Math.floor(Math.log10(largest)), 0), 12) : 0;
  const format = new Intl.NumberFormat("en-GB", {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" },
  });
  return (value) => (Number.isNaN(value) ? "–" : format.format(value).replace("-", "−"));
}

/** Above a table: the measure it is of. */
export const heading = ({ label, unit }: Measure): Block => part(`${label} (${unit})`);

/** A share as a whole number of hundredths: "38%". */
export const percent = (share: number): string => (Number.isNaN(share) ? "–" : `${Math.round(100 * share)}%`);
