/** A table written row by row as CSV (RFC 4180) and as Parquet, so that it may be larger than memory. */
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { type Cell, groupsOf, headerOf, rowsInGroup, schemaOf, type Table } from "./tableParts";
import { writeAll } from "./writeAll";

/** Writes NAME.csv and NAME.parquet in `folder` and gives their names. Throws when the disk is full. */
export function writeTable(folder: string, table: Table, rows: Iterable<readonly Cell[]>): string[] {
  const [csv, parquet] = [`${table.name}.csv`, `${table.name}.parquet`];
  const text = openSync(join(folder, csv), "w");
  const writer = fileWriter(join(folder, parquet));
  const binary = new ParquetWriter({ writer, schema: schemaOf(table), createdBy: "Holdfast" });
  try {
    writeAll(text, Buffer.from(headerOf(table)));
    for (const group of groupsOf(table, rows)) {
      writeAll(text, Buffer.from(group.csv));
      binary.write({ columnData: [...group.columnData], rowGroupSize: rowsInGroup(table) });
    }
    binary.finish();
  } finally {
    closeSync(text);
  }
  return [csv, parquet];
}
