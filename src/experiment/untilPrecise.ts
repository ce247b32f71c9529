/** Runs scenarios until averages are precise enough, for page and command line alike; when that is, precision.ts says. */
import type { RunTable } from "../../sim/statistics";
import { Collector } from "./collector";
import { GrowingRun } from "./growingRun";
import { firstOf } from "./moreReplications";
import {
  checkPrecision,
  FEWEST_REPLICATIONS,
  MOST_REPLICATIONS,
  type Precision,
  STEP,
  type Width,
} from "./precision";
import type { Experiment, Means, Progress } from "./runScenarios";

/** Why no more replications were added. */
export type StopReason =
  /** Every average is precise enough, but for those that have no share. */
  | "precise"
  /** The most replications allowed were run, and an average is still not precise enough. */
  | "most replications"
  /** No average has a share: every mean is exactly 0, or no measure has a value. */
  | "nothing to measure by";

export interface Stopped {
  readonly reason: StopReason;
  /** Replications of each scenario. */
  readonly replications: number;
  /** How each average stands: measures in the order asked for, scenario by scenario. */
  readonly widths: readonly Width[];
}

export interface PreciseRun {
  /** One table a scenario, in order, as if that many replications had been asked for. */
  readonly tables: readonly RunTable[];
  readonly stopped: Stopped;
}

/** `total` is the number at which averages are next looked at, not the end. */
export interface PrecisionProgress extends Progress {
  /** How averages stood when last looked at; empty before that. */
  readonly widths: readonly Width[];
}

export interface PreciseExperiment extends Omit<Experiment, "replications"> {
  readonly precision: Precision;
  /** The most replications of each scenario, at least 30; 2,000 unless it is said. */
  readonly most?: number;
  /** Where replications are kept, one a scenario with room for the most; new ones unless they are given. */
  readonly collectors?: readonly Collector[];
}

/**
 * Adds replications to every scenario alike until `precision` is met: at least 30, and no more than the most. Rejects with the
 * signal's reason when aborted, and with the first failure of a job. The same experiment takes the same number of
 * replications on any number of workers, and has the same tables as a run of that number from the start.
 */
export async function runUntilPrecise(
  { precision, most = MOST_REPLICATIONS, collectors, ...experiment }: PreciseExperiment,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: PrecisionProgress) => void = () => {},
): Promise<PreciseRun> {
  const kept = collectors ?? experiment.scenarios.map(() => new Collector(most));
  const run = new GrowingRun(experiment, kept);
  let widths: readonly Width[] = [];
  for (let replications = FEWEST_REPLICATIONS; ; ) {
    const standing = widths;
    const tables = await run.to(replications, means, signal, (progress) =>
      onProgress({ ...progress, widths: standing }),
    );
    const checked = checkPrecision(tables, precision);
    widths = checked.widths;
    if (checked.stopAt !== null) return conclude(tables, checked.stopAt, widths);
    if (replications >= most) return conclude(tables, replications, widths);
    replications = Math.min(most, nextLook(replications, widths, precision));
  }
}

function conclude(tables: readonly RunTable[], replications: number, widths: readonly Width[]): PreciseRun {
  const some = (standing: Width["standing"]): boolean => widths.some((width) => width.standing === standing);
  const reason = some("not precise")
    ? "most replications"
    : some("precise")
      ? "precise"
      : "nothing to measure by";
  return {
    tables: tables.map((table) => firstOf(table, replications)),
    stopped: { reason, replications, widths },
  };
}

/**
 * How many replications to run before looking again. Half-widths fall with the root of the number, which tells roughly
 * how many will do (Banks and others 2005, Discrete-Event System Simulation, section 11.4); nine tenths of that are run
 * at once, at least a step and at most as many again as there are. It decides only how much is run between two looks,
 * and that the few beyond the end are thrown away, never where the end is.
 */
function nextLook(n: number, widths: readonly Width[], { share }: Precision): number {
  const widest = Math.max(share, ...widths.map((width) => width.share).filter(Number.isFinite));
  const enough = 0.9 * n * (widest / share) ** 2;
  const steps = Math.ceil((Math.min(enough, 2 * n) - n) / STEP);
  return n + STEP * Math.max(1, steps);
}
