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
import {
  comparison,
  type Data,
  type Figure,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  type Subject,
} from "../figure";

/** Measures that are offered, with the words at either side of no difference. */
export const DIFFERENCE_MEASURES: readonly {
  readonly id: string;
  readonly name: string;
  readonly sides: readonly [string, string];
}[] = [
  { id: "leavers", name: "leavers", sides: ["fewer leavers", "more leavers"] },
  { id: "burnoutPrevalence", name: "burnout", sides: ["less burnout", "more burnout"] },
  { id: "waitMeanDays", name: "the wait", sides: ["shorter wait", "longer wait"] },
  { id: "connectedShare", name: "connected", sides: ["fewer connected", "more connected"] },
  { id: "costPerYear", name: "cost", sides: ["cheaper", "dearer"] },
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
export function differencesFigure(subject: Subject, id: string): Figure {
  const { results } = subject;
  const { label, unit } = measureById(id);
  const style = styleOf(unit);
  const differences = differencesOf(subject, id);
  const alternative = describe(subject, id, differences);
  const name = results.scenarios[subject.focus].name;
  return {
    id: "differences",
    about: comparison(subject),
    title: titleOf(id, differences),
    subtitle: `${label}, ${name} less ${inSentence(results.scenarios[0].name)}, ${style.words}, in matched futures; ${placeAndTime(subject)}`,
    note: `Each dot: one simulated future, the same referrals and luck in both scenarios (${formatCount(ranked(differences).length)} of them). Line below: the share of futures in which the difference is at most that.`,
    alternative,
    draw: (svg, { width, future }) =>
      svg.call(swarmChart, propsOf(id, differences, { label: alternative, width, chosen: future ?? null })),
    reading: null,
    table: () => tableOf(subject, id, differences),
    tableNote: "Every tenth of the futures; the CSV file has each future.",
    data: () => dataOf(subject, id, differences),
  };
}

interface Drawn {
  readonly label: string;
  readonly width: number;
  readonly chosen: number | null;
}

function propsOf(id: string, differences: Float64Array, drawn: Drawn): SwarmChartProps {
  const style = styleOf(measureById(id).unit);
  const { sides } = DIFFERENCE_MEASURES.find((one) => one.id === id) ?? { sides: ["less", "more"] as const };
  const plain = { ...style, scale: 1, decimals: Math.max(0, style.decimals - 1), differenceSuffix: "" };
  return {
    ...drawn,
    xTitle: `difference, ${style.scale === 100 ? "percentage points" : style.words}`,
    format: (value) => (value === 0 ? "0" : formatDifference(value, plain)),
    values: differences.map((value) => value * style.scale),
    sides,
  };
}

/** The future whose dot is nearest to a place in the picture. */
export function pickFuture(
  subject: Subject,
  id: string,
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

function titleOf(id: string, differences: Float64Array): string {
  const { good } = measureById(id);
  const side = DIFFERENCE_MEASURES.find((one) => one.id === id)!.sides[good === "higher" ? 1 : 0];
  const [better, all] = shareBetter(differences, good);
  return all === 0 ? "No future has a value" : `${capital(side)} in ${better} of ${all} matched futures`;
}

/** What one future says, in a sentence. */
export function sayFuture({ results, focus }: Subject, id: string, future: number): string {
  const { unit, label } = measureById(id);
  const style = styleOf(unit);
  const value = (s: number) => formatValue(results.column(s, id)[future], single(style));
  const differences = differencesOf({ results, focus }, id);
  const difference = differences[future];
  if (!Number.isFinite(difference)) return `Future ${future + 1} has no value of “${label}”.`;
  const all = ranked(differences);
  const atMost = all.filter((other) => differences[other] <= difference).length;
  return `Future ${future + 1}: ${label.toLowerCase()} ${value(focus)} with “${results.scenarios[focus].name}”, ${value(0)} with ${inSentence(results.scenarios[0].name)}: a difference of ${formatDifference(difference, single(style))}. In ${atMost} of ${all.length} futures it is at most that.`;
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
  const name = subject.results.scenarios[subject.focus].name;
  return `Dots and a rising line: differences of ${measureById(id).label.toLowerCase()} between ${name} and ${inSentence(subject.results.scenarios[0].name)} in ${sorted.length} matched futures, from ${at(0)} to ${at(1)}, in the middle ${middle}.`;
}

function tableOf({ results, focus }: Subject, id: string, differences: Float64Array) {
  const style = styleOf(measureById(id).unit);
  const all = ranked(differences);
  const rows = Array.from({ length: 11 }, (_, i) => {
    const future = all[Math.round((i / 10) * (all.length - 1))];
    const value = future === undefined ? Number.NaN : differences[future];
    return [`${i * 10}%`, formatDifference(value, style)];
  });
  return {
    columns: [
      "Share of futures with at most",
      `${results.scenarios[focus].name} less ${inSentence(results.scenarios[0].name)}, ${style.words}`,
    ],
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
