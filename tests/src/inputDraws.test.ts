/** Parameters drawn from their evidence: which, how, and what the draws say. */
import { describe, expect, test } from "vitest";
import { PARAMETERS, parameterById } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { checkScenario, type Scenario } from "../../sim/scenario";
import {
  drawInputs,
  type InputDraws,
  inputDoubts,
  uncertainParameters,
} from "../../src/experiment/inputDraws";
import { runScenarios } from "../../src/experiment/runScenarios";
import type { RunJob } from "../../src/pool/runner";
import { fakeBatch } from "./fakeBatch";

const scenario = (
  id: string,
  changes: Scenario["changes"] = {},
  timeline: Scenario["timeline"] = [],
): Scenario => ({
  id,
  name: id,
  question: "",
  changes,
  reasons: {},
  timeline,
});
const request = { scenarios: [scenario("baseline")], seed: "holdfast", draws: 20, replications: 4 };
const made = (wanted: typeof request): InputDraws => {
  const draws = drawInputs(wanted);
  if ("problem" in draws) throw new Error(draws.problem);
  return draws;
};
const idsOf = (changes: Scenario["changes"], timeline: Scenario["timeline"] = []) =>
  uncertainParameters({ changes, timeline }).map(({ id }) => id);

describe("what is drawn", () => {
  test("assumptions and proxies with a distribution, and nothing that is measured or decided", () => {
    const ids = new Set(idsOf({}));
    for (const { id, grade, distribution } of PARAMETERS) {
      const uncertain = (grade === "assumption" || grade === "proxy") && distribution !== "none";
      expect(ids.has(id), id).toBe(uncertain);
    }
    expect(ids.size).toBeGreaterThan(100);
  });

  test("nothing that the scenario states, at the start or later, nor shares beside a stated one", () => {
    const ids = idsOf({ "exhaustion.gain": 0.02, "services.shares.1": 0.4 }, [
      { atWeek: 52, changes: { "recruitment.days": 30 } },
    ]);
    const left = [
      "exhaustion.gain",
      "services.shares.1",
      "services.shares.2",
      "services.shares.3",
      "recruitment.days",
    ];
    expect(
      idsOf({})
        .filter((id) => !ids.includes(id))
        .sort(),
    ).toEqual(left.sort());
  });

  test("values within limits that fit together, other ones in every draw", () => {
    const { experiment, drawn, redrawn } = made(request);
    expect(experiment).toMatchObject({ seed: "holdfast", replications: 4, weekly: false });
    expect(experiment.scenarios.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, d) => `baseline/draw ${d + 1}`),
    );
    for (const { changes } of experiment.scenarios) {
      expect(Object.keys(changes).sort()).toEqual([...drawn[0]].sort());
      expect(checkScenario(changes)).toEqual([]);
    }
    expect(new Set(experiment.scenarios.map(({ changes }) => changes["exhaustion.gain"])).size).toBe(20);
    expect(redrawn).toBe(0);
  });

  test("by the distribution: about half of the draws lie below its middle", () => {
    const { experiment } = made({ ...request, draws: 200 });
    const [low, high] = parameterById("referral.perWtePerYear").range!;
    const below = experiment.scenarios.filter(
      ({ changes }) => Number(changes["referral.perWtePerYear"]) < (low + high) / 2,
    );
    // Binomial with 200 draws: standard deviation 7.
    expect(Math.abs(below.length - 100)).toBeLessThan(21);
  });

  test("the same for every scenario, whatever the number of draws", () => {
    const two = made({
      ...request,
      scenarios: [scenario("baseline"), scenario("more", { "exhaustion.gain": 0.021 })],
    });
    const [first, second] = two.experiment.scenarios;
    expect(second).toMatchObject({ id: "more/draw 1", changes: { "exhaustion.gain": 0.021 } });
    expect({ ...second.changes, "exhaustion.gain": first.changes["exhaustion.gain"] }).toEqual(first.changes);
    const fewer = made({ ...request, draws: 3 });
    expect(made(request).experiment.scenarios.slice(0, 3)).toEqual(fewer.experiment.scenarios);
    expect(made({ ...request, seed: "other" }).experiment.scenarios[0]).not.toEqual(first);
  });

  test("again where values do not fit together, and that is counted", () => {
    // Burnout ends at 0.6 here, so that draws in which it begins below that (half of them) are thrown away.
    const draws = made({
      ...request,
      scenarios: [scenario("late", { "exhaustion.burnoutOff": 0.6 })],
      draws: 60,
    });
    for (const { changes } of draws.experiment.scenarios) {
      expect(Number(changes["exhaustion.burnoutOn"])).toBeGreaterThan(0.6);
    }
    // Geometric with probability ½: 60 on average, standard deviation √(2 × 60) = 11.
    expect(Math.abs(draws.redrawn - 60)).toBeLessThan(33);
  });

  test("and says so where they never do", () => {
    const never = drawInputs({
      ...request,
      scenarios: [scenario("never", { "exhaustion.burnoutOff": 0.7 })],
    });
    expect(never).toMatchObject({
      problem: expect.stringMatching(
        /^Draw 1 of the inputs was tried 200 times, and its values never fitted together; the last time: .*burnoutOff is 0.7/,
      ),
    });
  });
});

describe("what draws say", () => {
  /** Every measure is the drawn gain, plus luck that all draws share, plus 1 where there are 9 link workers. */
  const runJob: RunJob = async (job) => {
    const batch = fakeBatch(job);
    const value = Number(job.changes["exhaustion.gain"]) + (job.changes["team.linkWorkers"] === 9 ? 1 : 0);
    batch.measures.forEach((_, i) => {
      batch.measures[i] = value + 0.1 * (job.firstReplication + Math.floor(i / MEASURES.length));
    });
    return batch;
  };
  const scenarios = [scenario("baseline"), scenario("more", { "team.linkWorkers": 9 })];

  test("the spread of averages is that of the inputs, and a difference that no input moves has no doubt", async () => {
    const { request: wanted, experiment } = made({ ...request, scenarios, draws: 60 });
    const tables = await runScenarios(experiment, { runJob, width: 2 }, new AbortController().signal);
    const [baseline, more] = inputDoubts(tables, wanted);
    expect(baseline.differences).toBeNull();
    const doubt = baseline.means.get("turnoverRate")!;
    const gains = experiment.scenarios
      .filter((_, i) => i % 2 === 0)
      .map(({ changes }) => Number(changes["exhaustion.gain"]));
    expect(doubt.n).toBe(60);
    expect(doubt.mean).toBeCloseTo(gains.reduce((a, b) => a + b) / 60 + 0.15, 12);
    expect(doubt.noiseShare).toBeCloseTo(0, 8);
    expect(doubt.p90).toBeGreaterThan(doubt.p10);
    expect(more.means.get("turnoverRate")!.mean).toBeCloseTo(doubt.mean + 1, 12);
    const difference = more.differences!.get("turnoverRate")!;
    expect(difference.p10).toBeCloseTo(1, 12);
    expect(difference.p90).toBeCloseTo(1, 12);
  });
});
