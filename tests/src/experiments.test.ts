/** The page's experiments: whose turn the workers are, how long things take, and that answers are the command line's. */
import { describe, expect, test } from "vitest";
import { type Job, runBatch } from "../../sim/batch";
import { runScenarios } from "../../src/experiment/runScenarios";
import { sweepExperiment } from "../../src/experiment/sweep";
import { createExperiments } from "../../src/experiments";
import { Pace, workOf } from "../../src/pace";
import { Turns } from "../../src/turns";
import type { ExperimentProgress, SweepAsk } from "../../ui/experiments";

const short = { "run.years": 0.25, "run.warmUpYears": 0, "team.linkWorkers": 2 };
const scenario = { id: "short", name: "Short", question: "?", changes: short, reasons: {}, timeline: [] };
const ask: SweepAsk = {
  scenario,
  factors: [{ id: "team.linkWorkers", levels: [2, 3] }],
  seed: "test",
  replications: 3,
};
const runJob = async (job: Job, signal: AbortSignal) => {
  signal.throwIfAborted();
  await Promise.resolve();
  return runBatch(job);
};
const none = new AbortController().signal;

function workplace() {
  const [turns, pace] = [new Turns(), new Pace()];
  return { runJob: pace.timed(runJob), width: 2, turns, pace };
}

describe("turns", () => {
  test("what goes first holds the others up until it has settled, even badly", async () => {
    const turns = new Turns();
    const order: string[] = [];
    const first = turns.first(async () => {
      await Promise.resolve();
      order.push("first");
      throw new Error("failed");
    });
    const second = turns.free(none).then(() => order.push("second"));
    expect(turns.isTaken).toBe(true);
    await expect(first).rejects.toThrow("failed");
    await second;
    expect(order).toEqual(["first", "second"]);
  });

  test("waiting ends when it is aborted", async () => {
    const turns = new Turns();
    void turns.first(() => new Promise(() => {}));
    const stop = new AbortController();
    const waiting = turns.free(stop.signal);
    stop.abort(new Error("no longer wanted"));
    await expect(waiting).rejects.toThrow("no longer wanted");
  });
});

test("pace is learnt from what was run, and grows with period and team", async () => {
  const pace = new Pace();
  expect(pace.estimate(10, 1)).toBeNull();
  await pace.timed(runJob)(
    { changes: short, timeline: [], seed: "t", firstReplication: 0, replications: 2, weekly: false },
    none,
  );
  const one = pace.estimate(10, 1)!;
  expect(one).toBeGreaterThan(0);
  expect(pace.estimate(20, 1)).toBeCloseTo(2 * one);
  expect(pace.estimate(10, 2)).toBeCloseTo(one / 2);
  expect(workOf({ changes: { ...short, "team.linkWorkers": 9 } })).toBeGreaterThan(
    workOf({ changes: short }),
  );
});

describe("experiments for the page", () => {
  test("give what the command line gives", async () => {
    const { sweep } = createExperiments(workplace());
    const { points, tables } = await sweep.run(ask, () => {}, none);
    const { scenario, seed, replications, factors } = ask;
    const experiment = sweepExperiment({
      scenario,
      seed,
      replications,
      design: { kind: "full-factorial", factors },
    });
    const direct = await runScenarios(experiment, { runJob, width: 1 }, none);
    expect(tables.map(({ measures }) => [...measures])).toEqual(direct.map(({ measures }) => [...measures]));
    expect(points).toEqual([{ "team.linkWorkers": 2 }, { "team.linkWorkers": 3 }]);
  });

  test("the newest ends the one before, and both settle", async () => {
    const { sweep, drill } = createExperiments(workplace());
    const older = sweep.run(ask, () => {}, none);
    const shock = { kind: "resignation", atWeek: 0, size: 1, forWeeks: null, service: 1 };
    const newer = drill.run({ scenario, seed: "test", replications: 2, shock }, () => {}, none);
    await expect(older).rejects.toMatchObject({ name: "AbortError" });
    await expect(newer).resolves.toMatchObject({ words: "1 link worker gives notice", from: 0, until: 0 });
  });

  test("pause while the page's own answer is worked out, and then go on", async () => {
    const place = workplace();
    const { sweep } = createExperiments(place);
    let finish = () => {};
    void place.turns.first(() => new Promise<void>((resolve) => (finish = resolve)));
    const seen: ExperimentProgress[] = [];
    const answer = sweep.run(ask, (progress) => seen.push(progress), none);
    await Promise.resolve();
    expect(seen.at(-1)).toEqual({ done: 0, total: 6, paused: true });
    finish();
    await answer;
    expect(seen.at(-1)).toEqual({ done: 6, total: 6, paused: false });
  });

  test("say every problem, and how much there is to do, before anything is run", () => {
    const { sweep, staff, why, sensitivity, findOut, drill } = createExperiments(workplace());
    const size = { seed: "test", replications: 4 };
    expect(sweep.check(ask)).toMatchObject({ problems: [], runs: 6, atMost: false });
    const impossible = { measure: "connectedShare", relation: ">=", value: 1.2 } as const;
    expect(
      staff.check({ ...size, scenario, posts: [2], targets: [impossible], ofTen: 8 }).problems,
    ).toHaveLength(1);
    expect(
      staff.check({ ...size, scenario, posts: [2], targets: [{ ...impossible, value: 0.5 }], ofTen: 8 })
        .problems[0],
    ).toMatch(/^At most 4 futures for each team are too few/);
    expect(
      why.check({ ...size, base: scenario, other: scenario, by: "levers", orders: 6 }).problems[0],
    ).toContain("no difference to split");
    const moved = { ...size, scenarios: [scenario], parameters: ["exhaustion.gain"], trajectories: 3 };
    expect(sensitivity.check({ ...moved, method: "morris", samples: 0, top: null })).toMatchObject({
      problems: [],
      runs: 3 * 2 * 4,
    });
    expect(sensitivity.check({ ...moved, method: "sobol", samples: 8, top: null })).toMatchObject({
      runs: 8 * 3 * 4,
    });
    expect(
      sensitivity.check({ ...moved, parameters: [], method: "morris", samples: 0, top: null }).problems,
    ).toEqual(["Choose at least one parameter to move."]);
    expect(findOut.check({ ...moved, draws: 30 }).problems).toEqual([
      "A choice needs two scenarios: add one above.",
    ]);
    const shock = { kind: "sickness", atWeek: 900, size: 1, forWeeks: 4, service: 1 };
    expect(drill.check({ ...size, scenario, shock }).problems[0]).toContain("strikes at week 900");
  });
});
