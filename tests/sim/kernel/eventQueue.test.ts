/** Proves that events come in order of time, equal times in order of scheduling, and that a bad time is refused. */
import { describe, expect, it } from "vitest";
import { EventQueue } from "../../../sim/kernel/eventQueue";
import { chances } from "../support/chances";

interface Planned {
  readonly time: number;
  readonly sequence: number;
  readonly code: number;
}

/** What the queue should give next: the earliest, and of those the one scheduled first. */
function takeEarliest(planned: Planned[]): Planned {
  let best = 0;
  for (let i = 1; i < planned.length; i++) {
    const earlier = planned[i].time - planned[best].time || planned[i].sequence - planned[best].sequence;
    if (earlier < 0) best = i;
  }
  return planned.splice(best, 1)[0];
}

function drain(queue: EventQueue): [number, number][] {
  const order: [number, number][] = [];
  while (queue.pop()) order.push([queue.time, queue.code]);
  return order;
}

describe("the event queue", () => {
  it.each([1, 2, 3, 4])("agrees with a plain list through 4,000 random pushes and pops (run %i)", (run) => {
    const next = chances(`event queue ${run}`);
    const queue = new EventQueue(4);
    const planned: Planned[] = [];
    for (let i = 0; i < 4000; i++) {
      // Times in whole and half days are often equal; the queue grows and shrinks in turns.
      const growing = i % 1000 < 500;
      if (planned.length === 0 || next() < (growing ? 0.7 : 0.35)) {
        const time = queue.time + Math.floor(6 * next()) / 2;
        queue.push(time, i);
        planned.push({ time, sequence: i, code: i });
      } else {
        const { time, code } = takeEarliest(planned);
        expect(queue.pop()).toBe(true);
        expect([queue.time, queue.code]).toEqual([time, code]);
      }
      expect(queue.length).toBe(planned.length);
    }
    expect(drain(queue)).toEqual(
      planned
        .sort((a, b) => a.time - b.time || a.sequence - b.sequence)
        .map(({ time, code }) => [time, code]),
    );
  });

  it("gives 3,000 events of one time in the order in which they were scheduled", () => {
    const queue = new EventQueue(2);
    for (let code = 0; code < 3000; code++) queue.push(7, code);
    expect(drain(queue).map(([, code]) => code)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  });

  it("orders an event scheduled now behind those of now that were scheduled before", () => {
    const queue = new EventQueue();
    queue.push(1, 10);
    queue.push(1, 11);
    queue.pop();
    queue.push(1, 12);
    expect(drain(queue)).toEqual([
      [1, 11],
      [1, 12],
    ]);
  });

  it("refuses what is not a time and what is past, says both times, and stays as it was", () => {
    const queue = new EventQueue();
    queue.push(5, 1);
    queue.push(9, 2);
    queue.pop();
    expect(() => queue.push(Number.NaN, 3)).toThrow("event at NaN scheduled when the time is 5");
    expect(() => queue.push(4.999, 3)).toThrow("event at 4.999 scheduled when the time is 5");
    expect(drain(queue)).toEqual([[9, 2]]);
  });

  it("says that it is empty, and keeps the last time then", () => {
    const queue = new EventQueue();
    expect(queue.pop()).toBe(false);
    queue.push(3, 8);
    queue.pop();
    expect(queue.pop()).toBe(false);
    expect(queue.time).toBe(3);
  });

  it("shows every outstanding event once", () => {
    const queue = new EventQueue(2);
    for (const time of [5, 3, 9, 3, 1]) queue.push(time, 100 + time);
    queue.pop();
    const seen: [number, number][] = [];
    queue.forEach((time, code) => {
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
