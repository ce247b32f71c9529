/** The smallest safe team: targets, teams and their budgets, and the whole on teams whose futures are known. */
import { describe, expect, test } from "vitest";
import type { Job } from "../../sim/batch";
import { DEFAULTS } from "../../sim/parameters";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import { findStaff, type StaffRequest } from "../../src/experiment/staff";
import {
  costDifference,
  nearestTeam,
  simulatedCost,
  standingOf,
  targetFigures,
} from "../../src/experiment/staffFigures";
import { contradictions, metTogether, readTarget, type Target } from "../../src/experiment/staffTargets";
import { laddersOf, usualPlaces } from "../../src/experiment/staffTeams";
import type { RunJob } from "../../src/pool/runner";

const scenario: Scenario = { id: "s", name: "S", question: "", changes: {}, reasons: {}, timeline: [] };
const never = new AbortController().signal;
const target = (text: string): Target => {
  const read = readTarget(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.target;
};
const problem = (text: string): string => {
  const read = readTarget(text);
  return "problem" in read ? read.problem : "none";
};

/** A table with these values of two measures, future by future. */
function tableOf(values: Readonly<Record<string, readonly number[]>>) {
  const replications = Object.values(values)[0].length;
  const measures = new Float64Array(replications * MEASURES.length);
  for (const [id, column] of Object.entries(values)) {
    for (const [r, value] of column.entries()) measures[r * MEASURES.length + MEASURE_INDEX.get(id)!] = value;
  }
  return { replications, measures, weekly: null, weeks: 0 };
}

describe("a target", () => {
  test("is read with any of the four relations, and spaces", () => {
    expect(target("turnoverRate<=0.20")).toMatchObject({ relation: "<=", value: 0.2 });
    expect(target(" waitP90Days < 30 ")).toMatchObject({ relation: "<", value: 30 });
    expect(target("connectedShare ≥ .4")).toMatchObject({ relation: ">=", value: 0.4 });
    expect(target("connectedShare>0").measure.id).toBe("connectedShare");
  });

  test.each([
    ["turnoverRate", "is not a target; write it as measure<=value"],
    ["turnoverRate=0.2", "is not a target"],
    ["turnoverRate==0.2", "is not a target"],
    ["turnover<=0.2", '"turnover" is not a measure; did you mean "turnoverRate"?'],
    ["turnoverRate<=20%", 'the value is "20%"; it must be a number.'],
    ["turnoverRate<=NaN", "it must be a number."],
    ["turnoverRate<=-1", "is 0 or more, so it cannot be -1."],
    ["turnoverRate<0", "this can never hold"],
    ["turnoverRate>=0", "this holds in every future"],
    ["burnoutPrevalence<=20", "is from 0 to 1 (20% is 0.2), so it cannot be 20."],
    ["burnoutPrevalence>1", "this can never hold"],
    ["exhaustionMean<=1", "this holds in every future"],
  ])("%s is refused in a sentence", (text, expected) => {
    expect(problem(text)).toContain(expected);
    expect(problem(text)).toMatch(/[.?]$/);
  });

  test("contradicts another of the same measure, and only then", () => {
    const pair = (a: string, b: string) => contradictions([target(a), target(b)]).length;
    expect(pair("waitP90Days<=30", "waitP90Days>=40")).toBe(1);
    expect(pair("waitP90Days<30", "waitP90Days>=30")).toBe(1);
    expect(pair("waitP90Days<=30", "waitP90Days>=30")).toBe(0);
    expect(pair("waitP90Days<=30", "waitMeanDays>=40")).toBe(0);
    expect(pair("waitP90Days<=30", "waitP90Days<=20")).toBe(0);
  });

  test("is met in a future with the others at once; a measure without a value misses it", () => {
    const table = tableOf({
      turnoverRate: [0.1, 0.2, 0.3, 0.1, 0.1],
      waitP90Days: [30, 30, 10, 31, Number.NaN],
    });
    const targets = [target("turnoverRate<=0.2"), target("waitP90Days<=30")];
    expect(metTogether(table, targets)).toBe(2);
    expect(targetFigures(table, targets).map(({ share }) => share)).toEqual([0.8, 0.6]);
  });
});

describe("teams", () => {
  const { cost, support } = DEFAULTS;
  const perPost = (hours: number) =>
    cost.linkWorkerPerWte * (1 + cost.overheadShare) + 12 * hours * cost.supervisionPerHour;

  test("are in order of their budget, which is what a year of filled posts costs", () => {
    const [ladder] = laddersOf(scenario, { posts: [9, 5, 7], supervision: null, services: null }, null);
    expect(ladder.map(({ posts }) => posts)).toEqual([5, 7, 9]);
    expect(ladder[0].budget).toBeCloseTo(5 * perPost(support.supervisionHoursPerMonth), 6);
    expect(ladder[0].changes).toEqual({ "team.linkWorkers": 5 });
  });

  test("with supervision are every combination, cheapest first", () => {
    const [ladder, ...others] = laddersOf(
      scenario,
      { posts: [6, 7], supervision: [0, 8], services: null },
      null,
    );
    expect(others).toEqual([]);
    expect(ladder.map(({ posts, supervision }) => [posts, supervision])).toEqual([
      [6, 0],
      ...(6 * perPost(8) < 7 * perPost(0)
        ? [
            [6, 8],
            [7, 0],
          ]
        : [
            [7, 0],
            [6, 8],
          ]),
      [7, 8],
    ]);
    for (const { posts, supervision, budget } of ladder)
      expect(budget).toBeCloseTo(posts * perPost(supervision), 6);
  });

  test("with services have a ladder for each capacity, or one where a place has a price", () => {
    const levels = { posts: [6, 7], supervision: null, services: [0.5, 1, 2] };
    expect(laddersOf(scenario, levels, null).map((ladder) => ladder.length)).toEqual([2, 2, 2]);
    const [ladder] = laddersOf(scenario, levels, 100);
    const usual = DEFAULTS.services.places.reduce((a, b) => a + b, 0);
    expect(usualPlaces(scenario)).toBe(usual);
    expect(ladder).toHaveLength(6);
    const double = ladder.find(({ posts, services }) => posts === 6 && services === 2)!;
    expect(double.extraPlaces).toBe(usual);
    expect(double.budget).toBeCloseTo(6 * perPost(1) + 100 * usual, 6);
    expect(ladder.map(({ budget }) => budget)).toEqual(
      [...ladder.map(({ budget }) => budget)].sort((a, b) => a - b),
    );
  });
});

/** Teams of n posts stay below the turnover target in these shares of futures; luck of a future is the same for all. */
const SHARES: Readonly<Record<number, number>> = { 4: 0.1, 5: 0.55, 6: 0.99, 7: 0.995, 8: 1, 9: 1 };
const luckOf = (r: number): number => ((((r + 1) * 0.6180339887498949) % 1) + 1) % 1;
const known: RunJob = async ({ changes, firstReplication, replications }: Job) => {
  const posts = Number(changes["team.linkWorkers"]);
  const measures = new Float64Array(replications * MEASURES.length);
  for (let r = 0; r < replications; r++) {
    const misses = luckOf(firstReplication + r) >= SHARES[posts];
    measures[r * MEASURES.length + MEASURE_INDEX.get("turnoverRate")!] = misses ? 0.5 : 0.1;
    measures[r * MEASURES.length + MEASURE_INDEX.get("costPerYear")!] = 50_000 * posts + firstReplication + r;
  }
  return { firstReplication, replications, measures, weekly: null, weeks: 0, events: 0 };
};
const request = (posts: readonly number[], most = 400): StaffRequest => ({
  scenario,
  ladders: laddersOf(scenario, { posts, supervision: null, services: null }, null),
  targets: [target("turnoverRate<=0.2")],
  ...{ share: 0.8, most, seed: "s" },
});

describe("the search", () => {
  test("finds the fewest posts, the runner-up, and what they cost", async () => {
    const [ladder] = await findStaff(request([4, 5, 6, 7, 8, 9]), { runJob: known, width: 2 }, never);
    expect(ladder.outcome).toEqual({ answer: 2, runnerUp: 3, untold: [] });
    const [answer, next] = [ladder.teams[2], ladder.teams[3]];
    expect(answer.team.posts).toBe(6);
    const n = answer.tally.futures;
    expect(simulatedCost(answer)!.mean).toBeCloseTo(300_000 + (n - 1) / 2, 6);
    expect(costDifference(answer, next)).toMatchObject({ mean: 50_000, sd: 0 });
    expect(ladder.teams.map((_, t) => standingOf(ladder, t)).slice(4)).toEqual(["not needed", "not needed"]);
    expect(answer.interval[0]).toBeGreaterThanOrEqual(0.8);
  });

  test("gives the same with any number of workers and batch sizes, and counts every future once", async () => {
    const outcomes = [];
    for (const [width, batchSizes] of [
      [1, [400]],
      [3, [1, 2]],
      [8, [7]],
    ] as const) {
      let last = 0;
      let runs = 0;
      const runJob: RunJob = (job, signal) => {
        runs += job.replications;
        return known(job, signal);
      };
      const means = { runJob, width, batchSizes };
      const found = await findStaff(request([5, 6, 7]), means, never, ({ done, total }) => {
        expect(done).toBeGreaterThanOrEqual(last);
        expect(total).toBe(3 * 400);
        last = done;
      });
      expect(last).toBe(runs);
      outcomes.push(found.map(({ teams }) => teams.map(({ tally }) => tally)));
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test("says that no team meets the targets, and which is nearest", async () => {
    const [ladder] = await findStaff(request([4, 5]), { runJob: known, width: 2 }, never);
    expect(ladder.outcome).toEqual({ answer: null, runnerUp: null, untold: [] });
    expect(nearestTeam(ladder).team.posts).toBe(5);
  });

  test("stops when it is cancelled, and when a run fails", async () => {
    const cancelled = AbortSignal.abort(new Error("Enough."));
    await expect(findStaff(request([5]), { runJob: known, width: 1 }, cancelled)).rejects.toThrow("Enough.");
    const failing: RunJob = () => Promise.reject(new Error("The worker is gone."));
    await expect(findStaff(request([5]), { runJob: failing, width: 1 }, never)).rejects.toThrow(
      "The worker is gone.",
    );
  });
});
