/** Random scenarios that are allowed: parameters within their limits, levers and a timeline, from a repeatable source. */
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { type Changes, checkScenario, type TimelineEntry, type Value } from "../../sim/scenario";
import { chances, integerFrom } from "../sim/support/chances";

export interface Setting {
  readonly changes: Changes;
  readonly timeline: readonly TimelineEntry[];
}

type Next = () => number;
const one = <T>(next: Next, of: readonly T[]): T => of[integerFrom(next, 0, of.length - 1)];

/** What makes the tables do unusual things: no time at all, no limit at all, everybody, nobody. */
const EXTREMES: Record<string, readonly Value[]> = {
  "referral.bookingLeadDays": [0, 40],
  "referral.renegeRate": [0, 0.1],
  "pathway.followUps": [0, 1, 3],
  "pathway.firstAppointmentOnly": [true],
  "pathway.core1Delay": [0],
  "pathway.core2Delay": [0],
  "pathway.decline": [0, 0.6],
  "contact.hours.first": [0, 4],
  "contact.hours.core": [0],
  "contact.hours.simple": [0],
  "contact.holdingHours.1": [0],
  "contact.holdingHours.4": [0, 2],
  "contact.distribution": ["exponential", "deterministic"],
  "contact.intervalDistribution": ["exponential"],
  "services.stayDistribution": ["deterministic", "lognormal"],
  "services.places.1": [0, 3, "none"],
  "services.places.2": [0, "none"],
  "services.disengageRate": [0, 0.2],
  "handover.hoursCold": [0],
  "handover.lostCold": [0, 1],
  "turnover.noticeDays": [0, 7.3, 90],
  "turnover.baseHazard": [2, 5],
  "turnover.window": [1, 20],
  "recruitment.days": [0, 10, 200],
  "recruitment.distribution": ["deterministic"],
  "recruitment.inductionDays": [0],
  "absence.hazard": [0.1],
  "absence.meanDays": [20],
  "absence.coverAfterDays": [0],
  "exhaustion.atStart": [0, 0.9],
  "exhaustion.gain": [0, 0.2],
  "gp.pReturn": [0, 1],
  "gp.returnMeanDays": [1],
  "holding.witnessRate": [0, 0.3],
  "holding.limitDays": [0, 10],
  "holding.keepsEngagedWindow": ["none"],
  "patients.d0Spread": [1],
  "triage.highComplexityFirst": [true],
  "pathway.closeAtReferral": [true],
  "exhaustion.rule": ["moving-average", "energy", "no-feedback"],
};

/** Levers that a policy may change at any time. */
const LEVERS: Record<string, readonly Value[]> = {
  "holding.policy": ["unrecognised", "recognised", "time-limited", "none"],
  "holding.function1": [true, false],
  "holding.function2": [true, false],
  "holding.function3": [true, false],
  "holding.function4": [true, false],
  "policy.caseloadCap": ["none", 3, 10, 25],
  "services.capacityMultiplier": [0.3, 1, 2],
  "team.linkWorkers": [1, 2, 5, 9],
  "triage.divertSimple": [0, 0.5],
  "triage.highComplexityFirst": [true, false],
  "handover.warm": [true, false],
  "support.training": [true, false],
  "support.supervisionHoursPerMonth": [0, 8],
  "recruitment.days": [5, 100],
  "work.otMax": [0, 0.5],
  "referral.multiplier": [0, 0.5, 3],
  "services.places.1": [0, 20],
};

/** Random scenario number `i`: the same whenever it is asked for. Throws if it is not a valid one. */
export function randomSetting(i: number): Setting {
  const next = chances(`random scenario ${i}`);
  const changes: Record<string, Value> = {
    ...withinRanges(next),
    ...some(next, EXTREMES, 0.12),
    ...some(next, LEVERS, 0.3),
    "run.warmUpYears": 0.3,
    "run.years": 0.5,
    "run.leversFrom": one(next, ["start", "week0"]),
    "team.referenceLinkWorkers": integerFrom(next, 1, 6),
  };
  const timeline = Array.from({ length: integerFrom(next, 0, 4) }, () => ({
    atWeek: integerFrom(next, 0, 25),
    changes: some(next, LEVERS, 0.2),
  })).filter((entry) => Object.keys(entry.changes).length > 0);
  const problems = checkScenario(changes, timeline);
  if (problems.length > 0) throw new Error(`random scenario ${i}: ${problems.join(" ")}`);
  return { changes, timeline };
}

/** About half of all numbers anywhere in their plausible range. */
function withinRanges(next: Next): Record<string, Value> {
  const changes: Record<string, Value> = {};
  for (const row of PARAMETERS) {
    if (row.range === null || row.group === "run" || SHARES.test(row.id) || next() < 0.5) continue;
    changes[row.id] = within(next, row, row.range);
  }
  return changes;
}

/** Shares that must add up stay as they are. */
const SHARES =
  /^(patients\.classShares|services\.shares|exhaustion\.burnout|gp\.G|team\.referenceLinkWorkers)/;

function within(next: Next, row: ParameterRow, [low, high]: readonly [number, number]): number {
  return row.kind === "integer" ? integerFrom(next, low, high) : low + next() * (high - low);
}

function some(next: Next, from: Record<string, readonly Value[]>, chance: number): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(from)
      .filter(() => next() < chance)
      .map(([id, values]) => [id, one(next, values)]),
  );
}
