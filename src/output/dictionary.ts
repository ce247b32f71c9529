/** What the files mean: a row for each column of each table, and a row for each id that stands in a column. */
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import { EVENTS } from "./events";
import { ENTRY_WORDS, type EntryWords } from "./eventWords";
import type { Cell, Column, Table } from "./tableParts";
import { ARMS, REPLICATIONS, WEEKS } from "./tables";

const text = (name: string, meaning: string): Column => ({ name, type: "text", unit: "", meaning });

export const DICTIONARY: Table = {
  name: "dictionary",
  columns: [
    text("file", "Name of a file without its ending: .csv and .parquet hold the same."),
    text("column", "Name of a column in it."),
    text("type", "Text, whole number or number."),
    text("unit", "Unit of its numbers; empty where it has none."),
    text("meaning", "What it holds."),
  ],
};

const headerOf = ({ columns }: Table): string[] => columns.map(({ name }) => name);

/** A header, and a row for each column of the tables. */
export const dictionaryRows = (tables: readonly Table[]): Cell[][] => [
  headerOf(DICTIONARY),
  ...tables.flatMap(({ name: file, columns }) =>
    columns.map(({ name, type, unit, meaning }) => [file, name, type, unit, meaning]),
  ),
];

export const CODEBOOK: Table = {
  name: "codebook",
  columns: [
    text("file", "Name of a file without its ending."),
    text("column", "Column in which the id stands."),
    text("id", "The id."),
    text("label", "Its name for readers."),
    text("unit", "Unit of the numbers that belong to it."),
    text("definition", "What it is."),
    text("good", "The direction that is better for people, lower or higher; empty where neither is."),
  ],
};

/** A header, and a row for each measure, weekly series, event and parameter that the tables may name. */
export function codebookRows(tables: readonly Table[]): Cell[][] {
  const names = new Set(tables.map(({ name }) => name));
  const rows = [...measureRows(), ...weeklyRows(), ...eventRows(), ...parameterRows()];
  return [headerOf(CODEBOOK), ...rows.filter(([file]) => names.has(String(file)))];
}

const measureRows = (): Cell[][] =>
  MEASURES.map(({ id, label, unit, definition, good }) => [
    ...[REPLICATIONS.name, "measure", id, label, unit],
    ...[definition, good],
  ]);

const weeklyRows = (): Cell[][] =>
  WEEKLY.map(({ id, label, unit }) => [
    WEEKS.name,
    "measure",
    id,
    label,
    unit,
    `${label}, in one week.`,
    null,
  ]);

const parameterRows = (): Cell[][] =>
  PARAMETERS.map(({ id, label, unit, effect }) => [ARMS.name, "parameter", id, label, unit, effect, null]);

const eventRows = (): Cell[][] =>
  Object.entries(ENTRY_WORDS).map(([id, words]) => [
    EVENTS.name,
    "event",
    id,
    null,
    null,
    sentenceOf(words),
    null,
  ]);

/** What an event is, and what its kind, detail and value are. */
function sentenceOf({ meaning, kinds, detail, value }: EntryWords): string {
  const parts = [
    kinds && `Kind: ${kinds.join(", ")}.`,
    detail && `Detail: ${detail}.`,
    value && `Value: ${value}.`,
  ];
  return [meaning, ...parts.filter(Boolean)].join(" ");
}
