/** Files and the browser's storage: what is written is read again, and what is wrong is said, not lost. */
import { describe, expect, it } from "vitest";
import { readScenario, type Scenario } from "../../sim/scenario";
import { readLibrary } from "../../src/library";
import { createChoices } from "../../ui/choices";
import { fileTextOf, openFiles, readFileText } from "../../ui/comparison/files";
import { createKept } from "../../ui/comparison/kept";
import { scenario } from "./fakes";

const library = readLibrary();
const own: Scenario = {
  id: "ours",
  name: "Ours",
  question: "What if?",
  changes: { "team.linkWorkers": 9, "policy.caseloadCap": "none" },
  reasons: { "team.linkWorkers": "Funded." },
  timeline: [{ atWeek: 52, label: "Ends", changes: { "team.linkWorkers": 7 } }],
};
const file = (name: string, text: string) => new File([text], name);

describe("a scenario file", () => {
  it.each([own, ...library].map((one) => [one.id, one] as const))("of %s is read as it was", (_, one) => {
    expect(readScenario(JSON.parse(fileTextOf(one)), () => undefined)).toEqual({ scenario: one });
  });
  it("may extend one of ours", () => {
    const text = '{"holdfast":1,"id":"a","name":"A","extends":"training","changes":{"team.linkWorkers":8}}';
    expect(readFileText(text, library)).toMatchObject({
      scenario: { changes: { "support.training": true, "team.linkWorkers": 8 } },
    });
  });
  it("that is wrong is refused with every problem in a sentence", () => {
    const text =
      '{"holdfast":1,"id":"a","name":"A","changes":{"team.linkWorkers":0,"team.mood":1},"extra":1}';
    const answer = readFileText(text, library);
    expect("problems" in answer && answer.problems).toHaveLength(3);
    for (const wrong of ["", "{", "[1,2", "hello"])
      expect(readFileText(wrong, library), wrong).toMatchObject({
        problems: [expect.stringMatching(/^This is not JSON, the format of scenario files\./)],
      });
    expect(readFileText("[]", library)).toMatchObject({
      problems: [expect.stringContaining("curly brackets")],
    });
  });
});

describe("opening files", () => {
  it("adds each that is right, under a name of its own, and says what is wrong with the others", async () => {
    const choices = createChoices(library);
    const files = [
      file("one.json", fileTextOf(own)),
      file("two.json", fileTextOf(own)),
      file("notes.txt", "no"),
    ];
    const opened = await openFiles(files, choices);
    expect(opened.map(({ added }) => added)).toEqual(["Ours", "Ours (2)", ""]);
    expect(opened[2].problems).toHaveLength(1);
    expect(choices.scenarios.value?.[1].changes).toEqual(own.changes);
  });
  it("says when there is no room, and adds nothing", async () => {
    const choices = createChoices(library);
    const opened = await openFiles(
      Array.from({ length: 4 }, (_, i) => file(`${i}.json`, fileTextOf({ ...own, id: `a${i}` }))),
      choices,
    );
    expect(opened[3].problems[0]).toMatch(/^There is no room for “Ours”/);
    expect(choices.chosen.value).toHaveLength(4);
  });
  it("refuses what is far too large to be a scenario, unread", async () => {
    const [{ problems }] = await openFiles([file("big.json", " ".repeat(1_000_001))], createChoices(library));
    expect(problems[0]).toMatch(/^It is 1,000 kB large/);
  });
});

/** A storage in memory, which holds `text` under our key. */
function storage(text: string | null = null) {
  const held = new Map<string, string>(text === null ? [] : [["holdfast.scenarios", text]]);
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

describe("scenarios kept in the browser", () => {
  it("are there again on the next visit, until they are forgotten", () => {
    const store = storage();
    createKept(store).keep(own);
    const later = createKept(store);
    expect(later.scenarios.value).toEqual([own]);
    later.forget("ours");
    expect(createKept(store).scenarios.value).toEqual([]);
  });
  it("replace one of the same name, and stand beside one of another", () => {
    const kept = createKept(storage());
    kept.keep(own);
    kept.keep({ ...own, changes: {} });
    kept.keep({ ...own, name: "Others" });
    expect(
      kept.scenarios.value.map(({ id, name, changes }) => [id, name, Object.keys(changes).length]),
    ).toEqual([
      ["ours", "Ours", 0],
      ["ours-2", "Others", 2],
    ]);
  });
  it("do not lose what another tab kept meanwhile", () => {
    const store = storage();
    const [one, two] = [createKept(store), createKept(store)];
    one.keep(own);
    two.keep(scenario("other"));
    expect(two.scenarios.value.map(({ id }) => id)).toEqual(["ours", "other"]);
  });
  it("are read as far as they can be; the rest stays where it is, and is spoken of", () => {
    const store = storage(
      JSON.stringify({ version: 1, scenarios: [7, { holdfast: 9 }, JSON.parse(fileTextOf(own))] }),
    );
    const kept = createKept(store);
    expect(kept.scenarios.value).toEqual([own]);
    expect(kept.problems.value[0]).toMatch(/^2 scenarios kept in this browser cannot be read/);
    kept.keep(scenario("other"));
    expect(JSON.parse(store.held.get("holdfast.scenarios") ?? "").scenarios).toHaveLength(4);
  });
  it.each(["{", "null", "[]", '{"version":2,"scenarios":[]}', '{"version":1}'])(
    "tolerate damage, and put it aside before they write: %s",
    (text) => {
      const store = storage(text);
      const kept = createKept(store);
      expect(kept.scenarios.value).toEqual([]);
      expect(kept.problems.value[0]).toMatch(/cannot be read/);
      kept.keep(own);
      expect(kept.scenarios.value).toEqual([own]);
      expect(store.held.get("holdfast.scenarios.damaged")).toBe(text);
    },
  );
  it("are impossible without a storage, and say so when it is full", () => {
    expect(createKept(null).isPossible).toBe(false);
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    const kept = createKept(full);
    kept.keep(own);
    expect(kept.problems.value[0]).toMatch(/no room to keep the scenario; save it as a file/);
  });
});
