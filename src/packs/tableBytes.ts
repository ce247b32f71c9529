/** A table as the bytes of its CSV and Parquet files: the same that the command line writes. */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Rows } from "../output/resultFiles";
import { groupsOf, headerOf, rowsInGroup, schemaOf } from "../output/tableParts";
import type { PackFile } from "../packs";

/** NAME.csv and NAME.parquet. */
export function tableBytes([table, rows]: Rows): PackFile[] {
  const writer = new ByteWriter();
  const binary = new ParquetWriter({ writer, schema: schemaOf(table), createdBy: "Holdfast" });
  const csv = [headerOf(table)];
  for (const group of groupsOf(table, rows)) {
    csv.push(group.csv);
    binary.write({ columnData: [...group.columnData], rowGroupSize: rowsInGroup(table) });
  }
  binary.finish();
  return [
    { name: `${table.name}.csv`, content: csv.join("") },
    { name: `${table.name}.parquet`, content: writer.getBytes() },
  ];
}
