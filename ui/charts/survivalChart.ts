/** Survival: the share left over time, one line of steps a scenario, named at its end. */
import { curveStepAfter, line, range, scaleLinear } from "d3";
import { text } from "../text/text";
import { drawEndNames } from "./endNames";
import { drawKey, keyOf } from "./labels";
import { SECONDARY } from "./palette";
import {
  drawXAxis,
  drawYAxis,
  type Frame,
  frame,
  layer,
  type Margin,
  NARROW,
  type Named,
  type Svg,
} from "./svg";

/** One scenario: the share left (0–1) at each point of `times`. */
export interface SurvivalSeries extends Named {
  readonly share: readonly number[];
}

export interface SurvivalChartProps extends Frame {
  readonly yTitle: string;
  readonly xTitle: string;
  /** Months since the beginning, evenly apart. */
  readonly times: readonly number[];
  readonly series: readonly SurvivalSeries[];
  /** Point that is being read, or null. */
  readonly marked: number | null;
}

function marginOf({ width, series }: Pick<SurvivalChartProps, "width" | "series">): Margin {
  const narrow = width < NARROW;
  const names = series.map(({ name }) => name);
  return {
    top: 34 + (narrow ? keyOf(names, width).height : 0),
    right: narrow ? 14 : Math.min(170, Math.max(120, 0.3 * width)),
    bottom: 46,
    left: 56,
  };
}

const scalesOf = (props: SurvivalChartProps, margin: Margin) => ({
  x: scaleLinear([0, props.times.at(-1) ?? 1], [margin.left, props.width - margin.right]),
  y: scaleLinear([0, 1], [props.height - margin.bottom, margin.top]),
});

/** The point nearest to a distance from the left edge (px). */
export function survivalPointAt(props: SurvivalChartProps, px: number): number {
  const { x } = scalesOf(props, marginOf(props));
  const step = props.times.length > 1 ? props.times[1] - props.times[0] : 1;
  return Math.min(props.times.length - 1, Math.max(0, Math.round(x.invert(px) / step)));
}

/** Draws the chart into `svg`, whatever was there before. */
export function survivalChart(svg: Svg, props: SurvivalChartProps): void {
  const { width, height, series, times } = props;
  const margin = marginOf(props);
  const { x, y } = scalesOf(props, margin);
  frame(svg, props);
  const format = (share: number) => text.charts.percent(String(Math.round(100 * share)));
  drawYAxis(svg, y, { title: props.yTitle, format }, { width, margin });
  const last = times.at(-1) ?? 1;
  const ticks = range(0, last + 1, last > 24 ? 12 : 6);
  drawXAxis(svg, x, { title: props.xTitle, ticks, format: String }, { width, height, margin });
  drawLines(svg, props, x, y);
  drawMarker(svg, props, margin, { x, y });
  const narrow = width < NARROW;
  const key = keyOf(
    series.map(({ name }) => name),
    width,
  );
  drawKey(svg, narrow ? series : [], key, (rows) =>
    rows
      .selectAll<SVGLineElement, Named>("line")
      .data((s) => [s])
      .join("line")
      .attr("x2", 32)
      .attr("stroke", (s) => s.style.colour)
      .attr("stroke-width", (s) => s.style.width)
      .attr("stroke-dasharray", (s) => s.style.dash || null),
  );
  const ending = series.map(({ name, style, share }) => ({ name, style, mean: share }));
  drawEndNames(svg, narrow ? [] : ending, { width, height, margin, y });
}

type Scale = (value: number) => number;

function drawLines(svg: Svg, { series, times }: SurvivalChartProps, x: Scale, y: Scale): void {
  const steps = (s: SurvivalSeries) =>
    line<number>(
      (i) => x(times[i]),
      (i) => y(s.share[i]),
    )
      .curve(curveStepAfter)
      .defined((i) => Number.isFinite(s.share[i]))(range(times.length));
  layer(svg, "survival")
    .selectAll<SVGPathElement, SurvivalSeries>("path")
    .data(series)
    .join("path")
    .attr("d", steps)
    .attr("fill", "none")
    .attr("stroke", (s) => s.style.colour)
    .attr("stroke-width", (s) => s.style.width)
    .attr("stroke-dasharray", (s) => s.style.dash || null);
}

function drawMarker(
  svg: Svg,
  { marked, times, series, height }: SurvivalChartProps,
  margin: Margin,
  { x, y }: { readonly x: Scale; readonly y: Scale },
): void {
  const at = marked !== null && marked < times.length && series.length > 0 ? [marked] : [];
  layer(svg, "marker")
    .selectAll("line")
    .data(at)
    .join("line")
    .attr("x1", (i) => x(times[i]))
    .attr("x2", (i) => x(times[i]))
    .attr("y1", margin.top)
    .attr("y2", height - margin.bottom)
    .attr("stroke", SECONDARY);
  layer(svg, "marker-points")
    .selectAll<SVGCircleElement, SurvivalSeries>("circle")
    .data(at.flatMap((i) => series.filter((s) => Number.isFinite(s.share[i]))))
    .join("circle")
    .attr("cx", () => x(times[at[0]]))
    .attr("cy", (s) => y(s.share[at[0]]))
    .attr("r", 4.5)
    .attr("fill", (s) => s.style.colour)
    .attr("stroke", "#FFFFFF");
}
