/**
 * Scenarios: outside data is unknown until it is checked here, in the page and on the command line alike.
 * All problems at once, one sentence each. See docs/model.md, section 7.10, for when a change begins to hold.
 */
import type { Changes } from "./parameters";
import { inconsistencies } from "./scenario/consistency";
import { plainLine, plainText, spelledOut } from "./scenario/plainText";
import { changesProblems, type Found, rightChanges, structureProblems } from "./scenario/problems";
import { byWeek } from "./scenario/stages";
import type { Scenario, TimelineEntry } from "./scenario/types";

export type { Changes, Value } from "./parameters";
export { plainLine, plainText, spelledOut } from "./scenario/plainText";
export { scenarioSchema } from "./scenario/schema";
export { parseSetting, type Setting } from "./scenario/settings";
export { resolveStages } from "./scenario/stages";
export type { Scenario, Stage, TimelineEntry } from "./scenario/types";

export type ReadScenario = { readonly scenario: Scenario } | { readonly problems: string[] };

/** Looks a scenario file up by id, for `extends`; undefined when there is none. */
export type Library = (id: string) => unknown;

type Source = Readonly<Record<string, unknown>>;
/** One file of a chain of `extends`. */
interface Link {
  readonly source: Source;
  readonly found: Found;
}

/**
 * Reads a scenario file: the scenario with what it extends laid under it, or every problem in it.
 * What a file says about a parameter comes over what the extended one says; timelines are put together.
 * Texts are taken without characters that cannot be seen (scenario/plainText.ts).
 */
export function readScenario(input: unknown, library: Library): ReadScenario {
  const found = structureProblems(input);
  if (!isObject(input)) return { problems: found.problems };
  const { links, problems } = chain({ source: input, found }, library);
  const scenario = flattened(links);
  const wrongIds = new Set(links.flatMap((link) => [...link.found.wrongIds]));
  problems.push(...inconsistencies(scenario, wrongIds));
  return problems.length > 0 ? { problems } : { scenario };
}

/**
 * Problems in ids and values, each on its own, for a control or a setting that will be laid over a scenario.
 * Whether they fit together depends on the whole: see `checkScenario`.
 */
export function checkChanges(changes: unknown): string[] {
  return changesProblems(changes).problems;
}

/** Every problem in changes and timeline, values and how they fit together, at the start and after each entry. */
export function checkScenario(changes: unknown, timeline: unknown = []): string[] {
  const answer = readScenario(
    { holdfast: 1, id: "unnamed", name: "Unnamed", changes, timeline },
    () => undefined,
  );
  return "problems" in answer ? answer.problems : [];
}

const isObject = (value: unknown): value is Source =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The file and what it extends, the most basic first, with the problems of all of them. */
function chain(top: Link, library: Library): { links: Link[]; problems: string[] } {
  const links = [top];
  const problems = [...top.found.problems];
  const ids = [String(top.source.id)];
  let parent = top.source.extends;
  while (typeof parent === "string" && parent !== "") {
    const circular = ids.includes(parent);
    ids.push(parent);
    if (circular) {
      problems.push(`extends goes in a circle: ${spelledOut(ids.join(" → "))}.`);
      break;
    }
    const source = library(parent);
    if (!isObject(source)) {
      problems.push(`extends is ${spelledOut(JSON.stringify(parent))}; there is no scenario of that id.`);
      break;
    }
    const found = structureProblems(source);
    problems.push(...found.problems.map((problem) => `In ${parent}, which is extended: ${problem}`));
    links.unshift({ source, found });
    parent = source.extends;
  }
  return { links, problems };
}

/** One scenario from a chain, the later over the earlier; what is wrong has been left out. */
function flattened(links: readonly Link[]): Scenario {
  const top = links[links.length - 1].source;
  const text = (key: string): string => (typeof top[key] === "string" ? plainLine(top[key]) : "");
  const changes: Changes = Object.assign(
    {},
    ...links.map(({ source, found }) => rightChanges(source.changes, found.wrongIds)),
  );
  const reasons = Object.assign({}, ...links.map(({ source }) => textsOf(source.reasons)));
  const timeline = byWeek(links.flatMap(({ source, found }) => rightTimeline(source.timeline, found)));
  return { id: text("id"), name: text("name"), question: text("question"), changes, reasons, timeline };
}

function textsOf(reasons: unknown): Record<string, string> {
  if (!isObject(reasons)) return {};
  return Object.fromEntries(
    Object.entries(reasons)
      .filter((pair): pair is [string, string] => typeof pair[1] === "string")
      .map(([id, reason]) => [id, plainText(reason)]),
  );
}

/** The entries of a timeline that can be placed, with those of their changes that are right. */
function rightTimeline(timeline: unknown, { wrongIds }: Found): TimelineEntry[] {
  if (!Array.isArray(timeline)) return [];
  return timeline.filter(isObject).flatMap(({ atWeek, changes, label }) => {
    if (!Number.isInteger(atWeek)) return [];
    const entry = { atWeek: atWeek as number, changes: rightChanges(changes, wrongIds) };
    return [typeof label === "string" ? { ...entry, label: plainLine(label) } : entry];
  });
}
