/** Invariant of the documents: the protocols' elements are all there, links lead somewhere, sections and files agree. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
].filter((path) => path.endsWith(".md"));

const headings = (text: string): string[] =>
  [...text.matchAll(/^#{2,6} (.+)$/gm)].map(([, heading]) => heading);

/** The anchor that a heading has on the pages of a repository: small letters, no punctuation, hyphens for spaces. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** The text of a document by the heading it stands under. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/^#{2,6} (.+)$/m);
  return new Map(headings(text).map((heading, i) => [heading, parts[2 * i + 2]]));
}

/** What is wrong with the links of a document. */
function brokenLinks(path: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  return targets.filter((target) => {
    if (/^https?:\/\//.test(target)) return false;
    const [file, id] = target.split("#");
    const at = file === "" ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(root, at))) return true;
    return id !== undefined && !headings(read(at)).map(anchor).includes(id);
  });
}

describe("links", () => {
  it.each(DOCUMENTS)("of %s lead to what is there", (path) => {
    expect(brokenLinks(path, read(path))).toEqual([]);
  });

  it("would be found broken", () => {
    const text = "[a](model.md#no-such-section) [b](nowhere.md) [c](model.md#8-limits)";
    expect(brokenLinks("docs/x.md", text)).toEqual(["model.md#no-such-section", "nowhere.md"]);
  });
});

/** Items of STRESS-ABS (Monks and others 2019), with their numbers. */
const STRESS_ABS = [
  "1.1 Purpose of the model",
  "1.2 Model outputs",
  "1.3 Experimentation aims",
  "2.1 Base model overview diagram",
  "2.2 Base model logic",
  "2.3 Scenario logic",
  "2.4 Algorithms",
  "2.5.1 Environment",
  "2.5.2 Agents",
  "2.5.3 Interaction topology",
  "2.5.4 Entry / exit",
  "3.1 Data sources",
  "3.2 Pre-processing",
  "3.3 Input parameters",
  "3.4 Assumptions",
  "4.1 Initialisation",
  "4.2 Run length",
  "4.3 Estimation approach",
  "5.1 Software or programming language",
  "5.2 Random sampling",
  "5.3 Model execution",
  "5.4 System specification",
  "6.1 Computer model sharing statement",
];

describe("docs/stress-abs.md", () => {
  const answers = sections(read("docs/stress-abs.md"));

  it("has every item, in order", () => {
    expect([...answers.keys()].filter((heading) => STRESS_ABS.includes(heading))).toEqual(STRESS_ABS);
  });

  it.each(STRESS_ABS)("answers %s, and says where more is to be found", (item) => {
    const answer = answers.get(item) ?? "";
    expect(answer.trim().length).toBeGreaterThan(60);
    // Where nothing was done there is nothing to link to.
    if (!answer.trim().startsWith("None")) expect(answer).toMatch(/\]\([^)]+\)/);
  });
});

describe("docs/model.md", () => {
  const model = read("docs/model.md");
  const bySection = sections(model);

  it("has the seven elements of ODD 2020 in order", () => {
    const elements = headings(model).filter((heading) => /^[1-7]\. /.test(heading));
    expect(elements).toEqual([
      "1. Purpose and patterns",
      "2. Entities, state variables and scales",
      "3. Process overview and scheduling",
      "4. Design concepts",
      "5. Initialisation",
      "6. Input data",
      "7. Submodels",
    ]);
  });

  test.each([
    ...["Basic principles", "Emergence", "Adaptation", "objectives", "Learning", "Prediction"],
    ...["Sensing", "Interaction", "Stochasticity", "Collectives", "Observation"],
  ])("says of the design concept %s", (concept) => {
    expect(bySection.get("4. Design concepts")).toMatch(new RegExp(`\\*[^*]*\\b${concept}\\b[^*]*\\.\\*`));
  });

  it("names files in every submodel", () => {
    const submodels = [...bySection].filter(([heading]) => /^7\.\d+ /.test(heading));
    expect(submodels.length).toBeGreaterThan(10);
    for (const [heading, text] of submodels) expect(text.trim(), heading).toMatch(/^`sim\/[\w/]+\.ts`/);
  });

  it("names every mechanism's file in a section that the file names", () => {
    for (const name of readdirSync(join(root, "sim/mechanisms"))) {
      const [, numbers] =
        /docs\/model\.md, sections? ([\d., and]+)/.exec(read(`sim/mechanisms/${name}`)) ?? [];
      const named: readonly string[] = numbers?.match(/\d+(\.\d+)?/g) ?? [];
      const texts = [...bySection].filter(([heading]) =>
        named.includes(/^[\d.]*\d/.exec(heading)?.[0] ?? ""),
      );
      expect(
        texts.some(([, text]) => text.includes(name)),
        `${name} names section ${numbers}`,
      ).toBe(true);
    }
  });

  it("names the mean-field companion, which stands beside the model", () => {
    expect(bySection.get("Appendix: the mean-field companion")).toContain("`sim/meanField.ts`");
  });
});
