/** Evidence distributions: moments and ends against theory, and every row of the table. */
import { describe, expect, test } from "vitest";
import { PARAMETERS, type ParameterRow, parameterById } from "../../../sim/parameters";
import { checkScenario } from "../../../sim/scenario";
import { drawnChanges, priorProblem, quantileOf } from "../../../sim/statistics/priors";

const row = (facts: Partial<ParameterRow>): ParameterRow => ({
  ...parameterById("exhaustion.slowing"),
  limits: [-1e6, 1e6],
  ...facts,
});
/** Mean and variance by the midpoint rule over the quantile function. */
function moments(of: ParameterRow, points = 20_000): { mean: number; variance: number } {
  const values = Array.from({ length: points }, (_, i) => Number(quantileOf(of, (i + 0.5) / points)));
  const mean = values.reduce((a, b) => a + b, 0) / points;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / points };
}

describe("the distributions have the moments of theory", () => {
  test.each([
    ["Uniform(200, 250)", 225, 50 ** 2 / 12],
    ["Triangular(0, 1, 4)", 5 / 3, (0 + 1 + 16 - 0 - 0 - 4) / 18],
    ["Triangular(1, 1, 3)", 5 / 3, 4 / 18],
    ["Triangular(1, 3, 3)", 7 / 3, 4 / 18],
    ["Beta(11, 89)", 0.11, (11 * 89) / (100 ** 2 * 101)],
    ["Beta(2.5, 0.5)", 5 / 6, (2.5 * 0.5) / (9 * 4)],
  ])("%s", (distribution, mean, variance) => {
    const found = moments(row({ distribution }));
    expect(found.mean / mean).toBeCloseTo(1, 4);
    expect(found.variance / variance).toBeCloseTo(1, 2);
  });

  test("Beta(2, 1) is the square root of a uniform, and Beta(1, 3) one minus its cube root", () => {
    for (const u of [0.001, 0.2, 0.5, 0.93]) {
      expect(quantileOf(row({ distribution: "Beta(2, 1)" }), u)).toBeCloseTo(Math.sqrt(u), 12);
      expect(quantileOf(row({ distribution: "Beta(1, 3)" }), u)).toBeCloseTo(1 - Math.cbrt(1 - u), 12);
    }
  });

  test("ends and peak", () => {
    const ends = (distribution: string) => [0, 1].map((u) => quantileOf(row({ distribution }), u));
    expect(ends("Uniform(200, 250)")).toEqual([200, 250]);
    expect(ends("Triangular(0.1, 0.3, 0.5)")).toEqual([0.1, 0.5]);
    expect(ends("Beta(11, 89)")).toEqual([0, 1]);
    expect(quantileOf(row({ distribution: "Triangular(0.1, 0.3, 0.5)" }), 0.5)).toBeCloseTo(0.3, 12);
  });
});

describe("kinds of parameter", () => {
  test("integers are whole, with half a step's probability at the ends of a uniform", () => {
    const whole = row({ kind: "integer", distribution: "Uniform(1, 3)" });
    expect([0, 0.24, 0.26, 0.74, 0.76, 1].map((u) => quantileOf(whole, u))).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test("values stay within the limits", () => {
    expect(quantileOf(row({ distribution: "Uniform(0, 10)", limits: [2, 5] }), 1)).toBe(5);
  });

  test("switches and choices are equally likely in all values", () => {
    const times = (id: string) => {
      const counts = new Map<unknown, number>();
      for (let i = 0; i < 120; i++) {
        const value = quantileOf(parameterById(id), (i + 0.5) / 120);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts.values()];
    };
    expect(times("support.training")).toEqual([60, 60]);
    expect(times("holding.policy")).toEqual([30, 30, 30, 30]);
    expect(quantileOf(parameterById("holding.policy"), 1)).toBe("none");
  });

  test("every row with a distribution of its own is drawn within its limits", () => {
    const rows = PARAMETERS.filter(({ distribution }) => distribution !== "none");
    expect(rows.length).toBeGreaterThan(50);
    for (const of of rows) {
      expect(priorProblem(of)).toBeNull();
      const values = [0, 0.05, 0.5, 0.95, 1].map((u) => Number(quantileOf(of, u)));
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(values[0]).toBeGreaterThanOrEqual(of.limits[0]);
      expect(values[4]).toBeLessThanOrEqual(of.limits[1]);
    }
  });
});

describe("bad input", () => {
  test("rows without a distribution are refused by name", () => {
    expect(() => quantileOf(parameterById("run.years"), 0.5)).toThrow(
      /run\.years .*no evidence distribution/,
    );
    expect(priorProblem(parameterById("services.stayCv"))).toMatch(
      /^services\.stayCv has no evidence distribution/,
    );
  });

  test.each([
    "Normal(0, 1)",
    "Uniform(2, 1)",
    "Uniform(1)",
    "Uniform(1, 2, 3)",
    "Triangular(0, 2, 1)",
    "Beta(0, 1)",
    "Uniform(1, )",
    "toString(1, 2)",
  ])("%s is no distribution", (distribution) => {
    expect(priorProblem(row({ distribution }))).toContain(`"${distribution}"`);
    expect(() => quantileOf(row({ distribution }), 0.5)).toThrow("exhaustion.slowing");
  });

  test.each([-0.1, 1.1, Number.NaN])("%s is no probability", (u) => {
    expect(() => quantileOf(parameterById("exhaustion.slowing"), u)).toThrow("from 0 to 1");
  });
});

describe("drawn changes", () => {
  test("lie over the scenario's own", () => {
    const changes = { "team.linkWorkers": 8, "exhaustion.slowing": 0.1 };
    const drawn = drawnChanges(changes, [parameterById("exhaustion.slowing")], [1]);
    expect(drawn).toEqual({ "team.linkWorkers": 8, "exhaustion.slowing": 0.6 });
    expect(changes["exhaustion.slowing"]).toBe(0.1);
  });

  test("keep shares summing to 1, whichever of them are drawn", () => {
    const ids = ["patients.classShares.low", "services.shares.1", "services.shares.2", "services.shares.3"];
    const drawn = drawnChanges({ "patients.classShares.high": 0.25 }, ids.map(parameterById), [1, 1, 0, 0.5]);
    const total = ["low", "moderate", "high"].reduce(
      (sum, name) => sum + Number(drawn[`patients.classShares.${name}`]),
      0,
    );
    expect(total).toBeCloseTo(1, 12);
    expect(checkScenario(drawn)).toEqual([]);
    expect(drawn["patients.classShares.low"]).toBeCloseTo(0.4 / 1.1, 12);
  });
});
