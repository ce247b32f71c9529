/** Rule: what "why did it change" calls a part, in the page's own words. */
import { expect, test } from "vitest";
import type { Changes, Scenario, TimelineEntry } from "../../sim/scenario";
import type { Mover, WhyAsk } from "../../ui/experiments";
import { partSaid } from "../../ui/figures/experiments/why";

const scenario = (changes: Changes, timeline: readonly TimelineEntry[] = []): Scenario =>
  ({ id: "some", name: "Some", question: "", changes, timeline, reasons: {} }) as unknown as Scenario;
const ask = (base: Scenario, other: Scenario): WhyAsk =>
  ({ base, other, by: "levers", orders: 1, replications: 2, seed: "why" }) as WhyAsk;
const mover = (...parameters: string[]): Mover => ({ id: parameters.join(" + "), label: "", parameters });

test("a lever has its name, both values, and the unit once", () => {
  const asked = ask(scenario({}), scenario({ "team.linkWorkers": 8, "support.training": true }));
  expect(partSaid(mover("team.linkWorkers"), asked, [])).toBe("Link workers: 7 → 8 WTE posts");
  expect(partSaid(mover("support.training"), asked, [])).toBe("Training for holding: off → on");
});

test("a unit stands where the number is", () => {
  const asked = ask(scenario({ "policy.caseloadCap": 40 }), scenario({}));
  expect(partSaid(mover("policy.caseloadCap"), asked, [])).toBe("Caseload cap: 40 cases per WTE → none");
});

test("what changes on the way has its weeks", () => {
  const later = [{ atWeek: 52, changes: { "team.linkWorkers": 6 } }];
  const asked = ask(scenario({}), scenario({}, later));
  expect(partSaid(mover("team.linkWorkers"), asked, [])).toBe(
    "Link workers: 7 → 7, from week 52 on 6 WTE posts",
  );
});

test("levers taken together have each their values, and a whole group its names alone", () => {
  const asked = ask(scenario({}), scenario({ "team.linkWorkers": 8, "support.training": true }));
  const both = mover("team.linkWorkers", "support.training");
  expect(partSaid(both, asked, [])).toBe("Link workers: 7 → 8 WTE posts; Training for holding: off → on");
  expect(partSaid(both, asked, [both])).toBe("Link workers and Training for holding");
});
