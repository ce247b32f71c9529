/** Proves the rules of the team: who is given a case, absence, leaving, handover, recruitment, posts that open and close. */
import { describe, expect, it } from "vitest";
import { absenceHazard } from "../../../sim/mechanisms/absence";
import { productivity } from "../../../sim/mechanisms/allocation";
import { leavingHazard } from "../../../sim/mechanisms/turnover";
import { DEFAULTS } from "../../../sim/parameters";
import { Entry, type LogRow } from "../../../sim/record/eventLog";
import { Contact, Exit } from "../../../sim/record/totals";
import type { Changes } from "../../../sim/scenario";
import type { Sim } from "../../../sim/sim";
import { Level, Section } from "../../../sim/state";
import { CALM, PLAIN, referralsPerDay } from "../support/presets";
import { begun, byPatient, forEvery, ofKind, STRAIGHT, tell } from "../support/story";

const slack = (share: number, n: number): number => 4 * Math.sqrt((share * (1 - share)) / n);

describe("allocation", () => {
  /** Open cases of each link worker as the diary has them, when somebody is assigned. */
  function* assignments(rows: readonly LogRow[], posts: number) {
    const cases = new Array<number>(posts).fill(0);
    const given = new Array<number>(posts).fill(-1);
    const worker = new Map<number, number>();
    for (const [i, { entry, patient, place, time }] of rows.entries()) {
      if (entry === Entry.Closed && worker.has(patient)) {
        cases[worker.get(patient)!]--;
        worker.delete(patient);
      }
      if (entry !== Entry.Assigned) continue;
      yield { time, patient, place, cases: [...cases], given: [...given] };
      cases[place]++;
      worker.set(patient, place);
      given[place] = i;
    }
  }

  it("gives a case to who has the fewest, of those to who was given one longest ago", () => {
    const { rows } = tell(CALM);
    let ties = 0;
    for (const { place, cases, given } of assignments(rows, 7)) {
      const fewest = Math.min(...cases);
      expect(cases[place]).toBe(fewest);
      const tied = given.filter((_, w) => cases[w] === fewest);
      expect(given[place]).toBe(Math.min(...tied));
      if (tied.length > 1) ties++;
    }
    expect(ties).toBeGreaterThan(100);
  });

  it("counts cases per productivity: somebody in induction gets fewer", () => {
    const counts: [number, number][] = [];
    tell(
      {
        ...CALM,
        "team.linkWorkers": 2,
        "recruitment.inductionDays": 10_000,
        "recruitment.inductionStart": 0.5,
      },
      {
        afterEvent: (sim) => {
          const { workers } = sim.state;
          // The second link worker is made to have started on the first day.
          if (sim.now < 2) workers.inPostSince[1] = 1;
          if (sim.now > 150) counts.push([workers.openCases[0], workers.openCases[1]]);
        },
      },
    );
    const ratio = counts.reduce((a, [, b]) => a + b, 0) / counts.reduce((a, [b]) => a + b, 0);
    // Productivity is 0.51 in the middle of the time that is counted.
    expect(ratio).toBeGreaterThan(0.45);
    expect(ratio).toBeLessThan(0.57);
  });

  it("never goes beyond the cap, which is smaller in induction, and takes the list in order of arrival", () => {
    const cap = 12;
    const { rows } = tell(
      {
        ...CALM,
        "policy.caseloadCap": cap,
        "turnover.baseHazard": 1,
        "recruitment.days": 20,
        "referral.renegeRate": 0,
      },
      {
        afterEvent: (sim) => {
          const { workers } = sim.state;
          for (let w = 0; w < workers.count; w++) {
            if (workers.inPost[w]) expect(workers.openCases[w]).toBeLessThan(cap * productivity(sim, w) + 1);
          }
        },
      },
    );
    const referred = new Map(ofKind(rows, Entry.Referred).map((row) => [row.patient, row.time]));
    const orphaned = new Set(ofKind(rows, Entry.Orphaned).map(({ patient }) => patient));
    let last = 0;
    for (const { patient } of ofKind(rows, Entry.Assigned)) {
      if (orphaned.has(patient)) continue;
      expect(referred.get(patient)!).toBeGreaterThan(last);
      last = referred.get(patient)!;
    }
    expect(orphaned.size).toBeGreaterThan(10);
  });

  it("takes those of high complexity first where triage says so, those orphaned before all", () => {
    const { rows } = tell({
      ...CALM,
      "policy.caseloadCap": 20,
      "turnover.baseHazard": 0.5,
      "triage.highComplexityFirst": true,
    });
    const waiting = new Map<number, number>();
    let passedBy = 0;
    for (const { entry, patient, detail, place } of rows) {
      if (entry === Entry.Referred)
        waiting.set(patient, detail === 2 ? Section.HighComplexity : Section.Others);
      if (entry === Entry.Orphaned) waiting.set(patient, Section.Orphaned);
      if (entry === Entry.Closed) waiting.delete(patient);
      if (entry !== Entry.Assigned) continue;
      const section = waiting.get(patient)!;
      waiting.delete(patient);
      const sections = [...waiting.values()];
      expect(Math.min(section, ...sections), `patient ${patient} to ${place}`).toBe(section);
      if (sections.some((other) => other > section)) passedBy++;
    }
    expect(passedBy).toBeGreaterThan(200);
  });

  it("gives cases to the absent only where everybody is absent and there is no cap", () => {
    const absent: Changes = { ...CALM, "absence.hazard": 1000, "absence.meanDays": 1e6, "absence.kA": 0 };
    const uncapped = tell(absent);
    const assigned = ofKind(uncapped.rows, Entry.Assigned);
    expect(assigned.length).toBe(ofKind(uncapped.rows, Entry.Referred).length);
    // Still to whoever has the fewest.
    const { openCases } = uncapped.sim.state.workers;
    expect(Math.max(...openCases) - Math.min(...openCases)).toBeLessThanOrEqual(1);
    const capped = tell({ ...absent, "policy.caseloadCap": 1000 });
    expect(ofKind(capped.rows, Entry.Assigned).every(({ time }) => time < 1)).toBe(true);
  });

  it("among the absent, too, counts cases per productivity and passes over nobody in a tie", () => {
    const { sim } = tell(
      {
        ...CALM,
        "team.linkWorkers": 2,
        "absence.hazard": 1000,
        "absence.meanDays": 1e6,
        "recruitment.inductionDays": 1e5,
      },
      {
        afterEvent: ({ now, state: { workers } }) => {
          if (now < 2) workers.inPostSince[1] = 1;
        },
      },
    );
    const [first, second] = sim.state.workers.openCases;
    expect(second / first).toBeGreaterThan(0.4);
    expect(second / first).toBeLessThan(0.6);
  });
});

describe("absence", () => {
  it("has a hazard that exhaustion loads", () => {
    expect(absenceHazard(DEFAULTS.absence, 0)).toBeCloseTo(0.004, 15);
    expect(absenceHazard(DEFAULTS.absence, 1)).toBeCloseTo(0.004 * Math.exp(1.85), 15);
    expect(absenceHazard({ ...DEFAULTS.absence, hazard: 0 }, 1)).toBe(0);
  });

  const ill: Changes = { ...CALM, "absence.hazard": 0.02, "absence.kA": 0, "absence.meanDays": 10 };
  it("begins as often and lasts as long as asked for", () => {
    const { rows, recorded } = tell({
      ...ill,
      "run.years": 10,
      "referral.perWtePerYear": 0,
      "team.linkWorkers": 20,
    });
    const days = ofKind(rows, Entry.AbsenceBegan).map(({ value }) => value);
    const { filledPostDays, absentDays } = recorded.totals;
    const expected = 0.02 * (filledPostDays - absentDays);
    // A return in the middle of a day shortens the time to the next lottery: 1 − e^(−h) a day instead of h.
    expect(Math.abs(days.length - expected)).toBeLessThan(4 * Math.sqrt(expected) + 0.01 * expected);
    const mean = days.reduce((a, b) => a + b, 0) / days.length;
    expect(Math.abs(mean - 10)).toBeLessThan((4 * 10) / Math.sqrt(days.length));
  });

  it("lets the contact under way end, and no other begin", () => {
    const { rows } = tell(ill);
    const absent = new Set<number>();
    const inContact = new Set<number>();
    let finished = 0;
    for (const { entry, place } of rows) {
      if (entry === Entry.AbsenceBegan) absent.add(place);
      if (entry === Entry.AbsenceEnded) absent.delete(place);
      if (entry === Entry.ContactBegan) {
        expect(absent.has(place)).toBe(false);
        inContact.add(place);
      }
      if (entry !== Entry.ContactEnded) continue;
      expect(inContact.delete(place)).toBe(true);
      if (absent.has(place)) finished++;
    }
    expect(finished).toBeGreaterThan(5);
  });

  it("sends disclosures to a colleague, but not before so many days", () => {
    const { rows } = tell({
      ...ill,
      "absence.meanDays": 40,
      "holding.witnessRate": 0.1,
      "absence.coverAfterDays": 8,
    });
    const since = new Map<number, number>();
    const worker = new Map<number, number>();
    let covered = 0;
    for (const { entry, place, patient, detail, time } of rows) {
      if (entry === Entry.AbsenceBegan) since.set(place, time);
      if (entry === Entry.AbsenceEnded) since.delete(place);
      if (entry === Entry.Assigned) worker.set(patient, place);
      if (entry !== Entry.ContactBegan) continue;
      const own = worker.get(patient)!;
      if (detail !== Contact.Holding4) expect(place).toBe(own);
      if (place === own) continue;
      // Heard by a colleague: it was brought to them while the patient's own link worker was absent long enough.
      if (since.has(own)) expect(time - since.get(own)!).toBeGreaterThanOrEqual(8);
      covered++;
    }
    expect(covered).toBeGreaterThan(50);
  });
});

describe("leaving", () => {
  const { turnover } = DEFAULTS;
  it("has a hazard of factors", () => {
    const rest = leavingHazard(turnover, 0, false, 0, 0);
    expect(rest).toBeCloseTo(0.12 / 260, 15);
    expect(leavingHazard(turnover, 0.7, false, 0, 0) / rest).toBeCloseTo(Math.exp(0.7), 12);
    expect(leavingHazard(turnover, 0, true, 0, 0) / rest).toBeCloseTo(Math.exp(0.3), 12);
    expect(leavingHazard(turnover, 0, false, 0.4, 0) / rest).toBeCloseTo(Math.exp(0.4), 12);
    expect(leavingHazard(turnover, 0, false, 0, 2 / 7) / rest).toBeCloseTo(1 + 0.5 * (2 / 7), 12);
    expect(leavingHazard(turnover, 1, true, 1, 1) / rest).toBeCloseTo(Math.exp(2.3) * 1.5, 12);
    expect(leavingHazard({ ...turnover, baseHazard: 0 }, 1, true, 1, 1)).toBe(0);
  });

  it("weighs hidden work only in the first year in post", () => {
    const hidden: Changes = { ...CALM, "turnover.baseHazard": 0.01, "turnover.kJ": 30 };
    // The team that a run starts with is established; J is about a third after some months.
    const established = tell(hidden);
    expect(Math.min(...established.sim.state.workers.frustration)).toBeGreaterThan(0.2);
    expect(established.recorded.totals.notices).toBe(0);
    const recent = tell(hidden, {
      afterEvent: ({ now, state: { workers } }) => {
        if (now < 2) workers.inPostSince.fill(0);
      },
    });
    expect(recent.recorded.totals.notices).toBeGreaterThan(4);
  });

  it("spreads: recent leavers raise the hazard, for as long as the window", () => {
    const spread = (contagion: number, window: number) =>
      tell({
        ...CALM,
        "referral.perWtePerYear": 0,
        "team.linkWorkers": 50,
        "turnover.baseHazard": 0.1,
        "turnover.contagion": contagion,
        "turnover.window": window,
        "recruitment.days": 1,
        "run.years": 10,
      }).recorded.totals.notices;
    const none = spread(0, 65);
    // With hazard h and window W the rate solves n = h (1 + c n W): 0.1/(1 − 0.1 × 10 × 0.25) = 0.133 a year.
    expect(Math.abs(none - 50)).toBeLessThan(4 * Math.sqrt(50));
    expect(spread(10, 65)).toBeGreaterThan(none);
    expect(spread(0, 1)).toBe(none);
  });

  const restless: Changes = {
    ...CALM,
    "turnover.baseHazard": 0.8,
    "recruitment.distribution": "deterministic",
  };
  it("comes after the notice, or when the contact then under way ends; until then no new case, but work", () => {
    const { rows } = tell({ ...restless, "run.years": 3 });
    const notice = new Map<number, number>();
    let worked = 0;
    let late = 0;
    for (const { entry, place, time } of rows) {
      if (entry === Entry.NoticeGiven) notice.set(place, time);
      if (entry === Entry.Assigned) expect(notice.has(place)).toBe(false);
      if (entry === Entry.ContactBegan && notice.has(place)) {
        expect(time).toBeLessThanOrEqual(notice.get(place)! + 20);
        worked++;
      }
      if (entry !== Entry.Departed) continue;
      const days = time - notice.get(place)!;
      expect(days).toBeGreaterThanOrEqual(20);
      expect(days).toBeLessThan(22);
      if (days > 20) late++;
      notice.delete(place);
    }
    expect(worked).toBeGreaterThan(100);
    expect(late).toBeGreaterThan(2);
  });

  it("is followed by a successor at the later of departure and hire, with a fresh start", () => {
    for (const days of [5, 45]) {
      const { rows } = tell({
        ...restless,
        "recruitment.days": days,
        "run.years": 3,
        "turnover.noticeDays": 20,
      });
      const notice = new Map<number, number>();
      const departed = new Map<number, number>();
      let hires = 0;
      for (const { entry, place, time } of rows) {
        if (entry === Entry.NoticeGiven) notice.set(place, time);
        if (entry === Entry.Departed) departed.set(place, time);
        if (entry !== Entry.Hired) continue;
        expect(time).toBeCloseTo(Math.max(departed.get(place)!, notice.get(place)! + days), 9);
        hires++;
      }
      expect(hires).toBeGreaterThan(5);
    }
  });

  it("brings somebody with the exhaustion of a newcomer, in induction, and with all else at nothing", () => {
    let seen = 0;
    let before = new Float64Array(7);
    tell(
      { "turnover.baseHazard": 1, "recruitment.days": 10, "support.training": true },
      {
        afterEvent: (sim) => {
          const { workers } = sim.state;
          for (let w = 0; w < 7; w++) {
            if (workers.spell[w] === before[w] || workers.spell[w] === 1) continue;
            expect(workers.exhaustion[w]).toBe(0.15);
            expect([workers.pressure[w], workers.frustration[w], workers.recentHours[w]]).toEqual([0, 0, 0]);
            expect(workers.inPostSince[w]).toBe(sim.now);
            expect([workers.burntOut[w], workers.onNotice[w], workers.absent[w]]).toEqual([0, 0, 0]);
            expect(workers.training[w]).toBe(1);
            expect(productivity(sim, w)).toBe(0.5);
            seen++;
          }
          before = Float64Array.from(workers.spell);
        },
      },
    );
    expect(seen).toBeGreaterThan(2);
  });

  it("takes a time to hire with the mean and the shape asked for", () => {
    const { rows } = tell({
      ...CALM,
      "referral.perWtePerYear": 0,
      "team.linkWorkers": 200,
      "turnover.baseHazard": 1,
      "turnover.noticeDays": 0,
      "run.years": 5,
    });
    const notice = new Map<number, number>();
    const times: number[] = [];
    for (const { entry, place, time } of rows) {
      if (entry === Entry.NoticeGiven) notice.set(place, time);
      // Those that began late may not have ended: a year is more than anybody needs.
      if (entry === Entry.Hired && notice.get(place)! < 1000) times.push(time - notice.get(place)!);
    }
    const mean = times.reduce((a, b) => a + b, 0) / times.length;
    const sd = Math.sqrt(times.reduce((a, b) => a + (b - mean) ** 2, 0) / (times.length - 1));
    expect(Math.abs(mean - 65)).toBeLessThan((4 * 65) / Math.sqrt(3 * times.length));
    // Erlang-3 has a coefficient of variation of 1/√3; the deviation's relative error is about 1/√n.
    expect(Math.abs(sd / (65 / Math.sqrt(3)) - 1)).toBeLessThan(4 / Math.sqrt(times.length));
  });
});

describe("handover", () => {
  const leaving: Changes = {
    ...CALM,
    "turnover.baseHazard": 1,
    "recruitment.days": 10,
    "patients.distressDrift": 0,
    "contact.distribution": "deterministic",
    "recruitment.inductionStart": 1,
    "exhaustion.hurry": 0,
    "run.years": 2,
  };

  it.each([
    { name: "cold", warm: false, jump: 0.15, lost: 0.15, hours: 0.75 },
    { name: "warm", warm: true, jump: 0.05, lost: 0.05, hours: 0.35 },
  ])("$name: distress jumps, some are lost, and a contact follows", ({ warm, jump, lost, hours }) => {
    const { rows } = tell({ ...leaving, "handover.warm": warm });
    const distress = new Map<number, number>();
    let orphans = 0;
    let gone = 0;
    for (const [i, { entry, patient, value, detail, time }] of rows.entries()) {
      if (entry === Entry.Orphaned) {
        const d = distress.get(patient)!;
        expect(value).toBeCloseTo(d + (1 - d) * jump, 12);
        orphans++;
        const next = rows.slice(i + 1).find((row) => row.patient === patient);
        if (next?.entry === Entry.Closed && next.detail === Exit.LostAtHandover) {
          expect(next.time).toBe(time);
          gone++;
        }
      }
      if (patient >= 0 && value > 0 && entry !== Entry.ContactBegan) distress.set(patient, value);
      if (entry === Entry.ContactBegan && detail === Contact.Handover) expect(value).toBeCloseTo(hours, 12);
    }
    expect(orphans).toBeGreaterThan(100);
    expect(Math.abs(gone / orphans - lost)).toBeLessThan(slack(lost, orphans));
  });

  it("is the first contact with the new link worker of everybody seen before, and takes the path up again", () => {
    const { rows } = tell({ ...leaving, "holding.function4": false });
    let handovers = 0;
    for (const of of byPatient(rows).values()) {
      let seen = false;
      let orphaned = false;
      for (const { entry, detail } of of) {
        if (entry === Entry.Orphaned) orphaned = true;
        if (entry !== Entry.ContactBegan) continue;
        if (orphaned) {
          expect(detail).toBe(seen ? Contact.Handover : Contact.First);
          handovers++;
        } else expect(detail).not.toBe(Contact.Handover);
        orphaned = false;
        seen = true;
      }
    }
    expect(handovers).toBeGreaterThan(100);
  });

  it("leaves the place in a service's queue, and brings a colleague at once", () => {
    const { rows } = tell({
      ...leaving,
      ...STRAIGHT,
      "services.places.1": 3,
      "services.places.2": 3,
      "services.places.3": 3,
      "services.disengageRate": 0,
    });
    // In order of joining, whoever has had another link worker in between.
    for (const s of [0, 1, 2]) {
      const joined = ofKind(rows, Entry.JoinedQueue)
        .filter(({ place }) => place === s)
        .map(({ patient }) => patient);
      const left = new Set(ofKind(rows, Entry.Closed).map(({ patient }) => patient));
      const started = ofKind(rows, Entry.ServiceStarted)
        .filter(({ place }) => place === s)
        .map(({ patient }) => patient);
      const order = joined.filter((patient) => started.includes(patient) || !left.has(patient));
      expect(started).toEqual(order.slice(0, started.length));
    }
    let atOnce = 0;
    const queueing = new Set<number>();
    for (const [i, { entry, patient, time }] of rows.entries()) {
      if (entry === Entry.JoinedQueue) queueing.add(patient);
      if (entry === Entry.ServiceStarted) queueing.delete(patient);
      if (entry !== Entry.Orphaned || !queueing.has(patient)) continue;
      const next = rows.slice(i + 1).find((row) => row.patient === patient)!;
      if (next.entry === Entry.Closed) continue;
      expect([next.entry, next.time]).toEqual([Entry.Assigned, time]);
      atOnce++;
    }
    expect(atOnce).toBeGreaterThan(50);
  });
});

describe("posts", () => {
  const team = (sim: Sim) => ({
    posts: sim.state.levels.value[Level.Posts],
    filled: sim.state.levels.value[Level.Filled],
  });
  const daily = (changes: Changes, timeline: Parameters<typeof tell>[1]) => {
    const days: ReturnType<typeof team>[] = [];
    const story = tell(
      { ...CALM, "recruitment.distribution": "deterministic", ...changes },
      {
        ...timeline,
        afterEvent: (sim) => {
          if (Number.isInteger(sim.now)) days[sim.now] = team(sim);
        },
      },
    );
    return { ...story, days };
  };

  it("open vacant when there are to be more, and are filled after recruitment", () => {
    const { days } = daily(
      { "recruitment.days": 30.5 },
      { timeline: [{ atWeek: 10, changes: { "team.linkWorkers": 10 } }] },
    );
    expect(days[49]).toEqual({ posts: 7, filled: 7 });
    expect(days[50]).toEqual({ posts: 10, filled: 7 });
    expect(days[80]).toEqual({ posts: 10, filled: 7 });
    expect(days[81]).toEqual({ posts: 10, filled: 10 });
  });

  it("close when there are to be fewer: vacant ones first, then those of who came last, with handover", () => {
    const { days, rows } = daily(
      { "recruitment.days": 20.5 },
      {
        timeline: [
          { atWeek: 4, changes: { "team.linkWorkers": 9 } },
          // The two newcomers are there by week 9; two more posts are still vacant in week 13.
          { atWeek: 10, changes: { "team.linkWorkers": 11 } },
          { atWeek: 13, changes: { "team.linkWorkers": 8 } },
        ],
      },
    );
    expect(days[64]).toEqual({ posts: 11, filled: 9 });
    // A post whose holder is in a contact closes when it ends, within a day.
    expect(days[67]).toEqual({ posts: 8, filled: 8 });
    const departed = ofKind(rows, Entry.Departed);
    expect(departed.length).toBe(1);
    expect([7, 8]).toContain(departed[0].place);
    expect(ofKind(rows, Entry.Orphaned).length).toBeGreaterThan(5);
    expect(ofKind(rows, Entry.Hired).length).toBe(2);
    expect(ofKind(rows, Entry.NoticeGiven)).toEqual([]);
  });

  it("change at week 0 with the levers, whatever the warm-up had", () => {
    const { days, sim } = daily(
      { "team.linkWorkers": 4, "run.leversFrom": "week0", "run.warmUpYears": 0.5 },
      {},
    );
    expect(days[129]).toEqual({ posts: 7, filled: 7 });
    expect(days[132]).toEqual({ posts: 4, filled: 4 });
    expect(sim.recordsFrom).toBe(130);
  });
});

describe("a timeline", () => {
  it("is in force exactly from its week: a longer booking lead, week by week", () => {
    // Recruitment time, cap and supervision show in the parameters; what a policy does shows from the next event on.
    const seen: [number, number][] = [];
    tell(
      { ...CALM, "run.warmUpYears": 0.1 },
      {
        timeline: [
          { atWeek: 3, changes: { "policy.caseloadCap": 30 } },
          { atWeek: 7, changes: { "policy.caseloadCap": 20 } },
        ],
        afterEvent: (sim) => {
          seen.push([sim.now - sim.recordsFrom, sim.params.policy.caseloadCap]);
        },
      },
    );
    for (const [day, cap] of seen) {
      const expected = day < 15 ? Number.POSITIVE_INFINITY : day < 35 ? 30 : 20;
      // At the very end of a day the change comes with the day's end; other events of that instant may come before.
      if (day !== 15 && day !== 35) expect([day, cap]).toEqual([day, expected]);
    }
    expect(seen.filter(([day]) => day === 15).at(-1)![1]).toBe(30);
  });

  it("merges the entries of one week in the order in which they are written", () => {
    const { sim } = tell(CALM, {
      timeline: [
        { atWeek: 2, changes: { "policy.caseloadCap": 30, "handover.warm": true } },
        { atWeek: 2, changes: { "policy.caseloadCap": 25 } },
      ],
    });
    expect([sim.params.policy.caseloadCap, sim.params.handover.warm]).toEqual([25, true]);
    expect(sim.stage).toBe(2);
  });
});

describe("training", () => {
  it("is kept up while offered, and fades by exp(−t/τ) when it is not", () => {
    const level: number[] = [];
    tell(
      { ...CALM, "support.training": true, "support.tauTrain": 100 },
      {
        timeline: [
          { atWeek: 10, changes: { "support.training": false } },
          { atWeek: 30, changes: { "support.training": true } },
        ],
        afterEvent: ({ now, state: { workers } }) => {
          if (Number.isInteger(now)) level[now] = workers.training[3];
        },
      },
    );
    expect(level[50]).toBe(1);
    for (const days of [1, 20, 100]) expect(level[50 + days]).toBeCloseTo(Math.exp(-days / 100), 12);
    expect(level[151]).toBe(1);
  });
});

describe("simple contacts and first appointments only", () => {
  it("follow at once upon the first appointment, and close the case", () => {
    const { rows } = tell({
      ...PLAIN,
      ...referralsPerDay(1),
      "team.linkWorkers": 300,
      "contact.distribution": "deterministic",
      "holding.function4": false,
      ...forEvery("pathway.simple", 1),
    });
    const simple = begun(rows, Contact.Simple);
    const ended = new Map(
      ofKind(rows, Entry.ContactEnded)
        .filter(({ detail }) => detail === Contact.First)
        .map(({ patient, time }) => [patient, time]),
    );
    expect(simple.length).toBeGreaterThan(200);
    for (const { patient, time } of simple) expect(time).toBe(ended.get(patient));
    const closed = ofKind(rows, Entry.Closed);
    expect(closed.every(({ detail }) => detail === Exit.Simple)).toBe(true);
  });
});
