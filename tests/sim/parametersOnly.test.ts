/**
 * Proves that the engine has no numbers of its own: whatever a number in its code is, it is structure (nothing, one,
 * two), a conversion of units, or room in a table, and the list below says which.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { DEFAULTS } from "../../sim/parameters";

const root = new URL("../..", import.meta.url).pathname;
const FOLDERS = ["sim/mechanisms", "sim/record"];
const FILES = [
  ...["sim/calendar.ts", "sim/derived.ts", "sim/dispatch.ts", "sim/draws.ts", "sim/events.ts"],
  "sim/replicate.ts",
];
const STATE = ["sim/state.ts", "sim/sim.ts"];

const paths = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(folder, path)),
  ),
  ...FILES,
  ...STATE,
];

/** Numbers that may stand in a file, each with the reason why it is no parameter. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "sim/calendar.ts": {
    "5": "working days in a week, the model's unit of time (docs/model.md, section 2)",
    "12": "months in a year",
    "52": "weeks in a year",
  },
  "sim/events.ts": { "4": "bits that hold the kind of an event" },
  "sim/state.ts": {
    "3": "sections of the waiting list, and lanes of a link worker's list",
    "9": "levels that are followed over time",
    "1024": "rows that the table of patients begins with; it grows",
  },
  "sim/mechanisms/referral.ts": { "64": "room for referrals in a person's key" },
  "sim/mechanisms/recruitment.ts": { "0x10000": "room for spells in a post's key" },
  "sim/mechanisms/pathway.ts": { "1e-6": "days by which rounding may miss a sum of times" },
  "sim/mechanisms/contact.ts": { "0x10000": "room for contacts of one type in a draw's number" },
  "sim/record/totals.ts": { "8": "types of contact", "9": "causes of a close" },
  "sim/record/waits.ts": { "1024": "places that the column begins with; it grows" },
  "sim/record/measures/waiting.ts": { "0.9": "what the measure is: the wait 9 of 10 did not exceed" },
  "sim/record/story/caseStates.ts": { "7": "states of a case that are told apart" },
  "sim/record/story/cohort.ts": { "255": "mark of a case that has not ended" },
  "sim/record/weekly.ts": { "3": "the fourth holding function, counted from 0" },
};
const STRUCTURE = new Set(["0", "1", "2"]);

/** Code without comments, texts, numbered names (`as const`) and fixed positions in a list. */
function bare(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
    .replace(/(["'])(?:\\.|(?!\1).)*\1/g, "")
    .replace(/`[^`]*`/g, "")
    .replace(/export const \w+ = \{[^}]*\} as const;/g, "")
    .replace(/\[\d+\]/g, "");
}

/** Numbers in a file that are neither structure nor allowed there. */
const strangers = (path: string, code: string): string[] =>
  [...bare(code).matchAll(/(?<![\w.$])(0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e-?\d+)?)/gi)]
    .map(([, number]) => number)
    .filter((number) => !STRUCTURE.has(number) && !(number in (ALLOWED[path] ?? {})));

describe("the engine has no number that is not in the parameter table", () => {
  it.each(paths)("%s", (path) => {
    expect(strangers(path, readFileSync(join(root, path), "utf8"))).toEqual([]);
  });

  it("allows nothing that is not there", () => {
    for (const [path, numbers] of Object.entries(ALLOWED)) {
      const code = bare(readFileSync(join(root, path), "utf8"));
      for (const number of Object.keys(numbers))
        expect(code, `${path}: ${number}`).toMatch(new RegExp(`(?<![\\w.])${number}(?![\\w.])`));
    }
  });

  it("would find one", () => {
    expect(strangers("sim/x.ts", 'const a = 0.35 * E; // 7\nconst b = list[3] + f(1e-3, -1, "4");')).toEqual([
      "0.35",
      "1e-3",
    ]);
  });
});

describe("the engine reads no parameter that is not in the table", () => {
  it.each(paths)("%s does not get round its types", (path) => {
    expect(bare(readFileSync(join(root, path), "utf8"))).not.toMatch(/\bany\b|as unknown|@ts-|Reflect\./);
  });

  test("because the type of the parameters is made from the table", () => {
    // @ts-expect-error: there is no such parameter, and the compiler says so.
    expect(DEFAULTS.team.partTime).toBeUndefined();
  });
});
