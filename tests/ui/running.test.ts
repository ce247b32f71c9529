import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { futuresOf, startOf } from "../../ui/link";
import { createRuns, isWorthDrawing, PAUSE } from "../../ui/running";
import { MOST_FUTURES, PRECISION } from "../../ui/settings";
import type { RunRequest } from "../../ui/simulator";
import { createStore } from "../../ui/state";
import { handSimulator, scenario, table } from "./fakes";

const request = (seed: string): RunRequest => ({
  scenarios: [scenario("baseline")],
  seed,
  replications: 40,
});

/** Lets promises that are settled have their say. */
const settle = () => vi.advanceTimersByTimeAsync(0);

function setUp() {
  const simulator = handSimulator();
  const wanted = signal<RunRequest | null>(request("first"));
  const runs = createRuns(simulator, wanted, { now: () => 0, breathe: () => Promise.resolve() });
  return { simulator, wanted, runs };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("running what is asked for", () => {
  it("starts at once, shows a coarse picture, refines it, and finishes", async () => {
    const { simulator, runs } = setUp();
    const [call] = simulator.calls;
    const drawn = async (replications: number) => {
      call.update({ done: replications, tables: [table({ replications })] });
      await settle();
      return runs.shown.value?.futures;
    };
    expect(await drawn(3)).toBeUndefined();
    expect(await drawn(8)).toBe(8);
    expect(runs.shown.value?.complete).toBe(false);
    expect(await drawn(9)).toBe(8);
    expect(runs.status.value).toEqual({ kind: "running", done: 9, total: 40 });
    call.finish();
    await settle();
    expect(runs.shown.value?.complete).toBe(true);
    expect(runs.shown.value?.fingerprints).toEqual(["sha256:baseline"]);
    expect(runs.status.value.kind).toBe("done");
  });

  it("waits a moment after a change, and runs only the last of several", () => {
    const { simulator, wanted, runs } = setUp();
    wanted.value = request("second");
    vi.advanceTimersByTime(PAUSE - 1);
    wanted.value = request("third");
    expect(runs.status.value.kind).toBe("waiting");
    vi.advanceTimersByTime(PAUSE - 1);
    expect(simulator.calls).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(simulator.calls.map((call) => call.request.seed)).toEqual(["first", "third"]);
  });

  it("never shows an older answer, however late it comes", async () => {
    const { simulator, wanted, runs } = setUp();
    wanted.value = request("second");
    vi.advanceTimersByTime(PAUSE);
    const [first, second] = simulator.calls;
    expect(first.signal.aborted).toBe(true);
    second.finish();
    await settle();
    first.update({ done: 40, tables: [table({ replications: 40 })] });
    first.finish();
    await settle();
    expect(runs.shown.value?.request.seed).toBe("second");
    first.fail(new Error("late"));
    await settle();
    expect(runs.status.value.kind).toBe("done");
  });

  it("keeps the last results on cancelling, and runs again when asked", async () => {
    const { simulator, wanted, runs } = setUp();
    simulator.calls[0].finish();
    await settle();
    wanted.value = request("second");
    vi.advanceTimersByTime(PAUSE);
    runs.cancel();
    expect(simulator.calls[1].signal.aborted).toBe(true);
    expect(runs.status.value.kind).toBe("cancelled");
    expect(runs.shown.value?.request.seed).toBe("first");
    runs.run();
    simulator.calls[2].finish();
    await settle();
    expect(runs.shown.value?.request.seed).toBe("second");
  });

  it("keeps the last results on an error, and says what it was", async () => {
    const { simulator, wanted, runs } = setUp();
    simulator.calls[0].finish();
    await settle();
    wanted.value = request("second");
    vi.advanceTimersByTime(PAUSE);
    simulator.calls[1].fail(new Error("A worker failed twice."));
    await settle();
    expect(runs.status.value).toEqual({ kind: "failed", message: "A worker failed twice." });
    expect(runs.shown.value?.request.seed).toBe("first");
  });

  it("stops when there is nothing that can be run", () => {
    const { simulator, wanted, runs } = setUp();
    wanted.value = null;
    expect(simulator.calls[0].signal.aborted).toBe(true);
    expect(runs.status.value.kind).toBe("idle");
    runs.run();
    expect(simulator.calls).toHaveLength(1);
  });

  it("draws the last picture whatever came before it, and no coarser one afterwards", async () => {
    const { simulator, runs } = setUp();
    const [call] = simulator.calls;
    call.update({ done: 20, tables: [table({ replications: 20 })] });
    call.finish();
    await settle();
    await settle();
    expect(runs.shown.value?.futures).toBe(40);
    expect(runs.shown.value?.fingerprints).toEqual(["sha256:baseline"]);
  });

  it("ends a run with a precision when it is met, however few futures that took", async () => {
    const { simulator, wanted, runs } = setUp();
    wanted.value = { ...request("second"), replications: 1000, precision: 0.1 };
    vi.advanceTimersByTime(PAUSE);
    const [, call] = simulator.calls;
    call.update({ done: 30, tables: [table({ replications: 30 })] });
    await settle();
    expect(runs.shown.value?.complete).toBe(false);
    const stopped = { reason: "precise" as const, replications: 60, widths: [] };
    call.finish({ tables: [table({ replications: 60 })], stopped });
    await settle();
    expect(runs.shown.value?.complete).toBe(true);
    expect(runs.shown.value?.futures).toBe(60);
  });

  it("draws when there are twice as many, and always at the end", () => {
    expect([3, 4].map((n) => isWorthDrawing(n, 0, 100))).toEqual([false, true]);
    expect([23, 24].map((n) => isWorthDrawing(n, 8, 100))).toEqual([false, true]);
    expect(isWorthDrawing(100, 90, 100)).toBe(true);
    expect(isWorthDrawing(4, 0, 4)).toBe(true);
  });
});

describe("the store", () => {
  const library = [
    scenario("baseline"),
    scenario("holding-recognised", { changes: { "holding.policy": "recognised" } }),
  ];
  it("opens with the baseline and a policy, run until averages are precise", () => {
    const simulator = handSimulator();
    createStore({ simulator, library });
    expect(simulator.calls[0].request).toMatchObject({
      replications: MOST_FUTURES,
      precision: PRECISION,
      seed: "holdfast",
    });
    expect(simulator.calls[0].request.scenarios.map(({ id }) => id)).toEqual([
      "baseline",
      "holding-recognised",
    ]);
  });
  it("opens with as many futures as a link asks for, if they can be chosen", () => {
    expect(["?futures=30", "?futures=31", "?futures=", ""].map(futuresOf)).toEqual([
      30,
      undefined,
      undefined,
      undefined,
    ]);
    const simulator = handSimulator();
    createStore({ simulator, library }, startOf("?futures=30", "", library));
    expect(simulator.calls[0].request.replications).toBe(30);
  });
  it("marks results as out of date from the first change until they are replaced", async () => {
    const simulator = handSimulator();
    const store = createStore({ simulator, library });
    simulator.calls[0].finish();
    await settle();
    expect(store.isStale.value).toBe(false);
    store.setLever("team.linkWorkers", "8");
    expect(store.isStale.value).toBe(true);
    vi.advanceTimersByTime(PAUSE);
    simulator.calls[1].finish();
    await settle();
    expect(store.isStale.value).toBe(false);
    expect(store.shown.value?.scenarios.map(({ id }) => id)).toEqual([
      "baseline",
      "holding-recognised-changed",
    ]);
  });
  it("stays out of date, and runs nothing, while something typed is no value", async () => {
    const simulator = handSimulator();
    const store = createStore({ simulator, library });
    simulator.calls[0].finish();
    await settle();
    store.setLever("team.linkWorkers", "many");
    vi.advanceTimersByTime(PAUSE);
    expect(simulator.calls).toHaveLength(1);
    expect(store.isStale.value).toBe(true);
    store.undo();
    expect(store.isStale.value).toBe(false);
  });
  it("refuses an empty result code in a sentence", () => {
    const store = createStore({ simulator: handSimulator(), library });
    store.set({ seed: "  " });
    expect(store.seedProblem.value).toBe(
      "Repeatable result code is 0 characters long; it must be from 1 to 64 characters.",
    );
    expect(store.wanted.value).toBeNull();
  });
});
