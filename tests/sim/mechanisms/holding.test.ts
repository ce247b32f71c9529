/** Proves the rules of holding: the four functions, their switches, the policies, and what is done first. */
import { describe, expect, it } from "vitest";
import { Entry, type LogRow } from "../../../sim/record/eventLog";
import { Contact, Exit } from "../../../sim/record/totals";
import type { Changes } from "../../../sim/scenario";
import type { Sim } from "../../../sim/sim";
import { Lane } from "../../../sim/state";
import { CALM, PLAIN, referralsPerDay } from "../support/presets";
import { begun, byPatient, closedPatients, forEvery, ofKind, STRAIGHT, tell } from "../support/story";

const contacts = (rows: readonly LogRow[], type: number): LogRow[] =>
  begun(rows).filter((row) => row.detail === type);
const HOLDING = [Contact.Holding1, Contact.Holding2, Contact.Holding3, Contact.Holding4];
/** So many link workers that nobody waits for a contact, which takes its exact hours. */
const UNHURRIED: Changes = {
  ...PLAIN,
  ...STRAIGHT,
  ...referralsPerDay(1),
  "team.linkWorkers": 300,
  "contact.distribution": "deterministic",
  "pathway.rework": 0,
  "holding.function4": false,
  "run.years": 2,
};

describe("function 1, while people wait for a service", () => {
  const waiting: Changes = {
    ...UNHURRIED,
    "services.places.1": 0,
    "services.places.2": 0,
    "services.places.3": 0,
  };

  it("has a contact every 15 days, from the end of the one before", () => {
    const { rows } = tell({ ...waiting, "services.disengageRate": 0 });
    const intervals: number[] = [];
    for (const of of byPatient(rows).values()) {
      const joined = of.find(({ entry }) => entry === Entry.JoinedQueue);
      if (!joined) continue;
      let last = joined.time;
      for (const { entry, detail, time } of of) {
        if (detail !== Contact.Holding1) continue;
        if (entry === Entry.ContactBegan) {
          intervals.push(time - last);
        } else last = time;
      }
    }
    expect(intervals.length).toBeGreaterThan(5000);
    // Now and then a link worker of two patients is with the other one.
    expect(Math.min(...intervals)).toBeGreaterThan(15 - 1e-9);
    expect(intervals.filter((days) => days < 15 + 1e-9).length).toBeGreaterThan(0.95 * intervals.length);
  });

  it.each<{ name: string; changes: Changes; leaving: number }>([
    { name: "keeps 7 of 10 each time, of those who were contacted of late", changes: {}, leaving: 0.3 },
    {
      name: "keeps nobody who was contacted longer ago than the window",
      changes: { "holding.keepsEngagedWindow": 0, "holding.keepsEngaged": 1 },
      leaving: 1,
    },
    {
      name: "keeps nobody where it is off, however recent another contact",
      changes: { "holding.function1": false, "holding.keepsEngaged": 1 },
      leaving: 1,
    },
  ])("$name", ({ changes, leaving }) => {
    const rate = 0.02;
    const { rows, recorded } = tell({ ...waiting, "services.disengageRate": rate, ...changes });
    let days = 0;
    for (const of of byPatient(rows).values()) {
      const joined = of.find(({ entry }) => entry === Entry.JoinedQueue);
      const last = of.at(-1)!;
      if (joined) days += (last.entry === Entry.Closed ? last.time : 520) - joined.time;
    }
    // Patience is exponential: so many end per day in the queue, and that share of them in leaving.
    const expected = rate * leaving * days;
    expect(Math.abs(recorded.totals.exits[Exit.Disengaged] - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(expected).toBeGreaterThan(200);
  });

  it("leaves the case open and on the caseload where it is off, but has no contact", () => {
    const { rows, recorded, sim } = tell({
      ...waiting,
      "services.disengageRate": 0,
      "holding.function1": false,
    });
    expect(contacts(rows, Contact.Holding1)).toEqual([]);
    expect(recorded.inSystemEnd).toBeGreaterThan(450);
    expect(sim.state.levels.value[4]).toBe(recorded.inSystemEnd);
  });
});

describe("function 2, preparing for change", () => {
  const unready: Changes = { ...UNHURRIED, ...forEvery("pathway.needsPreparation", 1) };

  it("has a contact every 10 days until one makes the patient ready, 35 of 100 times", () => {
    const { rows, recorded } = tell(unready);
    const first = new Map(
      ofKind(rows, Entry.ContactEnded)
        .filter(({ detail }) => detail === Contact.First)
        .map(({ patient, time }) => [patient, time]),
    );
    const counted = new Map<number, number>();
    const ended = new Map(first);
    for (const { entry, detail, patient, time } of rows) {
      if (detail !== Contact.Holding2) continue;
      if (entry === Entry.ContactEnded) ended.set(patient, time);
      if (entry !== Entry.ContactBegan) continue;
      expect(time - ended.get(patient)!).toBeCloseTo(10, 9);
      counted.set(patient, (counted.get(patient) ?? 0) + 1);
    }
    const { contacts: all } = recorded.totals;
    const ready = new Set(contacts(rows, Contact.Core).map(({ patient }) => patient)).size;
    // Those who are still preparing, or wait for the first core contact, at the end are the small bias.
    expect(Math.abs(ready / all[Contact.Holding2] - 0.35)).toBeLessThan(
      4 * Math.sqrt((0.35 * 0.65) / all[Contact.Holding2]) + 0.01,
    );
  });

  it("is less often successful when contacts are less effective", () => {
    const ineffective = {
      "exhaustion.atStart": 1,
      "exhaustion.recovery": 0,
      "exhaustion.lessEffective": 0.5,
    };
    const { rows, recorded } = tell({ ...unready, ...ineffective });
    const ready = new Set(contacts(rows, Contact.Core).map(({ patient }) => patient)).size;
    const tries = recorded.totals.contacts[Contact.Holding2];
    expect(Math.abs(ready / tries - 0.175)).toBeLessThan(4 * Math.sqrt((0.175 * 0.825) / tries) + 0.01);
  });

  it("sends people on unready where it is off", () => {
    const { rows, recorded } = tell({ ...unready, "holding.function2": false, "services.places.1": "none" });
    expect(contacts(rows, Contact.Holding2)).toEqual([]);
    const { exits, serviceStarts } = recorded.totals;
    const offered = exits[Exit.DroppedOut] + serviceStarts.reduce((a, b) => a + b, 0);
    expect(Math.abs(exits[Exit.DroppedOut] / offered - 0.45)).toBeLessThan(4 * Math.sqrt(0.25 / offered));
  });
});

describe("function 3, relieving GPs", () => {
  const heldOnly: Changes = { ...UNHURRIED, ...forEvery("pathway.holdOnly", 1), "holding.holdOnlyDays": 40 };

  it("has a contact every 15 days, and ends when the time for which people are held is over", () => {
    const { rows } = tell(heldOnly);
    const patients = closedPatients(rows);
    let days = 0;
    for (const of of patients) {
      expect(of.at(-1)!.detail).toBe(Exit.HoldCompleted);
      const ended = of.filter(({ entry }) => entry === Entry.ContactEnded).map(({ time }) => time);
      const began = of.filter(({ entry }) => entry === Entry.ContactBegan).map(({ time }) => time);
      for (let i = 1; i < began.length; i++) expect(began[i] - ended[i - 1]).toBeCloseTo(15, 9);
      days += of.at(-1)!.time - ended[0];
    }
    // Long stays are cut off by the end of the run: the mean of those that ended is a little below 40 days.
    expect(days / patients.length).toBeGreaterThan(34);
    expect(days / patients.length).toBeLessThan(40 + (4 * 40) / Math.sqrt(patients.length));
  });

  it("hands people back to the GP after the first appointment where it is off", () => {
    const { rows } = tell({ ...heldOnly, "holding.function3": false });
    const patients = closedPatients(rows);
    expect(patients.length).toBeGreaterThan(300);
    for (const of of patients) {
      expect(of.at(-1)!.detail).toBe(Exit.ReturnedToGp);
      expect(of.at(-1)!.time).toBe(of.find(({ entry }) => entry === Entry.ContactEnded)!.time);
    }
  });
});

describe("function 4, bearing witness", () => {
  const frozen: Changes = {
    ...UNHURRIED,
    "holding.function4": true,
    "patients.distressDrift": 0,
    "patients.d0Spread": 0,
    ...forEvery("patients.initialDistress", 0.4),
    "contact.relief.first": 0,
    "contact.relief.core": 0,
    "contact.relief.h1": 0,
    "contact.relief.h4": 0,
  };

  it("is asked for at rate ν times distress by everybody's case, from the end of the first appointment on", () => {
    const { rows, recorded } = tell(frozen);
    let daysOpen = 0;
    for (const of of byPatient(rows).values()) {
      const first = of.find(({ entry, detail }) => entry === Entry.ContactEnded && detail === Contact.First);
      const witness = of.find(
        ({ detail, entry }) => entry === Entry.ContactBegan && detail === Contact.Holding4,
      );
      if (witness) expect(witness.time).toBeGreaterThan(first!.time);
      const end = of.at(-1)!.entry === Entry.Closed ? of.at(-1)!.time : 520;
      if (first) daysOpen += end - first.time;
    }
    const expected = 0.03 * 0.4 * daysOpen;
    // A case does not disclose while a disclosure of it is heard (0.6 days each), some 0.7% of its time.
    expect(Math.abs(recorded.totals.contacts[Contact.Holding4] - expected)).toBeLessThan(
      4 * Math.sqrt(expected) + 0.01 * expected,
    );
    expect(expected).toBeGreaterThan(200);
  });

  it("is thinned as distress falls: with strong relief there are fewer disclosures", () => {
    const relieved = tell({ ...frozen, "contact.relief.h4": 1 }).recorded.totals.contacts[Contact.Holding4];
    const patients = tell({ ...frozen, "contact.relief.h4": 1 }).recorded.totals.seen;
    // With all distress gone after the first disclosure nobody discloses twice.
    expect(relieved).toBeLessThan(patients);
    expect(relieved).toBeLessThan(tell(frozen).recorded.totals.contacts[Contact.Holding4]);
  });

  it("does not begin before the first appointment even where the function is switched on later", () => {
    const late = { ...CALM, "referral.bookingLeadDays": 30, "holding.witnessRate": 0.5 };
    const { rows } = tell(
      { ...late, "holding.function4": false },
      {
        timeline: [{ atWeek: 20, changes: { "holding.function4": true } }],
      },
    );
    const seen = new Set<number>();
    for (const { entry, detail, patient, time } of rows) {
      if (entry !== Entry.ContactBegan) continue;
      if (detail === Contact.First) seen.add(patient);
      if (detail === Contact.Holding4) expect(seen.has(patient) && time > 100).toBe(true);
    }
    expect(contacts(rows, Contact.Holding4).length).toBeGreaterThan(100);
  });
});

describe("a function that is off", () => {
  const off: Record<string, readonly number[]> = {
    "holding.function1": [Contact.Holding1],
    "holding.function2": [Contact.Holding2],
    "holding.function3": [Contact.Holding3],
    "holding.function4": [Contact.Holding4],
  };
  const cases: [string, Changes, readonly number[]][] = [
    ...Object.entries(off).map(([id, types]): [string, Changes, readonly number[]] => [
      id,
      { [id]: false },
      types,
    ]),
    ["the policy none", { "holding.policy": "none" }, HOLDING],
  ];
  it.each(cases)("has not one contact and not one hour: %s", (_, changes, types) => {
    for (const leversFrom of ["start", "week0"]) {
      const { recorded, rows, sim } = tell({
        "services.places.1": 5,
        ...changes,
        "run.leversFrom": leversFrom,
        "run.warmUpYears": 0.5,
      });
      const { contacts: counts, contactHours } = recorded.totals;
      for (const type of HOLDING) {
        if (types.includes(type)) expect([counts[type], contactHours[type]]).toEqual([0, 0]);
        else expect(counts[type]).toBeGreaterThan(10);
      }
      // Where the warm-up has the function, its contacts are over by week 0, but for those under way.
      const before = rows.filter((row) => row.entry === Entry.ContactBegan && types.includes(row.detail));
      expect(before.length > 0).toBe(leversFrom === "week0");
      expect(before.every(({ time }) => time <= sim.recordsFrom)).toBe(true);
    }
  });
});

describe("time-limited holding", () => {
  it("has at most so many contacts of functions 1 to 3", () => {
    const limited: Changes = {
      ...UNHURRIED,
      "holding.policy": "time-limited",
      "holding.limitContacts": 3,
      "holding.limitDays": 1e6,
      ...forEvery("pathway.needsPreparation", 0.5),
      "holding.pReady": 0.1,
      "services.places.1": 0,
      "services.places.2": 0,
      "services.places.3": 0,
      "services.disengageRate": 0,
    };
    const counts = [...byPatient(tell(limited).rows).values()].map(
      (of) =>
        of.filter(({ entry, detail }) => entry === Entry.ContactBegan && detail >= Contact.Holding1).length,
    );
    expect(Math.max(...counts)).toBe(3);
    expect(counts.filter((count) => count === 3).length).toBeGreaterThan(200);
  });

  it("plans no contact once the days are over, and hands back who is held only", () => {
    const limited: Changes = {
      ...UNHURRIED,
      ...forEvery("pathway.holdOnly", 1),
      "holding.policy": "time-limited",
      "holding.limitContacts": 100,
      "holding.limitDays": 32,
      "holding.holdOnlyDays": 1e6,
    };
    const patients = closedPatients(tell(limited).rows);
    expect(patients.length).toBeGreaterThan(100);
    const last = patients.filter((of) => of.at(-1)!.detail === Exit.ReturnedToGp);
    expect(last.length).toBeGreaterThan(0.99 * patients.length - 1);
    for (const of of last) {
      const first = of.find(({ entry }) => entry === Entry.ContactEnded)!.time;
      const began = of.filter(
        ({ entry, detail }) => entry === Entry.ContactBegan && detail === Contact.Holding3,
      );
      // Every contact was planned, an interval of 15 days before, within the 32 days.
      for (const { time } of began) expect(time - 15 - first).toBeLessThan(32);
    }
  });
});

interface Choice {
  /** What the link worker began when the contact before ended, and when that had fallen due. */
  readonly type: number;
  readonly due: number;
  /** Holding's share of recent hours then, and what went on waiting. */
  readonly share: number;
  readonly witness: number;
  readonly handover: number;
  readonly holding: number;
  readonly core: number;
  readonly holdingDue: number;
  readonly coreDue: number;
}

/** Every choice of the first of two link workers for whom there is too much of everything to do. */
function choices(changes: Changes): Choice[] {
  const made: Choice[] = [];
  let before = { contact: -1, share: 0 };
  tell(
    {
      ...CALM,
      "team.linkWorkers": 2,
      "team.referenceLinkWorkers": 3,
      "turnover.baseHazard": 3,
      "turnover.noticeDays": 0,
      "recruitment.days": 3,
      "holding.witnessRate": 0.1,
      "referral.renegeRate": 0.01,
      ...changes,
    },
    {
      afterEvent: (sim) => {
        const { workers, patients } = sim.state;
        const p = workers.contactPatient[0];
        const contact = p >= 0 ? patients.key[p] * 8 + workers.contactType[0] : -1;
        const changed = before.contact >= 0 && contact >= 0 && contact !== before.contact;
        if (changed && workers.busySince[0] === sim.now)
          made.push({
            ...left(sim),
            type: workers.contactType[0],
            due: patients.dueAt[p],
            share: before.share,
          });
        const hours = workers.recentHours[0] + workers.dayHours[0];
        const holding = workers.recentHoldingHours[0] + workers.dayHoldingHours[0];
        before = { contact, share: hours > 0 ? holding / hours : 0 };
      },
    },
  );
  return made;
}

/** What waits with the first link worker. */
function left({ state: { tasks, disclosed, patients } }: Sim) {
  const due = (lane: number) => {
    const p = tasks.first(lane);
    return p < 0 ? Number.POSITIVE_INFINITY : patients.dueAt[p];
  };
  return {
    witness: disclosed.length[0],
    handover: tasks.length[Lane.Handover],
    holding: tasks.length[Lane.Holding],
    core: tasks.length[Lane.CoreWork],
    holdingDue: due(Lane.Holding),
    coreDue: due(Lane.CoreWork),
  };
}

const isHolding = (type: number): boolean => type >= Contact.Holding1 && type <= Contact.Holding3;
const isCore = (type: number): boolean => type <= Contact.Simple;

describe("what is done first", () => {
  it("unrecognised: bearing witness, then handover, then whatever fell due first", () => {
    const made = choices({});
    const chosen = (holds: (type: number) => boolean) => made.filter(({ type }) => holds(type));
    const [witness, handover] = [Contact.Holding4, Contact.Handover];
    // Nothing that comes first is left behind.
    for (const { type, ...waiting } of made) {
      if (type === witness) continue;
      expect(waiting.witness).toBe(0);
      if (type === handover) continue;
      expect(waiting.handover).toBe(0);
      expect(waiting.due).toBeLessThanOrEqual(Math.min(waiting.holdingDue, waiting.coreDue));
    }
    expect(chosen((type) => type === witness).length).toBeGreaterThan(100);
    expect(chosen((type) => type === handover).length).toBeGreaterThan(50);
    expect(chosen(isHolding).filter(({ core }) => core > 0).length).toBeGreaterThan(20);
    expect(chosen(isCore).filter(({ holding }) => holding > 0).length).toBeGreaterThan(20);
  });

  it("recognised: handover, then holding up to its protected share, then core work, then holding", () => {
    const made = choices({ "holding.policy": "recognised", "holding.protectedShare": 0.3 });
    const counts = { handover: 0, protected: 0, core: 0 };
    for (const { type, share, ...waiting } of made) {
      if (type === Contact.Handover) {
        counts.handover++;
        continue;
      }
      expect(waiting.handover).toBe(0);
      if (isHolding(type)) expect(waiting.witness).toBe(0);
      if (!isCore(type) && waiting.core > 0) {
        expect(share).toBeLessThan(0.3);
        counts.protected++;
      }
      if (isCore(type) && waiting.witness + waiting.holding > 0) {
        expect(share).toBeGreaterThanOrEqual(0.3);
        counts.core++;
      }
    }
    expect(Math.min(counts.handover, counts.protected, counts.core)).toBeGreaterThan(20);
  });

  it("does not matter where there is one kind of task: the policy changes no appointment", () => {
    const appointments = (policy: string) =>
      begun(
        tell({
          ...CALM,
          ...STRAIGHT,
          "holding.policy": policy,
          "pathway.firstAppointmentOnly": true,
          "holding.function4": false,
        }).rows,
      ).map(({ time, patient }) => [time, patient]);
    expect(appointments("recognised")).toEqual(appointments("unrecognised"));
    expect(appointments("recognised").length).toBeGreaterThan(1000);
  });
});
