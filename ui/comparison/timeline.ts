/** Changes during the run as they are typed, one a row, and as a scenario holds them, by week. */
import { MONTHS_PER_YEAR, WEEKS_PER_YEAR } from "../../sim/calendar";
import type { ParameterRow, Value } from "../../sim/parameters";
import { type Changes, plainLine, type TimelineEntry } from "../../sim/scenario";
import { type Draft, readLever, textOf } from "../levers";
import { formatCount } from "../text/format";
import { parameterById, parameters } from "../text/tables";
import { text } from "../text/text";

export type TimeUnit = "weeks" | "months";

/** One change during the run, as its controls hold it. */
export interface TimelineRow {
  /** When, as typed, counted from the start of the policy (week 0). */
  readonly when: string;
  readonly unit: TimeUnit;
  /** Id of the parameter that changes; empty for a note without a change. */
  readonly parameter: string;
  readonly content: string | boolean;
  readonly label: string;
}

const WEEKS_PER_MONTH = WEEKS_PER_YEAR / MONTHS_PER_YEAR;
/** As in a scenario file (sim/scenario/schema.ts). */
const LAST_WEEK = 520_000;
export const LONGEST_LABEL = 120;
const FIRST_WEEK = "52";

/** The parameters that may change during the run, in the order of the table. */
export const timelineParameters = (): readonly ParameterRow[] => parameters().filter((row) => row.timeline);

/** A new row: the capacity of community services at the end of the first year, as it is, so that nothing changes yet. */
export function newRow(draft: Draft): TimelineRow {
  const parameter = "services.capacityMultiplier";
  return { when: FIRST_WEEK, unit: "weeks", parameter, content: draft[parameter], label: "" };
}

/** The rows that show a timeline: one for each change, and one for an entry that only says something. */
export function rowsOf(timeline: readonly TimelineEntry[]): TimelineRow[] {
  return timeline.flatMap(({ atWeek, changes, label = "" }) => {
    const at = { when: String(atWeek), unit: "weeks" as const, label };
    const rows = Object.entries(changes).map(([parameter, value]) => ({
      ...at,
      parameter,
      content: textOf(parameter, value),
    }));
    return rows.length > 0 ? rows : [{ ...at, parameter: "", content: "" }];
  });
}

/** An entry as text, the same however it was written: changes in any order. */
export function textOfEntry({ atWeek, label = "", changes }: TimelineEntry): string {
  return JSON.stringify([atWeek, label, sortedChanges(changes)]);
}

/** Changes in the order of their ids. */
export const sortedChanges = (changes: Changes): [string, Value][] =>
  Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1));

export interface ReadTimeline {
  readonly entries: readonly TimelineEntry[];
  /** Sentences for each row that cannot be used, by its position. */
  readonly problems: ReadonlyMap<number, string>;
}

/** Turns rows into entries in order of weeks; rows of the same week and label are one entry. */
export function readRows(rows: readonly TimelineRow[]): ReadTimeline {
  const problems = new Map<number, string>();
  const byWhen: Placed = new Map();
  rows.forEach((row, i) => {
    const problem = place(row, byWhen);
    if (problem !== null) problems.set(i, problem);
  });
  const entries = [...byWhen.values()]
    .sort((a, b) => a.atWeek - b.atWeek)
    .map(({ label, ...entry }) => (label === "" ? entry : { ...entry, label }));
  return { entries, problems };
}

type Placed = Map<string, { atWeek: number; changes: Record<string, Value>; label: string }>;

/** Puts a row where it belongs; a sentence if it cannot be used. */
function place(row: TimelineRow, byWhen: Placed): string | null {
  const week = weekOf(row);
  if (typeof week === "string") return week;
  const label = plainLine(row.label);
  const key = `${week} ${label}`;
  const entry = byWhen.get(key) ?? { atWeek: week, changes: {}, label };
  byWhen.set(key, entry);
  if (row.parameter === "") return null;
  const parameter = parameterById(row.parameter);
  const read = readLever(parameter, row.content);
  if ("problem" in read) return read.problem;
  const same = [...byWhen.values()].some(
    ({ atWeek, changes }) => atWeek === week && row.parameter in changes,
  );
  if (same) return text.timeline.twice(parameter.label, String(week));
  entry.changes[row.parameter] = read.value;
  return null;
}

/** The whole week of a row, or a sentence that says why there is none. */
export function weekOf({ when, unit }: Pick<TimelineRow, "when" | "unit">): number | string {
  const typed = when.trim();
  const most = unit === "weeks" ? LAST_WEEK : Math.floor(LAST_WEEK / WEEKS_PER_MONTH);
  const number = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  const whole = unit === "months" || Number.isInteger(number);
  if (number <= most && whole) return Math.round(unit === "weeks" ? number : number * WEEKS_PER_MONTH);
  const { whenEmpty, whenWrong, allowedWeeks, allowedMonths } = text.timeline;
  const allowed = (unit === "weeks" ? allowedWeeks : allowedMonths)(formatCount(most));
  return typed === "" ? whenEmpty(allowed) : whenWrong(typed, allowed);
}
