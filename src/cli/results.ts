/** What `run` and `compare` say: one summary a measure, one difference a measure, and the JSON of both. */
import { MEASURE_INDEX, MEASURES, type Measure } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import {
  bands,
  column,
  type Difference,
  pairedDifference,
  type RunTable,
  type Summary,
  summarise,
} from "../../sim/statistics";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { fingerprint } from "../experiment/fingerprint";
import { horizonOf } from "./horizon";
import type { Request } from "./request";

export interface MeasureResult {
  readonly measure: Measure;
  readonly values: ArrayLike<number>;
  readonly summary: Summary;
  /** From the base, paired by replication; null for the base, and where nothing is compared. */
  readonly difference: Difference | null;
}

export interface RunResult {
  readonly scenario: Scenario;
  readonly fingerprint: string;
  readonly years: number;
  readonly warmUpYears: number;
  readonly table: RunTable;
  readonly measures: readonly MeasureResult[];
}

/** The results of a request, in the order of its scenarios; measures in the order of their table. */
export function resultsOf(request: Request, tables: readonly RunTable[]): readonly RunResult[] {
  const { scenarios, seed, replications, compare } = request;
  return scenarios.map((scenario, s) => {
    const table = tables[s];
    const base = compare && s > 0 ? tables[0] : null;
    return {
      scenario,
      fingerprint: fingerprint({ scenario, seed, replications, measures: table.measures }),
      ...horizonOf(scenario),
      table,
      measures: MEASURES.map((measure) => resultOf(measure, table, base)),
    };
  });
}

function resultOf(measure: Measure, table: RunTable, base: RunTable | null): MeasureResult {
  const index = MEASURE_INDEX.get(measure.id)!;
  const values = column(table, index);
  const difference = base ? pairedDifference(column(base, index), values, measure.good) : null;
  return { measure, values, summary: summarise(values), difference };
}

/** The documented JSON of `run` and `compare`. NaN becomes null when it is written. */
export function resultsJson(request: Request, results: readonly RunResult[]): object {
  const same = <K extends "years" | "warmUpYears">(key: K): number | null =>
    results.every((result) => result[key] === results[0][key]) ? results[0][key] : null;
  return {
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    seed: request.seed,
    replications: request.replications,
    years: same("years"),
    warmUpYears: same("warmUpYears"),
    runs: results.map((result) => runJson(request, result)),
  };
}

function runJson({ perReplication, weekly }: Request, result: RunResult): object {
  const { id, name, question, changes, timeline } = result.scenario;
  const hasDifference = result.measures.some(({ difference }) => difference !== null);
  return {
    scenario: { id, name, question, changes, timeline },
    fingerprint: result.fingerprint,
    years: result.years,
    warmUpYears: result.warmUpYears,
    measures: keyed(
      result.measures,
      ({ measure, summary: { mean, sd, ci95, p10, p50, p90, n }, values }) => ({
        unit: measure.unit,
        ...{ mean, sd, ci95, p10, p50, p90, n },
        perReplication: perReplication ? Array.from(values) : undefined,
      }),
    ),
    difference: hasDifference
      ? keyed(result.measures, ({ difference }) => {
          const { mean, sd, ci95, p10, p90, better, n } = difference!;
          return { mean, sd, ci95, p10, p90, better, n };
        })
      : undefined,
    weekly: weekly ? weeklyJson(result.table) : undefined,
  };
}

const keyed = (measures: readonly MeasureResult[], of: (result: MeasureResult) => object): object =>
  Object.fromEntries(measures.map((result) => [result.measure.id, of(result)]));

function weeklyJson(table: RunTable): object {
  const week = Array.from({ length: table.weeks }, (_, w) => w);
  const series = WEEKLY.map(({ id }, s) => {
    const { mean, p10, p90 } = bands(table, s);
    return [id, { mean: Array.from(mean), p10: Array.from(p10), p90: Array.from(p90) }];
  });
  return { week, ...Object.fromEntries(series) };
}
