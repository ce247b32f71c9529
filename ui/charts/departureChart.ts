/**
 * How far a shock moves a weekly series: the average paired difference from the same futures without it, with the
 * interval of that average, the shock's weeks and the week of recovery.
 */

import { area, extent, line, range, scaleLinear } from "d3";
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { text } from "../text/text";
import { type ChartEvent, drawEvents, type PlacedEvents, placeEvents } from "./events";
import { SECONDARY, SERIES_STYLES, TEXT } from "./palette";
import { drawXAxis, drawYAxis, type Frame, frame, layer, type Margin, type Svg, type YAxis } from "./svg";

export interface DepartureChartProps extends Frame {
  readonly yAxis: YAxis;
  /** By week, from week 0 on; NaN where there is no value. */
  readonly mean: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** First and last week that the shock lasts; equal where it happens at once. */
  readonly shock: readonly [number, number];
  readonly events: readonly ChartEvent[];
  readonly marked: number | null;
}

const COLOUR = SERIES_STYLES[0].colour;

type Scale = ReturnType<typeof scaleLinear<number, number>>;

const LEFT = 64;
const RIGHT = 16;

const xOf = ({ mean, width }: DepartureChartProps): Scale =>
  scaleLinear([0, Math.max(1, mean.length)], [LEFT, width - RIGHT]);

const eventsOf = (props: DepartureChartProps): PlacedEvents =>
  placeEvents(props.events, xOf(props), [LEFT, props.width - RIGHT]);

const marginOf = (props: DepartureChartProps): Margin => ({
  top: 34 + eventsOf(props).height,
  right: RIGHT,
  bottom: 46,
  left: LEFT,
});

/** The week under the pointer, `px` from the left edge. */
export function weekAt(props: DepartureChartProps, px: number): number {
  const week = Math.round(xOf(props).invert(px));
  return Math.min(Math.max(0, week), Math.max(0, props.mean.length - 1));
}

/** Draws the chart into `svg`, whatever was there before. */
export function departureChart(svg: Svg, props: DepartureChartProps): void {
  const { width, height, mean, low, high } = props;
  const margin = marginOf(props);
  const x = xOf(props);
  const finite = [...Array.from(mean), ...Array.from(low), ...Array.from(high), 0].filter(Number.isFinite);
  const [least = 0, most = 0] = extent(finite);
  const y = scaleLinear([least, most > least ? most : least + 1], [height - margin.bottom, margin.top]).nice(
    5,
  );
  frame(svg, props);
  drawShock(svg, props, x, [y.range()[1], y.range()[0]]);
  drawYAxis(svg, y, props.yAxis, { width, margin });
  const years = range(0, mean.length + 1, WEEKS_PER_YEAR);
  const every = Math.ceil((years.length * 34) / Math.max(1, width - margin.left - margin.right));
  const ticks = years.filter((_, i) => i % every === 0);
  drawXAxis<number>(svg, x, { title: text.charts.week, ticks, format: String }, { width, height, margin });
  drawSeries(svg, props, x, y);
  drawEvents(svg, eventsOf(props), { top: 2, bottom: height - margin.bottom });
  drawMarked(svg, props, x, y);
}

/** The weeks that the shock lasts, shaded between two lines. */
function drawShock(
  svg: Svg,
  { shock }: DepartureChartProps,
  x: Scale,
  [top, bottom]: readonly [number, number],
): void {
  layer(svg, "shock")
    .selectAll<SVGRectElement, readonly [number, number]>("rect")
    .data([shock])
    .join("rect")
    .attr("x", ([from]) => x(from))
    .attr("width", ([from, to]) => Math.max(0, x(to) - x(from)))
    .attr("y", top)
    .attr("height", bottom - top)
    .attr("fill", "#FFF9C4");
}

function drawSeries(svg: Svg, { mean, low, high }: DepartureChartProps, x: Scale, y: Scale): void {
  const weeks = range(mean.length);
  const known = (w: number): boolean => Number.isFinite(low[w]) && Number.isFinite(high[w]);
  const band = area<number>(
    (w) => x(w),
    (w) => y(low[w]),
    (w) => y(high[w]),
  ).defined(known)(weeks);
  const edge = (values: ArrayLike<number>) =>
    line<number>(
      (w) => x(w),
      (w) => y(values[w]),
    ).defined(known)(weeks) ?? "";
  const path = line<number>(
    (w) => x(w),
    (w) => y(mean[w]),
  ).defined((w) => Number.isFinite(mean[w]))(weeks);
  const zero = `M${x.range()[0]},${y(0)}H${x.range()[1]}`;
  const marks = [
    { name: "bands", d: band, fill: COLOUR, stroke: "none", width: 0 },
    { name: "edges", d: `${edge(low)}${edge(high)}`, fill: "none", stroke: COLOUR, width: 1 },
    { name: "zero", d: zero, fill: "none", stroke: TEXT, width: 1.5 },
    { name: "means", d: path, fill: "none", stroke: COLOUR, width: 2.5 },
  ];
  for (const { name, d, fill, stroke, width } of marks) {
    layer(svg, name)
      .selectAll<SVGPathElement, string>("path")
      .data(d ? [d] : [])
      .join("path")
      .attr("d", (path) => path)
      .attr("fill", fill)
      .attr("fill-opacity", fill === "none" ? null : 0.16)
      .attr("stroke", stroke)
      .attr("stroke-width", width);
  }
}

function drawMarked(svg: Svg, { marked, mean }: DepartureChartProps, x: Scale, y: Scale): void {
  const at = marked !== null && marked < mean.length ? [marked] : [];
  layer(svg, "marker")
    .selectAll<SVGLineElement, number>("line")
    .data(at)
    .join("line")
    .attr("x1", (week) => x(week))
    .attr("x2", (week) => x(week))
    .attr("y1", y.range()[1])
    .attr("y2", y.range()[0])
    .attr("stroke", SECONDARY);
  layer(svg, "marker-points")
    .selectAll<SVGCircleElement, number>("circle")
    .data(at.filter((week) => Number.isFinite(mean[week])))
    .join("circle")
    .attr("cx", (week) => x(week))
    .attr("cy", (week) => y(mean[week]))
    .attr("r", 4.5)
    .attr("fill", COLOUR)
    .attr("stroke", "#FFFFFF");
}
