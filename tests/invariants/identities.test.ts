/**
 * Proves the identities at the end of docs/model.md on whole runs: what the engine adds up equals what its diary says,
 * event by event, and both keep the laws of conservation. The measures themselves are proved in tests/measures.
 *
 * Counts are compared exactly. Sums of times are compared within 1e-9 of their size: some 1e5 terms, each with a
 * rounding error of 1e-16 of the sum, taken in another order.
 */
import { describe, expect, it } from "vitest";
import { derive } from "../../sim/derived";
import { EventLog } from "../../sim/record/eventLog";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { WEEKLY_INDEX } from "../../sim/record/weekly";
import type { Replication } from "../../sim/replicate";
import { type Changes, resolveStages, type Stage, type TimelineEntry } from "../../sim/scenario";
import type { Sim } from "../../sim/sim";
import { Level } from "../../sim/state";
import { History } from "../measures/history";
import { contactsBegun, daysOf, departures, hires, inSystem } from "../measures/sums";
import { loadEngine } from "../sim/support/engine";
import { sum } from "../sim/support/statistics";
import { randomSetting } from "./randomSettings";

const { replicate } = await loadEngine();
const ROUNDING = 1e-9;

interface Run extends Replication {
  readonly sim: Sim;
  readonly history: History;
  readonly stages: readonly Stage[];
}

function run(changes: Changes, timeline: readonly TimelineEntry[], replication: number): Run {
  const stages = resolveStages(changes, timeline);
  const log = new EventLog();
  const seen: { sim?: Sim } = {};
  const afterEvent = (sim: Sim) => {
    seen.sim = sim;
  };
  const replicated = replicate(stages, "identities", replication, { log, weekly: true, afterEvent });
  const sim = seen.sim!;
  const history = new History(log.rows, stages, { from: sim.recordsFrom, to: sim.endsAt });
  return { ...replicated, sim, history, stages };
}

/** Levers from the first day, so that nothing changes in the instant in which recording begins. */
const RECORDED: Changes = { "run.leversFrom": "start", "run.warmUpYears": 0.5, "run.years": 1.5 };
const RESTLESS: Changes = {
  ...RECORDED,
  "turnover.baseHazard": 1,
  "absence.hazard": 0.02,
  "recruitment.days": 40,
  "turnover.noticeDays": 10,
};

const RUNS: Record<string, { changes: Changes; timeline?: TimelineEntry[] }> = {
  baseline: { changes: RECORDED },
  "people come and go": { changes: RESTLESS },
  "people come and go, caseload cap of 20, drawn contact intervals": {
    changes: { ...RESTLESS, "policy.caseloadCap": 20, "contact.intervalDistribution": "exponential" },
  },
  "much work, quickly exhausted": {
    changes: { ...RECORDED, "referral.perWtePerYear": 300, "exhaustion.gain": 0.05, "work.otMax": 0.4 },
  },
  "distress that does not drift": { changes: { ...RESTLESS, "patients.distressDrift": 0 } },
  "a timeline of switches": {
    changes: RESTLESS,
    timeline: [
      { atWeek: 10, changes: { "holding.policy": "none", "team.linkWorkers": 4 } },
      {
        atWeek: 25,
        changes: { "holding.policy": "time-limited", "team.linkWorkers": 8, "triage.divertSimple": 0.5 },
      },
      { atWeek: 50, changes: { "holding.policy": "recognised", "policy.caseloadCap": 10 } },
    ],
  },
};

describe.each(Object.keys(RUNS))("the record of a run: %s", (name) => {
  const { changes, timeline = [] } = RUNS[name];
  const { recorded, weekly, sim, history, stages } = run(changes, timeline, 3);
  const { totals } = recorded;

  it("tells of nothing impossible: order, one contact at a time, only by those in post and present", () => {
    expect(history.contradictions).toEqual([]);
    expect(history.contacts.length).toBeGreaterThan(1000);
  });

  it("counts what no measure tells of, as the diary does", () => {
    expect(totals.hires).toBe(hires(history).length);
    expect(totals.departures).toBe(departures(history).length);
    totals.contacts.forEach((contacts, type) => {
      expect([type, contacts]).toEqual([type, contactsBegun(history, type).length]);
    });
    const ends = history.referrals.flatMap(({ closed }) => (closed?.recorded ? [closed.exit] : []));
    totals.exits.forEach((exits, exit) => {
      expect([exit, exits]).toEqual([exit, ends.filter((of) => of === exit).length]);
    });
  });

  it("keeps Little's law with censoring: patients over time are the sum of their stays", () => {
    const days = daysOf(history.period, inSystem(history));
    expect(Math.abs(totals.inSystemDays - days)).toBeLessThanOrEqual(ROUNDING * (1 + days));
  });

  it("loses nobody: patients and link workers balance exactly", () => {
    expect(recorded.inSystemStart + totals.referrals).toBe(sum(totals.exits) + recorded.inSystemEnd);
    expect(recorded.inPostStart + totals.hires).toBe(recorded.inPostEnd + totals.departures);
    expect(recorded.inSystemEnd).toBe(sim.state.levels.value[Level.InSystem]);
    const value = (id: string) => MEASURES[MEASURE_INDEX.get(id)!].take(recorded);
    expect(value("patientsInSystemStart") + value("patientsReferred")).toBe(
      value("patientsClosed") + value("patientsInSystemEnd"),
    );
  });

  it("has nobody work more than the day holds", () => {
    const hours = Math.max(...stages.map(({ params }) => derive(params).contactHoursPerDay));
    const most = hours * (1 + stages[0].params.work.otMax);
    const tooLong = history.contacts.filter(
      ({ since, until, hours: worked, ended }) =>
        ended && worked > (until - since) * most * (1 + ROUNDING) + ROUNDING,
    );
    expect(tooLong).toEqual([]);
    // Over the period: the contact under way at the end is counted whole, and so are hours after an absence began.
    const begun = contactsBegun(history);
    const beyond = sum(begun.map(({ ended, hours: worked }) => (ended ? 0 : worked)));
    const inContact = sum(begun.map(({ since, until }) => until - since));
    expect(sum(totals.contactHours)).toBeLessThanOrEqual(most * inContact + beyond + ROUNDING);
    expect(totals.busyDays).toBeLessThanOrEqual(totals.filledPostDays * (1 + ROUNDING));
  });

  it("covers the period, post by post", () => {
    expect(totals.days).toBe(sim.endsAt - sim.recordsFrom);
    const posts = new Set(stages.map(({ params }) => params.team.linkWorkers));
    if (posts.size === 1) expect(totals.postDays).toBeCloseTo([...posts][0] * totals.days, 6);
    expect(totals.filledPostDays).toBeLessThanOrEqual(totals.postDays * (1 + ROUNDING));
    expect(totals.workerDays).toBeLessThanOrEqual(totals.postDays + sim.state.workers.count);
  });

  it("has weekly columns that add up to the whole", () => {
    const column = (id: string) =>
      weekly!.values.subarray(
        WEEKLY_INDEX.get(id)! * weekly!.weeks,
        (WEEKLY_INDEX.get(id)! + 1) * weekly!.weeks,
      );
    expect(sum(column("referrals"))).toBe(totals.referrals);
    expect(sum(column("leavers"))).toBe(totals.notices);
    expect(column("cumulativeLeavers").at(-1)).toBe(totals.notices);
    expect(sum(column("connected"))).toBe(sum(totals.serviceStarts));
    expect(sum(column("completed"))).toBe(totals.exits[0]);
    expect(sum(column("contactHours"))).toBeCloseTo(sum(totals.contactHours), 6);
    expect(5 * sum(column("openCases"))).toBeCloseTo(totals.openCaseDays, 6);
    expect(5 * sum(column("waitingList"))).toBeCloseTo(totals.waitingListDays, 6);
    expect(5 * sum(column("filledPosts"))).toBeCloseTo(totals.filledPostDays, 6);
    expect(weekly!.weeks).toBe(78);
  });

  it("uses rows of the table again instead of ever new ones", () => {
    const { patients } = sim.state;
    expect(patients.used - patients.free.length).toBe(
      sim.state.levels.value[Level.InSystem] + sim.state.levels.value[Level.InPool],
    );
    expect(patients.used).toBeLessThan(0.75 * totals.referrals);
  });
});

describe("random scenarios", () => {
  it.each(Array.from({ length: 30 }, (_, i) => 1000 + i))("keep the identities (number %i)", (i) => {
    const { changes, timeline } = randomSetting(i);
    const { recorded, history } = run(changes, timeline, i);
    const { totals } = recorded;
    expect(recorded.inSystemStart + totals.referrals).toBe(sum(totals.exits) + recorded.inSystemEnd);
    expect(recorded.inPostStart + totals.hires).toBe(recorded.inPostEnd + totals.departures);
    expect(history.contradictions).toEqual([]);
    expect(totals.hires).toBe(hires(history).length);
    expect(totals.departures).toBe(departures(history).length);
    expect(sum(totals.contacts)).toBe(contactsBegun(history).length);
    const days = daysOf(history.period, inSystem(history));
    expect(Math.abs(totals.inSystemDays - days)).toBeLessThanOrEqual(ROUNDING * (1 + days));
  });
});
