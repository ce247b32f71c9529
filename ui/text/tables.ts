/**
 * Parameters, measures and ready-made scenarios as the page speaks of them: from the project's own tables, or, where a
 * translation has words for one (`tables` in its texts), in those.
 */
import { PARAMETERS, type ParameterRow, parameterById as rowOf } from "../../sim/parameters";
import { MEASURES, type Measure } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import type { DrillSeries, Named, ShockAsk, ShockKind } from "../experiments";
import { text } from "./text";

function said<Row extends { readonly id: string }, Words extends object>(
  row: Row,
  translated: Readonly<Record<string, Words>>,
): Row {
  return Object.hasOwn(translated, row.id) ? { ...row, ...translated[row.id] } : row;
}

export const parameterSaid = (row: ParameterRow): ParameterRow => said(row, text.tables.parameters);

/** The row of a parameter; throws when there is no such id. */
export const parameterById = (id: string): ParameterRow => parameterSaid(rowOf(id));

/** Every parameter, in the order of the table. */
export const parameters = (): readonly ParameterRow[] => PARAMETERS.map(parameterSaid);

/** Every measure, in the order of the table. */
export const measures = (): readonly Measure[] => MEASURES.map(measureSaid);

export const measureSaid = (measure: Measure): Measure => said(measure, text.tables.measures);

/** A weekly column of a drill. */
export const weeklySaid = (series: DrillSeries): DrillSeries => said(series, text.tables.weekly);

export const mechanismSaid = (one: Named): Named => said(one, text.tables.mechanisms);

export const shockSaid = (shock: ShockKind): ShockKind => ({ ...shock, ...text.tables.shocks[shock.kind] });

/** A shock as it strikes; `english` is how the experiment itself says it. */
export const shockInWords = (shock: ShockAsk, english: string): string =>
  text.tables.shocks[shock.kind]?.words(shock) ?? english;

/** A ready-made scenario. */
export const scenarioSaid = (scenario: Scenario): Scenario => said(scenario, text.tables.scenarios);
