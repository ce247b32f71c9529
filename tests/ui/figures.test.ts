// @vitest-environment happy-dom
import { select } from "d3";
import { describe, expect, it } from "vitest";
import { FIGURES } from "../../ui/figures";
import { results, scenario } from "./fakes";

const noisy = (mean: number) => (r: number) => mean + (((r * 7) % 10) - 4.5) / 100;
const measures = (factor: number) => ({
  burnoutPrevalence: noisy(0.2 * factor),
  leavers: (r: number) => Math.round(8 * factor) + (r % 3),
  turnoverRate: noisy(0.25 * factor),
  waitMeanDays: noisy(11 * factor),
  caseloadMean: noisy(60 * factor),
  contactHours: 100,
  contactHoursHolding1: noisy(8 * factor),
  contactHoursHoldingShare: noisy(0.3 * factor),
});
const weekly = (factor: number) => ({
  burnoutPrevalence: (week: number, r: number) => (factor * ((week + r) % 10)) / 10,
  waitMeanDays: (week: number) => (week % 4 === 3 ? Number.NaN : 11 * factor),
});
const some = results([
  [scenario("baseline", { name: "Baseline" }), { measures: measures(1), weekly: weekly(1) }],
  [
    scenario("policy", { name: "A policy", timeline: [{ atWeek: 52, changes: {}, label: "It ends" }] }),
    { measures: measures(0.8), weekly: weekly(0.8) },
  ],
  [scenario("other", { name: "Another" }), { measures: measures(1.2), weekly: weekly(1.2) }],
]);

for (const focus of [0, 1, 2]) {
  describe(`figures about scenario ${focus}`, () => {
    for (const make of FIGURES) {
      const figure = make({ results: some, focus });
      it(`${figure.id}: a title of ten words or fewer, measure and time in the subtitle, a text alternative`, () => {
        expect(figure.title.split(/\s+/).length).toBeLessThanOrEqual(10);
        expect(figure.title).not.toMatch(/NaN|undefined/);
        expect(figure.subtitle).toContain("a simulated team of 7, five years");
        expect(figure.alternative).toMatch(/Baseline.*A policy.*Another/);
        expect(figure.alternative).not.toMatch(/NaN|undefined/);
      });
      it(`${figure.id}: table and file hold every scenario`, () => {
        const table = figure.table();
        expect(table.columns).toHaveLength(4);
        expect(table.rows.length).toBeGreaterThan(0);
        expect(table.rows.every((row) => row.length === 4)).toBe(true);
        const { columns, rows } = figure.data();
        expect(new Set(rows.map(([id]) => id))).toEqual(new Set(["baseline", "policy", "other"]));
        expect(rows.every((row) => row.length === columns.length)).toBe(true);
      });
      it(`${figure.id}: draws without a value that is not a number, and reads its points`, () => {
        document.body.innerHTML = "<svg></svg>";
        const svg = select(document.querySelector("svg") as SVGSVGElement);
        figure.draw(svg, { width: 500, marked: 1 });
        expect(svg.node()?.outerHTML).not.toContain("NaN");
        expect(svg.attr("aria-label")).toBe(figure.alternative);
        const reading = figure.reading!;
        const last = Math.min(3, reading.points - 1);
        expect(reading.pointOf(reading.weekOf(last))).toBe(last);
        expect(reading.say(0)).toMatch(
          figure.id === "holding"
            ? /^Support while waiting: Baseline 8\..*%; A policy 6\..*%; Another/
            : /^(Weeks?|Year) 1.*: Baseline .* \(8 in 10 futures: .*\); A policy/,
        );
      });
    }
  });
}

describe("titles", () => {
  const titles = (focus: number) => FIGURES.map((make) => make({ results: some, focus }).title);
  it("say what the scenario in focus changes", () => {
    expect(titles(1)[0]).toBe("Fewer link workers are burnt out: 16%, not 20%");
    expect(titles(2)[0]).toBe("More link workers are burnt out: 24%, not 20%");
    expect(titles(1)[5]).toMatch(/^Holding takes a smaller share of hours: \d+%, not \d+%$/);
  });
  it("claim no more or fewer leavers where the teams differ in size", () => {
    const leavers = (count: number) => ({ measures: { leavers: (r: number) => count + (r % 2) } });
    const titleOf = (posts: number) =>
      FIGURES.map((make) => {
        const other = scenario("policy", { changes: { "team.linkWorkers": posts } });
        const of = results([
          [scenario("baseline"), leavers(8)],
          [other, leavers(2)],
        ]);
        return make({ results: of, focus: 1 });
      }).find(({ id }) => id === "leavers")?.title;
    expect(titleOf(7)).toBe("Fewer link workers leave: 2.5, not 8.5");
    expect(titleOf(1)).toBe("Leavers: the teams differ in size");
  });
  it("are too close to call where the interval includes no difference", () => {
    const close = results([
      [scenario("baseline"), { measures: { burnoutPrevalence: (r) => (r % 7) / 10 } }],
      [scenario("policy"), { measures: { burnoutPrevalence: (r) => ((r + 3) % 7) / 10 } }],
    ]);
    expect(FIGURES[0]({ results: close, focus: 1 }).title).toBe("Burnout: too close to call");
  });
});
