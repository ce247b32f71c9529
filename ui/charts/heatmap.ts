/**
 * A measure at every pair of values of two levers: a cell each, darker for more, with the number in it. The safe region
 * is outlined, so that it shows without colour; a cell of which it cannot be told bears a question mark.
 */
import { extent, interpolateRgb, leastIndex, rgb, scaleBand, scaleLinear } from "d3";
import { wrap } from "./labels";
import { SECONDARY, TEXT } from "./palette";
import { drawXAxis, type Frame, frame, layer, type Margin, type Svg } from "./svg";

export type Safety = "safe" | "unsafe" | "unsure" | null;

export interface HeatCell {
  /** Positions among the values of each lever. */
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly text: string;
  readonly safety: Safety;
}

export interface HeatmapProps extends Omit<Frame, "height"> {
  readonly x: Lever;
  readonly y: Lever;
  readonly cells: readonly HeatCell[];
  /** Cell that is being read, or null. */
  readonly marked: number | null;
}
interface Lever {
  readonly title: string;
  readonly levels: readonly string[];
}

const CELL = 38;
const BOTTOM = 46;
/** A letter's mean width in the cells' and the axis' type (px). */
const LETTER = 7;
const LIGHT = "#E9F2FA";
const DARK = "#12436D";

type Band = ReturnType<typeof scaleBand<string>>;

interface Layout {
  readonly title: readonly string[];
  readonly margin: Margin;
  readonly height: number;
  readonly x: Band;
  readonly y: Band;
}

function layoutOf({ width, x: across, y: up }: HeatmapProps): Layout {
  const longest = Math.max(0, ...up.levels.map((level) => level.length));
  const title = wrap(up.title, width - 8);
  const left = Math.min(width * 0.4, 16 + LETTER * longest);
  const margin: Margin = { top: 16 + 18 * title.length, right: 8, bottom: BOTTOM, left };
  const height = margin.top + CELL * Math.max(1, up.levels.length) + BOTTOM;
  const x = scaleBand(across.levels, [margin.left, width - margin.right]);
  // The first value stands at the bottom, as on an axis.
  const y = scaleBand(up.levels, [height - margin.bottom, margin.top]);
  return { title, margin, height, x, y };
}

/** The cell at a place in the picture (px), or the nearest. */
export function cellAt(props: HeatmapProps, px: number, py: number): number {
  const { x, y } = layoutOf(props);
  const places = { x, y, props };
  const away = (cell: HeatCell): number =>
    Math.hypot(leftOf(places, cell) + x.bandwidth() / 2 - px, topOf(places, cell) + y.bandwidth() / 2 - py);
  return Math.max(0, leastIndex(props.cells, (a, b) => away(a) - away(b)) ?? 0);
}

/** Draws the chart into `svg`, whatever was there before. */
export function heatmap(svg: Svg, props: HeatmapProps): void {
  const { width, x: across, cells, marked } = props;
  const { title, margin, height, x, y } = layoutOf(props);
  frame(svg, { ...props, height });
  const format = fitted(x.bandwidth());
  drawXAxis(svg, x, { title: across.title, format }, { width, height, margin });
  drawRowNames(svg, y, margin, title);
  drawCells(svg, cells, { x, y, props });
  drawOutline(svg, cells, { x, y, props });
  drawMarker(
    svg,
    cells.filter((_, i) => i === marked),
    { x, y, props },
  );
}

/** A ring within the cell that is being read, so that it is not taken for the edge of the safe region. */
function drawMarker(svg: Svg, cells: readonly HeatCell[], places: Places): void {
  for (const [name, colour, thickness] of [
    ["marker-halo", "#FFFFFF", 5],
    ["marker", TEXT, 2],
  ] as const) {
    layer(svg, name)
      .selectAll<SVGRectElement, HeatCell>("rect")
      .data(cells)
      .join("rect")
      .attr("x", (cell) => leftOf(places, cell) + 5)
      .attr("y", (cell) => topOf(places, cell) + 5)
      .attr("width", Math.max(0, places.x.bandwidth() - 10))
      .attr("height", Math.max(0, places.y.bandwidth() - 10))
      .attr("rx", 6)
      .attr("fill", "none")
      .attr("stroke", colour)
      .attr("stroke-width", thickness);
  }
}

/** Text that fits into so many px, or nothing: it stands in the table anyway. */
const fitted =
  (room: number) =>
  (text: string): string =>
    text.length * LETTER <= room ? text : "";

function drawRowNames(svg: Svg, y: Band, margin: Margin, title: readonly string[]): void {
  layer(svg, "y-axis")
    .selectAll<SVGTextElement, string>("text")
    .data(y.domain())
    .join("text")
    .attr("x", margin.left - 8)
    .attr("y", (level) => (y(level) ?? 0) + y.bandwidth() / 2 + 5)
    .attr("text-anchor", "end")
    .text((level) => level);
  layer(svg, "y-title")
    .selectAll<SVGTextElement, string>("text")
    .data(title)
    .join("text")
    .attr("y", (_, i) => 14 + 18 * i)
    .attr("fill", SECONDARY)
    .text((line) => line);
}

interface Places {
  readonly x: Band;
  readonly y: Band;
  readonly props: HeatmapProps;
}

const leftOf = ({ x, props }: Places, cell: HeatCell): number => x(props.x.levels[cell.x]) ?? 0;
const topOf = ({ y, props }: Places, cell: HeatCell): number => y(props.y.levels[cell.y]) ?? 0;

function drawCells(svg: Svg, cells: readonly HeatCell[], places: Places): void {
  const [low, high] = extent(
    cells.filter(({ value }) => Number.isFinite(value)),
    ({ value }) => value,
  );
  const shade = scaleLinear<string>([low ?? 0, high ?? 1], [LIGHT, DARK]).interpolate(interpolateRgb);
  const colour = ({ value }: HeatCell): string =>
    !Number.isFinite(value) ? "#FFFFFF" : low === high ? LIGHT : shade(value);
  layer(svg, "cells")
    .selectAll<SVGRectElement, HeatCell>("rect")
    .data(cells)
    .join("rect")
    .attr("x", (cell) => leftOf(places, cell))
    .attr("y", (cell) => topOf(places, cell))
    .attr("width", places.x.bandwidth())
    .attr("height", places.y.bandwidth())
    .attr("fill", colour)
    .attr("stroke", "#FFFFFF");
  const fits = fitted(places.x.bandwidth() - 2);
  layer(svg, "numbers")
    .selectAll<SVGTextElement, HeatCell>("text")
    .data(cells)
    .join("text")
    .attr("x", (cell) => leftOf(places, cell) + places.x.bandwidth() / 2)
    .attr("y", (cell) => topOf(places, cell) + places.y.bandwidth() / 2 + 5)
    .attr("text-anchor", "middle")
    .attr("font-size", 13)
    .attr("font-weight", ({ safety }) => (safety === "safe" ? 700 : 400))
    .attr("fill", (cell) => readableOn(colour(cell)))
    .text(({ text, safety }) => fits(text + (safety === "unsure" ? "?" : "")));
}

/** Black or white, whichever can be read on `colour` (at least 4.5 to 1). */
function readableOn(colour: string): string {
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.18 ? "#000000" : "#FFFFFF";
}

/** A line along every edge between a safe cell and one that is not: black upon white, seen on any shade. */
function drawOutline(svg: Svg, cells: readonly HeatCell[], places: Places): void {
  const safe = new Set(cells.filter(({ safety }) => safety === "safe").map(({ x, y }) => `${x} ${y}`));
  const [w, h] = [places.x.bandwidth(), places.y.bandwidth()];
  const edges = cells
    .filter(({ safety }) => safety === "safe")
    .flatMap((cell) => {
      const [left, top] = [leftOf(places, cell), topOf(places, cell)];
      const isEdge = (dx: number, dy: number) => !safe.has(`${cell.x + dx} ${cell.y + dy}`);
      return [
        isEdge(-1, 0) ? `M${left},${top}v${h}` : "",
        isEdge(1, 0) ? `M${left + w},${top}v${h}` : "",
        isEdge(0, 1) ? `M${left},${top}h${w}` : "",
        isEdge(0, -1) ? `M${left},${top + h}h${w}` : "",
      ];
    })
    .join("");
  for (const [name, stroke, thickness] of [
    ["outline-halo", "#FFFFFF", 7],
    ["outline", TEXT, 3.5],
  ] as const) {
    layer(svg, name)
      .selectAll<SVGPathElement, string>("path")
      .data(edges ? [edges] : [])
      .join("path")
      .attr("d", (d) => d)
      .attr("fill", "none")
      .attr("stroke", stroke)
      .attr("stroke-width", thickness)
      .attr("stroke-linecap", "square");
  }
}
