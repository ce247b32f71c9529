/** The four figures over time: burnout, leavers, caseload and waiting. */
import { type Band, fourWeekBand, groupMeans, weeklyBand } from "../bands";
import { type BandChartProps, bandChart, pointAt } from "../charts/bandChart";
import { keyOf } from "../charts/labels";
import { seriesStyles } from "../charts/palette";
import { NARROW } from "../charts/svg";
import type { Results } from "../results";
import { formatRange, formatUpTo, formatValue, type NumberStyle, yearsInWords } from "../text/format";
import { text } from "../text/text";
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
  const { id, measure, step } = definition;
  const style = definition.style();
  const words = text.overTime.measures[id];
  const bands = bandsOf(definition, results);
  const points = bands[0].mean.length;
  const weeks = Array.from({ length: points }, (_, i) => (i + 1) * step);
  const alternative = describe(definition, subject, bands);
  const props = (width: number, marked: number | null, future: number | null = null) =>
    chartProps(definition, subject, { bands, weeks, alternative, width, marked, future });
  const nearest = (week: number) => Math.min(points - 1, Math.max(0, Math.round(week / step) - 1));
  return {
    id,
    about: comparison(subject),
    title: findingTitle(subject, measure, style, words),
    subtitle: text.figures.measureAt(words.subtitle, placeAndTime(subject)),
    note: noteOf(subject),
    noteWith: (future) =>
      future < results.futures
        ? text.overTime.noteOfFuture(noteOf(subject), String(future + 1))
        : noteOf(subject),
    alternative,
    draw: (svg, { width, marked, future }) => svg.call(bandChart, props(width, marked, future)),
    reading: {
      points,
      weekOf: (point) => weeks[point],
      pointOf: nearest,
      pointAt: (px, width) => pointAt(props(width, null), px),
      say: (point) => say(definition, results, bands, { point, week: weeks[point] }),
    },
    table: () => tableOf(definition, results, bands, weeks),
    tableNote: step === 1 ? text.overTime.everyThirteenth : "",
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
  const { scale, suffix } = definition.style();
  const scaled = (values: Float64Array) => values.map((value) => value * scale);
  const styles = seriesStyles(results.scenarios.length, focus);
  return {
    label: parts.alternative,
    width,
    height: width < NARROW ? 300 + keyOf(namesOf(results), width).height : 320,
    yAxis: {
      title: text.overTime.measures[definition.id].axis,
      format: (value) => `${formatUpTo(value, 3)}${suffix}`,
    },
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
      label: label ?? text.overTime.changeInWeek(String(atWeek)),
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
    return { style: styles[s], values: Float64Array.from(values, (value) => value * style().scale) };
  });
}

const namesOf = ({ scenarios }: Results): string[] => scenarios.map(({ name }) => name);

function noteOf({ results, focus }: Subject): string {
  const { note, noteOfTwo } = text.overTime;
  const { scenarios } = results;
  return scenarios.length > 2 ? noteOfTwo(restsOn(results), scenarios[focus].name) : note(restsOn(results));
}

function describe(definition: OverTime, { results }: Subject, bands: readonly Band[]): string {
  const last = bands[0].mean.length - 1;
  const years = yearsInWords(results.params(0).run.years);
  const style = definition.style();
  const { line, alternative, measures } = text.overTime;
  const lines = results.scenarios.map(({ name }, s) => {
    const { mean, low, high } = bands[s];
    const [from, to] = [mean[0], mean[last]].map((value) => formatValue(value, style));
    return line({ name, from, to, range: formatRange(low[last], high[last], style) });
  });
  return alternative(years, measures[definition.id].subtitle, lines);
}

function say(
  definition: OverTime,
  results: Results,
  bands: readonly Band[],
  { point, week }: { readonly point: number; readonly week: number },
): string {
  const { step } = definition;
  const style = definition.style();
  const values = results.scenarios.map(({ name }, s) => {
    const { mean, low, high } = bands[s];
    const value = formatValue(mean[point], style);
    return text.figures.inFutures(`${name} ${value}`, formatRange(low[point], high[point], style));
  });
  const { overTime, reading } = text;
  const last = String(week);
  const when = step === 1 ? overTime.week(last) : overTime.weeks(String(week - step + 1), last);
  return reading.say(when, values);
}

const cell = ({ mean, low, high }: Band, i: number, style: NumberStyle): string =>
  `${formatValue(mean[i], style)} (${formatRange(low[i], high[i], style)})`;

const WEEKS_PER_ROW = 13;

function tableOf(
  { id, style, step }: OverTime,
  { scenarios }: Results,
  bands: readonly Band[],
  weeks: readonly number[],
): DataTable {
  const { columnHead } = text.overTime.measures[id];
  const rows = weeks.map((_, i) => i).filter((i) => step > 1 || weeks[i] % WEEKS_PER_ROW === 0 || i === 0);
  return {
    columns: [
      text.overTime.weekHead,
      ...scenarios.map(({ name }) => text.figures.columnInFutures(name, columnHead)),
    ],
    rows: rows.map((i) => [
      step === 1 ? String(weeks[i]) : `${weeks[i] - step + 1}–${weeks[i]}`,
      ...bands.map((band) => cell(band, i, style())),
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
