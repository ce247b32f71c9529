/** A difference split into parts: from one level, part by part, to the other, each part with its interval. */
import { max, min, scaleLinear } from "d3";
import { SECONDARY, TEXT } from "./palette";
import {
  drawGrid,
  drawMarkedRow,
  drawRowTexts,
  LEFT,
  layOutRows,
  RIGHT,
  type RowLayout,
  rowAt,
} from "./rows";
import { drawXAxis, type Frame, frame, layer, NARROW, type Svg } from "./svg";

export interface WaterfallRow {
  readonly name: string;
  /** The size in words, with its sign and interval. */
  readonly value: string;
  readonly kind: "level" | "part";
  /** Where the bar begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Where the interval of its end lies; NaN for none. */
  readonly low: number;
  readonly high: number;
}

export interface WaterfallChartProps extends Omit<Frame, "height"> {
  readonly axis: { readonly title: string; readonly format: (value: number) => string };
  readonly rows: readonly WaterfallRow[];
  /** Row that is being read, or null. */
  readonly marked: number | null;
}

const BAR = 16;
const AXIS = 46;
/** Levels, parts that raise, and parts that lower: three different greys in print. */
const FILL = { level: "#12436D", up: "#801650", down: "#28A197" } as const;

type X = ReturnType<typeof scaleLinear<number, number>>;

const layoutOf = ({ rows, width }: WaterfallChartProps): RowLayout =>
  layOutRows(
    rows.map((row) => ({ ...row, bars: 1 })),
    width,
    0,
    BAR,
  );

/** The row at a height in the picture (px), or the nearest. */
export const waterfallRowAt = (props: WaterfallChartProps, py: number): number => rowAt(layoutOf(props), py);

/** Draws the chart into `svg`, whatever was there before. */
export function waterfallChart(svg: Svg, props: WaterfallChartProps): void {
  const { width, rows, axis } = props;
  const layout = layoutOf(props);
  const height = layout.bottom + AXIS;
  const x = scaleLinear(domainOf(rows), [LEFT, width - RIGHT]).nice(4);
  const ticks = width < NARROW ? 3 : 6;
  frame(svg, { ...props, height });
  drawGrid(svg, x, ticks, [0, layout.bottom]);
  const margin = { top: 0, right: RIGHT, bottom: AXIS, left: LEFT };
  drawXAxis<number>(
    svg,
    x,
    { title: axis.title, ticks: x.ticks(ticks), format: axis.format },
    { width, height, margin },
  );
  drawMarkedRow(svg, layout, width, props.marked);
  drawConnectors(svg, rows, layout, x);
  drawRowTexts(svg, layout, width);
  drawBars(svg, rows, layout, x);
}

function domainOf(rows: readonly WaterfallRow[]): [number, number] {
  const ends = rows.flatMap(({ from, to, low, high }) => [from, to, low, high]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, min(ends) ?? 0), Math.max(0, max(ends) ?? 0)];
  return [low, high > low ? high : low + 1];
}

/** A dashed line from the end of each bar to the beginning of the next. */
function drawConnectors(svg: Svg, rows: readonly WaterfallRow[], { barTops }: RowLayout, x: X): void {
  const pairs = rows
    .slice(0, -1)
    .map(({ to }, i) => ({ at: to, from: barTops[i] + BAR, to: barTops[i + 1] }));
  layer(svg, "connectors")
    .selectAll<SVGLineElement, (typeof pairs)[number]>("line")
    .data(pairs)
    .join("line")
    .attr("x1", ({ at }) => x(at))
    .attr("x2", ({ at }) => x(at))
    .attr("y1", ({ from }) => from)
    .attr("y2", ({ to }) => to)
    .attr("stroke", SECONDARY)
    .attr("stroke-dasharray", "3 3");
}

const fillOf = ({ kind, from, to }: WaterfallRow): string =>
  kind === "level" ? FILL.level : to >= from ? FILL.up : FILL.down;

function drawBars(svg: Svg, rows: readonly WaterfallRow[], { barTops }: RowLayout, x: X): void {
  layer(svg, "bars")
    .selectAll<SVGRectElement, WaterfallRow>("rect")
    .data(rows)
    .join("rect")
    .attr("x", ({ from, to }) => x(Math.min(from, to)))
    .attr("width", ({ from, to }) => Math.max(1, Math.abs(x(to) - x(from))))
    .attr("y", (_, i) => barTops[i])
    .attr("height", BAR)
    .attr("fill", fillOf)
    .attr("stroke", TEXT)
    .attr("stroke-width", 0.75);
  const whiskers = rows.flatMap((row, i) =>
    Number.isFinite(row.low) && Number.isFinite(row.high) ? [{ ...row, y: barTops[i] + BAR / 2 }] : [],
  );
  for (const [name, colour, width] of [
    ["whisker-halos", "#FFFFFF", 4],
    ["whiskers", "#000000", 1.5],
  ] as const) {
    layer(svg, name)
      .selectAll<SVGPathElement, (typeof whiskers)[number]>("path")
      .data(whiskers)
      .join("path")
      .attr(
        "d",
        ({ low, high, y }) => `M${x(low)},${y}H${x(high)}M${x(low)},${y - 5}v10M${x(high)},${y - 5}v10`,
      )
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", width);
  }
}
