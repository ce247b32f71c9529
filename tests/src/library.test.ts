/** Our own scenarios. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readLibrary } from "../../src/library";

test("every file of scenarios/ can be run, and has its id for a name", () => {
  const files = readdirSync("scenarios").filter((f) => f.endsWith(".json") && !f.endsWith(".schema.json"));
  const ids = readLibrary().map(({ id }) => id);
  expect([...ids].sort()).toEqual(files.map((file) => file.replace(".json", "")).sort());
  expect(ids[0]).toBe("baseline");
});

test("every scenario asks a question in plain words", () => {
  for (const { id, question } of readLibrary()) expect(question, id).toMatch(/\?$/);
});
