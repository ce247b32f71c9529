/** What is said of teams: their sizes where they are named, and that counts of leavers from unlike teams are not ranked. */
import { describe, expect, it } from "vitest";
import { differenceOf } from "../../ui/figures/measures";
import { measureById } from "../../ui/results";
import { areTeamsAlike, placeOf, teamSizes } from "../../ui/text/teams";
import { results, scenario } from "./fakes";

const base = scenario("baseline");
const smaller = scenario("smaller", { changes: { "team.linkWorkers": 5 } });
const growing = scenario("growing", { timeline: [{ atWeek: 20, changes: { "team.linkWorkers": 12 } }] });

describe("teams", () => {
  it("are named by every size that one of them ever has", () => {
    expect(teamSizes([base, growing, smaller])).toEqual(["5", "7", "12"]);
    expect(placeOf([base], 5)).toBe("a simulated team of 7, five years");
    expect(placeOf([base, smaller], 1)).toBe("simulated teams of 5 and 7, one year");
  });
  it("are alike where both keep one size", () => {
    expect(areTeamsAlike(base, scenario("other"))).toBe(true);
    expect(areTeamsAlike(base, smaller)).toBe(false);
    expect(areTeamsAlike(growing, growing)).toBe(false);
  });
});

describe("a difference in leavers", () => {
  const noisy = (r: number) => 5 + (r % 3);
  const fewer = (r: number) => 4 + (r % 2);
  const found = (other: typeof base) =>
    differenceOf(
      results([
        [base, { measures: { leavers: noisy } }],
        [other, { measures: { leavers: fewer } }],
      ]),
      1,
      measureById("leavers"),
    );
  it("is better or worse between teams of one size only", () => {
    expect(found(scenario("other"))).toMatchObject({ verdict: "better", words: "better" });
    expect(found(smaller)).toMatchObject({ verdict: "changed", words: "teams differ in size" });
  });
});

it("an interval that excludes no difference is not written as if it ended there", () => {
  // Six of forty futures differ, one of them by little: −0.26, give or take 0.21.
  const moved = (r: number) => (r % 7 === 0 ? (r === 35 ? 0.2 : 1) : 0);
  const plan = (shift: number) => ({ measures: { leavers: (r: number) => 5 + shift * moved(r) } });
  const { interval, verdict } = differenceOf(
    results([
      [base, plan(0)],
      [scenario("other"), plan(-2)],
    ]),
    1,
    measureById("leavers"),
  );
  expect(verdict).toBe("better");
  expect(interval).not.toMatch(/ [−+]?0(\.0+)?( |$)/);
});
