/** The runs behind a calibration: the baseline's team and years, with the fitted parameters at other values. */
import { DEFAULTS, withChanges } from "../../sim/parameters";
import { MEASURE_INDEX } from "../../sim/record/measures";
import type { Changes } from "../../sim/scenario";
import { column, type RunTable, type Summary, summarise } from "../../sim/statistics";
import type { Draw } from "./calibrateEmulator";
import { FITTED, TARGETS, worseAfterWait } from "./calibrateTargets";
import { inLanes } from "./lanes";
import { type Means, runScenarios } from "./runScenarios";

export interface Counted {
  readonly done: number;
  readonly total: number;
}

export interface DrawRunner {
  /** Runs settings with luck of their own each, so that errors of different draws are independent. */
  readonly draws: (settings: readonly (readonly number[])[], wave: string) => Promise<readonly Draw[]>;
  /** Summaries of the targets at one setting, over this many replications. */
  readonly summaries: (setting: readonly number[], replications: number) => Promise<readonly Summary[]>;
}

interface Runs {
  readonly seed: string;
  readonly replications: number;
  /** Replications expected over the whole calibration, for progress. */
  readonly total: number;
}

/** A runner that counts what it has done. */
export function drawRunner(
  { seed, replications, total }: Runs,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: Counted) => void,
): DrawRunner {
  let before = 0;
  const run = async (setting: readonly number[], luck: string, count: number, lanes: Means) => {
    const scenario = { id: "draw", changes: changesOf(setting), timeline: [] };
    const experiment = { scenarios: [scenario], seed: `${seed}/${luck}`, replications: count, weekly: false };
    const [table] = await runScenarios(experiment, lanes, signal);
    before += count;
    onProgress({ done: before, total });
    return summariesOf(table, setting);
  };
  return {
    async draws(settings, wave) {
      const draws: Draw[] = new Array(settings.length);
      // One draw at a time on each worker keeps all of them busy to the end of a wave.
      const lanes = { ...means, width: 1, batchSizes: [replications] };
      await inLanes(settings, means.width, signal, async (setting, _, d) => {
        draws[d] = drawOf(setting, await run(setting, `${wave}/draw ${d + 1}`, replications, lanes));
      });
      return draws;
    },
    summaries: (setting, count) => run(setting, "check", count, means),
  };
}

/** The fitted parameters' values as changes from the defaults. */
export const changesOf = (setting: readonly number[]): Changes =>
  Object.fromEntries(FITTED.map((id, j) => [id, setting[j]]));

function drawOf(setting: readonly number[], summaries: readonly Summary[]): Draw {
  return {
    setting,
    means: summaries.map(({ mean }) => mean),
    errors: summaries.map(({ sd, n }) => (n > 1 ? sd / Math.sqrt(n) : 0)),
  };
}

/** One summary a target; that of an exact one has a single value. */
function summariesOf(table: RunTable, setting: readonly number[]): Summary[] {
  return TARGETS.map(({ measure }) => {
    if (measure !== null) return summarise(column(table, MEASURE_INDEX.get(measure)!));
    return summarise([worseAfterWait(withChanges(DEFAULTS, changesOf(setting)).patients)]);
  });
}
