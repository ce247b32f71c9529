/**
 * The first format of links, `#v1=…`: what it holds, and how a comparison is written in it and read from it. Links of
 * this format are out in the world: it may be read more leniently, never otherwise.
 */
import {
  DEFAULTS,
  PARAMETER_INDEX,
  parameterById,
  type Value,
  valueIn,
  withChanges,
} from "../../sim/parameters";
import { type Changes, readScenario, type Scenario, type TimelineEntry } from "../../sim/scenario";
import type { Comparison } from "../choices";
import { isSame } from "../comparison/edits";
import { type Item, isUntouched, itemOf, type ReadItem, uniqueId } from "../comparison/item";
import { rowsOf, textOfEntry } from "../comparison/timeline";
import { type Draft, textOf } from "../levers";
import { MOST_SCENARIOS } from "../scenarios";
import { FUTURES, problemOfSeed, type SettingValues, YEARS } from "../settings";
import { inWords } from "../text/format";

/** A scenario in a link. */
interface Scenario1 {
  /** Id; with nothing but changes and timeline beside it, of a ready-made scenario as it is. */
  readonly i: string;
  /** Id of the ready-made scenario that it started from. */
  readonly b?: string;
  /** Name and question, where they are not made from the changes. */
  readonly n?: string;
  readonly q?: string;
  readonly c: Changes;
  readonly r?: Readonly<Record<string, string>>;
  /** Week, changes, label. */
  readonly t?: readonly (readonly [number, Changes, string?])[];
}

/** A link's data; what is left out is `UNSAID`. */
interface Data1 {
  readonly s: readonly Scenario1[];
  /** Position of the selected scenario. */
  readonly f?: number;
  /** Futures, years and seed. */
  readonly n?: number;
  readonly y?: number;
  readonly k?: string;
  /** Version of the model, and the beginnings of the fingerprints, the base's first: of a finished result only. */
  readonly m?: string;
  readonly p?: readonly string[];
}

/** A result, as far as a link can carry it. */
export interface ShortResult {
  readonly model: string;
  /** Beginnings of the fingerprints (`shortFingerprint`), the base's first. */
  readonly fingerprints: readonly string[];
}

export interface LinkContent extends SettingValues {
  readonly comparison: Comparison;
  readonly result: ShortResult | null;
}

export interface Library {
  readonly base: Scenario;
  readonly policies: readonly Scenario[];
}

/**
 * What a link does not say. Part of the format: when the page comes to open with other settings, links of this format
 * still mean these.
 */
const UNSAID: SettingValues = { futures: 0, seed: "holdfast", years: null };

/** Ten digits: that two different results agree in them by chance is one in a million million. */
const DIGITS = 10;
export const shortFingerprint = (fingerprint: string): string =>
  fingerprint.replace("sha256:", "").slice(0, DIGITS);

/** A comparison as the data of a link. `read` is `comparison.items`, read; all of them must be readable. */
export function write1(
  { comparison, futures, seed, years, result }: LinkContent,
  read: readonly ReadItem[],
  library: Library,
): Data1 {
  const { items, focus } = comparison;
  const f = items.findIndex(({ id }) => id === focus);
  return {
    s: items.map((item, i) => writeItem(item, read[i].scenario as Scenario, library)),
    ...(f > 0 && { f }),
    ...(futures !== UNSAID.futures && { n: futures }),
    ...(years !== null && { y: years }),
    ...(seed !== UNSAID.seed && { k: seed }),
    ...(result && { m: result.model, p: result.fingerprints }),
  };
}

function writeItem(item: Item, scenario: Scenario, { base, policies }: Library): Scenario1 {
  const { source, name, reasons } = item;
  const { id: i, changes: c, timeline } = scenario;
  const t = timeline.map(({ atWeek, changes, label }) =>
    label === undefined ? ([atWeek, changes] as const) : ([atWeek, changes, label] as const),
  );
  const content = { i, c, ...(t.length > 0 && { t }) };
  if (isUntouched(item) && policies.includes(source) && i === source.id) return content;
  const isOurs = source === base || policies.includes(source);
  if (!isOurs) return { ...content, n: scenario.name, q: scenario.question, r: scenario.reasons };
  const r = Object.fromEntries(Object.entries(reasons).filter(([, text]) => text.trim() !== ""));
  return {
    ...content,
    b: source.id,
    ...(name !== null && { n: name }),
    ...(Object.keys(r).length > 0 && { r }),
  };
}

interface Read1 {
  readonly content: LinkContent;
  readonly problems: readonly string[];
  /** Whether the link holds scenarios and none of them can be used. */
  readonly isLost: boolean;
}

/** Reads the data of a link (null when it is none), with a sentence about everything that could not be taken as it stands. */
export function read1(data: unknown, library: Library): Read1 | null {
  if (!isObject(data) || !Array.isArray(data.s)) return null;
  const problems: string[] = [];
  const all: readonly unknown[] = data.s;
  if (all.length > MOST_SCENARIOS)
    problems.push(`This link holds ${all.length} scenarios; the first ${MOST_SCENARIOS} of them are shown.`);
  const items: Item[] = [];
  for (const one of all.slice(0, MOST_SCENARIOS)) {
    const item = readItem(one, library, problems);
    if (item !== null)
      items.push({ ...item, id: uniqueId(item.id, [library.base.id, ...items.map(({ id }) => id)]) });
  }
  const at = typeof data.f === "number" ? data.f : 0;
  const focus = (items[at] ?? items[0])?.id ?? null;
  return {
    content: { comparison: { items, focus }, ...settings(data, problems), result: resultOf(data) },
    problems,
    isLost: all.length > 0 && items.length === 0,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function settings({ n, y, k }: Readonly<Record<string, unknown>>, problems: string[]): SettingValues {
  const { futures, seed } = UNSAID;
  const wrong = (what: string, instead: string) =>
    void problems.push(`${what} of this link cannot be used; ${instead}.`);
  if (n !== undefined && !FUTURES.includes(n as number))
    wrong("The number of futures", "as many are run as make the averages precise");
  if (y !== undefined && !YEARS.includes(y as number))
    wrong("The number of years", "it is as the scenarios say");
  const isSeed = typeof k === "string" && problemOfSeed(k) === null;
  if (k !== undefined && !isSeed) wrong("The repeatable result code", `it is “${seed}”`);
  return {
    futures: FUTURES.find((count) => count === n) ?? futures,
    years: YEARS.find((count) => count === y) ?? null,
    seed: isSeed ? k : seed,
  };
}

function resultOf({ m, p }: Readonly<Record<string, unknown>>): ShortResult | null {
  const isResult =
    typeof m === "string" &&
    /^[\w.-]{1,20}$/.test(m) &&
    Array.isArray(p) &&
    p.every((one) => /^[0-9a-f]+$/.test(String(one)));
  return isResult ? { model: m, fingerprints: p.map(String) } : null;
}

/** Of a name or an id in a sentence: what a link says may be long. */
const LONGEST_SHOWN = 60;

/** One scenario of a link, or null when it cannot be used; sentences go to `problems`. */
function readItem(one: unknown, { base, policies }: Library, problems: string[]): Item | null {
  if (!isObject(one)) {
    problems.push("A scenario of this link is no scenario; it is left out.");
    return null;
  }
  const known = [base, ...policies];
  const source = known.find(({ id }) => id === one.b);
  const itself =
    one.n === undefined && one.b === undefined ? policies.find(({ id }) => id === one.i) : undefined;
  const name = String(one.n ?? itself?.name ?? one.i).slice(0, LONGEST_SHOWN);
  const unknown: string[] = [];
  const answer = readScenario(
    {
      holdfast: 1,
      id: one.i,
      name: one.n ?? name,
      question: one.q ?? itself?.question ?? "",
      changes: knownOnly(one.c, unknown),
      reasons: knownOnly(one.r ?? {}, unknown),
      timeline: timelineOf(one.t, unknown),
    },
    () => undefined,
  );
  if (unknown.length > 0) problems.push(unknownSentence(name, [...new Set(unknown)]));
  if ("problems" in answer) {
    problems.push(...answer.problems.map((problem) => `“${name}” of this link is left out: ${problem}`));
    return null;
  }
  const { scenario } = answer;
  if (source !== undefined) return overSource(scenario, source, typeof one.n === "string" ? one.n : null);
  if (itself !== undefined) return asItself(scenario, itself, problems);
  return itemOf(scenario);
}

function unknownSentence(name: string, ids: readonly string[]): string {
  const are = ids.length === 1 ? "is" : "are";
  return `“${name}”: ${inWords(ids)} ${are} not known to this version of Holdfast, and ${are} left out.`;
}

/** A ready-made scenario, or, if it has been changed since, what it was when the link was made. */
function asItself(scenario: Scenario, now: Scenario, problems: string[]): Item {
  if (isSame(scenario, now)) return itemOf(now);
  problems.push(`“${now.name}” has been changed since this link was made; it is opened as it was then.`);
  return { ...itemOf({ ...scenario, id: `${now.id}-earlier`, name: `${now.name} (as it was)` }) };
}

/** A scenario as edits of the one that it started from. */
function overSource(
  { id, changes, reasons, timeline }: Scenario,
  source: Scenario,
  name: string | null,
): Item {
  const before = withChanges(DEFAULTS, source.changes);
  const after = withChanges(DEFAULTS, changes);
  const ids = [...new Set([...Object.keys(source.changes), ...Object.keys(changes)])];
  const edits: Draft = Object.fromEntries(
    ids
      .map((key) => parameterById(key))
      .map((row): [string, Value, Value] => [row.id, valueIn(before, row), valueIn(after, row)])
      .filter(([, was, is]) => was !== is)
      .map(([key, , is]) => [key, textOf(is)]),
  );
  const isSameTimeline = same(timeline, source.timeline);
  return { id, source, name, edits, reasons, rows: isSameTimeline ? null : rowsOf(timeline) };
}

const same = (a: readonly TimelineEntry[], b: readonly TimelineEntry[]): boolean =>
  a.map(textOfEntry).join() === b.map(textOfEntry).join();

/** An object without the parameters that are not known; their ids go to `unknown`. */
function knownOnly(some: unknown, unknown: string[]): unknown {
  if (!isObject(some)) return some;
  const entries = Object.entries(some);
  unknown.push(...entries.map(([id]) => id.slice(0, LONGEST_SHOWN)).filter((id) => !PARAMETER_INDEX.has(id)));
  return Object.fromEntries(entries.filter(([id]) => PARAMETER_INDEX.has(id)));
}

function timelineOf(timeline: unknown, unknown: string[]): unknown {
  if (timeline === undefined) return [];
  if (!Array.isArray(timeline)) return timeline;
  return timeline.map((entry) => {
    if (!Array.isArray(entry)) return entry;
    const [atWeek, changes, label] = entry;
    return { atWeek, changes: knownOnly(changes, unknown), ...(label !== undefined && { label }) };
  });
}
