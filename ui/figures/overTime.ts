/** The four figures over time: burnout, leavers, caseload and waiting. */
import { type Band, fourWeekBand, groupMeans, weeklyBand } from "../bands";
import { type BandChartProps, bandChart, pointAt } from "../charts/bandChart";
import { keyOf } from "../charts/labels";
import { seriesStyles } from "../charts/palette";
import { NARROW } from "../charts/svg";
import type { Results } from "../results";
import { formatRange, formatValue, inWords, yearsInWords } from "../text/format";
import {
  comparison,
  type Data,
  type DataTable,
  type Figure,
  findingTitle,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  restsOn,
  type Subject,
} from "./figure";
import { OVER_TIME_MEASURES, type OverTime } from "./overTimeMeasures";

/** The figures over time, by id. */
export const OVER_TIME: ReadonlyMap<string, (subject: Subject) => Figure> = new Map(
  OVER_TIME_MEASURES.map((definition) => [
    definition.id,
    (subject: Subject) => overTime(definition, subject),
  ]),
);

function bandsOf({ step, column }: OverTime, results: Results): Band[] {
  const band = step === 1 ? weeklyBand : fourWeekBand;
  return results.scenarios.map((_, s) => band(results, s, column));
}

function overTime(definition: OverTime, subject: Subject): Figure {
  const { results } = subject;
  const bands = bandsOf(definition, results);
  const points = bands[0].mean.length;
  const weeks = Array.from({ length: points }, (_, i) => (i + 1) * definition.step);
  const alternative = describe(definition, subject, bands);
  const props = (width: number, marked: number | null, future: number | null = null) =>
    chartProps(definition, subject, { bands, weeks, alternative, width, marked, future });
  const nearest = (week: number) => Math.min(points - 1, Math.max(0, Math.round(week / definition.step) - 1));
  return {
    id: definition.id,
    about: comparison(subject),
    title: findingTitle(subject, definition.measure, definition.style, definition.words),
    subtitle: `${definition.subtitle}; ${placeAndTime(subject)}`,
    note: noteOf(subject),
    alternative,
    draw: (svg, { width, marked, future }) => svg.call(bandChart, props(width, marked, future)),
    reading: {
      points,
      weekOf: (point) => weeks[point],
      pointOf: nearest,
      pointAt: (px, width) => pointAt(props(width, null), px),
      say: (point) => say(definition, results, bands, point, weeks[point]),
    },
    table: () => tableOf(definition, results, bands, weeks),
    tableNote: definition.step === 1 ? "Every 13th week; the CSV file has every week." : "",
    data: () => dataOf(definition, results, bands, weeks),
  };
}

interface Parts {
  readonly bands: readonly Band[];
  readonly weeks: readonly number[];
  readonly alternative: string;
  readonly width: number;
  readonly marked: number | null;
  readonly future: number | null;
}

function chartProps(definition: OverTime, { results, focus }: Subject, parts: Parts): BandChartProps {
  const { bands, weeks, width, marked } = parts;
  const scaled = (values: Float64Array) => values.map((value) => value * definition.style.scale);
  const suffix = definition.style.suffix;
  const styles = seriesStyles(results.scenarios.length, focus);
  return {
    label: parts.alternative,
    width,
    height: width < NARROW ? 300 + keyOf(namesOf(results), width).height : 320,
    yAxis: { title: definition.axis, format: (value) => `${value.toLocaleString("en-GB")}${suffix}` },
    weeks,
    lastWeek: results.weeks,
    series: results.scenarios.map(({ name }, s) => ({
      name,
      style: styles[s],
      mean: scaled(bands[s].mean),
      low: scaled(bands[s].low),
      high: scaled(bands[s].high),
      shaded: s === 0 || s === focus,
    })),
    singles: parts.future === null ? [] : singlesOf(definition, { results, focus }, parts.future),
    events: results.scenarios[focus].timeline.map(({ atWeek, label }) => ({
      week: atWeek,
      label: label ?? `Change in week ${atWeek}`,
    })),
    marked,
  };
}

/** One future of the scenarios whose bands are shaded: the line that the reader has chosen. */
function singlesOf({ column, step, style }: OverTime, { results, focus }: Subject, future: number) {
  const styles = seriesStyles(results.scenarios.length, focus);
  const shown = future < results.futures ? [...new Set([0, focus])] : [];
  return shown.map((s) => {
    const week = results.weekly(s, future, column);
    const values = step === 1 ? week : groupMeans(week, step);
    return { style: styles[s], values: Float64Array.from(values, (value) => value * style.scale) };
  });
}

const namesOf = ({ scenarios }: Results): string[] => scenarios.map(({ name }) => name);

function noteOf({ results, focus }: Subject): string {
  const only =
    results.scenarios.length > 2 ? `, for the baseline and “${results.scenarios[focus].name}” only` : "";
  return `Line: ${restsOn(results)}. Band: 8 in 10 of them (P10 to P90)${only}.`;
}

function describe(definition: OverTime, { results }: Subject, bands: readonly Band[]): string {
  const last = bands[0].mean.length - 1;
  const years = yearsInWords(results.params(0).run.years);
  const ends = results.scenarios.map(({ name }, s) => {
    const { mean, low, high } = bands[s];
    const at = (value: number) => formatValue(value, definition.style);
    const range = formatRange(low[last], high[last], definition.style);
    return `${name} from ${at(mean[0])} to ${at(mean[last])} at the end (8 in 10 futures: ${range})`;
  });
  return `Line chart over ${years}. ${definition.subtitle}: ${inWords(ends)}.`;
}

function say(
  { style, step }: OverTime,
  results: Results,
  bands: readonly Band[],
  point: number,
  week: number,
): string {
  const values = results.scenarios.map(({ name }, s) => {
    const { mean, low, high } = bands[s];
    return `${name} ${formatValue(mean[point], style)} (8 in 10 futures: ${formatRange(low[point], high[point], style)})`;
  });
  const when = step === 1 ? `Week ${week}` : `Weeks ${week - step + 1} to ${week}`;
  return `${when}: ${values.join("; ")}.`;
}

const WEEKS_PER_ROW = 13;

function tableOf(
  { style, columnHead, step }: OverTime,
  { scenarios }: Results,
  bands: readonly Band[],
  weeks: readonly number[],
): DataTable {
  const rows = weeks.map((_, i) => i).filter((i) => step > 1 || weeks[i] % WEEKS_PER_ROW === 0 || i === 0);
  return {
    columns: ["Week", ...scenarios.map(({ name }) => `${name}: ${columnHead} (8 in 10 futures)`)],
    rows: rows.map((i) => [
      step === 1 ? String(weeks[i]) : `${weeks[i] - step + 1}–${weeks[i]}`,
      ...bands.map(
        ({ mean, low, high }) => `${formatValue(mean[i], style)} (${formatRange(low[i], high[i], style)})`,
      ),
    ]),
  };
}

function dataOf(
  { column }: OverTime,
  results: Results,
  bands: readonly Band[],
  weeks: readonly number[],
): Data {
  return {
    columns: ["scenario", "measure", "week", "mean", "p10", "p90", ...PROVENANCE_COLUMNS],
    rows: results.scenarios.flatMap(({ id }, s) =>
      weeks.map((week, i) => [
        id,
        column,
        week,
        bands[s].mean[i],
        bands[s].low[i],
        bands[s].high[i],
        ...provenance(results, s),
      ]),
    ),
  };
}
