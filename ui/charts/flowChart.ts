/**
 * Flow of patients: from referral at the left to how it ended at the right, bands as wide as the shares they carry.
 * Nodes stand in columns and in the order given, so that the same end is at the same place in every panel.
 */
import { least, type Selection, sum } from "d3";
import { LINE, oneLine, wrap } from "./labels";
import { TEXT } from "./palette";
import { drawHatch, type Frame, frame, layer, type Svg } from "./svg";

export interface FlowNode {
  readonly id: string;
  readonly name: string;
  readonly column: number;
  /** What an end means for the patient: those lost are hatched as well as coloured. */
  readonly kind: "way" | "good" | "lost" | "open";
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  /** Share of all referrals. */
  readonly value: number;
}

export interface FlowPanel {
  readonly name: string;
  readonly links: readonly FlowLink[];
}

export interface FlowChartProps extends Omit<Frame, "height"> {
  /** In the order of columns, and from top to bottom in each. */
  readonly nodes: readonly FlowNode[];
  readonly format: (value: number) => string;
  readonly panels: readonly FlowPanel[];
  /** Node that is being read, by its position, or null. */
  readonly marked: number | null;
}

const NODE = 12;
const GAP = 7;
const TITLE = 30;
const FLOW = 210;
const SPACE = 24;
/** Columns so far apart (px) bear their names in one row. */
const ROOM_FOR_HEAD = 170;

const FILLS = { way: "#12436D", good: "#2073BC", lost: "url(#flow-hatch)", open: "#768692" } as const;
const BANDS = { way: "#9DBAD3", good: "#9DBAD3", lost: "#C9A0B4", open: "#CBD3D8" } as const;

interface Placed extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Lines of the label, and its middle. */
  readonly lines: readonly string[];
  readonly labelX: number;
  readonly labelY: number;
}

interface Band {
  readonly from: string;
  readonly to: string;
  readonly d: string;
  readonly kind: FlowNode["kind"];
}

const labelHeight = (lines: readonly string[]): number => lines.length * LINE + 4;

/** At the right of the last column, and of those before it (px). */
const roomOf = (width: number): number => (width < 460 ? 150 : 250);

const linesOf = ({ name }: FlowNode, share: string, width: number): string[] =>
  wrap(`${share} ${name}`, roomOf(width) - NODE - 8);

/** Each end has as much room as its band needs, or its label where that needs more. */
const slotsOf = (
  { width, format }: FlowChartProps,
  ends: readonly { readonly node: FlowNode; readonly value: number }[],
): number[] =>
  ends.map(
    ({ node, value }) => Math.max(value * FLOW, labelHeight(linesOf(node, format(value), width))) + GAP,
  );

/** Height of the highest panel: all its ends, or the bands of those referred. */
function heightOf(props: FlowChartProps): number {
  const heights = props.panels.map(({ links }) => sum(slotsOf(props, endsOf(props, links))));
  return Math.max(FLOW, ...heights);
}

function endsOf({ nodes }: FlowChartProps, links: readonly FlowLink[]) {
  const last = lastColumn(nodes);
  return nodes
    .filter(({ column }) => column === last)
    .map((node) => ({ node, value: amountOf(node, links) }))
    .filter(({ value }) => value > 0);
}

const lastColumn = (nodes: readonly FlowNode[]): number => Math.max(0, ...nodes.map(({ column }) => column));

/** Top of the bands: below the panel's name, and below the names of what is on the way, one row or one each. */
const topOf = (props: FlowChartProps): number => TITLE + LINE * headRows(props);

function headRows({ nodes, width }: FlowChartProps): number {
  const last = lastColumn(nodes);
  return columnsApart(nodes, width) >= ROOM_FOR_HEAD ? 1 : Math.max(1, last);
}

const columnsApart = (nodes: readonly FlowNode[], width: number): number =>
  (width - roomOf(width)) / Math.max(1, lastColumn(nodes));

/** Height of each panel. */
const panelHeight = (props: FlowChartProps): number => topOf(props) + heightOf(props) + SPACE;

/** The node at a place in the picture (px), or the nearest of the panel there. */
export function flowNodeAt(props: FlowChartProps, px: number, py: number): number {
  const each = panelHeight(props);
  const panel = Math.min(props.panels.length - 1, Math.max(0, Math.floor(py / each)));
  if (panel < 0) return 0;
  const { nodes } = layOut(props, props.panels[panel]);
  const above = py - panel * each;
  // Columns first: bands and names reach far from the nodes that they belong to.
  const nearest = least(nodes, (a, b) => {
    const away = ({ x, y, height }: Placed) => [Math.abs(x - px), Math.abs(y + height / 2 - above)] as const;
    const [[ax, ay], [bx, by]] = [away(a), away(b)];
    return ax - bx || ay - by;
  });
  return props.nodes.findIndex(({ id }) => id === nearest?.id);
}

/** Draws the chart into `svg`, whatever was there before. Its height follows from the number of panels. */
export function flowChart(svg: Svg, props: FlowChartProps): void {
  const { width, label, panels, nodes, marked } = props;
  const each = panelHeight(props);
  const read = marked === null ? undefined : nodes[marked]?.id;
  frame(svg, { label, width, height: Math.max(1, panels.length) * each });
  drawHatch(svg, "flow-hatch", "#801650");
  const groups = layer(svg, "flows")
    .selectAll<SVGGElement, FlowPanel>("g.flow")
    .data(panels)
    .join("g")
    .attr("class", "flow")
    .attr("transform", (_, i) => `translate(0,${i * each})`);
  groups
    .selectAll<SVGTextElement, string>("text.flow-name")
    .data(({ name }) => [oneLine(name, width)])
    .join("text")
    .attr("class", "flow-name")
    .attr("y", 16)
    .attr("font-weight", 600)
    .text((name) => name);
  const laidOut = panels.map((panel) => layOut(props, panel));
  groups
    .selectAll<SVGPathElement, Band>("path")
    .data((_, i) => laidOut[i].bands)
    .join("path")
    .attr("d", ({ d }) => d)
    .attr("fill", ({ kind }) => BANDS[kind])
    .attr("fill-opacity", 0.75)
    .attr("stroke", ({ from, to }) => (from === read || to === read ? TEXT : null));
  groups
    .selectAll<SVGRectElement, Placed>("rect:not(.marked)")
    .data((_, i) => laidOut[i].nodes)
    .join("rect")
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y)
    .attr("width", NODE)
    .attr("height", ({ height }) => Math.max(1, height))
    .attr("fill", ({ kind }) => FILLS[kind])
    .attr("stroke", TEXT)
    .attr("stroke-width", 0.75);
  drawMarker(groups, (i) => laidOut[i].nodes.filter(({ id }) => id === read));
  drawLabels(groups, laidOut);
}

/** A frame around the node that is being read, in every panel. */
function drawMarker(groups: Groups, nodesOf: (panel: number) => Placed[]): void {
  groups
    .selectAll<SVGRectElement, Placed>("rect.marked")
    .data((_, i) => nodesOf(i))
    .join("rect")
    .attr("class", "marked")
    .attr("x", ({ x }) => x - 3)
    .attr("y", ({ y }) => y - 3)
    .attr("width", NODE + 6)
    .attr("height", ({ height }) => Math.max(1, height) + 6)
    .attr("fill", "none")
    .attr("stroke", TEXT)
    .attr("stroke-width", 2.5);
}

function layOut(props: FlowChartProps, { links }: FlowPanel) {
  const placed = [...waysOf(props, links), ...endsPlaced(props, links)];
  return { nodes: placed, bands: bandsOf(links, new Map(placed.map((node) => [node.id, node]))) };
}

/** What is on the way stands at the top of its column, its name above. */
function waysOf(props: FlowChartProps, links: readonly FlowLink[]): Placed[] {
  const { nodes, width, format } = props;
  const last = lastColumn(nodes);
  const isOneRow = headRows(props) === 1;
  return nodes
    .filter(({ column }) => column < last)
    .map((node) => {
      const value = amountOf(node, links);
      const place = { x: node.column * columnsApart(nodes, width), y: topOf(props), height: value * FLOW };
      const labelY = TITLE + LINE * (isOneRow ? 0.4 : node.column + 0.4);
      return { ...node, ...place, lines: [`${format(value)} ${node.name}`], labelX: 0, labelY };
    });
}

/** Ends stand in the last column, each with its label beside it. */
function endsPlaced(props: FlowChartProps, links: readonly FlowLink[]): Placed[] {
  const { nodes, width, format } = props;
  const ends = endsOf(props, links);
  const slots = slotsOf(props, ends);
  return ends.map(({ node, value }, i) => {
    const labelY = topOf(props) + sum(slots.slice(0, i)) + (slots[i] - GAP) / 2;
    const place = { x: node.column * columnsApart(nodes, width), y: labelY - (value * FLOW) / 2 };
    const lines = linesOf(node, format(value), width);
    return { ...node, ...place, height: value * FLOW, lines, labelX: NODE + 6, labelY };
  });
}

/** What flows into a node, or out of it where it is the first. */
export function amountOf({ id }: Pick<FlowNode, "id">, links: readonly FlowLink[]): number {
  const into = sum(links, ({ to, value }) => (to === id ? value : 0));
  return into > 0 ? into : sum(links, ({ from, value }) => (from === id ? value : 0));
}

/** Each node's bands leave and arrive in the order of the nodes at their other ends, so that they cross little. */
function bandsOf(links: readonly FlowLink[], nodes: ReadonlyMap<string, Placed>): Band[] {
  const order = [...nodes.keys()];
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const sorted = links
    .filter(({ value, from, to }) => value > 0 && nodes.has(from) && nodes.has(to))
    .sort(
      (a, b) => order.indexOf(a.to) - order.indexOf(b.to) || order.indexOf(a.from) - order.indexOf(b.from),
    );
  return sorted.map(({ from, to, value }) => {
    const [a, b] = [nodes.get(from)!, nodes.get(to)!];
    const h = value * FLOW;
    const y0 = left.get(from) ?? a.y;
    const y1 = right.get(to) ?? b.y;
    left.set(from, y0 + h);
    right.set(to, y1 + h);
    const [x0, x1] = [a.x + NODE, b.x];
    const mid = (x0 + x1) / 2;
    const d = `M${x0},${y0}C${mid},${y0} ${mid},${y1} ${x1},${y1}v${h}C${mid},${y1 + h} ${mid},${y0 + h} ${x0},${y0 + h}Z`;
    return { from, to, d, kind: b.kind };
  });
}

/** Names with their shares, beside the ends and above what is on the way; a white edge keeps them apart from the bands. */
function drawLabels(groups: Groups, laidOut: readonly { readonly nodes: readonly Placed[] }[]): void {
  const labels = groups
    .selectAll<SVGGElement, Placed>("g.label")
    .data((_, i) => laidOut[i].nodes)
    .join("g")
    .attr("class", "label")
    .attr("transform", ({ x, labelX, labelY }) => `translate(${x + labelX},${labelY - 1})`)
    .attr("paint-order", "stroke")
    .attr("stroke", "#FFFFFF")
    .attr("stroke-width", 3)
    .attr("stroke-linejoin", "round");
  labels
    .selectAll<SVGTextElement, string>("text")
    .data(({ lines }) => lines)
    .join("text")
    .attr("y", (_, i, all) => (i - (all.length - 1) / 2) * LINE + 5)
    .attr("font-size", 13)
    .text((line) => line);
}
type Groups = Selection<SVGGElement, FlowPanel, SVGGElement, null>;
