/** Experiments: how the work is cut and in which order it comes back must not change one number. */
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import { planBatches } from "../../src/experiment/plan";
import { type Experiment, type Progress, runScenarios } from "../../src/experiment/runScenarios";
import type { RunJob } from "../../src/pool/runner";
import { fakeBatch } from "./fakeBatch";

const scenarios: Experiment["scenarios"] = [
  { id: "baseline", changes: {}, timeline: [] },
  { id: "more", changes: { "team.linkWorkers": 8 }, timeline: [] },
  { id: "later", changes: {}, timeline: [{ atWeek: 52, changes: { "team.linkWorkers": 8 } }] },
];
const experiment = { scenarios, seed: "holdfast", replications: 23, weekly: true };
const never = new AbortController().signal;
const atOnce: RunJob = async (job) => fakeBatch(job);
/** Answers after a while that differs from job to job, so that batches overtake one another. */
const shuffled: RunJob = async (job) => {
  await new Promise((resolve) => setTimeout(resolve, (job.firstReplication * 7919) % 13));
  return fakeBatch(job);
};

describe("the plan", () => {
  test.each([
    [1, 1, 1],
    [1, 100, 2],
    [3, 23, 2],
    [4, 7, 64],
    [2, 1000, 8],
    [49, 10, 2],
  ])(
    "%i scenarios × %i replications on %i workers: each replication exactly once, in order",
    (s, n, width) => {
      const plan = planBatches(s, n, width);
      for (let scenario = 0; scenario < s; scenario++) {
        const replications = plan
          .filter((batch) => batch.scenarios.includes(scenario))
          .flatMap((b) => Array.from({ length: b.replications }, (_, i) => b.firstReplication + i));
        expect(replications).toEqual(Array.from({ length: n }, (_, r) => r));
      }
    },
  );

  test("the first batches are small and give every scenario something", () => {
    const plan = planBatches(3, 100, 2);
    expect(plan.slice(0, 2)).toEqual(
      [0, 1].map((firstReplication) => ({ scenarios: [0, 1, 2], firstReplication, replications: 1 })),
    );
  });

  test("a wave has work for every worker", () => {
    const plan = planBatches(1, 12, 4);
    expect(plan.map(({ replications }) => replications)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
  });
});

describe("the results", () => {
  test("do not depend on batch sizes, the number of workers or the order of arrival", async () => {
    const expected = await runScenarios(experiment, { runJob: atOnce, width: 1, batchSizes: [23] }, never);
    expect(expected.map(({ replications }) => replications)).toEqual([23, 23, 23]);
    for (const width of [1, 2, 5, 40]) {
      for (const batchSizes of [undefined, [1], [3, 5], [100]]) {
        expect(await runScenarios(experiment, { runJob: shuffled, width, batchSizes }, never)).toEqual(
          expected,
        );
      }
    }
  });

  test("hold each replication's numbers in its own row, measures and weeks alike", async () => {
    const tables = await runScenarios(experiment, { runJob: shuffled, width: 4 }, never);
    const whole = fakeBatch({ ...experiment, ...scenarios[1], firstReplication: 0 });
    expect(tables[1].measures).toEqual(whole.measures);
    expect(tables[1].weekly).toEqual(whole.weekly);
    expect(tables[1].measures).toHaveLength(23 * MEASURES.length);
    expect(tables[1].weekly).toHaveLength(23 * WEEKLY.length * tables[1].weeks);
  });

  test("have no weekly columns unless they were asked for", async () => {
    const tables = await runScenarios({ ...experiment, weekly: false }, { runJob: atOnce, width: 2 }, never);
    expect(tables.map(({ weekly }) => weekly)).toEqual([null, null, null]);
  });
});

describe("progress", () => {
  test("shows equally many replications of every scenario, and what it showed does not change later", async () => {
    const whole = await runScenarios(experiment, { runJob: atOnce, width: 1 }, never);
    const updates: Progress[] = [];
    await runScenarios(experiment, { runJob: shuffled, width: 3 }, never, (update) => updates.push(update));
    expect(updates.at(-1)).toMatchObject({ done: 69, total: 69 });
    for (const { tables } of updates) {
      if (!tables) continue;
      const [{ replications }] = tables;
      expect(tables.map((table) => table.replications)).toEqual([replications, replications, replications]);
      const expected = whole.map(({ measures }) => measures.subarray(0, replications * MEASURES.length));
      expect(tables.map(({ measures }) => measures)).toEqual(expected);
    }
    const counts = updates.map(({ tables }) => tables?.[0].replications ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(3);
    expect(updates[0].tables).toBeNull();
  });
});

describe("ends", () => {
  test("an abort rejects with its reason, and nothing more is started", async () => {
    const cancel = new AbortController();
    let started = 0;
    const runJob: RunJob = async (job) => {
      if (++started === 3) cancel.abort(new Error("enough"));
      return fakeBatch(job);
    };
    await expect(runScenarios(experiment, { runJob, width: 1 }, cancel.signal)).rejects.toThrow("enough");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(started).toBe(3);
    await expect(runScenarios(experiment, { runJob, width: 1 }, cancel.signal)).rejects.toThrow("enough");
    expect(started).toBe(3);
  });

  test("a job that fails fails the experiment and aborts the others", async () => {
    const aborted: unknown[] = [];
    const runJob: RunJob = (job, signal) => {
      if (job.firstReplication === 2) return Promise.reject(new Error("twice stopped"));
      signal.addEventListener("abort", () => aborted.push(signal.reason));
      return job.firstReplication < 2 ? Promise.resolve(fakeBatch(job)) : new Promise(() => {});
    };
    await expect(runScenarios(experiment, { runJob, width: 6 }, never)).rejects.toThrow("twice stopped");
    expect(aborted.length).toBeGreaterThan(0);
  });
});
