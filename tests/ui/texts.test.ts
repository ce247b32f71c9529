/** Every text that the page shows stands in ui/text/english.ts, and can be put into another language there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { englishIn } from "./englishIn";

const root = new URL("../..", import.meta.url).pathname;
/** Where texts are not expected: the texts themselves. */
const TEXTS = "ui/text/english.ts";
const FOLDERS = ["ui", "ui/comparison", "ui/links", "ui/local", "ui/packs", "ui/text", "ui/views", "ui/views/evidence", "ui/views/experiments", "ui/views/packs", "ui/views/story"];

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
).filter((path) => /\.tsx?$/.test(path) && path !== TEXTS);

describe("English", () => {
  test.each(paths)("is not in %s", (path) => {
    expect(englishIn(path, readFileSync(join(root, path), "utf8"))).toEqual([]);
  });
});
