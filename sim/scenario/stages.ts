/** From a scenario to the parameters that hold at each time: docs/model.md, section 7.10. */
import { WD_PER_WEEK } from "../calendar";
import { type Changes, DEFAULTS, parameterById, withChanges } from "../parameters";
import type { Stage, TimelineEntry } from "./types";

/**
 * The stages of a run, in order. The first is the warm-up: the scenario's context under the defaults' levers, or
 * under its own when `run.leversFrom` is "start" or there is no warm-up. The second starts at week 0 with the
 * levers on; then comes one for each week of the timeline, the entries of one week merged in order.
 * Throws on unknown ids and wrong types; whether values are sensible is checked when a scenario is read.
 */
export function resolveStages(changes: Changes, timeline: readonly TimelineEntry[]): Stage[] {
  const full = withChanges(DEFAULTS, changes);
  const together = full.run.leversFrom === "start" || full.run.warmUpYears === 0;
  const warmUp = together ? full : withChanges(DEFAULTS, withoutLevers(changes));
  const stages: Stage[] = [
    { fromDay: Number.NEGATIVE_INFINITY, params: warmUp },
    { fromDay: 0, params: full },
  ];
  for (const { atWeek, changes: later } of byWeek(timeline)) {
    const last = stages[stages.length - 1];
    const stage = { fromDay: WD_PER_WEEK * atWeek, params: withChanges(last.params, later) };
    if (stage.fromDay === last.fromDay) stages.pop();
    stages.push(stage);
  }
  return stages;
}

/** The entries in order of weeks; those of one week stay in the order in which they were written. */
export function byWeek(timeline: readonly TimelineEntry[]): TimelineEntry[] {
  return [...timeline].sort((a, b) => a.atWeek - b.atWeek);
}

function withoutLevers(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([id]) => parameterById(id).role !== "lever"));
}
