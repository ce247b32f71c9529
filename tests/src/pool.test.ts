/** The pool: every call settles, whatever happens to the workers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { Batch, Job } from "../../sim/batch";
import { nodeRunner } from "../../src/pool/nodeRunner";
import type { Runner, StartRunner } from "../../src/pool/runner";
import { WorkerPool } from "../../src/pool/workerPool";
import { fakeBatch } from "./fakeBatch";

const job = (seed = "answer", firstReplication = 0): Job => ({
  changes: {},
  timeline: [],
  seed,
  firstReplication,
  replications: 2,
  weekly: false,
});
const never = new AbortController().signal;

/** Workers under the test's control: each waits until it is told to answer, to stop or to throw. */
function puppets() {
  const all: Puppet[] = [];
  const start: StartRunner = (onStopped) => {
    const puppet: Puppet = { onStopped, terminated: false, jobs: [], answer: () => {}, throw: () => {} };
    all.push(puppet);
    const runner: Runner = {
      run: (asked) => {
        puppet.jobs.push(asked);
        return new Promise<Batch>((resolve, reject) => {
          puppet.answer = () => resolve(fakeBatch(asked));
          puppet.throw = reject;
        });
      },
      verify: () => Promise.reject(new Error("no check was asked for")),
      story: () => Promise.reject(new Error("no story was asked for")),
      cohort: () => Promise.reject(new Error("no cohort was asked for")),
      terminate: () => {
        puppet.terminated = true;
      },
    };
    return runner;
  };
  return { all, start };
}
interface Puppet {
  readonly onStopped: (cause: string) => void;
  terminated: boolean;
  readonly jobs: Job[];
  answer: () => void;
  throw: (error: Error) => void;
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("with workers under control", () => {
  test("starts no more workers than its size and uses them again", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 2);
    const answers = [0, 2, 4, 6, 8].map((first) => pool.run(job("answer", first), never));
    await turn();
    expect(all.map(({ jobs }) => jobs.length)).toEqual([1, 1]);
    for (let i = 0; i < 5; i++) {
      all[i % 2].answer();
      await turn();
    }
    const batches = await Promise.all(answers);
    expect(batches.map(({ firstReplication }) => firstReplication)).toEqual([0, 2, 4, 6, 8]);
    expect(all).toHaveLength(2);
  });

  test("starts half of its workers ahead, and asks these first", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 3);
    pool.startFirst();
    expect(all).toHaveLength(2);
    for (const first of [0, 2]) void pool.run(job("answer", first), never);
    await turn();
    expect(all.map(({ jobs }) => jobs.length)).toEqual([1, 1]);
    void pool.run(job("answer", 4), never);
    await turn();
    expect(all.map(({ jobs }) => jobs.length)).toEqual([1, 1, 1]);
  });

  test("a patient pool keeps a worker that finishes an aborted call, and its slot waits for it", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1, 60_000);
    const cancel = new AbortController();
    const dropped = pool.run(job("older"), cancel.signal);
    await turn();
    cancel.abort(new Error("enough"));
    await expect(dropped).rejects.toThrow("enough");
    const next = pool.run(job("newer"), never);
    await turn();
    expect(all).toHaveLength(1);
    expect(all[0].jobs).toHaveLength(1);
    all[0].answer();
    await turn();
    expect(all[0].terminated).toBe(false);
    expect(all[0].jobs[1]).toEqual(job("newer"));
    all[0].answer();
    expect((await next).measures).toEqual(fakeBatch(job("newer")).measures);
  });

  test("a patient pool ends a worker that does not finish an aborted call", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1, 5);
    const cancel = new AbortController();
    const dropped = pool.run(job("older"), cancel.signal);
    await turn();
    cancel.abort(new Error("enough"));
    await expect(dropped).rejects.toThrow("enough");
    const next = pool.run(job("newer"), never);
    await expect.poll(() => all.length).toBe(2);
    expect(all[0].terminated).toBe(true);
    all[1].answer();
    expect((await next).replications).toBe(2);
  });

  test("a worker that stops is replaced, its batch rerun once, and that is said in a sentence", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const notices: string[] = [];
    const answer = pool.run(job("answer", 4), never, (notice) => notices.push(notice));
    await turn();
    all[0].onStopped("it was shot");
    await turn();
    expect(all[0].terminated).toBe(true);
    expect(all[1].jobs).toEqual([job("answer", 4)]);
    all[1].answer();
    expect((await answer).firstReplication).toBe(4);
    expect(notices).toEqual([
      "A worker stopped (it was shot) and was replaced; its work (replications 5 to 6) was run again, so nothing is missing.",
    ]);
  });

  test("when the second worker stops too, the call fails with a sentence that says what to do", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const notices: string[] = [];
    const answer = pool.run(job(), never, (notice) => notices.push(notice));
    await turn();
    all[0].onStopped("it ran out of memory");
    await turn();
    all[1].onStopped("it ran out of memory");
    await expect(answer).rejects.toThrow(
      "The worker running replications 1 to 2 stopped twice (it ran out of memory). " +
        "Try again with fewer workers, a smaller team or a shorter period, or close other programs.",
    );
    expect(notices).toEqual([]);
    const next = pool.run(job(), never);
    await turn();
    all[2].answer();
    await expect(next).resolves.toBeDefined();
  });

  test("an error that the model throws is passed on, and not tried again", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const answer = pool.run(job(), never);
    await turn();
    all[0].throw(new Error("the model is wrong"));
    await expect(answer).rejects.toThrow("the model is wrong");
    expect(all).toHaveLength(1);
    expect(all[0].terminated).toBe(false);
  });

  test("an abort terminates the worker, and the next call starts a new one", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const cancel = new AbortController();
    const answer = pool.run(job(), cancel.signal);
    await turn();
    cancel.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
    expect(all[0].terminated).toBe(true);
    expect(all).toHaveLength(1);
    const next = pool.run(job(), never);
    await turn();
    all[1].answer();
    await expect(next).resolves.toBeDefined();
  });

  test("an abort takes a call out of the queue and touches no other", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const cancel = new AbortController();
    const first = pool.run(job("answer", 0), never);
    const second = pool.run(job("answer", 2), cancel.signal);
    const third = pool.run(job("answer", 4), never);
    await turn();
    cancel.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    all[0].answer();
    await turn();
    all[0].answer();
    expect((await first).firstReplication).toBe(0);
    expect((await third).firstReplication).toBe(4);
    expect(all).toHaveLength(1);
    await expect(pool.run(job(), cancel.signal)).rejects.toThrow("enough");
  });

  test("a worker that stops while idle is replaced when it is next needed", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const first = pool.run(job(), never);
    await turn();
    all[0].answer();
    await first;
    all[0].onStopped("it was shot");
    const notices: string[] = [];
    const second = pool.run(job(), never, (notice) => notices.push(notice));
    await turn();
    all[1].answer();
    await second;
    expect(notices).toEqual([]);
  });

  test("the late end of a worker that was replaced disturbs nobody", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const cancel = new AbortController();
    const first = pool.run(job(), cancel.signal);
    await turn();
    cancel.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
    const second = pool.run(job(), never);
    await turn();
    all[0].onStopped("it ended with exit code 1");
    all[1].answer();
    await expect(second).resolves.toBeDefined();
  });

  test("closing rejects what is under way and what waits, and ends the workers", async () => {
    const { all, start } = puppets();
    const pool = new WorkerPool(start, 1);
    const calls = [pool.run(job(), never), pool.run(job(), never)];
    await turn();
    pool.close();
    for (const call of calls) await expect(call).rejects.toThrow("The pool of workers is closed.");
    expect(all[0].terminated).toBe(true);
    await expect(pool.run(job(), never)).rejects.toThrow("The pool of workers is closed.");
    expect(all).toHaveLength(1);
  });

  test("a worker that cannot be started fails the call instead of hanging", async () => {
    const pool = new WorkerPool(() => {
      throw new Error("no workers here");
    }, 1);
    await expect(pool.run(job(), never)).rejects.toThrow(
      /stopped twice \(it could not be started: no workers here\)/,
    );
  });
});

describe("with real threads", () => {
  const file = (name: string) => fileURLToPath(new URL(`./workers/${name}.mjs`, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "holdfast-pool-"));
  const pools: WorkerPool[] = [];
  const open = (name: string, size: number) => {
    const pool = new WorkerPool(nodeRunner(file(name), { maxOldGenerationSizeMb: 32 }), size);
    pools.push(pool);
    return pool;
  };
  afterEach(() => {
    for (const pool of pools.splice(0)) pool.close();
  });

  test.each([
    ["exit", "it ended with exit code 3"],
    ["crash", "out of the blue"],
    ["fill", "it ran out of memory"],
  ])("a worker that dies by %s is replaced once", async (act, cause) => {
    const pool = open("faulty", 1);
    const notices: string[] = [];
    const once = `${act} once ${join(folder, act)}`;
    await pool.run(job(once), never, (notice) => notices.push(notice));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`A worker stopped (${cause}) and was replaced`);
    await expect(pool.run(job(act), never)).rejects.toThrow(`stopped twice (${cause})`);
  });

  test("a worker that cannot be loaded fails the call instead of hanging", async () => {
    await expect(open("broken", 1).run(job(), never)).rejects.toThrow(/stopped twice \(Cannot find module/);
  });

  test("an abort ends a worker that is busy and cannot listen", async () => {
    const pool = open("faulty", 1);
    const cancel = new AbortController();
    const answer = pool.run(job("hang"), cancel.signal);
    setTimeout(() => cancel.abort(new Error("enough")), 200);
    await expect(answer).rejects.toThrow("enough");
    await expect(pool.run(job(), never)).resolves.toBeDefined();
  });

  test("200 jobs on 2 threads all come back, in both threads", async () => {
    const pool = open("faulty", 2);
    const batches = await Promise.all(
      Array.from({ length: 200 }, (_, r) => pool.run(job("answer", r), never)),
    );
    expect(batches.map(({ firstReplication }) => firstReplication)).toEqual(batches.map((_, r) => r));
    expect(new Set(batches.map(({ measures }) => measures[0])).size).toBe(2);
    rmSync(folder, { recursive: true, force: true });
  });
});
