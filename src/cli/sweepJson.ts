/** Tidy rows of a sweep: JSON and CSV, a row for each point and measure with the parameters' values beside it. */
import { type ParameterRow, parameterById } from "../../sim/parameters";
import type { RunTable } from "../../sim/statistics";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { fingerprint } from "../experiment/fingerprint";
import { type SweepRow, sweepExperiment } from "../experiment/sweep";
import { variedBy } from "../experiment/sweepDesign";
import type { Column, Table } from "../output/tableParts";
import { MEASURE, measured, SCENARIO, UNIT } from "../output/tables";
import { toCsv } from "./csv";
import type { SweepCall } from "./sweepRequest";

/** The documented JSON of `sweep`: what was asked, the points with their fingerprints, and the rows. */
export function sweepJson(call: SweepCall, tables: readonly RunTable[], rows: readonly SweepRow[]): object {
  const { scenario, design, seed, replications } = call;
  const { id, name, changes, timeline } = scenario;
  const { scenarios } = sweepExperiment(call);
  return {
    ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, seed, replications, design: design.kind },
    scenario: { id, name, changes, timeline },
    parameters: variedBy(design).map((parameter) => ({ id: parameter, unit: parameterById(parameter).unit })),
    points: scenarios.map((arm, p) => ({
      id: arm.id,
      values: Object.fromEntries(variedBy(design).map((parameter) => [parameter, arm.changes[parameter]])),
      fingerprint: fingerprint({ scenario: arm, seed, replications, measures: tables[p].measures }),
    })),
    rows: rows.map(({ point, values, measure, summary: { n, mean, ci95, p10, p90 } }) => ({
      ...{ scenario: scenarios[point].id, ...values, measure: measure.id, unit: measure.unit },
      ...{ n, mean, ci95, p10, p90 },
    })),
  };
}

/** The table that `sweepCsv` gives, for the data dictionary. */
export function sweepTable({ design }: Pick<SweepCall, "design">): Table {
  const varied = variedBy(design).map(parameterById);
  return {
    name: "sweep",
    columns: [
      SCENARIO,
      ...varied.map(
        (row): Column => ({ name: row.id, type: typeOf(row), unit: row.unit, meaning: row.label }),
      ),
      MEASURE,
      UNIT,
      { name: "n", type: "whole number", unit: "replications", meaning: "Replications with a value." },
      measured("mean", "Mean over replications."),
      measured("ci95Low", "Lower end of the 95% Student-t interval of the mean."),
      measured("ci95High", "Upper end of it."),
      measured("p10", "10th percentile over replications: 8 in 10 futures lie between p10 and p90."),
      measured("p90", "90th percentile over replications."),
    ],
  };
}

/** "None" stands for no limit, so a parameter that may be so is text. */
function typeOf({ kind, orNone }: ParameterRow): Column["type"] {
  if (orNone || kind === "switch" || kind === "choice") return "text";
  return kind === "integer" ? "whole number" : "number";
}

/** The rows as CSV. */
export function sweepCsv(call: SweepCall, rows: readonly SweepRow[]): string {
  const { scenarios } = sweepExperiment(call);
  return toCsv(
    sweepTable(call).columns.map(({ name }) => name),
    rows.map(({ point, values, measure, summary: { n, mean, ci95, p10, p90 } }) => [
      scenarios[point].id,
      ...variedBy(call.design).map((id) =>
        typeof values[id] === "boolean" ? String(values[id]) : values[id],
      ),
      ...[measure.id, measure.unit, n, mean, ...ci95, p10, p90],
    ]),
  );
}
