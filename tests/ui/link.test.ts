import { readdirSync, readFileSync } from "node:fs";
import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import { readLibrary } from "../../src/library";
import { type Choices, createChoices } from "../../ui/choices";
import { readItems } from "../../ui/comparison/item";
import type { Setups } from "../../ui/experimentState";
import { HEADLINE_IDS } from "../../ui/figures/headlines";
import { fragmentOf, isLink, type Start, startOf, usualStart } from "../../ui/link";
import type { ShortResult } from "../../ui/links/format1";
import { MEANS, meansOf } from "../../ui/links/means";
import { compare } from "../../ui/links/opened";
import { dataOfText, textOfData } from "../../ui/links/text";
import { FIRST_SETTINGS, type SettingValues } from "../../ui/settings";
import { results, scenario } from "./fakes";

const library = readLibrary();
const [base] = library;

const linkOf = (
  { items, focus, read }: Choices,
  settings: Partial<SettingValues> = {},
  experiments: Setups = {},
): string =>
  fragmentOf(
    {
      ...FIRST_SETTINGS,
      ...settings,
      comparison: { items: items.value, focus: focus.value },
      result: resultFor(items.value.length + 1),
      experiments,
    },
    read.value,
    library,
  ) ?? "";

/** A result of so many scenarios, of which no number is like another. */
const resultFor = (count: number): ShortResult => ({
  model: MODEL_VERSION,
  fingerprints: Array.from({ length: count }, (_, s) => `${s}1234c${s}d8${s}`),
  means: Array.from({ length: count }, (_, s) => [
    7.123 + s,
    0.2347 + s / 90,
    21.87 - s,
    0.4129,
    361_200 + 1700 * s,
  ]),
});

const open = (hash: string): Start => startOf("", hash, library);
const scenariosOf = ({ comparison }: Start): (Scenario | null)[] =>
  readItems(comparison.items, base).map(({ scenario }) => scenario);
/** The link that holds `data`, whatever it is. */
const linkTo = (data: unknown): string => `#v1=${textOfData(data)}`;

/** A comparison with something of everything. */
function full(): Choices {
  const choices = createChoices(library);
  choices.setLever("team.linkWorkers", "9");
  choices.setReason("team.linkWorkers", "Two posts are funded; ünïcode “quotes”.");
  choices.toggle("grant-ends-after-one-year");
  choices.toggle("caseload-cap-40");
  choices.rename("caseload-cap-40", "Our cap");
  choices.setLever("policy.caseloadCap", "none");
  choices.addBlank();
  choices.setLever("holding.policy", "time-limited");
  choices.addRow();
  choices.setRow(0, { when: "6", unit: "months", content: "0.8", label: "A charity closes" });
  return choices;
}

describe("a link", () => {
  it("opens as what it was copied from: scenarios, names, reasons, timelines, selection", () => {
    const choices = full();
    choices.focus.value = "caseload-cap-40-changed";
    const start = open(linkOf(choices));
    expect(start.problems).toEqual([]);
    expect(scenariosOf(start)).toEqual(choices.scenarios.value);
    expect(start.comparison.focus).toBe("caseload-cap-40-changed");
    expect(start.result).toEqual(resultFor(5));
  });
  it("keeps what a scenario started from, so that Reset and names work as before", () => {
    const [first] = open(linkOf(full())).comparison.items;
    expect(first.source).toBe(library.find(({ id }) => id === "supported-and-recognised"));
    expect(first.edits).toEqual({ "team.linkWorkers": "9" });
    expect(first.name).toBeNull();
  });
  it("of a link is the same link", () => {
    const link = linkOf(full(), {}, { why: { futures: "9" }, local: {} });
    const { comparison, futures, seed, years, result, experiments } = open(link);
    const read = readItems(comparison.items, base);
    const content = { comparison, futures, seed, years, result, experiments };
    expect(fragmentOf(content, read, library)).toBe(link);
  });
  it("opens each of our own scenarios as itself, however long its name", () => {
    for (const { id } of library.slice(1)) {
      const choices = createChoices(library);
      choices.toggle("supported-and-recognised");
      choices.toggle(id);
      const start = open(linkOf(choices));
      expect(start.problems, id).toEqual([]);
      expect(scenariosOf(start), id).toEqual(choices.scenarios.value);
    }
  });
  it("carries a scenario of the longest id, changed", () => {
    const choices = createChoices(library);
    const long = { id: "a".repeat(80), name: "Long", question: "", changes: {}, reasons: {}, timeline: [] };
    choices.add(long);
    choices.setLever("team.linkWorkers", "9");
    expect(open(linkOf(choices)).problems).toEqual([]);
    expect(scenariosOf(open(linkOf(choices)))).toEqual(choices.scenarios.value);
  });
  it("carries a scenario that came from a file", () => {
    const choices = createChoices(library);
    const file: Scenario = {
      id: "ours",
      name: "Ours",
      question: "What if?",
      changes: { "services.places.1": 12, "policy.caseloadCap": "none" },
      reasons: { "services.places.1": "Counted." },
      timeline: [{ atWeek: 3, changes: {}, label: "A note" }],
    };
    choices.add(file);
    expect(scenariosOf(open(linkOf(choices)))[1]).toEqual(file);
  });
  it("carries futures, years and seed, and says them before the address does", () => {
    const link = linkOf(createChoices(library), { futures: 300, years: 3, seed: "ours 2" });
    expect(startOf("?futures=30", link, library)).toMatchObject({ futures: 300, years: 3, seed: "ours 2" });
    expect(startOf("?futures=30", linkOf(createChoices(library), { futures: 100 }), library).futures).toBe(
      100,
    );
    expect(startOf("?futures=30", "", library).futures).toBe(30);
  });
  it("carries the experiments that are set up, and only what their forms say otherwise than usual", () => {
    const setups = { sweep: { futures: "12", second: null }, drill: {} };
    const link = linkOf(createChoices(library), {}, setups);
    expect(open(link).experiments).toEqual(setups);
    expect(open(linkOf(createChoices(library))).experiments).toEqual({});
    expect(link.length).toBeLessThan(linkOf(createChoices(library)).length + 80);
  });
  it("is short: five scenarios, each with changes, a timeline and a reason, in fewer than 2,000 characters", () => {
    expect(linkOf(createChoices(library)).length).toBeLessThan(300);
    const choices = full();
    for (const id of choices.chosen.value) {
      choices.focus.value = id;
      choices.setLever("recruitment.days", "45");
      choices.setLever("support.supervisionHoursPerMonth", "2.5");
      choices.setReason("recruitment.days", "As agreed with the alliance in the spring; see the minutes.");
    }
    expect(choices.chosen.value).toHaveLength(4);
    expect(linkOf(choices).length).toBeLessThan(1800);
  });
  it.each([".", ")", ">", "%3D", "%3E.", "=", " ", "”,", "\u200b"])(
    "opens with %s behind it, as mail adds",
    (end) => {
      const link = linkOf(full());
      expect(open(link + end)).toEqual(open(link));
    },
  );
  it("is there only while every scenario can be read", () => {
    const choices = createChoices(library);
    choices.setLever("team.linkWorkers", "many");
    expect(linkOf(choices)).toBe("");
  });
  it("is a fragment with a version; other fragments are none", () => {
    expect(["#v1=abc", "#v12=", "#main", "", "#v=1"].map(isLink)).toEqual([true, true, false, false, false]);
    expect(open("#main")).toEqual(usualStart("", library));
  });
});

describe("links of every published format", () => {
  const folder = new URL("../links/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  it("are kept", () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });
  it.each(files)("keep opening: %s", (name) => {
    const [address, ...expected] = readFileSync(new URL(name, folder), "utf8").trim().split("\n");
    const [search, hash = ""] = address.split("#");
    const start = startOf(search, hash && `#${hash}`, library);
    expect(start.problems).toEqual([]);
    const { futures, years, seed, experiments } = start;
    const scenarios = scenariosOf(start).map(
      (one) => one && { changes: one.changes, timeline: one.timeline },
    );
    const wanted = { experiments: {}, ...JSON.parse(expected.join("\n")) };
    expect({ futures, years, seed, scenarios, experiments }).toEqual(wanted);
    const isWithout = ["v0-futures.txt", "v1-experiments-set-up.txt", "v1-first-page.txt"].includes(name);
    expect(start.result === null).toBe(isWithout);
  });
});

describe("a wrong or hostile link", () => {
  /** The page opens as usual, and says why. */
  function expectUsual(hash: string, why: RegExp): void {
    const start = open(hash);
    expect(start.problems.join(" ")).toMatch(why);
    expect(start.comparison).toEqual(usualStart("", library).comparison);
    expect(start.isRead).toBe(false);
  }
  it("opens the page as usual and says why in a sentence", () => {
    const cut = linkOf(full()).slice(0, -30);
    for (const hash of ["#v1=", "#v1=%%%", "#v1=AAAA", "#v1=<img src=x onerror=alert(1)>", cut])
      expectUsual(hash, /^This link is damaged; perhaps a part of it was cut off/);
    expectUsual("#v2=abc", /format 2, which this version of Holdfast does not read; it reads format 1/);
    expectUsual(`#v1=${"A".repeat(40_000)}`, /40,000 characters long; Holdfast reads at most 32,000/);
    for (const data of [null, 7, "s", [], {}, { s: 1 }]) expectUsual(linkTo(data), /holds no comparison/);
  });
  it("cannot fill the memory", () => {
    const bomb = deflateSync(new TextEncoder().encode(`"${"A".repeat(5_000_000)}"`), { level: 9 });
    const text = btoa(String.fromCharCode(...bomb))
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    expect(text.length).toBeLessThan(32_000);
    expect(dataOfText(text)).toHaveProperty("problem");
  });
  it("says every problem of a scenario, leaves it out, and opens the others", () => {
    const { problems, comparison } = open(
      linkTo({
        s: [
          { i: "a", n: "A", c: { "team.linkWorkers": 0, "support.training": "yes" } },
          { i: "b", n: "B", c: { "team.linkWorkers": 8 } },
          7,
        ],
      }),
    );
    expect(comparison.items.map(({ id }) => id)).toEqual(["b"]);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^“A” of this link is left out: team.linkWorkers is 0/);
    expect(problems[2]).toMatch(/no scenario/);
  });
  it("says which parameters are not known now, and opens the rest of the scenario", () => {
    const start = open(
      linkTo({
        s: [
          { i: "a", n: "A", c: { "team.linkWorkers": 8, "team.mood": 3 }, t: [[4, { "gone.one": 1 }, "x"]] },
        ],
      }),
    );
    expect(start.problems).toEqual([
      "“A”: team.mood and gone.one are not known to this version of Holdfast, and are left out.",
    ]);
    expect(scenariosOf(start)[0]?.changes).toEqual({ "team.linkWorkers": 8 });
  });
  it("with a ready-made scenario that has changed since opens what it was, and says so", () => {
    const start = open(linkTo({ s: [{ i: "caseload-cap-40", c: { "policy.caseloadCap": 35 } }] }));
    expect(start.problems[0]).toMatch(/has been changed since this link was made/);
    expect(scenariosOf(start)[0]).toMatchObject({
      name: "Caseload cap of 40 (as it was)",
      changes: { "policy.caseloadCap": 35 },
    });
  });
  it("says which experiments cannot be set up, and sets up the others", () => {
    const of = (e: unknown) => open(linkTo({ s: [], e }));
    expect(of({ sweep: {}, magic: {}, why: 7 })).toMatchObject({ experiments: { sweep: {} } });
    expect(of({ sweep: {}, magic: {}, why: 7 }).problems).toEqual([
      "The experiment “magic” of this link is not known to this version of Holdfast; it is left out.",
      "The experiment “why” of this link is not known to this version of Holdfast; it is left out.",
    ]);
    expect(of([])).toMatchObject({
      experiments: {},
      problems: ["What this link says of experiments cannot be read; none is set up."],
    });
  });
  it("cannot name settings that the page does not offer", () => {
    const start = open(linkTo({ s: [], n: 1e9, y: -1, k: "x".repeat(99) }));
    expect(start).toMatchObject({ futures: 0, seed: "holdfast", years: null });
    expect(start.problems).toHaveLength(3);
  });
  it("holds no more scenarios than the page can show, and none twice under one id", () => {
    const start = open(linkTo({ s: Array.from({ length: 9 }, () => ({ i: "a", n: "A", c: {} })) }));
    expect(start.comparison.items.map(({ id }) => id)).toEqual(["a", "a-2", "a-3", "a-4"]);
    expect(start.problems).toEqual(["This link holds 9 scenarios; the first 4 of them are shown."]);
  });
  it("changes nothing but the comparison", () => {
    open(
      linkTo(JSON.parse('{"__proto__":{"x":1},"s":[{"i":"a","n":"A","c":{"__proto__":{"polluted":1}}}]}')),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
  it("turns nothing round with marks of direction: in names, in sentences, or in the result code", () => {
    const start = open(
      linkTo({
        s: [
          { i: "a", b: "baseline", n: "A\u202e 0.2", c: { "team.linkWorkers": 8, "gone\u202e": 1 } },
          { i: "b", n: "\u200b", c: {} },
        ],
        k: "one\u202etwo",
      }),
    );
    expect(scenariosOf(start)[0]?.name).toBe("A 0.2");
    expect(start.seed).toBe("holdfast");
    expect(start.problems).toHaveLength(3);
    expect(start.problems.join("")).not.toMatch(/[\u200b\u202e]/);
  });
  it("keeps marks of HTML in a name as they are: a name is text", () => {
    const name = "<img src=x onerror=alert(1)>";
    expect(scenariosOf(open(linkTo({ s: [{ i: "a", n: name, c: {} }] })))[0]?.name).toBe(name);
  });
});

describe("a link's result beside the same inputs' result now", () => {
  const now = Object.assign(
    results([
      [scenario("baseline"), {}],
      [scenario("cap", { name: "Cap" }), {}],
    ]),
    {
      fingerprints: ["sha256:0123456789aa", "sha256:abcdef0123bb"],
    },
  );
  const link = (model: string, ...fingerprints: string[]) =>
    compare({ model, fingerprints, means: null }, now, false);
  it("is identical, not there yet, or different and why", () => {
    expect(link("0.9.0", "0123456789", "abcdef0123").kind).toBe("identical");
    expect(compare({ ...resultFor(1), model: "1" }, null, false).kind).toBe("checking");
    const older = link("0.9.0", "0123456789", "0000000000");
    expect(older).toMatchObject({ kind: "different", sentence: expect.stringContaining("“Cap” differ") });
    expect(older.sentence).toContain(`made with model 0.9.0; this is model ${MODEL_VERSION}`);
    expect(link(MODEL_VERSION, "0123456789", "0000000000").sentence).toContain("is the same");
  });
  it("is compared in numbers, where the link carries its headline averages", () => {
    const [then] = meansOf(now);
    const changed = [6.2, then[1], 21.87, null, then[4]];
    const said = compare(
      { model: MODEL_VERSION, fingerprints: ["0123456789", "0000000000"], means: [then, changed] },
      now,
      false,
    );
    expect(said.sentence).toContain(
      "In “Cap”: leavers 6.2 then, 1.0 now (people); wait to first appointment 21.9 then, 1.0 now (working days); connected – then, 100.0% now. ",
    );
    expect(said.sentence).not.toContain("In “baseline”");
    const same = compare(
      { model: MODEL_VERSION, fingerprints: ["0123456789", "0000000000"], means: [then, then] },
      now,
      false,
    );
    expect(same.sentence).toContain("In “Cap”, the headline averages are the same to four digits.");
  });
  it("carries the page's headlines, in the order of the format", () => {
    expect(MEANS).toEqual(HEADLINE_IDS);
  });
  it("is none when it is empty or holds no fingerprints; wrong averages are left out", () => {
    const { model: m, fingerprints: p, means: h } = resultFor(2);
    const of = (result: object) => open(linkTo({ s: [{ i: "a", n: "A", c: {} }], ...result })).result;
    expect(of({ m, p, h })).toEqual(resultFor(2));
    for (const wrong of [[], ["", ""], ["<b>", "x"], [{}, []], "p", null])
      expect(of({ m, p: wrong }), JSON.stringify(wrong)).toBeNull();
    for (const wrong of [[], [[1]], [[1], ["6.2"]], [[1], 2], "h", 7])
      expect(of({ m, p, h: wrong }), JSON.stringify(wrong)).toEqual({ ...resultFor(2), means: null });
  });
  it("is different when a scenario of the link is left out", () => {
    const three = resultFor(3);
    expect(compare(three, now, true)).toMatchObject({ kind: "different" });
    expect(compare(three, now, true).sentence).toContain("could not be taken from the link");
  });
});
