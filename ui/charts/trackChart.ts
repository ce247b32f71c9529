/** Panels over the same weeks, one below the other: areas that add up, or one line. One panel a scenario, or a quantity. */

import { area, axisLeft, line, max, range, scaleLinear, select } from "d3";
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { upTo } from "../text/plainNumber";
import { type ChartEvent, drawEvents, type PlacedEvents, placeEvents } from "./events";
import { dodge, drawKey, keyOf, LINE, oneLine, textLines, wrap } from "./labels";
import { GRIDLINE, SECONDARY, TEXT } from "./palette";
import { drawXAxis, type Frame, frame, layer, type Margin, NARROW, type Svg } from "./svg";

/** One part of a panel: a value a point, in the unit of the panel; NaN where there is none. */
export interface TrackPart {
  readonly name: string;
  readonly fill: string;
  readonly values: ArrayLike<number>;
}

export interface TrackPanel {
  /** What the panel shows, with its unit: stands above its axis. */
  readonly title: string;
  readonly format: (value: number) => string;
  readonly parts: readonly TrackPart[];
  /** Whether the parts are areas that add up; otherwise each is a line. */
  readonly stacked: boolean;
  /** Top of the axis where it is the same whatever the values, such as 1 for a share. */
  readonly top?: number;
  /** A level to compare with, such as a threshold. */
  readonly level?: { readonly value: number; readonly name: string };
}

export interface TrackChartProps extends Omit<Frame, "height"> {
  /** Week in which each point stands. */
  readonly weeks: readonly number[];
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly xTitle: string;
  readonly panels: readonly TrackPanel[];
  readonly events: readonly ChartEvent[];
  /** Point that is being read, or null. */
  readonly marked: number | null;
}

const TITLE = 40;
const FOOT = 46;
const LEFT = 50;
const GAP = 18;

interface Layout {
  readonly margin: Margin;
  readonly height: number;
  readonly plot: number;
  /** Top of each panel's plot. */
  readonly tops: readonly number[];
  readonly isNarrow: boolean;
  /** Names in the key above, on narrow pictures: each part once. */
  readonly parts: readonly TrackPart[];
  readonly events: PlacedEvents;
  readonly x: (week: number) => number;
  readonly weekAt: (px: number) => number;
}

function layoutOf({ width, panels, events, firstWeek, lastWeek }: TrackChartProps): Layout {
  const isNarrow = width < NARROW;
  const named = panels.flatMap(({ parts }) => (parts.length > 1 ? parts : []));
  const parts = isNarrow ? named.filter(({ name }, i) => named.findIndex((p) => p.name === name) === i) : [];
  const key = keyOf(
    parts.map(({ name }) => name),
    width,
  );
  const right = isNarrow ? 14 : named.length > 0 ? Math.min(220, 0.3 * width) : 90;
  const namesNeed = isNarrow ? 0 : (max(panels, (panel) => heightOfNames(panel, right)) ?? 0);
  const plot = Math.max(isNarrow ? 110 : 130, namesNeed - 40);
  const scale = scaleLinear([firstWeek, Math.max(firstWeek + 1, lastWeek)], [LEFT, width - right]);
  const placed = placeEvents(events, scale, [LEFT, width - right]);
  const above = (parts.length > 0 ? key.height : 0) + placed.height;
  const tops = panels.map((_, i) => above + TITLE + i * (plot + TITLE + GAP));
  const margin: Margin = { top: above, right, bottom: FOOT, left: LEFT };
  const height = above + Math.max(1, panels.length) * (plot + TITLE + GAP) - GAP + FOOT;
  const weekAt = (px: number) => scale.invert(px);
  return { margin, height, plot, tops, isNarrow, parts, events: placed, x: scale, weekAt };
}

const linesOf = ({ name }: TrackPart, right: number): string[] => wrap(name, right - 20);

/** What the names at the right of a panel need, where there are several (px). */
const heightOfNames = ({ parts }: TrackPanel, right: number): number =>
  parts.length < 2 ? 0 : parts.reduce((sum, part) => sum + linesOf(part, right).length * LINE + 2, 0);

/** The point nearest to a distance from the left edge (px). */
export function trackPointAt(props: TrackChartProps, px: number): number {
  const week = layoutOf(props).weekAt(px);
  return range(props.weeks.length).reduce(
    (best, i) => (Math.abs(props.weeks[i] - week) < Math.abs(props.weeks[best] - week) ? i : best),
    0,
  );
}

/** Draws the chart into `svg`, whatever was there before. Its height follows from the number of panels. */
export function trackChart(svg: Svg, props: TrackChartProps): void {
  const { width, label, panels, weeks, firstWeek, lastWeek } = props;
  const layout = layoutOf(props);
  const { height, margin } = layout;
  frame(svg, { label, width, height });
  const ticks = ticksOf(firstWeek, lastWeek);
  const scale = scaleLinear(
    [firstWeek, Math.max(firstWeek + 1, lastWeek)],
    [margin.left, width - margin.right],
  );
  const format = (week: number) => upTo(week / WEEKS_PER_YEAR, 2);
  drawXAxis(svg, scale, { title: props.xTitle, ticks, format }, { width, height, margin });
  const groups = layer(svg, "panels")
    .selectAll<SVGGElement, TrackPanel>("g.panel")
    .data(panels)
    .join("g")
    .attr("class", "panel")
    .attr("transform", (_, i) => `translate(0,${layout.tops[i]})`);
  groups.each(function (panel) {
    drawPanel(this, panel, { weeks, width, layout });
  });
  drawEvents(svg, layout.events, {
    top: margin.top - layout.events.height,
    bottom: height - margin.bottom,
  });
  drawMarker(svg, props, layout);
  const key = keyOf(
    layout.parts.map(({ name }) => name),
    width,
  );
  drawKey(svg, layout.parts, key, (rows) =>
    rows
      .selectAll<SVGRectElement, TrackPart>("rect")
      .data((part) => [part])
      .join("rect")
      .attr("x", 8)
      .attr("y", -7)
      .attr("width", 16)
      .attr("height", 14)
      .attr("fill", ({ fill }) => fill)
      .attr("stroke", TEXT),
  );
}

function ticksOf(first: number, last: number): number[] {
  const step = last - first <= WEEKS_PER_YEAR ? 13 : last - first <= 2 * WEEKS_PER_YEAR ? 26 : WEEKS_PER_YEAR;
  const wide = step * Math.max(1, Math.ceil((last - first) / step / 10));
  return range(Math.ceil(first / wide) * wide, last + 1, wide);
}

interface Shape {
  readonly part: TrackPart;
  readonly low: number[];
  readonly high: number[];
}

/** Each part on top of those before it; a line stands for itself. */
function shapesOf({ parts, stacked }: TrackPanel, points: number): Shape[] {
  const base = new Float64Array(points);
  return parts.map((part) => {
    const low = Array.from(base);
    const high = range(points).map((i) => (stacked ? base[i] : 0) + part.values[i]);
    if (stacked)
      for (let i = 0; i < points; i++) base[i] += Number.isFinite(part.values[i]) ? part.values[i] : 0;
    return { part, low, high };
  });
}

function drawPanel(
  node: SVGGElement,
  panel: TrackPanel,
  {
    weeks,
    width,
    layout,
  }: { readonly weeks: readonly number[]; readonly width: number; readonly layout: Layout },
): void {
  const { margin, plot, x, isNarrow } = layout;
  const shapes = shapesOf(panel, weeks.length);
  const highest = max(shapes, ({ high }) => max(high.filter(Number.isFinite))) ?? 0;
  const y = scaleLinear([0, panel.top ?? (highest || 1)], [plot, 0]);
  if (panel.top === undefined) y.nice(3);
  const svg = layerIn(node);
  const axis = axisLeft<number>(y)
    .ticks(3)
    .tickFormat((value) => panel.format(value as number))
    .tickSize(-(width - margin.left - margin.right))
    .tickPadding(6);
  const g = svg("y-axis").attr("transform", `translate(${margin.left},0)`).call(axis);
  g.attr("font-size", 14).attr("font-family", null);
  g.select(".domain").remove();
  g.selectAll(".tick line").attr("stroke", GRIDLINE);
  g.selectAll(".tick text").attr("fill", TEXT);
  one(svg("panel-title"), oneLine(panel.title, width)).attr("x", 0).attr("y", -14).attr("font-weight", 600);
  const isGiven = (shape: Shape) => (i: number) => Number.isFinite(shape.high[i]);
  svg("areas")
    .selectAll<SVGPathElement, Shape>("path")
    .data(panel.stacked ? shapes : [])
    .join("path")
    .attr("d", (s) =>
      area<number>(
        (i) => x(weeks[i]),
        (i) => y(s.low[i]),
        (i) => y(s.high[i]),
      ).defined(isGiven(s))(range(weeks.length)),
    )
    .attr("fill", (s) => s.part.fill)
    .attr("stroke", TEXT)
    .attr("stroke-width", isNarrow ? 0.3 : 0.75);
  svg("lines")
    .selectAll<SVGPathElement, Shape>("path")
    .data(panel.stacked ? [] : shapes)
    .join("path")
    .attr("d", (s) =>
      line<number>(
        (i) => x(weeks[i]),
        (i) => y(s.high[i]),
      ).defined(isGiven(s))(range(weeks.length)),
    )
    .attr("fill", "none")
    .attr("stroke", (s) => s.part.fill)
    .attr("stroke-width", 2.5);
  drawLevel(svg, panel, y, { from: margin.left, to: width - margin.right });
  drawNames(svg, isNarrow || panel.parts.length < 2 ? [] : shapes, y, { width, layout });
}

function drawLevel(
  svg: Layers,
  { level }: TrackPanel,
  y: (value: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const levels = level ? [level] : [];
  svg("level")
    .selectAll<SVGLineElement, (typeof levels)[number]>("line")
    .data(levels)
    .join("line")
    .attr("x1", from)
    .attr("x2", to)
    .attr("y1", ({ value }) => y(value))
    .attr("y2", ({ value }) => y(value))
    .attr("stroke", "#801650")
    .attr("stroke-width", 1.5)
    .attr("stroke-dasharray", "6 3");
  svg("level-name")
    .selectAll<SVGTextElement, (typeof levels)[number]>("text")
    .data(levels)
    .join("text")
    .attr("x", to - 4)
    .attr("y", ({ value }) => y(value) - 4)
    .attr("text-anchor", "end")
    .attr("font-size", 13)
    .attr("fill", "#801650")
    .text(({ name }) => name);
}

/** Names of the parts at the right, beside where they end. */
function drawNames(
  svg: Layers,
  shapes: readonly Shape[],
  y: (value: number) => number,
  { width, layout }: { readonly width: number; readonly layout: Layout },
): void {
  const { margin, plot } = layout;
  const room = margin.right - 20;
  const lines = shapes.map(({ part }) => linesOf(part, margin.right));
  const ends = shapes.map(({ low, high }) => {
    const last = high.findLastIndex(Number.isFinite);
    return last < 0 ? plot : (y(low[last]) + y(high[last])) / 2;
  });
  const sizes = lines.map((some) => some.length * LINE + 2);
  const placed = dodge(ends, sizes, [-24, plot + 26]);
  const groups = svg("names")
    .selectAll<SVGGElement, number>("g")
    .data(shapes.map((_, i) => i))
    .join("g")
    .attr("transform", (i) => `translate(${width - room},${placed[i]})`);
  textLines(groups, (i) => lines[i]);
  svg("leaders")
    .selectAll("path")
    .data(shapes.map((_, i) => i))
    .join("path")
    .attr("d", (i) => `M${width - margin.right + 2},${ends[i]}L${width - room - 4},${placed[i]}`)
    .attr("stroke", SECONDARY);
}

function drawMarker(svg: Svg, { marked, weeks, panels }: TrackChartProps, layout: Layout): void {
  const { x, height, margin, tops } = layout;
  layer(svg, "marker")
    .selectAll("line")
    .data(marked !== null && marked < weeks.length && panels.length > 0 ? [marked] : [])
    .join("line")
    .attr("x1", (i) => x(weeks[i]))
    .attr("x2", (i) => x(weeks[i]))
    .attr("y1", tops[0] ?? 0)
    .attr("y2", height - margin.bottom)
    .attr("stroke", TEXT)
    .attr("stroke-width", 1.5);
}

type Layers = ReturnType<typeof layerIn>;

/** Layers within a panel's group, each made on first use. */
const layerIn = (node: SVGGElement) => (name: string) =>
  select(node).selectAll<SVGGElement, null>(`g.${name}`).data([null]).join("g").attr("class", name);

const one = (parent: ReturnType<Layers>, text: string) =>
  parent
    .selectAll<SVGTextElement, string>("text")
    .data([text])
    .join("text")
    .text((words) => words);
