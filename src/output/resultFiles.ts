/** What belongs to a study's results but the manifest: texts, and tables with their rows. Uses no files. */
import type { Bands } from "../../sim/statistics";
import { toJson } from "../cli/json";
import type { Experiment } from "../experiment/runScenarios";
import { fileId, scenarioFile } from "./arms";
import type { Cells } from "./cells";
import { CODEBOOK, codebookRows, DICTIONARY, dictionaryRows } from "./dictionary";
import { EVENTS, eventRows } from "./events";
import python from "./redraw.py?raw";
import r from "./redraw.R?raw";
import { type Cell, csvOf, type Table } from "./tableParts";
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
/** A table, and its rows as they are needed. */
export type Rows = readonly [table: Table, rows: Iterable<readonly Cell[]>];

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

/** Results, wherever they are kept. */
export type Kept = Pick<Cells, "table" | "bands" | "series" | "weekly">;

/** Scenario files beyond this number would be clutter; the table of arms has them all. */
const MOST_SCENARIO_FILES = 500;

export interface ResultFiles {
  readonly first: Texts;
  readonly tables: readonly Rows[];
  readonly last: Texts;
}

/** The files, in the order in which they should be read: texts, tables, texts. */
export function resultFiles(written: Written, cells: Kept, replications: number): ResultFiles {
  const { experiment, texts, described } = written;
  const tables = dataTables(written, cells, replications);
  const all = [...described, ...tables.map(([table]) => table)];
  return {
    first: texts,
    tables,
    last: [
      ["dictionary.csv", csvOf(dictionaryRows([...all, DICTIONARY, CODEBOOK]))],
      ["codebook.csv", csvOf(codebookRows(all))],
      ["redraw.R", r],
      ["redraw.py", python],
      ...scenarioTexts(experiment),
    ],
  };
}

function dataTables(
  { experiment, diary, weeklyReplications }: Written,
  cells: Kept,
  replications: number,
): Rows[] {
  const { scenarios: arms, seed } = experiment;
  const tables: Rows[] = [[REPLICATIONS, replicationRows(arms, cells, replications)]];
  if (cells.weekly) tables.push([WEEKS, weeklyRows(arms, cells, replications)]);
  if (cells.weekly && weeklyReplications) {
    tables.push([WEEKS_OF_REPLICATIONS, weeklyReplicationRows(arms, cells, replications)]);
  }
  if (diary !== null) tables.push([EVENTS, eventRows(arms, seed, diary)]);
  tables.push([ARMS, armRows(arms)]);
  return tables;
}

/** The scenarios as run, a file each, under names that are told apart. */
export function scenarioTexts({ scenarios }: Pick<Experiment, "scenarios">): Texts {
  if (scenarios.length > MOST_SCENARIO_FILES) return [];
  const taken = new Set<string>();
  return scenarios.map((arm, a): [string, string] => {
    const id = taken.has(fileId(arm.id)) ? `${fileId(arm.id).slice(0, 70)}-${a + 1}` : fileId(arm.id);
    taken.add(id);
    return [`scenarios/${id}.json`, `${toJson({ ...scenarioFile(arm), id })}\n`];
  });
}
