/**
 * Horizontal bars from zero, each with its interval: tornado (one bar a row) and shares of the variance (two). A mark
 * in a row says what chance alone shows there; one line down all rows says what is asked for.
 */
import { max, min, scaleLinear } from "d3";
import { drawKey, keyOf } from "./labels";
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

/** One bar: from zero to `value`; its interval is left out where an end is NaN. */
export interface Bar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BarRow {
  readonly name: string;
  /** The values in words. */
  readonly value: string;
  readonly bars: readonly Bar[];
  /** What chance alone would show; NaN for no mark. */
  readonly chance: number;
  /** Whether the row stands out: the answer, or told apart from chance. */
  readonly isStrong: boolean;
}

export interface BarChartProps extends Omit<Frame, "height"> {
  readonly axis: { readonly title: string; readonly format: (value: number) => string };
  readonly rows: readonly BarRow[];
  /** What the bars of a row are, in order, where there are several. */
  readonly kinds: readonly string[];
  /** What a mark of chance is called in the key; empty where no row has one. */
  readonly chanceName: string;
  /** A value that is asked for, and its label. */
  readonly wanted: { readonly value: number; readonly label: string } | null;
  /** Row that is being read, or null. */
  readonly marked: number | null;
}

const BAR = 14;
const BAR_STEP = 18;
const AXIS = 46;
const FILLS = ["#12436D", "#6BACE6"] as const;
/** Of a row that does not stand out: pale with an outline, so that it differs in grey too. */
const WEAK = "#BFBFBF";

type X = ReturnType<typeof scaleLinear<number, number>>;
interface Drawn extends Bar {
  readonly y: number;
  readonly fill: string;
}

/** Height that `barChart` takes (px). */
export function barChartHeight(props: Omit<BarChartProps, "height">): number {
  return layoutOf(props).bottom + AXIS;
}

/** The row at a height in the picture (px), or the nearest. */
export const barRowAt = (props: BarChartProps, py: number): number => rowAt(layoutOf(props), py);

/** Draws the chart into `svg`, whatever was there before. */
export function barChart(svg: Svg, props: BarChartProps): void {
  const { width, rows, axis, wanted } = props;
  const layout = layoutOf(props);
  const height = layout.bottom + AXIS;
  const x = scaleLinear(domainOf(props), [LEFT, width - RIGHT]).nice(4);
  const ticks = width < NARROW ? 3 : 6;
  const top = layout.tops[0] ?? layout.bottom;
  frame(svg, { ...props, height });
  drawGrid(svg, x, ticks, [top, layout.bottom]);
  const margin = { top: 0, right: RIGHT, bottom: AXIS, left: LEFT };
  drawXAxis<number>(
    svg,
    x,
    { title: axis.title, ticks: x.ticks(ticks), format: axis.format },
    { width, height, margin },
  );
  drawMarkedRow(svg, layout, width, props.marked);
  drawRowTexts(svg, layout, width);
  drawBars(svg, barsOf(rows, layout), x);
  drawChance(svg, props, layout, x);
  drawWanted(svg, wanted, x, [top, layout.bottom]);
  drawBarKey(svg, props);
}

const textsOf = (rows: readonly BarRow[]) =>
  rows.map(({ name, value, bars }) => ({ name, value, bars: bars.length }));

const keyNames = ({ kinds, chanceName, wanted }: Pick<BarChartProps, "kinds" | "chanceName" | "wanted">) => [
  ...kinds.map((name, i) => ({ name, mark: FILLS[i] as string })),
  ...(chanceName ? [{ name: chanceName, mark: "chance" }] : []),
  ...(wanted ? [{ name: wanted.label, mark: "wanted" }] : []),
];

function layoutOf(props: Omit<BarChartProps, "label">): RowLayout {
  const names = keyNames(props).map(({ name }) => name);
  const above = names.length > 0 ? keyOf(names, props.width).height : 0;
  return layOutRows(textsOf(props.rows), props.width, above, BAR_STEP);
}

function domainOf({ rows, wanted }: BarChartProps): [number, number] {
  const ends = rows.flatMap(({ bars, chance }) => [
    ...bars.flatMap(({ value, low, high }) => [value, low, high]),
    chance,
  ]);
  const all = [...ends, wanted?.value ?? 0].filter(Number.isFinite);
  const [low, high] = [Math.min(0, min(all) ?? 0), Math.max(0, max(all) ?? 0)];
  return [low, high > low ? high : low + 1];
}

function barsOf(rows: readonly BarRow[], { barTops }: RowLayout): Drawn[] {
  return rows.flatMap(({ bars, isStrong }, i) =>
    bars
      .map((bar, k) => ({ ...bar, y: barTops[i] + k * BAR_STEP, fill: isStrong ? FILLS[k] : WEAK }))
      .filter(({ value }) => Number.isFinite(value)),
  );
}

function drawBars(svg: Svg, bars: readonly Drawn[], x: X): void {
  layer(svg, "bars")
    .selectAll<SVGRectElement, Drawn>("rect")
    .data(bars)
    .join("rect")
    .attr("x", ({ value }) => x(Math.min(0, value)))
    .attr("width", ({ value }) => Math.abs(x(value) - x(0)))
    .attr("y", ({ y }) => y)
    .attr("height", BAR)
    .attr("fill", ({ fill }) => fill)
    .attr("stroke", TEXT)
    .attr("stroke-width", 0.75);
  const known = bars.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const whisker = ({ low, high, y }: Drawn): string => {
    const [a, b, middle] = [x(low), x(high), y + BAR / 2];
    return `M${a},${middle}H${b}M${a},${middle - 5}v10M${b},${middle - 5}v10`;
  };
  // A white line below the black one, so that the whisker shows on a dark bar too.
  for (const [name, colour, width] of [
    ["whisker-halos", "#FFFFFF", 4],
    ["whiskers", "#000000", 1.5],
  ] as const) {
    layer(svg, name)
      .selectAll<SVGPathElement, Drawn>("path")
      .data(known)
      .join("path")
      .attr("d", whisker)
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", width);
  }
}

function drawChance(svg: Svg, { rows }: BarChartProps, { barTops }: RowLayout, x: X): void {
  const marks = rows
    .map(({ chance, bars }, i) => ({ at: chance, y: barTops[i], height: bars.length * BAR_STEP }))
    .filter(({ at }) => Number.isFinite(at));
  layer(svg, "chance")
    .selectAll<SVGPathElement, (typeof marks)[number]>("path")
    .data(marks)
    .join("path")
    .attr("d", ({ at, y, height }) => `M${x(at)},${y - 3}v${height + 2}`)
    .attr("stroke", "#801650")
    .attr("stroke-width", 2.5);
}

function drawWanted(
  svg: Svg,
  wanted: BarChartProps["wanted"],
  x: X,
  [top, bottom]: readonly [number, number],
): void {
  layer(svg, "wanted")
    .selectAll<SVGLineElement, number>("line")
    .data(wanted ? [wanted.value] : [])
    .join("line")
    .attr("x1", (value) => x(value))
    .attr("x2", (value) => x(value))
    .attr("y1", top)
    .attr("y2", bottom)
    .attr("stroke", "#801650")
    .attr("stroke-width", 2)
    .attr("stroke-dasharray", "6 4");
}

function drawBarKey(svg: Svg, props: BarChartProps): void {
  const items = keyNames(props);
  const key = keyOf(
    items.map(({ name }) => name),
    props.width,
  );
  drawKey(svg, items, key, (rows) =>
    rows
      .selectAll<SVGPathElement, (typeof items)[number]>("path")
      .data((item) => [item])
      .join("path")
      .attr("d", ({ mark }) =>
        mark === "chance" ? "M16,-7v14" : mark === "wanted" ? "M16,-9v18" : "M4,-6h24v12h-24z",
      )
      .attr("fill", ({ mark }) => (mark.startsWith("#") ? mark : "none"))
      .attr("stroke", ({ mark }) => (mark.startsWith("#") ? SECONDARY : "#801650"))
      .attr("stroke-width", ({ mark }) => (mark.startsWith("#") ? 0.75 : 2.5))
      .attr("stroke-dasharray", ({ mark }) => (mark === "wanted" ? "6 4" : null)),
  );
}
