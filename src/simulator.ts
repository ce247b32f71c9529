/** The page's way to the model: runs scenarios on the pool, and lets only the latest request speak. */
import type { RunOutcome, RunRequest, RunUpdate, Simulator } from "../ui/simulator";
import { fingerprint } from "./experiment/fingerprint";
import { runScenarios } from "./experiment/runScenarios";
import type { RunJob } from "./pool/runner";
import type { WorkerPool } from "./pool/workerPool";

/**
 * A simulator on `pool`. A new request ends the one before it, whose promise then rejects with an AbortError: the
 * workers are free at once, and an older answer can never appear under newer inputs.
 */
export function createSimulator(pool: Pick<WorkerPool, "run" | "size">): Simulator {
  let runNumber = 0;
  let latest = new AbortController();

  async function run(
    { scenarios, seed, replications }: RunRequest,
    onUpdate: (update: RunUpdate) => void,
    signal: AbortSignal,
  ): Promise<RunOutcome> {
    latest.abort(new DOMException("A newer request has taken its place.", "AbortError"));
    latest = new AbortController();
    const number = ++runNumber;
    const stop = AbortSignal.any([signal, latest.signal]);
    const started = performance.now();
    const notices: string[] = [];
    const runJob: RunJob = (job, jobSignal) => pool.run(job, jobSignal, (notice) => notices.push(notice));

    const tables = await runScenarios(
      { scenarios, seed, replications, weekly: true },
      { runJob, width: pool.size },
      stop,
      (progress) => onUpdate({ runNumber: number, ...progress, notices: [...notices] }),
    );
    const fingerprints = tables.map(({ measures }, s) =>
      fingerprint({ scenario: scenarios[s], seed, replications, measures }),
    );
    return { runNumber: number, tables, fingerprints, milliseconds: performance.now() - started, notices };
  }
  return { run, workers: pool.size };
}
