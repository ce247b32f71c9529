/**
 * Proves that the whole model gives the same output, diary included, with the event list as a calendar and as a heap:
 * nothing in it depends on how the list is kept.
 */
import { describe, expect, it } from "vitest";
import { CalendarQueue } from "../../sim/kernel/calendarQueue";
import type { EventList } from "../../sim/kernel/eventList";
import { EventQueue } from "../../sim/kernel/eventQueue";
import { EventLog } from "../../sim/record/eventLog";
import { resolveStages } from "../../sim/scenario";
import { loadEngine } from "../sim/support/engine";
import { randomSetting, type Setting } from "./randomSettings";

const { replicate } = await loadEngine();

/** Everything that a replication puts out. */
function outputOf({ changes, timeline }: Setting, queue: EventList) {
  const log = new EventLog();
  const watching = { weekly: true, log, queue };
  const { recorded, weekly, events } = replicate(
    resolveStages(changes, timeline),
    "event lists",
    0,
    watching,
  );
  return { recorded, weekly: weekly?.values, events, diary: JSON.stringify(log.rows) };
}

function expectSameOutput(setting: Setting): void {
  const calendar = outputOf(setting, new CalendarQueue());
  const heap = outputOf(setting, new EventQueue());
  expect(calendar.events).toBeGreaterThan(0);
  expect(calendar.diary === heap.diary).toBe(true);
  expect(calendar).toEqual(heap);
}

describe("calendar and heap give identical output", () => {
  it("of the baseline", () => {
    expectSameOutput({ changes: { "run.warmUpYears": 0.5, "run.years": 1 }, timeline: [] });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])("of random scenario %i", (i) => expectSameOutput(randomSetting(i)));
});
