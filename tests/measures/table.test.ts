/** Proves that the table of measures says of each what it is, and that the command line prints all of it. */
import { describe, expect, it } from "vitest";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { call } from "../src/cli/call";

/** Ids that scripts rely on, fixed when the command line was designed. */
const FIXED = `referrals waitMeanDays waitP90Days waitProbability renegedShare waitingListMean caseloadMean
  utilisationMean contactHoursHoldingShare contactHoursHolding1 contactHoursHolding2 contactHoursHolding3
  contactHoursHolding4 exhaustionMean burnoutPrevalence burnoutIncidence turnoverRate leavers vacancyRate absenceRate
  connectedShare disengagedShare lostAtHandoverShare returnedToGpShare workerChangesShare serviceWaitMeanDays1
  serviceWaitMeanDays2 serviceWaitMeanDays3 gpBurden distressAtClose distressDays longestGapDays costPerYear
  patientsReferred patientsClosed patientsInSystemStart patientsInSystemEnd`.split(/\s+/);

describe("the table of measures", () => {
  it("has every id that is relied on", () => {
    for (const id of FIXED) expect(MEASURE_INDEX.has(id), id).toBe(true);
  });

  it("gives every row an id and a label of its own", () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
    expect(new Set(MEASURES.map(({ label }) => label)).size).toBe(MEASURES.length);
    MEASURES.forEach(({ id }, i) => {
      expect(MEASURE_INDEX.get(id)).toBe(i);
    });
  });

  it.each(MEASURES)("$id is complete", ({ id, label, unit, definition, taken, good, group }) => {
    expect(id).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(label).toMatch(/^[A-Z].{2,69}[^.]$/);
    expect(unit.length).toBeGreaterThan(2);
    expect(definition).toMatch(/^[A-Z].{25,}\.$/);
    expect(taken).toMatch(/^[a-z].{10,}[^.]$/);
    expect(["lower", "higher", null]).toContain(good);
    expect(["staff", "patients", "holding", "practice", "cost", "check"]).toContain(group);
  });

  it("names the good direction wherever people fare better or worse by it", () => {
    const neither = MEASURES.filter(({ good }) => good === null).map(({ id }) => id);
    expect(neither).toEqual([
      ...["caseloadMean", "busyShare", "referrals", "divertedPerYear"],
      ...MEASURES.filter(({ group }) => group === "holding" || group === "check").map(({ id }) => id),
    ]);
  });
});

describe("holdfast measures", () => {
  it("prints every measure with its unit, its good direction, how it is taken, and its definition", async () => {
    const { out, status } = await call(["measures"]);
    expect(status).toBe(0);
    const lines = out.trimEnd().split("\n");
    for (const { id, unit, good, taken, definition } of MEASURES) {
      const line = lines.find((text) => text.startsWith(`${id} `)) ?? "";
      for (const part of [unit, good ?? "–", taken, definition]) expect(line, id).toContain(part);
    }
  });

  it("gives the same as JSON and as Markdown", async () => {
    const rows = JSON.parse((await call(["measures", "--format", "json"])).out);
    expect(rows).toEqual(MEASURES.map(({ take, ...row }) => row));
    const markdown = (await call(["measures", "--format", "markdown"])).out;
    for (const { id } of MEASURES) expect(markdown).toContain(`| ${id} |`);
    expect(markdown.trimEnd().split("\n")).toHaveLength(MEASURES.length + 2);
  });
});
