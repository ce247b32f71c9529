/**
 * Known answers of queueing theory for the waiting list: families A (M/M/c, Erlang C), B (M/M/c with impatience,
 * Erlang A), C (M/G/1, Pollaczek and Khinchine) and G (priorities, Cobham) of oracles.json.
 *
 * Mapping: one first appointment and no more, cap 1, so that the waiting list is the queue and every link worker a
 * server; an hour is a working day; no feedback of any kind. That every single wait is right is proved in twin.test.ts;
 * here the means are held against the theory, with the tolerances that short runs allow.
 */
import { describe, it } from "vitest";
import { Entry } from "../../sim/record/eventLog";
import { Contact } from "../../sim/record/totals";
import type { Changes } from "../../sim/scenario";
import { Level } from "../../sim/state";
import { PLAIN, referralsPerDay } from "../sim/support/presets";
import { DiaryOf, expectKnown, measure, oracle, replicate, resolveStages, runs } from "./known";

const SERVER: Changes = {
  ...PLAIN,
  "pathway.firstAppointmentOnly": true,
  "policy.caseloadCap": 1,
  "contact.distribution": "exponential",
};

const queue = (perDay: number, meanDays: number, servers: number): Changes => ({
  ...SERVER,
  ...referralsPerDay(perDay),
  "team.linkWorkers": servers,
  "contact.hours.first": meanDays,
});

describe.each([
  { id: "A1", replications: 40, days: 13_000, settling: 520, tolerance: 0.05 },
  { id: "A4", replications: 40, days: 2600, settling: 130, tolerance: 0.1 },
  { id: "A6", replications: 24, days: 3000, settling: 780, tolerance: 0.36 },
])("M/M/c: $id", ({ id, replications, days, settling, tolerance }) => {
  const { config, expect: exact } = oracle(id);
  const results = runs({ changes: queue(config.lam, 1 / config.mu, config.c), replications, days, settling });
  it("has Erlang's probability of waiting", () => {
    expectKnown(measure(results, "waitProbability"), exact.p_wait, { absolute: id === "A6" ? 0.08 : 0.02 });
  });
  it("has the mean wait and the mean queue", () => {
    expectKnown(measure(results, "waitMeanDays"), exact.Wq, { relative: tolerance });
    expectKnown(measure(results, "waitingListMean"), exact.Lq, { relative: tolerance });
  });
  it("keeps the servers as busy as the load, and holds as many patients as Little's law says", () => {
    expectKnown(measure(results, "busyShare"), exact.rho, { relative: 0.02 });
    const inSystem = results.map(({ recorded: { totals } }) => totals.inSystemDays / totals.days);
    expectKnown(inSystem, exact.L, { relative: tolerance });
  });
});

describe("M/M/c with impatience: B1", () => {
  const { config, expect: exact } = oracle("B1");
  const results = runs({
    changes: { ...queue(config.lam, 1 / config.mu, config.c), "referral.renegeRate": config.theta },
    replications: 40,
    days: 2600,
    settling: 260,
  });
  it("loses Erlang's share to impatience", () => {
    expectKnown(measure(results, "renegedShare"), exact.p_abandon, { absolute: 0.005 });
  });
  it("has the mean queue and the mean time in it", () => {
    expectKnown(measure(results, "waitingListMean"), exact.Lq, { relative: 0.08 });
    const perReferral = results.map(({ recorded: { totals } }) => totals.waitingListDays / totals.referrals);
    expectKnown(perReferral, exact.W_offered_or_aband, { relative: 0.08 });
  });
  it("has the utilisation, and the chance of a wait of those who are seen", () => {
    expectKnown(measure(results, "busyShare"), exact.utilisation, { absolute: 0.007 });
    const waited = (exact.p_wait - exact.p_abandon) / (1 - exact.p_abandon);
    expectKnown(measure(results, "waitProbability"), waited, { absolute: 0.02 });
  });
});

describe.each([
  { id: "C1", replications: 40, days: 12_000 },
  { id: "C3", replications: 40, days: 13_000 },
])("M/G/1: $id", ({ id, replications, days }) => {
  const { config, expect: exact } = oracle(id);
  const results = runs({
    changes: {
      ...queue(config.lam, config.mean, 1),
      "contact.distribution": config.dist,
      "contact.cv": config.cv,
    },
    replications,
    days,
    settling: 520,
  });
  it("has Pollaczek and Khinchine's mean wait", () => {
    expectKnown(measure(results, "waitMeanDays"), exact.Wq, { relative: 0.065 });
    expectKnown(measure(results, "waitProbability"), exact.p_wait, { absolute: 0.01 });
  });
});

describe("priority without interruption: G1", () => {
  const { config, expect: exact } = oracle("G1");
  const [high, others] = config.lams;
  const share = high / (high + others);
  const stages = resolveStages(
    {
      ...queue(high + others, 1 / config.mu, 1),
      "triage.highComplexityFirst": true,
      "patients.classShares.low": 1 - share,
      "patients.classShares.moderate": 0,
      "patients.classShares.high": share,
      "run.warmUpYears": 2,
      "run.years": 60,
    },
    [],
  );
  const waits = Array.from({ length: 40 }, (_, r) => waitsByClass(r));

  function waitsByClass(replication: number) {
    const log = new DiaryOf(Entry.Referred, Entry.ContactBegan);
    replicate(stages, "priority", replication, { log });
    const referred = new Map<number, readonly [time: number, complexity: number]>();
    const total = { high: 0, others: 0 };
    const count = { high: 0, others: 0 };
    for (const { time, entry, patient, detail } of log.rows) {
      if (entry === Entry.Referred) referred.set(patient, [time, detail]);
      if (entry !== Entry.ContactBegan || detail !== Contact.First || time < 520) continue;
      const [since, complexity] = referred.get(patient)!;
      const group = complexity === 2 ? "high" : "others";
      total[group] += time - since;
      count[group]++;
    }
    return { high: total.high / count.high, others: total.others / count.others };
  }

  it("has Cobham's waits of both classes", () => {
    expectKnown(
      waits.map((w) => w.high),
      exact.Wq_by_class[0],
      { relative: 0.05 },
    );
    expectKnown(
      waits.map((w) => w.others),
      exact.Wq_by_class[1],
      { relative: 0.08 },
    );
  });
  it("conserves the work: the wait over both is that of one queue", () => {
    expectKnown(
      waits.map((w) => share * w.high + (1 - share) * w.others),
      exact.Wq_overall,
      { relative: 0.08 },
    );
  });
});

describe("an overloaded list: P1", () => {
  const { config, expect: exact } = oracle("P1");
  const days = Object.keys(exact.Q).map(Number);
  const lengths = new Map(days.map((day) => [day, [] as number[]]));
  const results = runs({
    changes: {
      ...queue(config.lam, 1 / config.mu, config.c),
      "referral.renegeRate": config.theta,
      // Before week 0 there are so few referrals that the list is about empty, but nearly every link worker is busy.
      "referral.multiplier": (0.97 * config.c) / config.lam,
      "gp.returnMeanDays": 0.01,
    },
    timeline: [{ atWeek: 0, changes: { "referral.multiplier": 1 } }],
    replications: 6,
    days: 400,
    settling: 10,
    afterEvent: (sim) => {
      const day = sim.now - sim.recordsFrom;
      if (Number.isInteger(day)) lengths.get(day)?.push(sim.state.levels.value[Level.OnWaitingList]);
    },
  });
  it("grows towards the fluid limit as the fluid does", () => {
    expectKnown(lengths.get(10)!, exact.Q[10], { relative: 0.15 });
    expectKnown(lengths.get(50)!, exact.Q[50], { relative: 0.08 });
    expectKnown(lengths.get(200)!, exact.Q[200], { relative: 0.06 });
  });
  it("loses as many as the fluid does", () => {
    // In the fluid θ·Q(t) give up a day; over the first T days that is the final share × (1 − (1 − e^(−θT))/(θT)).
    const time = config.theta * 400;
    const share = exact.frac_abandon * (1 - (1 - Math.exp(-time)) / time);
    expectKnown(measure(results, "renegedShare"), share, { relative: 0.03 });
  });
});
