/** Reading links of the first format (format1.ts): everything in one is doubted, and what is wrong is said. */
import {
  DEFAULTS,
  PARAMETER_INDEX,
  parameterById,
  type Value,
  valueIn,
  withChanges,
} from "../../sim/parameters";
import { plainLine, readScenario, type Scenario, type TimelineEntry } from "../../sim/scenario";
import { isSame } from "../comparison/edits";
import { type Item, itemOf, uniqueId } from "../comparison/item";
import { rowsOf, textOfEntry } from "../comparison/timeline";
import { EXPERIMENTS, type Setups } from "../experimentState";
import { type Draft, textOf } from "../levers";
import { MOST_SCENARIOS } from "../scenarios";
import { FUTURES, problemOfSeed, type SettingValues, YEARS } from "../settings";
import { text } from "../text/text";
import { type Library, type LinkContent, type ShortResult, UNSAID } from "./format1";
import { readMeans } from "./means";

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
    problems.push(text.links.tooMany(String(all.length), String(MOST_SCENARIOS)));
  const items: Item[] = [];
  for (const one of all.slice(0, MOST_SCENARIOS)) {
    const item = readItem(one, library, problems);
    if (item !== null)
      items.push({ ...item, id: uniqueId(item.id, [library.base.id, ...items.map(({ id }) => id)]) });
  }
  const at = typeof data.f === "number" ? data.f : 0;
  const focus = (items[at] ?? items[0])?.id ?? null;
  return {
    content: {
      comparison: { items, focus },
      ...settings(data, problems),
      result: resultOf(data),
      experiments: setupsOf(data.e, problems),
    },
    problems,
    isLost: all.length > 0 && items.length === 0,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function settings({ n, y, k }: Readonly<Record<string, unknown>>, problems: string[]): SettingValues {
  const { futures, seed } = UNSAID;
  const { wrongFutures, wrongYears, wrongCode } = text.links;
  if (n !== undefined && !FUTURES.includes(n as number)) problems.push(wrongFutures);
  if (y !== undefined && !YEARS.includes(y as number)) problems.push(wrongYears);
  const isSeed = typeof k === "string" && problemOfSeed(k) === null;
  if (k !== undefined && !isSeed) problems.push(wrongCode(seed));
  return {
    futures: FUTURES.find((count) => count === n) ?? futures,
    years: YEARS.find((count) => count === y) ?? null,
    seed: isSeed ? k : seed,
  };
}

/** The result that a link carries, or null: without a fingerprint there is none. */
function resultOf({ m, p, h }: Readonly<Record<string, unknown>>): ShortResult | null {
  const isResult =
    typeof m === "string" &&
    /^[\w.-]{1,20}$/.test(m) &&
    Array.isArray(p) &&
    p.length > 0 &&
    p.every((one) => /^[0-9a-f]{6,64}$/.test(String(one)));
  return isResult ? { model: m, fingerprints: p.map(String), means: readMeans(h, p.length) } : null;
}

/** The experiments that are set up; what their fields say is read with their forms, when those are loaded. */
function setupsOf(all: unknown, problems: string[]): Setups {
  if (all === undefined) return {};
  if (!isObject(all)) {
    problems.push(text.links.noExperiments);
    return {};
  }
  const isKnown = (id: string): boolean => EXPERIMENTS.some((known) => known === id);
  const unknown = Object.keys(all).filter((id) => !isKnown(id) || !isObject(all[id]));
  problems.push(...unknown.map((id) => text.links.unknownExperiment(id.slice(0, LONGEST_SHOWN))));
  return Object.fromEntries(Object.entries(all).filter(([id]) => !unknown.includes(id)));
}

/** Of a name or an id in a sentence: what a link says may be long. */
const LONGEST_SHOWN = 60;
const shortName = (name: string): string => plainLine(name).slice(0, LONGEST_SHOWN);

/** One scenario of a link, or null when it cannot be used; sentences go to `problems`. */
function readItem(one: unknown, { base, policies }: Library, problems: string[]): Item | null {
  if (!isObject(one)) {
    problems.push(text.links.noScenario);
    return null;
  }
  const known = [base, ...policies];
  const source = known.find(({ id }) => id === one.b);
  const itself =
    one.n === undefined && one.b === undefined ? policies.find(({ id }) => id === one.i) : undefined;
  const fullName = one.n ?? itself?.name ?? one.i;
  const name = shortName(String(fullName));
  const unknown: string[] = [];
  const answer = readScenario(
    {
      holdfast: 1,
      id: one.i,
      name: fullName,
      question: one.q ?? itself?.question ?? "",
      changes: knownOnly(one.c, unknown),
      reasons: knownOnly(one.r ?? {}, unknown),
      timeline: timelineOf(one.t, unknown),
    },
    () => undefined,
  );
  if (unknown.length > 0) problems.push(text.links.unknown(name, [...new Set(unknown)]));
  if ("problems" in answer) {
    problems.push(...answer.problems.map((problem) => text.links.leftOut(name, problem)));
    return null;
  }
  const { scenario } = answer;
  if (source !== undefined) return overSource(scenario, source, one.n === undefined ? null : scenario.name);
  if (itself !== undefined) return asItself(scenario, itself, problems);
  return itemOf(scenario);
}

/** A ready-made scenario, or, if it has been changed since, what it was when the link was made. */
function asItself(scenario: Scenario, now: Scenario, problems: string[]): Item {
  if (isSame(scenario, now)) return itemOf(now);
  problems.push(text.links.changedSince(now.name));
  return { ...itemOf({ ...scenario, id: `${now.id}-earlier`, name: text.links.asItWas(now.name) }) };
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
      .map(([key, , is]) => [key, textOf(key, is)]),
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
  const others = entries.map(([id]) => id).filter((id) => !PARAMETER_INDEX.has(id));
  unknown.push(...others.map(shortName));
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
