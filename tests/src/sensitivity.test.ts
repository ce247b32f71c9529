/** What sensitivity analyses move, the arms they run, and what they make of the tables. */
import { describe, expect, test } from "vitest";
import { PARAMETERS, type ParameterRow, parameterById } from "../../sim/parameters";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { checkScenario, type Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import { quantileOf } from "../../sim/statistics/priors";
import { outputsOf, tooManyRuns } from "../../src/experiment/sensitivity";
import { selectParameters, unfitPoints } from "../../src/experiment/sensitivityInputs";
import {
  HIGH,
  LOW,
  morrisExperiment,
  morrisFindings,
  morrisPoints,
  mostInfluential,
} from "../../src/experiment/sensitivityMorris";
import { sobolExperiment, sobolFindings, sobolPoints } from "../../src/experiment/sensitivitySobol";

const scenario = (id: string, changes: Scenario["changes"] = {}): Scenario => ({
  ...{ id, name: id, question: "", changes, reasons: {}, timeline: [] },
});
const rowsOf = (...ids: string[]) => ids.map(parameterById);
const turnover = MEASURES[MEASURE_INDEX.get("turnoverRate")!];
/** A table of one measure: the value of each replication. */
function tableOf(values: readonly number[]): RunTable {
  const measures = new Float64Array(values.length * MEASURES.length);
  values.forEach((value, r) => {
    measures[r * MEASURES.length + MEASURE_INDEX.get("turnoverRate")!] = value;
  });
  return { replications: values.length, measures, weekly: null, weeks: 0 };
}
const [A, B, C] = ["exhaustion.gain", "exhaustion.recovery", "turnover.kB"];

describe("parameters that are moved", () => {
  test("assumptions by default: none that a scenario sets, nor shares of a list that it sets", () => {
    const base = scenario("base", { "services.shares.1": 0.4, "handover.warm": true });
    const other = { ...scenario("other"), timeline: [{ atWeek: 4, changes: { "holding.pReady": 0.5 } }] };
    const ids = selectParameters("assumptions", [base, other], []).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(50);
    for (const id of ids) expect(parameterById(id)).toMatchObject({ grade: "assumption" });
    expect(ids).toContain("patients.classShares.low");
    for (const id of ["services.shares.1", "services.shares.2", "holding.pReady", "run.years"]) {
      expect(ids).not.toContain(id);
    }
  });

  test("proxies too where all that is uncertain is asked for", () => {
    const ids = selectParameters("uncertain", [scenario("base")], []).map(({ id }) => id);
    const proxies = PARAMETERS.filter(
      ({ grade, distribution }) => grade === "proxy" && distribution !== "none",
    );
    expect(proxies.length).toBeGreaterThan(0);
    for (const { id } of proxies) expect(ids).toContain(id);
  });

  test("named ones in the order given, or every reason why not", () => {
    const base = scenario("base", { "services.shares.1": 0.4, [A]: 0.02 });
    const problems: string[] = [];
    const named = [B, A, "run.years", "exhaustion.gian", B, "services.shares.2"];
    expect(selectParameters(named, [base], problems).map(({ id }) => id)).toEqual([B]);
    expect(problems).toEqual([
      `${A} cannot be moved, since base sets ${A}: what a scenario sets is a decision, not a doubt.`,
      expect.stringMatching(/^run\.years is a decision, not an estimate, and has no evidence distribution/),
      '"exhaustion.gian" is not a parameter; did you mean "exhaustion.gain"?',
      `${B} is named twice; name it once.`,
      "services.shares.2 cannot be moved, since base sets services.shares.1: what a scenario sets is a decision, not a doubt.",
    ]);
  });
});

describe("arms", () => {
  const request = {
    ...{ scenarios: [scenario("base"), scenario("policy", { "handover.warm": true })], trajectories: 3 },
    ...{ rows: rowsOf(A, B, "patients.classShares.low"), seed: "s", replications: 2 },
  };

  test("of a screening: both scenarios with the same values, one parameter after the other", () => {
    const { scenarios } = morrisExperiment(request);
    expect(scenarios).toHaveLength(2 * morrisPoints(request));
    expect(scenarios.slice(0, 3).map(({ id }) => id)).toEqual(["base-t1-1", "policy-t1-1", "base-t1-2"]);
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (let i = 0; i < scenarios.length; i += 2) {
      expect(scenarios[i + 1].changes).toEqual({ ...scenarios[i].changes, "handover.warm": true });
      expect(checkScenario(scenarios[i].changes)).toEqual([]);
    }
    const ends = [LOW, HIGH].map((u) => Number(quantileOf(parameterById(A), u)));
    const values = scenarios.map(({ changes }) => Number(changes[A]));
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(ends[0] - 1e-12);
      expect(value).toBeLessThanOrEqual(ends[1] + 1e-12);
    }
    expect(new Set(values).size).toBeGreaterThan(1);
  });

  test("of a variance-based analysis: A, B, and A with one column of B", () => {
    const small = { ...request, scenarios: [scenario("base")], rows: rowsOf(A, B), samples: 4 };
    const { scenarios } = sobolExperiment(small);
    expect(scenarios).toHaveLength(sobolPoints(small));
    const values = scenarios.map(({ changes }) => [changes[A], changes[B]]);
    const sample = (s: number) => values.slice(4 * s, 4 * s + 4);
    expect(sample(2)).toEqual(sample(0).map(([, b], i) => [sample(1)[i][0], b]));
    expect(sample(3)).toEqual(sample(0).map(([a], i) => [a, sample(1)[i][1]]));
  });

  test("whose values do not fit together are refused, with their number", () => {
    const base = scenario("base", { "exhaustion.burnoutOff": 0.6 });
    const { scenarios } = morrisExperiment({
      ...request,
      scenarios: [base],
      rows: rowsOf("exhaustion.burnoutOn"),
    });
    const [sentence, ...others] = unfitPoints(scenarios);
    expect(others).toEqual([]);
    expect(sentence).toMatch(
      /^In \d of 6 arms .*--parameters\)\. In the first, base-t\d-\d: .*must be below/,
    );
    expect(unfitPoints(morrisExperiment(request).scenarios)).toEqual([]);
  });

  test("beyond half a million runs are refused", () => {
    expect(tooManyRuns(1000, request)).toBeNull();
    expect(tooManyRuns(125_001, request)).toMatch("125,001 points, 500,004 runs in all; at most 500,000");
  });
});

test("the outputs of two scenarios are their difference, replication by replication", () => {
  const tables = [tableOf([1, 2]), tableOf([4, 8]), tableOf([0, 0]), tableOf([1, -1])];
  expect(outputsOf(tables, 2, turnover).map((values) => [...values])).toEqual([
    [3, 6],
    [1, -1],
  ]);
  expect(outputsOf(tables, 1, turnover)).toHaveLength(4);
});

describe("findings", () => {
  const request = { scenarios: [scenario("base")], rows: rowsOf(A, B, C), seed: "s", replications: 2 };
  /** The probability at which a parameter's value lies, by halving. */
  function probabilityOf(row: ParameterRow, value: number): number {
    let [low, high] = [0, 1];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (Number(quantileOf(row, middle)) < value) low = middle;
      else high = middle;
    }
    return high;
  }
  /** The tables of a function of the parameters' probabilities, with luck that all points share. */
  const tablesOf = (arms: readonly Scenario[], model: (u: readonly number[]) => number) =>
    arms.map(({ changes }) => {
      const u = request.rows.map((row) => probabilityOf(row, Number(changes[row.id])));
      return tableOf([model(u) - 5, model(u) + 5]);
    });

  test("of a screening: the size of a linear effect between the ends of the range, without chance", () => {
    const morris = { ...request, trajectories: 8 };
    const tables = tablesOf(morrisExperiment(morris).scenarios, ([a, b]) => 2 * a - b);
    const [{ parameters }] = morrisFindings(morris, tables, [turnover]);
    const span = HIGH - LOW;
    [2, -1, 0].forEach((slope, j) => {
      expect(parameters[j].effects.mu).toBeCloseTo(slope * span, 6);
      expect(parameters[j].effects.muStar).toBeCloseTo(Math.abs(slope) * span, 6);
      expect(parameters[j].chance).toBeCloseTo(0, 9);
    });
    const [finding] = morrisFindings(morris, tables, [turnover]);
    expect(mostInfluential([finding], 2).map(({ id }) => id)).toEqual([A, B]);
  });

  test("of a variance-based analysis: the shares of a sum", () => {
    const sobol = { ...request, samples: 400 };
    const tables = tablesOf(sobolExperiment(sobol).scenarios, ([a, b]) => 2 * a - b);
    const [{ parameters, variance, chanceShare, n }] = sobolFindings(sobol, tables, [turnover]);
    expect(n).toBe(400);
    expect(variance).toBeCloseTo(5 / 12, 1);
    expect(chanceShare).toBeCloseTo(0, 9);
    [0.8, 0.2, 0].forEach((share, j) => {
      const { index } = parameters[j];
      expect(index.firstCi95[0] - 0.02).toBeLessThanOrEqual(share);
      expect(index.firstCi95[1] + 0.02).toBeGreaterThanOrEqual(share);
      expect(Math.abs(index.total - share)).toBeLessThan(0.08);
    });
  });
});
