/** Shock drills: a scenario struck by shocks, each paired with the same futures without it. */
import { WEEKLY, WEEKLY_INDEX } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import { type Average, averageOf, type Depth, departures, depthOf } from "./drillDepth";
import { type Recovery, recoveryOf, recoveryTime } from "./drillRecovery";
import { endOf, type Shock, struck } from "./drillShocks";
import type { Experiment } from "./runScenarios";
import { seriesOf } from "./tippingRuns";

/** The weekly series that a drill looks at, and how small a departure counts as none, in the series' unit. */
export const DRILL_SERIES: Readonly<Record<string, number>> = {
  burnoutPrevalence: 0.1,
  exhaustionMean: 0.05,
  waitingList: 5,
  waitMeanDays: 2,
  caseloadMean: 4,
  vacancyRate: 0.05,
};

export interface DrillRequest {
  readonly scenario: Scenario;
  readonly shocks: readonly Shock[];
  /** Tolerances by series, instead of those above. */
  readonly tolerances: Readonly<Record<string, number>>;
  readonly seed: string;
  readonly replications: number;
}

/** What a shock does to one series. */
export interface SeriesFindings {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly tolerance: number;
  readonly depth: Depth;
  /** Weeks until the mean departure over all futures is within the tolerance for good; Infinity for not in the run. */
  readonly averageRecovery: number;
  /** Of single futures. */
  readonly recovery: Recovery;
  readonly average: Average;
}

export interface ShockFindings {
  readonly shock: Shock;
  /** Week from which recovery is counted. */
  readonly from: number;
  readonly series: readonly SeriesFindings[];
}

/** What must be run: the scenario as it is first, then struck by each shock in turn. */
export function drillExperiment({ scenario, shocks, seed, replications }: DrillRequest): Experiment {
  const scenarios = [scenario, ...shocks.map((shock) => struck(scenario, shock))];
  return { scenarios, seed, replications, weekly: true };
}

/** What the runs say of each shock. `tables` are those of the experiment, with weekly columns. */
export function drillFindings(
  { shocks, tolerances }: Pick<DrillRequest, "shocks" | "tolerances">,
  [without, ...struckTables]: readonly RunTable[],
): ShockFindings[] {
  return shocks.map((shock, s) => ({
    shock,
    from: endOf(shock),
    series: Object.entries({ ...DRILL_SERIES, ...tolerances }).map(([id, tolerance]) =>
      seriesFindings({ id, tolerance, shock, without, struck: struckTables[s] }),
    ),
  }));
}

interface Pair {
  readonly id: string;
  readonly tolerance: number;
  readonly shock: Shock;
  readonly without: RunTable;
  readonly struck: RunTable;
}

function seriesFindings({ id, tolerance, shock, without, struck }: Pair): SeriesFindings {
  const { label, unit } = WEEKLY[WEEKLY_INDEX.get(id)!];
  const departed = departures(seriesOf(without, id), seriesOf(struck, id));
  const depth = depthOf(departed, shock.atWeek);
  const direction = depth.mean < 0 ? -1 : 1;
  const judging = { from: endOf(shock), direction, tolerance } as const;
  const average = averageOf(departed);
  const mean = { weeks: departed.weeks, values: Float64Array.from(average.mean) };
  return {
    ...{ id, label, unit, tolerance, depth },
    averageRecovery: recoveryTime(mean, 0, judging),
    recovery: recoveryOf(departed, judging),
    average,
  };
}
