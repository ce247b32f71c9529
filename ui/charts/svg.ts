/** What all charts share: layers, axes with titles, the key, and labels that keep out of each other's way. */
import { type AxisScale, axisBottom, axisLeft, type ScaleLinear, type Selection } from "d3";
import { GRIDLINE, SECONDARY, type SeriesStyle, TEXT } from "./palette";

export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
export type Layer = Selection<SVGGElement, null, SVGSVGElement, unknown>;

export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What every chart is given: its text alternative, and its size in px. */
export interface Frame {
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

export interface Named {
  readonly name: string;
  readonly style: SeriesStyle;
}

/** Below this width (px) names stand above the plot instead of at the lines' ends. */
export const NARROW = 460;
const FONT = 14;
/** Size of names and other labels (px), and a letter's mean width in a wide typeface: enough to break lines by. */
const LABEL_FONT = 13;
const LETTER = 7.7;
const KEY_ROW = 20;
const KEY_TEXT = 40;
/** Height of a line of labels (px). */
export const LINE = 16;

/** The one `<g class=name>` of `svg`, made on first use. */
export const layer = (svg: Svg, name: string): Layer =>
  svg.selectAll<SVGGElement, null>(`g.${name}`).data([null]).join("g").attr("class", name);

/** Size, role and text alternative of the whole picture. */
export function frame(svg: Svg, { label, width, height }: Frame): void {
  svg
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "img")
    .attr("aria-label", label)
    .attr("font-size", FONT)
    .attr("fill", TEXT);
}

export interface YAxis {
  readonly title: string;
  readonly format: (value: number) => string;
}

/** The y axis: light gridlines across the plot, numbers at the left, and its title above them, horizontal. */
export function drawYAxis(
  svg: Svg,
  y: ScaleLinear<number, number>,
  { title, format }: YAxis,
  { width, margin }: { readonly width: number; readonly margin: Margin },
): void {
  const axis = axisLeft<number>(y)
    .ticks(5)
    .tickFormat((value) => format(value as number))
    .tickSize(-(width - margin.left - margin.right))
    .tickPadding(6);
  const g = layer(svg, "y-axis").attr("transform", `translate(${margin.left},0)`).call(axis);
  g.attr("font-size", FONT).attr("font-family", null);
  g.select(".domain").remove();
  g.selectAll(".tick line").attr("stroke", GRIDLINE);
  g.selectAll(".tick text").attr("fill", TEXT);
  axisTitle(svg, "y-title", title)
    .attr("x", 0)
    .attr("y", margin.top - 14);
}

/** The x axis with its title below it. */
export function drawXAxis<T extends number | string>(
  svg: Svg,
  x: AxisScale<T>,
  { title, ticks, format }: { title: string; ticks?: readonly T[]; format: (value: T) => string },
  { width, height, margin }: { width: number; height: number; margin: Margin },
): void {
  const axis = axisBottom<T>(x).tickFormat(format).tickSizeOuter(0);
  if (ticks) axis.tickValues([...ticks]);
  const g = layer(svg, "x-axis")
    .attr("transform", `translate(0,${height - margin.bottom})`)
    .call(axis);
  g.attr("font-size", FONT).attr("font-family", null);
  g.selectAll(".domain, .tick line").attr("stroke", SECONDARY);
  g.selectAll(".tick text").attr("fill", TEXT);
  axisTitle(svg, "x-title", title)
    .attr("x", (margin.left + width - margin.right) / 2)
    .attr("y", height - 6)
    .attr("text-anchor", "middle");
}

function axisTitle(
  svg: Svg,
  name: string,
  title: string,
): Selection<SVGTextElement, string, SVGGElement, null> {
  return layer(svg, name)
    .selectAll<SVGTextElement, string>("text")
    .data([title])
    .join("text")
    .attr("fill", SECONDARY)
    .text((text) => text);
}

const MOST_LINES = 4;

/** Text broken at spaces into lines of about `width` px; what does not fit in four lines ends in an ellipsis. */
export function wrap(text: string, width: number): string[] {
  const most = Math.max(8, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length + 1 <= most) lines[last] += ` ${word}`;
    else lines.push(word.length > most + 2 ? `${word.slice(0, most)}…` : word);
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]}…`];
}

/** Heights moved apart until boxes of the given sizes around them do not overlap, kept between `low` and `high`. */
export function dodge(
  wanted: readonly number[],
  sizes: readonly number[],
  [low, high]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed = [...wanted];
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(wanted[i], floor + sizes[i] / 2);
    floor = placed[i] + sizes[i] / 2;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], ceiling - sizes[i] / 2);
    ceiling = placed[i] - sizes[i] / 2;
  }
  return placed;
}

/** The key above a plot: each name's lines of text, where they begin (px), and the whole height. */
export interface Key {
  readonly lines: readonly (readonly string[])[];
  readonly tops: readonly number[];
  readonly height: number;
}

/** The key of `names` in a chart of this width: one row a name, long names in several lines. */
export function keyOf(names: readonly string[], width: number): Key {
  const lines = names.map((name) => wrap(name, width - KEY_TEXT - 6));
  const heights = lines.map((some) => (some.length - 1) * LINE + KEY_ROW);
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((a, b) => a + b, 0));
  return { lines, tops, height: heights.reduce((a, b) => a + b, 4) };
}

/** Draws the key: `mark` puts a piece of each line, or a symbol, into its row (32 px wide, around y = 0). */
export function drawKey<N>(
  svg: Svg,
  items: readonly N[],
  key: Key,
  mark: (rows: KeyRows<N>) => unknown,
): void {
  const rows = layer(svg, "key")
    .selectAll<SVGGElement, N>("g.row")
    .data(items)
    .join("g")
    .attr("class", "row")
    .attr("transform", (_, i) => `translate(0,${key.tops[i] + 12})`);
  mark(rows);
  rows
    .selectAll<SVGTextElement, string>("text")
    .data((_, i) => key.lines[i])
    .join("text")
    .attr("x", KEY_TEXT)
    .attr("y", (_, i) => 4 + i * LINE)
    .attr("font-size", LABEL_FONT)
    .text((line) => line);
}
export type KeyRows<N> = Selection<SVGGElement, N, SVGGElement, null>;

/** Lines of text one below the other, centred on y = 0. */
export function textLines<D>(
  groups: Selection<SVGGElement, D, SVGGElement, null>,
  lines: (datum: D) => readonly string[],
  lineHeight = LINE,
): Selection<SVGTextElement, string, SVGGElement, D> {
  return groups
    .selectAll<SVGTextElement, string>("text")
    .data((datum) => [...lines(datum)])
    .join("text")
    .attr("y", (_, i, all) => (i - (all.length - 1) / 2) * lineHeight + 5)
    .attr("font-size", LABEL_FONT)
    .text((line) => line);
}
