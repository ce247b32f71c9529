/** The model verified against theory: one list of checks, which tests, command line and page run. */
import type { Check, CheckResult } from "./check";
import { chanceChecks } from "./checks/chance";
import { exhaustionChecks } from "./checks/exhaustion";
import { holdingChecks } from "./checks/holding";
import { identityChecks } from "./checks/identities";
import { meanFieldChecks } from "./checks/meanField";
import { returningChecks } from "./checks/returning";
import { serviceChecks } from "./checks/services";
import { staffChecks } from "./checks/staff";
import { waitingListChecks } from "./checks/waitingList";
import { perform } from "./lab";

export type { Check, CheckResult, Finding } from "./check";
export { type Manner, perform } from "./lab";

/** What a worker is asked: plain data, so that it can be posted. */
export interface CheckRequest {
  readonly id: string;
  readonly seed: string;
  /** Times as many replications as usual. */
  readonly effort: number;
}

/** Every check, in the order in which they are shown. */
export const CHECKS: readonly Check[] = [
  ...waitingListChecks,
  ...serviceChecks,
  ...returningChecks,
  ...holdingChecks,
  ...staffChecks,
  ...exhaustionChecks,
  ...meanFieldChecks,
  ...identityChecks,
  ...chanceChecks,
];

/** Does the check that is asked for; throws when there is none of that id. */
export function performRequest({ id, seed, effort }: CheckRequest): CheckResult {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return perform(check, seed, { effort });
}
