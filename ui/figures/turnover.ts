/** Turnover of each year: a dot for the average, a whisker for 8 in 10 futures. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { type Band, yearlyTurnover } from "../bands";
import { keyOf } from "../charts/labels";
import { seriesStyles } from "../charts/palette";
import { groupAt, type RangeChartProps, rangeChart } from "../charts/rangeChart";
import type { Results } from "../results";
import { formatRange, formatValue, styleOf } from "../text/format";
import { upTo } from "../text/plainNumber";
import { text } from "../text/text";
import {
  comparison,
  type Figure,
  findingTitle,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  restsOn,
  type Subject,
} from "./figure";

const style = () => ({ ...styleOf("share"), decimals: 0 });

/** The figure of yearly turnover. */
export function turnoverFigure(subject: Subject): Figure {
  const { results } = subject;
  const words = text.turnoverFigure;
  const bands = results.scenarios.map((_, s) => yearlyTurnover(results, s));
  const groups = Array.from(bands[0].mean, (_, i) => words.year(String(i + 1)));
  const alternative = describe(results, bands);
  const props = (width: number, marked: number | null) =>
    chartProps(subject, { bands, groups, label: alternative, width, marked });
  return {
    id: "turnover",
    about: comparison(subject),
    title: findingTitle(subject, "turnoverRate", style(), words),
    subtitle: text.figures.measureAt(words.subtitle, placeAndTime(subject)),
    note: words.note(restsOn(results)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(rangeChart, props(width, marked)),
    reading: {
      points: groups.length,
      weekOf: (year) => (year + 1) * WEEKS_PER_YEAR,
      pointOf: (week) => Math.min(groups.length - 1, Math.max(0, Math.ceil(week / WEEKS_PER_YEAR) - 1)),
      pointAt: (px, width) => groupAt(props(width, null), px),
      say: (year) =>
        text.reading.say(
          groups[year],
          results.scenarios.map(({ name }, s) => sayRange(name, bands[s], year)),
        ),
      own: { label: text.reading.years, where: (year) => groups[year], areWeeks: true },
    },
    table: () => ({
      columns: [
        words.yearHead,
        ...results.scenarios.map(({ name }) => text.figures.columnInFutures(name, words.columnHead)),
      ],
      rows: groups.map((group, i) => [group, ...bands.map((band) => cell(band, i))]),
    }),
    tableNote: "",
    data: () => ({
      columns: ["scenario", "measure", "year", "mean", "p10", "p90", ...PROVENANCE_COLUMNS],
      rows: results.scenarios.flatMap(({ id }, s) =>
        groups.map((_, i) => [
          id,
          "turnoverRate",
          i + 1,
          bands[s].mean[i],
          bands[s].low[i],
          bands[s].high[i],
          ...provenance(results, s),
        ]),
      ),
    }),
  };
}

const cell = ({ mean, low, high }: Band, i: number): string =>
  `${formatValue(mean[i], style())} (${formatRange(low[i], high[i], style())})`;

const sayRange = (name: string, { mean, low, high }: Band, i: number): string =>
  text.figures.inFutures(
    text.reading.value(name, formatValue(mean[i], style())),
    formatRange(low[i], high[i], style()),
  );

const namesOf = (scenarios: Results["scenarios"]): string[] => scenarios.map(({ name }) => name);

function chartProps(
  { results: { scenarios }, focus }: Subject,
  {
    bands,
    ...drawn
  }: Pick<RangeChartProps, "groups" | "label" | "width" | "marked"> & {
    readonly bands: readonly Band[];
  },
): RangeChartProps {
  const scaled = (values: Float64Array) => values.map((value) => value * style().scale);
  const styles = seriesStyles(scenarios.length, focus);
  return {
    ...drawn,
    height: 300 + keyOf(namesOf(scenarios), drawn.width).height,
    yAxis: { title: text.turnoverFigure.axis, format: (value) => text.charts.percent(upTo(value, 3)) },
    xTitle: "",
    series: scenarios.map(({ name }, s) => ({
      name,
      style: styles[s],
      mean: scaled(bands[s].mean),
      low: scaled(bands[s].low),
      high: scaled(bands[s].high),
    })),
  };
}

function describe({ scenarios }: Results, bands: readonly Band[]): string {
  const words = text.turnoverFigure;
  const last = bands[0].mean.length - 1;
  const ends = scenarios.map(({ name }, s) => {
    const [first, end] = [bands[s].mean[0], bands[s].mean[last]].map((v) => formatValue(v, style()));
    return last === 0 ? words.inOneYear(name, first) : words.overYears(name, first, end);
  });
  return words.alternative(words.subtitle, ends);
}
