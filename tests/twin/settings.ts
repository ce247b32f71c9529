/** The settings on which the engine and the twin are run, each named after what it brings about. */
import type { Changes, TimelineEntry } from "../../sim/scenario";
import { randomSetting, type Setting } from "../invariants/randomSettings";

/** Many absences and departures, so that cases change hands often. */
const RESTLESS: Changes = {
  "absence.hazard": 0.02,
  "turnover.baseHazard": 1.5,
  "turnover.noticeDays": 10,
  "recruitment.days": 30,
};

/** A small team for a small place. */
const SMALL: Changes = { "team.linkWorkers": 3, "team.referenceLinkWorkers": 3 };

/** Settings that stay as they are from the first day to the last. */
const STEADY: Readonly<Record<string, Changes>> = {
  "the defaults, in a busier place": { "referral.perWtePerYear": 260, "run.years": 3 },
  "a post fewer, and all burnt out at the start": {
    "team.linkWorkers": 6,
    "exhaustion.atStart": 0.8,
  },
  "function 1 off": { "holding.function1": false },
  "function 2 off": { "holding.function2": false },
  "function 3 off": { "holding.function3": false },
  "function 4 off": { "holding.function4": false },
  "no holding": { "holding.policy": "none" },
  "recognised holding": { "holding.policy": "recognised", "holding.protectedShare": 0.4 },
  "time-limited holding, people come and go": { ...RESTLESS, "holding.policy": "time-limited" },
  "people come and go": RESTLESS,
  "resignations spread": { ...RESTLESS, "turnover.contagion": 8, "turnover.kL": 3, "turnover.kJ": 4 },
  "hidden work drives newcomers away": {
    "recruitment.days": 5,
    "turnover.noticeDays": 5,
    "turnover.baseHazard": 1,
    "turnover.kJ": 5,
    "turnover.kL": 0,
    "turnover.contagion": 0,
    "run.years": 2.5,
  },
  "long absences that colleagues cover": {
    "absence.hazard": 0.03,
    "absence.meanDays": 25,
    "absence.coverAfterDays": 2,
  },
  "everybody absent at times": { ...SMALL, "absence.hazard": 0.08, "absence.meanDays": 20 },
  "no notice, posts filled by the day": {
    ...RESTLESS,
    ...SMALL,
    "turnover.noticeDays": 0,
    "recruitment.distribution": "deterministic",
  },
  "a caseload cap, high complexity first": {
    ...RESTLESS,
    "policy.caseloadCap": 25,
    "triage.highComplexityFirst": true,
    "triage.divertSimple": 0.5,
  },
  "all support, warm handover": {
    ...RESTLESS,
    "support.training": true,
    "support.peer": true,
    "support.supervisionHoursPerMonth": 6,
    "handover.warm": true,
  },
  "cases closed at referral": { ...RESTLESS, "pathway.closeAtReferral": true },
  "scarce services, support that keeps people waiting": {
    "services.capacityMultiplier": 0.5,
    "services.disengageRate": 0.03,
    "holding.keepsEngaged": 0.95,
  },
  "drawn intervals, exponential contacts, lognormal stays": {
    ...RESTLESS,
    "contact.intervalDistribution": "exponential",
    "contact.distribution": "exponential",
    "services.stayDistribution": "lognormal",
  },
  "fixed contacts and stays": {
    "contact.distribution": "deterministic",
    "services.stayDistribution": "deterministic",
  },
  "exhaustion as a moving average": { ...RESTLESS, "exhaustion.rule": "moving-average" },
  "exhaustion as lack of energy": { ...RESTLESS, "exhaustion.rule": "energy" },
  "exhaustion without feedback on work": { ...RESTLESS, "exhaustion.rule": "no-feedback" },
};

/** Settings in which levers change at week 0 and later. */
const MOVING: Readonly<Record<string, { changes: Changes; timeline: TimelineEntry[] }>> = {
  "posts come at week 0 and go again": {
    changes: { "team.linkWorkers": 9, "recruitment.days": 20 },
    timeline: [
      { atWeek: 20, changes: { "team.linkWorkers": 8 } },
      { atWeek: 21, changes: { "team.linkWorkers": 7 } },
      { atWeek: 22, changes: { "team.linkWorkers": 6 } },
      { atWeek: 35, changes: { "team.linkWorkers": 8 } },
    ],
  },
  "recognition and support come, services and referrals swing": {
    changes: { "holding.policy": "recognised", "support.training": true, "policy.caseloadCap": 40 },
    timeline: [
      { atWeek: 8, changes: { "services.capacityMultiplier": 0.6, "referral.multiplier": 1.5 } },
      { atWeek: 30, changes: { "services.capacityMultiplier": 1.4, "support.training": false } },
    ],
  },
};

const EIGHTEEN_MONTHS: Changes = { "run.warmUpYears": 0.5, "run.years": 1 };

export const SETTINGS: Readonly<Record<string, Setting>> = {
  ...Object.fromEntries(
    Object.entries(STEADY).map(([name, changes]) => [
      name,
      { changes: { ...EIGHTEEN_MONTHS, "run.leversFrom": "start", ...changes }, timeline: [] },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MOVING).map(([name, { changes, timeline }]) => [
      name,
      { changes: { ...EIGHTEEN_MONTHS, ...changes }, timeline },
    ]),
  ),
};

/**
 * A random setting in which holding stays as it is throughout, and core and handover contacts take some
 * time: without it, many things happen in the same instant, and their order hangs on the last bit of a sum.
 */
export function randomSteadyTeam(i: number): Setting {
  const { changes, timeline } = randomSetting(i);
  const timed = ["contact.hours.core", "handover.hoursCold"].filter((id) => changes[id] === 0);
  return {
    changes: { ...changes, ...Object.fromEntries(timed.map((id) => [id, 0.4])), "run.leversFrom": "start" },
    timeline: timeline.map((entry) => ({ ...entry, changes: steady(entry.changes) })),
  };
}

const steady = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([id]) => !id.startsWith("holding.")));
