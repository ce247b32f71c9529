import { describe, expect, it } from "vitest";
import { isAtPatientsExpense } from "../../ui/text/expense";
import { patientsSentence } from "../../ui/text/finding";
import { fewFuturesWarning, holdingWarning, warningsOf } from "../../ui/text/warnings";
import { results, scenario, type TablePlan } from "./fakes";

const baseline = scenario("baseline");
const noise = (r: number) => (r % 5) / 1000;
const staffGain = { burnoutPrevalence: (r: number) => 0.5 - noise(r) };
const compared = (measures: TablePlan["measures"]) =>
  results([
    [baseline, {}],
    [scenario("policy"), { measures }],
  ]);

describe("staff helped at patients' expense", () => {
  it("is told when fewer are connected", () => {
    const some = compared({ ...staffGain, connectedShare: (r) => 0.9 - noise(r) });
    expect(warningsOf(some, 1)[0]).toMatch(
      /^This helps staff at patients' expense: fewer referrals are connected/,
    );
  });
  it("is told for each way of letting patients down, for distress and for long delays", () => {
    for (const id of [
      "returnedToGpShare",
      "disengagedShare",
      "renegedShare",
      "distressDays",
      "waitMeanDays",
    ]) {
      expect(
        isAtPatientsExpense(compared({ ...staffGain, [id]: (r: number) => 1.3 + noise(r) }), 1),
        id,
      ).toBe(true);
    }
  });
  it("is not told when patients give up later instead of sooner", () => {
    const some = compared({
      ...staffGain,
      disengagedShare: (r) => 1.2 + noise(r),
      renegedShare: (r) => 0.7 - noise(r),
    });
    expect(isAtPatientsExpense(some, 1)).toBe(false);
  });
  it("is not told when fewer leave but more are burnt out", () => {
    const some = { ...staffGain, connectedShare: (r: number) => 0.5 - noise(r) };
    expect(isAtPatientsExpense(compared(some), 1)).toBe(true);
    const worn = { ...some, burnoutPrevalence: (r: number) => 1.5 + noise(r) };
    expect(isAtPatientsExpense(compared(worn), 1)).toBe(false);
  });
  it("is not told when staff gain nothing, or patients lose a trifle or by chance", () => {
    expect(isAtPatientsExpense(compared({ connectedShare: (r) => 0.5 - noise(r) }), 1)).toBe(false);
    expect(isAtPatientsExpense(compared({ ...staffGain, connectedShare: 0.9999 }), 1)).toBe(false);
    expect(
      isAtPatientsExpense(compared({ ...staffGain, connectedShare: (r) => (r % 2 ? 0.4 : 1.5) }), 1),
    ).toBe(false);
    expect(isAtPatientsExpense(compared({ ...staffGain, waitMeanDays: (r) => 1.05 + noise(r) }), 1)).toBe(
      false,
    );
  });
});

describe("distress that is no longer counted", () => {
  const dropped = compared({ returnedToGpShare: (r) => 2 + noise(r), distressDays: (r) => 0.5 - noise(r) });
  const nobodyGivesUp = { renegedShare: 0 };
  it("is no good news", () => {
    expect(patientsSentence(dropped, 1)).not.toContain("distress falls");
    expect(warningsOf(dropped, 1).join()).toContain("people no longer counted");
  });
  it("is good news when nobody is dropped", () => {
    const some = results([
      [baseline, { measures: nobodyGivesUp }],
      [scenario("policy"), { measures: { ...nobodyGivesUp, distressDays: (r) => 0.5 - noise(r) } }],
    ]);
    expect(patientsSentence(some, 1)).toContain("distress falls");
    expect(warningsOf(some, 1)).toEqual([]);
  });
});

describe("holding given up", () => {
  const about = (changes: Record<string, string | boolean>) =>
    holdingWarning(
      results([
        [baseline, {}],
        [scenario("policy", { changes }), {}],
      ]),
      1,
    );
  it("names the functions, and speaks of the patients' side", () => {
    expect(about({ "holding.policy": "none" })).toContain("all four functions of holding are switched off");
    expect(about({ "holding.function3": false })).toContain("function 3 of holding is switched off");
    expect(about({ "holding.function1": false, "holding.function2": false })).toContain(
      "function 1 and 2 of holding are",
    );
    expect(about({ "holding.policy": "recognised" })).toBeNull();
  });
});

describe("few futures", () => {
  it("is told below thirty", () => {
    expect(fewFuturesWarning(results([[baseline, { replications: 12 }]]))).toContain(
      "only 12 simulated futures",
    );
    expect(fewFuturesWarning(results([[baseline, { replications: 30 }]]))).toBeNull();
  });
});
