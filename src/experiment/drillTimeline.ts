/** A parameter changed for a time, on top of whatever a scenario's timeline does to it. */
import type { Value } from "../../sim/scenario";
import { courseOf, type Settings } from "../../sim/scenario/course";
import { byWeek } from "../../sim/scenario/stages";
import { held } from "./whySettings";

/** First and, if not for good, the first week after: of the recorded period. */
export type Period = readonly [number, number | null];

/** The settings with one parameter's value replaced over a period by what `change` makes of it, before and after as it was. */
export function during(
  settings: Settings,
  id: string,
  [from, to]: Period,
  change: (value: Value) => Value,
): Settings {
  const [start, ...later] = courseOf(settings, id);
  const at = (week: number): Value => later.findLast(([atWeek]) => atWeek <= week)?.[1] ?? start;
  const inside = (week: number): boolean => week > from && (to === null || week < to);
  const kept = later.filter(([week]) => week < from || (to !== null && week > to));
  const changed = later
    .filter(([week]) => inside(week))
    .map(([week, value]) => [week, change(value)] as const);
  const ends = to === null ? [] : [[to, at(to)] as const];
  const course = [...kept, [from, change(at(from))] as const, ...changed, ...ends];
  const rest = held(settings, { [id]: start });
  return {
    changes: rest.changes,
    timeline: byWeek([
      ...rest.timeline,
      ...course.map(([atWeek, value]) => ({ atWeek, changes: { [id]: value } })),
    ]),
  };
}
