/** Whether referrals exceed what a team can see: the rule, and the sentence that says so. */
import type { Results } from "../results";
import { atOnce } from "../slices";
import { formatCount, inSentence } from "./format";
import { text } from "./text";

const WEEKS_PER_YEAR = 52;

interface Sign {
  /** Weekly column. */
  readonly column: string;
  /** The last year's mean must be at least this many times the first year's … */
  readonly times: number;
  /** … and this much larger, so that noise about a small number is no alarm … */
  readonly more: number;
}

/** Signs of overload; a policy moves the queue from one place to another, so that one of them is enough. */
const SIGNS: readonly Sign[] = [
  { column: "waitingList", times: 2, more: 20 },
  { column: "waitMeanDays", times: 1.5, more: 5 },
  { column: "caseloadMean", times: 2, more: 20 },
];
/** … and still growing: this many times the mean of the year before. */
const STILL_GROWING = 1.02;
/** Share of the futures from which on the reader is told. */
export const SHARE_TO_SAY = 0.2;

/** Whether one future's weekly column grows by the rule of `sign`. Records shorter than two years cannot show it. */
export function growsWithoutEnd(row: ArrayLike<number>, { times, more }: Omit<Sign, "column">): boolean {
  const { length } = row;
  if (length < 2 * WEEKS_PER_YEAR) return false;
  const first = meanOf(row, 0, WEEKS_PER_YEAR);
  const before = meanOf(row, length - 2 * WEEKS_PER_YEAR, length - WEEKS_PER_YEAR);
  const last = meanOf(row, length - WEEKS_PER_YEAR, length);
  return last >= times * first && last - first >= more && last >= STILL_GROWING * before;
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

/** Number of futures of scenario `s` in which the waiting list, the wait or the caseload grows without end. */
export const overloadedFutures = (results: Results, s: number): number =>
  atOnce(overloadedFuturesSteps(results, s));

/** Futures that are one step of work. */
const FUTURES_A_STEP = 100;

export const overloadedFuturesSteps = (results: Results, s: number): Generator<void, number> =>
  results.inSteps(`overloaded ${s}`, function* () {
    let count = 0;
    for (let r = 0; r < results.futures; r++) {
      if (SIGNS.some((sign) => growsWithoutEnd(results.weekly(s, r, sign.column), sign))) count++;
      if (r % FUTURES_A_STEP === FUTURES_A_STEP - 1) yield;
    }
    return count;
  });

/** A sentence if referrals exceed the capacity of scenario `s` in a fifth of its futures or more, else null. */
export function overloadWarning(results: Results, s: number): string | null {
  const count = overloadedFutures(results, s);
  if (count < SHARE_TO_SAY * results.futures) return null;
  const { overload, atBaseline, withScenario, everyFuture, someFutures } = text.warnings;
  const where = s === 0 ? atBaseline : withScenario(inSentence(results.scenarios[s].name));
  const all = count === results.futures;
  return overload(where, all ? everyFuture : someFutures(formatCount(count), formatCount(results.futures)));
}
