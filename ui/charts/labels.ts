/** Text in charts: names broken into lines, kept out of each other's way, and in a key above the plot. */
import type { Selection } from "d3";
import { layer, type Svg } from "./svg";

/** Size of names and other labels (px), and a letter's mean width in a wide typeface: enough to break lines by. */
const LABEL_FONT = 13;
const LETTER = 7.7;
/** Bold text takes so much more room that lines are broken by this share of the width. */
export const BOLD = 0.88;
const KEY_ROW = 20;
const KEY_TEXT = 40;
/** Height of a line of labels (px). */
export const LINE = 16;

export const MOST_LINES = 4;

/** Text broken at spaces into lines of about `width` px; what does not fit in `mostLines` ends in an ellipsis. */
export function wrap(text: string, width: number, mostLines = MOST_LINES): string[] {
  const most = Math.max(8, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length + 1 <= most) lines[last] += ` ${word}`;
    else lines.push(word.length > most + 2 ? `${word.slice(0, most)}…` : word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]}…`];
}

/** A bold heading in one line; one that is longer than `width` px ends in an ellipsis. */
export function oneLine(text: string, width: number): string {
  const [line, ...rest] = wrap(text, BOLD * width);
  return rest.length > 0 ? `${line}…` : line;
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
