import { describe, expect, it } from "vitest";
import { readScenario, type Scenario } from "../../sim/scenario";
import { aligned, baseOf, byTheme, changesInWords, firstPolicy } from "../../ui/scenarios";
import { scenario } from "./fakes";

const baseline = scenario("baseline");
const cap = scenario("cap", { name: "Cap", changes: { "policy.caseloadCap": 40 } });
const recognised = scenario("holding-recognised", { changes: { "holding.policy": "recognised" } });
const year = scenario("year", { name: "A year", changes: { "run.years": 1, "team.linkWorkers": 7 } });
const grant = scenario("grant", {
  changes: { "team.linkWorkers": 8 },
  timeline: [{ atWeek: 52, label: "The grant ends", changes: { "team.linkWorkers": 7 } }],
});
const library = [baseline, cap, recognised, year, grant];

/** The ids of some changes as a file that is read has them. */
function inFile(changes: Scenario["changes"]): string[] {
  const answer = readScenario({ holdfast: 1, ...cap, changes }, () => undefined);
  if ("problems" in answer) throw new Error(answer.problems.join());
  return Object.keys(answer.scenario.changes);
}

describe("the library", () => {
  it("has a base and a first policy", () => {
    expect(baseOf([cap, baseline])).toBe(baseline);
    expect(firstPolicy(library)).toBe("holding-recognised");
    expect(firstPolicy([baseline])).toBeNull();
    expect(() => baseOf([])).toThrow("no scenario");
  });
  it("is listed by question, nothing lost", () => {
    const themes = byTheme(library.slice(1));
    expect(themes.flatMap(({ scenarios }) => scenarios)).toHaveLength(4);
    expect(themes[0].name).toMatch(/holding.*\?$/);
  });
});

describe("scenarios that are run together", () => {
  it("share one length, and say whose", () => {
    const { scenarios, notice } = aligned([baseline, cap, year], null);
    expect(scenarios.map(({ changes }) => changes["run.years"])).toEqual([1, 1, 1]);
    expect(notice).toContain("one year, as “A year” asks");
  });
  it("share the length that was chosen", () => {
    const { scenarios, notice } = aligned([baseline, year], 3);
    expect(scenarios.map(({ changes }) => changes["run.years"])).toEqual([3, 3]);
    expect(notice).toBeNull();
  });
  it("have their changes in the order of scenario files, so that a saved one is the same when it is read", () => {
    for (const { changes } of aligned([baseline, cap, year, recognised], 3).scenarios)
      expect(Object.keys(changes)).toEqual(inFile(changes));
  });
  it("are left as they are when none asks for a length", () => {
    expect(aligned([baseline, cap], null).scenarios).toEqual([baseline, cap]);
  });
});

it("says what a scenario changes, and when, with units and the baseline's values", () => {
  expect(changesInWords(grant)).toEqual([
    "Link workers 8 WTE posts (baseline: 7)",
    "from week 52 (The grant ends): Link workers 7 WTE posts",
  ]);
});

it("says of a change during the run that it comes too late", () => {
  const late = "falls after the end of the run (week 52): it changes nothing";
  const oneYear = { ...grant, changes: { ...grant.changes, "run.years": 1 } };
  expect(changesInWords(oneYear).at(-1)).toBe(
    `from week 52 (The grant ends): Link workers 7 WTE posts, which ${late}`,
  );
  expect(changesInWords(grant, 52).at(-1)).toContain(late);
  expect(changesInWords(grant, 53).at(-1)).not.toContain("changes nothing");
});
