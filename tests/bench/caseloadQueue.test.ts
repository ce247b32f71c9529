/**
 * Proves that the yardstick is the same model as the C program beside it, whose figures over 20,000 replications
 * (`caseload 20000 7 5`: mean and standard deviation over replications) stand here, so that the speeds of the two may
 * be compared. The same for simjs. Also that both event lists give the same counts.
 */
import { describe, expect, it } from "vitest";
import { CalendarQueue } from "../../sim/kernel/calendarQueue";
import { EventQueue } from "../../sim/kernel/eventQueue";
import { mean, standardError } from "../sim/support/statistics";
import { type CaseloadCounts, CaseloadQueue, caseloadParams } from "./caseloadQueue";
import { caseloadOn } from "./caseloadSimjs";
import { caseloadOnResources } from "./caseloadSimjsResources";
import { loadSimjs } from "./simjs";

const IN_C = { replications: 20_000 };
const FIGURES: readonly (readonly [keyof CaseloadCounts, number, number])[] = [
  ["accepted", 3571.86, 101.3],
  ["meanWait", 20.3431, 0.6796],
  ["reneged", 4980.44, 130.3],
  ["contacts", 27613.9, 836.2],
  ["leavers", 17.5938, 3.362],
  ["served", 3360.4, 98.3],
  ["events", 42711.8, 816.8],
];

const REPLICATIONS = 150;
const params = caseloadParams(7);
const counts = Array.from({ length: REPLICATIONS }, (_, r) =>
  new CaseloadQueue(params, new CalendarQueue(), "yardstick", r).run(),
);
const simjs = loadSimjs(import.meta.url);

/** Seven figures are compared, so one of them beyond four standard errors by chance has probability below 0.001. */
function expectAsInC(values: readonly number[], inC: number, sdInC: number): void {
  const error = Math.hypot(standardError(values), sdInC / Math.sqrt(IN_C.replications));
  expect(Math.abs(mean(values) - inC)).toBeLessThan(4 * error);
  // A standard deviation over n replications has a relative standard error of 1 / √(2n).
  const sd = standardError(values) * Math.sqrt(values.length);
  expect(Math.abs(sd / sdInC - 1)).toBeLessThan(4 / Math.sqrt(2 * values.length));
}

describe("the yardstick on the model's kernel", () => {
  it.each(FIGURES)("agrees with the C program in %s", (name, inC, sdInC) => {
    expectAsInC(
      counts.map((of) => of[name]),
      inC,
      sdInC,
    );
  });

  it("counts the same with a heap as with a calendar", () => {
    for (const r of [0, 1, 2]) {
      const withHeap = new CaseloadQueue(params, new EventQueue(), "yardstick", r).run();
      expect(withHeap).toEqual(counts[r]);
    }
  });
});

describe.each([
  ["its timers and lists of our own", caseloadOn(simjs, params), 20],
  // Fewer, since they take half a second each; 150 were compared when it was written.
  ["its resources and events", caseloadOnResources(simjs, params), 8],
] as const)("the yardstick on simjs, with %s", (_, onSimjs, replications) => {
  const some = Array.from({ length: replications }, (_, r) => onSimjs(r + 1));

  it.each(FIGURES)("agrees with the C program in %s", (name, inC, sdInC) => {
    expectAsInC(
      some.map((of) => of[name]),
      inC,
      sdInC,
    );
  });
});
