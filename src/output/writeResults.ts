/** All files of a study's results but the manifest, written to a folder from what the journals hold. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Cells } from "./cells";
import { resultFiles, type Texts, type Written } from "./resultFiles";
import { writeTable } from "./tableFile";

/** Writes the files and gives their names, in the order in which they should be read. Throws when the disk is full. */
export function writeResults(folder: string, written: Written, cells: Cells, replications: number): string[] {
  const { first, tables, last } = resultFiles(written, cells, replications);
  return [
    ...writeTexts(folder, first),
    ...tables.flatMap(([table, rows]) => writeTable(folder, table, rows)),
    ...writeTexts(folder, last),
  ];
}

function writeTexts(folder: string, texts: Texts): string[] {
  for (const [name, text] of texts) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return texts.map(([name]) => name);
}
