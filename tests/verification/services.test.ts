/**
 * Known answers for the community services and for holding: families H (second stage of a tandem), I (contacts while
 * waiting), J (preparing, hold only, disclosures), R (unlimited places, places with loss) and T (a saturated queue
 * with impatience) of oracles.json.
 *
 * Mapping: contacts without time, so that link workers never matter; one service, at which every patient ends.
 */
import { describe, expect, it } from "vitest";
import { Contact, Exit } from "../../sim/record/totals";
import type { Changes } from "../../sim/scenario";
import { PLAIN, referralsPerDay } from "../sim/support/presets";
import { mean, sum, variance } from "../sim/support/statistics";
import { expectKnown, measure, oracle, runs } from "./known";

const forEvery = (name: string, value: number): Changes =>
  Object.fromEntries(["low", "moderate", "high"].map((z) => [`${name}.${z}`, value]));

/** Referral, first appointment, plan and service follow at once upon one another; a place taken is the end. */
const INSTANT: Changes = {
  ...PLAIN,
  "team.linkWorkers": 1,
  "contact.hours.first": 0,
  "contact.hours.core": 0,
  "contact.hours.simple": 0,
  "contact.holdingHours.1": 0,
  "contact.holdingHours.2": 0,
  "contact.holdingHours.3": 0,
  "contact.holdingHours.4": 0,
  ...forEvery("pathway.simple", 0),
  ...forEvery("pathway.holdOnly", 0),
  ...forEvery("pathway.needsPreparation", 0),
  "pathway.rework": 0,
  "pathway.core1Delay": 0,
  "pathway.followUps": 0,
  "services.shares.1": 1,
  "services.shares.2": 0,
  "services.shares.3": 0,
  "services.dropOutReady": 0,
  "services.dropOutUnready": 0,
  "services.disengageRate": 0,
  "holding.function1": false,
  "holding.function4": false,
};

const service = (perDay: number, stay: number, places: number | "none"): Changes => ({
  ...INSTANT,
  ...referralsPerDay(perDay),
  "services.stayDays.1": stay,
  "services.places.1": places,
});

describe("an M/M/c service: the second stage of H1", () => {
  const { config, expect: exact } = oracle("H1");
  const results = runs({
    changes: service(config.lam, 1 / config.mu2, config.c2),
    replications: 40,
    days: 8000,
    settling: 520,
  });
  it("has Erlang's wait for a place", () => {
    expectKnown(measure(results, "serviceWaitMeanDays1"), exact.stage2.Wq, { relative: 0.28 });
  });
});

describe("contacts while waiting: I1", () => {
  const { config, expect: exact } = oracle("I1");
  const results = runs({
    changes: {
      ...service(config.lam, 1 / config.mu, config.c),
      "holding.function1": true,
      "holding.intervalDays.1": config.tau,
    },
    replications: 40,
    days: 20_000,
    settling: 1040,
  });
  it("has the wait", () => {
    expectKnown(measure(results, "serviceWaitMeanDays1"), exact.Wq, { relative: 0.18 });
  });
  it("has the contacts", () => {
    const perPatient = results.map(
      ({ recorded: { totals } }) => totals.contacts[Contact.Holding1] / totals.referrals,
    );
    expectKnown(perPatient, exact.mean_contacts, { relative: 0.25 });
  });
});

describe("preparing contacts: J1", () => {
  const { config, expect: exact } = oracle("J1");
  const results = runs({
    changes: {
      ...service(2, 1, "none"),
      ...forEvery("pathway.needsPreparation", 1),
      "holding.pReady": config.p_ready,
      "holding.intervalDays.2": config.tau,
    },
    replications: 30,
    days: 2600,
    settling: 520,
  });
  it("are as many as a geometric number", () => {
    const perPatient = results.map(
      ({ recorded: { totals } }) => totals.contacts[Contact.Holding2] / totals.exits[Exit.Connected],
    );
    expectKnown(perPatient, exact.mean_contacts, { relative: 0.02 });
  });
  it("take as long, by Little's law", () => {
    const stay = results.map(({ recorded: { totals } }) => totals.inSystemDays / totals.referrals);
    expectKnown(stay, exact.mean_time, { relative: 0.02 });
  });
});

describe("contacts with people who are held only: J3", () => {
  const { config, expect: exact } = oracle("J3");
  const results = runs({
    changes: {
      ...service(2, 1, "none"),
      ...forEvery("pathway.holdOnly", 1),
      "holding.holdOnlyDays": config.mean_hold,
      "holding.intervalDays.3": config.tau,
    },
    replications: 30,
    days: 3900,
    settling: 1560,
  });
  it("are as many as intervals fit into the time", () => {
    const perPatient = results.map(
      ({ recorded: { totals } }) => totals.contacts[Contact.Holding3] / totals.exits[Exit.HoldCompleted],
    );
    expectKnown(perPatient, exact.mean_contacts, { relative: 0.02 });
  });
});

describe("disclosures of distress: J5", () => {
  const { config, expect: exact } = oracle("J5");
  // People whose distress does not change wait for a service that has no places, and nobody comes or goes.
  const results = runs({
    changes: {
      ...service(1, 1, 0),
      "referral.renegeRate": 1000,
      "policy.caseloadCap": config.N,
      "holding.function4": true,
      "holding.witnessRate": config.nu,
      "patients.distressDrift": 0,
      "patients.d0Spread": 0,
      ...forEvery("patients.initialDistress", config.distress),
      "contact.relief.first": 0,
      "contact.relief.core": 0,
      "contact.relief.h4": 0,
    },
    timeline: [{ atWeek: 0, changes: { "referral.multiplier": 0 } }],
    replications: 200,
    days: config.T,
    settling: 520,
  });
  const counts = results.map(({ recorded: { totals } }) => totals.contacts[Contact.Holding4]);
  it("come as a Poisson process thinned by distress", () => {
    expect(results.every(({ recorded }) => recorded.inSystemEnd === config.N)).toBe(true);
    expectKnown(counts, exact.mean_count, { relative: 0.02 });
  });
  it("vary as a Poisson process does", () => {
    // The dispersion of 200 Poisson counts has a standard error of √(2/199) = 0.1.
    expect(Math.abs(variance(counts) / mean(counts) - exact.dispersion_index)).toBeLessThan(
      4 * Math.sqrt(2 / 199),
    );
  });
});

describe.each(["exponential", "deterministic", "lognormal"])(
  "unlimited places: R1, %s stays",
  (distribution) => {
    const { config, expect: exact } = oracle("R1");
    const means: number[] = [];
    const variances: number[] = [];
    let occupied: number[] = [];
    runs({
      changes: {
        ...service(config.lam, config.mean_stay, "none"),
        "services.stayDistribution": distribution,
      },
      replications: 40,
      days: 7800,
      settling: 520,
      afterEvent: (sim) => {
        if (sim.now <= sim.recordsFrom || sim.now % 5 !== 0) return;
        occupied.push(sim.state.occupied[0]);
        if (sim.now < sim.endsAt) return;
        means.push(mean(occupied));
        variances.push(mean(occupied.map((n) => (n - exact.mean) ** 2)));
        occupied = [];
      },
    });
    it("have as many people in them, whatever the distribution", () => {
      expectKnown(means, exact.mean, { relative: 0.02 });
    });
    it("vary as a Poisson number does, whatever the distribution", () => {
      expectKnown(variances, exact.var, { relative: 0.25 });
    });
  },
);

describe.each(["exponential", "deterministic"])("places with loss: R2, %s stays", (distribution) => {
  const { config, expect: exact } = oracle("R2");
  const stay = 100;
  const results = runs({
    // Whoever finds no place is gone after a thousandth of a day.
    changes: {
      ...service(config.a / stay, stay, config.c),
      "services.stayDistribution": distribution,
      "services.disengageRate": 1000,
      "gp.returnMeanDays": 1,
    },
    replications: 40,
    days: 20_000,
    settling: 1040,
  });
  it("lose Erlang's share, whatever the distribution", () => {
    expectKnown(measure(results, "disengagedShare"), exact.p_block, { absolute: 0.009 });
  });
});

describe("a saturated queue with impatience: T1", () => {
  const { config, expect: exact } = oracle("T1");
  const results = runs({
    changes: {
      ...service(config.lam, config.mean_stay, config.slots),
      "services.disengageRate": config.theta,
      "holding.function1": true,
      "holding.intervalDays.1": config.tau,
      "holding.keepsEngaged": config.eHold,
      "holding.keepsEngagedWindow": "none",
    },
    replications: 40,
    days: 7800,
    settling: 780,
  });
  it("loses the share that capacity leaves over", () => {
    expectKnown(measure(results, "disengagedShare"), exact.p_abandon, { absolute: 0.012 });
  });
  it("has the time in the queue, and the contacts in it", () => {
    // Patients are in the system only while they wait.
    const inQueue = results.map(({ recorded: { totals } }) => totals.inSystemDays / totals.referrals);
    expectKnown(inQueue, exact.mean_time_in_queue, { relative: 0.08 });
    const contacts = results.map(
      ({ recorded: { totals } }) => totals.contacts[Contact.Holding1] / totals.referrals,
    );
    expectKnown(contacts, exact.hold_contacts_per_patient, { relative: 0.12 });
  });
});

describe("the routes of patients", () => {
  it("repeat an ineffective contact: W1", () => {
    const { config, expect: exact } = oracle("W1");
    const results = runs({
      changes: {
        ...service(5, 1, "none"),
        "pathway.rework": 1,
        "pathway.followUps": 2,
        // Exhaustion stays at 1, so that a contact is ineffective with the probability asked for.
        "exhaustion.atStart": 1,
        "exhaustion.recovery": 0,
        "exhaustion.burnoutOn": 2,
        "exhaustion.lessEffective": config.p_rework,
      },
      replications: 30,
      days: 2600,
      settling: 260,
    });
    // A plan and two follow-ups, each repeated until it works.
    const perStep = results.map(
      ({ recorded: { totals } }) => totals.contacts[Contact.Core] / (3 * totals.exits[Exit.Connected]),
    );
    expectKnown(perStep, exact.mean_contacts, { relative: 0.01 });
  });

  it("lead back to a referral: W3", () => {
    const { config, expect: exact } = oracle("W3");
    const results = runs({
      changes: {
        ...service(config.lam, 1, "none"),
        "services.dropOutReady": config.p_fail,
        "gp.pReturn": config.p_return,
      },
      replications: 30,
      days: 2600,
      settling: 780,
    });
    const perDay = results.map(({ recorded: { totals } }) => totals.referrals / totals.days);
    expectKnown(perDay, exact.total_referral_rate, { relative: 0.01 });
    expect(sum(results.map(({ recorded }) => recorded.totals.exits[Exit.DroppedOut]))).toBeGreaterThan(0);
  });
});
