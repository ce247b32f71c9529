/** Verdicts: when an observed value passes, and how findings are written. */
import { describe, expect, test } from "vitest";
import {
  countsFinding,
  distributionFinding,
  evenFinding,
  exactFinding,
  meanFinding,
  normalFinding,
} from "../../sim/verification/finding";
import {
  erlang,
  lognormalWith,
  normalCdf,
  standardNormal,
  uniform,
} from "../../sim/verification/theory/distributions";
import { byFamily, findingCells, verdict } from "../../sim/verification/words";

/** Mean 10, standard deviation 1, standard error 0.1 or so. */
const values = Array.from({ length: 100 }, (_, i) => 10 + (i % 2 === 0 ? 1 : -1));

describe("a mean", () => {
  test("passes within four standard errors or so, and fails beyond", () => {
    const { tolerance, observed, interval } = meanFinding("q", "u", 10, values);
    expect(observed).toBe(10);
    expect(tolerance / (1.00504 / 10)).toBeCloseTo(4.06, 1);
    expect(interval![1] - 10).toBeCloseTo(0.2, 2);
    expect(meanFinding("q", "u", 10.4, values).pass).toBe(true);
    expect(meanFinding("q", "u", 10.42, values).pass).toBe(false);
  });

  test("may lie beyond a bound by chance only", () => {
    expect(meanFinding("q", "u", 10.3, values, "at least").pass).toBe(true);
    expect(meanFinding("q", "u", 10.5, values, "at least").pass).toBe(false);
    expect(meanFinding("q", "u", 3, values, "at least").pass).toBe(true);
    expect(meanFinding("q", "u", 9.5, values, "at most").pass).toBe(false);
  });

  test("of which a value is missing never passes", () => {
    expect(meanFinding("q", "u", 10, [...values, Number.NaN]).pass).toBe(false);
    expect(meanFinding("q", "u", 10, [10]).pass).toBe(false);
  });

  test("of several, the one that is furthest off by its own standard error decides", () => {
    const off = values.map((value) => value + 0.3);
    const far = values.map((value) => value + 0.6);
    expect(evenFinding("q", "u", 10, [values, off]).pass).toBe(true);
    const decisive = evenFinding("q", "u", 10, [values, far, off]);
    expect(decisive.pass).toBe(false);
    expect(decisive.observed).toBeCloseTo(10.6, 9);
    expect(evenFinding("q", "u", 10, [values, [...values, Number.NaN], off]).pass).toBe(false);
  });
});

test("what must be exact may be off by rounding, and is never right when it is no number", () => {
  expect(exactFinding("q", "u", 1, 1 + 1e-10, 1e-9).pass).toBe(true);
  expect(exactFinding("q", "u", 1, 1 + 1e-8, 1e-9).pass).toBe(false);
  expect(exactFinding("q", "u", 45, 45, 0).pass).toBe(true);
  expect(exactFinding("q", "u", 45, Number.NaN, 0).pass).toBe(false);
  expect(normalFinding("q", "u", 0, 3.8, 1).pass).toBe(true);
  expect(normalFinding("q", "u", 0, 4, 1).pass).toBe(false);
});

describe("samples", () => {
  const even = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);

  test("are compared with their distribution", () => {
    const right = distributionFinding("q", even, uniform(0, 1).cdf);
    expect(right.pass).toBe(true);
    expect(right.observed).toBeCloseTo(0.0005, 9);
    expect(
      distributionFinding(
        "q",
        even.map((u) => u * u),
        uniform(0, 1).cdf,
      ).pass,
    ).toBe(false);
  });

  test("as counts, with what is expected", () => {
    expect(countsFinding("q", [100, 105, 95, 100], () => 100).pass).toBe(true);
    expect(countsFinding("q", [100, 160, 40, 100], () => 100).pass).toBe(false);
    // Counts that are far too even are not random either.
    expect(countsFinding("q", new Array(5000).fill(100), () => 100).pass).toBe(false);
  });
});

test("distributions have the moments that they say", () => {
  for (const { cdf, mean, sd } of [uniform(1, 3), erlang(2, 3), lognormalWith(1, 0.5), standardNormal]) {
    let [m, m2] = [0, 0];
    const step = 0.001;
    for (let x = -8; x < 40; x += step) {
      const p = cdf(x + step) - cdf(x);
      m += p * (x + step / 2);
      m2 += p * (x + step / 2) ** 2;
    }
    expect(m).toBeCloseTo(mean, 3);
    expect(Math.sqrt(m2 - m * m)).toBeCloseTo(sd, 2);
  }
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
});

describe("in words", () => {
  test("numbers have four digits, a real minus, and powers of ten where they are small", () => {
    const cells = findingCells(exactFinding("q", "days", 0.485937, -0.0000123456, 1e-9));
    expect(cells).toEqual(["q (days)", "0.4859", "−1.235e−5", "–", "± 1e−9", "FAIL"]);
    expect(findingCells(exactFinding("q", "", 45, 45, 0))).toEqual(["q", "45", "45", "–", "exact", "pass"]);
    expect(findingCells(meanFinding("q", "u", 9, values, "at least"))[1]).toBe("at least 9");
    expect(findingCells(exactFinding("q", "", 1234567, Number.NaN, 0))[1]).toBe("1.235e6");
  });

  test("the verdict names what failed, and families keep the order of the list", () => {
    const result = (id: string, family: string, expected: number) => {
      const finding = exactFinding("q", "", expected, 1, 0);
      const words = { id, family, title: "t", reduction: "r", source: "s", settings: {} };
      return { ...words, findings: [finding], pass: finding.pass };
    };
    const results = [result("A", "one", 1), result("B", "two", 2), result("C", "one", 1)];
    expect(verdict(results)).toBe("3 checks, 3 comparisons: 1 check failed (B).");
    expect(verdict(results.slice(0, 1))).toBe("1 check, 1 comparison: every one passes.");
    expect(byFamily(results).map(([family, checks]) => [family, checks.length])).toEqual([
      ["one", 2],
      ["two", 1],
    ]);
  });
});
