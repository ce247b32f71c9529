/** How long runs take on this machine, learnt from those that it does: for estimates before an experiment starts. */
import { DEFAULTS, withChanges } from "../sim/parameters";
import type { Changes } from "../sim/scenario";
import type { RunJob } from "./pool/runner";

/** Weight of what was learnt before, beside a job that has just been done. */
const MEMORY = 0.95;

/** Known already: every batch of a scenario has the same changes. */
const works = new WeakMap<Changes, number>();

/** Work in one replication, in years of posts simulated: time grows with the period and, about, with the team. */
export function workOf({ changes }: { readonly changes: Changes }): number {
  const known = works.get(changes);
  if (known !== undefined) return known;
  const { run, team } = withChanges(DEFAULTS, changes);
  const work = (run.years + run.warmUpYears) * (2 + team.linkWorkers);
  works.set(changes, work);
  return work;
}

/** Measures jobs, and says how long others will take. */
export class Pace {
  private work = 0;
  private milliseconds = 0;

  /** `runJob` with every job that succeeds measured. */
  timed(runJob: RunJob): RunJob {
    return async (job, signal) => {
      const started = performance.now();
      const batch = await runJob(job, signal);
      this.work = MEMORY * this.work + job.replications * workOf(job);
      this.milliseconds = MEMORY * this.milliseconds + performance.now() - started;
      return batch;
    };
  }

  /** About how long so much work takes on `width` workers (ms); null before anything was measured. */
  estimate(work: number, width: number): number | null {
    return this.work === 0 ? null : (work * this.milliseconds) / this.work / width;
  }
}
