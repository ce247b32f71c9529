/**
 * A pool of workers, the same for browser and Node.
 *
 * A call to a worker that dies would never settle by itself, so every call ends with whatever comes first: the answer,
 * the worker's end, the caller's abort, or the pool's closing. A busy thread cannot hear a message: cancelling is
 * terminating the worker, and a new one is started when it is next needed. A new worker takes a while until it is as
 * quick as the old one, so a pool may first be patient with a worker that is nearly through.
 */
import type { Batch, Job } from "../../sim/batch";
import type { Story, StoryRequest } from "../../sim/record/story";
import type { Cohort, CohortJob } from "../../sim/record/story/cohort";
import type { CheckRequest, CheckResult } from "../../sim/verification";
import type { Runner, StartRunner } from "./runner";

/** A place for one worker: empty until first used, and again after its worker has ended. */
interface Slot {
  runner: Runner | null;
  /** Rejects the call that is under way, if there is one. */
  fail: ((reason: unknown) => void) | null;
  /** Settles when the worker is through with a call that nobody waits for any more, or has been ended. */
  ending: Promise<void> | null;
}

interface Waiter {
  readonly give: (slot: Slot) => void;
  readonly fail: (reason: unknown) => void;
}

/** One call to a worker: what it is in words, and how a runner is asked. */
interface Task<T> {
  readonly words: string;
  readonly ask: (runner: Runner) => Promise<T>;
}

/** The worker ended before it answered; the message is the cause. */
class WorkerStopped extends Error {}

const numbersOf = ({
  firstReplication: first,
  replications,
}: Pick<Job, "firstReplication" | "replications">): string =>
  replications === 1 ? `replication ${first + 1}` : `replications ${first + 1} to ${first + replications}`;

/**
 * With how many of `size` workers a page begins. While a worker is new, the rest of the processor is busy compiling its
 * code, and would compile it once more for every other: half of the workers have the first few replications sooner than
 * all of them (docs/performance.md).
 */
export const workersAtFirst = (size: number): number => Math.ceil(size / 2);

export class WorkerPool {
  private readonly slots: readonly Slot[];
  private readonly free: Slot[];
  private readonly waiting: Waiter[] = [];
  private closed = false;

  /**
   * A pool of at most `size` workers, each started by `startRunner` when it is first needed. A worker whose call is
   * aborted has `patience` (ms) to finish it before it is terminated.
   */
  constructor(
    private readonly startRunner: StartRunner,
    readonly size: number,
    private readonly patience = 0,
  ) {
    this.slots = Array.from({ length: size }, () => ({ runner: null, fail: null, ending: null }));
    this.free = [...this.slots];
  }

  /**
   * Starts the first workers now, so that they load while the caller prepares the first job. Where they cannot be
   * started, that job says so.
   */
  startFirst(): void {
    try {
      // The last that are free are taken first.
      for (const slot of this.free.slice(-workersAtFirst(this.size))) slot.runner ??= this.start(slot);
    } catch (error) {
      if (!(error instanceof WorkerStopped)) throw error;
    }
  }

  /** Runs a job; see `perform`. */
  run(job: Job, signal: AbortSignal, onReplaced?: (notice: string) => void): Promise<Batch> {
    return this.perform({ words: numbersOf(job), ask: (runner) => runner.run(job) }, signal, onReplaced);
  }

  /** Does a check of the model against theory; see `perform`. */
  verify(
    request: CheckRequest,
    signal: AbortSignal,
    onReplaced?: (notice: string) => void,
  ): Promise<CheckResult> {
    const task = { words: `check ${request.id}`, ask: (runner: Runner) => runner.verify(request) };
    return this.perform(task, signal, onReplaced);
  }

  /** Tells one future in full; see `perform`. */
  story(request: StoryRequest, signal: AbortSignal): Promise<Story> {
    const words = `the story of replication ${request.replication + 1}`;
    return this.perform({ words, ask: (runner) => runner.story(request) }, signal);
  }

  /** Follows link workers and patients over several futures; see `perform`. */
  cohort(job: CohortJob, signal: AbortSignal): Promise<Cohort> {
    return this.perform({ words: numbersOf(job), ask: (runner) => runner.cohort(job) }, signal);
  }

  /**
   * Has the next free worker do a task. When the worker ends before it answers, another takes its place and does the
   * task again, and `onReplaced` gets a sentence about it; when that one ends too, the call fails with a sentence that
   * says what to do. An abort rejects with the signal's reason at once, and ends the worker when its time is up.
   */
  private async perform<T>(
    task: Task<T>,
    signal: AbortSignal,
    onReplaced: (notice: string) => void = () => {},
  ): Promise<T> {
    const slot = await this.take(signal);
    try {
      return await this.attempt(slot, task, signal).catch((first: unknown) =>
        this.again(slot, task, signal, first, onReplaced),
      );
    } finally {
      if (slot.ending) void slot.ending.then(() => this.release(slot));
      else this.release(slot);
    }
  }

  /** Ends every worker; calls under way are rejected. The pool cannot be used afterwards. */
  close(): void {
    this.closed = true;
    const reason = new Error("The pool of workers is closed.");
    for (const waiter of this.waiting.splice(0)) waiter.fail(reason);
    for (const slot of this.slots) this.stop(slot, reason);
  }

  private async again<T>(
    slot: Slot,
    task: Task<T>,
    signal: AbortSignal,
    first: unknown,
    onReplaced: (notice: string) => void,
  ): Promise<T> {
    if (!(first instanceof WorkerStopped)) throw first;
    const answer = await this.attempt(slot, task, signal).catch((second: unknown) => {
      if (!(second instanceof WorkerStopped)) throw second;
      throw new Error(
        `The worker running ${task.words} stopped twice (${second.message}). ` +
          "Try again with fewer workers, a smaller team or a shorter period, or close other programs.",
      );
    });
    onReplaced(
      `A worker stopped (${first.message}) and was replaced; its work (${task.words}) was run again, so nothing is missing.`,
    );
    return answer;
  }

  private attempt<T>(slot: Slot, task: Task<T>, signal: AbortSignal): Promise<T> {
    let asked: Promise<T> | null = null;
    const abort = () => {
      if (asked === null || this.patience === 0) return this.stop(slot, signal.reason);
      slot.ending = this.letEnd(slot, asked);
      slot.fail?.(signal.reason);
    };
    signal.addEventListener("abort", abort);
    return new Promise<T>((resolve, reject) => {
      signal.throwIfAborted();
      slot.fail = reject;
      slot.runner ??= this.start(slot);
      asked = task.ask(slot.runner);
      asked.then(resolve, reject);
    }).finally(() => {
      slot.fail = null;
      signal.removeEventListener("abort", abort);
    });
  }

  /** Waits until the worker in `slot` has answered what it was asked, but no longer than the pool's patience. */
  private letEnd(slot: Slot, asked: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        slot.ending = null;
        resolve();
      };
      const timer = setTimeout(() => {
        this.stop(slot, null);
        end();
      }, this.patience);
      asked.then(end, end);
    });
  }

  private start(slot: Slot): Runner {
    if (this.closed) throw new Error("The pool of workers is closed.");
    try {
      // The cause of an end is heeded only while this very worker holds the slot.
      const runner = this.startRunner((cause) => {
        if (slot.runner === runner) this.stop(slot, new WorkerStopped(cause));
      });
      return runner;
    } catch (error) {
      throw new WorkerStopped(`it could not be started: ${error instanceof Error ? error.message : error}`);
    }
  }

  private stop(slot: Slot, reason: unknown): void {
    slot.runner?.terminate();
    slot.runner = null;
    slot.fail?.(reason);
  }

  private take(signal: AbortSignal): Promise<Slot> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const slot = this.free.pop();
      if (slot) return resolve(slot);
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(signal.reason);
      };
      const give = (given: Slot) => {
        signal.removeEventListener("abort", leave);
        resolve(given);
      };
      const waiter: Waiter = { give, fail: reject };
      signal.addEventListener("abort", leave, { once: true });
      this.waiting.push(waiter);
    });
  }

  private release(slot: Slot): void {
    const next = this.waiting.shift();
    if (next) next.give(slot);
    else this.free.push(slot);
  }
}
