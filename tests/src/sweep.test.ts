/** Sweeps: designs to the last digit, the experiment they become, and what is refused. */
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import { checkScenario, type Scenario } from "../../sim/scenario";
import { runScenarios } from "../../src/experiment/runScenarios";
import {
  MOST_POINTS,
  type SweepRequest,
  sweepExperiment,
  sweepProblems,
  sweepRows,
} from "../../src/experiment/sweep";
import { type Design, pointsOf, sizeOf, stepCount, steps } from "../../src/experiment/sweepDesign";
import { fakeBatch } from "./fakeBatch";

const scenario: Scenario = {
  ...{ id: "mine", name: "Mine", question: "", reasons: {}, timeline: [] },
  changes: { "team.linkWorkers": 9, "referral.perWtePerYear": 210 },
};
const grid: Design = {
  kind: "full-factorial",
  factors: [
    { id: "team.linkWorkers", levels: steps(4, 6, 1) },
    { id: "services.capacityMultiplier", levels: steps(0.7, 1.3, 0.3) },
  ],
};
const request: SweepRequest = { scenario, design: grid, seed: "s", replications: 3 };

describe("steps", () => {
  test.each([
    [0.7, 1.3, 0.1, [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3]],
    [4, 10, 1, [4, 5, 6, 7, 8, 9, 10]],
    [4, 10, 4, [4, 8]],
    [-0.3, 0.3, 0.15, [-0.3, -0.15, 0, 0.15, 0.3]],
    [1e-7, 3e-7, 1e-7, [1e-7, 2e-7, 3e-7]],
    [5, 5, 1, [5]],
    [5, 4, 1, []],
    [4, 5, 0, []],
    [4, 5, -1, []],
  ])("from %f to %f by %f are as people write them", (low, high, step, expected) => {
    expect(steps(low, high, step)).toEqual(expected);
    expect(stepCount(low, high, step)).toBe(expected.length);
  });

  test("of a thousand have no digit too many, and none is lost at the end", () => {
    const values = steps(0, 1, 0.001);
    expect(values).toHaveLength(1001);
    for (const [i, value] of values.entries()) expect(value).toBe(Number(`${i}e-3`));
  });
});

describe("a full factorial", () => {
  test("has every combination once, the last parameter varying fastest", () => {
    expect(pointsOf(grid).map((point) => Object.values(point))).toEqual([
      ...[4, 5, 6].flatMap((posts) => [0.7, 1, 1.3].map((capacity) => [posts, capacity])),
    ]);
    expect(sizeOf(grid)).toBe(9);
  });

  test("takes words and switches too", () => {
    const words: Design = {
      kind: "full-factorial",
      factors: [
        { id: "policy.caseloadCap", levels: [40, "none"] },
        { id: "support.peer", levels: [true, false] },
      ],
    };
    expect(pointsOf(words)).toContainEqual({ "policy.caseloadCap": "none", "support.peer": false });
    expect(pointsOf(words)).toHaveLength(4);
  });
});

describe("a Latin hypercube", () => {
  const ranges = [
    { id: "services.capacityMultiplier", low: 0.5, high: 1.5 },
    { id: "team.linkWorkers", low: 4, high: 11 },
  ];
  const points = pointsOf({ kind: "latin-hypercube", ranges, points: 24, seed: "s" });

  test("has one value in each of as many equal parts of the range as there are points", () => {
    const parts = points.map((point) => Math.floor((Number(point[ranges[0].id]) - 0.5) * 24));
    expect(parts.sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  test("gives every whole number, both ends among them, an equal part", () => {
    const counts = new Map<number, number>();
    for (const point of points) {
      const posts = Number(point[ranges[1].id]);
      counts.set(posts, (counts.get(posts) ?? 0) + 1);
    }
    expect([...counts.entries()].sort(([a], [b]) => a - b)).toEqual(
      [4, 5, 6, 7, 8, 9, 10, 11].map((posts) => [posts, 3]),
    );
  });
});

describe("the experiment", () => {
  test("is the scenario at every point, under ids and names of their own that a file may have", () => {
    const { scenarios } = sweepExperiment(request);
    expect(scenarios).toHaveLength(9);
    expect(scenarios[4]).toMatchObject({
      id: "mine-point-5",
      name: "Mine: team.linkWorkers=5, services.capacityMultiplier=1",
      changes: {
        ...{ "team.linkWorkers": 5, "services.capacityMultiplier": 1 },
        "referral.perWtePerYear": 210,
      },
    });
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(9);
    const long = { ...scenario, id: "x".repeat(80), name: "N".repeat(120) };
    const [arm] = sweepExperiment({ ...request, scenario: long }).scenarios;
    expect(arm.id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
    expect(arm.name.length).toBeLessThanOrEqual(120);
    expect(checkScenario(arm.changes)).toEqual([]);
  });

  test("gives a row for each point and measure, from the table of that very point", async () => {
    const runJob = async (job: Parameters<typeof fakeBatch>[0]) => fakeBatch(job);
    const tables = await runScenarios(
      sweepExperiment(request),
      { runJob, width: 2 },
      new AbortController().signal,
    );
    const rows = sweepRows(grid, tables, MEASURES.slice(0, 2));
    expect(rows).toHaveLength(18);
    const own = { "team.linkWorkers": 5, "services.capacityMultiplier": 1 };
    const changes = { ...scenario.changes, ...own };
    const job = { changes, timeline: [], seed: "s", firstReplication: 0, replications: 3, weekly: false };
    const expected = [0, 1, 2].map((r) => fakeBatch(job).measures[r * MEASURES.length + 1]);
    expect(rows[9]).toMatchObject({ point: 4, values: own, measure: MEASURES[1] });
    expect(rows[9].summary.mean).toBeCloseTo(expected.reduce((a, b) => a + b) / 3, 12);
    expect(rows[9].summary.n).toBe(3);
  });
});

describe("what cannot be run", () => {
  const with_ = (design: Design, replications = 3) => sweepProblems({ ...request, design, replications });

  test("is a design without points", () => {
    const empty = "The design is empty: give at least one parameter to vary, and at least one value.";
    expect(with_({ kind: "full-factorial", factors: [] })).toEqual([empty]);
    expect(
      with_({ kind: "full-factorial", factors: [{ id: "team.linkWorkers", levels: [] }, grid.factors[1]] }),
    ).toEqual([empty]);
    expect(with_({ kind: "latin-hypercube", ranges: [], points: 9, seed: "s" })).toEqual([empty]);
  });

  test("is more runs than there may be", () => {
    const ranges = [{ id: "team.linkWorkers", low: 1, high: 9 }];
    expect(with_({ kind: "latin-hypercube", ranges, points: MOST_POINTS + 1, seed: "s" })).toHaveLength(1);
    expect(with_(grid, 100_000)[0]).toMatch(/^The sweep has 9 points of 100,000 replications, 900,000 runs;/);
  });

  test("is values that do not fit together, each problem once with the first point that has it", () => {
    const factors = [
      { id: "exhaustion.burnoutOff", levels: [0.4, 0.7] },
      { id: "team.linkWorkers", levels: [6, 7] },
    ];
    const problems = with_({ kind: "full-factorial", factors });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^At exhaustion\.burnoutOff=0\.7, team\.linkWorkers=6: exhaustion\.burnoutOff is 0\.7; it must be below/,
    );
  });

  test("is a parameter that the timeline changes again", () => {
    const later = {
      ...scenario,
      timeline: [{ atWeek: 52, changes: { "services.capacityMultiplier": 0.8 } }],
    };
    expect(sweepProblems({ ...request, scenario: later })).toEqual([
      "services.capacityMultiplier cannot be varied: the timeline of mine changes it at week 52; take it out of the timeline.",
    ]);
  });
});
