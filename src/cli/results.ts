/** What `run` and `compare` say: one summary a measure, one difference a measure, and the JSON of both. */
import { MEASURE_INDEX, MEASURES, type Measure } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import { type Bands, column, type RunTable, type Summary, summarise } from "../../sim/statistics";
import { type Comparison, compareWithBase } from "../../sim/statistics/comparison";
import type { InputDoubt } from "../../sim/statistics/inputDoubt";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { fingerprint } from "../experiment/fingerprint";
import type { ScenarioDoubt } from "../experiment/inputDraws";
import type { Stopped } from "../experiment/untilPrecise";
import type { BandsOf } from "../output/resultFiles";
import { horizonOf } from "./horizon";
import { inputsJson, precisionJson } from "./precisionJson";
import type { Request } from "./request";

export interface MeasureResult {
  readonly measure: Measure;
  readonly values: ArrayLike<number>;
  readonly summary: Summary;
  /** From the base, paired by replication; null for the base, and where nothing is compared. */
  readonly difference: Comparison | null;
  /** Doubt about inputs: of the mean, and of the mean difference; null where no inputs were drawn. */
  readonly doubt: InputDoubt | null;
  readonly differenceDoubt: InputDoubt | null;
}

export interface RunResult {
  readonly scenario: Scenario;
  readonly fingerprint: string;
  readonly years: number;
  readonly warmUpYears: number;
  readonly table: RunTable;
  /** The bands of a weekly series, by number. */
  readonly bands: (series: number) => Bands;
  readonly measures: readonly MeasureResult[];
}

export interface Results {
  readonly runs: readonly RunResult[];
  /** Why replications were added no longer; null where their number was fixed. */
  readonly stopped: Stopped | null;
}

/** What of a request its results show. */
export type Shown = Pick<
  Request,
  "scenarios" | "seed" | "compare" | "precision" | "inputs" | "perReplication" | "weekly"
>;

/** The results of a request, in the order of its scenarios; measures in the order of their table. */
export function resultsOf(
  { scenarios, seed, compare }: Pick<Request, "scenarios" | "seed" | "compare">,
  tables: readonly RunTable[],
  bandsOf: BandsOf,
  doubts: readonly ScenarioDoubt[] | null,
): readonly RunResult[] {
  const measures = MEASURES.map((measure) => acrossScenarios(measure, tables, compare));
  return scenarios.map((scenario, s) => {
    const table = tables[s];
    const run = { scenario, seed, replications: table.replications, measures: table.measures };
    return {
      scenario,
      fingerprint: fingerprint(run),
      ...horizonOf(scenario),
      table,
      bands: (series) => bandsOf(s, series),
      measures: measures.map((results) => withDoubt(results[s], doubts?.[s])),
    };
  });
}

type WithoutDoubt = Omit<MeasureResult, "doubt" | "differenceDoubt">;

/** One measure in every scenario, compared with the first of them if so wanted. */
function acrossScenarios(measure: Measure, tables: readonly RunTable[], compare: boolean): WithoutDoubt[] {
  const columns = tables.map((table) => column(table, MEASURE_INDEX.get(measure.id)!));
  const comparisons = compare ? compareWithBase(columns[0], columns.slice(1), measure.good) : [];
  return columns.map((values, s) => ({
    measure,
    values,
    summary: summarise(values),
    difference: comparisons[s - 1] ?? null,
  }));
}

const withDoubt = (result: WithoutDoubt, doubt: ScenarioDoubt | undefined): MeasureResult => ({
  ...result,
  doubt: doubt?.means.get(result.measure.id) ?? null,
  differenceDoubt: (result.difference && doubt?.differences?.get(result.measure.id)) ?? null,
});

/** The documented JSON of `run` and `compare`. NaN becomes null when it is written. */
export function resultsJson(request: Shown, { runs, stopped }: Results): object {
  const same = <K extends "years" | "warmUpYears">(key: K): number | null =>
    runs.every((result) => result[key] === runs[0][key]) ? runs[0][key] : null;
  return {
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    seed: request.seed,
    replications: runs[0].table.replications,
    years: same("years"),
    warmUpYears: same("warmUpYears"),
    precision: precisionJson(request, stopped),
    inputs: inputsJson(request),
    runs: runs.map((result) => runJson(request, result)),
  };
}

function runJson({ perReplication, weekly }: Shown, result: RunResult): object {
  const { id, name, question, changes, timeline } = result.scenario;
  const hasDifference = result.measures.some(({ difference }) => difference !== null);
  return {
    scenario: { id, name, question, changes, timeline },
    fingerprint: result.fingerprint,
    years: result.years,
    warmUpYears: result.warmUpYears,
    measures: keyed(
      result.measures,
      ({ measure, summary: { mean, sd, ci95, p10, p50, p90, n }, values, doubt }) => ({
        unit: measure.unit,
        ...{ mean, sd, ci95, p10, p50, p90, n },
        inputs: doubt ?? undefined,
        perReplication: perReplication ? Array.from(values) : undefined,
      }),
    ),
    difference: hasDifference
      ? keyed(result.measures, ({ difference, differenceDoubt }) => {
          const { mean, sd, ci95, p10, p90, better, n, ...more } = difference!;
          return { mean, sd, ci95, p10, p90, better, n, ...more, inputs: differenceDoubt ?? undefined };
        })
      : undefined,
    weekly: weekly ? weeklyJson(result) : undefined,
  };
}

const keyed = (measures: readonly MeasureResult[], of: (result: MeasureResult) => object): object =>
  Object.fromEntries(measures.map((result) => [result.measure.id, of(result)]));

function weeklyJson({ table, bands }: RunResult): object {
  const week = Array.from({ length: table.weeks }, (_, w) => w);
  const series = WEEKLY.map(({ id }, s) => {
    const { mean, p10, p90 } = bands(s);
    return [id, { mean: Array.from(mean), p10: Array.from(p10), p90: Array.from(p90) }];
  });
  return { week, ...Object.fromEntries(series) };
}
