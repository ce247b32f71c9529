/** Proves the rules of patients' paths: arriving, waiting, giving up, routes, intervals, services, returning. */
import { describe, expect, it } from "vitest";
import { drifted } from "../../../sim/mechanisms/distress";
import { referenceRate } from "../../../sim/mechanisms/referral";
import { DEFAULTS } from "../../../sim/parameters";
import { Entry, type LogRow } from "../../../sim/record/eventLog";
import { Contact, Exit } from "../../../sim/record/totals";
import type { Changes } from "../../../sim/scenario";
import { CALM, PLAIN, referralsPerDay } from "../support/presets";
import { begun, byPatient, closedPatients, forEvery, ofKind, STRAIGHT, tell } from "../support/story";

const time = (rows: readonly LogRow[], entry: Entry): number | undefined =>
  rows.find((row) => row.entry === entry)?.time;
const exitOf = (rows: readonly LogRow[]): number => rows.at(-1)!.detail;
/** Four standard errors of a share of `n` cases. */
const slack = (share: number, n: number): number => 4 * Math.sqrt((share * (1 - share)) / n);

describe("referrals", () => {
  const many: Changes = { ...CALM, ...referralsPerDay(40), "pathway.firstAppointmentOnly": true };

  it("come as a Poisson process of the rate asked for, whatever the number of posts", () => {
    expect(referenceRate(DEFAULTS)).toBeCloseTo((7 * 225) / 260, 12);
    const { weekly, rows } = tell({ ...many, "team.linkWorkers": 3 });
    const referred = ofKind(rows, Entry.Referred);
    const expected = 40 * 260;
    expect(Math.abs(referred.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
    const perWeek = Array.from(
      { length: weekly!.weeks },
      (_, week) => referred.filter((row) => Math.floor(row.time / 5) === week).length,
    );
    const dispersion = perWeek.reduce((a, n) => a + (n - 200) ** 2, 0) / perWeek.length / 200;
    // Of 52 Poisson counts the dispersion has a standard error of √(2/52) = 0.2.
    expect(Math.abs(dispersion - 1)).toBeLessThan(0.8);
  });

  it("are of the classes, and of the distress, that are asked for", () => {
    const referred = ofKind(tell(many).rows, Entry.Referred);
    const shares = [0.3, 0.45, 0.25];
    const middles = [0.3, 0.5, 0.7];
    for (const z of [0, 1, 2]) {
      const those = referred.filter(({ detail }) => detail === z);
      expect(Math.abs(those.length / referred.length - shares[z])).toBeLessThan(
        slack(shares[z], referred.length),
      );
      const spread = those.map(({ value }) => value - middles[z]);
      expect(Math.max(...spread)).toBeLessThanOrEqual(0.15);
      expect(Math.min(...spread)).toBeGreaterThanOrEqual(-0.15);
      const mean = spread.reduce((a, b) => a + b, 0) / those.length;
      expect(Math.abs(mean)).toBeLessThan((4 * 0.15) / Math.sqrt(3 * those.length));
    }
  });

  it("keep distress between 0 and 1 where the spread goes beyond", () => {
    const values = ofKind(tell({ ...many, "patients.d0Spread": 1 }).rows, Entry.Referred).map(
      (row) => row.value,
    );
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBe(1);
  });

  it("follow the multiplier exactly from its week, to three times as many and to none", () => {
    const { rows } = tell(many, {
      timeline: [
        { atWeek: 10, changes: { "referral.multiplier": 3 } },
        { atWeek: 20, changes: { "referral.multiplier": 0 } },
        { atWeek: 40, changes: { "referral.multiplier": 0.5 } },
      ],
    });
    const between = (from: number, to: number) =>
      ofKind(rows, Entry.Referred).filter((row) => row.time > from && row.time <= to).length;
    expect(between(100, 200)).toBe(0);
    for (const [from, to, rate] of [
      [0, 50, 40],
      [50, 100, 120],
      [200, 260, 20],
    ])
      expect(Math.abs(between(from, to) - rate * (to - from))).toBeLessThan(
        4 * Math.sqrt(rate * (to - from)),
      );
  });

  it("of low complexity are diverted with the chance asked for, and never join the list", () => {
    const { rows, recorded } = tell({ ...many, "triage.divertSimple": 0.4 });
    const diverted = ofKind(rows, Entry.Diverted);
    const referred = ofKind(rows, Entry.Referred);
    const low = diverted.length + referred.filter(({ detail }) => detail === 0).length;
    expect(Math.abs(diverted.length / low - 0.4)).toBeLessThan(slack(0.4, low));
    const keys = new Set(diverted.map(({ patient }) => patient));
    expect(referred.some(({ patient }) => keys.has(patient))).toBe(false);
    expect(recorded.totals.diverted).toBe(diverted.length);
    expect(recorded.totals.referrals).toBe(referred.length);
  });
});

describe("waiting for the first appointment", () => {
  it("takes at least the time it takes to book one", () => {
    const patients = [...byPatient(tell(CALM).rows).values()];
    const waits = patients.flatMap((rows) => {
      const first = rows.find(
        ({ entry, detail }) => entry === Entry.ContactBegan && detail === Contact.First,
      );
      return first ? [first.time - rows[0].time] : [];
    });
    expect(waits.length).toBeGreaterThan(1000);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(Math.min(...waits)).toBeLessThan(10.001);
  });

  it("ends in giving up only before the appointment begins, when patience ends", () => {
    const { rows } = tell({ ...CALM, "referral.renegeRate": 0.05, "team.linkWorkers": 4 });
    const patients = closedPatients(rows);
    const reneged = patients.filter((of) => exitOf(of) === Exit.Reneged);
    expect(reneged.length).toBeGreaterThan(400);
    for (const of of reneged) expect(of.some(({ entry }) => entry === Entry.ContactBegan)).toBe(false);
    // Some who would have given up while they wait for the appointment that is booked do so before its day.
    const early = reneged.filter((of) => of.at(-1)!.time - of[0].time < 10);
    const share = 1 - Math.exp(-0.5);
    const referred = ofKind(rows, Entry.Referred).filter((row) => row.time < 250).length;
    expect(Math.abs(early.length / referred - share)).toBeLessThan(slack(share, referred) + 0.01);
  });

  it("never ends so where patience has no end", () => {
    const { recorded } = tell({ ...CALM, "referral.renegeRate": 0, "team.linkWorkers": 3 });
    expect(recorded.totals.exits[Exit.Reneged]).toBe(0);
  });

  it("goes on for an orphan not yet seen: patience ends on the list too", () => {
    // Everybody leaves on the second day and nobody is hired: the whole list gives up in the end.
    const { rows, recorded } = tell({
      ...CALM,
      ...referralsPerDay(30),
      "turnover.baseHazard": 1000,
      "turnover.noticeDays": 1,
      "handover.lostCold": 0,
      "recruitment.days": 1e6,
      "referral.renegeRate": 0.5,
    });
    const orphaned = new Set(ofKind(rows, Entry.Orphaned).map(({ patient }) => patient));
    expect(orphaned.size).toBeGreaterThan(10);
    const exits = [...byPatient(rows)]
      .filter(([patient]) => orphaned.has(patient))
      .map(([, of]) => exitOf(of));
    expect(new Set(exits)).toEqual(new Set([Exit.Reneged]));
    expect(recorded.totals.seen).toBe(0);
  });
});

describe("routes after the first appointment", () => {
  const instant: Changes = {
    ...PLAIN,
    ...referralsPerDay(40),
    "team.linkWorkers": 40,
    "contact.hours.first": 0.01,
    "contact.hours.simple": 0.01,
    "contact.hours.core": 0.01,
    "contact.holdingHours.1": 0.01,
    "contact.holdingHours.2": 0.01,
    "contact.holdingHours.3": 0.01,
    "holding.function4": false,
    "pathway.decline": 0.11,
  };

  it("have the chances of each class", () => {
    const chances: Record<number, [simple: number, holdOnly: number, preparing: number]> = {
      0: [0.55, 0.02, 0.15],
      1: [0.3, 0.08, 0.35],
      2: [0.1, 0.25, 0.6],
    };
    const patients = [...byPatient(tell(instant).rows).values()].filter((rows) =>
      rows.some(({ entry, detail }) => entry === Entry.ContactEnded && detail === Contact.First),
    );
    const declined = patients.filter(
      (rows) => rows.at(-1)!.entry === Entry.Closed && exitOf(rows) === Exit.Declined,
    );
    expect(Math.abs(declined.length / patients.length - 0.11)).toBeLessThan(slack(0.11, patients.length));
    for (const z of [0, 1, 2]) {
      // Those referred early enough that their second contact is within the run.
      const stayed = patients.filter(
        (rows) => rows[0].detail === z && rows[0].time < 240 && !declined.includes(rows),
      );
      const second = stayed.map(
        (rows) => rows.filter(({ entry }) => entry === Entry.ContactBegan)[1]?.detail,
      );
      const [simple, holdOnly, preparing] = chances[z];
      const share = (type: number) => second.filter((detail) => detail === type).length / stayed.length;
      const expected = [
        [Contact.Simple, simple],
        [Contact.Holding2, (1 - simple) * (1 - holdOnly) * preparing],
        [Contact.Core, (1 - simple) * (1 - holdOnly) * (1 - preparing)],
      ];
      // Of those held only a few are held for less than the 15 days to their first contact.
      for (const [type, chance] of expected)
        expect(Math.abs(share(type) - chance)).toBeLessThan(slack(chance, stayed.length));
      const held = (1 - simple) * holdOnly * Math.exp(-15 / 130);
      expect(Math.abs(share(Contact.Holding3) - held)).toBeLessThan(slack(held, stayed.length));
    }
  });

  it("are short for who declines: a contact as long as simple signposting", () => {
    const { rows } = tell({
      ...instant,
      "contact.distribution": "deterministic",
      "contact.hours.first": 0.5,
      "contact.hours.simple": 0.125,
    });
    const hours = new Map(begun(rows, Contact.First).map(({ patient, value }) => [patient, value]));
    for (const of of closedPatients(rows))
      expect(hours.get(of[0].patient)).toBe(exitOf(of) === Exit.Declined ? 0.125 : 0.5);
  });

  it("end after the first appointment where that is all there is", () => {
    const { recorded, rows } = tell({ ...instant, "pathway.firstAppointmentOnly": true });
    expect(begun(rows).every(({ detail }) => detail === Contact.First)).toBe(true);
    const { exits } = recorded.totals;
    expect(exits[Exit.Declined] + exits[Exit.Simple]).toBe(exits.reduce((a, b) => a + b, 0));
  });
});

describe("core work", () => {
  const straight: Changes = {
    ...PLAIN,
    ...STRAIGHT,
    ...referralsPerDay(0.5),
    "team.linkWorkers": 100,
    "pathway.rework": 0,
    "contact.distribution": "deterministic",
    "services.dropOutReady": 0,
    "holding.function4": false,
  };
  const path = (rows: readonly LogRow[]) => ({
    began: rows.filter(({ entry }) => entry === Entry.ContactBegan).map((row) => row.time),
    ended: rows.filter(({ entry }) => entry === Entry.ContactEnded).map((row) => row.time),
    joined: time(rows, Entry.JoinedQueue),
    started: time(rows, Entry.ServiceStarted)!,
  });

  it("counts intervals from the end of the last contact, and the first follow-up from the start of the service", () => {
    const connected = closedPatients(tell({ ...straight, "run.years": 2 }).rows);
    expect(connected.length).toBeGreaterThan(100);
    for (const rows of connected) {
      const { began, ended, joined, started } = path(rows);
      expect(began.length).toBe(4);
      expect(began[1] - ended[0]).toBeCloseTo(10, 9);
      expect(joined).toBe(ended[1]);
      expect(began[2] - started).toBeCloseTo(10, 9);
      expect(began[3] - ended[2]).toBeCloseTo(25, 9);
      expect(rows.at(-1)).toMatchObject({ entry: Entry.Closed, detail: Exit.Connected, time: ended[3] });
    }
  });

  it("has the first follow-up at once where there is no delay, and the others after the gap", () => {
    const connected = closedPatients(tell({ ...straight, "pathway.core2Delay": 0 }).rows);
    expect(connected.length).toBeGreaterThan(50);
    for (const rows of connected) {
      const { began, ended, started } = path(rows);
      expect(began[2]).toBe(started);
      expect(began[3] - ended[2]).toBeCloseTo(25, 9);
    }
  });

  it("has as many follow-ups as are asked for, none at all included", () => {
    for (const followUps of [0, 1, 3]) {
      const patients = closedPatients(tell({ ...straight, "pathway.followUps": followUps }).rows);
      expect(patients.length).toBeGreaterThan(50);
      for (const rows of patients) expect(path(rows).began.length).toBe(2 + followUps);
    }
  });

  it("repeats what was not effective with chance rework × (1 − effectiveness)", () => {
    const ineffective = {
      "exhaustion.atStart": 1,
      "exhaustion.recovery": 0,
      "exhaustion.lessEffective": 0.6,
    };
    const { rows } = tell({ ...straight, ...ineffective, ...referralsPerDay(10), "pathway.rework": 0.5 });
    const plans = [...byPatient(rows).values()].flatMap((of) => {
      const joined = time(of, Entry.JoinedQueue);
      if (joined === undefined) return [];
      return [
        of.filter(
          (row) => row.entry === Entry.ContactBegan && row.detail === Contact.Core && row.time < joined,
        ).length,
      ];
    });
    // The number of attempts is geometric with chance 0.3 of another: mean 1/0.7, variance 0.3/0.49.
    const mean = plans.reduce((a, b) => a + b, 0) / plans.length;
    expect(Math.abs(mean - 1 / 0.7)).toBeLessThan(4 * Math.sqrt(0.3 / 0.49 / plans.length) + 0.02);
    expect(plans.length).toBeGreaterThan(1500);
  });

  it("draws its intervals where they are random", () => {
    const { rows } = tell({
      ...straight,
      ...referralsPerDay(10),
      "contact.intervalDistribution": "exponential",
    });
    const intervals = [...byPatient(rows).values()].flatMap((of) => {
      const { began, ended } = path(of);
      // Long intervals would be cut off by the end of the run; those referred late are left out.
      return of[0].time < 150 && began.length > 1 ? [began[1] - ended[0]] : [];
    });
    const mean = intervals.reduce((a, b) => a + b, 0) / intervals.length;
    expect(Math.abs(mean - 10)).toBeLessThan((4 * 10) / Math.sqrt(intervals.length));
  });
});

describe("community services", () => {
  const served: Changes = {
    ...PLAIN,
    ...STRAIGHT,
    ...referralsPerDay(4),
    "team.linkWorkers": 60,
    "contact.hours.first": 0.01,
    "contact.hours.core": 0.01,
    "holding.function4": false,
    "run.years": 2,
  };

  it("take people in the order in which they joined, and never more than they have places", () => {
    const { rows } = tell({
      ...served,
      "services.places.1": 20,
      "services.disengageRate": 0,
      "services.dropOutReady": 0,
    });
    for (const s of [0, 1, 2]) {
      const joined = ofKind(rows, Entry.JoinedQueue).filter(({ place }) => place === s);
      const started = ofKind(rows, Entry.ServiceStarted).filter(({ place }) => place === s);
      expect(started.map(({ patient }) => patient)).toEqual(
        joined.slice(0, started.length).map(({ patient }) => patient),
      );
      let taken = 0;
      let most = 0;
      for (const { entry, place } of rows) {
        if (place !== s) continue;
        if (entry === Entry.ServiceStarted) taken++;
        if (entry === Entry.PlaceFreed) taken--;
        most = Math.max(most, taken);
      }
      expect(most).toBe([20, 48, 51][s]);
    }
  });

  it("lose who does not take up the place: more of those who are not ready", () => {
    const open = { "services.places.1": "none", "services.places.2": "none", "services.places.3": "none" };
    const share = (unready: number) => {
      const { totals } = tell({
        ...served,
        ...open,
        ...forEvery("pathway.needsPreparation", unready),
        "holding.function2": false,
      }).recorded;
      const dropped = totals.exits[Exit.DroppedOut];
      const offered = dropped + totals.serviceStarts.reduce((a, b) => a + b, 0);
      return [dropped / offered, offered];
    };
    const [ready, n] = share(0);
    const [unready, m] = share(1);
    expect(Math.abs(ready - 0.1)).toBeLessThan(slack(0.1, n));
    expect(Math.abs(unready - 0.45)).toBeLessThan(slack(0.45, m));
  });

  it("meet the need: distress stands still from the start of the service but for relief", () => {
    const { rows } = tell({ ...served, "services.places.1": "none" });
    for (const of of byPatient(rows).values()) {
      const start = of.find(({ entry }) => entry === Entry.ServiceStarted);
      if (!start) continue;
      let distress = start.value;
      for (const row of of.filter(({ entry, time: at }) => entry === Entry.ContactEnded && at > start.time)) {
        expect(row.value).toBeCloseTo(distress * (row.detail === Contact.Core ? 0.95 : 0.9), 12);
        distress = row.value;
      }
    }
  });

  it("offer new places at once when capacity rises, and let nobody go when it falls", () => {
    let offered = [39, 48, 51];
    let before = 0;
    const taken: number[] = [];
    tell(
      { ...served, "services.disengageRate": 0.001 },
      {
        timeline: [
          { atWeek: 40, changes: { "services.capacityMultiplier": 0.5 } },
          { atWeek: 70, changes: { "services.capacityMultiplier": 1.5 } },
        ],
        afterEvent: (sim) => {
          const [occupied] = sim.state.occupied;
          if (sim.stage === 2) expect(occupied).toBeLessThanOrEqual(Math.max(before, offered[0]));
          if (sim.stage === 2) offered = [20, 24, 26];
          before = occupied;
          if (Number.isInteger(sim.now)) taken[sim.now] = occupied;
        },
      },
    );
    expect([taken[199], taken[349]]).toEqual([39, 20]);
    // At the end of week 69 there are half as many again: the queue fills them in the same instant.
    expect(taken[350]).toBe(59);
  });
});

describe("who was closed without success", () => {
  it("comes back with the chance and after the time asked for, as a new referral of the same person", () => {
    const { rows } = tell({
      ...PLAIN,
      ...referralsPerDay(10),
      ...STRAIGHT,
      "team.linkWorkers": 40,
      "gp.pReturn": 0.3,
      "gp.returnMeanDays": 20,
      "services.dropOutReady": 1,
      "services.places.1": "none",
      "services.places.2": "none",
      "services.places.3": "none",
      "run.years": 2,
    });
    const dropped = closedPatients(rows).filter((of) => of.at(-1)!.time < 320);
    expect(dropped.every((of) => exitOf(of) === Exit.DroppedOut)).toBe(true);
    const referred = new Map(ofKind(rows, Entry.Referred).map((row) => [row.patient, row.time]));
    const gaps = dropped.flatMap((of) => {
      const again = referred.get(of[0].patient + 1);
      return again === undefined ? [] : [again - of.at(-1)!.time];
    });
    expect(Math.abs(gaps.length / dropped.length - 0.3)).toBeLessThan(slack(0.3, dropped.length));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    expect(Math.abs(mean - 20)).toBeLessThan((4 * 20) / Math.sqrt(gaps.length));
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });
  it("does not come back after declining, signposting, or holding that was completed", () => {
    const { rows, sim } = tell({
      ...CALM,
      "gp.pReturn": 1,
      "gp.returnMeanDays": 0.01,
      "pathway.firstAppointmentOnly": true,
      "referral.renegeRate": 0,
    });
    expect(ofKind(rows, Entry.Referred).every(({ patient }) => patient % 64 === 0)).toBe(true);
    expect(sim.state.levels.value[8]).toBe(0);
  });
});

describe("distress", () => {
  it("drifts towards 1, the same in one step or many", () => {
    let d = 0.2;
    for (let i = 0; i < 100; i++) d = drifted(d, 0.002, 1.7);
    expect(d).toBeCloseTo(drifted(0.2, 0.002, 170), 12);
    expect(drifted(0.4, 0, 1000)).toBeCloseTo(0.4, 15);
    expect(drifted(0.4, 0.01, 1e9)).toBe(1);
  });
});
