/**
 * Differences by matched futures: above, one dot a future; below, over the same axis, the S-curve that says for each
 * value the share of futures with at most that much. Draw it with `svg.call(swarmChart, props)`.
 */
import { axisLeft, extent, line, type ScaleLinear, scaleLinear, symbol, symbolDiamond } from "d3";
import { text } from "../text/text";
import { GRIDLINE, SECONDARY, TEXT } from "./palette";
import { drawXAxis, type Frame, frame, layer, type Margin, type Svg } from "./svg";

export interface SwarmChartProps extends Omit<Frame, "height"> {
  readonly xTitle: string;
  readonly format: (value: number) => string;
  /** One value a future, in the unit of the axis; NaN where a future has none. */
  readonly values: ArrayLike<number>;
  /** The future that is marked in both parts, or null. */
  readonly chosen: number | null;
  /** Words at the left and at the right of no difference, such as "fewer" and "more". */
  readonly sides: readonly [string, string];
}

export interface Dot {
  readonly future: number;
  readonly value: number;
  /** Centre, in px from the picture's left and up from the foot of the swarm. */
  readonly x: number;
  readonly up: number;
}

type X = ScaleLinear<number, number>;

const MARGIN: Margin = { top: 30, right: 16, bottom: 46, left: 50 };
/** Room for half a heap at either end (px). */
const EDGE = 18;
const SWARM = 120;
const GAP = 34;
const CURVE = 130;
const LARGEST = 4.5;
const SMALLEST = 1;
export const SWARM_HEIGHT = MARGIN.top + SWARM + GAP + CURVE + MARGIN.bottom;
const FOOT = MARGIN.top + SWARM;

/** The axis: every value and no difference, with some room. */
export function swarmScale({ values, width }: Pick<SwarmChartProps, "values" | "width">): X {
  const finite = Array.from(values).filter(Number.isFinite);
  const [low = 0, high = 0] = extent([0, ...finite]);
  const domain = low === high ? [low - 1, high + 1] : [low, high];
  return scaleLinear(domain, [MARGIN.left + EDGE, width - MARGIN.right - EDGE]).nice(6);
}

/**
 * Places dots in columns without overlap, as large as the height allows, in the order of futures within a column.
 * Values that are whole numbers get columns as wide as the numbers are apart, so that heaps stay low.
 */
export function placeDots(
  values: ArrayLike<number>,
  x: X,
): { readonly dots: Dot[]; readonly radius: number } {
  const futures = Array.from(values, (value, future) => ({ value, future })).filter(({ value }) =>
    Number.isFinite(value),
  );
  for (let radius = LARGEST; ; radius -= 0.5) {
    const dots = heaped(futures, x, radius);
    if (radius <= SMALLEST || dots.every(({ up }) => up + radius <= SWARM)) return { dots, radius };
  }
}

function heaped(futures: readonly { value: number; future: number }[], x: X, radius: number): Dot[] {
  const pitch = 2 * radius + 0.5;
  const apart = futures.every(({ value }) => Number.isInteger(value)) ? x(1) - x(0) : 0;
  const widest = Math.max(1, Math.floor((0.8 * apart) / pitch));
  const bin = apart > pitch ? apart : pitch;
  const heaps = new Map<number, { value: number; future: number }[]>();
  for (const one of futures) {
    const key = Math.round((x(one.value) - x(0)) / bin);
    const heap = heaps.get(key);
    if (heap) heap.push(one);
    else heaps.set(key, [one]);
  }
  // No wider than a heap of this size is high, so that heights can be compared.
  const most = Math.max(0, ...[...heaps.values()].map((heap) => heap.length));
  const across = Math.min(widest, Math.ceil(Math.sqrt(most / 2)));
  return [...heaps].flatMap(([key, heap]) => {
    const inRow = Math.min(across, heap.length);
    return heap.map(({ value, future }, i) => ({
      ...{ future, value },
      x: x(0) + key * bin + ((i % across) - (inRow - 1) / 2) * pitch,
      up: radius + Math.floor(i / across) * pitch,
    }));
  });
}

/** The future whose dot is nearest to a place in the picture (px), or null where there are none. */
export function futureAt(props: SwarmChartProps, px: number, py: number): number | null {
  const { dots } = placeDots(props.values, swarmScale(props));
  const away = (dot: Dot) => (dot.x - px) ** 2 + (FOOT - dot.up - py) ** 2;
  const nearest = dots.reduce<Dot | null>(
    (best, dot) => (best && away(best) <= away(dot) ? best : dot),
    null,
  );
  return nearest?.future ?? null;
}

/** Draws the chart into `svg`, whatever was there before. */
export function swarmChart(svg: Svg, props: SwarmChartProps): void {
  const { width, label, values, format } = props;
  const x = swarmScale(props);
  frame(svg, { label, width, height: SWARM_HEIGHT });
  drawXAxis(
    svg,
    x,
    { title: props.xTitle, ticks: ticksOf(x, width < 460 ? 4 : 7, format), format },
    { width, height: SWARM_HEIGHT, margin: MARGIN },
  );
  drawZero(svg, x, props);
  drawDots(svg, values, x, props.chosen);
  drawCurve(svg, values, x, props);
}

/** About so many ticks, each of which is written differently: half a person is not. */
function ticksOf(x: X, count: number, format: (value: number) => string): number[] {
  const ticks = x.ticks(count);
  const isSaid = ticks.every((tick, i) => i === 0 || format(tick) !== format(ticks[i - 1]));
  return isSaid || count <= 1 ? ticks : ticksOf(x, count - 1, format);
}

function drawZero(svg: Svg, x: X, { sides, width }: SwarmChartProps): void {
  layer(svg, "zero")
    .selectAll("line")
    .data([null])
    .join("line")
    .attr("x1", x(0))
    .attr("x2", x(0))
    .attr("y1", 20)
    .attr("y2", SWARM_HEIGHT - MARGIN.bottom)
    .attr("stroke", SECONDARY)
    .attr("stroke-dasharray", "2 3");
  const [low, high] = x.domain();
  const named = [
    { words: sides[0], at: x(0) - 8, anchor: "end", fits: low < 0 && x(0) > 100 },
    { words: sides[1], at: x(0) + 8, anchor: "start", fits: high > 0 && width - x(0) > 100 },
  ];
  layer(svg, "sides")
    .selectAll<SVGTextElement, (typeof named)[number]>("text")
    .data(named.filter(({ fits }) => fits))
    .join("text")
    .attr("x", ({ at }) => at)
    .attr("y", 16)
    .attr("text-anchor", ({ anchor }) => anchor)
    .attr("fill", SECONDARY)
    .text(({ words }) => words);
}

function drawDots(svg: Svg, values: ArrayLike<number>, x: X, chosen: number | null): void {
  const { dots, radius } = placeDots(values, x);
  layer(svg, "foot")
    .selectAll("line")
    .data([null])
    .join("line")
    .attr("x1", x.range()[0] - EDGE)
    .attr("x2", x.range()[1] + EDGE)
    .attr("y1", FOOT)
    .attr("y2", FOOT)
    .attr("stroke", GRIDLINE);
  layer(svg, "dots")
    .selectAll<SVGCircleElement, Dot>("circle")
    .data(dots)
    .join("circle")
    .attr("cx", (dot) => dot.x)
    .attr("cy", (dot) => FOOT - dot.up)
    .attr("r", radius)
    .attr("fill", "#12436D");
  layer(svg, "chosen")
    .selectAll<SVGPathElement, Dot>("path")
    .data(dots.filter(({ future }) => future === chosen))
    .join("path")
    .attr("transform", (dot) => `translate(${dot.x},${FOOT - dot.up})`)
    .attr("d", symbol(symbolDiamond, 190)())
    .attr("fill", "#F46A25")
    .attr("stroke", TEXT)
    .attr("stroke-width", 1.5);
}

/** Share of futures with at most each value: steps, from 0% to 100%. */
function drawCurve(svg: Svg, values: ArrayLike<number>, x: X, { chosen, width }: SwarmChartProps): void {
  const sorted = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const y = scaleLinear([0, 1], [SWARM_HEIGHT - MARGIN.bottom, SWARM_HEIGHT - MARGIN.bottom - CURVE]);
  const axis = axisLeft<number>(y)
    .tickValues([0, 0.5, 1])
    .tickFormat((share) => text.charts.percent(String(100 * (share as number))))
    .tickSize(-(width - MARGIN.left - MARGIN.right));
  const g = layer(svg, "y-axis").attr("transform", `translate(${MARGIN.left},0)`).call(axis);
  g.attr("font-size", 14).attr("font-family", null);
  g.select(".domain").remove();
  g.selectAll(".tick line").attr("stroke", GRIDLINE);
  g.selectAll(".tick text").attr("fill", TEXT);
  const [first, last] = x.domain();
  const points = sorted.flatMap((value, i) => [
    [value, i / sorted.length],
    [value, (i + 1) / sorted.length],
  ]);
  layer(svg, "curve")
    .selectAll("path")
    .data(sorted.length === 0 ? [] : [[[first, 0], ...points, [last, 1]]])
    .join("path")
    .attr(
      "d",
      line<number[]>(
        ([value]) => x(value),
        ([, share]) => y(share),
      ),
    )
    .attr("fill", "none")
    .attr("stroke", "#12436D")
    .attr("stroke-width", 2.5);
  const value = chosen === null ? Number.NaN : values[chosen];
  layer(svg, "curve-chosen")
    .selectAll<SVGLineElement, number>("line")
    .data(Number.isFinite(value) ? [value] : [])
    .join("line")
    .attr("x1", (at) => x(at))
    .attr("x2", (at) => x(at))
    .attr("y1", SWARM_HEIGHT - MARGIN.bottom)
    .attr("y2", y(sorted.filter((other) => other <= value).length / sorted.length))
    .attr("stroke", "#F46A25")
    .attr("stroke-width", 3);
  layer(svg, "y-titles")
    .selectAll<SVGTextElement, readonly [string, number]>("text")
    .data([[text.charts.chanceOfAtMost, FOOT + GAP - 14] as const])
    .join("text")
    .attr("x", 0)
    .attr("y", ([, at]) => at)
    .attr("fill", SECONDARY)
    .text(([title]) => title);
}
