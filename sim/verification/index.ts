/** The model verified against theory: one list of checks, which tests, command line and page run. */
import type { Check, CheckResult } from "./check";
import { arrivalChecks } from "./checks/arrivals";
import { caseloadCapChecks } from "./checks/caseloadCap";
import { conservationChecks } from "./checks/conservation";
import { drawnChecks } from "./checks/drawn";
import { exhaustionChecks } from "./checks/exhaustion";
import { holdingChecks } from "./checks/holding";
import { keyChecks } from "./checks/keys";
import { littleChecks } from "./checks/little";
import { meanFieldChecks } from "./checks/meanField";
import { onePatientChecks } from "./checks/onePatient";
import { otherListChecks } from "./checks/otherLists";
import { returningChecks } from "./checks/returning";
import { samplerChecks } from "./checks/samplers";
import { serviceChecks } from "./checks/services";
import { staffChecks } from "./checks/staff";
import { supportedWaitChecks } from "./checks/supportedWait";
import { tenureChecks } from "./checks/tenure";
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
  ...otherListChecks,
  ...serviceChecks,
  ...supportedWaitChecks,
  ...returningChecks,
  ...caseloadCapChecks,
  ...holdingChecks,
  ...onePatientChecks,
  ...staffChecks,
  ...tenureChecks,
  ...exhaustionChecks,
  ...meanFieldChecks,
  ...littleChecks,
  ...conservationChecks,
  ...arrivalChecks,
  ...samplerChecks,
  ...drawnChecks,
  ...keyChecks,
];

/** Does the check that is asked for; throws when there is none of that id. */
export function performRequest({ id, seed, effort }: CheckRequest): CheckResult {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return perform(check, seed, { effort });
}
