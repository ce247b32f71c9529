/** What a worker can be asked, the same in a browser worker and in a Node worker thread. */
import { transfer } from "comlink";
import { type Batch, type Job, runBatch } from "../../sim/batch";
import { type Story, type StoryRequest, tellStory } from "../../sim/record/story";
import { type Cohort, type CohortJob, followCohort } from "../../sim/record/story/cohort";
import type { CheckRequest, CheckResult } from "../../sim/verification";

export const api = {
  /** Runs the replications of `job`; the columns of the batch are handed over, not copied. */
  run(job: Job): Batch {
    const batch = runBatch(job);
    return transfer(
      batch,
      batch.weekly ? [batch.measures.buffer, batch.weekly.buffer] : [batch.measures.buffer],
    );
  },
  /** Does one check of the model against theory. The checks are loaded when first asked for: few readers run them. */
  async verify(request: CheckRequest): Promise<CheckResult> {
    const { performRequest } = await import("../../sim/verification");
    return performRequest(request);
  },
  /** Tells one future in full. */
  story(request: StoryRequest): Story {
    return tellStory(request);
  },
  /** Follows link workers and patients over several futures; the columns are handed over, not copied. */
  cohort(job: CohortJob): Cohort {
    const cohort = followCohort(job);
    const { spells, complexity, wait, reached, exit, states } = cohort;
    return transfer(
      cohort,
      [spells, complexity, wait, reached, exit, states].map(({ buffer }) => buffer),
    );
  },
  /**
   * Takes the Web Lock `name` and keeps it for as long as this worker lives, so that the page can notice its end
   * (a browser tells nobody when a worker is killed). Says whether the lock could be taken: not every browser and
   * not every origin has locks.
   */
  holdLock(name: string): Promise<boolean> {
    return new Promise((resolve) => {
      if (!globalThis.navigator?.locks) return resolve(false);
      const forEver = () => {
        resolve(true);
        return new Promise<never>(() => {});
      };
      navigator.locks.request(name, forEver).catch(() => resolve(false));
    });
  },
};
export type SimulationWorker = typeof api;
