/** Results as CSV (RFC 4180): one fact a row, with the names of scenario and measure beside it. */
import { WEEKLY } from "../../sim/record/weekly";
import { type Cell, type Column, csvOf, type Table } from "../output/tableParts";
import { MEASURE, measured, REPLICATIONS, SCENARIO, UNIT, WEEKS } from "../output/tables";
import type { MeasureResult, RunResult } from "./results";

/** Rows as CSV under a header, a line end after each; what has no value (NaN, null) is an empty cell. */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvOf([header, ...rows]);

const headerOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);
const count = (name: string, meaning: string): Column => ({
  name,
  type: "whole number",
  unit: "replications",
  meaning,
});

const SUMMARY: readonly Column[] = [
  SCENARIO,
  MEASURE,
  UNIT,
  count("n", "Replications in which the measure has a value."),
  measured("mean", "Mean over replications."),
  measured("sd", "Standard deviation over replications (divisor n − 1)."),
  measured("ci95Low", "Lower end of the 95% Student-t interval of the mean: how sure we are of the average."),
  measured("ci95High", "Upper end of it."),
  measured("p10", "10th percentile over replications: 8 in 10 futures lie between p10 and p90."),
  measured("p50", "Median over replications."),
  measured("p90", "90th percentile over replications."),
];
const DIFFERENCE: readonly Column[] = [
  measured("differenceMean", "Mean difference from the first scenario, replication by replication."),
  measured("differenceSd", "Standard deviation of these differences."),
  measured("differenceCi95Low", "Lower end of the 95% Student-t interval of the mean difference."),
  measured("differenceCi95High", "Upper end of it."),
  measured("differenceP10", "10th percentile of the differences."),
  measured("differenceP90", "90th percentile of the differences."),
  {
    name: "differenceBetter",
    type: "number",
    unit: "share",
    meaning: "Share of replications in which it moved in the measure's good direction.",
  },
  count("differenceN", "Replications in which both scenarios have a value."),
  {
    name: "differenceP",
    type: "number",
    unit: "probability",
    meaning: "Two-sided p-value of the paired t-test that there is no difference.",
  },
  {
    name: "differencePHolm",
    type: "number",
    unit: "probability",
    meaning: "The same, adjusted by Holm's procedure over all scenarios compared with the first.",
  },
  measured(
    "differenceCiHolmLow",
    "Lower end of the interval at the level of Holm's step; excludes 0 if and only if differencePHolm is at most 0.05.",
  ),
  measured("differenceCiHolmHigh", "Upper end of it."),
  {
    name: "differenceVarianceReduction",
    type: "number",
    unit: "ratio",
    meaning: "Variance that independent luck would give the difference, over that of matched replications.",
  },
];
const INPUTS: readonly Column[] = [
  measured("inputsP10", "10th percentile, over draws of uncertain inputs, of the mean; chance taken out."),
  measured("inputsP50", "Median over these draws."),
  measured("inputsP90", "90th percentile over these draws."),
];
const DIFFERENCE_INPUTS: readonly Column[] = [
  measured(
    "differenceInputsP10",
    "10th percentile, over draws of uncertain inputs, of the mean difference; chance taken out.",
  ),
  measured("differenceInputsP50", "Median over these draws."),
  measured("differenceInputsP90", "90th percentile over these draws."),
];

/** The table that `measuresCsv` gives, for the data dictionary. */
export const measuresTable = (compared: boolean, inputsDrawn: boolean): Table => ({
  name: "measures",
  columns: [
    ...SUMMARY,
    ...(compared ? DIFFERENCE : []),
    ...(inputsDrawn ? INPUTS : []),
    ...(compared && inputsDrawn ? DIFFERENCE_INPUTS : []),
  ],
});

/** A row for each scenario and measure; with the difference from the base and the doubt about inputs where they are. */
export function measuresCsv(results: readonly RunResult[]): string {
  const all = results.flatMap(({ measures }) => measures);
  const compared = all.some(({ difference }) => difference);
  const inputsDrawn = all.some(({ doubt }) => doubt);
  const rows = results.flatMap(({ scenario, measures }) =>
    measures.map((result) => [
      scenario.id,
      ...summaryCells(result),
      ...(compared ? differenceCells(result) : []),
      ...(inputsDrawn ? doubtCells(result.doubt) : []),
      ...(compared && inputsDrawn ? doubtCells(result.differenceDoubt) : []),
    ]),
  );
  return toCsv(headerOf(measuresTable(compared, inputsDrawn).columns), rows);
}

const summaryCells = ({ measure, summary: s }: MeasureResult): Cell[] => [
  ...[measure.id, measure.unit, s.n, s.mean, s.sd],
  ...[...s.ci95, s.p10, s.p50, s.p90],
];

function differenceCells({ difference: d }: MeasureResult): Cell[] {
  if (!d) return DIFFERENCE.map(() => null);
  const tested = [d.p, d.pHolm, ...d.ciHolm, d.varianceReduction];
  return [d.mean, d.sd, ...d.ci95, d.p10, d.p90, d.better, d.n, ...tested];
}

const doubtCells = (doubt: MeasureResult["doubt"]): Cell[] =>
  doubt ? [doubt.p10, doubt.p50, doubt.p90] : INPUTS.map(() => null);

/** A row for each scenario, replication and measure. */
export function replicationsCsv(results: readonly RunResult[]): string {
  const rows = results.flatMap(({ scenario, table, measures }) =>
    Array.from({ length: table.replications }, (_, r) =>
      measures.map(({ measure, values }) => [scenario.id, r, measure.id, measure.unit, values[r]]),
    ).flat(),
  );
  return toCsv(headerOf(REPLICATIONS.columns), rows);
}

/** A row for each scenario, week and weekly series. */
export function weeklyCsv(results: readonly RunResult[]): string {
  const rows = results.flatMap(({ scenario, table, bands }) => {
    const series = WEEKLY.map(({ id, unit }, s) => ({ id, unit, ...bands(s) }));
    return Array.from({ length: table.weeks }, (_, week) =>
      series.map(({ id, unit, mean, p10, p90 }) => [
        scenario.id,
        week,
        id,
        unit,
        mean[week],
        p10[week],
        p90[week],
      ]),
    ).flat();
  });
  return toCsv(headerOf(WEEKS.columns), rows);
}
