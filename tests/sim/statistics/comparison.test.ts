/** Known answers: Student's sleep data, and published examples of Holm's procedure. */
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { betterCount, compareWithBase, varianceReduction } from "../../../sim/statistics/comparison";
import { holmAdjusted, holmLevels } from "../../../sim/statistics/holm";
import { RunningMean } from "../../../sim/statistics/runningMean";
import { halfWidth, intervalOf, pOfZeroMean } from "../../../sim/statistics/studentT";
import { summarise } from "../../../sim/statistics/summary";

/** Hours of sleep gained on two drugs by the same ten patients (Student 1908, Biometrika 6: 1–25). */
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("Student's t", () => {
  test("gives the published test of the sleep data", () => {
    // R: t.test(extra ~ group, data = sleep, paired = TRUE): p-value = 0.002833, interval 0.7001142 to 2.4598858.
    const [{ p, pHolm, ci95, mean }] = compareWithBase(FIRST, [SECOND], "higher");
    expect(mean).toBeCloseTo(1.58, 12);
    expect(p).toBeCloseTo(0.002833, 6);
    expect(ci95[0]).toBeCloseTo(0.7001142, 7);
    expect(ci95[1]).toBeCloseTo(2.4598858, 7);
    expect(pHolm).toBe(p);
  });

  test.each([
    [0.95, 9, 2.262157],
    [0.99, 9, 3.249836],
    [0.95, 120, 1.97993],
  ])("half-widths at level %f with %i degrees of freedom", (level, df, t) => {
    const n = df + 1;
    expect(halfWidth({ n, sd: Math.sqrt(n) }, level)).toBeCloseTo(t, 5);
  });

  test("p-value and interval say the same at the edge", () => {
    const edge = { n: 10, mean: 2.262157, sd: Math.sqrt(10) };
    expect(pOfZeroMean(edge)).toBeCloseTo(0.05, 6);
    expect(intervalOf(edge)[0]).toBeCloseTo(0, 6);
    expect(pOfZeroMean({ ...edge, mean: -edge.mean })).toBe(pOfZeroMean(edge));
  });

  test("keeps its digits far out in the tail", () => {
    // With 2 degrees of freedom P(|T| > t) = 1 − t / √(t² + 2), which is 1 / t² for large t.
    expect(pOfZeroMean({ n: 3, mean: 1e6, sd: Math.sqrt(3) }) * 1e12).toBeCloseTo(1, 6);
  });

  test("values without spread leave nothing to chance, and one value says nothing", () => {
    expect(pOfZeroMean({ n: 5, mean: 0, sd: 0 })).toBe(1);
    expect(pOfZeroMean({ n: 5, mean: 0.1, sd: 0 })).toBe(0);
    expect(pOfZeroMean({ n: 1, mean: 3, sd: Number.NaN })).toBeNaN();
    expect(halfWidth({ n: 1, sd: 1 })).toBeNaN();
  });
});

describe("Holm's procedure", () => {
  test("adjusts as R's p.adjust does", () => {
    // kim::holm_adjusted_p, examples; the first of them by hand: 2 × 0.01, then 1 × 0.05.
    expect(holmAdjusted([0.05, 0.01])).toEqual([0.05, 0.02]);
    holmAdjusted([0.05, 0.05, 0.05]).forEach((p) => {
      expect(p).toBeCloseTo(0.15, 12);
    });
  });

  test("finds three of the fifteen effects of Benjamini and Hochberg's example", () => {
    // Benjamini and Hochberg 1995, JRSS B 57: 289–300, section 3.1: methods that control the familywise error find 3.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const adjusted = holmAdjusted(p);
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(3);
    expect(adjusted[3]).toBeCloseTo(12 * 0.0095, 12);
    expect(adjusted.at(-1)).toBe(1);
  });

  test("stops at the first that fails, though a later one would pass on its own", () => {
    // 0.005 ≤ 0.05 / 4 and 0.01 ≤ 0.05 / 3, but 0.03 > 0.05 / 2: 0.04 is not found either.
    const p = [0.01, 0.04, 0.03, 0.005];
    const adjusted = holmAdjusted(p);
    [0.03, 0.06, 0.06, 0.02].forEach((expected, i) => {
      expect(adjusted[i]).toBeCloseTo(expected, 12);
    });
    [1 - 0.05 / 3, 0.975, 0.975, 0.9875].forEach((level, i) => {
      expect(holmLevels(p)[i]).toBeCloseTo(level, 12);
    });
  });

  test("leaves out what has no p-value, and needs no adjustment for one comparison", () => {
    expect(holmAdjusted([Number.NaN, 0.04])).toEqual([Number.NaN, 0.04]);
    expect(holmLevels([Number.NaN, 0.04])).toEqual([Number.NaN, 0.95]);
    expect(holmAdjusted([])).toEqual([]);
  });

  test("intervals exclude 0 exactly where adjusted p-values are at most 0.05", () => {
    const random = seedrandom.alea("holm intervals");
    for (let trial = 0; trial < 300; trial++) {
      const base = Array.from({ length: 8 }, random);
      const others = [0, 0.15, 0.3, 0.45, 0.6].map((shift) => base.map(() => shift + random()));
      for (const { pHolm, p, ciHolm, ci95 } of compareWithBase(base, others, null)) {
        expect(ciHolm[0] > 0 || ciHolm[1] < 0).toBe(pHolm <= 0.05);
        expect(pHolm).toBeGreaterThanOrEqual(p);
        expect(ciHolm[1] - ciHolm[0]).toBeGreaterThanOrEqual(ci95[1] - ci95[0] - 1e-12);
      }
    }
  });

  test("seldom finds anything where there is nothing", () => {
    // 5 scenarios that differ by chance alone: a false finding in at most 5% of 1,000 trials, standard error 0.7%.
    const random = seedrandom.alea("holm nothing");
    let found = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const base = Array.from({ length: 10 }, random);
      const others = Array.from({ length: 5 }, () => base.map(random));
      if (compareWithBase(base, others, null).some(({ pHolm }) => pHolm <= 0.05)) found++;
    }
    expect(found / 1000).toBeLessThan(0.05 + 3 * 0.007);
    expect(found).toBeGreaterThan(0);
  });
});

describe("common random numbers", () => {
  test("variance reduction by hand", () => {
    // Variances 5/3 and 20/3; differences 1, 2, 3, 4: variance 5/3.
    expect(varianceReduction([1, 2, 3, 4], [2, 4, 6, 8])).toBeCloseTo(5, 12);
    // Opposite luck makes it worse: differences 3, 1, −1, −3 have variance 20/3 against 10/3.
    expect(varianceReduction([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(0.5, 12);
  });

  test("says nothing where pairs do not vary, and leaves out those without a value", () => {
    expect(varianceReduction([1, 2, 3], [2, 3, 4])).toBeNull();
    expect(varianceReduction([1], [2])).toBeNull();
    expect(varianceReduction([1, 2, Number.NaN, 3, 4], [2, 4, 7, 6, 8])).toBeCloseTo(5, 12);
  });

  test("counts the matched futures in which it was better", () => {
    const [comparison] = compareWithBase([1, 2, 3, Number.NaN], [[0, 2, 1, 0]], "lower");
    expect(comparison).toMatchObject({ n: 3 });
    expect(betterCount(comparison)).toBe(2);
    expect(betterCount(compareWithBase([1], [[2]], null)[0])).toBeNull();
  });
});

test("a running mean agrees with the summary of all", () => {
  const random = seedrandom.alea("running mean");
  const values = Array.from({ length: 50 }, (_, i) => (i % 7 === 3 ? Number.NaN : 1e6 + random()));
  const running = new RunningMean();
  for (const value of values) running.add(value);
  const { n, mean, sd } = summarise(values);
  expect(running.n).toBe(n);
  expect(running.mean).toBeCloseTo(mean, 8);
  expect(running.sd).toBeCloseTo(sd, 8);
  expect(new RunningMean().mean).toBeNaN();
});
