// @vitest-environment happy-dom
import { select } from "d3";
import { describe, expect, it } from "vitest";
import { type BarChartProps, barChart } from "../../ui/charts/barChart";
import { type DepartureChartProps, departureChart, weekAt } from "../../ui/charts/departureChart";
import { type HeatmapProps, heatmap } from "../../ui/charts/heatmap";
import { layOutRows } from "../../ui/charts/rows";
import type { Svg } from "../../ui/charts/svg";
import { type SweepChartProps, sweepChart } from "../../ui/charts/sweepChart";
import { type WaterfallChartProps, waterfallChart } from "../../ui/charts/waterfallChart";
import { pictureOf } from "../../ui/pictures";

const frame = { label: "A chart.", width: 640 };
const axis = { title: "people", format: String };

const cells = [0, 1, 2].flatMap((x) =>
  [0, 1].map(
    (y) => ({ x, y, value: x + y, text: String(x + y), safety: x > 0 ? "safe" : "unsafe" }) as const,
  ),
);
const heat: HeatmapProps = {
  ...frame,
  x: { title: "Posts", levels: ["4", "5", "6"] },
  y: { title: "Places", levels: ["0.5", "1"] },
  cells,
  marked: 3,
};
const point = { low: 1, high: 3, p10: 0, p90: 5, mean: 2, safety: null } as const;
const sweep: SweepChartProps = {
  ...frame,
  height: 320,
  xTitle: "Posts",
  yAxis: axis,
  points: [4, 5, 7].map((at) => ({ ...point, at, label: String(at) })),
  target: { value: 2, label: "target: at most 2" },
  marked: 1,
};
const bars: BarChartProps = {
  ...frame,
  axis,
  kinds: ["total", "first"],
  chanceName: "chance",
  marked: 1,
  wanted: { value: 3, label: "asked for" },
  rows: ["Training", "Supervision with a rather long name that goes on and on"].map((name, i) => ({
    name,
    value: "2 (1 to 3)",
    bars: [
      { value: 2, low: 1, high: 3 },
      { value: -1, low: Number.NaN, high: Number.NaN },
    ],
    chance: i === 0 ? 0.5 : Number.NaN,
    isStrong: i === 0,
  })),
};
const step = { value: "", low: Number.NaN, high: Number.NaN } as const;
const fall: WaterfallChartProps = {
  ...frame,
  axis,
  marked: 1,
  rows: [
    { ...step, name: "Baseline", kind: "level", from: 0, to: 10 },
    { name: "Training", value: "−4", kind: "part", from: 10, to: 6, low: 5, high: 7 },
    { name: "Posts", value: "+1", kind: "part", from: 6, to: 7, low: 6, high: 8 },
    { ...step, name: "Other", kind: "level", from: 0, to: 7 },
  ],
};
const departed: DepartureChartProps = {
  ...frame,
  height: 320,
  yAxis: axis,
  mean: [0, 1, Number.NaN, 2, 0],
  low: [0, 0, Number.NaN, 1, -1],
  high: [0, 2, Number.NaN, 3, 1],
  shock: [1, 3],
  events: [{ week: 1, label: "week 1: one falls ill" }],
  marked: 3,
};

type Variant = "full" | "other" | "narrow" | "empty";
interface Case {
  readonly name: string;
  readonly marks: string;
  readonly draw: (svg: Svg, variant: Variant) => void;
}

/** A chart with its props, and what changes in them in each variant. */
function chart<P extends { readonly width: number }>(
  { name, marks, draw }: { name: string; marks: string; draw: (svg: Svg, props: P) => void },
  props: P,
  { other, empty }: { readonly other: Partial<P>; readonly empty: Partial<P> },
): Case {
  const variants = {
    full: props,
    other: { ...props, ...other },
    narrow: { ...props, width: 300 },
    empty: { ...props, ...empty },
  };
  return { name, marks, draw: (svg, variant) => svg.call(draw, variants[variant]) };
}

const CASES: readonly Case[] = [
  chart(
    { name: "heatmap", marks: ".cells rect, .numbers text, .outline path, .marker rect", draw: heatmap },
    heat,
    {
      other: { cells: cells.map((cell) => ({ ...cell, safety: null })) },
      empty: { cells: [] },
    },
  ),
  chart(
    {
      name: "sweepChart",
      marks: ".line path, .dots circle, .intervals path, .marker line",
      draw: sweepChart,
    },
    sweep,
    {
      other: { points: ["off", "on"].map((label) => ({ ...point, at: null, label })), target: null },
      empty: { points: [], target: null },
    },
  ),
  chart(
    {
      name: "barChart",
      marks: ".bars rect, .whiskers path, .names text, .chance path, .marker rect",
      draw: barChart,
    },
    bars,
    {
      other: { kinds: [], chanceName: "", wanted: null, rows: bars.rows.slice(1) },
      empty: { rows: [] },
    },
  ),
  chart(
    {
      name: "waterfallChart",
      marks: ".bars rect, .whiskers path, .connectors line, .marker rect",
      draw: waterfallChart,
    },
    fall,
    {
      other: { rows: fall.rows.slice(1, 3) },
      empty: { rows: [] },
    },
  ),
  chart(
    {
      name: "departureChart",
      marks: ".means path, .bands path, .events path, .marker line",
      draw: departureChart,
    },
    departed,
    {
      other: { mean: [0, -1], low: [-1, -2], high: [1, 0], events: [], marked: null, shock: [1, 1] },
      empty: { mean: [], low: [], high: [], events: [], marked: null },
    },
  ),
];

function fresh(): Svg {
  document.body.innerHTML = "<svg></svg>";
  return select(document.querySelector("svg") as SVGSVGElement);
}
const html = (svg: Svg): string => svg.node()?.outerHTML ?? "";

describe.each(CASES)("$name", ({ draw, marks }) => {
  it("drawn twice equals drawn once", () => {
    const svg = fresh();
    draw(svg, "full");
    const once = html(svg);
    draw(svg, "full");
    expect(html(svg)).toBe(once);
  });
  it.each([
    ["full", "other"],
    ["other", "full"],
    ["narrow", "full"],
    ["full", "empty"],
    ["empty", "full"],
  ] as const)("redrawn from %s to %s equals drawn fresh", (from, to) => {
    const direct = fresh();
    draw(direct, to);
    const expected = html(direct);
    const redrawn = fresh();
    draw(redrawn, from);
    draw(redrawn, to);
    expect(html(redrawn)).toBe(expected);
  });
  it("has a role, a text alternative, and no value that is not a number; of nothing no marks", () => {
    const svg = fresh();
    draw(svg, "full");
    expect(svg.attr("role")).toBe("img");
    expect(svg.attr("aria-label")).toBe("A chart.");
    expect(svg.selectAll(marks).size()).toBeGreaterThan(0);
    expect(html(svg)).not.toContain("NaN");
    draw(svg, "empty");
    expect(svg.selectAll(marks).size()).toBe(0);
    expect(html(svg)).not.toContain("NaN");
  });
});

describe("the charts of experiments, beside what all charts do", () => {
  it("outline the safe region: its edges, and none between safe cells", () => {
    const svg = fresh().call(heatmap, heat);
    const edges = svg.select(".outline path").attr("d").match(/M/g);
    expect(edges).toHaveLength(2 + 2 + 4); // two cells wide and two high: left, right, and two each above and below
  });
  it("mark cells that cannot be told, and write every number so that it can be read", () => {
    const unsure = { ...heat, cells: cells.map((cell) => ({ ...cell, safety: "unsure" as const })) };
    const svg = fresh().call(heatmap, unsure);
    expect(
      svg
        .selectAll(".numbers text")
        .nodes()
        .every((node) => /\?$/.test((node as Element).textContent ?? "")),
    ).toBe(true);
    expect(svg.select(".outline path").empty()).toBe(true);
    const fills = svg
      .selectAll(".numbers text")
      .nodes()
      .map((node) => (node as Element).getAttribute("fill"));
    expect(new Set(fills)).toEqual(new Set(["#000000", "#FFFFFF"]));
  });
  it("begin each part of a waterfall where the one before ended", () => {
    const svg = fresh().call(waterfallChart, fall);
    const [base, down, up, other] = svg
      .selectAll<SVGRectElement, unknown>(".bars rect")
      .nodes()
      .map((rect) => {
        const [x, width] = ["x", "width"].map((name) => Number(rect.getAttribute(name)));
        return [x, x + width];
      });
    expect(down[1]).toBeCloseTo(base[1]);
    expect(up[0]).toBeCloseTo(down[0]);
    expect(other[1]).toBeCloseTo(up[1]);
  });
  it.each([260, 320, 460, 620, 1000])(
    "break values of rows that would leave a picture %i px wide",
    (width) => {
      const value = "−0.48 points (−0.83 to −0.12 points)";
      const rows = [{ name: "Clinical supervision: 1 → 4 hours a month", value, bars: 1 }];
      const { names, values, isNarrow, barTops } = layOutRows(rows, width, 0, 16);
      expect(values[0].join(" ")).toBe(value);
      // A bold letter of these values is 7.3 px wide on average.
      const widest = 7.3 * Math.max(...values[0].map(({ length }) => length));
      expect(widest).toBeLessThan(isNarrow ? width : 0.45 * width);
      expect(barTops[0]).toBeGreaterThanOrEqual(17 * (names[0].length + (isNarrow ? values[0].length : 0)));
    },
  );
  it("find the week under the pointer", () => {
    expect([0, 640].map((px) => weekAt(departed, px))).toEqual([0, 4]);
  });
  it("write names as text, never as markup", () => {
    const name = "<img src=x onerror=alert(1)>";
    const svg = fresh().call(barChart, { ...bars, rows: [{ ...bars.rows[0], name }] });
    expect(svg.selectAll("img").size()).toBe(0);
    expect(svg.text()).toContain("<img");
  });
  it("become pictures that stand alone, with all the words around them as text", () => {
    const svg = fresh()
      .call(heatmap, { ...heat, marked: null })
      .node() as SVGSVGElement;
    const picture = pictureOf(svg, {
      mark: { kind: "stale", words: "Out of date" },
      about: "A policy, against baseline",
      title: "A <b>finding</b>",
      subtitle: "Measure",
      note: "How to read it",
    });
    expect(picture.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(picture.textContent).toContain("A <b>finding</b>");
    const lines = [...picture.querySelectorAll(":scope > text")].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      ...["Out of date", "A policy, against baseline", "A <b>finding</b>", "Measure", "How to read it"],
    ]);
    expect(picture.querySelectorAll("rect").length).toBe(cells.length + 1);
  });
});
