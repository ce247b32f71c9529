/** Replications until averages are precise: the rule on made-up numbers, and that workers do not matter. */
import { mean } from "d3-array";
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { column, summarise } from "../../sim/statistics";
import { checkPrecision, type Precision } from "../../src/experiment/precision";
import { type PrecisionProgress, runUntilPrecise } from "../../src/experiment/untilPrecise";
import type { RunJob } from "../../src/pool/runner";
import { fakeBatch } from "./fakeBatch";

const never = new AbortController().signal;
const scenario = { id: "baseline", changes: {}, timeline: [] };
const base = { scenarios: [scenario], seed: "holdfast", weekly: false };
const turnover: Precision = { share: 0.05, measures: ["turnoverRate"], of: "means" };
const atOnce: RunJob = async (job) => fakeBatch(job);
/** Answers after a while that differs from job to job, so that batches overtake one another. */
const shuffled: RunJob = async (job) => {
  await new Promise((resolve) => setTimeout(resolve, (job.firstReplication * 7919) % 3));
  return fakeBatch(job);
};

/** Batches in which every measure of replication r has the value `of(r)`, or `other(r)` if scenarios have changes. */
function made(of: (r: number) => number, other: (r: number) => number = of): RunJob {
  return async (job) => {
    const batch = fakeBatch(job);
    const value = Object.keys(job.changes).length > 0 ? other : of;
    batch.measures.forEach((_, i) => {
      batch.measures[i] = value(job.firstReplication + Math.floor(i / MEASURES.length));
    });
    return batch;
  };
}

/** The first of 30, 40, 50 … at which the interval is narrow enough, and was at the last few numbers before it. */
function expectedStop(values: readonly number[], share: number): number {
  const precise = (n: number): boolean => {
    const { ci95, mean } = summarise(values.slice(0, n));
    return (ci95[1] - ci95[0]) / 2 <= share * Math.abs(mean);
  };
  for (let n = 30; n <= values.length; n += 10) {
    const back = Math.floor(n <= 100 ? 5 : n / 20);
    if (Array.from({ length: back + 1 }, (_, i) => n - i).every(precise)) return n;
  }
  return Number.POSITIVE_INFINITY;
}

const run = (precision: Precision, runJob: RunJob, width = 1) =>
  runUntilPrecise({ ...base, precision }, { runJob, width }, never);

describe("the rule", () => {
  test.each([0.1, 0.05, 0.03])("stops where plain arithmetic says, at ±%f", async (share) => {
    const random = seedrandom.alea("stopping rule");
    const values = Array.from({ length: 2000 }, () => 1 + random());
    const { stopped, tables } = await run(
      { ...turnover, share },
      made((r) => values[r]),
    );
    expect(stopped).toMatchObject({ reason: "precise", replications: expectedStop(values, share) });
    const own = [...column(tables[0], MEASURE_INDEX.get("turnoverRate")!)];
    expect(own).toEqual(values.slice(0, stopped.replications));
    const { ci95, mean } = summarise(own);
    expect(stopped.widths).toHaveLength(1);
    expect(stopped.widths[0]).toMatchObject({ scenario: 0, measure: "turnoverRate", standing: "precise" });
    expect(stopped.widths[0].halfWidth).toBeCloseTo((ci95[1] - ci95[0]) / 2, 10);
    expect(stopped.widths[0].share).toBeCloseTo((ci95[1] - ci95[0]) / 2 / mean, 10);
  });

  test("asks for at least 30 replications, even of what does not vary", async () => {
    expect(
      (
        await run(
          turnover,
          made(() => 0.2),
        )
      ).stopped,
    ).toMatchObject({
      reason: "precise",
      replications: 30,
      widths: [{ halfWidth: 0, share: 0, standing: "precise" }],
    });
  });

  test("a lucky streak does not end the run: the last 6 numbers of replications must all be precise", async () => {
    const outlier = (size: number) => made((r) => (r === 3 ? 1 + size : 1));
    // One outlier of 0.6: at 25 replications the half-width is t(24) × sd / √25 = 2.064 × 0.12 / 5 = 0.0495 of 1.024.
    expect((await run(turnover, outlier(0.6))).stopped.replications).toBe(30);
    // One of 0.65: 0.0537 of 1.026 at 25, so that 30 is refused, though it would do with 0.0443 of 1.022.
    expect((await run(turnover, outlier(0.65))).stopped.replications).toBe(40);
  });

  test("stops at 2,000, and says which average is not precise", async () => {
    const { stopped, tables } = await run(
      { ...turnover, measures: ["turnoverRate", "leavers"] },
      async (job) => {
        const batch = fakeBatch(job);
        const leavers = MEASURE_INDEX.get("leavers")!;
        for (let r = 0; r < job.replications; r++) {
          // One future in ten has 100 leavers, with a coefficient of variation of 3: 2,000 give ±13%.
          batch.measures[r * MEASURES.length + leavers] = (job.firstReplication + r) % 10 === 0 ? 100 : 0;
        }
        return batch;
      },
    );
    expect(stopped).toMatchObject({ reason: "most replications", replications: 2000 });
    expect(stopped.widths.map(({ standing }) => standing)).toEqual(["precise", "not precise"]);
    expect(stopped.widths[1].share).toBeCloseTo((1.9612 * 3) / Math.sqrt(2000), 3);
    expect(tables[0].replications).toBe(2000);
  });

  test("a mean of 0 has no share: it is named and holds nothing up", async () => {
    const zero = await run(
      turnover,
      made(() => 0),
    );
    expect(zero.stopped).toMatchObject({ reason: "nothing to measure by", replications: 30 });
    expect(zero.stopped.widths[0]).toMatchObject({ halfWidth: 0, standing: "mean is 0" });
    const none = await run(
      turnover,
      made(() => Number.NaN),
    );
    expect(none.stopped).toMatchObject({
      reason: "nothing to measure by",
      widths: [{ standing: "no value" }],
    });
  });

  test("but a mean that is 0 only at first is waited for as soon as it is not", async () => {
    const random = seedrandom.alea("rare");
    const values = Array.from({ length: 2000 }, (_, r) => (r < 35 ? 0 : random()));
    const precision = { ...turnover, measures: ["turnoverRate", "costPerYear"] };
    const cost = MEASURE_INDEX.get("costPerYear")!;
    const { stopped } = await run(precision, async (job) => {
      const batch = await made((r) => values[r])(job, never);
      // Cost needs more than 30 replications, by which time turnover has begun.
      for (let r = 0; r < job.replications; r++) {
        batch.measures[r * MEASURES.length + cost] = 1 + ((job.firstReplication + r) % 2) * 0.4;
      }
      return batch;
    });
    expect(stopped.replications).toBeGreaterThan(100);
    expect(stopped.widths.every(({ standing }) => standing === "precise")).toBe(true);
  });

  test("of differences: half-width as a share of the base's mean", async () => {
    const random = seedrandom.alea("paired");
    const own = Array.from({ length: 2000 }, () => 1 + random());
    const effect = Array.from({ length: 2000 }, () => -0.5 + 0.2 * random());
    const scenarios = [scenario, { ...scenario, id: "more", changes: { "team.linkWorkers": 8 } }];
    const runJob = made(
      (r) => own[r],
      (r) => own[r] + effect[r],
    );
    const precision: Precision = { ...turnover, share: 0.005, of: "differences" };
    const { stopped } = await runUntilPrecise({ ...base, scenarios, precision }, { runJob, width: 1 }, never);
    expect(stopped.widths).toHaveLength(1);
    expect(stopped.widths[0]).toMatchObject({ scenario: 1, standing: "precise" });
    const { ci95 } = summarise(effect.slice(0, stopped.replications));
    const { mean } = summarise(own.slice(0, stopped.replications));
    expect(stopped.widths[0].share).toBeCloseTo((ci95[1] - ci95[0]) / 2 / mean, 10);
    // Means would need some 40 times as many: their spread is 0.29 against 0.06, and there is no share beyond 2,000.
    expect(stopped.replications).toBeLessThan(400);
  });
});

describe("the run", () => {
  const scenarios = [scenario, { ...scenario, id: "more", changes: { "team.linkWorkers": 8 } }];
  const wanted = {
    ...base,
    scenarios,
    weekly: true,
    precision: { ...turnover, share: 0.1, measures: ["turnoverRate", "leavers"] },
  };

  test("does not depend on the number of workers, batch sizes or order of arrival", async () => {
    const expected = await runUntilPrecise(wanted, { runJob: atOnce, width: 1 }, never);
    const { replications } = expected.stopped;
    expect(replications).toBeGreaterThan(100);
    for (const [width, batchSizes] of [
      [3, undefined],
      [64, [1]],
      [2, [50]],
    ] as const) {
      expect(await runUntilPrecise(wanted, { runJob: shuffled, width, batchSizes }, never)).toEqual(expected);
    }
    const whole = fakeBatch({ ...wanted, ...scenarios[1], firstReplication: 0, replications });
    expect(expected.tables[1].measures).toEqual(whole.measures);
    expect(expected.tables[1].weekly).toEqual(whole.weekly);
  });

  test("tells how far it is, and how averages stand", async () => {
    const updates: PrecisionProgress[] = [];
    const { stopped } = await runUntilPrecise(wanted, { runJob: atOnce, width: 2 }, never, (update) =>
      updates.push(update),
    );
    const counts = updates.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(updates.every(({ done, total }) => done <= total)).toBe(true);
    expect(updates[0]).toMatchObject({ total: 60, widths: [] });
    const last = updates[updates.length - 1];
    expect(last.widths).toHaveLength(4);
    expect(last.done).toBeGreaterThanOrEqual(2 * stopped.replications);
    expect(last.tables?.map(({ replications }) => replications)).toHaveLength(2);
  });

  test("ends when aborted", async () => {
    const cancel = new AbortController();
    let started = 0;
    const runJob: RunJob = async (job) => {
      if (++started === 40) cancel.abort(new Error("enough"));
      return fakeBatch(job);
    };
    await expect(runUntilPrecise(wanted, { runJob, width: 1 }, cancel.signal)).rejects.toThrow("enough");
    expect(started).toBe(40);
  });
});

test("intervals of runs that stopped by themselves still hold the truth about as often as they say", () => {
  // Skewed numbers of mean 1 and standard deviation 0.894: three times the square of a uniform one.
  const random = seedrandom.alea("coverage");
  const width = MEASURES.length;
  const turnoverAt = MEASURE_INDEX.get("turnoverRate")!;
  const stops: number[] = [];
  let held = 0;
  for (let trial = 0; trial < 300; trial++) {
    const replications = 600;
    const measures = new Float64Array(replications * width);
    for (let r = 0; r < replications; r++) measures[r * width + turnoverAt] = 3 * random() ** 2;
    const table = { replications, measures, weekly: null, weeks: 0 };
    const { stopAt } = checkPrecision([table], { ...turnover, share: 0.15 });
    const { ci95 } = summarise(column(table, turnoverAt).subarray(0, stopAt ?? replications));
    stops.push(stopAt ?? Number.NaN);
    if (ci95[0] <= 1 && 1 <= ci95[1]) held++;
  }
  // Binomial with 300 trials: standard error 1.3%.
  expect(held / 300).toBeGreaterThan(0.95 - 3 * 0.013);
  // Without luck (1.96 × 0.894 / 0.15)² = 136 would do; look-backs and steps of 10 add a few, lucky stops take some away.
  expect(Math.abs(mean(stops)! - 136)).toBeLessThan(30);
});
