/** What the figures of experiments share: names of files, subtitles, and numbers with their intervals. */

import { DEFAULTS, type ParameterRow, withChanges } from "../../../sim/parameters";
import type { Measure } from "../../../sim/record/measures";
import type { Scenario } from "../../../sim/scenario";
import type { Interval95 } from "../../../sim/statistics";
import { scenarioInFile } from "../../download";
import type { Size } from "../../experiments";
import { FEW_FUTURES } from "../../results";
import {
  formatDifference,
  formatDifferenceRange,
  formatSignificant,
  formatValue,
  labelInSentence,
  type NumberStyle,
  styleOf,
  yearsInWords,
} from "../../text/format";
import { parameterSaid } from "../../text/tables";
import { text } from "../../text/text";
import { type DataTable, type Reading, readingOf, sayRow } from "../figure";

/** `holdfast-sweep-baseline-30-futures.csv`. */
export function fileNameOf(what: string, scenarios: readonly Scenario[], { replications }: Size): string {
  return `holdfast-${what}-${scenarios.map(scenarioInFile).join("-vs-")}-${replications}-futures.csv`;
}

/** "five years", of a scenario. */
export const periodOf = ({ changes }: Scenario): string =>
  yearsInWords(withChanges(DEFAULTS, changes).run.years);

/** "30 simulated futures", with a warning where that is few. */
export const restsOn = ({ replications }: Size): string =>
  text.experimentFigures.futures(replications, replications < FEW_FUTURES);

const TURNOVER = "leavers per filled WTE-year";

/** How values of a measure's unit are written here: turnover as a percentage, as the page's figure of it has it. */
export function styleFor(unit: string): NumberStyle {
  return unit === TURNOVER
    ? { ...styleOf("share"), words: text.experimentFigures.turnoverUnit }
    : styleOf(unit);
}

/** What was found of parameters, each with its row as the page speaks of it. */
export const withWords = <Found extends { readonly row: ParameterRow }>(found: readonly Found[]): Found[] =>
  found.map((one) => ({ ...one, row: parameterSaid(one.row) }));

/** "Turnover (% of filled posts a year)". */
export const measureInWords = ({ label, unit }: Measure): string => `${label} (${styleFor(unit).words})`;
/** The same inside a sentence. */
export const measureInside = ({ label, unit }: Measure): string =>
  `${labelInSentence(label)} (${styleFor(unit).words})`;

/** Reading of bars row by row: what the table has in each of them. The table's first rows are those drawn. */
export const rowReading = (
  names: readonly string[],
  table: () => DataTable,
  rowAt: (width: number, py: number) => number,
): Reading | null =>
  readingOf(names, {
    label: text.reading.rows,
    pointAt: (_px, width, py) => rowAt(width, py),
    say: (row) => sayRow(names[row], table(), row),
  });

/** What an axis in the unit of a measure writes at a value in that unit: "20%", "£400,000". */
export const axisFormat =
  (style: NumberStyle) =>
  (value: number): string => {
    const number = formatSignificant(Math.abs(value), 6);
    return `${value < 0 ? "−" : ""}${style.prefix}${number}${style.suffix}`;
  };

/** As many decimals as make an interval's width show two digits, at most four. */
export function decimalsOf([low, high]: Interval95, { scale, decimals }: NumberStyle): number {
  const width = Math.abs(high - low) * scale;
  if (!(width > 0) || decimals < 0) return decimals;
  return Math.min(4, Math.max(decimals, 1 - Math.floor(Math.log10(width))));
}

/** "23.1% (22.0% to 24.2%)", of an average and its interval. */
export function withInterval(mean: number, interval: Interval95, style: NumberStyle): string {
  const decimals = decimalsOf(interval, style);
  const [low, high] = interval.map((end) => formatValue(end, style, decimals));
  return `${formatValue(mean, style, decimals)} (${text.format.range(low, high)})`;
}

/** "−3.1 points (−3.9 to −2.3 points)", of a difference. */
export function differenceWithInterval(mean: number, interval: Interval95, style: NumberStyle): string {
  const decimals = decimalsOf(interval, style);
  return `${formatDifference(mean, style, decimals)} (${formatDifferenceRange(interval, style, decimals)})`;
}

/** A share as a percentage without decimals, rounded outwards at the ends of an interval. */
export const percent = (share: number): string => wholePercent(Math.round(100 * share));
export const percents = ([low, high]: Interval95): string =>
  text.format.range(wholePercent(Math.floor(100 * low)), wholePercent(Math.ceil(100 * high)));
const wholePercent = (number: number): string => text.charts.percent(String(number));
