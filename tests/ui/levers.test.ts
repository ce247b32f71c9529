import { describe, expect, it } from "vitest";
import { DEFAULTS, parameterById, withChanges } from "../../sim/parameters";
import { draftOf, LEVER_IDS, readLever, sliderOf, textOf } from "../../ui/levers";

const workers = parameterById("team.linkWorkers");
const cap = parameterById("policy.caseloadCap");
const supervision = parameterById("support.supervisionHoursPerMonth");

describe("reading a lever", () => {
  it("takes numbers as people type them", () => {
    expect(readLever(workers, " 8 ")).toEqual({ value: 8 });
    expect(readLever(workers, "1,000")).toEqual({ value: 1000 });
    expect(readLever(supervision, "2.5")).toEqual({ value: 2.5 });
    expect(readLever(supervision, ".5")).toEqual({ value: 0.5 });
  });
  it("refuses with field, value, unit and limit", () => {
    expect(readLever(workers, "0")).toEqual({
      problem: "Link workers is 0 WTE posts; it must be a whole number from 1 to 10,000 WTE posts.",
    });
    expect(readLever(workers, "7.5")).toHaveProperty("problem");
    expect(readLever(supervision, "101")).toHaveProperty("problem");
  });
  it("reads every number as it is written in a box, however small", () => {
    for (const value of [5e-7, 1e-12, 0.25])
      expect(readLever(supervision, String(textOf(supervision.id, value)))).toEqual({ value });
  });
  it("refuses what is no number, and what is empty, and says which", () => {
    for (const text of ["4h", "1,5", "--3", "1e", "e3", "Infinity", "."]) {
      expect(readLever(supervision, text), text).toHaveProperty(
        "problem",
        `Clinical supervision is “${text}”, which is not a number; it must be a number from 0 to 100 hours a month.`,
      );
    }
    expect(readLever(supervision, " ")).toHaveProperty(
      "problem",
      "Clinical supervision is empty; it must be a number from 0 to 100 hours a month.",
    );
  });
  it("takes none only where the table allows it", () => {
    expect(readLever(cap, "None")).toEqual({ value: "none" });
    expect(readLever(workers, "none")).toHaveProperty("problem");
  });
  it("takes choices and switches as they are", () => {
    expect(readLever(parameterById("holding.policy"), "recognised")).toEqual({ value: "recognised" });
    expect(readLever(parameterById("support.training"), true)).toEqual({ value: true });
  });
});

describe("levers and the parameter table", () => {
  it("shows the values of a scenario, and reads them back unchanged", () => {
    const draft = draftOf(withChanges(DEFAULTS, { "policy.caseloadCap": 40, "support.training": true }));
    expect(draft).toMatchObject({
      "policy.caseloadCap": "40",
      "support.training": true,
      "team.linkWorkers": "7",
    });
    expect(draftOf(DEFAULTS)["policy.caseloadCap"]).toBe("none");
    for (const id of LEVER_IDS) expect(readLever(parameterById(id), draft[id])).toHaveProperty("value");
  });
  it("has a slider within the limits for every number, on whose steps the default lies", () => {
    for (const id of LEVER_IDS) {
      const row = parameterById(id);
      if (row.kind !== "number" && row.kind !== "integer") continue;
      const { min, max, step } = sliderOf(row);
      expect(min).toBeGreaterThanOrEqual(row.limits[0]);
      expect(max).toBeLessThanOrEqual(row.limits[1]);
      expect(max).toBeGreaterThan(min);
      if (typeof row.default !== "number") continue;
      const steps = (row.default - min) / step;
      expect(Math.abs(steps - Math.round(steps)), id).toBeLessThan(1e-9);
    }
  });
});
