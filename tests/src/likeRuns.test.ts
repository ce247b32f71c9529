/** Only like is compared with like. */
import { describe, expect, test } from "vitest";
import { MODEL_VERSION } from "../../sim/version";
import { conditionsOf, unlikeRuns } from "../../src/experiment/likeRuns";

const run = { modelVersion: MODEL_VERSION, seed: "holdfast", replications: 100 };
const scenario = (id: string, changes = {}) => ({ id, changes, timeline: [] });
const base = conditionsOf(scenario("baseline"), run);

describe("runs that are alike", () => {
  test("may differ in demand, levers and timeline", () => {
    const changes = { "team.linkWorkers": 9, "referral.perWtePerYear": 200, "exhaustion.atHire": 0.2 };
    const other = {
      ...scenario("other", changes),
      timeline: [{ atWeek: 52, changes: { "services.capacityMultiplier": 0.8 } }],
    };
    expect(unlikeRuns([base, conditionsOf(other, run), base])).toEqual([]);
  });

  test("none, or one, is like itself", () => {
    expect(unlikeRuns([])).toEqual([]);
    expect(unlikeRuns([base])).toEqual([]);
  });
});

describe("runs that are unlike", () => {
  test.each([
    ["run.years", 3, "run.years is 3 instead of 5 years"],
    ["run.warmUpYears", 0.5, "run.warmUpYears is 0.5 instead of 2 years"],
    ["run.leversFrom", "start", "run.leversFrom is start instead of week0"],
    ["exhaustion.atStart", 0.6, "exhaustion.atStart is 0.6 instead of 0.3 (0–1)"],
  ])("by %s", (id, value, sentence) => {
    expect(unlikeRuns([base, conditionsOf(scenario("other", { [id]: value }), run)])).toEqual([
      `other cannot be compared with baseline, which was run under other conditions: ${sentence}.`,
    ]);
  });

  test("by how they were run: everything that differs, run by run", () => {
    const saved = { modelVersion: "0.9.0", seed: "another", replications: 2000 };
    const others = [
      conditionsOf(scenario("results/first", { "run.years": 1 }), saved),
      conditionsOf(scenario("results/second"), { ...run, seed: "7" }),
    ];
    expect(unlikeRuns([base, ...others])).toEqual([
      "results/first cannot be compared with baseline, which was run under other conditions: " +
        `the model's version is 0.9.0 instead of ${MODEL_VERSION}; the seed is "another" instead of "holdfast"; ` +
        "the number of replications is 2,000 instead of 100; run.years is 1 instead of 5 years.",
      "results/second cannot be compared with baseline, which was run under other conditions: " +
        'the seed is "7" instead of "holdfast".',
    ]);
  });
});
