/** Charts with small, fixed data: the list of the snapshot tests, and of the gallery page. */
import { type DotChartProps, dotChart } from "../../ui/charts/dotChart";
import { type FlowChartProps, flowChart } from "../../ui/charts/flowChart";
import { type LifelineChartProps, lifelineChart } from "../../ui/charts/lifelineChart";
import { SERIES_STYLES } from "../../ui/charts/palette";
import { type SurvivalChartProps, survivalChart } from "../../ui/charts/survivalChart";
import type { Svg } from "../../ui/charts/svg";
import { type SwarmChartProps, swarmChart } from "../../ui/charts/swarmChart";
import { type TrackChartProps, trackChart } from "../../ui/charts/trackChart";

export interface Shown {
  readonly name: string;
  /** Draws at a width in px; `called` is the name of something that readers can name. */
  readonly draw: (svg: Svg, width: number, called?: string) => void;
}

const label = "A chart.";

const swarm = (width: number): SwarmChartProps => ({
  ...{ label, width, xTitle: "difference, people", format: String, chosen: 4 },
  values: [-3, -2, -2, -1, -1, -1, 0, 0, 0, 0, 1, Number.NaN, 2],
  sides: ["fewer leavers", "more leavers"],
});

const survival = (width: number, called = "A policy"): SurvivalChartProps => ({
  ...{ label, width, height: 320, yTitle: "% who stay", xTitle: "Months since hire", marked: 6 },
  times: Array.from({ length: 25 }, (_, i) => i),
  series: ["Baseline", called].map((name, s) => ({
    name,
    style: SERIES_STYLES[s],
    share: Array.from({ length: 25 }, (_, i) => (i < 22 ? (s === 0 ? 0.96 : 0.98) ** i : Number.NaN)),
  })),
});

const track = (width: number, called = "Second part"): TrackChartProps => ({
  ...{ label, width, marked: 2, firstWeek: 0, lastWeek: 104, xTitle: "Years" },
  weeks: [13, 26, 52, 78, 104],
  panels: [
    {
      ...{ title: "A pile, hours", format: String, stacked: true },
      parts: [
        { name: "First part", fill: "#12436D", values: [1, 2, 3, 2, 1] },
        { name: called, fill: "#6BACE6", values: [2, 2, 1, Number.NaN, 1] },
      ],
    },
    {
      ...{ title: "A line (0–1)", format: String, stacked: false, top: 1 },
      parts: [{ name: "Line", fill: "#801650", values: [0.2, 0.4, 0.7, 0.6, 0.5] }],
      level: { value: 0.6, name: "threshold" },
    },
  ],
  events: [{ week: 80, label: "Notice given" }],
});

const lifelines = (width: number, called = "Post 2"): LifelineChartProps => ({
  ...{ label, width, lastWeek: 104, marked: 30, chosen: 1, rows: ["Post 1", called] },
  tracks: [
    {
      ...{ row: 0, from: 0, to: 104, noticeAt: null, isLeaver: false, firstWeek: 0 },
      exhaustion: Array.from({ length: 104 }, (_, i) => i / 110),
      burntOut: Array.from({ length: 104 }, (_, i) => (i > 80 ? 1 : 0)),
      sickness: [{ from: 20, to: 24 }],
    },
    {
      ...{ row: 1, from: 0, to: 60, noticeAt: 52, isLeaver: true, firstWeek: 0 },
      exhaustion: Array.from({ length: 60 }, () => 0.5),
      burntOut: new Float64Array(60),
      sickness: [],
    },
  ],
  vacancies: [{ row: 1, from: 60, to: 104 }],
});

const flow = (width: number, called = "A policy"): FlowChartProps => ({
  ...{ label, width, marked: 1, format: (share) => `${Math.round(100 * share)}%` },
  nodes: [
    { id: "in", name: "referred", column: 0, kind: "way" },
    { id: "seen", name: "seen", column: 1, kind: "way" },
    { id: "good", name: "start a service", column: 2, kind: "good" },
    { id: "lost", name: "lost: gave up before being seen", column: 2, kind: "lost" },
  ],
  panels: ["Baseline", called].map((name, s) => ({
    name,
    links: [
      { from: "in", to: "seen", value: 0.8 + 0.1 * s },
      { from: "seen", to: "good", value: 0.8 + 0.1 * s },
      { from: "in", to: "lost", value: 0.2 - 0.1 * s },
    ],
  })),
});

const dots = (width: number, called = "Left"): DotChartProps => ({
  ...{ label, width, height: 320, xTitle: "Years", yTitle: "Working days", marked: 2, chosen: 5 },
  ...{ ticks: [0, 1, 2], formatX: String, formatY: String },
  kinds: [
    { name: "Ended as planned", look: "full" },
    { name: called, look: "cross" },
    { name: "Declined", look: "ring" },
    { name: "Still there", look: "triangle" },
  ],
  dots: [30, 80, 55, 10, 5, 140, 20, 60].map((y, i) => ({ x: i / 4, y, kind: i % 4 })),
});

export const SHOWN: readonly Shown[] = [
  { name: "swarmChart", draw: (svg, width) => svg.call(swarmChart, swarm(width)) },
  { name: "dotChart", draw: (svg, width, called) => svg.call(dotChart, dots(width, called)) },
  { name: "survivalChart", draw: (svg, width, called) => svg.call(survivalChart, survival(width, called)) },
  { name: "trackChart", draw: (svg, width, called) => svg.call(trackChart, track(width, called)) },
  { name: "lifelineChart", draw: (svg, width, called) => svg.call(lifelineChart, lifelines(width, called)) },
  { name: "flowChart", draw: (svg, width, called) => svg.call(flowChart, flow(width, called)) },
];
