/**
 * How far a shock moves a weekly series: the average paired difference from the same futures without it, with the
 * interval of that average, the shock's weeks and the week of recovery.
 */

import { area, extent, line, range, scaleLinear } from "d3";
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { text } from "../text/text";
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
  readonly events: readonly { readonly week: number; readonly label: string }[];
  readonly marked: number | null;
}

const COLOUR = SERIES_STYLES[0].colour;
const LABELS = 20;

type Scale = ReturnType<typeof scaleLinear<number, number>>;

const marginOf = ({ events }: Pick<DepartureChartProps, "events">): Margin => ({
  top: 34 + events.length * LABELS,
  right: 16,
  bottom: 46,
  left: 64,
});

const xOf = (props: DepartureChartProps): Scale => {
  const margin = marginOf(props);
  return scaleLinear([0, Math.max(1, props.mean.length)], [margin.left, props.width - margin.right]);
};

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
  drawEvents(svg, props, x, height - margin.bottom);
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

/** Lines at the events, their labels one below the other above the plot, so that none covers another. */
function drawEvents(svg: Svg, { events, width }: DepartureChartProps, x: Scale, bottom: number): void {
  const placed = events.map(({ week, label }, i) => ({ at: x(week), label, row: 14 + LABELS * i }));
  type Placed = (typeof placed)[number];
  const isRight = ({ at }: Placed): boolean => at > width / 2;
  layer(svg, "events")
    .selectAll<SVGPathElement, Placed>("path")
    .data(placed)
    .join("path")
    .attr("d", ({ at, row }) => `M${at},${row + 4}V${bottom}`)
    .attr("stroke", SECONDARY)
    .attr("stroke-dasharray", "4 3");
  layer(svg, "event-labels")
    .selectAll<SVGTextElement, Placed>("text")
    .data(placed)
    .join("text")
    .attr("x", (event) => event.at + (isRight(event) ? 6 : -6))
    .attr("y", ({ row }) => row)
    .attr("text-anchor", (event) => (isRight(event) ? "end" : "start"))
    .attr("font-size", 13)
    .text(({ label }) => label);
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
