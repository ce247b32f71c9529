/** Results as CSV (RFC 4180): one fact a row, with the names of scenario and measure beside it. */
import { csvFormatRows } from "d3";
import { WEEKLY } from "../../sim/record/weekly";
import { bands } from "../../sim/statistics";
import type { RunResult } from "./results";

type Cell = string | number | null;

/** Rows as CSV, a line end after each; what has no value (NaN, null) is an empty cell. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell): string => (cell === null || Number.isNaN(cell) ? "" : String(cell));
  return `${csvFormatRows([[...header], ...rows.map((row) => row.map(text))])}\n`;
}

const SUMMARY = [
  "scenario",
  "measure",
  "unit",
  "n",
  "mean",
  "sd",
  "ci95Low",
  "ci95High",
  "p10",
  "p50",
  "p90",
];
const DIFFERENCE = ["Mean", "Sd", "Ci95Low", "Ci95High", "P10", "P90", "Better", "N"].map(
  (n) => `difference${n}`,
);

/** A row for each scenario and measure; with the difference from the base when there is one. */
export function measuresCsv(results: readonly RunResult[]): string {
  const compared = results.some(({ measures }) => measures.some(({ difference }) => difference));
  const rows = results.flatMap(({ scenario, measures }) =>
    measures.map(({ measure, summary: s, difference: d }) => {
      const summary = [
        scenario.id,
        measure.id,
        measure.unit,
        s.n,
        s.mean,
        s.sd,
        ...s.ci95,
        s.p10,
        s.p50,
        s.p90,
      ];
      if (!compared) return summary;
      if (!d) return [...summary, ...DIFFERENCE.map(() => null)];
      return [...summary, d.mean, d.sd, ...d.ci95, d.p10, d.p90, d.better, d.n];
    }),
  );
  return toCsv(compared ? [...SUMMARY, ...DIFFERENCE] : SUMMARY, rows);
}

/** A row for each scenario, replication and measure. */
export function replicationsCsv(results: readonly RunResult[]): string {
  const rows = results.flatMap(({ scenario, table, measures }) =>
    Array.from({ length: table.replications }, (_, r) =>
      measures.map(({ measure, values }) => [scenario.id, r, measure.id, measure.unit, values[r]]),
    ).flat(),
  );
  return toCsv(["scenario", "replication", "measure", "unit", "value"], rows);
}

/** A row for each scenario, week and weekly series. */
export function weeklyCsv(results: readonly RunResult[]): string {
  const rows = results.flatMap(({ scenario, table }) => {
    const series = WEEKLY.map(({ id, unit }, s) => ({ id, unit, ...bands(table, s) }));
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
  return toCsv(["scenario", "week", "series", "unit", "mean", "p10", "p90"], rows);
}
