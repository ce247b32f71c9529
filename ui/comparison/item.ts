/** One scenario of the comparison as it is edited: what it started from, and what was typed over that. */
import { DEFAULTS, PARAMETER_INDEX, valueIn, withChanges } from "../../sim/parameters";
import {
  type Changes,
  checkScenario,
  plainLine,
  type Scenario,
  type TimelineEntry,
  type Value,
} from "../../sim/scenario";
import { takesEffect } from "../../sim/scenario/course";
import { type Draft, describeValue, draftOf, readLever, valueInWords } from "../levers";
import { capital, inWords } from "../text/format";
import { parameterById } from "../text/tables";
import { text } from "../text/text";
import { readRows, type TimelineRow, textOfEntry } from "./timeline";

export interface Item {
  /** Unlike every other's in the comparison, and the same for as long as the scenario is in it. */
  readonly id: string;
  /** What it started from: ready-made, opened from a file or a link, or the baseline. */
  readonly source: Scenario;
  /** The name that the reader gave it, or null: it is made from what was changed. */
  readonly name: string | null;
  /** What was typed over the values of the source, by parameter id. */
  readonly edits: Draft;
  /** The timeline as it is typed, or null: the source's. */
  readonly rows: readonly TimelineRow[] | null;
  /** Why a parameter was changed, by id, beside or instead of the source's reasons. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** An item that is `source`, unchanged. */
export const itemOf = (source: Scenario, id = source.id): Item => ({
  id,
  source,
  name: null,
  edits: {},
  rows: null,
  reasons: {},
});

/** Whether nothing of the item differs from its source. */
export const isUntouched = ({ name, edits, rows, reasons }: Item): boolean =>
  name === null && rows === null && Object.keys(edits).length === 0 && Object.keys(reasons).length === 0;

/** Of names and questions in a scenario file. */
export const LONGEST_NAME = 120;
const LONGEST_QUESTION = 500;
const MOST_NAMED = 3;

export interface ReadItem {
  /** The scenario, or null while something typed is not a value. */
  readonly scenario: Scenario | null;
  /** What it is called, whether it can be read or not. */
  readonly name: string;
  /** A sentence for each control that holds no value, by parameter id. */
  readonly problems: ReadonlyMap<string, string>;
  /** A sentence for each row of the timeline that cannot be used, by position. */
  readonly rowProblems: ReadonlyMap<number, string>;
  /** Problems of several controls together. */
  readonly together: readonly string[];
}

/** What the controls show: the source's value of every parameter, with what was typed over it. */
export function draftOfItem({ source, edits }: Item): Draft {
  return { ...draftOf(withChanges(DEFAULTS, source.changes)), ...edits };
}

/** Turns what was typed into a scenario. Only what differs from the source is laid over its changes. */
export function readItem(item: Item, base: Scenario): ReadItem {
  const { source, rows } = item;
  const { changes, laid, problems } = readEdits(item);
  const timeline = rows === null ? null : readRows(rows);
  const entries = timeline?.entries ?? source.timeline;
  const rowProblems = timeline?.problems ?? new Map<number, string>();
  const isReadable = problems.size === 0 && rowProblems.size === 0;
  const together = isReadable ? checkScenario(changes, entries) : [];
  const said = [...laid, ...timelineSaid(source.timeline, entries, changes)];
  const name = item.name ?? automaticName(source, base, said);
  const scenario: Scenario = {
    id: item.id,
    name,
    question: questionOf(item, name, said),
    changes,
    reasons: reasonsOf(item, laid),
    timeline: entries,
  };
  return {
    scenario: isReadable && together.length === 0 ? scenario : null,
    name,
    problems,
    rowProblems,
    together,
  };
}

/** One change that was laid over the source: short for names, whole for sentences. */
interface Laid {
  readonly id: string | null;
  readonly short: string;
  readonly full: string;
}

function readEdits({ source, edits }: Item) {
  const params = withChanges(DEFAULTS, source.changes);
  const problems = new Map<string, string>();
  const changes: Record<string, Value> = { ...source.changes };
  const laid: Laid[] = [];
  for (const [id, content] of Object.entries(edits)) {
    const row = parameterById(id);
    const read = readLever(row, content);
    if ("problem" in read) {
      problems.set(id, read.problem);
    } else if (read.value !== valueIn(params, row)) {
      changes[id] = read.value;
      const label = text.format.within(row.label);
      const { changeTo } = text.scenarios;
      laid.push({
        id,
        short: changeTo(label, valueInWords(row, read.value)),
        full: changeTo(label, describeValue(row, read.value)),
      });
    }
  }
  return { changes: changes as Changes, laid, problems };
}

/** What an edited timeline adds to a name: nothing while it says what the source's says, or changes nothing. */
function timelineSaid(
  before: readonly TimelineEntry[],
  after: readonly TimelineEntry[],
  changes: Changes,
): Laid[] {
  const known = new Set(before.map(textOfEntry));
  const isNew = (entry: TimelineEntry): boolean =>
    !known.has(textOfEntry(entry)) &&
    (entry.label !== undefined || takesEffect(entry, { changes, timeline: after }));
  const fresh = after.filter(isNew);
  if (fresh.length === 0 && after.length >= before.length) return [];
  const said = (words: string): Laid[] => [{ id: null, short: words, full: words }];
  const { noChanges, changesInWeeks } = text.ownScenario;
  if (after.length === 0) return said(noChanges);
  const weeks = (fresh.length > 0 ? fresh : after).map(({ atWeek }) => String(atWeek));
  return said(changesInWeeks([...new Set(weeks)].slice(0, MOST_NAMED)));
}

/** What was changed first, since the ends of long names are cut in charts. */
function automaticName(source: Scenario, base: Scenario, laid: readonly Laid[]): string {
  const { copyOf, moreChanges, over } = text.ownScenario;
  if (laid.length === 0) return source === base ? copyOf(base.name) : source.name;
  const rest = laid.length - MOST_NAMED;
  const more = rest > 0 ? [moreChanges(rest)] : [];
  const what = capital(inWords([...laid.slice(0, MOST_NAMED).map(({ short }) => short), ...more]));
  const name = source === base ? what : over(what, source.name);
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function questionOf({ source }: Item, name: string, laid: readonly Laid[]): string {
  if (laid.length === 0) return source.question;
  const { question, shortQuestion } = text.ownScenario;
  const whole = question(
    source.name,
    laid.map(({ full }) => full),
  );
  return whole.length <= LONGEST_QUESTION ? whole : shortQuestion(name);
}

/** The source's reasons for what still stands, and the reader's own. */
function reasonsOf({ source, reasons }: Item, laid: readonly Laid[]): Record<string, string> {
  const changed = new Set(laid.map(({ id }) => id));
  const kept = Object.entries(source.reasons).filter(([id]) => !changed.has(id));
  const own = Object.entries(reasons).filter(([id, why]) => PARAMETER_INDEX.has(id) && why.trim() !== "");
  return { ...Object.fromEntries(kept), ...Object.fromEntries(own) };
}

/** A name as it is compared with others: readers do not tell "Plan" from "plan". */
const comparable = (name: string): string => plainLine(name).normalize("NFKC").toLowerCase();

/** `name`, with a number behind it if it is among `others`. */
export function uniqueName(name: string, others: readonly string[]): string {
  const taken = new Set(others.map(comparable));
  const free = (count: number): string => {
    const suffix = text.ownScenario.numbered(String(count));
    const numbered = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    return taken.has(comparable(numbered)) ? free(count + 1) : numbered;
  };
  return taken.has(comparable(name)) ? free(2) : name;
}

const LONGEST_ID = 80;

/** `id`, with a number behind it if it is among `taken`. */
export function uniqueId(id: string, taken: readonly string[]): string {
  const free = (count: number): string => {
    const numbered = `${id.slice(0, LONGEST_ID - 4)}-${count}`;
    return taken.includes(numbered) ? free(count + 1) : numbered;
  };
  const whole = id.slice(0, LONGEST_ID);
  return taken.includes(whole) ? free(2) : whole;
}

/** The items read, each under a name of its own: no two lines of a chart are called the same. */
export function readItems(items: readonly Item[], base: Scenario): ReadItem[] {
  const taken = [base.name];
  return items.map((item) => {
    const read = readItem(item, base);
    const name = uniqueName(read.name, taken);
    taken.push(name);
    return { ...read, name, scenario: read.scenario && { ...read.scenario, name } };
  });
}
