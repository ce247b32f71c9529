import { describe, expect, it } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import { weeklyBand } from "../../ui/bands";
import { preparation } from "../../ui/preparation";
import { inSlices, SLICE } from "../../ui/slices";
import { results, scenario } from "./fakes";

/** A clock that moves on by `step` ms at every look, and counts breaths. */
function slowClock(step: number) {
  const clock = { time: 0, breaths: 0 };
  const now = () => {
    clock.time += step;
    return clock.time;
  };
  const breathe = () => {
    clock.breaths++;
    return Promise.resolve();
  };
  return { clock, now, breathe };
}

function* steps(count: number, done: number[] = []): Generator<void, void> {
  for (let i = 0; i < count; i++) {
    done.push(i);
    yield;
  }
}

const always = () => true;

describe("work in slices", () => {
  it("is done in order and whole, with a breath before every slice", async () => {
    const done: number[] = [];
    const { clock, ...surroundings } = slowClock(SLICE / 4);
    expect(await inSlices(steps(40, done), always, surroundings)).toBe(true);
    expect(done).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(clock.breaths).toBe(Math.ceil(41 / 4));
  });
  it("breathes after each step that takes as long as a slice", async () => {
    const { clock, ...surroundings } = slowClock(SLICE);
    await inSlices(steps(10), always, surroundings);
    expect(clock.breaths).toBe(11);
  });
  it("ends without another step as soon as nobody wants it any more", async () => {
    const done: number[] = [];
    const { clock, ...surroundings } = slowClock(SLICE);
    expect(await inSlices(steps(10, done), () => clock.breaths < 4, surroundings)).toBe(false);
    expect(done).toHaveLength(3);
  });
});

describe("the preparation of results", () => {
  const plans = [
    [
      scenario("baseline"),
      { replications: 200, weekly: { burnoutPrevalence: (week: number, r: number) => week + r } },
    ],
    [scenario("policy"), { replications: 200 }],
  ] as const;
  it("is cut into at least a step a measure, eight weeks of a band, and a hundred futures", () => {
    const count = [...preparation(results(plans))].length;
    expect(count).toBeGreaterThan(2 * (MEASURES.length + 3 * (104 / 8) + 2));
  });
  it("gives the same bands as working them out at once, and leaves nothing to be done", () => {
    const [prepared, plain] = [results(plans), results(plans)];
    for (const _ of preparation(prepared));
    expect(weeklyBand(prepared, 0, "burnoutPrevalence")).toEqual(weeklyBand(plain, 0, "burnoutPrevalence"));
    expect([...preparation(prepared)].length).toBeLessThan(2 * (MEASURES.length + 2));
  });
});
