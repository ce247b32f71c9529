/** Mean and range by group (a year, say), side by side for each scenario: a symbol for the mean, a whisker for the range. */
import { max, scaleBand, scaleLinear, scalePoint, symbol } from "d3";
import { drawKey, keyOf } from "./labels";
import { SECONDARY } from "./palette";
import {
  drawXAxis,
  drawYAxis,
  type Frame,
  frame,
  layer,
  type Margin,
  type Named,
  type Svg,
  type YAxis,
} from "./svg";

/** One scenario: columns over `groups`, in the unit of the y axis. */
export interface RangeSeries extends Named {
  readonly mean: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

export interface RangeChartProps extends Frame {
  readonly yAxis: YAxis;
  readonly xTitle: string;
  readonly groups: readonly string[];
  readonly series: readonly RangeSeries[];
  /** Group that is being read, or null. */
  readonly marked: number | null;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly series: RangeSeries;
}

const keyFor = ({ series, width }: RangeChartProps) =>
  keyOf(
    series.map(({ name }) => name),
    width,
  );

const marginOf = (props: RangeChartProps): Margin => ({
  top: 34 + keyFor(props).height,
  right: 14,
  bottom: 46,
  left: 50,
});

const groupScale = (props: RangeChartProps): GroupScale => {
  const { left, right } = marginOf(props);
  return scaleBand(props.groups, [left, props.width - right]).paddingInner(0.1);
};
type GroupScale = ReturnType<typeof scaleBand<string>>;

/** The group under the pointer, `px` from the left edge, or the nearest. */
export function groupAt(props: RangeChartProps, px: number): number {
  const x = groupScale(props);
  const group = Math.floor((px - x.range()[0]) / x.step());
  return Math.min(Math.max(0, group), Math.max(0, props.groups.length - 1));
}

/** Draws the chart into `svg`, whatever was there before. */
export function rangeChart(svg: Svg, props: RangeChartProps): void {
  const { width, height, series } = props;
  const key = keyFor(props);
  const margin = marginOf(props);
  const highest = max(series, (s) => max([...Array.from(s.high), ...Array.from(s.mean)]));
  const x = groupScale(props);
  const y = scaleLinear([0, highest || 1], [height - margin.bottom, margin.top]).nice(5);
  frame(svg, props);
  drawYAxis(svg, y, props.yAxis, { width, margin });
  drawXAxis(svg, x, { title: props.xTitle, format: (group) => group }, { width, height, margin });
  drawMarker(svg, props, x, y.range());
  drawMarks(svg, marksOf(props, x, y));
  drawKey(svg, series, key, (rows) => {
    rows
      .selectAll<SVGPathElement, Named>("path")
      .data((s) => [s])
      .join("path")
      .attr("transform", "translate(16,0)")
      .attr("d", (s) => symbol(s.style.symbol, 90)())
      .attr("fill", (s) => s.style.colour);
  });
}

/** A frame around the group that is being read. */
function drawMarker(
  svg: Svg,
  { groups, marked, series }: RangeChartProps,
  x: GroupScale,
  [bottom, top]: readonly number[],
): void {
  layer(svg, "marker")
    .selectAll<SVGRectElement, string>("rect")
    .data(series.length === 0 ? [] : groups.filter((_, g) => g === marked))
    .join("rect")
    .attr("x", (group) => x(group) ?? 0)
    .attr("width", x.bandwidth())
    .attr("y", top)
    .attr("height", bottom - top)
    .attr("fill", "none")
    .attr("stroke", SECONDARY)
    .attr("stroke-width", 1.5);
}

/** Where each mean and whisker stands; those without a value are left out. */
function marksOf({ groups, series }: RangeChartProps, x: GroupScale, y: (value: number) => number): Mark[] {
  const within = scalePoint(
    series.map((_, i) => i),
    [0, x.bandwidth()],
  ).padding(1);
  const marks = groups.flatMap((group, g) =>
    series.map((s, i) => ({
      x: (x(group) ?? 0) + (within(i) ?? 0),
      y: y(s.mean[g]),
      low: y(s.low[g]),
      high: y(s.high[g]),
      series: s,
    })),
  );
  return marks.filter((mark) => Number.isFinite(mark.y));
}

function drawMarks(svg: Svg, marks: readonly Mark[]): void {
  layer(svg, "whiskers")
    .selectAll<SVGPathElement, Mark>("path")
    .data(marks.filter((m) => Number.isFinite(m.low) && Number.isFinite(m.high)))
    .join("path")
    .attr("d", (m) => `M${m.x},${m.low}V${m.high}M${m.x - 5},${m.low}h10M${m.x - 5},${m.high}h10`)
    .attr("stroke", (m) => m.series.style.colour)
    .attr("stroke-width", 1.5)
    .attr("fill", "none");
  layer(svg, "marks")
    .selectAll<SVGPathElement, Mark>("path")
    .data(marks)
    .join("path")
    .attr("transform", (m) => `translate(${m.x},${m.y})`)
    .attr("d", (m) => symbol(m.series.style.symbol, 90)())
    .attr("fill", (m) => m.series.style.colour)
    .attr("stroke", "#FFFFFF");
}
