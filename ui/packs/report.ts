/** An experiment that was run, as packs take it up: its settings, what it found, and its figures and tables. */
import type { Data, DataTable, Figure } from "../figures/figure";

export interface ReportPart {
  /** As names of files have it. */
  readonly id: string;
  /** Null where it is a table alone. */
  readonly figure: Figure | null;
  /** What the title compares; empty for a table alone. */
  readonly about: string;
  readonly title: string;
  /** Measure, unit, place and time. */
  readonly subtitle: string;
  readonly note: string;
  readonly table: DataTable;
  readonly tableNote: string;
  readonly data: Data;
}

export interface ExperimentReport {
  /** The question as it was run, whole: plain data. */
  readonly ask: unknown;
  /** What was asked for, in words: label and value. */
  readonly settings: readonly (readonly [label: string, value: string])[];
  /** A sentence each, the answer first. */
  readonly finding: readonly string[];
  readonly parts: readonly ReportPart[];
}

/** A figure as a part of a report. */
export function partOf(figure: Figure): ReportPart {
  const { id, about, title, subtitle, note, tableNote } = figure;
  return { id, figure, about, title, subtitle, note, tableNote, table: figure.table(), data: figure.data() };
}
