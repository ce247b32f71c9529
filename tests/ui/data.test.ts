import { describe, expect, it } from "vitest";
import { DEFAULTS, PARAMETERS } from "../../sim/parameters";
import { bandOver, groupMeans, turnoverByYear } from "../../ui/bands";
import { csvOf, fileNameOf, scenarioInFile } from "../../ui/download";
import { differenceOf, MEASURE_GROUPS, measuresData, measuresOf } from "../../ui/figures/measures";
import { measureById } from "../../ui/results";
import { countByGrade, limitSentences } from "../../ui/text/limits";
import { results, scenario } from "./fakes";

describe("bands", () => {
  it("are mean, P10 and P90 at each point, without futures that have no value there", () => {
    const rows = Array.from({ length: 11 }, (_, r) => [r, r === 0 ? 5 : Number.NaN, Number.NaN]);
    const { mean, low, high } = bandOver(rows);
    expect([mean[0], low[0], high[0]]).toEqual([5, 1, 9]);
    expect([mean[1], low[1], high[1]]).toEqual([5, 5, 5]);
    expect(mean[2]).toBeNaN();
  });
  it("are of nothing where there are no futures", () => {
    expect(bandOver([]).mean).toHaveLength(0);
  });
  it("of four weeks leave out weeks without a value", () => {
    expect(Array.from(groupMeans([1, 2, 3, Number.NaN, 4, 4, 4, 4, 9], 4))).toEqual([2, 4]);
  });
});

describe("yearly turnover", () => {
  it("is leavers over filled posts, year by year", () => {
    const leavers = Array.from({ length: 104 }, (_, week) =>
      week === 0 || week === 60 || week === 61 ? 1 : 0,
    );
    const filled = leavers.map((_, week) => (week < 52 ? 4 : 5));
    expect(Array.from(turnoverByYear(leavers, filled))).toEqual([1 / 4, 2 / 5]);
  });
  it("has no value in a year without filled posts", () => {
    expect(turnoverByYear(new Float64Array(52), new Float64Array(52))[0]).toBeNaN();
  });
});

describe("the table of measures", () => {
  const some = results([
    [scenario("baseline"), {}],
    [
      scenario("policy"),
      { measures: { connectedShare: (r) => 0.5 + r / 1000, leavers: (r) => 1 + (r % 2) } },
    ],
  ]);
  it("shows every measure but the checks, patients directly after staff", () => {
    expect(MEASURE_GROUPS.slice(0, 2).map(({ group }) => group)).toEqual(["staff", "patients"]);
    const shown = MEASURE_GROUPS.flatMap(({ group }) => measuresOf(group));
    expect(shown.map(({ id }) => id)).toContain("longestGapDays");
    expect(shown.some(({ group }) => group === "check")).toBe(false);
  });
  it("says the direction in words", () => {
    expect(differenceOf(some, 1, measureById("connectedShare"))).toMatchObject({ words: "worse" });
    expect(differenceOf(some, 1, measureById("waitMeanDays"))).toMatchObject({ words: "no difference" });
  });
  it("has every measure and scenario in its file, with what is needed to repeat it", () => {
    const { columns, rows } = measuresData(some);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(new Set(rows.map(([id]) => id))).toEqual(new Set(["baseline", "policy"]));
  });
});

describe("files", () => {
  it("quote what needs it and disarm formulas", () => {
    const rows = [
      ["a,b", 'say "x"', 1.5],
      ["=1+1", "line\nbreak", Number.NaN],
    ];
    expect(csvOf({ columns: ["p", "q", "r"], rows })).toBe(
      'p,q,r\r\n"a,b","say ""x""",1.5\r\n\'=1+1,"line\nbreak",\r\n',
    );
  });
  it("have names that say what is in them, and that a run was not finished", () => {
    const some = results([
      [scenario("baseline"), {}],
      [scenario("a/b"), {}],
    ]);
    expect(fileNameOf("burnout", some)).toBe("holdfast-burnout-baseline-vs-a-b-40-futures.csv");
    const part = results([[scenario("baseline"), {}]], { replications: 100 });
    const own = {
      id: "training-changed-2",
      name: "Plán B: “zwei” Stellen, for all of the county's own teams",
    };
    expect(scenarioInFile(own)).toBe("plan-b-zwei-stellen-for-all-of-the-count");
    expect(scenarioInFile({ id: "own", name: "תוכנית" })).toBe("own");
    expect(fileNameOf("burnout", part)).toBe("holdfast-burnout-baseline-40-of-100-futures.csv");
  });
});

describe("the honest limits", () => {
  it("are counted from the parameter table", () => {
    const assumed = PARAMETERS.filter((row) => row.grade === "assumption" && row.kind !== "switch").length;
    expect(limitSentences(DEFAULTS.run)[0]).toContain(`${assumed} are assumptions`);
    expect(countByGrade().measured).toBeGreaterThan(0);
  });
  it("say how the run begins", () => {
    const last = (run: Partial<typeof DEFAULTS.run>) => limitSentences({ ...DEFAULTS.run, ...run }).at(-1);
    expect(last({})).toContain("after a warm-up of two years under the baseline's policies");
    expect(last({ leversFrom: "start" })).toContain("hold from the beginning of the warm-up");
    expect(last({ warmUpYears: 0 })).toContain("without a warm-up");
  });
});
