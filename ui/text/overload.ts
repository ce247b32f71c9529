/** Whether referrals exceed what a team can see: the rule, and the sentence that says so. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import type { Results } from "../results";
import { atOnce } from "../slices";
import { formatCount, inSentence, yearsInWords } from "./format";
import { text } from "./text";

interface Sign {
  /** Weekly column. */
  readonly column: string;
  /** The mean of the record's last part must be at least this many times that of its first part … */
  readonly times: number;
  /** … and this much larger, so that noise about a small number is no alarm … */
  readonly more: number;
}

/** Signs of overload; a policy moves the queue from one place to another, so that one of them is enough. */
const SIGNS: readonly Sign[] = [
  { column: "waitingList", times: 2, more: 20 },
  { column: "waitMeanDays", times: 1.75, more: 8 },
  { column: "caseloadMean", times: 2, more: 20 },
];
/** … and still growing: this many times the mean of the part before. */
const STILL_GROWING = 1.02;

/** Whether a row's mean over its last `part` weeks is clearly above that of the `part` weeks before. */
function isStillGrowing(row: ArrayLike<number>, part: number): boolean {
  const { length } = row;
  return meanOf(row, length - part, length) >= STILL_GROWING * meanOf(row, length - 2 * part, length - part);
}

/**
 * Whether one future's weekly column grows by the rule of `sign`. A part is a quarter of the record, but no less than a
 * year, so that one bad year at the end of a long record is no trend; shorter records than two years cannot show it.
 */
export function growsWithoutEnd(row: ArrayLike<number>, { times, more }: Omit<Sign, "column">): boolean {
  const { length } = row;
  if (length < 2 * WEEKS_PER_YEAR) return false;
  const part = Math.max(WEEKS_PER_YEAR, Math.floor(length / 4));
  const first = meanOf(row, 0, part);
  const last = meanOf(row, length - part, length);
  return last >= times * first && last - first >= more && isStillGrowing(row, part);
}

/**
 * The other rule holds for shorter records too, and for a queue that was long from the start: so large a share of the
 * referrals is more than the team can see. Those gather in the system or give up.
 */
const BEYOND_CAPACITY = 0.15;
/** Fewer weeks are too few to tell it from chance. */
const FEWEST_WEEKS = 26;
/** A policy that keeps people longer fills the system too; so there must be a wait beyond the notice for it … */
const LONG_WAIT = { times: 1.5, more: 5 };
/** Whether whoever is seen in the last quarter of the record has waited much longer than the notice alone takes. */
export function isLongWait(waits: ArrayLike<number>, noticeDays: number): boolean {
  const wait = meanOf(waits, Math.floor(0.75 * waits.length), waits.length);
  return wait >= LONG_WAIT.times * noticeDays && wait >= noticeDays + LONG_WAIT.more;
}

/** Shares of one future's referrals: who gathers in the system, and who gives up because of the wait. */
interface Excess {
  readonly gathers: number;
  readonly givesUp: number;
}

function excessOf(results: Results, s: number, r: number): Excess {
  const measure = (id: string) => results.column(s, id)[r];
  const { renegeRate, bookingLeadDays } = results.params(s).referral;
  const givesUpAnyway = 1 - Math.exp(-renegeRate * bookingLeadDays);
  return {
    gathers:
      (measure("patientsInSystemEnd") - measure("patientsInSystemStart")) / measure("patientsReferred"),
    givesUp: measure("renegedShare") - givesUpAnyway,
  };
}

/** Mean of the values from `from` to before `to` that are there; NaN of none. */
function meanOf(row: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  for (let i = from; i < to; i++) {
    if (Number.isNaN(row[i])) continue;
    sum += row[i];
    n++;
  }
  return n === 0 ? Number.NaN : sum / n;
}

/** In how many futures referrals exceed capacity, and in how many of these the queue still grows. */
interface Overload {
  readonly futures: number;
  readonly growing: number;
}

function overloadOf(results: Results, s: number, r: number): "none" | "held" | "growing" {
  if (SIGNS.some((sign) => growsWithoutEnd(results.weekly(s, r, sign.column), sign))) return "growing";
  if (results.weeks < FEWEST_WEEKS) return "none";
  const { gathers, givesUp } = excessOf(results, s, r);
  if (!(gathers + givesUp >= BEYOND_CAPACITY)) return "none";
  // … or so many who give up for it: the wait of the few who are seen tells little then.
  const isWaitedFor =
    givesUp >= BEYOND_CAPACITY ||
    isLongWait(results.weekly(s, r, "waitMeanDays"), results.params(s).referral.bookingLeadDays);
  if (!isWaitedFor) return "none";
  return isStillGrowing(patientsInSystem(results, s, r), Math.floor(results.weeks / 4)) ? "growing" : "held";
}

/** How many patients one future has in the system in each week, on the waiting list or in a caseload. */
function patientsInSystem(results: Results, s: number, r: number): Float64Array {
  const open = results.weekly(s, r, "openCases");
  return results.weekly(s, r, "waitingList").map((waiting, week) => waiting + open[week]);
}

/** Futures that are one step of work. */
const FUTURES_A_STEP = 100;

/** In how many futures of scenario `s` referrals exceed capacity, worked out in steps. */
export const overloadSteps = (results: Results, s: number): Generator<void, Overload> =>
  results.inSteps(`overloaded ${s}`, function* () {
    let futures = 0;
    let growing = 0;
    for (let r = 0; r < results.futures; r++) {
      const found = overloadOf(results, s, r);
      if (found !== "none") futures++;
      if (found === "growing") growing++;
      if (r % FUTURES_A_STEP === FUTURES_A_STEP - 1) yield;
    }
    return { futures, growing };
  });

/** Number of futures of scenario `s` in which referrals exceed capacity. */
export const overloadedFutures = (results: Results, s: number): number =>
  atOnce(overloadSteps(results, s)).futures;

/** Share of the futures from which on the reader is told, and the fewest futures: two of the first six prove little. */
const SHARE_TO_SAY = 0.2;
const FEWEST_TO_SAY = 3;

/** A sentence if referrals exceed the capacity of scenario `s` in a fifth of its futures or more, else null. */
export function overloadWarning(results: Results, s: number): string | null {
  const { futures, growing } = atOnce(overloadSteps(results, s));
  const isAll = futures === results.futures;
  if (!isAll && futures < Math.max(FEWEST_TO_SAY, SHARE_TO_SAY * results.futures)) return null;
  const { overload, overloadMixed, overloadHeld } = text.warnings;
  const { atBaseline, withScenario, everyFuture, someFutures } = text.warnings;
  const where = s === 0 ? atBaseline : withScenario(inSentence(results.scenarios[s].name));
  const howMany = isAll ? everyFuture : someFutures(formatCount(futures), formatCount(results.futures));
  const years = yearsInWords(results.params(s).run.years);
  if (growing === 0) return overloadHeld(where, howMany, years);
  if (growing === futures) return overload(where, howMany, years);
  return overloadMixed(where, howMany, formatCount(growing), years);
}
