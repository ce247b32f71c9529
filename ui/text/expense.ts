/** Whether a scenario helps the staff at the patients' expense. */
import { mean, sum } from "d3-array";
import { type Difference, pairedDifference } from "../../sim/statistics";
import { measureById, type Results } from "../results";
import { isComparable } from "./comparable";
import { verdictOf } from "./verdict";

const STAFF_SIDE = ["leavers", "turnoverRate", "burnoutPrevalence", "exhaustionMean"];

/**
 * A patients' outcome counts as worse when its difference is clear and at least this share of the baseline's value:
 * with many futures the smallest difference is clear, and a warning at every one would not be read.
 */
export const MATERIAL_SHARE = 0.01;
/** Waiting and time without contact must lengthen by this share: a day more alone drops nobody. */
export const MATERIAL_DELAY = 0.1;
/** Ways in which patients are let down. They are added up: giving up later instead of sooner is no change. */
const LET_DOWN = [
  "returnedToGpShare",
  "disengagedShare",
  "droppedOutShare",
  "renegedShare",
  "lostAtHandoverShare",
];

/** Difference in the share of referrals that end in being let down, in whatever way. */
export function letDown(
  results: Results,
  s: number,
): { readonly base: number; readonly difference: Difference } {
  return results.once(`let down ${s}`, () => {
    const [base, other] = [0, s].map((i) => {
      const columns = LET_DOWN.map((id) => results.column(i, id));
      return columns[0].map((_, r) => sum(columns, (values) => values[r]));
    });
    return { base: mean(base) ?? Number.NaN, difference: pairedDifference(base, other, "lower") };
  });
}

/** Whether patients fare materially worse in scenario `s` than at the baseline, in one of the ways that count. */
export function arePatientsWorse(results: Results, s: number): boolean {
  const isWorse = (id: string, share: number) => {
    const { good } = measureById(id);
    return (
      isComparable(results, s, id) &&
      isMaterial(results.difference(s, id), results.summary(0, id).mean, good, share)
    );
  };
  const { base, difference } = letDown(results, s);
  return (
    isWorse("connectedShare", MATERIAL_SHARE) ||
    isWorse("distressDays", MATERIAL_SHARE) ||
    isWorse("waitMeanDays", MATERIAL_DELAY) ||
    isWorse("longestGapDays", MATERIAL_DELAY) ||
    (isComparable(results, s, LET_DOWN[0]) && isMaterial(difference, base, "lower", MATERIAL_SHARE))
  );
}

function isMaterial(
  difference: Difference,
  base: number,
  good: "lower" | "higher" | null,
  share: number,
): boolean {
  const size = Math.abs(difference.mean) / Math.abs(base);
  return verdictOf(difference, good) === "worse" && !(size < share);
}

/**
 * Whether a staff outcome is clearly better in scenario `s` than at the baseline, and none is clearly worse: of a much
 * smaller team fewer leave, however badly it fares.
 */
export function isStaffBetter(results: Results, s: number): boolean {
  const verdicts = STAFF_SIDE.map((id) => verdictOf(results.difference(s, id), measureById(id).good));
  return verdicts.includes("better") && !verdicts.includes("worse");
}

/** Whether scenario `s` helps the staff while patients fare materially worse. */
export function isAtPatientsExpense(results: Results, s: number): boolean {
  return s > 0 && isStaffBetter(results, s) && arePatientsWorse(results, s);
}

/**
 * Distress-days count people while they are in the system. A policy that lets more people go counts fewer of them:
 * then a fall is no good news, whatever the staff's side.
 */
export function isDistressUncounted(results: Results, s: number): boolean {
  if (!isComparable(results, s, "distressDays")) return false;
  const { base, difference } = letDown(results, s);
  const falls = verdictOf(results.difference(s, "distressDays"), "lower") === "better";
  return falls && isMaterial(difference, base, "lower", MATERIAL_SHARE);
}
