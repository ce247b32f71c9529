/** A table written row by row as CSV (RFC 4180) and as Parquet, so that it may be larger than memory. */
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { csvFormatRows } from "d3";
import { fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { writeAll } from "./writeAll";

/** A number, a text, or null (and NaN) where there is no value. */
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  readonly type: "text" | "whole number" | "number";
  readonly unit: string;
  readonly meaning: string;
}

export interface Table {
  /** Name of its files, without an ending. */
  readonly name: string;
  readonly columns: readonly Column[];
}

const PARQUET_TYPES = { text: "STRING", "whole number": "INT32", number: "DOUBLE" } as const;
/** Cells in memory at a time; fixed, so that equal rows give equal bytes. */
const CELLS_A_GROUP = 200_000;

/** Writes NAME.csv and NAME.parquet in `folder` and gives their names. Throws when the disk is full. */
export function writeTable(
  folder: string,
  { name, columns }: Table,
  rows: Iterable<readonly Cell[]>,
): string[] {
  const [csv, parquet] = [`${name}.csv`, `${name}.parquet`];
  const text = openSync(join(folder, csv), "w");
  const writer = fileWriter(join(folder, parquet));
  const binary = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: "Holdfast" });
  const group = Math.max(1, Math.floor(CELLS_A_GROUP / columns.length));
  try {
    writeAll(text, Buffer.from(csvOf([columns.map((column) => column.name)])));
    for (const some of inGroups(rows, group)) {
      writeAll(text, Buffer.from(csvOf(some)));
      binary.write({ columnData: columnsOf(columns, some), rowGroupSize: group });
    }
    binary.finish();
  } finally {
    closeSync(text);
  }
  return [csv, parquet];
}

const hasValue = (cell: Cell): boolean => cell !== null && !Number.isNaN(cell);

/** Rows as CSV, a line end after each; what has no value is an empty cell. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${csvFormatRows(rows.map((row) => row.map((cell) => (hasValue(cell) ? String(cell) : ""))))}\n`;
}

const sourceOf = ({ name, type }: Column, data: Cell[]) => ({
  name,
  data,
  type: PARQUET_TYPES[type],
  nullable: true,
});

const schemaOf = (columns: readonly Column[]) =>
  schemaFromColumnData({ columnData: columns.map((column) => sourceOf(column, [])) });

function columnsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]) {
  return columns.map(({ name }, c) => ({
    name,
    data: rows.map((row) => (hasValue(row[c]) ? row[c] : null)),
  }));
}

function* inGroups<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
