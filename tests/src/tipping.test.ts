/** Tipping: arms, reductions and rules against cases made by hand, and the whole on a stand-in model. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../sim/batch";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { WEEKLY, WEEKLY_INDEX } from "../../sim/record/weekly";
import { checkScenario, resolveStages } from "../../sim/scenario";
import { decimals } from "../../src/experiment/decimals";
import { tipping } from "../../src/experiment/tipping";
import {
  allArms,
  DEMANDS,
  demandOf,
  departureArm,
  keyOf,
  PULSE,
  pulseArm,
  RAMP_STEPS,
  RAMP_YEARS,
  rampArm,
  remedyArm,
  startArm,
} from "../../src/experiment/tippingArms";
import { bimodality } from "../../src/experiment/tippingMixture";
import { runArms, type Series } from "../../src/experiment/tippingRuns";
import {
  aboutLine,
  fluctuation,
  lastYearMeans,
  meanOver,
  recoveryWeeks,
  totalOver,
  yearMeans,
} from "../../src/experiment/tippingSeries";
import { crossingOf } from "../../src/experiment/tippingSweep";
import type { RunJob } from "../../src/pool/runner";
import { fakeBatch } from "./fakeBatch";

const never = new AbortController().signal;
const series = (...rows: readonly (readonly number[])[]): Series => ({
  weeks: rows[0].length,
  values: Float64Array.from(rows.flat()),
});
const repeated = (value: number, times: number): number[] => new Array(times).fill(value);

describe("the arms", () => {
  test("are scenarios that can be run, each once", () => {
    const arms = allArms();
    for (const { changes, timeline } of arms) expect(checkScenario(changes, timeline)).toEqual([]);
    expect(new Set(arms.map(keyOf)).size).toBe(arms.length);
  });

  test("two starts differ in nothing but exhaustion on the first day", () => {
    const [good, bad] = (["good", "bad"] as const).map((start) =>
      resolveStages(startArm(start, {}).changes, []),
    );
    expect(good[0].params.exhaustion.atStart).toBeLessThan(bad[0].params.exhaustion.atStart);
    const { atStart: _, ...rest } = good[0].params.exhaustion;
    expect(bad[0].params).toMatchObject({ ...good[0].params, exhaustion: rest });
  });

  test("a pulse ends", () => {
    const { changes, timeline } = pulseArm(210, 13);
    const multipliers = resolveStages(changes, timeline).map(({ params }) => params.referral.multiplier);
    expect(multipliers).toEqual([1, 1, PULSE.multiplier, 1]);
  });

  test("a remedy comes at week 0, after a warm-up without it", () => {
    const { changes, timeline } = remedyArm(225, { "team.linkWorkers": 8 });
    const posts = resolveStages(changes, timeline).map(({ fromDay, params }) => [
      fromDay,
      params.team.linkWorkers,
    ]);
    expect(posts).toEqual([
      [Number.NEGATIVE_INFINITY, 7],
      [0, 8],
    ]);
  });

  test("a ramp rises and falls through the same steps, of whole weeks", () => {
    for (const years of RAMP_YEARS) {
      const { changes, timeline } = rampArm(years);
      const levels = resolveStages(changes, timeline)
        .slice(1)
        .map(({ params }) => params.referral.multiplier);
      expect(levels).toEqual(RAMP_STEPS);
      expect(levels.toReversed()).toEqual(levels);
      expect(timeline.every(({ atWeek }) => Number.isInteger(atWeek) && atWeek < years * 52)).toBe(true);
    }
  });

  test("a forced departure leaves the posts as they were", () => {
    const { changes, timeline } = departureArm(130, true);
    const posts = resolveStages(changes, timeline).map(({ params }) => params.team.linkWorkers);
    expect(posts.slice(-3)).toEqual([7, 6, 7]);
  });
});

describe("series", () => {
  const two = series([0, 1, Number.NaN, 3], [4, 4, 4, 4]);

  test("means leave out weeks without a value, and totals add", () => {
    expect(meanOver(two, 0, 0, 4)).toBeCloseTo(4 / 3, 12);
    expect(meanOver(two, 0, 2, 3)).toBeNaN();
    expect(totalOver(two, 1, 1, 9)).toBe(12);
  });

  test("years are of 52 weeks, and the last one is at the end", () => {
    const years = series([...repeated(0.1, 52), ...repeated(0.5, 52)]);
    expect(yearMeans(years, 1)[0]).toBeCloseTo(0.1, 12);
    expect(lastYearMeans(years)[0]).toBeCloseTo(0.5, 12);
  });
});

describe("recovery", () => {
  test("is in the first week from which half a year holds at most a quarter", () => {
    const burnt = series([...repeated(1, 30), ...repeated(0, 60)]);
    // 26 weeks from week w on hold 30 − w burnt-out ones: at most 6.5 of them from week 24 on.
    expect(recoveryWeeks(burnt, 0)).toBe(24);
  });

  test("is infinite for a team that stays burnt out, and not a number for one that never was", () => {
    expect(recoveryWeeks(series(repeated(0.8, 60)), 0)).toBe(Number.POSITIVE_INFINITY);
    expect(recoveryWeeks(series(repeated(0.2, 60)), 0)).toBeNaN();
  });

  test("a short good spell is none", () => {
    const spell = series([...repeated(1, 20), ...repeated(0, 15), ...repeated(1, 40)]);
    expect(recoveryWeeks(spell, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("fluctuations", () => {
  test("of a straight line are none", () => {
    expect(aboutLine(Float64Array.from({ length: 26 }, (_, t) => 0.1 + 0.01 * t)).sd).toBeLessThan(1e-12);
  });

  test("that alternate are unlike the week before, slow ones like it", () => {
    expect(aboutLine(Float64Array.from({ length: 26 }, (_, t) => t % 2)).memory).toBeLessThan(-0.9);
    const slow = Float64Array.from({ length: 26 }, (_, t) => Math.sin((2 * Math.PI * t) / 26));
    expect(aboutLine(slow).memory).toBeGreaterThan(0.7);
  });

  test("are taken in half-years in which the team is well throughout, and in no others", () => {
    const well = Array.from({ length: 26 }, (_, t) => 0.2 + 0.01 * (t % 2));
    const worn = Array.from({ length: 26 }, (_, t) => 0.44 + 0.2 * (t % 2));
    expect(fluctuation(series([...well, ...worn]), 0)).toEqual(fluctuation(series(well), 0));
    expect(fluctuation(series(worn), 0).sd).toBeNaN();
  });
});

describe("two kinds of futures", () => {
  const bell = (middle: number, spread: number, n: number): number[] =>
    Array.from({ length: n }, (_, i) => {
      const p = (i + 0.5) / n;
      return middle + spread * Math.log(p / (1 - p));
    });

  test("are seen where there are two, with their means and weights", () => {
    const found = bimodality([...bell(0.3, 0.02, 20), ...bell(0.8, 0.02, 40)])!;
    expect(found.bimodal).toBe(true);
    expect(found.parts[0].mean).toBeCloseTo(0.3, 1);
    expect(found.parts[1].mean).toBeCloseTo(0.8, 1);
    expect(found.parts[0].weight).toBeCloseTo(1 / 3, 2);
  });

  test("are not seen in one bell, in an even spread, or in one outlier", () => {
    expect(bimodality(bell(0.5, 0.05, 60))!.bimodal).toBe(false);
    expect(bimodality(Array.from({ length: 60 }, (_, i) => i / 60))!.bimodal).toBe(false);
    expect(bimodality([...bell(0.3, 0.02, 59), 0.9])!.bimodal).toBe(false);
  });

  test("are not judged from a handful", () => {
    expect(bimodality([0.1, 0.9, 0.1, 0.9])).toBeNull();
  });
});

test("a crossing lies in a straight line between neighbours, or nowhere", () => {
  expect(crossingOf([1, 2, 3], [0, 0.2, 0.8], 0.5)).toBeCloseTo(2.5, 12);
  expect(crossingOf([1, 2, 3], [0.9, 0.6, 0.1], 0.5)).toBeCloseTo(2.2, 12);
  expect(crossingOf([1, 2, 3], [0, 0.2, 0.4], 0.5)).toBeNull();
});

test("numbers for reading have no minus before a zero", () => {
  expect([-0.004, -0.006, 0.5, Number.NaN].map((value) => decimals(value, 2))).toEqual([
    "0.00",
    "−0.01",
    "0.50",
    "–",
  ]);
});

/** How a team of the stand-in ends: burnt out or well. */
type Ending = (referrals: number, worn: boolean, luck: number) => number;

/**
 * A stand-in for the model: mean exhaustion and the burnt-out share go from the start's value to that of the ending
 * within the first year, and stay there but for a small wobble.
 */
const standIn =
  (ending: Ending): RunJob =>
  async (job) => {
    const stages = resolveStages(job.changes, job.timeline);
    const { referral, run, exhaustion } = stages[1].params;
    const weeks = run.years * 52;
    const weekly = new Float64Array(job.replications * WEEKLY.length * weeks);
    const measures = new Float64Array(job.replications * MEASURES.length).fill(1);
    for (let r = 0; r < job.replications; r++) {
      const replication = job.firstReplication + r;
      const luck = ((replication * 8) % 25) / 25;
      const worn = exhaustion.atStart > 0.5;
      const end = ending(referral.perWtePerYear, worn, luck);
      const put = (id: string, of: (week: number) => number) => {
        for (let week = 0; week < weeks; week++)
          weekly[(r * WEEKLY.length + WEEKLY_INDEX.get(id)!) * weeks + week] = of(week);
      };
      put("burnoutPrevalence", (week) => (week < 52 && worn ? 1 : end));
      put(
        "exhaustionMean",
        (week) => 0.2 + 0.6 * end + 0.01 * luck + 0.001 * Math.sin(week * (1 + replication)),
      );
      put("leavers", () => 0);
      measures[r * MEASURES.length + MEASURE_INDEX.get("contactHours")!] = 30 * referral.perWtePerYear;
    }
    const { firstReplication, replications } = job;
    return { firstReplication, replications, measures, weekly, weeks, events: 0 };
  };

/** Everybody ends burnt out from a demand on that is lower for a worn team; in between by luck. */
const metastable: Ending = (referrals, worn, luck) => {
  const chance = referrals <= 195 ? 0 : referrals >= 240 ? 1 : worn ? 0.8 : 0.3;
  return luck < chance ? 0.9 : 0;
};
const verdictOf = (result: Awaited<ReturnType<typeof tipping>>, name: string): string =>
  result.phenomena.find((p) => p.name.includes(name))!.verdict;

describe("tipping of a stand-in", () => {
  const plan = { replications: 25, seed: "test" };

  test("with two lasting states is seen for what it is", async () => {
    const result = await tipping(plan, { runJob: standIn(metastable), width: 2 }, never);
    const [referrals] = result.sweeps;
    expect(referrals.rows.map(({ level }) => level)).toEqual([...DEMANDS]);
    expect(referrals.rows.at(-1)!.good.mean).toBeCloseTo(0.9, 6);
    expect(referrals.half.good!).toBeGreaterThan(225);
    expect(referrals.half.bad!).toBeLessThan(210);
    expect(verdictOf(result, "Tipping as referrals rise")).toBe("seen");
    expect(verdictOf(result, "Path dependence")).toBe("seen");
    expect(verdictOf(result, "Two kinds of futures")).toBe("seen");
    expect(result.distribution[0].tenths.reduce((a, b) => a + b, 0)).toBe(25);
  });

  test("without any difference shows nothing", async () => {
    const result = await tipping(plan, { runJob: standIn(() => 0), width: 2 }, never);
    const staged = result.phenomena.filter(({ verdict }) => verdict === "seen").map(({ name }) => name);
    expect(staged).toEqual([]);
    expect(result.recovery.every(({ burntOut, medianWeeks }) => burntOut === 25 && medianWeeks < 52)).toBe(
      true,
    );
  });

  test("that only turns on the demand has no memory", async () => {
    const result = await tipping(
      plan,
      { runJob: standIn((referrals) => (referrals > 210 ? 0.9 : 0)), width: 2 },
      never,
    );
    expect(verdictOf(result, "Tipping as referrals rise")).toBe("seen");
    expect(verdictOf(result, "Path dependence")).toBe("not seen");
    expect(verdictOf(result, "Hysteresis loop")).toBe("not seen");
  });

  test("does not depend on the number of workers, and counts what it runs", async () => {
    const small = { replications: 5, seed: "test" };
    const results = await Promise.all(
      [1, 2, 7].map(async (width) => {
        let last = { done: 0, total: 1 };
        const runJob: RunJob = async (job) => fakeBatch(job);
        const result = await tipping(small, { runJob, width }, never, (progress) => {
          last = progress;
        });
        expect(last).toEqual({ done: 5 * allArms().length, total: 5 * allArms().length });
        return JSON.stringify(result);
      }),
    );
    expect(results[1]).toBe(results[0]);
    expect(results[2]).toBe(results[0]);
  });

  test("ends when it is cancelled", async () => {
    const cancel = new AbortController();
    const runJob: RunJob = async (job) => {
      cancel.abort(new Error("enough"));
      return fakeBatch(job);
    };
    await expect(tipping(plan, { runJob, width: 2 }, cancel.signal)).rejects.toThrow("enough");
  });
});

test("the model itself: worn out by far too many referrals, and well with few", async () => {
  const changes = { "run.years": 1, "run.warmUpYears": 1 };
  const arms = [180, 250].map((referrals) => startArm("bad", { ...changes, ...demandOf(referrals) }));
  const runJob: RunJob = async (job) => runBatch(job);
  const outcomes = await runArms(
    arms,
    { replications: 4, seed: "test" },
    { runJob, width: 1 },
    never,
    () => {},
  );
  const [few, many] = arms.map((arm) => lastYearMeans(outcomes(arm).exhaustion).reduce((a, b) => a + b) / 4);
  expect(many).toBeGreaterThan(few + 0.1);
  expect(() => outcomes(startArm("good", {}))).toThrow("This setting was not run");
});
