/**
 * Careers: one row a post, over the years. The height of the bars and their shade are exhaustion; gaps are vacancies,
 * bars below the row are sickness, a flag is notice. Draw it with `svg.call(lifelineChart, props)`.
 */

import { range, scaleLinear, symbol, symbolTriangle } from "d3";
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { text } from "../text/text";
import { GRIDLINE, SECONDARY, TEXT } from "./palette";
import { drawHatch, drawXAxis, type Frame, frame, layer, type Margin, type Svg } from "./svg";

export interface LifelineTrack {
  /** Row, from 0. */
  readonly row: number;
  /** Weeks from week 0; what lies before it is not drawn. */
  readonly from: number;
  readonly to: number;
  readonly noticeAt: number | null;
  readonly isLeaver: boolean;
  readonly firstWeek: number;
  /** Exhaustion (0–1) and share of days burnt out of each week from `firstWeek` on. */
  readonly exhaustion: ArrayLike<number>;
  readonly burntOut: ArrayLike<number>;
  readonly sickness: readonly { readonly from: number; readonly to: number }[];
}

export interface LifelineChartProps extends Omit<Frame, "height"> {
  /** Names of the rows. */
  readonly rows: readonly string[];
  readonly tracks: readonly LifelineTrack[];
  /** Times for which nobody was in an open post, in weeks. */
  readonly vacancies: readonly { readonly row: number; readonly from: number; readonly to: number }[];
  readonly lastWeek: number;
  /** Week that is being read, and the track that is chosen; null for none. */
  readonly marked: number | null;
  readonly chosen: number | null;
}

/** Shades of exhaustion, from little to much; burnt-out weeks have a colour and a hatch of their own. */
const SHADES: readonly { readonly upTo: number; readonly fill: string }[] = [
  { upTo: 0.25, fill: "#C9DDF0" },
  { upTo: 0.5, fill: "#6BACE6" },
  { upTo: 0.75, fill: "#2073BC" },
  { upTo: Number.POSITIVE_INFINITY, fill: "#12436D" },
];
const BURNT_OUT = "#801650";
const ROW = 46;
const BAR = 30;
const SICK = 5;
const MARGIN: Margin = { top: 6, right: 12, bottom: 46, left: 62 };
const KEY_ROW = 22;
const KEY_ITEM = 136;

interface Layout {
  readonly top: number;
  readonly height: number;
  readonly x: (week: number) => number;
  readonly weekAt: (px: number) => number;
}

function layoutOf({ width, rows, lastWeek }: LifelineChartProps): Layout {
  const top = MARGIN.top + keyRows(width) * KEY_ROW + 8;
  const scale = scaleLinear([0, lastWeek || 1], [MARGIN.left, width - MARGIN.right]);
  const height = top + Math.max(1, rows.length) * ROW + MARGIN.bottom;
  return { top, height, x: scale, weekAt: (px) => scale.invert(px) };
}

/** Draws the chart into `svg`, whatever was there before. Its height follows from the number of rows. */
export function lifelineChart(svg: Svg, props: LifelineChartProps): void {
  const { width, label, lastWeek } = props;
  const layout = layoutOf(props);
  const { height } = layout;
  frame(svg, { label, width, height });
  const scale = scaleLinear([0, lastWeek || 1], [MARGIN.left, width - MARGIN.right]);
  const short = lastWeek <= 2 * WEEKS_PER_YEAR;
  const step = short ? 13 : WEEKS_PER_YEAR * Math.max(1, Math.ceil(lastWeek / WEEKS_PER_YEAR / 10));
  const ticks = range(0, lastWeek + 1, step);
  const format = (week: number) => String(short ? week : week / WEEKS_PER_YEAR);
  const title = short ? text.charts.weeksSincePolicy : text.charts.yearsSincePolicy;
  drawXAxis(svg, scale, { title, ticks, format }, { width, height, margin: MARGIN });
  drawHatch(svg, "lifeline-hatch", BURNT_OUT);
  drawRows(svg, props, layout);
  drawBars(svg, props, layout);
  drawSpans(svg, props, layout);
  drawMarks(svg, props, layout);
  drawChosen(svg, props, layout);
  drawKeys(svg, width);
}

/** The track at a place in the picture (px), or null. */
export function trackAt(props: LifelineChartProps, px: number, py: number): number | null {
  const { top, weekAt } = layoutOf(props);
  const week = weekAt(px);
  const row = Math.floor((py - top) / ROW);
  const found = props.tracks.findIndex(
    (track) => track.row === row && track.from <= week && week <= track.to,
  );
  return found < 0 ? null : found;
}

/** The week, with its fraction, at a distance (px) from the left. */
export const lifelineWeekAt = (props: LifelineChartProps, px: number): number => layoutOf(props).weekAt(px);

const footOf = (top: number, row: number): number => top + row * ROW + BAR;

function drawRows(svg: Svg, { rows, width }: LifelineChartProps, { top }: Layout): void {
  layer(svg, "row-names")
    .selectAll<SVGTextElement, string>("text")
    .data(rows)
    .join("text")
    .attr("x", 0)
    .attr("y", (_, row) => footOf(top, row) - 8)
    .text((name) => name);
  layer(svg, "row-lines")
    .selectAll<SVGLineElement, string>("line")
    .data(rows)
    .join("line")
    .attr("x1", MARGIN.left)
    .attr("x2", width - MARGIN.right)
    .attr("y1", (_, row) => footOf(top, row))
    .attr("y2", (_, row) => footOf(top, row))
    .attr("stroke", GRIDLINE);
}

/** One path for each shade of each career: a bar a week, as high as exhaustion. */
function drawBars(svg: Svg, { tracks }: LifelineChartProps, { top, x }: Layout): void {
  const paths = tracks.flatMap((track) => {
    const bars = new Map<string, string>();
    for (let i = 0; i < track.exhaustion.length; i++) {
      const E = track.exhaustion[i];
      if (!Number.isFinite(E)) continue;
      const [from, to] = [track.firstWeek + i, track.firstWeek + i + 1];
      const shade = SHADES.find(({ upTo }) => E < upTo) ?? SHADES[SHADES.length - 1];
      const fill = track.burntOut[i] >= 0.5 ? "url(#lifeline-hatch)" : shade.fill;
      const left = round(x(Math.max(from, track.from)));
      const bar = `M${left},${footOf(top, track.row)}v${round(-Math.max(1.5, E * BAR))}H${round(x(Math.min(to, track.to)))}V${footOf(top, track.row)}Z`;
      bars.set(fill, (bars.get(fill) ?? "") + bar);
    }
    return [...bars].map(([fill, d]) => ({ fill, d }));
  });
  layer(svg, "bars")
    .selectAll<SVGPathElement, (typeof paths)[number]>("path")
    .data(paths)
    .join("path")
    .attr("d", ({ d }) => d)
    .attr("fill", ({ fill }) => fill);
}

const round = (px: number): number => Math.round(10 * px) / 10;

/** Sickness below the row, vacancies as dashes at its foot. */
function drawSpans(svg: Svg, { tracks, vacancies }: LifelineChartProps, { top, x }: Layout): void {
  const sick = tracks.flatMap(({ row, sickness }) => sickness.map((spell) => ({ row, ...spell })));
  layer(svg, "sickness")
    .selectAll<SVGRectElement, (typeof sick)[number]>("rect")
    .data(sick.filter(({ to }) => to > 0))
    .join("rect")
    .attr("x", ({ from }) => round(x(Math.max(0, from))))
    .attr("y", ({ row }) => footOf(top, row) + 2)
    .attr("width", ({ from, to }) => round(Math.max(2, x(to) - x(Math.max(0, from)))))
    .attr("height", SICK)
    .attr("fill", TEXT);
  layer(svg, "vacancies")
    .selectAll<SVGLineElement, (typeof vacancies)[number]>("line")
    .data(vacancies)
    .join("line")
    .attr("x1", ({ from }) => round(x(from)))
    .attr("x2", ({ to }) => round(x(to)))
    .attr("y1", ({ row }) => footOf(top, row) - BAR / 2)
    .attr("y2", ({ row }) => footOf(top, row) - BAR / 2)
    .attr("stroke", TEXT)
    .attr("stroke-width", 1.5)
    .attr("stroke-dasharray", "2 4");
}

/** Notice: a flag above the row. The end of a career: an upright line; a cross where the link worker left. */
function drawMarks(svg: Svg, { tracks, lastWeek }: LifelineChartProps, { top, x }: Layout): void {
  layer(svg, "notices")
    .selectAll<SVGPathElement, LifelineTrack>("path")
    .data(tracks.filter(({ noticeAt }) => noticeAt !== null && noticeAt >= 0))
    .join("path")
    .attr(
      "transform",
      (t) => `translate(${round(x(t.noticeAt as number))},${footOf(top, t.row) - BAR - 4}) rotate(180)`,
    )
    .attr("d", symbol(symbolTriangle, 70)())
    .attr("fill", "#F46A25")
    .attr("stroke", TEXT);
  layer(svg, "ends")
    .selectAll<SVGPathElement, LifelineTrack>("path")
    .data(tracks.filter(({ to }) => to < lastWeek))
    .join("path")
    .attr(
      "d",
      (t) =>
        `M${round(x(t.to))},${footOf(top, t.row) - BAR}v${BAR}${t.isLeaver ? "m-4,-4l8,8m-8,0l8,-8" : ""}`,
    )
    .attr("fill", "none")
    .attr("stroke", TEXT)
    .attr("stroke-width", 2);
}

function drawChosen(
  svg: Svg,
  { tracks, chosen, marked, rows }: LifelineChartProps,
  { top, x }: Layout,
): void {
  layer(svg, "chosen")
    .selectAll<SVGRectElement, LifelineTrack>("rect")
    .data(tracks.filter((_, i) => i === chosen))
    .join("rect")
    .attr("x", (t) => round(x(Math.max(0, t.from))) - 1)
    .attr("y", (t) => footOf(top, t.row) - BAR - 10)
    .attr("width", (t) => round(x(t.to) - x(Math.max(0, t.from))) + 2)
    .attr("height", BAR + 19)
    .attr("fill", "none")
    .attr("stroke", "#F46A25")
    .attr("stroke-width", 3);
  layer(svg, "marker")
    .selectAll<SVGLineElement, number>("line")
    .data(marked === null || rows.length === 0 ? [] : [marked])
    .join("line")
    .attr("x1", (week) => round(x(week)))
    .attr("x2", (week) => round(x(week)))
    .attr("y1", top)
    .attr("y2", top + rows.length * ROW)
    .attr("stroke", SECONDARY);
}

interface KeyItem {
  readonly name: string;
  readonly draw: string;
  readonly fill: string;
  readonly line?: string;
}

/** What the marks mean: each shade, and five more. */
function keyItems(): KeyItem[] {
  const { shades, burntOut, sickness, vacant, notice, left } = text.charts.lifelines;
  return [
    ...SHADES.map(({ fill }, i) => ({ name: shades[i], draw: `M2,7v${-5 - 3 * i}h14V7Z`, fill })),
    { name: burntOut, draw: "M2,7v-14h14v14Z", fill: "url(#lifeline-hatch)" },
    { name: sickness, draw: "M0,-2h18v5h-18Z", fill: TEXT },
    { name: vacant, draw: "M0,0h20", fill: "none", line: "2 4" },
    { name: notice, draw: "M2,-5h12l-6,11Z", fill: "#F46A25" },
    { name: left, draw: "M9,-8v16m-4,-4l8,8m-8,0l8,-8", fill: "none" },
  ];
}

const perRow = (width: number): number => Math.max(2, Math.floor(width / KEY_ITEM));
const keyRows = (width: number): number => Math.ceil((SHADES.length + 5) / perRow(width));

function drawKeys(svg: Svg, width: number): void {
  const across = perRow(width);
  const items = layer(svg, "key")
    .selectAll<SVGGElement, KeyItem>("g")
    .data(keyItems())
    .join("g")
    .attr(
      "transform",
      (_, i) => `translate(${(i % across) * KEY_ITEM},${MARGIN.top + 10 + Math.floor(i / across) * KEY_ROW})`,
    );
  items
    .selectAll<SVGPathElement, KeyItem>("path")
    .data((item) => [item])
    .join("path")
    .attr("d", ({ draw }) => draw)
    .attr("fill", ({ fill }) => fill)
    .attr("stroke", TEXT)
    .attr("stroke-dasharray", ({ line }) => line ?? null);
  items
    .selectAll<SVGTextElement, string>("text")
    .data(({ name }) => [name])
    .join("text")
    .attr("x", 26)
    .attr("y", 5)
    .attr("font-size", 13)
    .text((name) => name);
}
