/** What becomes of one parameter over a run: its value at the start, and what a timeline makes of it. */
import { parameterById, type Value } from "../parameters";
import { byWeek } from "./stages";
import type { Scenario, TimelineEntry } from "./types";

export type Settings = Pick<Scenario, "changes" | "timeline">;

/** A parameter's value at the start, and every change of it on the way: weeks and values. */
export type Course = readonly [Value, ...(readonly [number, Value])[]];

/** The course of one parameter; what a timeline sets to the value in force already is no change. */
export function courseOf({ changes, timeline }: Settings, id: string): Course {
  const start = Object.hasOwn(changes, id) ? changes[id] : parameterById(id).default;
  let last = start;
  const later = byWeek(timeline).flatMap(({ atWeek, changes }): [number, Value][] => {
    if (!Object.hasOwn(changes, id) || changes[id] === last) return [];
    last = changes[id];
    return [[atWeek, last]];
  });
  return [start, ...later];
}

/** Whether an entry of the timeline changes any value that is in force when its week comes. */
export const takesEffect = ({ atWeek, changes }: TimelineEntry, settings: Settings): boolean =>
  Object.keys(changes).some((id) => {
    const [, ...later] = courseOf(settings, id);
    return later.some(([week]) => week === atWeek);
  });
