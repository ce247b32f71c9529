/** Proves the rule of shocks: who is struck, when, how often and for how long, and that nothing changes before. */
import { describe, expect, it } from "vitest";
import { Entry } from "../../../sim/record/eventLog";
import { WEEKLY } from "../../../sim/record/weekly";
import { type Changes, checkScenario, type TimelineEntry } from "../../../sim/scenario";
import { Ledger, recount } from "../../invariants/recount";
import { CALM } from "../support/presets";
import { ofKind, type Story, tell } from "../support/story";

const WEEK = 20;
const DAY = 5 * WEEK;
const at = (changes: Changes, atWeek = WEEK): TimelineEntry => ({ atWeek, changes });
const struck = (timeline: readonly TimelineEntry[], changes: Changes = {}): Story =>
  tell({ ...CALM, ...changes }, { timeline });
const notices = ({ rows }: Story): number[] => ofKind(rows, Entry.NoticeGiven).map(({ time }) => time);

describe("a resignation", () => {
  it("is one more notice, at the end of the day before the week begins, and then all that follows from one", () => {
    const story = struck([at({ "shock.resignations": 1 })]);
    expect(notices(story)).toEqual([DAY]);
    const [{ place }] = ofKind(story.rows, Entry.NoticeGiven);
    const departed = ofKind(story.rows, Entry.Departed);
    expect(departed.map((row) => row.place)).toEqual([place]);
    expect(departed[0].time).toBeGreaterThanOrEqual(DAY + 20);
    expect(story.recorded.totals.notices).toBe(1);
  });

  it("counts on: later stages strike nobody again, a higher count strikes the difference, a lower one nobody", () => {
    const story = struck([
      at({ "shock.resignations": 2 }),
      at({ "services.capacityMultiplier": 0.9 }, 25),
      at({ "shock.resignations": 3 }, 30),
      at({ "shock.resignations": 0 }, 35),
    ]);
    expect(notices(story)).toEqual([DAY, DAY, 150]);
  });

  it("stated from the start happens at week 0, with a warm-up or without one", () => {
    expect(notices(struck([], { "shock.resignations": 1 }))).toEqual([0]);
    const warm = struck([], { "shock.resignations": 1, "run.warmUpYears": 1, "run.leversFrom": "week0" });
    expect(notices(warm)).toEqual([260]);
  });

  it("strikes everybody where more are asked for than there are, and nobody twice", () => {
    const story = struck([at({ "shock.resignations": 50 })]);
    const places = ofKind(story.rows, Entry.NoticeGiven).map(({ place }) => place);
    expect(places.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("falls by lot: on every link worker about as often", () => {
    const hit = new Array<number>(7).fill(0);
    const n = 210;
    for (let replication = 0; replication < n; replication++) {
      const story = tell(
        { ...CALM, "referral.perWtePerYear": 0, "run.years": 1 / 52, "shock.resignations": 1 },
        { replication },
      );
      hit[ofKind(story.rows, Entry.NoticeGiven)[0].place]++;
    }
    const chiSquare = hit.reduce((sum, count) => sum + (count - n / 7) ** 2 / (n / 7), 0);
    // The 99.9th percentile of chi-square with 6 degrees of freedom.
    expect(chiSquare).toBeLessThan(22.46);
  });
});

describe("long-term sickness", () => {
  it("keeps so many away for exactly so long, once", () => {
    const later = [at({ "shock.sicknessDays": 5 }, 30), at({ "shock.sickness": 2 }, 31)];
    const story = struck([at({ "shock.sickness": 2, "shock.sicknessDays": 33.5 }), ...later]);
    const began = ofKind(story.rows, Entry.AbsenceBegan);
    const ended = ofKind(story.rows, Entry.AbsenceEnded);
    expect(began.map(({ time }) => time)).toEqual([DAY, DAY]);
    expect(began.map(({ value }) => value)).toEqual([33.5, 33.5]);
    expect(ended.map(({ time }) => time)).toEqual([DAY + 33.5, DAY + 33.5]);
    expect(ended.map(({ place }) => place).toSorted()).toEqual(began.map(({ place }) => place).toSorted());
    expect(new Set(began.map(({ place }) => place)).size).toBe(2);
    expect(story.recorded.totals.absentDays).toBeCloseTo(67, 9);
  });

  it("ends early only with the post, and passes over those who are away or going", () => {
    const story = struck([
      at({ "shock.resignations": 6, "shock.sickness": 3, "shock.sicknessDays": 40 }),
      at({ "team.linkWorkers": 1 }, WEEK + 5),
    ]);
    const leaving = new Set(ofKind(story.rows, Entry.NoticeGiven).map(({ place }) => place));
    const began = ofKind(story.rows, Entry.AbsenceBegan);
    expect(began.length).toBe(1);
    expect(leaving.has(began[0].place)).toBe(false);
  });
});

describe("before a shock", () => {
  const eventful: Changes = { "run.leversFrom": "start", "turnover.baseHazard": 0.5 };
  it.each([
    ["resignation", { "shock.resignations": 1 }],
    ["sickness", { "shock.sickness": 1, "shock.sicknessDays": 60 }],
  ])("nothing differs, from the week of the %s on something does", (_, changes) => {
    const without = tell(eventful);
    const shocked = tell(eventful, { timeline: [at(changes)] });
    const weeks = without.weekly!.weeks;
    const until = (story: Story) =>
      WEEKLY.map((_series, s) => story.weekly!.values.slice(s * weeks, s * weeks + WEEK));
    expect(until(shocked)).toEqual(until(without));
    expect(shocked.rows.filter(({ time }) => time < DAY)).toEqual(
      without.rows.filter(({ time }) => time < DAY),
    );
    expect(shocked.weekly!.values).not.toEqual(without.weekly!.values);
  });

  it("of nobody, nothing differs at all", () => {
    const shocked = tell(eventful, { timeline: [at({ "shock.resignations": 0, "shock.sicknessDays": 7 })] });
    const without = tell(eventful, { timeline: [at({ "referral.multiplier": 1 })] });
    expect(shocked.rows).toEqual(without.rows);
  });
});

it.each([0, 7.3, 20])("leaves the books right with %d days of notice", (noticeDays) => {
  const ledger = new Ledger(3, 7);
  const problems: string[] = [];
  let events = 0;
  const struckOften = [5, 6, 11, 16].map((week, i) =>
    at(
      { "shock.resignations": 2 * (i + 1), "shock.sickness": 2 * (i + 1), "shock.sicknessDays": 10 + 15 * i },
      week,
    ),
  );
  const posts = [at({ "team.linkWorkers": 4 }, 8), at({ "team.linkWorkers": 7 }, 12)];
  const { rows } = tell(
    {
      ...{ "run.leversFrom": "start", "run.years": 0.5, "turnover.noticeDays": noticeDays },
      ...{ "recruitment.days": 10, "absence.hazard": 0.02 },
    },
    {
      timeline: [...struckOften, ...posts],
      afterEvent: (sim) => {
        // What a stage did is looked at every time, what follows from it now and then.
        if (++events % 23 !== 0 && sim.stage === ledger.stage) return;
        if (problems.length < 5) problems.push(...recount(sim, ledger));
      },
    },
  );
  expect(problems).toEqual([]);
  expect(ofKind(rows, Entry.NoticeGiven).length).toBeGreaterThanOrEqual(6);
});

it("a shock may be in a timeline, within its limits", () => {
  expect(
    checkScenario({}, [at({ "shock.resignations": 1, "shock.sickness": 1, "shock.sicknessDays": 65 })]),
  ).toEqual([]);
  const problems = checkScenario({}, [at({ "shock.resignations": 1.5, "shock.sicknessDays": 0 })]);
  expect(problems).toHaveLength(2);
  for (const id of ["shock.resignations", "shock.sicknessDays"])
    expect(problems.some((problem) => problem.includes(id))).toBe(true);
});
