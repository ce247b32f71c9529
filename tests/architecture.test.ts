/** Invariant of the code itself: imports go one way, versions agree, and the model names its sections. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../sim/parameters";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../sim/version";

const root = new URL("..", import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), "utf8");
/** Paths of the TypeScript files below `folder`. */
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));

/**
 * What each folder may import from, itself included; of docs only the texts. src/main.tsx alone runs the page; what
 * the rest of src/ takes from there is types, which leave nothing behind in the code that runs.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  sim: ["sim"],
  ui: ["ui", "sim", "docs"],
  src: ["src", "sim", "scenarios", "docs", "ui"],
};

/** The project's own folders that `path` imports from. */
function importedFolders(path: string): string[] {
  const imports = [...read(path).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, target]) => target,
  );
  return imports.map((target) => normalize(join(dirname(path), target)).split("/")[0]);
}

describe("imports", () => {
  test.each(Object.keys(MAY_IMPORT))("of %s go one way", (folder) => {
    const paths = sources(folder);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      for (const imported of importedFolders(path))
        expect(MAY_IMPORT[folder], `${path} imports ${imported}`).toContain(imported);
    }
  });

  test("of sim are pure libraries", () => {
    const pure = /^(\.|d3-array$|seedrandom$|zod|@stdlib\/)/;
    for (const path of sources("sim"))
      for (const [, target] of read(path).matchAll(/from "([^"]+)"/g)) expect(target, path).toMatch(pure);
  });
});

test("src takes only types from the page, but for where the page is put together", () => {
  for (const path of sources("src").filter((path) => path !== "src/main.tsx"))
    expect(read(path), path).not.toMatch(/(import|export) (?!type)[^;]*"(\.\.\/)+ui\//);
});

describe("sim", () => {
  test("uses no clock and no hidden randomness", () => {
    for (const path of sources("sim")) {
      const code = read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(code, path).not.toMatch(/Math\.random|\bDate\b|\bperformance\b|Math\.(exp|log|pow|sin|cos)\b/);
    }
  });

  test("mechanisms and model name each other", () => {
    const model = read("docs/model.md");
    for (const path of sources("sim/mechanisms")) {
      expect(read(path), path).toMatch(/docs\/model\.md, sections? \d/);
      expect(model, `docs/model.md names ${path}`).toContain(path.split("/").pop());
    }
    for (const [, name] of model.matchAll(/`(?:sim\/mechanisms\/)?([a-zA-Z]+\.ts)`/g))
      expect(
        sources("sim").some((path) => path.endsWith(`/${name}`)),
        `${name} exists`,
      ).toBe(true);
  });
});

test("README counts the parameters as the table has them", () => {
  const count = (grade: string) => PARAMETERS.filter((row) => row.grade === grade).length;
  const readme = read("README.md").replace(/\s+/g, " ");
  expect(readme).toContain(
    `Of the ${PARAMETERS.length} rows of the parameter table, ${count("assumption")} are assumptions`,
  );
  expect(readme).toContain(
    `${count("proxy")} come from a proxy, ${count("measured")} are measured and ${count("derived")} is derived`,
  );
  expect(readme).toContain(`(${count("choice")} are choices of design)`);
});

describe("versions", () => {
  test("agree everywhere", () => {
    expect(JSON.parse(read("package.json")).version).toBe(HOLDFAST_VERSION);
    expect(read("CITATION.cff")).toMatch(new RegExp(`^version: "?${HOLDFAST_VERSION}"?$`, "m"));
    expect(read("docs/model.md")).toContain(`version ${MODEL_VERSION}`);
  });
});
