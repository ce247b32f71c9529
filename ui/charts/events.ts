/** What happened in certain weeks, such as a change during the run: a dotted line each, with its label in lines. */
import { LINE, wrap } from "./labels";
import { SECONDARY } from "./palette";
import { layer, type Svg } from "./svg";

export interface ChartEvent {
  readonly week: number;
  readonly label: string;
}

/** An event's place (px from the left edge) and its label, broken into lines on the side where there is more room. */
interface Placed {
  readonly at: number;
  readonly lines: readonly string[];
  /** Lines of the labels above this one, so that no label covers another. */
  readonly before: number;
  readonly isLate: boolean;
}

export interface PlacedEvents {
  readonly events: readonly Placed[];
  /** What the labels need one below the other (px); 0 without events. */
  readonly height: number;
}

const FONT = 13;
/** Between a line and its label (px). */
const APART = 5;

/** Where the events stand on a scale whose plot goes from `left` to `right` (px). */
export function placeEvents(
  events: readonly ChartEvent[],
  x: (week: number) => number,
  [left, right]: readonly [number, number],
): PlacedEvents {
  let before = 0;
  const placed = events.map(({ week, label }) => {
    const at = x(week);
    const isLate = at - left > right - at;
    const lines = wrap(label, (isLate ? at - left : right - at) - APART);
    before += lines.length;
    return { at, lines, before: before - lines.length, isLate };
  });
  return { events: placed, height: before * LINE };
}

/** Draws them: labels from `top` down, each event's line from its label, or from `plotTop`, down to `bottom`. */
export function drawEvents(
  svg: Svg,
  { events }: PlacedEvents,
  { top, plotTop, bottom }: { readonly top: number; readonly plotTop?: number; readonly bottom: number },
): void {
  const groups = layer(svg, "events")
    .selectAll<SVGGElement, Placed>("g")
    .data(events)
    .join("g")
    .attr("transform", ({ at }) => `translate(${at},0)`);
  groups
    .selectAll<SVGLineElement, Placed>("line")
    .data((event) => [event])
    .join("line")
    .attr("y1", ({ before }) => plotTop ?? top + before * LINE)
    .attr("y2", bottom)
    .attr("stroke", SECONDARY)
    .attr("stroke-dasharray", "1 3");
  groups
    .selectAll<SVGTextElement, { text: string; row: number; isLate: boolean }>("text")
    .data(({ lines, before, isLate }) => lines.map((text, i) => ({ text, row: before + i, isLate })))
    .join("text")
    .attr("x", ({ isLate }) => (isLate ? -APART : APART))
    .attr("y", ({ row }) => top + 12 + row * LINE)
    .attr("text-anchor", ({ isLate }) => (isLate ? "end" : "start"))
    .attr("font-size", FONT)
    .attr("fill", SECONDARY)
    .attr("stroke", "#FFFFFF")
    .attr("stroke-width", 3)
    .attr("paint-order", "stroke")
    .text(({ text }) => text);
}
