/** Proves the rules of a link worker's day: overhead, buffers, speed, effectiveness, pressure and frustration. */
import { describe, expect, it } from "vitest";
import { derive, keptOver, overheadShare, supervisionBuffer } from "../../../sim/derived";
import { productivity } from "../../../sim/mechanisms/allocation";
import { overload, updatePace, workingSpeed } from "../../../sim/mechanisms/contact";
import { backlogHours, nextPressure } from "../../../sim/mechanisms/workload";
import { DEFAULTS, withChanges } from "../../../sim/parameters";
import { Entry } from "../../../sim/record/eventLog";
import { Contact } from "../../../sim/record/totals";
import type { Changes } from "../../../sim/scenario";
import { CALM, PLAIN, referralsPerDay } from "../support/presets";
import { begun, ofKind, STRAIGHT, tell } from "../support/story";

const changed = (changes: Parameters<typeof withChanges>[1]) => withChanges(DEFAULTS, changes);
const supervised = (hours: number) => changed({ "support.supervisionHoursPerMonth": hours });

describe("support", () => {
  it("leaves 4.875 contact hours of a day of 7.5 at the defaults", () => {
    expect(overheadShare(DEFAULTS)).toBeCloseTo(0.35, 15);
    expect(derive(DEFAULTS).contactHoursPerDay).toBeCloseTo(4.875, 12);
  });
  it("costs time beyond what administration includes: supervision, peer support, training", () => {
    // A year has 260 days of 7.5 hours, 1,950 hours.
    expect(overheadShare(supervised(0))).toBeCloseTo(0.35, 15);
    expect(overheadShare(supervised(4))).toBeCloseTo(0.35 + (3 * 12) / 1950, 12);
    expect(overheadShare(changed({ "support.peer": true }))).toBeCloseTo(0.35 + 12 / 1950, 12);
    expect(overheadShare(changed({ "support.training": true }))).toBeCloseTo(0.35 + 3 / 260, 12);
    expect(overheadShare(changed({ "team.adminShare": 0.9, "support.supervisionHoursPerMonth": 100 }))).toBe(
      1,
    );
  });
  it("buffers by supervision: nothing without, 0.0683 with one hour, all of it with four", () => {
    expect(supervisionBuffer(supervised(0))).toBe(0);
    expect(supervisionBuffer(supervised(1))).toBeCloseTo(0.0682581, 6);
    expect(supervisionBuffer(supervised(4))).toBeCloseTo(0.15, 12);
    expect(supervisionBuffer(supervised(100))).toBeCloseTo(0.15 / (1 - Math.exp(-2)), 12);
  });
  it("joins the buffers of supervision, peers and recognition", () => {
    const all = changed({
      "support.supervisionHoursPerMonth": 4,
      "support.peer": true,
      "holding.policy": "recognised",
    });
    expect(derive(all).orgBuffer).toBeCloseTo(1 - 0.85 * 0.95 * 0.92, 12);
    expect(derive(changed({ "holding.policy": "time-limited" })).orgBuffer).toBeCloseTo(
      1 - (1 - 0.0682581) * 0.92,
      6,
    );
    expect(derive(DEFAULTS).orgBuffer).toBeCloseTo(0.0682581, 6);
  });
  it("fades by exp(−t/τ), and at once where the time constant is 0", () => {
    expect(keptOver(5, 10)).toBeCloseTo(Math.exp(-0.5), 15);
    expect(keptOver(1, 0)).toBe(0);
  });
});

describe("speed and effectiveness", () => {
  // The state of an idle team at the end of a run, in which the columns may be set at will.
  const { sim } = tell({ "referral.perWtePerYear": 0, "run.years": 0.02 });
  const { workers } = sim.state;
  const at = (E: number, u: number) => {
    workers.exhaustion[0] = E;
    workers.pressure[0] = u;
    updatePace(sim, 0);
    return { speed: workingSpeed(sim, 0), eff: workers.effectiveness[0] };
  };
  it("are 1 for who is rested and not pressed, up to a pressure of 1", () => {
    expect(at(0, 0)).toEqual({ speed: 1, eff: 1 });
    expect(at(0, 1)).toEqual({ speed: 1, eff: 1 });
  });
  it("fall with exhaustion", () => {
    expect(at(1, 0).speed).toBeCloseTo(1 / 1.3, 14);
    expect(at(0.5, 0).speed).toBeCloseTo(1 / 1.15, 14);
    expect(at(1, 0).eff).toBeCloseTo(0.6, 14);
  });
  it("change with overtime and hurry: more done, less achieved", () => {
    expect(at(0, 2).speed).toBeCloseTo(1.2 / 0.9, 14);
    expect(at(0, 1.5).speed).toBeCloseTo(1.1 / 0.95, 14);
    expect(at(0, 2).eff).toBeCloseTo(0.85, 14);
    expect(at(1, 2).speed).toBeCloseTo(1.2 / (1.3 * 0.9), 14);
    expect(at(1, 2).eff).toBeCloseTo(0.6 * 0.85, 14);
    expect([overload(0.3), overload(1.4), overload(7)]).toEqual([0, expect.closeTo(0.4, 14), 1]);
  });
  it("rise over the induction, in a straight line", () => {
    const days = (since: number) => {
      workers.inPostSince[0] = sim.now - since;
      return productivity(sim, 0);
    };
    expect([days(0), days(42.5), days(85), days(1000)]).toEqual([0.5, 0.75, 1, 1]);
    workers.inPostSince[0] = sim.now;
    expect(at(1, 0).speed).toBeCloseTo(0.5 / 1.3, 14);
  });
});

describe("workload pressure", () => {
  it("moves towards busy share and backlog, capped", () => {
    const keep = Math.exp(-1 / 5);
    expect(nextPressure(0.8, 0.6, 0.3, 2, keep)).toBeCloseTo(keep * 0.8 + (1 - keep) * 0.9, 14);
    expect(nextPressure(0.8, 1, 40, 2, keep)).toBeCloseTo(keep * 0.8 + (1 - keep) * 2, 14);
    expect(nextPressure(1.7, 0, 0, 2, 0)).toBe(0);
  });
  it("follows from the day in the engine: busy share, and each task that waits at its type's mean", () => {
    let wasBusy = false;
    let busy = 0;
    let since = 0;
    let before = 0;
    let days = 0;
    const changes = { ...CALM, "team.linkWorkers": 1, "team.referenceLinkWorkers": 1, "work.umax": 1.5 };
    tell(changes, {
      afterEvent: (sim) => {
        const { workers } = sim.state;
        const { now } = sim;
        // What the worker was doing until now is known from what was seen after the event before.
        busy += wasBusy ? now - since : 0;
        since = now;
        wasBusy = workers.busy[0] === 1;
        if (!Number.isInteger(now)) return;
        const target = Math.min(1.5, busy + backlogHours(sim, 0) / (4.875 * 5));
        expect(workers.pressure[0]).toBeCloseTo(Math.exp(-0.2) * before + (1 - Math.exp(-0.2)) * target, 9);
        before = workers.pressure[0];
        busy = 0;
        days++;
      },
    });
    expect(days).toBe(260);
  });
});

describe("a contact", () => {
  const fixed = { ...PLAIN, ...STRAIGHT, ...referralsPerDay(0.2), "contact.distribution": "deterministic" };
  it("takes its hours, a day of contact hours each", () => {
    const { rows } = tell({ ...fixed, "team.linkWorkers": 1, "holding.function4": false });
    const ended = ofKind(rows, Entry.ContactEnded);
    begun(rows)
      .slice(0, ended.length)
      .forEach(({ time, patient, detail, value }, i) => {
        expect([ended[i].patient, ended[i].detail]).toEqual([patient, detail]);
        const hours = { [Contact.First]: 1.5, [Contact.Core]: 0.75, [Contact.Holding1]: 0.4 }[detail]!;
        expect(ended[i].time - time).toBeCloseTo(hours, 9);
        expect(value).toBeCloseTo(hours, 12);
      });
    expect(ended.length).toBeGreaterThan(60);
  });
  it("is longer for the exhausted: 1.3 times the hours at full exhaustion, all of them worked", () => {
    const slow = { "exhaustion.atStart": 1, "exhaustion.recovery": 0, "exhaustion.slowing": 0.3 };
    const { rows } = tell({ ...fixed, ...slow, "team.linkWorkers": 1, "holding.function4": false });
    expect(begun(rows, Contact.First)[0].value).toBeCloseTo(1.5 * 1.3, 12);
  });
  it("varies as asked for: lognormal with a coefficient of variation of a half", () => {
    const { rows } = tell({
      ...fixed,
      ...referralsPerDay(20),
      "contact.distribution": "lognormal",
      "team.linkWorkers": 60,
    });
    const hours = begun(rows, Contact.First).map(({ value }) => value);
    const mean = hours.reduce((a, b) => a + b, 0) / hours.length;
    const sd = Math.sqrt(hours.reduce((a, b) => a + (b - mean) ** 2, 0) / (hours.length - 1));
    expect(hours.length).toBeGreaterThan(4000);
    expect(Math.abs(mean - 1.5)).toBeLessThan((4 * 0.75) / Math.sqrt(hours.length));
    // The relative error of a lognormal's sample deviation at this coefficient of variation is about 1.5/√n.
    expect(Math.abs(sd / 0.75 - 1)).toBeLessThan((4 * 1.5) / Math.sqrt(hours.length));
  });
  it("relieves, and weighs on the link worker by the distress it meets", () => {
    const loads: number[] = [];
    let before = 0;
    const { rows } = tell(
      { ...fixed, "team.linkWorkers": 1, "holding.function4": false, "patients.distressDrift": 0 },
      {
        afterEvent: ({ state: { workers } }) => {
          if (workers.dayEmotionalLoad[0] > before) loads.push(workers.dayEmotionalLoad[0] - before);
          before = workers.dayEmotionalLoad[0];
        },
      },
    );
    const distress = new Map<number, number>();
    let contact = 0;
    for (const { entry, patient, detail, value } of rows) {
      if (entry === Entry.Referred) distress.set(patient, value);
      if (entry !== Entry.ContactEnded) continue;
      const d = distress.get(patient)!;
      const [weight, relief] = {
        [Contact.First]: [1, 0.1],
        [Contact.Core]: [0.5, 0.05],
        [Contact.Holding1]: [0.45, 0.1],
      }[detail]!;
      expect(loads[contact++]).toBeCloseTo(weight * d, 9);
      expect(value).toBeCloseTo(d * (1 - relief), 12);
      distress.set(patient, value);
    }
    expect(contact).toBeGreaterThan(60);
  });
});

describe("frustration with hidden work", () => {
  const J = (changes: Changes) => tell({ ...CALM, ...changes }).sim.state.workers.frustration;
  it("follows the share of holding where it is not recognised, and is none where it is", () => {
    const hidden = J({});
    // Holding is about a third of contact hours by the end of a year: four time constants of 60 days.
    expect(hidden.every((j) => j > 0.2 && j < 0.5)).toBe(true);
    expect(Array.from(J({ "holding.policy": "recognised" }))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(J({ "holding.policy": "time-limited" }))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(J({ "holding.policy": "none" }))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
