import { describe, expect, it } from "vitest";
import { createChoices } from "../../ui/choices";
import { aligned, baseOf, byTheme, firstPolicy, OWN_ID, ownCopy, readOwn } from "../../ui/scenarios";
import { scenario } from "./fakes";

const baseline = scenario("baseline");
const cap = scenario("cap", { name: "Cap", changes: { "policy.caseloadCap": 40 } });
const recognised = scenario("holding-recognised", { changes: { "holding.policy": "recognised" } });
const year = scenario("year", { name: "A year", changes: { "run.years": 1, "team.linkWorkers": 7 } });
const grant = scenario("grant", {
  changes: { "team.linkWorkers": 8 },
  timeline: [{ atWeek: 52, changes: { "team.linkWorkers": 7 } }],
});
const library = [baseline, cap, recognised, year, grant];

describe("the library", () => {
  it("has a base and a first policy", () => {
    expect(baseOf([cap, baseline])).toBe(baseline);
    expect(firstPolicy(library)).toBe("holding-recognised");
    expect(firstPolicy([baseline])).toBeNull();
    expect(() => baseOf([])).toThrow("no scenario");
  });
  it("is listed by theme, nothing lost", () => {
    const themes = byTheme(library.slice(1));
    expect(themes.flatMap(({ scenarios }) => scenarios)).toHaveLength(4);
    expect(themes[0].name).toBe("Holding");
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
  it("are left as they are when none asks for a length", () => {
    expect(aligned([baseline, cap], null).scenarios).toEqual([baseline, cap]);
  });
});

describe("the own scenario", () => {
  it("lays over its source only what was changed, and keeps its timeline", () => {
    const own = ownCopy(grant);
    const { scenario: read } = readOwn({ ...own, draft: { ...own.draft, "policy.caseloadCap": "40" } });
    expect(read?.changes).toEqual({ "team.linkWorkers": 8, "policy.caseloadCap": 40 });
    expect(read?.timeline).toBe(grant.timeline);
    expect(read?.question).toBe("What if “grant”, but caseload cap 40 cases per WTE?");
  });
  it("can set a changed lever back to the baseline's value", () => {
    const own = ownCopy(cap);
    const { scenario: read } = readOwn({ ...own, draft: { ...own.draft, "policy.caseloadCap": "none" } });
    expect(read?.changes).toEqual({ "policy.caseloadCap": "none" });
  });
  it("reports every field that holds no value", () => {
    const own = ownCopy(baseline);
    const draft = { ...own.draft, "team.linkWorkers": "0", "recruitment.days": "soon" };
    const { scenario: read, problems } = readOwn({ ...own, draft });
    expect(read).toBeNull();
    expect([...problems.keys()]).toEqual(["team.linkWorkers", "recruitment.days"]);
  });
});

describe("choices", () => {
  it("begin with one policy, which the answer is about", () => {
    const { chosen, focus } = createChoices(library);
    expect([chosen.value, focus.value]).toEqual([["holding-recognised"], "holding-recognised"]);
  });
  it("hold at most three scenarios beside the base", () => {
    const choices = createChoices([...library, scenario("more")]);
    for (const id of ["cap", "grant", "more"]) choices.toggle(id);
    expect(choices.chosen.value).toEqual(["holding-recognised", "cap", "grant"]);
    expect(choices.isFull.value).toBe(true);
    choices.setLever("team.linkWorkers", "9");
    expect(choices.own.value).toBeNull();
  });
  it("make an own scenario of the one in focus with the first change of a lever", () => {
    const choices = createChoices(library);
    choices.setLever("team.linkWorkers", "9");
    expect(choices.chosen.value).toEqual(["holding-recognised", OWN_ID]);
    expect(choices.focus.value).toBe(OWN_ID);
    expect(choices.scenarios.value?.[1].changes).toEqual({
      "holding.policy": "recognised",
      "team.linkWorkers": 9,
    });
  });
  it("keep what was typed, and have no scenarios to run, while it is no value", () => {
    const choices = createChoices(library);
    choices.setLever("team.linkWorkers", "nine");
    expect(choices.draft.value["team.linkWorkers"]).toBe("nine");
    expect(choices.scenarios.value).toBeNull();
  });
  it("undo a slider's whole way in one step, then the scenario that it made", () => {
    const choices = createChoices(library);
    for (const text of ["8", "9", "10"]) choices.setLever("team.linkWorkers", text);
    choices.setLever("support.training", true);
    choices.undo();
    expect(choices.draft.value).toMatchObject({ "team.linkWorkers": "10", "support.training": false });
    choices.undo();
    expect(choices.own.value).toBeNull();
    expect(choices.chosen.value).toEqual(["holding-recognised"]);
    expect(choices.canUndo.value).toBe(false);
  });
  it("reset to the scenario that was copied, not to the baseline", () => {
    const choices = createChoices(library);
    choices.setLever("team.linkWorkers", "9");
    choices.reset();
    expect(choices.draft.value).toMatchObject({ "team.linkWorkers": "7", "holding.policy": "recognised" });
    choices.undo();
    expect(choices.draft.value["team.linkWorkers"]).toBe("9");
  });
  it("move the focus when its scenario is taken out", () => {
    const choices = createChoices(library);
    choices.toggle("cap");
    expect(choices.focus.value).toBe("cap");
    choices.toggle("cap");
    expect(choices.focus.value).toBe("holding-recognised");
    choices.toggle("holding-recognised");
    expect(choices.focus.value).toBeNull();
  });
});
