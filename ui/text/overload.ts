/** Whether referrals exceed what a team can see: the rule, and the sentence that says so. */
import { mean } from "d3-array";
import type { Results } from "../results";
import { formatCount, inSentence } from "./format";

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
  if (row.length < 2 * WEEKS_PER_YEAR) return false;
  const values = Array.from(row);
  const part = (from: number, to?: number) => mean(values.slice(from, to)) ?? Number.NaN;
  const first = part(0, WEEKS_PER_YEAR);
  const before = part(-2 * WEEKS_PER_YEAR, -WEEKS_PER_YEAR);
  const last = part(-WEEKS_PER_YEAR);
  return last >= times * first && last - first >= more && last >= STILL_GROWING * before;
}

/** Number of futures of scenario `s` in which the waiting list, the wait or the caseload grows without end. */
export function overloadedFutures(results: Results, s: number): number {
  return results.once(`overloaded ${s}`, () => {
    const futures = Array.from({ length: results.futures }, (_, r) => r);
    return futures.filter((r) =>
      SIGNS.some((sign) => growsWithoutEnd(results.weekly(s, r, sign.column), sign)),
    ).length;
  });
}

/** A sentence if referrals exceed the capacity of scenario `s` in a fifth of its futures or more, else null. */
export function overloadWarning(results: Results, s: number): string | null {
  const count = overloadedFutures(results, s);
  if (count < SHARE_TO_SAY * results.futures) return null;
  const where = s === 0 ? "At the baseline" : `With ${inSentence(results.scenarios[s].name)}`;
  const all = count === results.futures;
  const futures = all
    ? "every simulated future"
    : `${formatCount(count)} of ${formatCount(results.futures)} simulated futures`;
  return `${where}, referrals exceed capacity; the wait grows without end, in ${futures}. Averages over the whole period hide this.`;
}
