/** All files of a study's results but the manifest, written to a folder from what the journals hold. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bands, RunTable } from "../../sim/statistics";
import { toJson } from "../cli/json";
import type { Experiment } from "../experiment/runScenarios";
import { fileId, scenarioFile } from "./arms";
import type { Cells } from "./cells";
import { CODEBOOK, codebookRows, DICTIONARY, dictionaryRows } from "./dictionary";
import { EVENTS, eventRows } from "./events";
import python from "./redraw.py?raw";
import r from "./redraw.R?raw";
import { type Cell, csvOf, type Table, writeTable } from "./tableFile";
import {
  ARMS,
  armRows,
  REPLICATIONS,
  replicationRows,
  WEEKS,
  WEEKS_OF_REPLICATIONS,
  weeklyReplicationRows,
  weeklyRows,
} from "./tables";

/** The band of a weekly series of an arm, both by number. */
export type BandsOf = (arm: number, series: number) => Bands;
/** Files by name, as text. */
export type Texts = readonly (readonly [name: string, text: string])[];

export interface Written {
  readonly experiment: Experiment;
  /** What the command itself says of the results. */
  readonly texts: Texts;
  /** Columns of those texts that are tables, for the dictionary. */
  readonly described: readonly Table[];
  /** Number of the replication whose events are written, or null. */
  readonly diary: number | null;
  readonly weeklyReplications: boolean;
}

/** Scenario files beyond this number would be clutter; the table of arms has them all. */
const MOST_SCENARIO_FILES = 500;

/** Writes the files and gives their names, in the order in which they should be read. Throws when the disk is full. */
export function writeResults(folder: string, written: Written, cells: Cells, replications: number): string[] {
  const { experiment, texts, described } = written;
  const data = dataTables(written, cells, replications);
  const tables = [...described, ...data.map(([table]) => table)];
  return [
    ...writeTexts(folder, texts),
    ...data.flatMap(([table, rows]) => writeTable(folder, table, rows)),
    ...writeTexts(folder, [
      ["dictionary.csv", csvOf(dictionaryRows([...tables, DICTIONARY, CODEBOOK]))],
      ["codebook.csv", csvOf(codebookRows(tables))],
      ["redraw.R", r],
      ["redraw.py", python],
    ]),
    ...writeScenarios(folder, experiment),
  ];
}

function dataTables(
  { experiment, diary, weeklyReplications }: Written,
  cells: Cells,
  replications: number,
): [Table, Iterable<readonly Cell[]>][] {
  const { scenarios: arms, seed } = experiment;
  const tables: [Table, Iterable<readonly Cell[]>][] = [
    [REPLICATIONS, replicationRows(arms, cells, replications)],
  ];
  if (cells.weekly) tables.push([WEEKS, weeklyRows(arms, cells, replications)]);
  if (cells.weekly && weeklyReplications) {
    tables.push([WEEKS_OF_REPLICATIONS, weeklyReplicationRows(arms, cells, replications)]);
  }
  if (diary !== null) tables.push([EVENTS, eventRows(arms, seed, diary)]);
  tables.push([ARMS, armRows(arms)]);
  return tables;
}

function writeTexts(folder: string, texts: Texts): string[] {
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  return texts.map(([name]) => name);
}

/** The scenarios as run, a file each, under names that are told apart. */
function writeScenarios(folder: string, { scenarios }: Experiment): string[] {
  if (scenarios.length > MOST_SCENARIO_FILES) return [];
  mkdirSync(join(folder, "scenarios"), { recursive: true });
  const taken = new Set<string>();
  const texts = scenarios.map((arm, a): [string, string] => {
    const id = taken.has(fileId(arm.id)) ? `${fileId(arm.id).slice(0, 70)}-${a + 1}` : fileId(arm.id);
    taken.add(id);
    return [`scenarios/${id}.json`, `${toJson({ ...scenarioFile(arm), id })}\n`];
  });
  return writeTexts(folder, texts);
}

/** One table an arm, without weekly columns. */
export const tablesOf = (
  { scenarios }: Experiment,
  cells: Cells,
  replications: number,
): readonly RunTable[] => scenarios.map((_, a) => cells.table(a, replications));
