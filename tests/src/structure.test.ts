/** The experiment behind `structure`: which policies, how rankings are compared, and the footing of the rules. */
import { describe, expect, test } from "vitest";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { runScenarios } from "../../src/experiment/runScenarios";
import {
  DEMANDS,
  measured,
  policiesOf,
  RULES,
  runStructure,
  underRule,
} from "../../src/experiment/structure";
import { findingsOf } from "../../src/experiment/structureFindings";
import { footing } from "../../src/experiment/structureFooting";
import { agreement, agreementByChance, kendallTau, ranks } from "../../src/experiment/structureRanking";
import { readLibrary } from "../../src/library";
import type { RunJob } from "../../src/pool/runner";
import { fakeBatch } from "./fakeBatch";

const never = new AbortController().signal;
const runJob: RunJob = async (job) => fakeBatch(job);
const library = readLibrary();

describe("policies", () => {
  const ids = policiesOf(library).map(({ id }) => id);

  test("are the scenarios that change levers for all of the recorded years", () => {
    expect(ids).toContain("holding-recognised");
    expect(ids).toContain("services-minus-20");
    // The baseline, under its own name and spelt out; another horizon; a change that is taken back.
    for (const id of ["baseline", "holding-unrecognised", "study-setting", "grant-ends-after-one-year"])
      expect(ids).not.toContain(id);
    expect(ids.length).toBeGreaterThanOrEqual(20);
  });
});

describe("Kendall's tau", () => {
  test("is 1 for the same order and −1 for the reverse", () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 21, 90])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
  });

  test("counts pairs: one swap of neighbours among four takes away a third", () => {
    expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
  });

  test("leaves out ties, as tau-b does", () => {
    expect(kendallTau([1, 2, 3], [1, 1, 2])).toBeCloseTo(2 / Math.sqrt(3 * 2), 12);
    expect(kendallTau([1, 2, 3], [5, 5, 5])).toBeNaN();
  });
});

describe("agreement", () => {
  /** Items around these means, with the same small luck in all of them and a little of their own. */
  const items = (...means: number[]) =>
    means.map((mean, i) =>
      Float64Array.from({ length: 40 }, (_, r) => mean + Math.sin(7 * r) + 0.01 * Math.sin((11 + i) * r + i)),
    );

  test("of a ranking with itself is complete", () => {
    const own = items(0.3, 0.1, 0.2);
    expect(agreement(own, own, "s")).toEqual({ tau: 1, tau95: [1, 1], swapped: [], clear: 3, kept: 3 });
    expect(ranks(own)).toEqual([3, 1, 2]);
  });

  test("names the pairs that swap, the lower in the first ranking first", () => {
    const { tau, swapped, clear, kept } = agreement(items(0.3, 0.1, 0.2), items(0.3, 0.2, 0.1), "s");
    expect(swapped).toEqual([[1, 2]]);
    expect({ clear, kept }).toEqual({ clear: 3, kept: 2 });
    expect(tau).toBeCloseTo(1 / 3, 12);
  });

  test("leaves open what is within the intervals", () => {
    const { swapped, clear, kept } = agreement(items(0.3, 0.1, 0.2), items(0.3, 0.2, 0.2), "s");
    expect({ swapped, clear, kept }).toEqual({ swapped: [], clear: 3, kept: 2 });
    expect(agreement(items(0.2, 0.2), items(0.1, 0.3), "s")).toMatchObject({ clear: 0, swapped: [] });
  });

  test("is interval-wise a matter of the seed, and chance alone lowers it", () => {
    const own = items(0.3, 0.3001, 0.2999, 0.1);
    const [low, high] = agreementByChance(own, "s");
    expect([low, high]).toEqual(agreementByChance(own, "s"));
    expect(low).toBeLessThan(1);
    expect(high).toBeLessThanOrEqual(1);
  });
});

describe("the runs", () => {
  const [baseline, ...others] = library;
  const request = {
    baseline,
    policies: policiesOf(others).slice(0, 3),
    rules: RULES,
    demands: DEMANDS,
    own: { energy: { "exhaustion.energyRecovery": 0.005 } },
    seed: "s",
    replications: 5,
  };

  test("give a cell for each demand and rule, the same whatever the number of workers", async () => {
    const cells = await runStructure(request, { runJob, width: 1 }, never);
    expect(cells).toEqual(await runStructure(request, { runJob, width: 3 }, never));
    expect(cells.map(({ rule, demand }) => `${rule} ${demand}`)).toEqual(
      DEMANDS.flatMap((demand) => RULES.map((rule) => `${rule} ${demand}`)),
    );
    for (const { turnover } of cells) expect(turnover.map(({ length }) => length)).toEqual([5, 5, 5, 5]);
  });

  test("are those of the policy with rule, demand and own settings laid over it", async () => {
    const cells = await runStructure(request, { runJob, width: 2 }, never);
    const [policy] = request.policies;
    const changes = { ...policy.changes, ...underRule("energy", 200, request.own) };
    expect(changes).toMatchObject({
      "exhaustion.rule": "energy",
      "referral.perWtePerYear": 200,
      "exhaustion.energyRecovery": 0.005,
    });
    const [table] = await runScenarios(
      { scenarios: [{ id: policy.id, changes, timeline: [] }], seed: "s", replications: 5, weekly: false },
      { runJob, width: 2 },
      never,
    );
    const cell = cells.find(({ rule, demand }) => rule === "energy" && demand === 200)!;
    expect(cell.turnover[1]).toEqual(measured(table, "turnoverRate"));
  });

  test("are compared with the default rule at the same demand", async () => {
    const findings = findingsOf(await runStructure(request, { runJob, width: 2 }, never), "s");
    expect(findings.map(({ demand }) => demand)).toEqual(DEMANDS);
    for (const { rules } of findings) {
      expect(rules.map(({ rule }) => rule)).toEqual(RULES);
      expect(rules.map((rule) => rule.agreement === null)).toEqual([true, false, false, false]);
      for (const rule of rules) {
        expect([...rule.ranks].sort()).toEqual([1, 2, 3, 4]);
        expect(rule.differences).toHaveLength(3);
      }
    }
  });
});

describe("the footing", () => {
  /** A model in which the burnt-out share is 0.3 by default and falls in a straight line with the spare parameter. */
  const straight: RunJob = async (job) => {
    const batch = fakeBatch(job);
    const { "exhaustion.averageThreshold": threshold, "exhaustion.energyRecovery": recovery } = job.changes;
    const share =
      threshold !== undefined
        ? 1.3 - Number(threshold)
        : recovery !== undefined
          ? 0.9 - 100 * Number(recovery)
          : 0.3;
    for (let r = 0; r < job.replications; r++)
      batch.measures[r * MEASURES.length + MEASURE_INDEX.get("burnoutPrevalence")!] = share;
    return batch;
  };

  test("is where as many are burnt out as under the default rule", async () => {
    const progress: number[] = [];
    const settings = await footing(
      { seed: "s", replications: 3 },
      { runJob: straight, width: 2 },
      never,
      ({ done, total }) => progress.push(done / total),
    );
    expect(Number(settings["moving-average"]["exhaustion.averageThreshold"])).toBeCloseTo(1, 2);
    expect(Number(settings.energy["exhaustion.energyRecovery"])).toBeCloseTo(0.006, 4);
    expect(progress[progress.length - 1]).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });
});
