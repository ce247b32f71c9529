/** Rows of horizontal bars: each has its name and value on lines above it, so that long names fit at any width. */
import { BOLD, wrap } from "./labels";
import { GRIDLINE, SECONDARY, TEXT } from "./palette";
import { layer, type Svg } from "./svg";

/** Room at the left for the names' first letter, and at the right for half a tick's text (px). */
export const LEFT = 12;
export const RIGHT = 24;
/** Height of a line of names, and the room below a row (px). */
const NAME_LINE = 17;
const GAP = 12;
/** Share of the width that a value may take beside its name; where one needs more, all stand below their names. */
const VALUE_SHARE = 0.42;
const NARROW_ROW = 460;

export interface Row {
  readonly name: string;
  /** The value in words, with its unit and interval. */
  readonly value: string;
  /** Bars of the row, one below the other. */
  readonly bars: number;
}

export interface RowLayout {
  /** The lines of each row's name, and of its value: one beside the name, or some below it. */
  readonly names: readonly (readonly string[])[];
  readonly values: readonly (readonly string[])[];
  /** Top of each row's first bar, and of each row itself. */
  readonly barTops: readonly number[];
  readonly tops: readonly number[];
  readonly isNarrow: boolean;
  /** Below the last row. */
  readonly bottom: number;
}

/** Where rows stand, the first of them at `top`; `bar` is the height of one bar with its gap. */
export function layOutRows(rows: readonly Row[], width: number, top: number, bar: number): RowLayout {
  const valuesIn = (room: number) => rows.map(({ value }) => wrap(value, BOLD * room));
  const isNarrow = width < NARROW_ROW || valuesIn(width * VALUE_SHARE).some((lines) => lines.length > 1);
  const room = isNarrow ? width - LEFT : width * (1 - VALUE_SHARE);
  const names = rows.map(({ name }) => wrap(name, room));
  const values = valuesIn(isNarrow ? room : width * VALUE_SHARE);
  const heads = names.map((lines, i) => NAME_LINE * (lines.length + (isNarrow ? values[i].length : 0)) + 3);
  const heights = rows.map(({ bars }, i) => heads[i] + bars * bar + GAP);
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, top));
  return {
    names,
    values,
    tops,
    barTops: tops.map((y, i) => y + heads[i]),
    isNarrow,
    bottom: heights.reduce((a, b) => a + b, top),
  };
}

/** Draws names and values of rows. */
export function drawRowTexts(svg: Svg, { names, values, tops, isNarrow }: RowLayout, width: number): void {
  const linesOf = (texts: RowLayout["names"], above: (row: number) => number) =>
    texts.flatMap((some, i) =>
      some.map((text, k) => ({ text, y: tops[i] + NAME_LINE * (above(i) + k + 1) - 4 })),
    );
  layer(svg, "names")
    .selectAll<SVGTextElement, ReturnType<typeof linesOf>[number]>("text")
    .data(linesOf(names, () => 0))
    .join("text")
    .attr("x", LEFT)
    .attr("y", ({ y }) => y)
    .text(({ text }) => text);
  layer(svg, "values")
    .selectAll<SVGTextElement, ReturnType<typeof linesOf>[number]>("text")
    .data(linesOf(values, (i) => (isNarrow ? names[i].length : 0)))
    .join("text")
    .attr("x", isNarrow ? LEFT : width - 4)
    .attr("y", ({ y }) => y)
    .attr("text-anchor", isNarrow ? "start" : "end")
    .attr("font-weight", 600)
    .attr("fill", TEXT)
    .text(({ text }) => text);
}

/** The row at a height in the picture (px), or the nearest. */
export function rowAt({ tops }: RowLayout, py: number): number {
  return Math.max(
    0,
    tops.findLastIndex((top) => top <= py),
  );
}

/** A frame around the row that is being read. */
export function drawMarkedRow(
  svg: Svg,
  { tops, bottom }: RowLayout,
  width: number,
  marked: number | null,
): void {
  const rows = tops.map((top, i) => ({ top, height: (tops[i + 1] ?? bottom) - top }));
  layer(svg, "marker")
    .selectAll<SVGRectElement, (typeof rows)[number]>("rect")
    .data(rows.filter((_, i) => i === marked))
    .join("rect")
    .attr("x", 1)
    .attr("width", width - 2)
    .attr("y", ({ top }) => top - 3)
    .attr("height", ({ height }) => height - 2)
    .attr("fill", "none")
    .attr("stroke", SECONDARY)
    .attr("stroke-width", 1.5);
}

/** Light vertical gridlines at the ticks of a horizontal scale. */
export function drawGrid(
  svg: Svg,
  x: { (value: number): number; ticks(count: number): number[] },
  ticks: number,
  [top, bottom]: readonly [number, number],
): void {
  layer(svg, "grid")
    .selectAll<SVGLineElement, number>("line")
    .data(x.ticks(ticks))
    .join("line")
    .attr("x1", (value) => x(value))
    .attr("x2", (value) => x(value))
    .attr("y1", top)
    .attr("y2", bottom)
    .attr("stroke", GRIDLINE);
}
