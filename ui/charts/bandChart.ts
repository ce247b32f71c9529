/** Mean and range over time, one line a scenario. Draw it with `svg.call(bandChart, props)`. */

import { area, line, max, range, scaleLinear } from "d3";
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { text } from "../text/text";
import { drawEndNames } from "./endNames";
import { type ChartEvent, drawEvents, placeEvents } from "./events";
import { drawKey, keyOf } from "./labels";
import { SECONDARY, type SeriesStyle } from "./palette";
import {
  drawXAxis,
  drawYAxis,
  type Frame,
  frame,
  layer,
  type Margin,
  NARROW,
  type Named,
  type Svg,
  type YAxis,
} from "./svg";

/** One scenario: columns over `weeks`, in the unit of the y axis; NaN where there is no value. */
export interface BandSeries extends Named {
  readonly mean: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** Whether the range is shaded; the mean line is always drawn. */
  readonly shaded: boolean;
}

/** One future of one scenario: a value at each of `weeks`. */
export interface SingleLine {
  readonly style: SeriesStyle;
  readonly values: ArrayLike<number>;
}

export interface BandChartProps extends Frame {
  readonly yAxis: YAxis;
  /** Week (from week 0) in which each point stands. */
  readonly weeks: readonly number[];
  /** Length of the x axis, in weeks. */
  readonly lastWeek: number;
  readonly series: readonly BandSeries[];
  /** Lines of one single future, thin, drawn over the averages. */
  readonly singles?: readonly SingleLine[];
  /** Changes during the run, such as a grant that ends. */
  readonly events: readonly ChartEvent[];
  /** Point that is being read, or null. */
  readonly marked: number | null;
}

const namesOf = (series: readonly Named[]): string[] => series.map(({ name }) => name);

/** Room around the plot: names stand at the right where there is room for them, else above. */
export function bandMargin({ width, series }: Pick<BandChartProps, "width" | "series">): Margin {
  const narrow = width < NARROW;
  return {
    top: 34 + (narrow ? keyOf(namesOf(series), width).height : 0),
    right: narrow ? 14 : Math.min(170, Math.max(120, 0.3 * width)),
    bottom: 46,
    left: 50,
  };
}

function scales(props: BandChartProps, margin: Margin) {
  const { series, singles = [], width, height, lastWeek } = props;
  const columns = [...series.flatMap((s) => [s.high, s.mean]), ...singles.map(({ values }) => values)];
  const highest = max(columns, (column) => max(Array.from(column)) ?? 0);
  const x = scaleLinear([0, lastWeek], [margin.left, width - margin.right]);
  const y = scaleLinear([0, highest || 1], [height - margin.bottom, margin.top]).nice(5);
  return { x, y };
}

/** Index of the point nearest to `px` (px from the left edge of a chart of these props). */
export function pointAt(props: BandChartProps, px: number): number {
  const { x } = scales(props, bandMargin(props));
  const week = x.invert(px);
  const nearest = props.weeks.reduce(
    (best, w, i) => (Math.abs(w - week) < Math.abs(props.weeks[best] - week) ? i : best),
    0,
  );
  return nearest;
}

/** Draws the chart into `svg`, whatever was there before. */
export function bandChart(svg: Svg, props: BandChartProps): void {
  const margin = bandMargin(props);
  const { x, y } = scales(props, margin);
  frame(svg, props);
  drawYAxis(svg, y, props.yAxis, { width: props.width, margin });
  drawYears(svg, props, margin, x);
  drawBands(svg, props, x, y);
  drawMeans(svg, props, x, y);
  drawSingles(svg, props, x, y);
  drawEvents(svg, placeEvents(props.events, x, [margin.left, props.width - margin.right]), {
    top: margin.top,
    plotTop: margin.top,
    bottom: props.height - margin.bottom,
  });
  drawMarker(svg, props, margin, x, y);
  drawNames(svg, props, margin, y);
}

type Scale = (value: number) => number;

function drawYears(
  svg: Svg,
  props: BandChartProps,
  margin: Margin,
  x: ReturnType<typeof scaleLinear<number>>,
) {
  const { lastWeek } = props;
  const short = lastWeek <= 2 * WEEKS_PER_YEAR;
  const step = short ? 13 : WEEKS_PER_YEAR * Math.ceil(lastWeek / WEEKS_PER_YEAR / 10);
  drawXAxis(
    svg,
    x,
    {
      title: short ? text.charts.weeksSincePolicy : text.charts.yearsSincePolicy,
      ticks: range(0, lastWeek + 1, step),
      format: (week) => String(short ? week : week / WEEKS_PER_YEAR),
    },
    { ...props, margin },
  );
}

const indices = (s: BandSeries): number[] => range(s.mean.length);

function drawBands(svg: Svg, { series, weeks }: BandChartProps, x: Scale, y: Scale): void {
  const shaded = series.filter((s) => s.shaded);
  const fill = (s: BandSeries) =>
    area<number>(
      (i) => x(weeks[i]),
      (i) => y(s.low[i]),
      (i) => y(s.high[i]),
    ).defined((i) => Number.isFinite(s.low[i]) && Number.isFinite(s.high[i]))(indices(s));
  const edge = (column: ArrayLike<number>) =>
    line<number>(
      (i) => x(weeks[i]),
      (i) => y(column[i]),
    ).defined((i) => Number.isFinite(column[i]))(range(column.length));
  paths(layer(svg, "bands"), shaded)
    .attr("d", fill)
    .attr("fill", (s) => s.style.colour)
    .attr("fill-opacity", 0.16);
  paths(layer(svg, "edges"), shaded)
    .attr("d", (s) => `${edge(s.low) ?? ""}${edge(s.high) ?? ""}`)
    .attr("fill", "none")
    .attr("stroke", (s) => s.style.colour)
    .attr("stroke-width", 1);
}

function drawMeans(svg: Svg, { series, weeks }: BandChartProps, x: Scale, y: Scale): void {
  const mean = (s: BandSeries) =>
    line<number>(
      (i) => x(weeks[i]),
      (i) => y(s.mean[i]),
    ).defined((i) => Number.isFinite(s.mean[i]))(indices(s));
  paths(layer(svg, "means"), series)
    .attr("d", mean)
    .attr("fill", "none")
    .attr("stroke", (s) => s.style.colour)
    .attr("stroke-width", (s) => s.style.width)
    .attr("stroke-dasharray", (s) => s.style.dash || null);
}

/** With a white edge, so that they are seen on the bands and across the averages. */
function drawSingles(svg: Svg, { singles = [], weeks }: BandChartProps, x: Scale, y: Scale): void {
  const single = ({ values }: SingleLine) =>
    line<number>(
      (i) => x(weeks[i]),
      (i) => y(values[i]),
    ).defined((i) => Number.isFinite(values[i]))(range(weeks.length));
  const edged = singles.flatMap((one) => [
    { ...one, colour: "#FFFFFF", width: 3.5 },
    { ...one, colour: one.style.colour, width: 1.5 },
  ]);
  layer(svg, "singles")
    .selectAll<SVGPathElement, (typeof edged)[number]>("path")
    .data(edged)
    .join("path")
    .attr("d", single)
    .attr("fill", "none")
    .attr("stroke", ({ colour }) => colour)
    .attr("stroke-width", ({ width }) => width)
    .attr("stroke-dasharray", ({ style }) => style.dash || null);
}

const paths = (parent: ReturnType<typeof layer>, series: readonly BandSeries[]) =>
  parent.selectAll<SVGPathElement, BandSeries>("path").data(series).join("path");

function drawMarker(svg: Svg, props: BandChartProps, margin: Margin, x: Scale, y: Scale): void {
  const { marked, weeks, series, height } = props;
  const at = marked !== null && marked < weeks.length ? [marked] : [];
  layer(svg, "marker")
    .selectAll("line")
    .data(at)
    .join("line")
    .attr("x1", (i) => x(weeks[i]))
    .attr("x2", (i) => x(weeks[i]))
    .attr("y1", margin.top)
    .attr("y2", height - margin.bottom)
    .attr("stroke", SECONDARY);
  layer(svg, "marker-points")
    .selectAll<SVGCircleElement, BandSeries>("circle")
    .data(at.flatMap((i) => series.filter((s) => Number.isFinite(s.mean[i]))))
    .join("circle")
    .attr("cx", () => x(weeks[at[0]]))
    .attr("cy", (s) => y(s.mean[at[0]]))
    .attr("r", 4.5)
    .attr("fill", (s) => s.style.colour)
    .attr("stroke", "#FFFFFF");
}

function drawNames(svg: Svg, props: BandChartProps, margin: Margin, y: Scale): void {
  const narrow = props.width < NARROW;
  drawKey(svg, narrow ? props.series : [], keyOf(namesOf(props.series), props.width), (rows) =>
    rows
      .selectAll<SVGLineElement, Named>("line")
      .data((s) => [s])
      .join("line")
      .attr("x2", 32)
      .attr("stroke", (s) => s.style.colour)
      .attr("stroke-width", (s) => s.style.width)
      .attr("stroke-dasharray", (s) => s.style.dash || null),
  );
  drawEndNames(svg, narrow ? [] : props.series, { ...props, margin, y });
}
