/** What all charts share: the frame, layers, and axes with titles. */
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

/** A pattern of diagonal lines with this id, by which a fill is told apart without colour. */
export function drawHatch(svg: Svg, id: string, colour: string): void {
  layer(svg, "patterns")
    .selectAll("pattern")
    .data([id])
    .join("pattern")
    .attr("id", (own) => own)
    .attr("patternUnits", "userSpaceOnUse")
    .attr("width", 5)
    .attr("height", 5)
    .attr("patternTransform", "rotate(45)")
    .selectAll("rect")
    .data([
      { width: 5, fill: colour },
      { width: 1.6, fill: "#FFFFFF" },
    ])
    .join("rect")
    .attr("width", ({ width }) => width)
    .attr("height", 5)
    .attr("fill", ({ fill }) => fill);
}
