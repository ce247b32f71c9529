import { describe, expect, it } from "vitest";
import { kaplanMeier, type Observed, survivalAt } from "../../../sim/statistics/kaplanMeier";

const from0 = (times: readonly number[], event: boolean): Observed[] =>
  times.map((to) => ({ from: 0, to, event }));

describe("Kaplan–Meier", () => {
  it("gives the published curve of remission under 6-mercaptopurine (Freireich 1963; Cox and Oakes 1984, p. 7)", () => {
    const steps = kaplanMeier([
      ...from0([6, 6, 6, 7, 10, 13, 16, 22, 23], true),
      ...from0([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], false),
    ]);
    expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    for (const [i, { survival }] of steps.entries()) expect(survival).toBeCloseTo(published[i], 3);
  });
  it("without censoring is the share left", () => {
    const steps = kaplanMeier(from0([1, 2, 3, 4], true));
    expect(steps.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0.25, 0]);
    expect([0, 1, 2.5, 9].map((time) => survivalAt(steps, time))).toEqual([1, 0.75, 0.5, 0]);
  });
  it("counts those who enter late from then on only", () => {
    const steps = kaplanMeier([
      { from: 0, to: 2, event: true },
      { from: 0, to: 5, event: false },
      { from: 3, to: 4, event: true },
    ]);
    expect(steps.map(({ atRisk, survival }) => [atRisk, survival])).toEqual([
      [2, 0.5],
      [2, 0.25],
    ]);
  });
  it("has no steps where nothing happens", () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(survivalAt(kaplanMeier(from0([3], false)), 5)).toBe(1);
  });
});
