/** The seams between those who want batches, the pool, and the two kinds of worker. */
import type { Batch, Job } from "../../sim/batch";
import type { Story, StoryRequest } from "../../sim/record/story";
import type { Cohort, CohortJob } from "../../sim/record/story/cohort";
import type { CheckRequest, CheckResult } from "../../sim/verification";

/**
 * Runs a job somewhere: in a worker of the pool, or in a test simply `async (job) => runBatch(job)`.
 * Rejects with the signal's reason when it is aborted, and with an Error whose message is a sentence when it fails.
 */
export type RunJob = (job: Job, signal: AbortSignal) => Promise<Batch>;

/** Does one check of the model against theory somewhere; rejects as RunJob does. */
export type RunCheck = (request: CheckRequest, signal: AbortSignal) => Promise<CheckResult>;

/** One worker, of a browser or of Node. */
export interface Runner {
  run(job: Job): Promise<Batch>;
  verify(request: CheckRequest): Promise<CheckResult>;
  story(request: StoryRequest): Promise<Story>;
  cohort(job: CohortJob): Promise<Cohort>;
  /** Ends the worker at once, busy or not. */
  terminate(): void;
}

/**
 * Starts a worker. `onStopped` is called, with the cause, as soon as the worker can no longer answer: it crashed, was
 * killed, ran out of memory or never loaded. It may be called more than once, and also after `terminate`.
 */
export type StartRunner = (onStopped: (cause: string) => void) => Runner;
