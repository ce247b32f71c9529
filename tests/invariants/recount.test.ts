/**
 * Proves that the books are right at every moment: after every n-th event of many kinds of run the whole state is
 * counted from scratch and compared (recount.ts), every patient's one outstanding token above all.
 */
import { describe, expect, it } from "vitest";
import { EventLog } from "../../sim/record/eventLog";
import { type Changes, resolveStages, type TimelineEntry } from "../../sim/scenario";
import { loadEngine } from "../sim/support/engine";
import { randomSetting } from "./randomSettings";
import { Ledger, recount } from "./recount";

const { replicate } = await loadEngine();

interface Outcome {
  readonly problems: string[];
  readonly recounts: number;
}

/** Runs one replication, counts everything after every `every`-th event, and gathers what was wrong. */
function recountRun(
  changes: Changes,
  timeline: readonly TimelineEntry[],
  every: number,
  replication = 0,
): Outcome {
  const stages = resolveStages(changes, timeline);
  const log = new EventLog();
  const ledger = new Ledger(stages[0].params.services.shares.length, stages[0].params.team.linkWorkers);
  const problems: string[] = [];
  let recounts = 0;
  let events = 0;
  replicate(stages, "recount", replication, {
    log,
    weekly: false,
    afterEvent: (sim) => {
      // Levers may move much at once, so what a stage of the run did is looked at every time.
      if (++events % every !== 0 && sim.stage === ledger.stage) return;
      recounts++;
      if (problems.length < 5) problems.push(...recount(sim, ledger));
    },
  });
  return { problems, recounts };
}

const SHORT: Changes = { "run.warmUpYears": 0.5, "run.years": 1 };
/** People come and go so often that every path through departure, vacancy and handover is taken. */
const RESTLESS: Changes = {
  "turnover.baseHazard": 1.5,
  "absence.hazard": 0.03,
  "recruitment.days": 30,
  "turnover.noticeDays": 10,
};

const NAMED: Record<string, { changes: Changes; timeline?: TimelineEntry[] }> = {
  baseline: { changes: {} },
  "people come and go": { changes: RESTLESS },
  "caseload cap of 25, people come and go": { changes: { ...RESTLESS, "policy.caseloadCap": 25 } },
  "cap of 1 and one link worker": {
    changes: { ...RESTLESS, "policy.caseloadCap": 1, "team.linkWorkers": 1, "team.referenceLinkWorkers": 1 },
  },
  "no holding": { changes: { ...RESTLESS, "holding.policy": "none" } },
  "time-limited": { changes: { ...RESTLESS, "holding.policy": "time-limited", "holding.limitDays": 20 } },
  "recognised, warm handover, triage": {
    changes: {
      ...RESTLESS,
      "holding.policy": "recognised",
      "handover.warm": true,
      "triage.divertSimple": 0.5,
      "triage.highComplexityFirst": true,
    },
  },
  "two link workers, two cover for each other": {
    changes: {
      "team.linkWorkers": 2,
      "team.referenceLinkWorkers": 2,
      "absence.hazard": 0.05,
      "absence.meanDays": 15,
    },
  },
  "twenty link workers": {
    changes: { "team.linkWorkers": 20, "team.referenceLinkWorkers": 20, ...RESTLESS },
  },
  "contacts without time": {
    changes: {
      ...RESTLESS,
      "contact.hours.first": 0,
      "contact.hours.core": 0,
      "contact.hours.simple": 0,
      "contact.holdingHours.1": 0,
      "contact.holdingHours.2": 0,
      "contact.holdingHours.3": 0,
      "contact.holdingHours.4": 0,
      "handover.hoursCold": 0,
      "pathway.core1Delay": 0,
      "referral.bookingLeadDays": 0,
    },
  },
  "everything changes in the course of the run": {
    changes: RESTLESS,
    timeline: [
      { atWeek: 4, changes: { "holding.function1": false, "team.linkWorkers": 9 } },
      {
        atWeek: 8,
        changes: { "holding.function1": true, "holding.policy": "time-limited", "policy.caseloadCap": 15 },
      },
      { atWeek: 12, changes: { "services.capacityMultiplier": 0.4, "team.linkWorkers": 3 } },
      {
        atWeek: 16,
        changes: { "holding.policy": "none", "policy.caseloadCap": "none", "referral.multiplier": 3 },
      },
      {
        atWeek: 20,
        changes: { "holding.policy": "recognised", "services.places.1": "none", "handover.warm": true },
      },
      {
        atWeek: 24,
        changes: { "holding.function4": false, "team.linkWorkers": 1, "referral.multiplier": 0 },
      },
      { atWeek: 30, changes: { "holding.function4": true, "team.linkWorkers": 7, "referral.multiplier": 1 } },
    ],
  },
};

describe("a recount of every table", () => {
  it.each(Object.keys(NAMED))("finds nothing wrong: %s", (name) => {
    const { changes, timeline = [] } = NAMED[name];
    const { problems, recounts } = recountRun({ ...SHORT, ...changes }, timeline, 37);
    expect(problems).toEqual([]);
    expect(recounts).toBeGreaterThan(50);
  });

  it.each(Array.from({ length: 40 }, (_, i) => i))("finds nothing wrong in random scenario %i", (i) => {
    const { changes, timeline } = randomSetting(i);
    const { problems, recounts } = recountRun(changes, timeline, 31, i);
    expect(problems, JSON.stringify({ changes, timeline })).toEqual([]);
    expect(recounts).toBeGreaterThan(5);
  });
});
