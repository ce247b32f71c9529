/** How the futures differ: one dot a matched future, and the chance of at most each difference. */
import { median } from "d3";
import { futureAt, type SwarmChartProps, swarmChart } from "../../charts/swarmChart";
import { measureById } from "../../results";
import {
  capital,
  formatCount,
  formatDifference,
  formatValue,
  inSentence,
  type NumberStyle,
  styleOf,
} from "../../text/format";
import { text } from "../../text/text";
import {
  comparison,
  type Data,
  type Figure,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  type Subject,
} from "../figure";

type Offered = keyof typeof text.differencesFigure.sides;

/** Measures that are offered. */
export const DIFFERENCE_MEASURES: readonly Offered[] = [
  "leavers",
  "burnoutPrevalence",
  "waitMeanDays",
  "connectedShare",
  "costPerYear",
];

/** The differences of every future, in the order of futures and in the measure's unit. */
export function differencesOf({ results, focus }: Subject, id: string): Float64Array {
  const base = results.column(0, id);
  return results.column(focus, id).map((value, r) => value - base[r]);
}

/** Futures that have a difference, from the smallest to the largest. */
export function ranked(differences: ArrayLike<number>): number[] {
  return Array.from(differences, (value, future) => ({ value, future }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value || a.future - b.future)
    .map(({ future }) => future);
}

/** The figure of the differences of one measure; there must be a scenario to compare. */
export function differencesFigure(subject: Subject, id: Offered): Figure {
  const { label, unit } = measureById(id);
  const style = styleOf(unit);
  const differences = differencesOf(subject, id);
  const alternative = describe(subject, id, differences);
  const words = text.differencesFigure;
  return {
    id: "differences",
    about: comparison(subject),
    title: titleOf(id, differences),
    subtitle: words.subtitle({
      ...{ measure: label, difference: lessInWords(subject) },
      ...{ unit: style.words, place: placeAndTime(subject) },
    }),
    note: words.note(formatCount(ranked(differences).length)),
    alternative,
    draw: (svg, { width, future }) =>
      svg.call(swarmChart, propsOf(id, differences, { label: alternative, width, chosen: future ?? null })),
    reading: null,
    table: () => tableOf(subject, id, differences),
    tableNote: words.tableNote,
    data: () => dataOf(subject, id, differences),
  };
}

/** "A policy less baseline". */
const lessInWords = ({ results: { scenarios }, focus }: Subject): string =>
  text.differencesFigure.less(scenarios[focus].name, inSentence(scenarios[0].name));

interface Drawn {
  readonly label: string;
  readonly width: number;
  readonly chosen: number | null;
}

function propsOf(id: Offered, differences: Float64Array, drawn: Drawn): SwarmChartProps {
  const style = styleOf(measureById(id).unit);
  const words = text.differencesFigure;
  const [lower, higher] = words.sides[id];
  const plain = { ...style, scale: 1, decimals: Math.max(0, style.decimals - 1), differenceSuffix: "" };
  return {
    ...drawn,
    xTitle: words.axis(style.scale === 100 ? words.percentagePoints : style.words),
    format: (value) => (value === 0 ? "0" : formatDifference(value, plain)),
    values: differences.map((value) => value * style.scale),
    sides: [lower, higher],
  };
}

/** The future whose dot is nearest to a place in the picture. */
export function pickFuture(
  subject: Subject,
  id: Offered,
  { px, py, width }: { readonly px: number; readonly py: number; readonly width: number },
): number | null {
  return futureAt(propsOf(id, differencesOf(subject, id), { label: "", width, chosen: null }), px, py);
}

function shareBetter(
  differences: ArrayLike<number>,
  good: "lower" | "higher" | null,
): readonly [number, number] {
  const values = Array.from(differences).filter(Number.isFinite);
  const lower = values.filter((value) => value < 0).length;
  const higher = values.filter((value) => value > 0).length;
  return [good === "higher" ? higher : lower, values.length];
}

function titleOf(id: Offered, differences: Float64Array): string {
  const { good } = measureById(id);
  const { sides, title, titleNone } = text.differencesFigure;
  const side = sides[id][good === "higher" ? 1 : 0];
  const [better, all] = shareBetter(differences, good);
  return all === 0 ? titleNone : title(capital(side), formatCount(better), formatCount(all));
}

/** What one future says, in a sentence. */
export function sayFuture({ results, focus }: Subject, id: string, future: number): string {
  const { unit, label } = measureById(id);
  const style = styleOf(unit);
  const value = (s: number) => formatValue(results.column(s, id)[future], single(style));
  const differences = differencesOf({ results, focus }, id);
  const difference = differences[future];
  const { say, sayNothing } = text.differencesFigure;
  if (!Number.isFinite(difference)) return sayNothing(String(future + 1), label);
  const all = ranked(differences);
  const atMost = all.filter((other) => differences[other] <= difference).length;
  return say({
    ...{ future: String(future + 1), measure: label },
    ...{ value: value(focus), scenario: results.scenarios[focus].name },
    ...{ baseValue: value(0), base: inSentence(results.scenarios[0].name) },
    difference: formatDifference(difference, single(style)),
    ...{ atMost: String(atMost), all: String(all.length) },
  });
}

/** Counts of one future are whole numbers. */
const single = (style: NumberStyle): NumberStyle => (style.isCount ? { ...style, decimals: 0 } : style);

function describe(subject: Subject, id: string, differences: Float64Array): string {
  const style = styleOf(measureById(id).unit);
  const sorted = Array.from(differences)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number) =>
    formatDifference(sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN, style);
  const middle = formatDifference(median(sorted) ?? Number.NaN, style);
  const { scenarios } = subject.results;
  return text.differencesFigure.alternative({
    measure: measureById(id).label,
    ...{ scenario: scenarios[subject.focus].name, base: inSentence(scenarios[0].name) },
    ...{ futures: String(sorted.length), least: at(0), most: at(1), middle },
  });
}

function tableOf(subject: Subject, id: string, differences: Float64Array) {
  const words = text.differencesFigure;
  const style = styleOf(measureById(id).unit);
  const all = ranked(differences);
  const rows = Array.from({ length: 11 }, (_, i) => {
    const future = all[Math.round((i / 10) * (all.length - 1))];
    const value = future === undefined ? Number.NaN : differences[future];
    return [text.charts.percent(String(i * 10)), formatDifference(value, style)];
  });
  return {
    columns: [words.shareHead, words.columnHead(lessInWords(subject), style.words)],
    rows,
  };
}

function dataOf({ results, focus }: Subject, id: string, differences: Float64Array): Data {
  const own = provenance(results, focus);
  const base = results.column(0, id);
  const other = results.column(focus, id);
  return {
    columns: ["scenario", "measure", "future", "baseline", "value", "difference", ...PROVENANCE_COLUMNS],
    rows: Array.from(differences, (difference, r) => [
      results.scenarios[focus].id,
      id,
      r + 1,
      base[r],
      other[r],
      difference,
      ...own,
    ]),
  };
}
