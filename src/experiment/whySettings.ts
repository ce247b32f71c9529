/** Settings that lie between two scenarios: each parameter with the whole of its course over the run. */
import { type Changes, parameterById } from "../../sim/parameters";
import type { TimelineEntry } from "../../sim/scenario";
import { courseOf, type Settings } from "../../sim/scenario/course";
import { byWeek } from "../../sim/scenario/stages";

/** Ids that a scenario mentions, at the start or on the way. */
const mentioned = ({ changes, timeline }: Settings): string[] => [
  ...Object.keys(changes),
  ...timeline.flatMap((entry) => Object.keys(entry.changes)),
];

/** Parameters whose course differs between two scenarios, in the order in which they are first mentioned. */
export function differing(base: Settings, other: Settings): string[] {
  const ids = [...new Set([...mentioned(base), ...mentioned(other)])];
  return ids.filter((id) => JSON.stringify(courseOf(base, id)) !== JSON.stringify(courseOf(other, id)));
}

/** `base` with the parameters of `ids` taken from `other`, each with its whole course. */
export function mixture(base: Settings, other: Settings, ids: ReadonlySet<string>): Settings {
  const outside = restricted(base, (id) => !ids.has(id));
  const inside = restricted(other, (id) => ids.has(id));
  return {
    changes: { ...outside.changes, ...inside.changes },
    timeline: byWeek([...outside.timeline, ...inside.timeline]),
  };
}

/** The settings with `changes` in force from beginning to end, whatever the scenario says of these parameters. */
export function held(settings: Settings, changes: Changes): Settings {
  const rest = restricted(settings, (id) => !Object.hasOwn(changes, id));
  return { changes: { ...rest.changes, ...changes }, timeline: rest.timeline };
}

/** The same for settings that give the same runs. */
export function keyOf(settings: Settings): string {
  const courses = [...new Set(mentioned(settings))].sort().map((id) => [id, courseOf(settings, id)] as const);
  return JSON.stringify(
    courses.filter(([id, course]) => course.length > 1 || course[0] !== parameterById(id).default),
  );
}

function restricted({ changes, timeline }: Settings, wanted: (id: string) => boolean): Settings {
  const only = (from: Changes): Changes =>
    Object.fromEntries(Object.entries(from).filter(([id]) => wanted(id)));
  const entries = timeline.map((entry): TimelineEntry => ({ ...entry, changes: only(entry.changes) }));
  return {
    changes: only(changes),
    timeline: entries.filter((entry) => Object.keys(entry.changes).length > 0),
  };
}
