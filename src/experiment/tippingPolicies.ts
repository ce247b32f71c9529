/** The same policies at several demands. */
import { type Difference, type Summary, summarise } from "../../sim/statistics";
import { POLICIES, POLICY_DEMANDS, policyArm } from "./tippingArms";
import { burntOut, difference } from "./tippingCommon";
import type { Outcome, Outcomes } from "./tippingRuns";

/** Measures of a policy beside the burnt-out share of the last year. */
export const POLICY_MEASURES = ["turnoverRate", "connectedShare", "gpBurden", "returnedToGpShare"] as const;

export interface PolicyRow {
  readonly referrals: number;
  readonly policy: string;
  readonly burntOut: Summary;
  readonly change: Difference | null;
  /** Mean wait of the three services, in working days, less the baseline's. */
  readonly wait: Summary;
  readonly waitChange: Difference | null;
  readonly measures: Readonly<
    Record<string, { readonly summary: Summary; readonly change: Difference | null }>
  >;
}

export function policyTable(outcomes: Outcomes): PolicyRow[] {
  return POLICY_DEMANDS.flatMap((referrals) => {
    const base = outcomes(policyArm("baseline", referrals));
    return ["baseline", ...POLICIES].map((policy) => {
      const outcome = outcomes(policyArm(policy, referrals));
      const change = (of: (o: Outcome) => Float64Array): Difference | null =>
        policy === "baseline" ? null : difference(of(base), of(outcome));
      const measures = POLICY_MEASURES.map((id) => {
        const of = (o: Outcome): Float64Array => o.measure(id);
        return [id, { summary: summarise(of(outcome)), change: change(of) }];
      });
      return {
        referrals,
        policy,
        burntOut: summarise(burntOut(outcome)),
        change: change(burntOut),
        wait: summarise(serviceWait(outcome)),
        waitChange: change(serviceWait),
        measures: Object.fromEntries(measures),
      };
    });
  });
}

/** Mean over the three services of the wait of those who started. */
function serviceWait({ measure }: Outcome): Float64Array {
  const waits = [1, 2, 3].map((s) => measure(`serviceWaitMeanDays${s}`));
  return waits[0].map((_, r) => (waits[0][r] + waits[1][r] + waits[2][r]) / 3);
}
