/** Runs the arms of `tipping`, and keeps of each what its tables need. */

import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { MEASURE_INDEX } from "../../sim/record/measures";
import { WEEKLY, WEEKLY_INDEX } from "../../sim/record/weekly";
import { column, type RunTable } from "../../sim/statistics";
import { type Means, runScenarios } from "./runScenarios";
import { type Arm, keyOf } from "./tippingArms";

export interface TippingPlan {
  /** Replications of each arm. */
  readonly replications: number;
  readonly seed: string;
}

/** One weekly series: replications × weeks, row by row; NaN in weeks without a value. */
export interface Series {
  readonly weeks: number;
  readonly values: Float64Array;
}

export interface Outcome {
  readonly replications: number;
  readonly burntOut: Series;
  readonly exhaustion: Series;
  readonly leavers: Series;
  /** A measure in every replication. */
  readonly measure: (id: string) => Float64Array;
}

export type Outcomes = (arm: Arm) => Outcome;

/** Arms run together: so few that their weekly columns take at most about half a gigabyte. */
const MOST_BYTES = 2 ** 29;
const LONGEST_WEEKS = 26 * WEEKS_PER_YEAR;

/** Runs every arm under the same luck. Rejects when aborted or when a run fails. */
export async function runArms(
  arms: readonly Arm[],
  { replications, seed }: TippingPlan,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Outcomes> {
  const found = new Map<string, Outcome>();
  const bytes = replications * LONGEST_WEEKS * WEEKLY.length * 8;
  const together = Math.max(1, Math.floor(MOST_BYTES / bytes));
  const total = arms.length * replications;
  for (let first = 0; first < arms.length; first += together) {
    const some = arms.slice(first, first + together);
    const scenarios = some.map((arm, a) => ({ id: `arm ${first + a}`, ...arm }));
    const before = first * replications;
    const tables = await runScenarios(
      { scenarios, seed, replications, weekly: true },
      means,
      signal,
      ({ done }) => onProgress({ done: before + done, total }),
    );
    for (const [a, arm] of some.entries()) found.set(keyOf(arm), outcomeOf(tables[a]));
  }
  return (arm) => {
    const outcome = found.get(keyOf(arm));
    if (!outcome) throw new Error(`This setting was not run: ${keyOf(arm)}.`);
    return outcome;
  };
}

function outcomeOf(table: RunTable): Outcome {
  const { replications, measures } = table;
  const kept = { replications, measures: Float64Array.from(measures), weekly: null, weeks: 0 };
  return {
    replications,
    burntOut: seriesOf(table, "burnoutPrevalence"),
    exhaustion: seriesOf(table, "exhaustionMean"),
    leavers: seriesOf(table, "leavers"),
    measure: (id) => column(kept, MEASURE_INDEX.get(id)!),
  };
}

/** One weekly series on its own, so that the others can be let go. */
export function seriesOf({ replications, weekly, weeks }: RunTable, id: string): Series {
  const index = WEEKLY_INDEX.get(id)!;
  const values = new Float64Array(replications * weeks);
  for (let r = 0; r < replications; r++) {
    const from = (r * WEEKLY.length + index) * weeks;
    values.set(weekly!.subarray(from, from + weeks), r * weeks);
  }
  return { weeks, values };
}
