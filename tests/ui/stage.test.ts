import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import type { Results } from "../../ui/results";
import { createStage, nextPart, type Part } from "../../ui/stage";
import { results, scenario } from "./fakes";

const baseline = scenario("baseline");
const whole = results([[baseline, { replications: 40 }]]);
const coarse = (request = whole.request) =>
  results([[baseline, { replications: 8 }]], { ...request, replications: 40 });

const part = (shows: Results | null, isInView: boolean): Part => ({
  shows: signal(shows),
  isInView: () => isInView,
});

describe("which part is drawn next", () => {
  it("is one in view before one that is not", () => {
    const [hidden, visible] = [part(null, false), part(null, true)];
    expect(nextPart([hidden, visible], whole)).toBe(visible);
    expect(nextPart([hidden, part(whole, true)], whole)).toBe(hidden);
    expect(nextPart([part(whole, false)], whole)).toBeUndefined();
    expect(nextPart([part(null, true)], null)).toBeUndefined();
  });
  it("spares parts out of view the coarse pictures of a request, but not those of another", () => {
    const [first, second] = [coarse(), coarse()];
    const hidden = part(first, false);
    const later: Results = Object.create(second, { request: { value: first.request } });
    expect(nextPart([hidden], later)).toBeUndefined();
    expect(nextPart([hidden], second)).toBe(hidden);
    expect(nextPart([hidden], whole)).toBe(hidden);
  });
});

describe("the stage", () => {
  it("draws one part at a time with a breath before each, and says when all are drawn", async () => {
    const shown = signal<Results | null>(null);
    let breaths = 0;
    const breathe = () => {
      breaths++;
      return Promise.resolve();
    };
    const stage = createStage(shown, { breathe });
    const parts = [part(null, true), part(null, false), part(null, true)];
    for (const one of parts) stage.join(one);
    await new Promise((resolve) => setTimeout(resolve));
    breaths = 0;
    shown.value = whole;
    expect(stage.isDrawn.value).toBe(false);
    expect(parts.every(({ shows }) => shows.value === null)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(stage.isDrawn.value).toBe(true);
    expect(breaths).toBe(parts.length + 1);
    stage.dispose();
  });
  it("draws all at once for the printer", () => {
    const shown = signal<Results | null>(whole);
    const stage = createStage(shown, { breathe: () => new Promise(() => {}) });
    const hidden = part(null, false);
    stage.join(hidden);
    stage.drawAll();
    expect(hidden.shows.value).toBe(whole);
    stage.dispose();
  });
});
