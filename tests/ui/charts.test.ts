// @vitest-environment happy-dom

import { select } from "d3";
import { describe, expect, it } from "vitest";
import { type BandChartProps, bandChart, pointAt } from "../../ui/charts/bandChart";
import { drawEvents, placeEvents } from "../../ui/charts/events";
import { dodge, LINE, wrap } from "../../ui/charts/labels";
import { SERIES_STYLES } from "../../ui/charts/palette";
import { type RangeChartProps, rangeChart } from "../../ui/charts/rangeChart";
import { type StackChartProps, stackChart } from "../../ui/charts/stackChart";
import type { Svg } from "../../ui/charts/svg";
import { swarmChart } from "../../ui/charts/swarmChart";

const yAxis = { title: "people", format: String };
const series = (n: number, points: number) =>
  Array.from({ length: n }, (_, s) => ({
    name: `Scenario ${s} with a rather long name`,
    style: SERIES_STYLES[s],
    mean: Array.from({ length: points }, (_, i) => i + s),
    low: Array.from({ length: points }, (_, i) => i),
    high: Array.from({ length: points }, (_, i) => i + 2 * s + 1),
    shaded: s < 2,
  }));

const frame = { label: "A chart.", width: 640, height: 320 };
const weeks = [1, 2, 3, 4];
const bands: BandChartProps = {
  ...frame,
  yAxis,
  weeks,
  lastWeek: 260,
  series: series(3, 4),
  events: [{ week: 52, label: "The grant ends" }],
  marked: 2,
};
const ranges: RangeChartProps = {
  ...frame,
  yAxis,
  xTitle: "",
  groups: ["Year 1", "Year 2"],
  series: series(2, 2),
  marked: 1,
};
const stack: StackChartProps = {
  label: "A chart.",
  width: 640,
  axis: yAxis,
  parts: ["waiting for services", "preparing", "relieving", "witnessing"],
  bars: [
    { name: "Baseline", values: [7, 9, 7, 11] },
    { name: "No holding", values: [0, 0, 0, 0] },
  ],
  marked: 2,
};

interface Case {
  readonly name: string;
  readonly draw: (svg: Svg, variant: "full" | "other" | "narrow" | "empty") => void;
  readonly marks: string;
}

const CASES: readonly Case[] = [
  {
    name: "bandChart",
    marks: ".bands path, .means path, .marker line, .names g",
    draw: (svg, variant) =>
      svg.call(
        bandChart,
        {
          full: bands,
          other: { ...bands, series: series(1, 4), events: [], marked: null, label: "Another." },
          narrow: { ...bands, width: 300 },
          empty: { ...bands, series: [], weeks: [], events: [], marked: null },
        }[variant],
      ),
  },
  {
    name: "rangeChart",
    marks: ".whiskers path, .marks path, .marker rect",
    draw: (svg, variant) =>
      svg.call(
        rangeChart,
        {
          full: ranges,
          other: { ...ranges, groups: ["Year 1"], series: series(4, 1), marked: null },
          narrow: { ...ranges, width: 300 },
          empty: { ...ranges, series: [] },
        }[variant],
      ),
  },
  {
    name: "stackChart",
    marks: ".segments rect, .totals text, .names text, .marker rect",
    draw: (svg, variant) =>
      svg.call(
        stackChart,
        {
          full: stack,
          other: { ...stack, bars: [...stack.bars, { name: "Third", values: [1, 2, 3, 4] }], marked: null },
          narrow: { ...stack, width: 300 },
          empty: { ...stack, bars: [] },
        }[variant],
      ),
  },
];

function fresh(): Svg {
  document.body.innerHTML = "<svg></svg>";
  return select(document.querySelector("svg") as SVGSVGElement);
}
const html = (svg: Svg): string => svg.node()?.outerHTML ?? "";

for (const { name, draw, marks } of CASES) {
  describe(name, () => {
    it("drawn twice equals drawn once", () => {
      const once = fresh();
      draw(once, "full");
      const expected = html(once);
      draw(once, "full");
      expect(html(once)).toBe(expected);
    });
    for (const [from, to] of [
      ["full", "other"],
      ["other", "full"],
      ["full", "narrow"],
      ["narrow", "full"],
      ["full", "empty"],
      ["empty", "full"],
    ] as const) {
      it(`redrawn from ${from} to ${to} equals drawn fresh`, () => {
        const direct = fresh();
        draw(direct, to);
        const expected = html(direct);
        const redrawn = fresh();
        draw(redrawn, from);
        draw(redrawn, to);
        expect(html(redrawn)).toBe(expected);
      });
    }
    it("draws axes and no marks of nothing", () => {
      const svg = fresh();
      draw(svg, "empty");
      expect(svg.selectAll(".x-axis .tick, .x-axis .domain").size()).toBeGreaterThan(0);
      expect(svg.selectAll(marks).size()).toBe(0);
      expect(html(svg)).not.toContain("NaN");
    });
    it("has a role, a text alternative and no value that is not a number", () => {
      const svg = fresh();
      draw(svg, "full");
      expect(svg.attr("role")).toBe("img");
      expect(svg.attr("aria-label")).toBe("A chart.");
      expect(svg.selectAll(marks).size()).toBeGreaterThan(0);
      expect(html(svg)).not.toContain("NaN");
    });
    it("writes names as text, never as markup", () => {
      const svg = fresh();
      const name = "<img src=x onerror=alert(1)>";
      if (draw === CASES[0].draw) svg.call(bandChart, { ...bands, series: [{ ...bands.series[0], name }] });
      if (draw === CASES[1].draw)
        svg.call(rangeChart, { ...ranges, series: [{ ...ranges.series[0], name }] });
      if (draw === CASES[2].draw) svg.call(stackChart, { ...stack, bars: [{ name, values: [1, 1, 1, 1] }] });
      expect(svg.selectAll("img").size()).toBe(0);
      expect(svg.text()).toContain("<img");
    });
  });
}

describe("bandChart, beside what all charts do", () => {
  it("begins at zero, and leaves gaps where there is no value", () => {
    const svg = fresh();
    const gap = { ...bands.series[0], mean: [1, Number.NaN, 3, 4], low: weeks, high: weeks };
    svg.call(bandChart, { ...bands, series: [gap] });
    expect(svg.select(".y-axis .tick text").text()).toBe("0");
    expect(svg.select(".means path").attr("d").match(/M/g)).toHaveLength(2);
  });
  it("shades only the ranges that are asked for, with an edge each", () => {
    const svg = fresh();
    svg.call(bandChart, bands);
    expect(svg.selectAll(".bands path").size()).toBe(2);
    expect(svg.selectAll(".edges path").size()).toBe(2);
    expect(svg.selectAll(".means path").size()).toBe(3);
  });
  it("finds the point under the pointer", () => {
    const wide = { ...bands, weeks: [0, 130, 260] };
    expect([0, 280, 640].map((px) => pointAt(wide, px))).toEqual([0, 1, 2]);
  });
});

describe("labels", () => {
  it("keep out of each other's way, and within their room", () => {
    const placed = dodge([50, 52, 51, 190], [20, 20, 20, 20], [0, 200]);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i] - sorted[i - 1]).toBeGreaterThanOrEqual(20);
    expect(Math.max(...placed)).toBeLessThanOrEqual(190);
    expect(placed[0]).toBeLessThan(placed[2]);
  });
  it("are broken at spaces, and end in an ellipsis where they do not fit", () => {
    expect(wrap("one two three", 70)).toEqual(["one two", "three"]);
    expect(wrap("a b c d e f g h i j k l m n o p q r s t u v w x y z", 40).at(-1)).toMatch(/…$/);
    expect(wrap("Donaudampfschifffahrtsgesellschaft", 80)[0]).toMatch(/…$/);
  });
});

describe("the dots of all futures", () => {
  it.each([
    [-4, 0],
    [-1, 1],
    [-30, 12],
  ])("say no number of people twice on an axis from %i to %i", (low, high) => {
    document.body.innerHTML = "<svg></svg>";
    const svg = select(document.querySelector("svg") as SVGSVGElement);
    const format = (people: number) => people.toFixed(0);
    const props = { label: "A chart.", width: 640, xTitle: "people", format, chosen: null };
    svg.call(swarmChart, { ...props, values: [low, high], sides: ["fewer", "more"] });
    const said = svg.selectAll<SVGTextElement, unknown>(".x-axis .tick text").nodes();
    const words = said.map(({ textContent }) => textContent);
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("what happens in a week", () => {
  const x = (week: number): number => 50 + 2 * week;
  const words = "Two link workers fewer, since the grant for the posts that it paid for ends";
  const place = (weeks: readonly number[]) =>
    placeEvents(
      weeks.map((week) => ({ week, label: words })),
      x,
      [50, 290],
    );
  it("has its label in lines, none above another, on the side where there is more room", () => {
    const { events, height } = place([10, 90]);
    expect(events.map(({ isLate }) => isLate)).toEqual([false, true]);
    expect(events.map(({ lines }) => lines.join(" "))).toEqual([words, words]);
    expect(events[0].lines.length).toBeGreaterThan(1);
    expect(events.map(({ before }) => before)).toEqual([0, events[0].lines.length]);
    expect(height).toBe(LINE * (events[0].lines.length + events[1].lines.length));
  });
  it("is drawn from its label down", () => {
    const svg = fresh();
    drawEvents(svg, place([10, 90]), { top: 20, bottom: 200 });
    const tops = svg.selectAll<SVGLineElement, unknown>(".events line").nodes();
    expect(tops.map((line) => Number(line.getAttribute("y1")))).toEqual([
      20,
      20 + LINE * place([10]).events[0].lines.length,
    ]);
    expect(svg.selectAll(".events text").nodes()).toHaveLength(
      place([10, 90]).events.flatMap(({ lines }) => lines).length,
    );
  });
});
