/** What makes a team stay burnt out, and what leaving does to it. */
import { type Difference, type Summary, summarise } from "../../sim/statistics";
import {
  DEMANDS,
  demandOf,
  departureArm,
  FORCED_WEEK,
  LEAVING,
  LEAVING_DEMANDS,
  LOOPS,
  RECRUITMENTS,
  startArm,
} from "./tippingArms";
import { burntOut, difference } from "./tippingCommon";
import type { Outcome, Outcomes } from "./tippingRuns";
import { fluctuation, ofEach, totalOver } from "./tippingSeries";

export interface LoopRow {
  readonly off: string;
  readonly good: Summary;
  readonly bad: Summary;
  readonly gap: Difference;
}

export function loopTable(outcomes: Outcomes): LoopRow[] {
  return LOOPS.map(({ what, changes }) => {
    const [good, bad] = (["good", "bad"] as const).map((start) =>
      burntOut(outcomes(startArm(start, changes))),
    );
    return { off: what, good: summarise(good), bad: summarise(bad), gap: difference(good, bad) };
  });
}

export interface LeavingRow {
  readonly referrals: number;
  readonly leaving: string;
  readonly burntOut: Summary;
  readonly turnover: Summary;
  /** Burnt-out share of the last year less that where leaving is unrelated to exhaustion; null for that row. */
  readonly more: Difference | null;
}

export function leavingTable(outcomes: Outcomes): LeavingRow[] {
  return LEAVING_DEMANDS.flatMap((referrals) => {
    const of = (changes: (typeof LEAVING)[number]["changes"]): Outcome =>
      outcomes(startArm("good", { ...demandOf(referrals), ...changes }));
    const unrelated = burntOut(of(LEAVING[0].changes));
    return LEAVING.map(({ what, changes }, i) => {
      const outcome = of(changes);
      const ends = burntOut(outcome);
      return {
        referrals,
        leaving: what,
        burntOut: summarise(ends),
        turnover: summarise(outcome.measure("turnoverRate")),
        more: i === 0 ? null : difference(unrelated, ends),
      };
    });
  });
}

export interface DepartureRow {
  readonly recruitmentDays: number;
  /** Extra notices for one forced departure, in the year and in the two years after it. */
  readonly afterOneYear: Difference;
  readonly afterTwoYears: Difference;
  /** Variance over mean of notices in quarters, less 1: 0 for notices that come by chance alone. */
  readonly clustering: Summary;
}

export function departureTable(outcomes: Outcomes): DepartureRow[] {
  return RECRUITMENTS.map((recruitmentDays) => {
    const [free, forced] = [false, true].map((f) => outcomes(departureArm(recruitmentDays, f)).leavers);
    const notices = (weeks: number) =>
      difference(
        ofEach(free, (r) => totalOver(free, r, FORCED_WEEK, FORCED_WEEK + weeks)),
        ofEach(forced, (r) => totalOver(forced, r, FORCED_WEEK, FORCED_WEEK + weeks)),
      );
    const clustering = summarise(ofEach(free, (r) => excessDispersion(quarters(free, r))));
    return { recruitmentDays, afterOneYear: notices(52), afterTwoYears: notices(104), clustering };
  });
}

const quarters = (leavers: Outcome["leavers"], r: number): number[] =>
  Array.from({ length: Math.floor(leavers.weeks / 13) }, (_, q) =>
    totalOver(leavers, r, 13 * q, 13 * (q + 1)),
  );

/** Variance over mean, less 1; NaN where nothing was counted. */
function excessDispersion(counts: readonly number[]): number {
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  return variance / mean - 1;
}

export interface SlowingRow {
  readonly referrals: number;
  /** Replications with at least one half-year in which the team is well throughout. */
  readonly n: number;
  readonly sd: Summary;
  readonly memory: Summary;
  /** Less those of the lowest demand; null there. */
  readonly sdMore: Difference | null;
  readonly memoryMore: Difference | null;
}

export function slowingTable(outcomes: Outcomes): SlowingRow[] {
  const of = (referrals: number) => {
    const { exhaustion } = outcomes(startArm("good", demandOf(referrals)));
    return {
      sd: ofEach(exhaustion, (r) => fluctuation(exhaustion, r).sd),
      memory: ofEach(exhaustion, (r) => fluctuation(exhaustion, r).memory),
    };
  };
  const lowest = of(DEMANDS[0]);
  return DEMANDS.map((referrals, i) => {
    const { sd, memory } = of(referrals);
    return {
      referrals,
      n: summarise(sd).n,
      sd: summarise(sd),
      memory: summarise(memory),
      sdMore: i === 0 ? null : difference(lowest.sd, sd),
      memoryMore: i === 0 ? null : difference(lowest.memory, memory),
    };
  });
}
