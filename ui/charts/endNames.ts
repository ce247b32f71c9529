/** Names of lines at their right ends: direct labels instead of a legend. */
import { dodge, LINE, MOST_LINES, textLines, wrap } from "./labels";
import { layer, type Margin, type Named, type Svg } from "./svg";

/** A line that can be named where it ends. */
export interface EndingLine extends Named {
  readonly mean: ArrayLike<number>;
}

interface Place {
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  readonly y: (value: number) => number;
}

/** Names in the right margin, each joined to its line by a thin leader; a line without a value has none. */
export function drawEndNames(svg: Svg, series: readonly EndingLine[], place: Place): void {
  const { width, height, margin, y } = place;
  const ending = series.filter((s) => lastValue(s) !== undefined);
  const room = margin.right - 22;
  const lines = ending.map((s) => wrap(s.name, room, linesEach(ending.length, place)));
  const ends = ending.map((s) => y(lastValue(s) as number));
  const heights = lines.map((l) => l.length * LINE + 4);
  const placed = dodge(ends, heights, [margin.top - 10, height - margin.bottom + 14]);
  const groups = layer(svg, "names")
    .selectAll<SVGGElement, number>("g")
    .data(ending.map((_, i) => i))
    .join("g")
    .attr("transform", (i) => `translate(${width - room},${placed[i]})`);
  textLines(groups, (i) => lines[i]);
  layer(svg, "leaders")
    .selectAll("path")
    .data(ending.map((_, i) => i))
    .join("path")
    .attr("d", (i) => `M${width - margin.right + 2},${ends[i]}L${width - room - 4},${placed[i]}`)
    .attr("stroke", (i) => ending[i].style.colour)
    .attr("stroke-width", 1.5);
}

/** Lines of text that each of so many names may take, so that all of them fit beside the plot. */
function linesEach(count: number, { height, margin }: Place): number {
  const available = height - margin.bottom + 14 - (margin.top - 10);
  return Math.min(MOST_LINES, Math.max(1, Math.floor((available / Math.max(1, count) - 4) / LINE)));
}

function lastValue({ mean }: EndingLine): number | undefined {
  return Array.from(mean).findLast((value) => Number.isFinite(value));
}
