/** Every text that the page shows stands in ui/text/english.ts (documents: englishDocuments.ts), and nowhere else. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import { englishIn } from "./englishIn";

const root = new URL("../..", import.meta.url).pathname;
const TEXTS = ["ui/text/english.ts", "ui/text/englishDocuments.ts"];
/** What looks like a text and is none, by file: how it begins, and what it is. */
const NO_TEXTS: Readonly<Record<string, readonly string[]>> = {
  "ui/figures/figure.ts": ["from week …: …"], // of ids and values, in the column of a CSV file
  "ui/packs/citation.ts": ["cff-version:"], // the form of a citation file
  "ui/packs/structureDoubt.ts": ["Referrals per WTE", "Clear pairs"], // heads of a table that is read
  "ui/packs/subject.ts": ["npm run"], // a command
  "ui/pictures.ts": ["Arial,"], // typefaces
};

/** A measure's unit as its table has it, by which its words are found. */
const isUnit = (text: string): boolean => MEASURES.some(({ unit }) => unit === text);

const paths = readdirSync(join(root, "ui"), { recursive: true, encoding: "utf8" })
  .map((path) => join("ui", path))
  .filter((path) => /\.tsx?$/.test(path) && !TEXTS.includes(path));

describe("English", () => {
  test.each(paths)("is not in %s", (path) => {
    const found = englishIn(path, readFileSync(join(root, path), "utf8"));
    const isText = (line: string) => {
      const said = line.replace(/^\S+ /, "");
      return !isUnit(said) && !NO_TEXTS[path]?.some((none) => said.startsWith(none));
    };
    expect(found.filter(isText)).toEqual([]);
  });

  test.each([
    ["a sentence", `const a = "Two words";`, "Two words"],
    ["a sentence with a gap", `const a = \`\${n} futures done\`;`, "… futures done"],
    ["a word in an element", `const a = <p>Cancel</p>;`, "Cancel"],
    ["a word in an element, on a condition", `const a = <p>{b ? "Yes" : c}</p>;`, "Yes"],
    ["a word that is read out", `const a = <p aria-label="Table" />;`, "Table"],
    ["what a component shows", `const a = <Panel action="Run it" />;`, "Run it"],
    ["an attribute of a chart", `svg.attr("aria-label", "One dot");`, "One dot"],
    ["a title of a chart", `const a = { title: "Leavers by year" };`, "Leavers by year"],
  ])("is found as %s", (_, code, text) => {
    expect(englishIn("a.tsx", code)).toEqual([`a.tsx:1 ${text}`]);
  });

  test.each([
    ["an error", `throw new Error("No such thing.");`],
    ["a class", `const a = <p class="button secondary" />;`],
    ["a class of a chart", `svg.attr("class", "line thin");`],
    ["a type", `type A = "not precise";`],
    ["a comparison", `const a = b === "not precise";`],
    ["a key", `const a = results.once(\`let down \${s}\`, work);`],
    ["ids", `const a = \`effect-\${id} problem-\${id}\`;`],
  ])("is not found in %s", (_, code) => {
    expect(englishIn("a.tsx", code)).toEqual([]);
  });
});
