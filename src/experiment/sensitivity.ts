/**
 * Sensitivity analysis: what the requests of both methods share, and the outputs that they look at. At every point of a
 * design each scenario is run with the same few replications, and so on the same luck: the function that is analysed is
 * the mean of a measure over those replications, or of its difference between two scenarios, replication by replication.
 */
import { mean } from "d3-array";
import { MEASURE_INDEX, type Measure } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import { column, type RunTable } from "../../sim/statistics";
import type { Experiment } from "./runScenarios";
import { armsAt, type Inputs, type Point } from "./sensitivityInputs";
import { MOST_RUNS } from "./sweep";

/** One scenario, or two whose difference (second minus first) is analysed. */
export interface SensitivityRequest extends Inputs {
  readonly seed: string;
  /** Replications of each scenario at each point. */
  readonly replications: number;
}

/** An experiment whose arms are full scenarios, point by point. */
export type DesignedExperiment = Experiment & { readonly scenarios: readonly Scenario[] };

/** The experiment at points of a design. */
export function experimentAt(
  { seed, replications, ...inputs }: SensitivityRequest,
  points: readonly Point[],
): DesignedExperiment {
  return { scenarios: armsAt(inputs, points), seed, replications, weekly: false };
}

/** More runs than may be asked for, as a sentence; null when they may. */
export function tooManyRuns(points: number, { scenarios, replications }: SensitivityRequest): string | null {
  const runs = points * scenarios.length * replications;
  if (runs <= MOST_RUNS) return null;
  const [all, most, p] = [runs, MOST_RUNS, points].map((n) => n.toLocaleString("en-GB"));
  return (
    `The design has ${p} points, ${all} runs in all; at most ${most} runs may be asked for: take fewer parameters, ` +
    "replications, trajectories or samples."
  );
}

/** A measure at every point, replication by replication: of the one scenario, or second minus first. */
export function outputsOf(
  tables: readonly RunTable[],
  scenarios: number,
  measure: Measure,
): readonly Float64Array[] {
  const index = MEASURE_INDEX.get(measure.id)!;
  return Array.from({ length: tables.length / scenarios }, (_, p) => {
    const [base, other] = tables
      .slice(p * scenarios, (p + 1) * scenarios)
      .map((table) => column(table, index));
    return other === undefined ? base : base.map((value, r) => other[r] - value);
  });
}

/** Mean over the replications that have a value; NaN of none. */
export const meanOf = (values: Iterable<number>): number => mean(values) ?? Number.NaN;

/** Times that intervals are computed again from data drawn with replacement. */
export const RESAMPLES = 1000;

/** "007" of 120: numbers of one length, so that names sort as they count. `number` counts from 0. */
export const numbered = (number: number, of: number): string =>
  String(number + 1).padStart(String(of).length, "0");
