// @vitest-environment happy-dom
/** Charts without weeks, read by keyboard and pointer: what is marked is what is pointed at, and what is said. */
import { select } from "d3";
import { describe, expect, it } from "vitest";
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { followCohort } from "../../sim/record/story/cohort";
import type { FindOutAsk, SensitivityAsk, StaffAnswer, SweepAsk, WhySplit } from "../../ui/experiments";
import { findOutFigure } from "../../ui/figures/experiments/findOut";
import { sharesFigure, tornadoFigure } from "../../ui/figures/experiments/sensitivity";
import { staffFigure } from "../../ui/figures/experiments/staff";
import { sweepFigure } from "../../ui/figures/experiments/sweep";
import { whyFigure } from "../../ui/figures/experiments/why";
import { type Figure, readingOf } from "../../ui/figures/figure";
import { holdingFigure } from "../../ui/figures/holding";
import { flowFigure } from "../../ui/figures/story/flow";
import { waitsFigure } from "../../ui/figures/story/waits";
import { turnoverFigure } from "../../ui/figures/turnover";
import { measureById } from "../../ui/results";
import { results, scenario, table } from "./fakes";

const base = scenario("baseline", { name: "Baseline" });
const other = scenario("policy", { name: "A policy" });
const size = { seed: "test", replications: 40 };
const turnover = measureById("turnoverRate");

const holding = [1, 2, 3, 4].map((f) => [`contactHoursHolding${f}`, 5 * f]);
const measures = { contactHours: 100, ...Object.fromEntries(holding) };
const compared = {
  results: results([base, other].map((one) => [one, { measures, weeks: 156 }] as const)),
  focus: 1,
};

const changes = { "team.linkWorkers": 3, "run.warmUpYears": 1, "run.years": 1 };
const followed = { changes, timeline: [], seed: "reading", firstReplication: 0, replications: 2 };
const ways = {
  request: { scenarios: [base, other], seed: "reading", replications: 2 },
  cohorts: [followCohort(followed), followCohort({ ...followed, seed: "other" })],
  ...{ focus: 1, posts: 3, years: 1 },
};

const levels = { posts: [4, 5, 7], hours: [1, 2] };
const at = (turnoverRate: number) => table({ replications: 40, weeks: 1, measures: { turnoverRate } });
const view = {
  measure: turnover,
  how: "average",
  targets: [{ measure: "turnoverRate", relation: "<=", value: 0.2 }],
} as const;
const posts = { id: "team.linkWorkers", levels: levels.posts };
const hours = { id: "support.supervisionHoursPerMonth", levels: levels.hours };

function sweep(factors: SweepAsk["factors"]): Figure {
  const points =
    factors.length === 1
      ? levels.posts.map((p) => ({ [posts.id]: p }))
      : levels.posts.flatMap((p) => levels.hours.map((h) => ({ [posts.id]: p, [hours.id]: h })));
  const tables = points.map((_, p) => at(0.3 - 0.06 * p));
  return sweepFigure({ ...size, scenario: base, factors }, { points, tables }, view);
}

const summary = (mean: number) =>
  ({ n: 40, mean, sd: 1, ci95: [mean - 0.01, mean + 0.01], p10: mean, p50: mean, p90: mean }) as const;
const split: WhySplit = {
  ...{ n: 40, orders: null, direct: summary(0), total: summary(-0.1), interaction: summary(0.01) },
  // The second part's name is so long that it needs more lines on narrow screens.
  parts: [["support.training"], ["patients.classShares.low", "patients.classShares.high"]].map(
    (parameters, i) => ({
      ...{ id: parameters.join(" + "), label: "", parameters },
      part: summary(-0.08 + 0.06 * i),
      alone: summary(-0.05),
      orderError: null,
    }),
  ),
};
const why = {
  base: summary(0.3),
  other: summary(0.2),
  difference: { ...summary(-0.1), moved: 40, better: 1 },
  split,
};

const rows: readonly ParameterRow[] = PARAMETERS.filter(({ kind }) => kind === "number").slice(0, 14);
const uncertain: SensitivityAsk = {
  ...{ ...size, scenarios: [base], method: "morris", parameters: "assumptions" },
  ...{ trajectories: 10, samples: 64, top: null },
};
const interval = [0.1, 0.4] as const;
const screened = rows.map((row, i) => ({
  row,
  chance: 0.05,
  effects: {
    ...{ n: 10, mu: -0.1, muStar: 0.3 - i / 60, sigma: 0.1 },
    ...{ muCi95: interval, muStarCi95: interval, sigmaCi95: interval },
  },
}));
const shares = {
  ...{ n: 60, variance: 1, chanceShare: 0.1 },
  parameters: rows.map((row, i) => ({
    row,
    index: { first: 0.1, total: 0.4 - i / 60, firstCi95: interval, totalCi95: interval },
  })),
};
const choice: FindOutAsk = { ...size, scenarios: [base, other], parameters: "uncertain", draws: 100 };
const found = {
  ...{ n: 100, means: [0.3, 0.2], wins: [0.2, 0.7], ties: 0.1, best: 1, valueOfAll: 0.01 },
  chance: { changes: 0.1, value: 0.1 },
  parameters: rows.map((row, i) => ({
    ...{ row, toldApart: i === 0 },
    information: { changes: 0.3 - i / 60, value: 0.01, changesCi95: interval, valueCi95: interval },
  })),
};
const never = {
  ...found,
  parameters: found.parameters.map((one) => ({
    ...{ ...one, toldApart: false },
    information: { ...one.information, changes: 0, value: 0, valueCi95: [0, 0] as const },
  })),
};
const teams: StaffAnswer = {
  ...{ answer: 1, runnerUp: null, untold: [], nearest: 1, more: null },
  teams: [4, 5, 6].map((count, i) => ({
    ...{ posts: count, budget: 1000, tally: { futures: 40, met: 18 + 10 * i }, interval },
    ...{ standing: i === 0 ? ("fails" as const) : ("meets" as const), cost: summary(900), targets: [0.5] },
  })),
};

const FIGURES: readonly (readonly [name: string, figure: Figure, points: number])[] = [
  ["turnover by year", turnoverFigure(compared), 3],
  ["holding by function", holdingFigure(compared), 4],
  ["waits by need", waitsFigure(ways), 3],
  ["sweep of one lever", sweep([posts]), 3],
  ["sweep of two levers", sweep([posts, hours]), 6],
  ["tornado", tornadoFigure(uncertain, screened, turnover), 12],
  ["shares of the variance", sharesFigure({ ...uncertain, method: "sobol" }, shares, turnover), 12],
  ["what to find out next", findOutFigure(choice, found, turnover), 12],
  ["what to find out next where nothing changes the choice", findOutFigure(choice, never, turnover), 1],
  [
    "teams that were tried",
    staffFigure({ ...size, scenario: base, posts: [4, 5, 6], targets: [...view.targets], ofTen: 8 }, teams),
    3,
  ],
  [
    "why it changed",
    whyFigure(
      { ...size, base, other, by: "levers", orders: 1 },
      { of: () => why, merged: [], grouped: [], idle: [] },
      turnover.id,
    ),
    4,
  ],
  ["flow of patients", flowFigure(ways), 13],
];

/** The middles of what is marked, in px of the whole picture. */
function marksAt(figure: Figure, marked: number | null, width: number): [number, number][] {
  document.body.innerHTML = "<svg></svg>";
  const svg = document.querySelector("svg") as SVGSVGElement;
  figure.draw(select(svg), { width, marked });
  return [...svg.querySelectorAll(".marker > *, rect.marked")].map((mark) => {
    const number = (name: string) => Number(mark.getAttribute(name) ?? 0);
    const panel = /translate\(0,([\d.]+)\)/.exec(mark.parentElement?.getAttribute("transform") ?? "");
    const [x, y] =
      mark.tagName.toLowerCase() === "line"
        ? [number("x1"), (number("y1") + number("y2")) / 2]
        : [number("x") + number("width") / 2, number("y") + number("height") / 2];
    return [x, y + Number(panel?.[1] ?? 0)];
  });
}

it("one row stands for all parameters where none would change the choice, and claims nothing", () => {
  const { title, alternative } = findOutFigure(choice, never, turnover);
  expect(alternative).toContain(`each of ${rows.length} parameters 0%`);
  expect(title).toMatch(/^Nothing known alone would change the choice of /);
});

it("a lever changes it most only where its interval lies apart from the next", () => {
  const titleOf = (second: number) => {
    const parts = split.parts.map((part, i) => (i === 0 ? part : { ...part, part: summary(second) }));
    const of = () => ({ ...why, split: { ...split, parts } });
    const asked = { ...size, base, other, by: "levers" as const, orders: 1 };
    return whyFigure(asked, { of, merged: [], grouped: [], idle: [] }, turnover.id).title;
  };
  expect(titleOf(-0.02)).toBe("Training for holding changes turnover most");
  expect(titleOf(-0.07)).toBe("Training for holding is among what changes turnover");
});

describe.each(FIGURES)("%s", (_, figure, points) => {
  const reading = figure.reading!;
  it("can be read point by point, each with words of its own", () => {
    expect(reading.points).toBe(points);
    expect(reading.own!.label).toMatch(/^Read the chart /);
    const all = Array.from({ length: points }, (_, point) => point);
    expect(new Set(all.map(reading.own!.where)).size).toBe(points);
    for (const point of all) {
      expect(reading.say(point).startsWith(reading.own!.where(point))).toBe(true);
      expect(reading.say(point)).toMatch(/: .*\d.*\.$/);
      expect(reading.say(point)).not.toMatch(/NaN|undefined|null/);
      expect(reading.pointOf(reading.weekOf(point))).toBe(point);
    }
    expect(reading.pointOf(-1)).toBe(0);
    expect(reading.pointOf(100_000)).toBe(points - 1);
  });
  it.each([1000, 320])("marks what is read, and reads what is under the pointer, at %i px", (width) => {
    expect(marksAt(figure, null, width)).toEqual([]);
    let marked = 0;
    for (let point = 0; point < points; point++)
      for (const [px, py] of marksAt(figure, point, width)) {
        marked++;
        expect(reading.pointAt(px, width, py)).toBe(point);
      }
    expect(marked).toBeGreaterThanOrEqual(Math.min(points, 8));
    for (const [px, py] of [
      [-50, -50],
      [width + 50, 5000],
    ])
      expect(reading.pointAt(px, width, py)).toBeLessThan(points);
  });
});

it("of nothing there is no reading", () => {
  const rest = { label: "Read the chart row by row", pointAt: () => 0, say: () => "" };
  expect(readingOf([], rest)).toBeNull();
  expect(tornadoFigure(uncertain, [], turnover).reading).toBeNull();
});

it("what is said is what the table has", () => {
  const figure = sweep([posts]);
  expect(figure.reading!.say(2)).toBe(
    "Link workers (WTE posts) 7: turnover (% of filled posts a year): average (95% interval) 18.0% (18.0% to 18.0%); 8 in 10 futures 18.0% to 18.0%; targets met.",
  );
  expect(holdingFigure(compared).reading!.say(3)).toBe(
    "Bearing witness to distress: Baseline 20.0%; A policy 20.0%.",
  );
});

it("turnover is read together with the weeks of its year", () => {
  const { weekOf, pointOf, own } = turnoverFigure(compared).reading!;
  expect(own!.areWeeks).toBe(true);
  expect([0, 1, 52, 53, 104, 105, 156].map(pointOf)).toEqual([0, 0, 0, 1, 1, 2, 2]);
  expect([0, 1, 2].map(weekOf)).toEqual([52, 104, 156]);
});
