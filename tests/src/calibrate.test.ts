/** Calibration: its parts against known answers, and the whole on a stand-in model whose accepted region is known. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../sim/batch";
import { DEFAULTS, withChanges } from "../../sim/parameters";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { latinHypercube } from "../../sim/statistics/latinHypercube";
import { calibrate, replicationsOf } from "../../src/experiment/calibrate";
import { accepted, emulate, implausibility, worseAt } from "../../src/experiment/calibrateEmulator";
import { defaultSetting, nearestAccepted } from "../../src/experiment/calibrateNearest";
import { correlation, describeRegion, spreadOf } from "../../src/experiment/calibrateRegion";
import { drawRunner } from "../../src/experiment/calibrateRuns";
import { coefficientsOf, fitSurface } from "../../src/experiment/calibrateSurface";
import {
  discrepancyOf,
  distressSd,
  FITTED,
  fittedRow,
  growthFor,
  noticeableChange,
  TARGETS,
  worseAfterWait,
} from "../../src/experiment/calibrateTargets";
import type { RunJob } from "../../src/pool/runner";

const never = new AbortController().signal;

describe("the response surface", () => {
  const points = latinHypercube(60, 3, "surface");
  const quadratic = ([x, y, z]: readonly number[]) => 2 + x - 3 * y + 4 * x * z - 5 * y * y + z;

  test("reproduces a quadratic exactly, with no error left", () => {
    const { predict, residualVariance, leftOut } = fitSurface(points, points.map(quadratic));
    for (const point of latinHypercube(10, 3, "other")) {
      expect(predict(point).mean).toBeCloseTo(quadratic(point), 8);
    }
    expect(residualVariance).toBeLessThan(1e-18);
    for (const residual of leftOut) expect(Math.abs(residual)).toBeLessThan(1e-8);
  });

  test("knows how large the chance error is, and that its own is smaller", () => {
    const noise = latinHypercube(60, 1, "noise").map(([u]) => (u - 0.5) * Math.sqrt(12) * 0.3);
    const { predict, residualVariance } = fitSurface(
      points,
      points.map((point, i) => quadratic(point) + noise[i]),
    );
    expect(Math.sqrt(residualVariance)).toBeGreaterThan(0.2);
    expect(Math.sqrt(residualVariance)).toBeLessThan(0.4);
    const { mean, variance } = predict([0.5, 0.5, 0.5]);
    expect(variance).toBeLessThan(residualVariance / 3);
    expect(Math.abs(mean - quadratic([0.5, 0.5, 0.5]))).toBeLessThan(4 * Math.sqrt(variance));
  });

  test("left-out residuals are those of a fit without the point", () => {
    const values = points.map((point, i) => quadratic(point) + Math.sin(7 * i));
    const { leftOut } = fitSurface(points, values);
    const without = fitSurface(points.slice(1), values.slice(1));
    expect(leftOut[0]).toBeCloseTo(values[0] - without.predict(points[0]).mean, 6);
  });

  test("refuses too few points", () => {
    expect(coefficientsOf(4)).toBe(15);
    expect(() => fitSurface(points.slice(0, 10), new Array(10).fill(0))).toThrow(
      "A surface of 10 coefficients cannot be fitted to 10 points.",
    );
  });
});

describe("V16, worse after an unsupported wait", () => {
  const { patients } = DEFAULTS;

  test("is what a count over patients and waits gives", () => {
    // Midpoints of 40 × 4,000 cells; the quantile of the wait by halving of the normal distribution's integral.
    let count = 0;
    let n = 0;
    const g = patients.distressDrift;
    const change = noticeableChange(patients);
    for (let q = 0; q < 4000; q++) {
      const wait = ((120 * 260) / 365.25) * Math.exp(1.4 * normalQuantile((q + 0.5) / 4000));
      for (let z = 0; z < 3; z++) {
        for (let i = 0; i < 40; i++) {
          const d = patients.initialDistress[z] + patients.d0Spread * ((2 * (i + 0.5)) / 40 - 1);
          const rise = (1 - d) * (1 - Math.exp(-g * wait));
          count += rise >= change ? patients.classShares[z] / 40 : 0;
        }
      }
      n++;
    }
    expect(Math.abs(worseAfterWait(patients) - count / n)).toBeLessThan(0.002);
  });

  test("at the defaults lies in the target", () => {
    const [low, high] = TARGETS.find(({ id }) => id === "V16")!.range;
    expect(worseAfterWait(patients)).toBeGreaterThan(low);
    expect(worseAfterWait(patients)).toBeLessThan(high);
  });

  test("rises with growth and the wait, falls with what counts as worse, and is 0 without growth", () => {
    expect(worseAt(0.003)).toBeGreaterThan(worseAt(0.002));
    expect(worseAfterWait(patients, 0.05)).toBeGreaterThan(worseAfterWait(patients, 0.1));
    expect(worseAfterWait(patients, 0.05, 180)).toBeGreaterThan(worseAfterWait(patients, 0.05, 60));
    expect(worseAt(0)).toBe(0);
  });

  test("the spread of distress at referral is that of classes and within them", () => {
    const flat = { ...patients, initialDistress: [0.5, 0.5, 0.5], d0Spread: 0.15 };
    expect(distressSd(flat)).toBeCloseTo(0.15 / Math.sqrt(3), 12);
    const two = { ...patients, classShares: [0.5, 0, 0.5], initialDistress: [0.3, 0.5, 0.7], d0Spread: 0 };
    expect(distressSd(two)).toBeCloseTo(0.2, 12);
  });

  test("has an inverse", () => {
    const g = growthFor(0.42, 0.08, 120);
    expect(worseAfterWait({ ...patients, distressDrift: g }, 0.08, 120)).toBeCloseTo(0.42, 3);
  });
});

/** Standard normal quantile by halving an integral by Simpson's rule: slow, plain and independent of the kernel's. */
function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function normalShare(x: number): number {
  const h = x / 60;
  let sum = 0;
  for (let k = 0; k <= 60; k++)
    sum += (k === 0 || k === 60 ? 1 : k % 2 ? 4 : 2) * Math.exp((-k * k * h * h) / 2);
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

describe("implausibility", () => {
  const inside = TARGETS.map(({ range: [low, high] }) => ({ mean: (low + high) / 2, sd: 0 }));

  test("is 0 inside every range, and such a setting is accepted", () => {
    expect(implausibility(inside)).toBe(0);
    expect(accepted(inside)).toBe(true);
  });

  test("counts standard deviations of prediction and discrepancy together, of the worst target", () => {
    const [low] = TARGETS[2].range;
    const discrepancy = discrepancyOf(TARGETS[2]);
    const off = inside.with(2, { mean: low - 5 * discrepancy, sd: Math.sqrt(3) * discrepancy });
    expect(implausibility(off)).toBeCloseTo(2.5, 10);
    expect(accepted(off)).toBe(false);
  });

  test("a margin asks for that many standard deviations to spare", () => {
    const [low, high] = TARGETS[0].range;
    const narrow = inside.with(0, { mean: (low + high) / 2, sd: (high - low) / 5 });
    expect(accepted(narrow, 2)).toBe(true);
    expect(accepted(narrow, 3)).toBe(false);
  });
});

describe("the region", () => {
  test("tells ranges, what is narrowed, and a ridge", () => {
    const settings = Array.from({ length: 101 }, (_, i) => [
      i / 100,
      1 - i / 100 + (i % 2) * 0.01,
      (i * 7) % 101,
    ]);
    const region = describeRegion(settings, [
      [0, 1],
      [0, 2],
      [0, 100],
    ]);
    expect(region.ranges[0]).toEqual({ min: 0, p5: 0.05, p50: 0.5, p95: 0.95, max: 1 });
    expect(region.narrowedTo[0]).toBeCloseTo(1, 10);
    expect(region.narrowedTo[1]).toBeCloseTo(0.5, 1);
    expect(region.ridges).toEqual([[0, 1]]);
  });

  test("correlation by hand", () => {
    expect(correlation([1, 2, 3], [1, 2, 4])).toBeCloseTo(3 / Math.sqrt(2 * (14 / 3)), 12);
  });
});

/**
 * A stand-in for the model: absence, turnover and burnout are simple functions of the settings, with noise. Half are
 * burnt out where the gain is at the `edge`.
 */
function standIn(edge: number): RunJob {
  return async (job) => {
    const { absence, turnover, exhaustion } = withChanges(DEFAULTS, job.changes);
    const measures = new Float64Array(job.replications * MEASURES.length).fill(Number.NaN);
    for (let i = 0; i < job.replications; i++) {
      const u = latinHypercube(1, 3, `${job.seed}/${job.firstReplication + i}`)[0];
      const put = (id: string, value: number) => {
        measures[i * MEASURES.length + MEASURE_INDEX.get(id)!] = value;
      };
      const burnt = 1 / (1 + Math.exp(-(exhaustion.gain - edge) / 0.002));
      put("burnoutPrevalence", Math.min(1, Math.max(0, burnt + 0.1 * (u[0] - 0.5))));
      put("turnoverRate", turnover.baseHazard * Math.exp(1.2 * burnt) * (1 + 0.2 * (u[1] - 0.5)));
      put("absenceRate", 5 * absence.hazard * Math.exp(2.3 * burnt) * (1 + 0.2 * (u[2] - 0.5)));
    }
    const { firstReplication, replications } = job;
    return { firstReplication, replications, measures, weekly: null, weeks: 0, events: 0 };
  };
}
/** Half are burnt out at this much more gain than the default. */
const above = (more: number): number => fittedRow("exhaustion.gain").default + more;
const plan = { draws: 24, replications: 4, seed: "test" };
const quarter = (edge: number) => edge + 0.002 * Math.log(0.25 / 0.75);

describe("calibration of a stand-in whose region is known", () => {
  test("finds the gain at which a quarter and a half are burnt out, and says that the defaults lie outside", async () => {
    const found = await calibrate(plan, { runJob: standIn(above(0.004)), width: 2 }, never);
    const { min, max } = found.region.ranges[FITTED.indexOf("exhaustion.gain")];
    expect(Math.abs(min - quarter(above(0.004)))).toBeLessThan(0.0004);
    expect(Math.abs(max - above(0.004))).toBeLessThan(0.0004);
    expect(found.defaults.accepted).toBe(false);
    expect(found.defaults.simulated[2].mean).toBeCloseTo(1 / (1 + Math.exp(2)), 2);
    const [first] = found.suggestions;
    expect(first.changed).toContain("exhaustion.gain");
    expect(found.suggestionCheck!.simulated[2].mean).toBeGreaterThan(0.25);
    expect(found.suggestionCheck!.accepted).toBe(true);
  });

  test("accepts the defaults where they meet the targets, and then suggests nothing", async () => {
    const found = await calibrate(plan, { runJob: standIn(above(0.0012)), width: 2 }, never);
    expect(found.defaults).toMatchObject({ accepted: true, implausibility: 0 });
    expect(found.suggestions).toEqual([]);
    expect(found.suggestionCheck).toBeNull();
  });

  test("sees that more gain makes up for fewer leavers and absences", async () => {
    const { region } = await calibrate(plan, { runJob: standIn(above(0.002)), width: 1 }, never);
    const [leaving, gain, absence] = FITTED.map((_, j) => j);
    expect(region.correlations[leaving][gain]).toBeLessThan(-0.1);
    expect(region.correlations[gain][absence]).toBeLessThan(-0.1);
  });

  test("does not depend on the number of workers, and counts what it runs", async () => {
    const results = await Promise.all(
      [1, 5].map(async (width) => {
        const seen: { done: number; total: number }[] = [];
        const result = await calibrate(plan, { runJob: standIn(above(0.004)), width }, never, (p) =>
          seen.push(p),
        );
        expect(seen.at(-1)).toEqual({ done: replicationsOf(plan), total: replicationsOf(plan) });
        return JSON.stringify(result);
      }),
    );
    expect(results[1]).toBe(results[0]);
  });

  test("says so where nothing can meet the targets", async () => {
    await expect(calibrate(plan, { runJob: standIn(above(0.04)), width: 2 }, never)).rejects.toThrow(
      /settings are left to draw from after wave 1: almost none meets the targets/,
    );
  });

  test("ends when it is cancelled", async () => {
    const cancel = new AbortController();
    const runJob: RunJob = (job, signal) => {
      cancel.abort(new Error("enough"));
      return standIn(above(0.004))(job, signal);
    };
    await expect(calibrate(plan, { runJob, width: 2 }, cancel.signal)).rejects.toThrow("enough");
  });
});

describe("suggestions", () => {
  test("the smallest change of one parameter comes first and lies in the region", () => {
    const predict = (setting: readonly number[]) =>
      TARGETS.map(({ range: [low, high] }, t) =>
        t === 2 ? { mean: (0.24 * setting[1]) / above(0), sd: 0.001 } : { mean: (low + high) / 2, sd: 0 },
      );
    const end = defaultSetting().with(1, 0.03).with(0, 0.15);
    const found = nearestAccepted([end], predict);
    expect(found[0].changed).toEqual(["exhaustion.gain"]);
    // It must reach 0.25 from 0.24, with two standard deviations of 0.001 to spare.
    expect(found[0].setting[1] / above(0)).toBeGreaterThanOrEqual(0.252 / 0.24);
    expect(found[0].setting[1] / above(0)).toBeLessThan(1.07);
  });
});

describe("runs of the model itself", () => {
  test("move with the settings, each draw with luck of its own", async () => {
    const runJob: RunJob = async (job) => runBatch(job);
    const runner = drawRunner(
      { seed: "test", replications: 2, total: 4 },
      { runJob, width: 1 },
      never,
      () => {},
    );
    const low = FITTED.map((id) => fittedRow(id).range[0]);
    const high = FITTED.map((id) => fittedRow(id).range[1]);
    const [a, b] = await runner.draws([low, high], "wave 1");
    TARGETS.forEach(({ id }, t) => {
      expect(b.means[t], id).toBeGreaterThan(a.means[t]);
    });
    expect(a.errors[3]).toBe(0);
  });

  test("the emulator's quality is null only for what is computed", () => {
    const draws = latinHypercube(20, 4, "q").map((point) => ({
      setting: point.map((p, j) => fittedRow(FITTED[j]).range[0] * (1 + p)),
      means: [0.05, 0.2, 0.3, 0.4],
      errors: [0.001, 0.01, 0.02, 0],
    }));
    expect(emulate(draws).quality.map((q) => q === null)).toEqual([false, false, false, true]);
    expect(spreadOf([3, 1, 2]).p50).toBe(2);
  });
});
