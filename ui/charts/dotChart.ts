/** Dots: one for each of many things, at two numbers, by kinds that shape and colour tell apart. Draw it with `svg.call(dotChart, props)`. */
import {
  extent,
  type SymbolType,
  scaleLinear,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolTimes,
  symbolTriangle,
} from "d3";
import { drawKey, type Key, keyOf } from "./labels";
import { TEXT } from "./palette";
import { drawXAxis, drawYAxis, type Frame, frame, layer, type Margin, type Svg } from "./svg";

export interface DotKind {
  readonly name: string;
  readonly look: keyof typeof LOOKS;
}

export interface Dot {
  /** In the units of the axes. */
  readonly x: number;
  readonly y: number;
  /** Position of its kind. */
  readonly kind: number;
}

export interface DotChartProps extends Frame {
  readonly xTitle: string;
  readonly yTitle: string;
  /** Where numbers stand on the x axis, and how they are written. */
  readonly ticks: readonly number[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly kinds: readonly DotKind[];
  readonly dots: readonly Dot[];
  /** The dot that is read, and the one that is chosen; null for none. */
  readonly marked: number | null;
  readonly chosen: number | null;
}

/** Shape, filling and edge: told apart without colour too. */
const LOOKS = {
  full: { shape: symbolCircle, fill: "#12436D", stroke: "#FFFFFF" },
  cross: { shape: symbolTimes, fill: "none", stroke: "#801650" },
  ring: { shape: symbolCircle, fill: "#FFFFFF", stroke: "#4C6272" },
  triangle: { shape: symbolTriangle, fill: "#FFFFFF", stroke: "#12436D" },
} as const satisfies Record<string, { shape: SymbolType; fill: string; stroke: string }>;
/** Marks are smaller where there are many, so that less is hidden. */
const AREA = 22;
const EDGE = 1;
const FEW = 150;
const FEW_AREA = 60;
const FEW_EDGE = 1.5;

const keyIn = ({ kinds, width }: DotChartProps): Key =>
  keyOf(
    kinds.map(({ name }) => name),
    width,
  );

const marginOf = (props: DotChartProps): Margin => ({
  top: 34 + keyIn(props).height,
  right: 16,
  bottom: 46,
  left: 56,
});

function scalesOf(props: DotChartProps) {
  const { dots, ticks, width, height } = props;
  const { top, right, bottom, left } = marginOf(props);
  const [first = 0, last = 1] = extent([...ticks, ...dots.map(({ x }) => x)]);
  const most = Math.max(1, ...dots.map(({ y }) => y));
  return {
    x: scaleLinear([first, last === first ? first + 1 : last], [left + 8, width - right]),
    y: scaleLinear([0, most], [height - bottom, top]).nice(5),
  };
}

/** The dot nearest to a place in the picture (px), or null where there is none. */
export function dotAt(props: DotChartProps, px: number, py: number): number | null {
  const { x, y } = scalesOf(props);
  const away = ({ x: a, y: b }: Dot) => (x(a) - px) ** 2 + (y(b) - py) ** 2;
  const distances = props.dots.map(away);
  return distances.length === 0 ? null : distances.indexOf(Math.min(...distances));
}

/** Draws the chart into `svg`, whatever was there before. */
export function dotChart(svg: Svg, props: DotChartProps): void {
  const { width, height, kinds } = props;
  const margin = marginOf(props);
  const { x, y } = scalesOf(props);
  frame(svg, props);
  drawYAxis(svg, y, { title: props.yTitle, format: props.formatY }, { width, margin });
  drawXAxis(
    svg,
    x,
    { title: props.xTitle, ticks: props.ticks, format: props.formatX },
    { width, height, margin },
  );
  drawDots(svg, props, x, y);
  drawMarks(svg, props, x, y);
  drawKey(svg, kinds, keyIn(props), (rows) =>
    rows
      .selectAll<SVGPathElement, DotKind>("path")
      .data((kind) => [kind])
      .join("path")
      .attr("transform", "translate(16,0)")
      .attr("d", ({ look }) => symbol(LOOKS[look].shape, FEW_AREA)())
      .attr("fill", ({ look }) => LOOKS[look].fill)
      .attr("stroke", ({ look }) => LOOKS[look].stroke)
      .attr("stroke-width", FEW_EDGE),
  );
}

type Scale = (value: number) => number;

function drawDots(svg: Svg, { dots, kinds }: DotChartProps, x: Scale, y: Scale): void {
  const isMany = dots.length > FEW;
  const area = isMany ? AREA : FEW_AREA;
  layer(svg, "dots")
    .selectAll<SVGPathElement, Dot>("path")
    .data(dots)
    .join("path")
    .attr("transform", (dot) => `translate(${x(dot.x).toFixed(1)},${y(dot.y).toFixed(1)})`)
    .attr("d", ({ kind }) => symbol(LOOKS[kinds[kind].look].shape, area)())
    .attr("fill", ({ kind }) => LOOKS[kinds[kind].look].fill)
    .attr("stroke", ({ kind }) => LOOKS[kinds[kind].look].stroke)
    .attr("stroke-width", isMany ? EDGE : FEW_EDGE);
}

/** A ring around what is read, and a diamond on what is chosen. */
function drawMarks(svg: Svg, { dots, marked, chosen }: DotChartProps, x: Scale, y: Scale): void {
  const one = (index: number | null) => (index !== null && index < dots.length ? [dots[index]] : []);
  layer(svg, "chosen")
    .selectAll<SVGPathElement, Dot>("path")
    .data(one(chosen))
    .join("path")
    .attr("transform", (dot) => `translate(${x(dot.x)},${y(dot.y)})`)
    .attr("d", symbol(symbolDiamond, 190)())
    .attr("fill", "#F46A25")
    .attr("stroke", TEXT)
    .attr("stroke-width", 1.5);
  layer(svg, "marker")
    .selectAll<SVGCircleElement, Dot>("circle")
    .data(one(marked))
    .join("circle")
    .attr("cx", (dot) => x(dot.x))
    .attr("cy", (dot) => y(dot.y))
    .attr("r", 9)
    .attr("fill", "none")
    .attr("stroke", TEXT)
    .attr("stroke-width", 2);
}
