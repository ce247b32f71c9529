/**
 * The story of a future says what the measures of the same future say. Tolerance 1e-9 of the value: the same terms
 * summed in another order.
 */

import { describe, expect, it } from "vitest";
import { WD_PER_WEEK, WD_PER_YEAR } from "../../sim/calendar";
import { nextExhaustion, recoveryRate } from "../../sim/mechanisms/exhaustion";
import { Entry } from "../../sim/record/eventLog";
import { MEASURES } from "../../sim/record/measures";
import { type Story, tellStory } from "../../sim/record/story";
import type { Lifeline, WeekColumn } from "../../sim/record/story/lifeline";
import { Teller } from "../../sim/record/story/teller";
import { CONTACT_COUNT, Contact, Exit } from "../../sim/record/totals";
import { replicate } from "../../sim/replicate";
import { type Changes, resolveStages, type TimelineEntry } from "../../sim/scenario";
import { Reader } from "../../sim/verification/watch";

interface Setting {
  readonly changes: Changes;
  readonly timeline?: readonly TimelineEntry[];
}
const SMALL: Changes = { "team.linkWorkers": 3, "run.warmUpYears": 1, "run.years": 2 };
const SETTINGS: Readonly<Record<string, Setting>> = {
  "a small team": { changes: SMALL },
  "a restless team without notice": {
    changes: { ...SMALL, "turnover.baseHazard": 1.5, "turnover.noticeDays": 0, "recruitment.days": 30 },
  },
  "posts opened and closed": {
    changes: { ...SMALL, "turnover.baseHazard": 0.8 },
    timeline: [
      { atWeek: 20, changes: { "team.linkWorkers": 5 } },
      { atWeek: 60, changes: { "team.linkWorkers": 2 } },
    ],
  },
};

const seed = "stories";
const told = Object.entries(SETTINGS).map(([name, { changes, timeline = [] }]) => {
  const story = tellStory({ changes, timeline, seed, replication: 1, patient: null });
  const { recorded } = replicate(resolveStages(changes, timeline), seed, 1);
  const measure = (id: string) => MEASURES.find((one) => one.id === id)!.take(recorded);
  return { name, story, measure };
});

const total = ({ lifelines }: Story, column: WeekColumn): number =>
  lifelines.reduce((sum, { weeks }) => sum + weeks[column].reduce((a, b) => a + b, 0), 0);
const hoursOf = ({ lifelines }: Story, type: number): number =>
  lifelines.reduce(
    (sum, { weeks }) => sum + weeks.hours.reduce((a, h, i) => a + (i % CONTACT_COUNT === type ? h : 0), 0),
    0,
  );
/** Days in [0, days] for which somebody is in post. */
const daysInPost = ({ lifelines, days }: Story): number =>
  lifelines.reduce(
    (sum, { hiredAt, departedAt }) => sum + ((departedAt ?? days) - Math.max(0, hiredAt ?? 0)),
    0,
  );
const within = (from: number, to: number, end: number) => Math.max(0, Math.min(to, end) - Math.max(0, from));
const noticesOf = ({ lifelines }: Story): Lifeline[] =>
  lifelines.filter(({ noticeAt }) => noticeAt !== null && noticeAt >= 0);

describe.each(told)("$name", ({ story, measure }) => {
  const close = (value: number, id: string) => {
    const expected = measure(id);
    expect(Math.abs(value - expected), `${id}: ${value}, not ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(expected) + 1e-12,
    );
  };
  it("tells the days' ends that the measures count", () => {
    const days = total(story, "days");
    close(total(story, "exhaustion") / days, "exhaustionMean");
    close(total(story, "pressure") / days, "utilisationMean");
    close(total(story, "burntOutDays") / days, "burnoutPrevalence");
  });
  it("tells the contact hours of each holding function", () => {
    const years = story.days / WD_PER_YEAR;
    for (const f of [0, 1, 2, 3])
      close(hoursOf(story, Contact.Holding1 + f) / years, `contactHoursHolding${f + 1}`);
  });
  it("has a column for each week in post, and none beyond the record", () => {
    for (const { firstWeek, weeks, hiredAt, departedAt } of story.lifelines) {
      const last = firstWeek + weeks.days.length;
      expect(last).toBeLessThanOrEqual(story.weeks);
      expect(firstWeek).toBeGreaterThanOrEqual(Math.floor((hiredAt ?? 0) / WD_PER_WEEK) - 1);
      if (departedAt === null) expect(last).toBe(story.weeks);
      expect(weeks.hours).toHaveLength(CONTACT_COUNT * weeks.days.length);
    }
  });
  it("tells of nobody whose post had closed by the time the record begins", () => {
    const open = new Set(story.posts.map(({ post }) => post));
    expect(story.lifelines.filter(({ post }) => !open.has(post))).toEqual([]);
  });
  it("tells who left, vacancies and sickness", () => {
    const inPost = daysInPost(story);
    expect(noticesOf(story)).toHaveLength(measure("leavers"));
    close((noticesOf(story).length * WD_PER_YEAR) / inPost, "turnoverRate");
    const postDays = story.posts.reduce((sum, { from, to }) => sum + within(from, to, story.days), 0);
    expect(1 - inPost / postDays).toBeCloseTo(measure("vacancyRate"), 9);
    const absent = story.lifelines.flatMap((one) => one.absences);
    close(
      absent.reduce((sum, { from, to }) => sum + within(from, to, story.days), 0) / inPost,
      "absenceRate",
    );
  });
  it("tells what became of every patient", () => {
    const { people } = story;
    const recorded = people.filter(({ referredAt }) => referredAt >= 0);
    const closed = people.filter(({ closedAt }) => closedAt >= 0);
    expect(recorded).toHaveLength(measure("patientsReferred"));
    expect(closed).toHaveLength(measure("patientsClosed"));
    expect(people.length - recorded.length).toBe(measure("patientsInSystemStart"));
    const seen = people.filter(({ seenAt }) => seenAt >= 0);
    close(seen.reduce((sum, one) => sum + one.seenAt - one.referredAt, 0) / seen.length, "waitMeanDays");
    close(people.filter(({ startedAt }) => startedAt >= 0).length / recorded.length, "connectedShare");
    close(closed.filter(({ exit }) => exit === Exit.Reneged).length / recorded.length, "renegedShare");
  });
});

it("gives parts of the demand that add up to what moved exhaustion, day by day", () => {
  const stages = resolveStages(SETTINGS["a restless team without notice"].changes, []);
  const teller = new Teller(stages[0].params.team.linkWorkers, stages[0].params.exhaustion.atStart);
  const yesterday = new Map<number, { readonly E: number; readonly burntOut: boolean }>();
  const misses: number[] = [];
  const reader = new Reader((sim, row) => {
    const { entry, place: w, detail: u, value: E } = row;
    const week = Math.ceil((row.time - sim.recordsFrom) / WD_PER_WEEK) - 1;
    const sums = () => teller.lifelines[teller.lifelineIn(w)].week(week);
    const x = () => sums().workload + sums().emotional + sums().contagion;
    const before = entry === Entry.DayCounted && week >= 0 ? x() : 0;
    teller.heed(sim, row);
    if (entry === Entry.Hired) yesterday.delete(w);
    if (entry !== Entry.DayCounted) return;
    const { workers } = sim.state;
    const was = yesterday.get(w);
    if (was && week >= 0) {
      const rho = recoveryRate(sim.params, was.burntOut, u);
      misses.push(E - nextExhaustion(was.E, x() - before, workers.susceptibility[w], rho));
    }
    yesterday.set(w, { E, burntOut: workers.burntOut[w] === 1 });
  }, true);
  replicate(stages, seed, 1, reader.watching());
  expect(misses.length).toBeGreaterThan(500);
  expect(Math.max(...misses.map(Math.abs))).toBeLessThan(1e-9);
  const lines = teller.lifelines.map((draft) => draft.told(520).weeks);
  for (const part of ["workload", "emotional", "contagion"] as const)
    expect(lines.some((weeks) => weeks[part].some((value) => value > 0))).toBe(true);
});

describe("one patient's diary", () => {
  const { changes } = SETTINGS["a small team"];
  const people = told[0].story.people;
  const chosen = people.find(({ seenAt, exit }) => seenAt > 0 && exit === Exit.Connected)!;
  const story = tellStory({ changes, timeline: [], seed, replication: 1, patient: chosen.key });
  it("begins with the referral, ends with the close, and names the link worker", () => {
    const { diary } = story;
    expect(diary[0]).toMatchObject({ entry: Entry.Referred, day: chosen.referredAt });
    expect(diary.at(-1)).toMatchObject({ entry: Entry.Closed, day: chosen.closedAt, detail: Exit.Connected });
    const first = diary.find(
      ({ entry, detail }) => entry === Entry.ContactBegan && detail === Contact.First,
    )!;
    expect(first.day).toBe(chosen.seenAt);
    expect(story.lifelines[first.lifeline].post).toBeGreaterThanOrEqual(0);
    expect(diary.find(({ entry }) => entry === Entry.ServiceStarted)!.service).toBeGreaterThanOrEqual(0);
  });
  it("changes nothing else in the story", () => {
    expect({ ...story, diary: [] }).toEqual(told[0].story);
  });
});
