/** A table of results as CSV (RFC 4180) text and as the columns of a Parquet file, in groups of rows. Uses no files. */
import { csvFormatRows } from "d3";
import { schemaFromColumnData } from "hyparquet-writer";

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

/** Some rows, both ways. */
export interface Group {
  readonly csv: string;
  readonly columnData: readonly { readonly name: string; readonly data: Cell[] }[];
}

const PARQUET_TYPES = { text: "STRING", "whole number": "INT32", number: "DOUBLE" } as const;
/** Cells in memory at a time; fixed, so that equal rows give equal bytes. */
const CELLS_A_GROUP = 200_000;

/** Rows in a group of a table's rows. */
export const rowsInGroup = ({ columns }: Table): number =>
  Math.max(1, Math.floor(CELLS_A_GROUP / columns.length));

/** The rows of a table, group by group; the header is not among them. */
export function* groupsOf(table: Table, rows: Iterable<readonly Cell[]>): Generator<Group> {
  for (const some of inGroups(rows, rowsInGroup(table))) {
    yield { csv: csvOf(some), columnData: columnsOf(table.columns, some) };
  }
}

/** The names of a table's columns as the first line of its CSV. */
export const headerOf = ({ columns }: Table): string => csvOf([columns.map(({ name }) => name)]);

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

/** The schema of a table's Parquet file. */
export const schemaOf = ({ columns }: Table) =>
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
