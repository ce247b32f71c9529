/** The page's simulator: only the latest request is heard. */
import { describe, expect, test } from "vitest";
import type { Batch, Job } from "../../sim/batch";
import { fingerprint } from "../../src/experiment/fingerprint";
import { readLibrary } from "../../src/library";
import { createSimulator } from "../../src/simulator";
import { FIRST_PICTURE } from "../../ui/running";
import type { RunUpdate } from "../../ui/simulator";
import { fakeBatch } from "./fakeBatch";

const scenarios = readLibrary().slice(0, 2);
const request = { scenarios, seed: "holdfast", replications: 10 };
const never = () => new AbortController().signal;

/** A pool that answers in time, counts what it was asked, and heeds an abort. */
function slowPool(onReplaced?: string) {
  const seeds: string[] = [];
  const run = (job: Job, signal: AbortSignal, notice: (text: string) => void = () => {}) =>
    new Promise<Batch>((resolve, reject) => {
      seeds.push(job.seed);
      signal.addEventListener("abort", () => reject(signal.reason));
      if (onReplaced && job.firstReplication === 2) notice(onReplaced);
      setTimeout(() => resolve(fakeBatch(job)), 2);
    });
  return { pool: { run, size: 2 }, seeds };
}

describe("a request", () => {
  test("is answered with tables, fingerprints and its run number", async () => {
    const simulator = createSimulator(slowPool().pool);
    const updates: RunUpdate[] = [];
    const outcome = await simulator.run(request, (update) => updates.push(update), never());
    expect(outcome.tables.map(({ replications }) => replications)).toEqual([10, 10]);
    expect(outcome.fingerprints).toEqual(
      outcome.tables.map(({ measures }, s) =>
        fingerprint({ scenario: scenarios[s], seed: "holdfast", replications: 10, measures }),
      ),
    );
    expect(new Set(updates.map(({ runNumber }) => runNumber))).toEqual(new Set([outcome.runNumber]));
    expect(updates.at(-1)).toMatchObject({ done: 20, total: 20 });
    expect(outcome.tables[0].weekly).not.toBeNull();
    expect(simulator.workers).toBe(2);
  });

  test("passes on what happened to workers", async () => {
    const simulator = createSimulator(slowPool("A worker was replaced.").pool);
    const updates: RunUpdate[] = [];
    const { notices } = await simulator.run(request, (update) => updates.push(update), never());
    expect(notices).toEqual(["A worker was replaced.", "A worker was replaced."]);
    expect(updates[0].notices).toEqual([]);
    expect(updates.at(-1)?.notices).toEqual(notices);
  });

  test("that is aborted is rejected with an AbortError", async () => {
    const simulator = createSimulator(slowPool().pool);
    const cancel = new AbortController();
    const outcome = simulator.run(request, () => cancel.abort(), cancel.signal);
    await expect(outcome).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the first request of all", () => {
  test("has its first picture from half of the workers, and the rest from all; later ones from all", async () => {
    let busy = 0;
    const most: { replication: number; busy: number }[] = [];
    const run = async (job: Job) => {
      busy++;
      most.push({ replication: job.firstReplication, busy });
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy--;
      return fakeBatch(job);
    };
    const simulator = createSimulator({ run, size: 4 }, FIRST_PICTURE);
    const mostOf = (isWanted: (replication: number) => boolean) =>
      Math.max(...most.filter(({ replication }) => isWanted(replication)).map((one) => one.busy));
    const updates: RunUpdate[] = [];
    await simulator.run({ ...request, replications: 40 }, (update) => updates.push(update), never());
    expect(mostOf((replication) => replication < FIRST_PICTURE)).toBe(2);
    expect(mostOf((replication) => replication >= FIRST_PICTURE)).toBe(4);
    expect(new Set(updates.map(({ total }) => total))).toEqual(new Set([80]));
    most.length = 0;
    await simulator.run({ ...request, seed: "other", replications: 40 }, () => {}, never());
    expect(mostOf((replication) => replication < FIRST_PICTURE)).toBe(4);
  });
});

describe("a newer request", () => {
  test("ends the older one, of which nothing is heard any more", async () => {
    const { pool, seeds } = slowPool();
    const simulator = createSimulator(pool);
    const heard: number[] = [];
    const hear = ({ runNumber }: RunUpdate) => heard.push(runNumber);
    const older = simulator.run({ ...request, seed: "older" }, hear, never());
    const newer = simulator.run({ ...request, seed: "newer" }, hear, never());
    await expect(older).rejects.toMatchObject({ name: "AbortError" });
    const outcome = await newer;
    expect(new Set(heard)).toEqual(new Set([outcome.runNumber]));
    expect(seeds.filter((seed) => seed === "older").length).toBeLessThanOrEqual(2);
  });

  test("of many, only the last is answered", async () => {
    const simulator = createSimulator(slowPool().pool);
    let last = 0;
    const hear = ({ runNumber }: RunUpdate) => {
      expect(runNumber).toBeGreaterThanOrEqual(last);
      last = runNumber;
    };
    const all = Array.from({ length: 20 }, (_, i) =>
      simulator.run({ ...request, seed: `${i}` }, hear, never()),
    );
    const settled = await Promise.allSettled(all);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(settled.at(-1)?.status).toBe("fulfilled");
  });
});
