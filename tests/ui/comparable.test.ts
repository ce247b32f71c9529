/** Outcomes divided by referrals are not compared where referrals dry up: in the cards, the sentence and the warnings. */
import { describe, expect, it } from "vitest";
import { differenceOf } from "../../ui/figures/measures";
import { measureById } from "../../ui/results";
import { isComparable } from "../../ui/text/comparable";
import { patientsSentence } from "../../ui/text/finding";
import { drainedWarning } from "../../ui/text/warnings";
import { results, scenario } from "./fakes";

const usual = { patientsReferred: 1000, patientsInSystemStart: 400, patientsInSystemEnd: 400 };
const compared = (inflow: Partial<typeof usual>) =>
  results([
    [scenario("baseline"), { measures: { ...usual, connectedShare: (r: number) => 0.4 + 0.01 * (r % 2) } }],
    [
      scenario("other", { name: "Devon plan" }),
      { measures: { ...usual, ...inflow, connectedShare: (r: number) => 1.4 + 0.02 * (r % 2) } },
    ],
  ]);
const connected = (some: ReturnType<typeof compared>) => differenceOf(some, 1, measureById("connectedShare"));

describe("referrals that dry up", () => {
  const drained = compared({ patientsReferred: 100, patientsInSystemEnd: 20 });
  it("leave outcomes divided by referrals without a verdict, and no others", () => {
    expect(connected(drained)).toMatchObject({
      verdict: "changed",
      words: "not comparable: referrals dry up",
    });
    const per = (id: string) => isComparable(drained, 1, id);
    expect(["connectedShare", "renegedShare", "distressDays", "distressDaysWithPool"].some(per)).toBe(false);
    expect(["waitMeanDays", "burnoutPrevalence", "costPerYear"].every(per)).toBe(true);
  });
  it("are said, and nothing of connections in the patients' sentence", () => {
    expect(drainedWarning(drained, 1)).toMatch(/^Referrals dry up with “Devon plan”: /);
    expect(patientsSentence(drained, 1)).not.toContain("connected");
  });
});

it("referrals that only fall, or a queue that is worked off, are compared", () => {
  for (const inflow of [
    {},
    { patientsReferred: 500 },
    { patientsInSystemEnd: 310 },
    { patientsInSystemEnd: 900 },
  ]) {
    expect(connected(compared(inflow)).verdict).toBe("better");
    expect(drainedWarning(compared(inflow), 1)).toBeNull();
  }
});
