/** Overload: the rules on rows made up for them, and on futures of the model itself. */
import { describe, expect, it } from "vitest";
import { runBatch } from "../../sim/batch";
import type { Changes } from "../../sim/scenario";
import { Results } from "../../ui/results";
import { growsWithoutEnd, isLongWait, overloadedFutures, overloadWarning } from "../../ui/text/overload";
import { results, scenario, type TablePlan } from "./fakes";

const years = (...means: number[]) => means.flatMap((value) => Array.from({ length: 52 }, () => value));

describe("growth over years", () => {
  const rule = { times: 2, more: 20 };
  it("needs doubling, a real amount, growth to the end, and two years on record", () => {
    expect(growsWithoutEnd(years(20, 40, 60), rule)).toBe(true);
    expect(growsWithoutEnd(years(20, 30, 35), rule)).toBe(false);
    expect(growsWithoutEnd(years(1, 2, 4), rule)).toBe(false);
    expect(growsWithoutEnd(years(20, 60, 60), rule)).toBe(false);
    expect(growsWithoutEnd(years(20), rule)).toBe(false);
  });
  it("is no trend where only the last of ten years is bad", () => {
    expect(growsWithoutEnd(years(...Array(9).fill(20), 60), rule)).toBe(false);
    expect(growsWithoutEnd(years(20, 20, 20, 25, 30, 35, 40, 50, 60, 70), rule)).toBe(true);
  });
  it("ignores weeks without a value", () => {
    expect(
      growsWithoutEnd([...years(20, 40), ...years(60).map((v, i) => (i % 2 ? Number.NaN : v))], rule),
    ).toBe(true);
  });
});

it("a wait is long against the notice, by share and by days, at the end of the record", () => {
  expect(isLongWait(years(10, 10, 10, 16), 10)).toBe(true);
  expect(isLongWait(years(30, 30, 30, 12), 10)).toBe(false);
  expect(isLongWait(years(14), 10)).toBe(false);
  expect(isLongWait(years(24), 20)).toBe(false);
  expect(isLongWait(years(3), 1)).toBe(false);
});

/** One scenario of which nobody gives up, unless the plan says otherwise, and nobody gathers. */
const one = ({ measures, ...plan }: TablePlan): Results =>
  results([[scenario("baseline"), { ...plan, measures: { renegedShare: 0, ...measures } }]]);
const long = { waitMeanDays: 40 };
/** So many of 100 referrals gather. */
const gather = (count: number) => ({
  patientsReferred: 100,
  patientsInSystemStart: 50,
  patientsInSystemEnd: 50 + count,
});

describe("more referrals than a team can see", () => {
  it("gather in the system while those who are seen wait long, in a year as in five", () => {
    for (const weeks of [26, 52, 260]) {
      expect(overloadedFutures(one({ weeks, weekly: long, measures: gather(24) }), 0), `${weeks}`).toBe(40);
      expect(overloadedFutures(one({ weeks, weekly: long, measures: gather(22) }), 0), `${weeks}`).toBe(0);
    }
    expect(overloadedFutures(one({ weeks: 25, weekly: long, measures: gather(24) }), 0)).toBe(0);
  });
  it("or give up, however short the wait of the few who are seen", () => {
    expect(overloadedFutures(one({ weeks: 52, measures: { renegedShare: 0.5 } }), 0)).toBe(40);
    expect(overloadedFutures(one({ weeks: 52, measures: { renegedShare: 0.15 } }), 0)).toBe(0);
  });
  it("are no overload where people only stay longer", () => {
    expect(overloadedFutures(one({ weeks: 52, weekly: { waitMeanDays: 11 }, measures: gather(24) }), 0)).toBe(
      0,
    );
  });
  it("counts as giving up for the wait only what exceeds those who give up within the notice", () => {
    const patient = scenario("baseline", { changes: { "referral.bookingLeadDays": 60 } });
    const some = results([[patient, { weeks: 52, measures: { renegedShare: 0.5 } }]]);
    expect(overloadedFutures(some, 0)).toBe(0);
  });
});

describe("what is said", () => {
  it("in how many futures the wait grows", () => {
    const rising = (week: number, r: number) => (r < 10 ? 10 + week : 10);
    expect(overloadWarning(one({ weeks: 156, weekly: { waitMeanDays: rising } }), 0)).toBe(
      "At the baseline, referrals exceed capacity; the wait grows without end, in 10 of 40 simulated futures: after five years it is still growing. Averages over the whole period hide this.",
    );
    const few = (week: number, r: number) => (r < 7 ? 10 + week : 10);
    expect(overloadWarning(one({ weeks: 156, weekly: { waitMeanDays: few } }), 0)).toBeNull();
  });
  it("nothing of fewer than three of the first futures, unless it is all of them", () => {
    const rising = (count: number) => (week: number, r: number) => (r < count ? 10 + week : 10);
    const first = (count: number, replications: number) =>
      overloadWarning(one({ replications, weeks: 156, weekly: { waitMeanDays: rising(count) } }), 0);
    expect(first(2, 6)).toBeNull();
    expect(first(3, 6)).toContain("in 3 of 6 simulated futures");
    expect(first(2, 2)).toContain("in every simulated future");
  });
  it("that only giving up keeps it from growing, where nobody gathers", () => {
    const held = one({ weeks: 52, weekly: long, measures: { renegedShare: 0.5 } });
    expect(overloadWarning(held, 0)).toMatch(
      /^At the baseline, referrals exceed capacity, in every simulated future; the wait would grow without end, but for.*no longer grows\.$/,
    );
    const rising = { ...long, openCases: (week: number) => 100 + week };
    const growing = one({ weeks: 52, weekly: rising, measures: { renegedShare: 0.5 } });
    expect(overloadWarning(growing, 0)).toContain("the wait grows without end");
  });
});

describe("futures of the model", () => {
  function run(changes: Changes, replications: number): Results {
    const of = scenario("baseline", { changes });
    const batch = runBatch({
      ...{ changes, timeline: [], seed: "overload", firstReplication: 0, replications, weekly: true },
    });
    return new Results({ scenarios: [of], seed: "overload", replications }, [batch]);
  }
  it("of the baseline raise no alarm, however short", () => {
    for (const time of [0.5, 1, 2]) {
      expect(overloadWarning(run({ "run.years": time }, 8), 0), `${time} years`).toBeNull();
    }
  });
  it("of two posts and half as many referrals again are overloaded within one year", () => {
    const some = run({ "team.linkWorkers": 2, "referral.multiplier": 1.5, "run.years": 1 }, 4);
    expect(overloadWarning(some, 0)).toBe(
      "At the baseline, referrals exceed capacity; the wait grows without end, in every simulated future: after one year it is still growing. Averages over the whole period hide this.",
    );
  });
  it("with a cap of one open case grow for years, until those who give up hold the wait", () => {
    const said = (time: number) =>
      overloadWarning(run({ "policy.caseloadCap": 1, "run.years": time }, 3), 0) ?? "";
    expect(said(5)).toContain("grows without end, in every simulated future: after five years it is still");
    expect(said(10)).toContain(
      "but for those who give up before they are seen: after ten years it no longer",
    );
  });
});
