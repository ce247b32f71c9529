/**
 * A measure over the values of one lever: a dot for the average with the interval of the average, and a thin line for
 * 8 in 10 futures. Dots of numbers are joined; safe values have filled dots.
 */
import { extent, leastIndex, line, max, scaleLinear, scalePoint } from "d3";
import type { Safety } from "./heatmap";
import { SECONDARY, SERIES_STYLES, TEXT } from "./palette";
import { drawXAxis, drawYAxis, type Frame, frame, layer, type Margin, type Svg, type YAxis } from "./svg";

export interface SweepPoint {
  /** The lever's value; null where its values are words. */
  readonly at: number | null;
  readonly label: string;
  readonly mean: number;
  /** 95% interval of the mean. */
  readonly low: number;
  readonly high: number;
  readonly p10: number;
  readonly p90: number;
  readonly safety: Safety;
}

export interface SweepChartProps extends Frame {
  readonly xTitle: string;
  readonly yAxis: YAxis;
  readonly points: readonly SweepPoint[];
  /** A value of the measure that is asked for. */
  readonly target: { readonly value: number; readonly label: string } | null;
  /** Point that is being read, or null. */
  readonly marked: number | null;
}

const COLOUR = SERIES_STYLES[0].colour;
const ASKED = "#801650";
const LETTER = 7.5;

interface Placed extends SweepPoint {
  readonly x: number;
}

const MARGIN: Margin = { top: 34, right: 18, bottom: 46, left: 64 };

/** The point nearest to a distance from the left edge (px). */
export function sweepPointAt(props: SweepChartProps, px: number): number {
  const { xs } = xOf(props);
  return Math.max(0, leastIndex(xs, (a, b) => Math.abs(a - px) - Math.abs(b - px)) ?? 0);
}

/** Draws the chart into `svg`, whatever was there before. */
export function sweepChart(svg: Svg, props: SweepChartProps): void {
  const { width, height, points, target } = props;
  const margin = MARGIN;
  const highest = max([...points.flatMap(({ p90, high, mean }) => [p90, high, mean]), target?.value ?? 0]);
  const y = scaleLinear([0, highest || 1], [height - margin.bottom, margin.top]).nice(5);
  frame(svg, props);
  drawYAxis(svg, y, props.yAxis, { width, margin });
  const placed = place(svg, props);
  drawMarker(
    svg,
    placed.filter((_, i) => i === props.marked),
    y,
  );
  drawTarget(svg, target, y, [margin.left, width - margin.right]);
  drawMarks(svg, placed, y);
}

/** The x axis, by numbers or by words, and where each point stands on it. */
function xOf({ width, points }: SweepChartProps) {
  const range: [number, number] = [MARGIN.left + 24, width - MARGIN.right - 24];
  if (points.length > 0 && points.every(({ at }) => at !== null)) {
    const [low = 0, high = 1] = extent(points, ({ at }) => at as number);
    const numbers = scaleLinear([low, high], range);
    return { numbers, words: null, xs: points.map(({ at }) => numbers(at as number)) };
  }
  const labels = points.map(({ label }) => label);
  const words = scalePoint(labels, range).padding(0.5);
  return { numbers: null, words, xs: labels.map((label) => words(label) ?? 0) };
}

/** Draws the x axis, and says where each point stands on it. */
function place(svg: Svg, props: SweepChartProps): Placed[] {
  const { width, height, points, xTitle: title } = props;
  const { numbers, words, xs } = xOf(props);
  const size = { width, height, margin: MARGIN };
  if (numbers) {
    const format = (value: number) => points.find(({ at }) => at === value)?.label ?? "";
    drawXAxis<number>(svg, numbers, { title, ticks: ticksOf(props), format }, size);
  } else drawXAxis<string>(svg, words, { title, format: (label) => label }, size);
  return points.map((point, i) => ({ ...point, x: xs[i] }));
}

/** As many of the values as have room for their labels. */
function ticksOf({ width, points }: SweepChartProps): number[] {
  const room = (width - MARGIN.left - MARGIN.right - 48) / Math.max(1, points.length - 1);
  const longest = Math.max(0, ...points.map(({ label }) => label.length));
  const every = Math.ceil((longest * LETTER + 8) / room);
  return points.filter((_, i) => i % every === 0).map(({ at }) => at as number);
}

type Y = ReturnType<typeof scaleLinear<number, number>>;

/** A line through the point that is being read. */
function drawMarker(svg: Svg, points: readonly Placed[], y: Y): void {
  layer(svg, "marker")
    .selectAll<SVGLineElement, Placed>("line")
    .data(points)
    .join("line")
    .attr("x1", ({ x }) => x)
    .attr("x2", ({ x }) => x)
    .attr("y1", y.range()[0])
    .attr("y2", y.range()[1])
    .attr("stroke", SECONDARY);
}

function drawTarget(
  svg: Svg,
  target: SweepChartProps["target"],
  y: Y,
  [left, right]: readonly [number, number],
): void {
  const given = target ? [target] : [];
  layer(svg, "target")
    .selectAll<SVGLineElement, (typeof given)[number]>("line")
    .data(given)
    .join("line")
    .attr("x1", left)
    .attr("x2", right)
    .attr("y1", ({ value }) => y(value))
    .attr("y2", ({ value }) => y(value))
    .attr("stroke", ASKED)
    .attr("stroke-width", 2)
    .attr("stroke-dasharray", "6 4");
  layer(svg, "target-label")
    .selectAll<SVGTextElement, (typeof given)[number]>("text")
    .data(given)
    .join("text")
    .attr("x", right)
    .attr("y", ({ value }) => y(value) - 6)
    .attr("text-anchor", "end")
    .attr("fill", ASKED)
    .attr("stroke", "#FFFFFF")
    .attr("stroke-width", 4)
    .attr("paint-order", "stroke")
    .text(({ label }) => label);
}

function drawMarks(svg: Svg, points: readonly Placed[], y: Y): void {
  const present = points.filter(({ mean }) => Number.isFinite(mean));
  const isJoined = points.every(({ at }) => at !== null);
  const path = line<Placed>(
    ({ x }) => x,
    ({ mean }) => y(mean),
  )(isJoined ? present : []);
  layer(svg, "line")
    .selectAll<SVGPathElement, string>("path")
    .data(path ? [path] : [])
    .join("path")
    .attr("d", (d) => d)
    .attr("fill", "none")
    .attr("stroke", COLOUR)
    .attr("stroke-width", 2);
  for (const [name, ends, thickness, cap] of [
    ["futures", ({ p10, p90 }: Placed) => [p10, p90], 1.25, 0],
    ["intervals", ({ low, high }: Placed) => [low, high], 3, 6],
  ] as const) {
    layer(svg, name)
      .selectAll<SVGPathElement, Placed>("path")
      .data(present.filter((point) => ends(point).every(Number.isFinite)))
      .join("path")
      .attr("d", (point) => {
        const [a, b] = ends(point).map((value) => y(value));
        const caps = cap ? `M${point.x - cap},${a}h${2 * cap}M${point.x - cap},${b}h${2 * cap}` : "";
        return `M${point.x},${a}V${b}${caps}`;
      })
      .attr("fill", "none")
      .attr("stroke", COLOUR)
      .attr("stroke-width", thickness);
  }
  layer(svg, "dots")
    .selectAll<SVGCircleElement, Placed>("circle")
    .data(present)
    .join("circle")
    .attr("cx", ({ x }) => x)
    .attr("cy", ({ mean }) => y(mean))
    .attr("r", 6)
    .attr("fill", ({ safety }) => (safety === "safe" || safety === null ? COLOUR : "#FFFFFF"))
    .attr("stroke", ({ safety }) => (safety === "safe" ? TEXT : COLOUR))
    .attr("stroke-width", 2.5);
}
