import { describe, expect, it } from "vitest";
import { Results } from "../../ui/results";
import type { Doubts, Stopped } from "../../ui/simulator";
import { withUnit } from "../../ui/text/format";
import { stoppedSentence } from "../../ui/text/stopped";
import { doubtInWords, rangeInWords, sureInWords } from "../../ui/text/sureness";
import { results, scenario, table } from "./fakes";

const scenarios = [scenario("baseline"), scenario("policy")];

function stoppedBy(stopped: Stopped): Results {
  const request = { scenarios, seed: "s", replications: 1000, precision: 0.1 };
  const tables = scenarios.map(() => table({ replications: stopped.replications }));
  return new Results(request, tables, ["a", "b"], stopped);
}

const width = (share: number, standing: Stopped["widths"][number]["standing"]) => ({
  scenario: 1,
  measure: "burnoutPrevalence",
  share,
  standing,
});

describe("why a run ended", () => {
  it("is said with the number of futures, the precision, and the average that is the least sure", () => {
    const widths = [{ ...width(0.02, "precise"), measure: "leavers" }, width(0.097, "precise")];
    expect(stoppedSentence(stoppedBy({ reason: "precise", replications: 60, widths }))).toBe(
      "Stopped after 60 futures of each scenario, since every headline average is now sure to within 10% of itself (the least sure: burnt out in “policy”, give or take 9.7%).",
    );
  });
  it("names what is not precise yet at the most futures, and says where nothing could be measured", () => {
    const most = stoppedBy({
      reason: "most replications",
      replications: 90,
      widths: [width(0.14, "not precise")],
    });
    expect(stoppedSentence(most)).toContain(
      "Not yet sure to within 10%: burnt out in “policy” (give or take 14.0%)",
    );
    const nothing = stoppedBy({ reason: "nothing to measure by", replications: 30, widths: [] });
    expect(stoppedSentence(nothing)).toContain(
      "Stopped after 30 futures of each scenario: every headline average is 0",
    );
  });
  it("is not said of a number that was chosen", () => {
    expect(stoppedSentence(results([[scenarios[0], {}]]))).toBeNull();
  });
});

describe("the three numbers", () => {
  const some = results([
    [scenarios[0], { measures: { costPerYear: (r) => 300_000 + 1000 * (r % 2) } }],
    [scenarios[1], { measures: { costPerYear: (r) => 310_000 + 1000 * (r % 3) } }],
  ]);
  it("are each in their own words", () => {
    expect(rangeInWords(some, 0, "costPerYear")).toBe("£300,000 to £301,000");
    expect(sureInWords(some, 0, "costPerYear")).toEqual(["£300,500, give or take £200"]);
    expect(sureInWords(some, 1, "costPerYear")[1]).toMatch(/^difference \+£10,500, give or take £\d00$/);
  });
  it("give the doubt about inputs as a range over draws, of the difference too", () => {
    const doubt = { n: 60, mean: 1, sd: 1, p10: 290_000, p50: 1, p90: 350_000, noiseShare: 0 };
    const difference = { ...doubt, p10: -2000, p90: 14_000 };
    const doubts: Doubts = {
      draws: 60,
      replications: 10,
      parameters: 5,
      scenarios: [
        { means: new Map([["costPerYear", doubt]]), differences: null },
        { means: new Map([["costPerYear", doubt]]), differences: new Map([["costPerYear", difference]]) },
      ],
    };
    expect(doubtInWords(doubts, 0, "costPerYear")).toEqual(["£290,000 to £350,000"]);
    expect(doubtInWords(doubts, 1, "costPerYear")[1]).toBe("difference −£2,000 to +£14,000");
    expect(doubtInWords(doubts, 1, "leavers")).toEqual(["no value"]);
  });
});

it("writes one of a unit in the singular", () => {
  expect(withUnit("1", "hours a month")).toBe("1 hour a month");
  expect(withUnit("4", "hours a month")).toBe("4 hours a month");
  expect(withUnit("1", "WTE posts")).toBe("1 WTE post");
});
