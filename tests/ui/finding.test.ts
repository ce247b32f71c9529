import { describe, expect, it } from "vitest";
import type { Scenario } from "../../sim/scenario";
import { pairedDifference } from "../../sim/statistics";
import { findingSentence, futuresSentence, patientsSentence } from "../../ui/text/finding";
import { verdictOf } from "../../ui/text/verdict";
import { results, scenario, type TablePlan } from "./fakes";

const baseline = scenario("baseline", { name: "Baseline" });
const supervision = scenario("supervision", { name: "Clinical supervision" });

/** Results of the baseline with 8 leavers on average, and of a policy. */
function compared(plan: TablePlan, policy: Scenario = supervision) {
  return results([
    [baseline, { measures: { leavers: (r) => 7 + (r % 3) } }],
    [policy, plan],
  ]);
}

describe("the finding", () => {
  it("says fewer, by how much, how sure, and from what to what", () => {
    const some = compared({ measures: { leavers: (r) => 6 + (r % 3) - (r % 2) * 0.5 } });
    expect(findingSentence(some, 1)).toBe(
      "With clinical supervision, 1.3 fewer link workers leave in five years, give or take 0.1: 6.7 instead of 8.0 from a team of 7.",
    );
  });
  it("says more", () => {
    const some = compared({ measures: { leavers: (r) => 9 + (r % 3) + (r % 2) } });
    expect(findingSentence(some, 1)).toMatch(
      /^With clinical supervision, 2\.5 more link workers leave in five years, give or take 0\.2: 10\.5 instead of 8\.0/,
    );
  });
  it("is too close to call when the interval includes no difference", () => {
    const some = compared({ measures: { leavers: (r) => 7 + ((r * 7) % 3) + (r % 2 ? 1.1 : -1) } });
    expect(findingSentence(some, 1)).toMatch(
      /^Too close to call: with clinical supervision, it is not clear whether more or fewer link workers leave in five years \(average difference 0\.0, give or take \d\.\d\)\.$/,
    );
  });
  it("says when nothing differs in any future", () => {
    const some = compared({ measures: { leavers: (r) => 7 + (r % 3) } });
    expect(findingSentence(some, 1)).toBe(
      "No difference: with clinical supervision, exactly as many link workers leave in five years in every simulated future (8.0 on average).",
    );
  });
  it("names both teams when they differ in size, and one year in the singular", () => {
    const year = { "run.years": 1 };
    const some = results([
      [scenario("baseline", { changes: year }), { measures: { leavers: (r) => 2 + (r % 2) } }],
      [
        scenario("more", { name: "One more link worker", changes: { ...year, "team.linkWorkers": 8 } }),
        { measures: { leavers: (r) => 1 + (r % 2) + (r % 4) / 10 } },
      ],
    ]);
    expect(findingSentence(some, 1)).toMatch(
      /^With one more link worker, 0\.\d+ fewer link workers leave in one year, give or take 0\.\d+: 1\.\d+ from a team of 8 instead of 2\.\d+ from a team of 7\.$/,
    );
  });
  it("says so where a team changes its size on the way", () => {
    const grant = scenario("grant", {
      changes: { "team.linkWorkers": 8 },
      timeline: [{ atWeek: 52, changes: { "team.linkWorkers": 7 } }],
    });
    const some = compared({ measures: { leavers: (r) => 5 + (r % 3) } }, grant);
    expect(findingSentence(some, 1)).toMatch(
      /: 6\.0 instead of 8\.0, from teams whose sizes differ or change \(7 and 8 posts\): compare turnover instead\.$/,
    );
  });
  it("gives no verdict where no pair of futures has a value", () => {
    const none = {
      n: 0,
      mean: NaN,
      sd: NaN,
      ci95: [NaN, NaN],
      p10: NaN,
      p90: NaN,
      moved: 0,
      better: null,
    } as const;
    expect(verdictOf(none, "lower")).toBe("none");
    expect(verdictOf({ ...none, n: 1, mean: 2 }, "lower")).toBe("unclear");
    expect(verdictOf({ ...none, n: 2, mean: 0, sd: 0, ci95: [0, 0] }, "lower")).toBe("same");
  });
  it("is not sure of a difference that fewer than six of many pairs make", () => {
    const leavers = (changed: number) =>
      pairedDifference(
        Array(30).fill(1),
        Array.from({ length: 30 }, (_, r) => (r < changed ? 0 : 1)),
        "lower",
      );
    expect(leavers(5).ci95[1]).toBeLessThan(0);
    expect([5, 6].map((changed) => verdictOf(leavers(changed), "lower"))).toEqual(["unclear", "better"]);
    // Where every pair differs, as measures on a scale do, Student's interval is as good as it is with few pairs.
    expect(verdictOf(pairedDifference([3, 4, 5], [1, 2.1, 3], "lower"), "lower")).toBe("better");
  });
  it("speaks of the baseline alone when nothing is compared", () => {
    const some = results([[baseline, { measures: { leavers: 1 } }]]);
    expect(findingSentence(some, 0)).toBe(
      "With no change of policy, 1.0 link workers leave a team of 7 in five years, on average.",
    );
  });
  it("has no margin with a single future", () => {
    const one = { replications: 1 };
    const some = results([
      [baseline, { ...one, measures: { leavers: 8 } }],
      [supervision, { ...one, measures: { leavers: 5 } }],
    ]);
    expect(findingSentence(some, 1)).toMatch(/^Too close to call: .* leave in five years\.$/);
  });
});

describe("the range of futures", () => {
  it("is rounded outwards and never carries a margin", () => {
    const some = compared({ measures: { leavers: (r) => r % 10 } });
    expect(futuresSentence(some, 1)).toBe(
      "In 8 of 10 simulated futures between 0 and 9 leave; at the baseline between 7 and 9.",
    );
  });
  it("says a single number where the range is one", () => {
    expect(futuresSentence(results([[baseline, { measures: { leavers: 4 } }]]), 0)).toBe(
      "In 8 of 10 simulated futures 4 leave.",
    );
    expect(futuresSentence(results([[baseline, { measures: { leavers: 1 } }]]), 0)).toBe(
      "In 8 of 10 simulated futures 1 leaves.",
    );
  });
});

describe("the patients' side", () => {
  const noise = (r: number) => (r % 5) / 1000;
  it("says that nothing is clear", () => {
    expect(patientsSentence(compared({}), 1)).toMatch(/^For patients there is no clear difference/);
  });
  it("never leaves bad news to the table, and puts it first when staff gain by it", () => {
    const some = compared({
      measures: {
        leavers: (r) => 3 + (r % 2),
        connectedShare: (r) => 0.8 - noise(r),
        returnedToGpShare: (r) => 1.1 + noise(r),
        waitMeanDays: (r) => 0.9 - noise(r),
      },
    });
    expect(patientsSentence(some, 1)).toBe(
      "For patients: fewer referrals are connected to a community service (79.8%, not 100.0%) and more are returned to their GP (110.2%, not 100.0%); though the first appointment comes sooner (0.9 working days, not 1.0).",
    );
  });
  it("counts good news beyond the first two", () => {
    const some = compared({
      measures: {
        connectedShare: (r) => 1.1 + noise(r),
        distressDays: (r) => 0.8 - noise(r),
        longestGapDays: (r) => 0.8 - noise(r),
        waitMeanDays: (r) => 0.8 - noise(r),
      },
    });
    expect(patientsSentence(some, 1)).toMatch(
      /connected .* distress falls .* and 2 more outcomes improve\.$/,
    );
  });
});
