/** Parts of a whole: one bar a scenario, one segment a part. Each scenario's name stands above its bar. */
import { least, max, type ScaleLinear, scaleLinear, sum } from "d3";
import { drawKey, keyOf, LINE, textLines, wrap } from "./labels";
import { FUNCTION_FILLS, ON_FUNCTION_FILLS, TEXT } from "./palette";
import { drawXAxis, type Frame, frame, layer, type Margin, NARROW, type Svg, type YAxis } from "./svg";

export interface StackBar {
  readonly name: string;
  /** One value a part, in the unit of the axis. */
  readonly values: readonly number[];
}

export interface StackChartProps extends Omit<Frame, "height"> {
  readonly axis: YAxis;
  /** Names of the parts, in the order of the segments. */
  readonly parts: readonly string[];
  readonly bars: readonly StackBar[];
  /** Part that is being read, or null. */
  readonly marked: number | null;
}

interface Segment {
  readonly bar: number;
  readonly part: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

type X = ScaleLinear<number, number>;

const LEFT = 12;
const RIGHT = 52;
const NAME = 22;
const BAR = 32;
const GAP = 14;
/** Room under the first bar for the parts' names. */
const PART_NAMES = 66;
/** A segment narrower than this (px) has no room for its number, or for its part's name. */
const ROOM_FOR_NUMBER = 30;
const ROOM_FOR_NAME = 62;

interface Layout {
  readonly x: X;
  /** Whether the parts' names stand under the first bar's segments, instead of in a key above. */
  readonly isDirect: boolean;
  readonly names: readonly (readonly string[])[];
  /** Top of each bar (px), its name above it; and of the place after the last. */
  readonly top: (bar: number) => number;
}

/** The part at a place in the picture (px), or the nearest of the nearest bar. */
export function partAt(props: StackChartProps, px: number, py: number): number {
  const segments = segmentsOf(props.bars);
  const { x, top } = layoutOf(props, segments);
  const away = ({ bar, from, to }: Segment): readonly [number, number] => [
    Math.abs(py - top(bar) - BAR / 2),
    Math.max(x(from) - px, px - x(to), 0),
  ];
  const nearest = least(segments, (a, b) => {
    const [[ay, ax], [by, bx]] = [away(a), away(b)];
    return ay - by || ax - bx;
  });
  return nearest?.part ?? 0;
}

/** Draws the chart into `svg`, whatever was there before. Its height follows from the number of bars. */
export function stackChart(svg: Svg, props: StackChartProps): void {
  const { width, label, axis, bars, parts } = props;
  const segments = segmentsOf(bars);
  const layout = layoutOf(props, segments);
  const { x, isDirect, top } = layout;
  const margin: Margin = { top: 0, bottom: 46, left: LEFT, right: RIGHT };
  const height = top(bars.length) + margin.bottom;
  const ticks = x.ticks(width < NARROW ? 4 : 5);
  frame(svg, { label, width, height });
  drawXAxis(svg, x, { title: axis.title, ticks, format: axis.format }, { width, height, margin });
  drawNames(svg, layout);
  drawSegments(svg, segments, x, top);
  drawMarker(
    svg,
    segments.filter(({ part }) => part === props.marked),
    x,
    top,
  );
  drawNumbers(svg, axis.format, segments, x, top);
  drawTotals(svg, props, x, top);
  const first = segments.filter((s) => s.bar === 0);
  drawPartNames(svg, parts, isDirect ? first : [], x, top(0) + BAR);
  drawPartKey(svg, isDirect ? [] : parts, width);
}

function layoutOf({ width, bars, parts }: StackChartProps, segments: readonly Segment[]): Layout {
  const x = scaleLinear([0, max(bars, (bar) => sum(bar.values)) || 1], [LEFT, width - RIGHT]);
  const first = segments.filter((s) => s.bar === 0);
  const isDirect = first.length > 0 && first.every((s) => x(s.to) - x(s.from) >= ROOM_FOR_NAME);
  const names = bars.map(({ name }) => wrap(name, width - LEFT));
  const nameHeight = NAME + LINE * ((max(names, (lines) => lines.length) ?? 1) - 1);
  const above = isDirect ? 0 : keyOf(parts, width).height + 8;
  const top = (bar: number) =>
    above + bar * (nameHeight + BAR + GAP) + nameHeight + (isDirect && bar > 0 ? PART_NAMES : 0);
  return { x, isDirect, names, top: (bar) => (bar < bars.length ? top(bar) : top(bar) - nameHeight) };
}

/** Each bar's segments, from the left. */
function segmentsOf(bars: readonly StackBar[]): Segment[] {
  return bars.flatMap(({ values }, bar) =>
    values.map((value, part) => {
      const from = sum(values.slice(0, part));
      return { bar, part, value, from, to: from + value };
    }),
  );
}

type Top = (bar: number) => number;

/** The bars' names; their last lines stand just above the bars. */
function drawNames(svg: Svg, { names, top }: Layout): void {
  layer(svg, "names")
    .selectAll<SVGGElement, readonly string[]>("g")
    .data(names)
    .join("g")
    .attr("transform", (lines, i) => `translate(${LEFT},${top(i) - 7 - LINE * (lines.length - 1)})`)
    .selectAll<SVGTextElement, string>("text")
    .data((lines) => lines)
    .join("text")
    .attr("y", (_, i) => i * LINE)
    .text((line) => line);
}

function drawSegments(svg: Svg, segments: readonly Segment[], x: X, top: Top): void {
  layer(svg, "segments")
    .selectAll<SVGRectElement, Segment>("rect")
    .data(segments)
    .join("rect")
    .attr("x", (s) => x(s.from))
    .attr("width", (s) => Math.max(0, x(s.to) - x(s.from)))
    .attr("y", (s) => top(s.bar))
    .attr("height", BAR)
    .attr("fill", (s) => FUNCTION_FILLS[s.part])
    .attr("stroke", (s) => (s.value > 0 ? TEXT : "none"));
}

/** A frame around the part that is being read, in every bar. */
function drawMarker(svg: Svg, segments: readonly Segment[], x: X, top: Top): void {
  layer(svg, "marker")
    .selectAll<SVGRectElement, Segment>("rect")
    .data(segments)
    .join("rect")
    .attr("x", (s) => x(s.from))
    .attr("width", (s) => Math.max(0, x(s.to) - x(s.from)))
    .attr("y", (s) => top(s.bar) - 4)
    .attr("height", BAR + 8)
    .attr("fill", "none")
    .attr("stroke", TEXT)
    .attr("stroke-width", 3);
}

function drawNumbers(
  svg: Svg,
  format: (value: number) => string,
  segments: readonly Segment[],
  x: X,
  top: Top,
): void {
  layer(svg, "numbers")
    .selectAll<SVGTextElement, Segment>("text")
    .data(segments.filter((s) => x(s.to) - x(s.from) >= ROOM_FOR_NUMBER))
    .join("text")
    .attr("x", (s) => (x(s.from) + x(s.to)) / 2)
    .attr("y", (s) => top(s.bar) + BAR / 2 + 5)
    .attr("text-anchor", "middle")
    .attr("fill", (s) => ON_FUNCTION_FILLS[s.part])
    .text((s) => format(s.value));
}

function drawTotals(svg: Svg, { bars, axis }: StackChartProps, x: X, top: Top): void {
  layer(svg, "totals")
    .selectAll<SVGTextElement, StackBar>("text")
    .data(bars)
    .join("text")
    .attr("x", ({ values }) => x(sum(values)) + 8)
    .attr("y", (_, i) => top(i) + BAR / 2 + 5)
    .attr("font-weight", 600)
    .text(({ values }) => axis.format(sum(values)));
}

/** The parts' names under the segments of the first bar. */
function drawPartNames(
  svg: Svg,
  parts: readonly string[],
  first: readonly Segment[],
  x: X,
  bottom: number,
): void {
  const groups = layer(svg, "part-names")
    .selectAll<SVGGElement, Segment>("g")
    .data(first)
    .join("g")
    .attr("text-anchor", "middle")
    .attr("transform", (s) => `translate(${(x(s.from) + x(s.to)) / 2},${bottom + 10})`);
  textLines(groups, (s) => wrap(parts[s.part], x(s.to) - x(s.from) - 4), 15).attr("y", (_, i) => 5 + 15 * i);
}

/** The parts' names above the bars, where the segments are too narrow to bear them. */
function drawPartKey(svg: Svg, parts: readonly string[], width: number): void {
  drawKey(svg, parts, keyOf(parts, width), (rows) =>
    rows
      .selectAll<SVGRectElement, number>("rect")
      .data((_, i) => [i])
      .join("rect")
      .attr("x", LEFT)
      .attr("y", -7)
      .attr("width", 16)
      .attr("height", 14)
      .attr("fill", (i) => FUNCTION_FILLS[i])
      .attr("stroke", TEXT),
  );
}
