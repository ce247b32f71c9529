/** Whether outcomes that are divided by the referrals of the period can be compared. */
import { measureById, type Results } from "../results";

/**
 * Such outcomes also count what befalls people who were referred before the period. As many are still under way when it
 * ends, so that this evens out, unless referrals dry up: then the few of the period stand for everybody. It counts where
 * this share of the referrals came in before the period and left within it, beyond those who are left at its end.
 */
const MOST_DRAINED = 0.1;

function isDrained(results: Results, s: number): boolean {
  const mean = (id: string) => results.summary(s, id).mean;
  const drained = mean("patientsInSystemStart") - mean("patientsInSystemEnd");
  return drained > MOST_DRAINED * mean("patientsReferred");
}

/** Positions of the base and of scenario `s`, as far as referrals dry up in them. */
export const drainedOf = (results: Results, s: number): number[] =>
  [...new Set([0, s])].filter((i) => isDrained(results, i));

/** Whether scenario `s` can be compared with the base in a measure. */
export function isComparable(results: Results, s: number, id: string): boolean {
  return !measureById(id).isPerReferral || drainedOf(results, s).length === 0;
}
