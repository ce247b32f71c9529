/** What is wrong with the structure of a scenario: zod finds it, the sentences are ours. */
import type * as z from "zod/mini";
import { type Changes, PARAMETER_INDEX, PARAMETERS, type Value } from "../parameters";
import { MUST, schemas } from "./schema";
import { notInTimeline, shown, unknownKey, unknownParameter, wrongValue } from "./sentences";

type Path = readonly PropertyKey[];

const KEYS = ["holdfast", "id", "name", "question", "extends", "changes", "reasons", "timeline", "$schema"];
const ENTRY_KEYS = ["atWeek", "changes", "label"];

/** Problems found, and the parameters they concern, so that nothing is said twice about one of them. */
export interface Found {
  readonly problems: string[];
  readonly wrongIds: ReadonlySet<string>;
}

/** Every problem in the structure of a scenario file. */
export function structureProblems(input: unknown): Found {
  const parsed = schemas().scenario.safeParse(input);
  return found(parsed.success ? [] : parsed.error.issues, input, (path) => path);
}

/** Every problem in parameter ids and their values, each on its own; see consistency.ts for how they fit together. */
export function changesProblems(input: unknown): Found {
  const parsed = schemas().changes.safeParse(input);
  return found(parsed.success ? [] : parsed.error.issues, { changes: input }, (path) => ["changes", ...path]);
}

function found(issues: readonly z.core.$ZodIssue[], input: unknown, at: (path: Path) => Path): Found {
  const wrongIds = new Set<string>();
  const problems = issues.flatMap((issue) => {
    const path = at(issue.path);
    const last = String(path.at(-1));
    if (PARAMETER_INDEX.has(last)) wrongIds.add(last);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownAt(path, key, input))
      : [wrongAt(path, input)];
  });
  return { problems: [...new Set(problems)], wrongIds };
}

/** The value at a path, own properties only. */
function read(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      Object.hasOwn(Object(value), key) ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** Where in the file a path is: nothing for the scenario itself, the entry for a timeline. */
function place(path: Path, input: unknown): string {
  if (path[0] !== "timeline" || path.length < 2) return "";
  const week = read(input, ["timeline", path[1], "atWeek"]);
  return `timeline entry ${Number(path[1]) + 1}${Number.isInteger(week) ? ` (week ${week})` : ""}: `;
}

function unknownAt(path: Path, key: string, input: unknown): string {
  const where = place(path, input);
  const last = path.at(-1);
  if (last === "reasons") return `reasons: ${unknownParameter(key)}`;
  if (last !== "changes") return unknownKey(key, path.length === 0 ? KEYS : ENTRY_KEYS, where);
  return where + (PARAMETER_INDEX.has(key) ? notInTimeline(key) : unknownParameter(key));
}

function wrongAt(path: Path, input: unknown): string {
  const value = read(input, path);
  if (path.length === 0) return `A scenario must be an object in curly brackets; this is ${shown(value)}.`;
  const where = place(path, input);
  const last = String(path.at(-1));
  const row = PARAMETER_INDEX.get(last);
  if (path.at(-2) === "reasons")
    return `reasons.${last} is ${shown(value)}; it must be text of at most 2,000 characters.`;
  if (row !== undefined) return where + wrongValue(row, value);
  if (path.at(-2) === "timeline")
    return `${where}this is ${shown(value)}; it must be an object with ${ENTRY_KEYS.join(", ")}.`;
  return `${where}${last} is ${value === undefined ? "missing" : shown(value)}; it ${MUST[last]}.`;
}

/** The changes that are right on their own, null as "none". */
export function rightChanges(changes: unknown, wrongIds: ReadonlySet<string>): Changes {
  if (typeof changes !== "object" || changes === null) return {};
  const given = changes as Readonly<Record<string, Value | null | undefined>>;
  const isRight = (id: string): boolean =>
    Object.hasOwn(given, id) && given[id] !== undefined && !wrongIds.has(id);
  return Object.fromEntries(
    PARAMETERS.filter(({ id }) => isRight(id)).map(({ id }) => [id, given[id] ?? "none"]),
  );
}
