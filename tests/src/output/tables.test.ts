/** Tables as CSV and Parquet: what is written comes back, whatever stands in it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParseRows } from "d3";
import { parquetReadObjects } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { Entry } from "../../../sim/record/eventLog";
import { ENTRIES } from "../../../src/output/eventWords";
import { writeTable } from "../../../src/output/tableFile";
import type { Cell, Table } from "../../../src/output/tableParts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TABLE: Table = {
  name: "hostile",
  columns: [
    { name: "name, or not", type: "text", unit: "", meaning: "" },
    { name: "whole", type: "whole number", unit: "", meaning: "" },
    { name: "value", type: "number", unit: "", meaning: "" },
  ],
};
const HOSTILE = [
  'say "no"',
  "a,b",
  "two\nlines",
  "carriage\rreturn",
  "=1+1",
  "'; drop",
  "Zoë – 日本",
  "",
  " x ",
];

const read = async (name: string): Promise<Record<string, unknown>[]> => {
  const bytes = readFileSync(join(folder, name));
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
};

test("hostile names and numbers of every size come back from both files", async () => {
  const numbers = [0, -0.1, 1e-300, 1.7976931348623157e308, 1 / 3, 2 ** 53, -5e-324, 42, 1e21];
  const rows = HOSTILE.map((name, i): Cell[] => [name, i - 4, numbers[i]]);
  expect(writeTable(folder, TABLE, rows)).toEqual(["hostile.csv", "hostile.parquet"]);
  const [header, ...texts] = csvParseRows(readFileSync(join(folder, "hostile.csv"), "utf8"));
  expect(header).toEqual(["name, or not", "whole", "value"]);
  expect(texts.map(([name, whole, value]) => [name, Number(whole), Number(value)])).toEqual(rows);
  const objects = await read("hostile.parquet");
  expect(objects.map((object) => Object.values(object))).toEqual(rows);
});

test("what has no value is an empty cell and a null", async () => {
  writeTable(folder, { ...TABLE, name: "gaps" }, [
    [null, null, Number.NaN],
    ["x", 1, 2],
  ]);
  expect(readFileSync(join(folder, "gaps.csv"), "utf8").split("\n")[1]).toBe(",,");
  expect(Object.values((await read("gaps.parquet"))[0])).toEqual([null, null, null]);
});

test("no rows at all are a header and an empty table", async () => {
  writeTable(folder, { ...TABLE, name: "none" }, []);
  expect(readFileSync(join(folder, "none.csv"), "utf8")).toBe('"name, or not",whole,value\n');
  expect(await read("none.parquet")).toEqual([]);
});

test("more rows than are held at a time come back in order", async () => {
  const count = 201_000; // more than one group of rows
  function* rows(): Generator<Cell[]> {
    for (let i = 0; i < count; i++) yield [`arm ${i % 3}`, i, i / 7];
  }
  writeTable(folder, { ...TABLE, name: "long" }, rows());
  const objects = await read("long.parquet");
  expect(objects).toHaveLength(count);
  expect(objects.every(({ whole, value }, i) => whole === i && value === i / 7)).toBe(true);
  const lines = readFileSync(join(folder, "long.csv"), "utf8").trimEnd().split("\n");
  expect([lines.length, lines[count]]).toEqual([
    count + 1,
    `arm ${(count - 1) % 3},${count - 1},${(count - 1) / 7}`,
  ]);
});

test("every entry of a diary has words", () => {
  expect([...ENTRIES.keys()].sort((a, b) => a - b)).toEqual(Object.values(Entry).sort((a, b) => a - b));
});
