/** A figure: a chart with its title, text alternative, table twin and data, all from the same results. */
import type { Scenario } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import type { Svg } from "../charts/svg";
import { FEW_FUTURES, measureById, type Results } from "../results";
import { formatPair, inSentence, type NumberStyle } from "../text/format";
import { areTeamsAlike, placeOf } from "../text/teams";
import { text } from "../text/text";
import { verdictOf } from "../text/verdict";

/** What a figure is about: results, and the scenario that its title compares with the base (0: none). */
export interface Subject {
  readonly results: Results;
  readonly focus: number;
}

/** What only the page knows when it draws: the width there is (px), and the point being read. */
export interface Drawing {
  readonly width: number;
  readonly marked: number | null;
  /** The single future that the reader has chosen (from 0), if any. */
  readonly future?: number | null;
}

/** A chart that can be read point by point, by keyboard too: along the weeks, unless it says otherwise. */
export interface Reading {
  readonly points: number;
  /** Week of a point, and the point nearest to a week: figures with other steps stay together. */
  readonly weekOf: (point: number) => number;
  readonly pointOf: (week: number) => number;
  /** The point at a place in the picture: distances (px) from its left, its width, and from its top. */
  readonly pointAt: (px: number, width: number, py: number) => number;
  /** The point's values in a sentence. */
  readonly say: (point: number) => string;
  /** Where points are not the weeks of the record. */
  readonly own?: OwnPoints;
}

/** Points that are something else than weeks, such as years, rows or cells. */
export interface OwnPoints {
  /** What the slider does, and where a point stands, in words. */
  readonly label: string;
  readonly where: (point: number) => string;
  /** Whether they stand in weeks of the record all the same, and are read together with figures by week. */
  readonly areWeeks?: boolean;
}

/** Reading of things that have no place in time, by their names: rows, cells, stages. None where there are none. */
export function readingOf(
  names: readonly string[],
  { label, ...rest }: Pick<Reading, "pointAt" | "say"> & Pick<OwnPoints, "label">,
): Reading | null {
  if (names.length === 0) return null;
  return {
    ...rest,
    points: names.length,
    weekOf: (point) => point,
    pointOf: (at) => Math.min(names.length - 1, Math.max(0, at)),
    own: { label, where: (point) => names[point] },
  };
}

/** A row of a table in a sentence: its name, and each cell after the head of its column. */
export const sayRow = (name: string, { columns, rows }: DataTable, row: number): string =>
  text.reading.say(
    name,
    rows[row].slice(1).map((cell, i) => text.reading.cell(columns[i + 1], cell)),
  );

export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A cell of a CSV file. */
export type Cell = string | number;
export interface Data {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Figure {
  readonly id: string;
  /** What the title compares. */
  readonly about: string;
  /** The finding, in ten words or fewer. */
  readonly title: string;
  /** Measure, unit, place and time. */
  readonly subtitle: string;
  /** How to read the marks. */
  readonly note: string;
  /** The same while the lines of one future (from 0) are drawn, where they can be. */
  readonly noteWith?: (future: number) => string;
  /** The text alternative: one sentence. */
  readonly alternative: string;
  readonly draw: (svg: Svg, drawing: Drawing) => void;
  readonly reading: Reading | null;
  /** The table twin, worked out when it is opened. */
  readonly table: () => DataTable;
  /** What the table leaves out, if anything. */
  readonly tableNote: string;
  readonly data: () => Data;
}

/** The simulated place and time, for subtitles. */
export function placeAndTime({ results }: Subject): string {
  return placeOf(results.scenarios, results.params(0).run.years);
}

/** What the titles compare: the scenario in focus and the baseline. */
export function comparison({ results: { scenarios }, focus }: Subject): string {
  return focus === 0
    ? scenarios[0].name
    : text.figures.against(scenarios[focus].name, inSentence(scenarios[0].name));
}

/** How a title says each direction; `a` is the baseline's value and `b` the scenario's. */
export interface TitleWords {
  readonly up: (a: string, b: string) => string;
  readonly down: (a: string, b: string) => string;
  /** With nothing to compare. */
  readonly alone: (a: string) => string;
  /** The subject, for "Burnout: too close to call". */
  readonly subject: string;
}

/** A title that states the finding about one measure. */
export function findingTitle(
  { results, focus }: Subject,
  id: string,
  style: NumberStyle,
  words: TitleWords,
): string {
  const base = results.summary(0, id).mean;
  const other = results.summary(focus, id).mean;
  const [a, b] = formatPair(base, other, style);
  if (focus === 0) return words.alone(a);
  const difference = results.difference(focus, id);
  const verdict = verdictOf(difference, measureById(id).good);
  if (verdict === "same") return text.figures.noDifference(words.subject);
  if (verdict === "none") return text.figures.noValue(words.subject);
  if (id === "leavers" && !areTeamsAlike(results.scenarios[0], results.scenarios[focus]))
    return text.figures.teamsDiffer(words.subject);
  if (verdict === "unclear") return text.figures.tooClose(words.subject);
  return (difference.mean > 0 ? words.up : words.down)(a, b);
}

/** What stands in every row of a CSV file, so that a row explains itself. */
export const PROVENANCE_COLUMNS = ["futures", "result_code", "model", "changes"] as const;
export const provenance = (results: Results, s: number): readonly Cell[] =>
  provenanceOf(results.request.scenarios[s], { futures: results.futures, seed: results.request.seed });

/** The same for a scenario and the size of what was run. */
export function provenanceOf(
  { changes, timeline }: Scenario,
  { futures, seed }: { readonly futures: number; readonly seed: string },
): readonly Cell[] {
  const list = (some: typeof changes) => Object.entries(some).map(([id, value]) => `${id}=${value}`);
  const later = timeline.map((entry) => `from week ${entry.atWeek}: ${list(entry.changes).join("; ")}`);
  return [futures, seed, MODEL_VERSION, [...list(changes), ...later].join("; ")];
}

/** What the marks rest on, for the notes; with a warning where the ranges are rough. */
export const restsOn = ({ futures }: Results): string => text.figures.average(futures, futures < FEW_FUTURES);
