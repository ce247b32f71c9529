/** Whether, and how fast, a team comes back: pulses of referrals, remedies, and a slow rise and fall of demand. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { DEFAULTS } from "../../sim/parameters";
import { type Difference, type Summary, summarise } from "../../sim/statistics";
import {
  demandOf,
  PULSE,
  PULSE_DEMANDS,
  pulseArm,
  RAMP_LEVELS,
  RAMP_STEPS,
  RAMP_YEARS,
  REMEDIES,
  REMEDY_DEMANDS,
  rampArm,
  remedyArm,
  startArm,
} from "./tippingArms";
import { burntOut, difference } from "./tippingCommon";
import type { Outcome, Outcomes } from "./tippingRuns";
import { meanOver, ofEach, RECOVERY, recoveryWeeks, yearMeans } from "./tippingSeries";

export interface PulseRow {
  readonly referrals: number;
  /** 0 for no pulse. */
  readonly weeks: number;
  /** Mean burnt-out share in each year. */
  readonly years: readonly number[];
  /** Last year's share less that without the pulse; null for no pulse. */
  readonly remains: Difference | null;
  readonly verdict: "has returned" | "has not returned" | "undecided" | null;
}

/** A pulse has returned when what remains of it in the last year is less than this, whatever chance may add. */
export const RETURNED = 0.1;

export function pulseTable(outcomes: Outcomes): PulseRow[] {
  return PULSE_DEMANDS.flatMap((referrals) => {
    const without = outcomes(startArm("good", demandOf(referrals)));
    return [0, ...PULSE.weeks].map((weeks) => {
      const outcome = weeks === 0 ? without : outcomes(pulseArm(referrals, weeks));
      const remains = weeks === 0 ? null : difference(burntOut(without), burntOut(outcome));
      const years = [1, 2, 3, 4, 5].map((year) => summarise(yearMeans(outcome.burntOut, year)).mean);
      return { referrals, weeks, years, remains, verdict: remains && verdictOf(remains) };
    });
  });
}

/** Decided only where the whole interval lies on one side. */
function verdictOf({ ci95: [low, high] }: Difference): PulseRow["verdict"] {
  if (high < RETURNED) return "has returned";
  return low > RETURNED ? "has not returned" : "undecided";
}

export interface RecoveryRow {
  readonly referrals: number;
  readonly remedy: string;
  /** Replications in which the team was burnt out at week 0. */
  readonly burntOut: number;
  /** Of these, the share recovered within one, two and five years. */
  readonly within: readonly [number, number, number];
  /** Weeks within which half have recovered; Infinity where it takes longer than the run. */
  readonly medianWeeks: number;
  /** Burnt-out share of the last year, less that without a remedy. */
  readonly lastYear: Summary;
  readonly helps: Difference | null;
}

export function recoveryTable(outcomes: Outcomes): RecoveryRow[] {
  return REMEDY_DEMANDS.flatMap((referrals) => {
    const without = outcomes(remedyArm(referrals, {}));
    return REMEDIES.map(({ what, changes }) => {
      const outcome = outcomes(remedyArm(referrals, changes));
      const ends = burntOut(outcome);
      return {
        referrals,
        remedy: what,
        ...recovered(outcome),
        lastYear: summarise(ends),
        helps: outcome === without ? null : difference(burntOut(without), ends),
      };
    });
  });
}

function recovered(outcome: Outcome): Pick<RecoveryRow, "burntOut" | "within" | "medianWeeks"> {
  const weeks = Array.from(ofEach(outcome.burntOut, (r) => recoveryWeeks(outcome.burntOut, r)));
  const times = weeks.filter((time) => !Number.isNaN(time)).sort((a, b) => a - b);
  const share = (limit: number): number => times.filter((time) => time <= limit).length / times.length;
  const median = times.length > 0 ? times[Math.ceil(times.length / 2) - 1] : Number.NaN;
  return {
    burntOut: times.length,
    within: [share(52), share(104), share(260 - RECOVERY.lastsWeeks)],
    medianWeeks: median,
  };
}

export interface RampRow {
  readonly years: number;
  /** Referrals per reference WTE and year at this step. */
  readonly referrals: number;
  /** Share burnt out in the second half of the step, on the way up and on the way down. */
  readonly up: Summary;
  readonly down: Summary | null;
  readonly gap: Difference | null;
}

export function rampTable(outcomes: Outcomes): RampRow[] {
  return RAMP_YEARS.flatMap((years) => {
    const { burntOut: series } = outcomes(rampArm(years));
    const weeks = (years * WEEKS_PER_YEAR) / RAMP_STEPS.length;
    const stepMeans = (step: number): Float64Array =>
      ofEach(series, (r) => meanOver(series, r, (step + 0.5) * weeks, (step + 1) * weeks));
    return RAMP_LEVELS.map((level, i) => {
      const up = stepMeans(i);
      const last = i === RAMP_LEVELS.length - 1;
      const down = last ? null : stepMeans(RAMP_STEPS.length - 1 - i);
      return {
        years,
        referrals: level * DEFAULTS.referral.perWtePerYear,
        up: summarise(up),
        down: down && summarise(down),
        gap: down && difference(up, down),
      };
    });
  });
}
