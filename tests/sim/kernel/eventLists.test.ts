/**
 * Proves for both event lists that events come in order of time, equal times in order of scheduling, and that a bad
 * time is refused; and that the calendar keeps the order of the heap where its days are hardest to get right.
 */
import { describe, expect, it } from "vitest";
import { CalendarQueue } from "../../../sim/kernel/calendarQueue";
import type { EventList } from "../../../sim/kernel/eventList";
import { EventQueue } from "../../../sim/kernel/eventQueue";
import { chances } from "../support/chances";

interface Planned {
  readonly time: number;
  readonly sequence: number;
  readonly code: number;
}

/** What the list should give next: the earliest, and of those the one scheduled first. */
function takeEarliest(planned: Planned[]): Planned {
  let best = 0;
  for (let i = 1; i < planned.length; i++) {
    const earlier = planned[i].time - planned[best].time || planned[i].sequence - planned[best].sequence;
    if (earlier < 0) best = i;
  }
  return planned.splice(best, 1)[0];
}

function drain(list: EventList): [number, number][] {
  const order: [number, number][] = [];
  while (list.pop()) order.push([list.time, list.code]);
  return order;
}

const LISTS: readonly (readonly [string, () => EventList])[] = [
  ["heap", () => new EventQueue(4)],
  ["calendar", () => new CalendarQueue()],
];

describe.each(LISTS)("the event list as a %s", (_, make) => {
  it.each([1, 2, 3, 4])("agrees with a plain list through 4,000 random pushes and pops (run %i)", (run) => {
    const next = chances(`event queue ${run}`);
    const list = make();
    const planned: Planned[] = [];
    for (let i = 0; i < 4000; i++) {
      // Times in whole and half days are often equal; the list grows and shrinks in turns.
      const growing = i % 1000 < 500;
      if (planned.length === 0 || next() < (growing ? 0.7 : 0.35)) {
        const time = list.time + Math.floor(6 * next()) / 2;
        list.push(time, i);
        planned.push({ time, sequence: i, code: i });
      } else {
        const { time, code } = takeEarliest(planned);
        expect(list.pop()).toBe(true);
        expect([list.time, list.code]).toEqual([time, code]);
      }
      expect(list.length).toBe(planned.length);
    }
    expect(drain(list)).toEqual(
      planned
        .sort((a, b) => a.time - b.time || a.sequence - b.sequence)
        .map(({ time, code }) => [time, code]),
    );
  });

  it("gives 3,000 events of one time in the order in which they were scheduled", () => {
    const list = make();
    for (let code = 0; code < 3000; code++) list.push(7, code);
    expect(drain(list).map(([, code]) => code)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  });

  it("orders an event scheduled now behind those of now that were scheduled before", () => {
    const list = make();
    list.push(1, 10);
    list.push(1, 11);
    list.pop();
    list.push(1, 12);
    expect(drain(list)).toEqual([
      [1, 11],
      [1, 12],
    ]);
  });

  it("refuses what is not a time and what is past, says both times, and stays as it was", () => {
    const list = make();
    list.push(5, 1);
    list.push(9, 2);
    list.pop();
    expect(() => list.push(Number.NaN, 3)).toThrow("event at NaN scheduled when the time is 5");
    expect(() => list.push(4.999, 3)).toThrow("event at 4.999 scheduled when the time is 5");
    expect(drain(list)).toEqual([[9, 2]]);
  });

  it("says that it is empty, and keeps the last time then", () => {
    const list = make();
    expect(list.pop()).toBe(false);
    list.push(3, 8);
    list.pop();
    expect(list.pop()).toBe(false);
    expect(list.time).toBe(3);
  });

  it("shows every outstanding event once", () => {
    const list = make();
    for (const time of [5, 3, 9, 3, 1]) list.push(time, 100 + time);
    list.pop();
    const seen: [number, number][] = [];
    list.forEach((time, code) => {
      seen.push([time, code]);
    });
    expect(seen.sort((a, b) => a[0] - b[0])).toEqual([
      [3, 103],
      [3, 103],
      [5, 105],
      [9, 109],
    ]);
  });
});

/** How long an event is scheduled ahead, from a uniform number and the number of the event. */
const DELAYS: readonly (readonly [string, (u: number, i: number) => number])[] = [
  ["of a few units", (u) => 3 * u],
  ["in whole units, most of them none", (u) => Math.floor(2 * u ** 4)],
  ["over twelve orders of magnitude", (u) => 10 ** (12 * u - 6)],
  ["in bursts and lulls of 2,500 events each", (u, i) => u * (Math.floor(i / 2500) % 2 === 0 ? 1e-4 : 1e4)],
  ["on the bounds of days", (u) => 2 ** Math.floor(16 * u - 8)],
  ["so small that time hardly moves", (u) => u * Number.EPSILON],
  ["sometimes without end", (u) => (u < 0.001 ? Number.POSITIVE_INFINITY : u)],
];

describe("calendar and heap", () => {
  it.each(DELAYS)("give 20,000 events in the same order, delays %s", (name, delay) => {
    const next = chances(`calendar against heap, ${name}`);
    const [heap, calendar] = [new EventQueue(), new CalendarQueue()];
    const schedule = (time: number, code: number) => {
      heap.push(time, code);
      calendar.push(time, code);
    };
    for (let i = 0; i < 20_000; i++) {
      // Up to 3,000 events outstanding, then almost none, in turns: the calendar grows, and its days change width.
      const growing = Math.floor(i / 3000) % 2 === 0;
      for (let n = growing || heap.length < 3 ? 2 : 0; n > 0; n--)
        schedule(heap.time + delay(next(), i), 2 * i + n);
      takeFromBoth(heap, calendar, i);
    }
    for (let i = 20_000; heap.length > 0; i++) takeFromBoth(heap, calendar, i);
    expect(calendar.length).toBe(0);
  });
});

/** Without `expect` where all is well, which would take longer than the lists do. */
function takeFromBoth(heap: EventList, calendar: EventList, i: number): void {
  const both = heap.pop() && calendar.pop();
  if (!both || calendar.time !== heap.time || calendar.code !== heap.code)
    expect.fail(`event ${i} is ${calendar.code} at ${calendar.time}, not ${heap.code} at ${heap.time}`);
}
