/** Small runs that between them give every measure a value: a team of three, a year and a half, and what happens to it. */
import type { Changes, TimelineEntry } from "../../sim/scenario";

export interface Setting {
  readonly changes: Changes;
  readonly timeline?: readonly TimelineEntry[];
}

const SMALL: Changes = {
  "run.warmUpYears": 0.5,
  "run.years": 1,
  "team.linkWorkers": 3,
  "team.referenceLinkWorkers": 3,
  "services.places.1": 15,
  "services.places.2": 20,
  "services.places.3": 20,
};
const RESTLESS: Changes = {
  ...SMALL,
  "turnover.baseHazard": 1.5,
  "absence.hazard": 0.02,
  "recruitment.days": 40,
};

export const SETTINGS: Readonly<Record<string, Setting>> = {
  "the defaults": { changes: { "run.warmUpYears": 0.5, "run.years": 1 } },
  "people come and go": { changes: RESTLESS },
  "no warm-up, whole working days that are no whole weeks": {
    changes: { ...RESTLESS, "run.warmUpYears": 0, "run.years": 0.7 },
  },
  "a warm-up of no whole weeks": { changes: { ...RESTLESS, "run.warmUpYears": 0.3, "run.years": 0.5 } },
  "no holding, from week 0": { changes: { ...RESTLESS, "holding.policy": "none" } },
  "holding recognised, all support, warm handover": {
    changes: {
      ...RESTLESS,
      "holding.policy": "recognised",
      "support.training": true,
      "support.peer": true,
      "support.supervisionHoursPerMonth": 4,
      "handover.warm": true,
    },
  },
  "caseload cap of 40, triage": {
    changes: {
      ...SMALL,
      "policy.caseloadCap": 40,
      "triage.divertSimple": 0.5,
      "triage.highComplexityFirst": true,
    },
  },
  "a timeline of posts, support, holding and demand": {
    changes: RESTLESS,
    timeline: [
      { atWeek: 0, changes: { "team.linkWorkers": 5 } },
      { atWeek: 8, changes: { "holding.policy": "time-limited", "support.training": true } },
      { atWeek: 20, changes: { "team.linkWorkers": 2, "support.supervisionHoursPerMonth": 6 } },
      {
        atWeek: 33,
        changes: { "holding.function3": false, "support.training": false, "referral.multiplier": 1.5 },
      },
    ],
  },
  "burnt out from the start, no notice, nobody is replaced quickly": {
    changes: {
      ...RESTLESS,
      "exhaustion.atStart": 0.9,
      "exhaustion.atHire": 0.65,
      "turnover.noticeDays": 0,
      "recruitment.days": 100,
    },
  },
  "contacts that take no time": {
    changes: {
      ...RESTLESS,
      "contact.hours.core": 0,
      "contact.hours.simple": 0,
      "contact.holdingHours.4": 0,
      "handover.hoursCold": 0,
    },
  },
  "first appointments that take no time, no notice for them, no drift": {
    changes: {
      ...RESTLESS,
      "contact.hours.first": 0,
      "referral.bookingLeadDays": 0,
      "patients.distressDrift": 0,
    },
  },
  "cases closed at referral, everybody returns": {
    changes: {
      ...SMALL,
      "pathway.closeAtReferral": true,
      "gp.pReturn": 1,
      "gp.returnMeanDays": 20,
      "services.disengageRate": 0.1,
    },
  },
  "nobody is referred": { changes: { ...SMALL, "referral.perWtePerYear": 0 } },
};
