/** Sobol' indices against functions whose indices are known, and what their intervals promise. */
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../../sim/statistics/latinHypercube";
import { type SobolIndex, saltelliDesign, sobolIndices } from "../../../sim/statistics/sobol";

type Model = (x: readonly number[]) => number;
function indicesOf(model: Model, points: readonly (readonly number[])[], resamples = 200) {
  const { a, b, mixed } = saltelliDesign(points);
  const outputs = { a: a.map(model), b: b.map(model), mixed: mixed.map((sample) => sample.map(model)) };
  return sobolIndices(outputs, { resamples, seed: "sobol" });
}
/** An estimate lies within four standard errors of the truth, the standard error being taken from its interval. */
function expectKnown(
  { first, firstCi95, total, totalCi95 }: SobolIndex,
  known: readonly [number, number],
): void {
  const error = ([low, high]: readonly [number, number]) => (high - low) / (2 * 1.96);
  expect(error(firstCi95)).toBeLessThan(0.03);
  expect(error(totalCi95)).toBeLessThan(0.03);
  expect(Math.abs(first - known[0])).toBeLessThanOrEqual(4 * error(firstCi95) + 1e-12);
  expect(Math.abs(total - known[1])).toBeLessThanOrEqual(4 * error(totalCi95) + 1e-12);
}

describe("known indices", () => {
  test("Ishigami (Ishigami and Homma 1990), a = 7 and b = 0.1", () => {
    const [a, b] = [7, 0.1];
    const model: Model = (u) => {
      const [x, y, z] = u.map((v) => Math.PI * (2 * v - 1));
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    };
    const found = indicesOf(model, latinHypercube(4096, 6, "ishigami"));
    const v1 = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
    const v2 = a ** 2 / 8;
    const v13 = (8 * b ** 2 * Math.PI ** 8) / 225;
    const all = v1 + v2 + v13;
    expectKnown(found.indices[0], [v1 / all, (v1 + v13) / all]);
    expectKnown(found.indices[1], [v2 / all, v2 / all]);
    expectKnown(found.indices[2], [0, v13 / all]);
    expect(found.variance / all).toBeCloseTo(1, 1);
  });

  test("Sobol' G (Saltelli and Sobol' 1995)", () => {
    const a = [0, 1, 4.5, 9, 99, 99];
    const model: Model = (u) =>
      u.reduce((product, x, i) => (product * (Math.abs(4 * x - 2) + a[i])) / (1 + a[i]), 1);
    const found = indicesOf(model, latinHypercube(4096, 12, "g"));
    const parts = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
    const product = parts.reduce((p, v) => p * (1 + v), 1);
    parts.forEach((v, i) => {
      expectKnown(found.indices[i], [v / (product - 1), (v * product) / (1 + v) / (product - 1)]);
    });
  });

  test("a parameter without effect has indices of exactly zero, wherever the output lies", () => {
    const { indices } = indicesOf(([x]) => 1e6 + x, latinHypercube(64, 4, "inert"));
    expect(indices[1]).toEqual({ first: 0, total: 0, firstCi95: [0, 0], totalCi95: [0, 0] });
    expect(indices[0].total).toBeGreaterThan(0.5);
  });
});

test("intervals cover the truth about as often as they say", () => {
  // x + 2y with independent uniforms: shares of 1/5 and 4/5, first and total alike.
  const studies = 200;
  const covered = [0, 0, 0, 0];
  for (let study = 0; study < studies; study++) {
    const random = seedrandom.alea(`study ${study}`);
    const points = Array.from({ length: 100 }, () => Array.from({ length: 4 }, () => random()));
    indicesOf(([x, y]) => x + 2 * y, points, 200).indices.forEach(({ firstCi95, totalCi95 }, i) => {
      [firstCi95, totalCi95].forEach(([low, high], order) => {
        if (low <= [0.2, 0.8][i] && [0.2, 0.8][i] <= high) covered[2 * i + order]++;
      });
    });
  }
  // Standard error of a share: √(0.95 · 0.05 / 200) = 0.0154; percentile intervals of 100 rows cover a little less.
  for (const count of covered) expect(count / studies).toBeGreaterThan(0.95 - 4 * 0.0154);
  expect(Math.min(...covered)).toBeLessThan(studies);
});

describe("what cannot be computed", () => {
  const points = latinHypercube(40, 4, "gaps");

  test("rows that lack an output are left out, and counted", () => {
    const whole = indicesOf(([x]) => x, points.slice(1));
    const gap = indicesOf(
      (u) => (u[0] === points[0][0] && u[1] === points[0][1] ? Number.NaN : u[0]),
      points,
    );
    expect(gap).toEqual(whole);
    expect(gap.n).toBe(39);
  });

  test("an output that does not vary has no indices", () => {
    const { variance, indices } = indicesOf(() => 3, points);
    expect(variance).toBe(0);
    expect(indices[0].first).toBeNaN();
    expect(indices[0].totalCi95[1]).toBeNaN();
  });

  test("designs and outputs that do not match are refused", () => {
    expect(() => saltelliDesign([[0.1, 0.2, 0.3]])).toThrow("two coordinates a parameter");
    expect(() =>
      sobolIndices({ a: [1, 2], b: [1, 2], mixed: [[1, 2], [1]] }, { resamples: 2, seed: "s" }),
    ).toThrow("2 against 1");
  });
});
