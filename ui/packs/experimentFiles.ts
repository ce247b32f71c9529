/** Experiments as files: to read with the methods, and as data with the raw results. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { csvOf } from "../download";
import type { DataTable } from "../figures/figure";
import type { PackFile } from "../packs";
import { documents } from "../text/documents";
import type { PackExperiment, PackPart } from "./experiments";
import { experimentStampOf, type PackSubject } from "./subject";

const FOLDER = "experiments";

/** Of every experiment its description, its figures, its tables as CSV and its settings. */
export function experimentFiles(subject: PackSubject): PackFile[] {
  return subject.experiments.included.flatMap((one) => [
    { name: `${FOLDER}/${one.id}.md`, content: description(one, experimentStampOf(subject)) },
    ...one.parts.flatMap(({ id, picture }) =>
      picture ? [{ name: `${FOLDER}/${id}.svg`, content: picture.svg }] : [],
    ),
    ...dataFiles(one),
  ]);
}

/** Of every experiment its tables as CSV, and its settings; which of them are missing, where some are out of date. */
export const experimentData = ({ experiments: { included, leftOut } }: PackSubject): PackFile[] => [
  ...included.flatMap(dataFiles),
  ...(leftOut.length === 0 ? [] : [{ name: `${FOLDER}/left-out.txt`, content: sentences(leftOut) }]),
];

const sentences = (leftOut: readonly string[]): string =>
  leftOut.map((question) => `${documents.experiments.leftOut(question)}\n`).join("");

const dataFiles = ({ id, ask, parts }: PackExperiment): PackFile[] => [
  ...parts.map((part) => ({ name: `${FOLDER}/${part.id}.csv`, content: csvOf(part.data) })),
  { name: `${FOLDER}/${id}-settings.json`, content: settingsJson(id, ask) },
];

/** The question whole, so that it can be asked again. */
function settingsJson(experiment: string, ask: unknown): string {
  const content = { holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, experiment, ask };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function description({ question, settings, finding, parts }: PackExperiment, stamp: string): string {
  return documents.experiments.file({
    question,
    stamp,
    finding,
    settings: markdownTable({ columns: documents.experiments.settingColumns, rows: settings }),
    parts: parts.map(partInWords),
  });
}

function partInWords({ id, picture, about, title, subtitle, note, table, tableNote }: PackPart): string {
  const image = picture ? `![${title}](${id}.svg)` : "";
  const lines = [`## ${title}`, about, subtitle, image, note, markdownTable(table), tableNote];
  return lines.filter((line) => line !== "").join("\n\n");
}

/** A table in Markdown, whose cells are kept from being read as marks of it. */
function markdownTable({ columns, rows }: DataTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellOf).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

const cellOf = (cell: string): string => cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
