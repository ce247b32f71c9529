/** What the page keeps of its runs, and the simulator that runs only what is missing. */
import { describe, expect, test } from "vitest";
import type { Job } from "../../sim/batch";
import { readLibrary } from "../../src/library";
import { ReplicationMemory } from "../../src/replicationMemory";
import { createSimulator } from "../../src/simulator";
import { fakeBatch } from "./fakeBatch";

const [base, other] = readLibrary();
const never = new AbortController().signal;

function pool() {
  const jobs: Job[] = [];
  const run = async (job: Job) => {
    jobs.push(job);
    return fakeBatch(job);
  };
  const count = () => jobs.reduce((sum, { replications }) => sum + replications, 0);
  return { pool: { run, size: 2 }, jobs, count };
}

const ask = { scenarios: [base, other], seed: "holdfast", replications: 20 };
const quiet = () => {};

describe("a simulator that remembers", () => {
  test("runs a scenario once, whatever it is called, and only the futures that are missing", async () => {
    const { pool: own, count } = pool();
    const simulator = createSimulator(own);
    const first = await simulator.run(ask, quiet, never);
    expect(count()).toBe(40);
    const renamed = { ...base, id: "copy", name: "A copy" };
    const second = await simulator.run({ ...ask, scenarios: [renamed, other, base] }, quiet, never);
    expect(count()).toBe(40);
    expect(second.tables[2].measures).toEqual(first.tables[0].measures);
    const more = await simulator.run({ ...ask, replications: 30 }, quiet, never);
    expect(count()).toBe(60);
    const fresh = await createSimulator(pool().pool).run({ ...ask, replications: 30 }, quiet, never);
    expect(more.tables).toEqual(fresh.tables);
    expect(more.fingerprints).toEqual(fresh.fingerprints);
    const fewer = await simulator.run({ ...ask, replications: 10 }, quiet, never);
    expect(fewer.tables.map(({ replications }) => replications)).toEqual([10, 10]);
    expect(count()).toBe(60);
  });

  test("takes nothing for known with another seed or timeline", async () => {
    const { pool: own, count } = pool();
    const simulator = createSimulator(own);
    await simulator.run(ask, quiet, never);
    await simulator.run({ ...ask, seed: "other" }, quiet, never);
    expect(count()).toBe(80);
    const later = { ...base, timeline: [{ atWeek: 1, changes: {} }] };
    await simulator.run({ ...ask, scenarios: [later] }, quiet, never);
    expect(count()).toBe(100);
  });

  test("goes on where a cancelled run was", async () => {
    const { pool: own, count, jobs } = pool();
    const simulator = createSimulator(own);
    const cancel = new AbortController();
    const half = () => {
      if (count() >= 20) cancel.abort();
    };
    await expect(simulator.run(ask, half, cancel.signal)).rejects.toMatchObject({ name: "AbortError" });
    await simulator.run(ask, quiet, never);
    const again = jobs.length - new Set(jobs.map((job) => JSON.stringify(job))).size;
    expect(again).toBeLessThanOrEqual(2); // those that were under way
  });

  test("runs until averages are precise, and says why it ended", async () => {
    const { pool: own } = pool();
    const request = { ...ask, replications: 200, precision: 0.1 };
    const totals: number[] = [];
    const outcome = await createSimulator(own).run(request, ({ total }) => totals.push(total), never);
    expect(outcome.stopped?.replications).toBe(outcome.tables[0].replications);
    expect(outcome.stopped?.replications).toBeGreaterThanOrEqual(30);
    expect(outcome.stopped?.widths).toHaveLength(10);
    expect(totals.every((total) => total <= 400)).toBe(true);
  });

  test("refuses to compare scenarios that begin in another state", () => {
    const { pool: own } = pool();
    const { unlike } = createSimulator(own);
    expect(unlike(ask)).toEqual([]);
    const worn = { ...other, name: "Worn out", changes: { ...other.changes, "exhaustion.atStart": 0.5 } };
    const [sentence, ...more] = unlike({ ...ask, scenarios: [base, worn] });
    expect(sentence).toContain("Worn out cannot be compared with");
    expect(sentence).toContain("exhaustion.atStart is 0.5");
    expect(more).toEqual([]);
  });

  test("draws inputs on request", async () => {
    const seen: number[] = [];
    const flat = fakeBatch({ ...base, seed: "s", firstReplication: 0, replications: 8, weekly: false });
    const run = async ({ firstReplication, replications }: Job) => {
      const measures = flat.measures.slice(0, (flat.measures.length * replications) / 8);
      return { ...flat, firstReplication, replications, measures };
    };
    const doubts = await createSimulator({ run, size: 2 }).doubt(ask, (done) => seen.push(done), never);
    expect(doubts.scenarios).toHaveLength(2);
    expect(doubts.scenarios[0].differences).toBeNull();
    expect(doubts.scenarios[1].differences?.get("leavers")?.n).toBe(doubts.draws);
    expect(seen.at(-1)).toBe(2 * doubts.draws * doubts.replications);
  });
});

describe("the memory", () => {
  test("drops the oldest of what is not wanted, and never what is", () => {
    const memory = new ReplicationMemory(10);
    const scenarios = [0, 1, 2].map((cap) => ({ changes: { "policy.caseloadCap": 30 + cap }, timeline: [] }));
    const fill = (s: number) => {
      const [collector] = memory.collectorsFor([scenarios[s]], "s", 8);
      const job = { ...scenarios[s], seed: "s", firstReplication: 0, replications: 8, weekly: true };
      if (collector.prefix === 0) collector.add(fakeBatch(job));
      return collector;
    };
    const first = fill(0);
    expect(fill(1).prefix).toBe(8);
    expect(fill(0)).toBe(first);
    fill(2);
    expect(memory.collectorsFor([scenarios[1]], "s", 8)[0].prefix).toBe(0);
  });
});
