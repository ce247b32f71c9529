/** Proves the drills: what each shock changes and when, depth and recovery of known series, and the runs themselves. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../sim/batch";
import type { Params } from "../../sim/parameters";
import { WEEKLY } from "../../sim/record/weekly";
import { checkScenario, resolveStages, type Scenario, type TimelineEntry } from "../../sim/scenario";
import { wilson } from "../../sim/statistics/share";
import { type DrillRequest, drillExperiment, drillFindings } from "../../src/experiment/drill";
import { averageOf, departures, depthOf } from "../../src/experiment/drillDepth";
import { recoveryOf, recoveryTime } from "../../src/experiment/drillRecovery";
import {
  endOf,
  SHOCK_KINDS,
  SHOCKS,
  type Shock,
  shockProblems,
  struck,
} from "../../src/experiment/drillShocks";
import { runScenarios } from "../../src/experiment/runScenarios";
import { chances } from "../sim/support/chances";

const scenario = (changes: Scenario["changes"] = {}, timeline: readonly TimelineEntry[] = []): Scenario => ({
  ...{ id: "test", name: "Test", question: "", reasons: {} },
  ...{ changes, timeline },
});
const shockOf = (kind: Shock["kind"], own: Partial<Shock> = {}): Shock => {
  const { size, forWeeks } = SHOCKS[kind];
  return { kind, atWeek: 52, size, forWeeks, service: 1, ...own };
};
/** A value of the parameters in force in each of these weeks. */
function inWeeks(of: Scenario, shock: Shock, read: (params: Params) => unknown, weeks: number[]) {
  return weeks.map((week) => read(params(of, shock, week)));
}
function params(of: Scenario, shock: Shock, week: number) {
  const { changes, timeline } = struck(of, shock);
  return resolveStages(changes, timeline).findLast(({ fromDay }) => fromDay <= 5 * week)!.params;
}

describe("a shock changes the timeline", () => {
  test("for its time, and then back", () => {
    const weeks = [0, 51, 52, 64, 65, 200];
    const surge = shockOf("referral-surge", { size: 1.4 });
    expect(inWeeks(scenario(), surge, (p) => p.referral.multiplier, weeks)).toEqual([1, 1, 1.4, 1.4, 1, 1]);
    const closing = shockOf("service-closing", { service: 2, forWeeks: 13 });
    expect(
      inWeeks(scenario(), closing, (p) => p.services.places, weeks).map((places) => String(places)),
    ).toEqual(["39,48,51", "39,48,51", "39,0,51", "39,0,51", "39,48,51", "39,48,51"]);
    expect(endOf(surge)).toBe(65);
  });

  test("or for good", () => {
    const cut = shockOf("funding-cut", { size: 2, forWeeks: null });
    expect(inWeeks(scenario(), cut, (p) => p.team.linkWorkers, [51, 52, 259])).toEqual([7, 5, 5]);
    expect(endOf(cut)).toBe(52);
  });

  test("on top of what the scenario itself changes before, during, at the end of and after it", () => {
    const own = scenario({ "team.linkWorkers": 8 }, [
      { atWeek: 10, changes: { "team.linkWorkers": 9 } },
      { atWeek: 60, changes: { "team.linkWorkers": 6, "holding.policy": "recognised" } },
      { atWeek: 72, changes: { "team.linkWorkers": 7 } },
      { atWeek: 90, changes: { "team.linkWorkers": 5 } },
    ]);
    const cut = shockOf("funding-cut", { forWeeks: 20 });
    const weeks = [0, 10, 52, 60, 71, 72, 89, 90];
    expect(inWeeks(own, cut, (p) => p.team.linkWorkers, weeks)).toEqual([8, 9, 8, 5, 5, 7, 7, 5]);
    expect(inWeeks(own, cut, (p) => p.holding.policy, [59, 60])).toEqual(["unrecognised", "recognised"]);
  });

  test("to the people struck: so many more, for so long, from that week on", () => {
    const own = scenario({}, [{ atWeek: 20, changes: { "shock.sickness": 1, "shock.sicknessDays": 30 } }]);
    const sick = shockOf("sickness", { size: 2, forWeeks: 10 });
    expect(inWeeks(own, sick, (p) => p.shock.sickness, [19, 20, 52, 100])).toEqual([0, 1, 3, 3]);
    expect(inWeeks(own, sick, (p) => p.shock.sicknessDays, [20, 52])).toEqual([30, 50]);
    expect(inWeeks(own, shockOf("resignation"), (p) => p.shock.resignations, [51, 52, 259])).toEqual([
      0, 1, 1,
    ]);
  });

  test.each(SHOCK_KINDS)("%s gives a scenario that can be run, under a name of its own", (kind) => {
    const { id, changes, timeline } = struck(scenario(), shockOf(kind));
    expect(checkScenario(changes, timeline)).toEqual([]);
    expect(id).toMatch(/^test, .{10,}/);
    expect(shockProblems(scenario(), shockOf(kind))).toEqual([]);
  });
});

describe("a shock is refused", () => {
  test("where too little time is left to judge recovery", () => {
    const year = scenario({ "run.years": 1.5 });
    expect(shockProblems(year, shockOf("referral-surge"))).toEqual([]);
    expect(shockProblems(year, shockOf("referral-surge", { forWeeks: 14 }))).toEqual([
      "Referral surge strikes at week 52 and ends at week 66; the run has 78 weeks, of which at least 13 must follow to judge recovery.",
    ]);
  });

  test("where it needs more people, posts or referrals than there are", () => {
    const small = scenario({ "team.linkWorkers": 2 });
    expect(shockProblems(small, shockOf("funding-cut", { size: 2 }))).toEqual([
      "Funding cut is of 2 posts; test has 2 posts at week 52: at most 1 may go, so that one is left.",
    ]);
    expect(shockProblems(small, shockOf("resignation", { size: 3 }))[0]).toContain("at most 2 can be struck");
    expect(shockProblems(small, shockOf("sickness", { size: 2 }))).toEqual([]);
    const surge = shockProblems(
      scenario({ "referral.multiplier": 2 }),
      shockOf("referral-surge", { size: 2 }),
    );
    expect(surge).toHaveLength(1);
    expect(surge[0]).toMatch(/^Referral surge: .*referral\.multiplier is 4/);
  });
});

const series = (...rows: number[][]) => ({ weeks: rows[0].length, values: Float64Array.from(rows.flat()) });
const repeat = (value: number, times: number): number[] => new Array<number>(times).fill(value);

describe("depth", () => {
  test("is the largest mean departure in either direction, from the shock on", () => {
    const rise = [...repeat(9, 4), ...repeat(1, 4), ...repeat(2, 4), ...repeat(0, 8)];
    const fall = [...repeat(9, 4), ...repeat(1, 4), ...repeat(4, 4), ...repeat(0, 8)];
    expect(depthOf(series(rise, fall), 4)).toMatchObject({ week: 8, mean: 3, n: 2 });
    const [up, down] = [rise, fall].map((row) => row.map((x) => -x));
    expect(depthOf(series(up, down), 4)).toMatchObject({ week: 8, mean: -3 });
  });

  test("leaves weeks and futures without a value out", () => {
    const gaps = [...repeat(Number.NaN, 4), 6, Number.NaN, Number.NaN, 6];
    expect(depthOf(series(gaps, repeat(2, 8)), 0)).toMatchObject({ week: 4, mean: 4, n: 2 });
    expect(depthOf(series(repeat(Number.NaN, 4), repeat(2, 4)), 0)).toMatchObject({ mean: 2, n: 1 });
  });

  test("of noise alone is clear in about 1 of 20 drills at most, whatever week is picked", () => {
    const drills = 300;
    let clear = 0;
    for (let i = 0; i < drills; i++) {
      const next = chances(`noise ${i}`);
      const rows = Array.from({ length: 20 }, () => Array.from({ length: 80 }, () => next() + next() - 1));
      if (depthOf(series(...rows), 0).isClear) clear++;
    }
    expect(clear / drills).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / drills));
    expect(clear).toBeGreaterThan(0);
  });

  test("is clear where any period is, though the largest departure is not", () => {
    const rows = [-1, 0, 1].map((spread) => [...repeat(1, 4), ...repeat(2 + 9 * spread, 4)]);
    const found = depthOf(series(...rows), 0);
    expect(found).toMatchObject({ week: 4, mean: 2, isClear: true });
    expect(found.interval[0]).toBeLessThan(0);
    expect(depthOf(series(...rows.map((row) => row.slice(4))), 0).isClear).toBe(false);
  });

  test("departures are paired, and their average has an interval", () => {
    const departed = departures(series([1, 2], [3, Number.NaN]), series([2, 4], [6, 5]));
    expect(Array.from(departed.values)).toEqual([1, 2, 3, Number.NaN]);
    const { mean, give } = averageOf(departed);
    expect(mean).toEqual([2, 2]);
    // Two values, 1 apart from their mean: t(1) = 12.706, sd = √2.
    expect(give[0]).toBeCloseTo(12.706, 3);
    expect(give[1]).toBeNaN();
  });
});

describe("recovery", () => {
  const judging = { from: 10, direction: 1, tolerance: 0.5 } as const;

  test("is counted to the first week from which on every 13 weeks are within the tolerance", () => {
    const back = series([...repeat(1, 30), ...repeat(0, 40)]);
    // Of the 13 weeks from week 23 on, 7 are at 1: 0.54; from week 24 on 6: 0.46.
    expect(recoveryTime(back, 0, judging)).toBe(24 - 10);
    expect(recoveryTime(series(repeat(0.5, 70)), 0, judging)).toBe(0);
    expect(recoveryTime(series([...repeat(5, 9), ...repeat(0, 61)]), 0, judging)).toBe(0);
    expect(recoveryTime(series(repeat(0.6, 70)), 0, judging)).toBe(Number.POSITIVE_INFINITY);
  });

  test("is for good: a relapse counts, and one at the end is never", () => {
    const relapse = series([...repeat(1, 20), ...repeat(0, 20), ...repeat(1, 13), ...repeat(0, 30)]);
    expect(recoveryTime(relapse, 0, judging)).toBe(47 - 10);
    const late = series([...repeat(0, 60), ...repeat(1, 10)]);
    expect(recoveryTime(late, 0, judging)).toBe(Number.POSITIVE_INFINITY);
  });

  test("looks in the direction of the shock alone", () => {
    const better = series(repeat(-3, 70));
    expect(recoveryTime(better, 0, judging)).toBe(0);
    expect(recoveryTime(better, 0, { ...judging, direction: -1 })).toBe(Number.POSITIVE_INFINITY);
  });

  test("of many futures has a median, a range and a share that never come back", () => {
    const until = (week: number) => [...repeat(1, week), ...repeat(0, 80 - week)];
    const rows = [10, 20, 30, 40, 80].map(until);
    const found = recoveryOf(series(...rows), judging);
    expect(found).toMatchObject({ n: 5, median: 14, never: 0.2 });
    expect([found.p10, found.p90]).toEqual([0, Number.POSITIVE_INFINITY]);
    const many = recoveryOf(
      series(...Array.from({ length: 100 }, (_, i) => until(i < 60 ? 20 : 80))),
      judging,
    );
    // Ranks 40.2 and 60.8 of 100: the 41st future is back after 4 weeks, the 61st never.
    expect(many.medianInterval).toEqual([4, Number.POSITIVE_INFINITY]);
    expect(many.p90).toBe(Number.POSITIVE_INFINITY);
  });

  test("of an even number is never where half never recover, and none where nothing has a value", () => {
    const until = (week: number) => [...repeat(1, week), ...repeat(0, 80 - week)];
    expect(recoveryOf(series(...[10, 80].map(until)), judging).median).toBe(Number.POSITIVE_INFINITY);
    expect(recoveryOf(series(...[10, 10, 20, 80].map(until)), judging).median).toBe(4);
    const nothing = series(repeat(Number.NaN, 80));
    expect(recoveryTime(nothing, 0, judging)).toBeNaN();
    expect(recoveryOf(nothing, judging)).toMatchObject({ n: 0, median: Number.NaN, never: Number.NaN });
    expect(depthOf(nothing, 10)).toMatchObject({ n: 0, isClear: false });
  });

  test("Wilson's interval is the one that inverts the score test", () => {
    for (const [k, n] of [
      [0, 20],
      [7, 20],
      [20, 20],
      [13, 100],
    ]) {
      for (const end of wilson(k, n)) {
        if (end === 0 || end === 1) continue;
        expect((k / n - end) ** 2).toBeCloseTo((1.96 ** 2 * end * (1 - end)) / n, 12);
      }
    }
    expect(wilson(0, 20)[0]).toBe(0);
    expect(wilson(20, 20)[1]).toBe(1);
  });
});

test("before the shock nothing differs, and after it something does, in every drill", async () => {
  const short = scenario({ "run.years": 0.75, "run.warmUpYears": 0.2 });
  const at = { atWeek: 13, forWeeks: 5 };
  const shocks = SHOCK_KINDS.map((kind) =>
    shockOf(
      kind,
      kind === "resignation" ? { atWeek: 13 } : kind === "referral-surge" ? { ...at, size: 2 } : at,
    ),
  );
  const request: DrillRequest = {
    scenario: short,
    shocks,
    tolerances: { waitingList: 7 },
    seed: "s",
    replications: 3,
  };
  const experiment = drillExperiment(request);
  expect(new Set(experiment.scenarios.map(({ id }) => id)).size).toBe(6);
  const means = { runJob: async (job: Parameters<typeof runBatch>[0]) => runBatch(job), width: 1 };
  const tables = await runScenarios(experiment, means, new AbortController().signal);
  const [without, ...others] = tables;
  const until = (values: Float64Array, weeks: number) =>
    Array.from({ length: 3 * WEEKLY.length }, (_, i) => values.slice(i * weeks, i * weeks + 13));
  for (const struckTable of others) {
    expect(until(struckTable.weekly!, struckTable.weeks)).toEqual(until(without.weekly!, without.weeks));
    expect(struckTable.weekly).not.toEqual(without.weekly);
  }
  const findings = drillFindings(request, tables);
  expect(findings.map(({ from }) => from)).toEqual([18, 13, 18, 18, 18]);
  for (const { series: found } of findings) {
    expect(found.map(({ id }) => id)).toContain("waitingList");
    expect(found.find(({ id }) => id === "waitingList")!.tolerance).toBe(7);
    for (const { average } of found)
      for (const departure of average.mean.slice(0, 13)) expect(departure || 0).toBe(0);
  }
});
