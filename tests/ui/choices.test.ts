import { describe, expect, it } from "vitest";
import { createChoices } from "../../ui/choices";
import { createExperimentState } from "../../ui/experimentState";
import { changesInWords } from "../../ui/scenarios";
import { scenario } from "./fakes";

const baseline = scenario("baseline", { name: "Baseline" });
const cap = scenario("cap", { name: "Cap", changes: { "policy.caseloadCap": 40 } });
const recognised = scenario("holding-recognised", {
  name: "Holding recognised",
  changes: { "holding.policy": "recognised" },
  reasons: { "holding.policy": "Why not." },
});
const grant = scenario("grant", {
  name: "Grant",
  changes: { "team.linkWorkers": 8 },
  timeline: [{ atWeek: 52, label: "Ends", changes: { "team.linkWorkers": 7 } }],
});
const library = [baseline, cap, recognised, grant, scenario("more"), scenario("most")];

const theirs = { comparison: { items: [], focus: null }, years: 2, futures: 30, seed: "theirs" };

const setUp = () => createChoices(library);
type Made = ReturnType<typeof setUp>;
const names = ({ read }: Made) => read.value.map(({ name }) => name);
const selected = ({ selectedRead }: Made) => selectedRead.value?.scenario;

describe("the list of scenarios", () => {
  it("begins with one policy, which is selected", () => {
    const { chosen, focus } = setUp();
    expect([chosen.value, focus.value]).toEqual([["holding-recognised"], "holding-recognised"]);
  });
  it("holds at most four beside the base", () => {
    const choices = setUp();
    for (const id of ["cap", "grant", "more", "most"]) choices.toggle(id);
    expect(choices.chosen.value).toEqual(["holding-recognised", "cap", "grant", "more"]);
    expect(choices.isFull.value).toBe(true);
    expect(choices.add(scenario("further"))).toBe(false);
    choices.duplicate("cap");
    choices.addBlank();
    expect(choices.chosen.value).toHaveLength(4);
  });
  it("moves the selection when its scenario is taken out", () => {
    const choices = setUp();
    choices.toggle("cap");
    expect(choices.focus.value).toBe("cap");
    choices.toggle("cap");
    expect(choices.focus.value).toBe("holding-recognised");
    choices.remove("holding-recognised");
    expect(choices.focus.value).toBeNull();
  });
  it("duplicates under another id and name, beside the original", () => {
    const choices = setUp();
    choices.toggle("cap");
    choices.duplicate("holding-recognised");
    expect(choices.chosen.value).toEqual(["holding-recognised", "holding-recognised-2", "cap"]);
    expect(names(choices)).toEqual(["Holding recognised", "Holding recognised (2)", "Cap"]);
    expect(choices.focus.value).toBe("holding-recognised-2");
  });
  it("is reordered, and stays as it is beyond its ends", () => {
    const choices = setUp();
    choices.toggle("cap");
    choices.move("cap", -1);
    choices.move("cap", -1);
    expect(choices.chosen.value).toEqual(["cap", "holding-recognised"]);
    choices.undo();
    expect(choices.chosen.value).toEqual(["holding-recognised", "cap"]);
  });
  it("never holds two scenarios of one name or id, whatever they are called", () => {
    const choices = setUp();
    choices.rename("holding-recognised", " Baseline ");
    choices.add({ ...cap, changes: { "policy.caseloadCap": 30 } });
    choices.add({ ...cap, changes: { "policy.caseloadCap": 20 } });
    expect(names(choices)).toEqual(["Baseline (2)", "Cap", "Cap (2)"]);
    expect(new Set(choices.chosen.value).size).toBe(3);
    choices.rename("holding-recognised", "");
    expect(names(choices)[0]).toBe("Holding recognised");
  });
  it("holds no two names that read the same, whatever their letters' case and the spaces around them", () => {
    const choices = setUp();
    choices.rename("holding-recognised", "BASELINE");
    choices.add({ ...cap, name: " cap ", changes: { "policy.caseloadCap": 30 } });
    choices.add({ ...cap, name: "Cap" });
    choices.add({ ...cap, name: "CAP (2)" });
    expect(names(choices)).toEqual(["BASELINE (2)", " cap ", "Cap (2)", "CAP (2) (2)"]);
  });
  it("knows a scenario of ours again when it is opened from a file", () => {
    const choices = setUp();
    choices.add({ ...cap, changes: { ...cap.changes } });
    expect(choices.chosen.value).toContain("cap");
  });
});

describe("a scenario of the reader's that goes by the id of one of ours", () => {
  const copied = { ...baseline, name: "Our team", changes: { "team.linkWorkers": 12 } };
  it("keeps its own name, in which its own changes are not hidden", () => {
    const choices = setUp();
    choices.add(copied);
    expect(names(choices)[1]).toBe("Our team");
    choices.setLever("support.training", true);
    expect(names(choices)[1]).toBe("Training for holding on, with our team");
    choices.reset();
    expect(selected(choices)).toMatchObject({ name: "Our team", changes: { "team.linkWorkers": 12 } });
  });
  it("never takes that id, so that ours can be chosen beside it", () => {
    const choices = setUp();
    choices.add({ ...cap, name: "Our cap", changes: { "policy.caseloadCap": 30 } });
    choices.setLever("support.training", true);
    choices.reset();
    choices.toggle("cap");
    expect(names(choices)).toEqual(["Holding recognised", "Our cap", "Cap"]);
  });
});

describe("texts that are typed", () => {
  it("are taken without what cannot be seen; a name of which nothing can be seen is none", () => {
    const choices = setUp();
    choices.rename("holding-recognised", "Plan\u202e 2.0\u200b");
    choices.setReason("holding.policy", "As\u2066 agreed.\nIn May.");
    choices.addRow();
    choices.setRow(0, { label: "Grant\u202e ends " });
    expect(selected(choices)).toMatchObject({
      name: "Plan 2.0",
      reasons: { "holding.policy": "As agreed.\nIn May." },
      timeline: [{ label: "Grant ends" }],
    });
    choices.rename("holding-recognised-changed", "\u200b\u202e ");
    expect(names(choices)[0]).toBe("Changes in week 52, with holding recognised");
  });
});

describe("levers", () => {
  it("edit the selected scenario, which gets an id and a name of its own", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "9");
    expect(choices.chosen.value).toEqual(["holding-recognised-changed"]);
    expect(names(choices)).toEqual(["Link workers 9, with holding recognised"]);
    expect(selected(choices)).toMatchObject({
      changes: { "holding.policy": "recognised", "team.linkWorkers": 9 },
      reasons: { "holding.policy": "Why not." },
      question: "What if “Holding recognised”, but link workers 9 WTE posts?",
    });
  });
  it("make a scenario of the baseline when there is no other", () => {
    const choices = setUp();
    choices.remove("holding-recognised");
    choices.setLever("support.training", true);
    expect(choices.chosen.value).toEqual(["own"]);
    expect(names(choices)).toEqual(["Training for holding on"]);
  });
  it("lay over the source only what was changed, and keep its timeline", () => {
    const choices = setUp();
    choices.toggle("grant");
    choices.setLever("policy.caseloadCap", "40");
    expect(selected(choices)?.changes).toEqual({ "team.linkWorkers": 8, "policy.caseloadCap": 40 });
    expect(selected(choices)?.timeline).toBe(grant.timeline);
  });
  it("can set a changed lever back to the baseline's value", () => {
    const choices = setUp();
    choices.toggle("cap");
    choices.setLever("policy.caseloadCap", "none");
    expect(selected(choices)?.changes).toEqual({ "policy.caseloadCap": "none" });
  });
  it("keep what was typed, report every field that holds no value, and have nothing to run then", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "nine");
    choices.setLever("recruitment.days", "soon");
    expect(choices.draft.value["team.linkWorkers"]).toBe("nine");
    expect([...(choices.selectedRead.value?.problems.keys() ?? [])]).toEqual([
      "team.linkWorkers",
      "recruitment.days",
    ]);
    expect(choices.scenarios.value).toBeNull();
  });
  it("say in the name how many more were changed, and keep it short enough for a file", () => {
    const choices = setUp();
    for (const [id, text] of Object.entries({
      "team.linkWorkers": "9",
      "policy.caseloadCap": "30",
      "recruitment.days": "20",
      "services.capacityMultiplier": "1.5",
      "support.supervisionHoursPerMonth": "3",
    }))
      choices.setLever(id, text);
    expect(names(choices)[0]).toContain("and 2 more changes, with holding recognised");
    expect(names(choices)[0].length).toBeLessThanOrEqual(120);
  });
  it("carry a reason with the change", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "9");
    choices.setReason("team.linkWorkers", "Two posts are funded.");
    expect(selected(choices)?.reasons["team.linkWorkers"]).toBe("Two posts are funded.");
  });
  it("reset to the scenario that was started from, not to the baseline", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "9");
    choices.reset();
    expect(choices.chosen.value).toEqual(["holding-recognised"]);
    expect(choices.draft.value).toMatchObject({ "team.linkWorkers": "7", "holding.policy": "recognised" });
    choices.undo();
    expect(choices.draft.value["team.linkWorkers"]).toBe("9");
  });
});

describe("undo and redo", () => {
  it("take a slider's whole way in one step, then the next", () => {
    const choices = setUp();
    for (const text of ["8", "9", "10"]) choices.setLever("team.linkWorkers", text);
    choices.setLever("support.training", true);
    choices.undo();
    expect(choices.draft.value).toMatchObject({ "team.linkWorkers": "10", "support.training": false });
    choices.undo();
    expect(choices.chosen.value).toEqual(["holding-recognised"]);
    expect(choices.canUndo.value).toBe(false);
    choices.redo();
    choices.redo();
    expect(choices.draft.value).toMatchObject({ "team.linkWorkers": "10", "support.training": true });
    expect(choices.canRedo.value).toBe(false);
  });
  it("forget what was undone once something else is done", () => {
    const choices = setUp();
    choices.toggle("cap");
    choices.undo();
    choices.setLever("team.linkWorkers", "9");
    expect(choices.canRedo.value).toBe(false);
  });
  it("do not join edits on both sides of an undo", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "8");
    choices.setLever("support.training", true);
    choices.undo();
    choices.setLever("team.linkWorkers", "9");
    choices.undo();
    expect(choices.draft.value["team.linkWorkers"]).toBe("8");
  });
  it("cover the settings of the run: each one step, and a code that is typed letter by letter one", () => {
    const choices = setUp();
    choices.set({ years: 3 });
    choices.set({ futures: 300 });
    for (const seed of ["o", "ou", "our"]) choices.set({ seed });
    const settings = () => [choices.years.value, choices.futures.value, choices.seed.value];
    choices.undo();
    expect(settings()).toEqual([3, 300, "holdfast"]);
    choices.undo();
    expect(settings()).toEqual([3, 0, "holdfast"]);
    choices.undo();
    expect(settings()).toEqual([null, 0, "holdfast"]);
    expect(choices.canUndo.value).toBe(false);
    for (let i = 0; i < 3; i++) choices.redo();
    expect(settings()).toEqual([3, 300, "our"]);
  });
  it("take back another comparison and its settings together, in one step", () => {
    const choices = setUp();
    choices.replace(theirs, { said: {}, opened: [] });
    expect(choices.chosen.value).toEqual([]);
    choices.undo();
    expect(choices.chosen.value).toEqual(["holding-recognised"]);
    expect([choices.years.value, choices.futures.value, choices.seed.value]).toEqual([null, 0, "holdfast"]);
    expect(choices.canUndo.value).toBe(false);
  });
  it("take back the forms of experiments too where a link replaced them, and only there", () => {
    const experiments = createExperimentState({ sweep: { futures: "40" } });
    const choices = createChoices(library, undefined, experiments);
    const forms = () => [experiments.said.value, experiments.opened.value];
    const link = { said: { drill: { shock: "other" } }, opened: ["drill" as const] };
    choices.replace(theirs, link);
    expect(forms()).toEqual([link.said, ["drill"]]);
    choices.set({ years: 3 });
    const edited = { drill: { shock: "another" } };
    experiments.said.value = edited;
    choices.undo();
    expect([choices.years.value, ...forms()]).toEqual([2, edited, ["drill"]]);
    choices.undo();
    expect([choices.years.value, ...forms()]).toEqual([null, { sweep: { futures: "40" } }, ["sweep"]]);
    choices.redo();
    expect([choices.years.value, ...forms()]).toEqual([2, edited, ["drill"]]);
    choices.redo();
    expect([choices.years.value, ...forms()]).toEqual([3, edited, ["drill"]]);
  });
  it("bring back a removed scenario with its changes, selected", () => {
    const choices = setUp();
    choices.setLever("team.linkWorkers", "9");
    choices.remove("holding-recognised-changed");
    choices.undo();
    expect(choices.focus.value).toBe("holding-recognised-changed");
    expect(selected(choices)?.changes["team.linkWorkers"]).toBe(9);
  });
});

describe("changes during the run", () => {
  it("are shown as rows and written back as they were", () => {
    const choices = setUp();
    choices.toggle("grant");
    choices.setRow(0, { when: "12", unit: "months" });
    expect(selected(choices)?.timeline).toEqual(grant.timeline);
    expect(names(choices)[1]).toBe("Grant");
    choices.setRow(0, { when: "6" });
    expect(selected(choices)?.timeline).toEqual([
      { atWeek: 26, label: "Ends", changes: { "team.linkWorkers": 7 } },
    ]);
    expect(names(choices)[1]).toBe("Changes in week 26, with grant");
  });
  it("name a scenario only where they change something, and say so in the list of what it changes", () => {
    const choices = setUp();
    choices.addRow();
    expect(names(choices)[0]).toBe("Holding recognised");
    expect(changesInWords(selected(choices)!).at(-1)).toMatch(
      /^from week 52: Community service capacity 1 .*, as before: it changes nothing$/,
    );
    choices.setRow(0, { content: "0.5" });
    expect(names(choices)[0]).toBe("Changes in week 52, with holding recognised");
    expect(changesInWords(selected(choices)!).at(-1)).not.toContain("as before");
    choices.addRow();
    choices.setRow(1, { when: "60", content: "0.5" });
    expect(names(choices)[0]).toBe("Changes in week 52, with holding recognised");
    choices.setRow(1, { content: "1" });
    expect(names(choices)[0]).toBe("Changes in weeks 52 and 60, with holding recognised");
  });
  it("are added, joined by week and label, sorted, and removed", () => {
    const choices = setUp();
    choices.toggle("grant");
    choices.addRow();
    choices.setRow(1, { label: " Ends ", content: "0.8" });
    expect(selected(choices)?.timeline).toEqual([
      { atWeek: 52, label: "Ends", changes: { "team.linkWorkers": 7, "services.capacityMultiplier": 0.8 } },
    ]);
    choices.setRow(1, { when: "4" });
    expect(selected(choices)?.timeline.map(({ atWeek }) => atWeek)).toEqual([4, 52]);
    choices.removeRow(0);
    choices.removeRow(0);
    expect(selected(choices)?.timeline).toEqual([]);
    expect(names(choices)[1]).toBe("No changes during the run, with grant");
  });
  it("say what is wrong with a row, and run nothing", () => {
    const choices = setUp();
    choices.toggle("grant");
    choices.addRow();
    const problem = () => choices.selectedRead.value?.rowProblems.get(1);
    choices.setRow(1, { when: "soon" });
    expect(problem()).toBe("When is “soon”; it must be a whole number of weeks from 0 to 520,000.");
    choices.setRow(1, { when: "2.5" });
    expect(problem()).toContain("whole number of weeks");
    choices.setRow(1, { when: "9", content: "-1" });
    expect(problem()).toContain("must be a number from 0");
    choices.setRow(1, { when: "52", parameter: "team.linkWorkers", content: "3" });
    expect(problem()).toBe("Link workers is changed twice in week 52; only one of the two changes can hold.");
    expect(choices.scenarios.value).toBeNull();
  });
});
