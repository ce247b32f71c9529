/**
 * All that the page works out from results before it shows them, in steps. Afterwards every view finds what it needs,
 * so that a picture of a thousand futures is drawn as quickly as one of thirty.
 */
import { MEASURES } from "../sim/record/measures";
import { fourWeekBandSteps, weeklyBandSteps, yearlyTurnoverSteps } from "./bands";
import { OVER_TIME_MEASURES } from "./figures/overTimeMeasures";
import type { Results } from "./results";
import { overloadSteps } from "./text/overload";
import { warningsOf } from "./text/warnings";

/** Works everything out, each step well under a frame. */
export function* preparation(results: Results): Generator<void, void> {
  for (const s of results.scenarios.keys()) {
    yield* summaries(results, s);
    yield* overloadSteps(results, s);
    yield* bands(results, s);
  }
  for (const s of results.scenarios.keys()) {
    warningsOf(results, s);
    yield;
  }
}

function* summaries(results: Results, s: number): Generator<void, void> {
  for (const { id } of MEASURES) {
    results.summary(s, id);
    if (s > 0) results.difference(s, id);
    yield;
  }
}

function* bands(results: Results, s: number): Generator<void, void> {
  for (const { step, column } of OVER_TIME_MEASURES) {
    yield* (step === 1 ? weeklyBandSteps : fourWeekBandSteps)(results, s, column);
  }
  yield* yearlyTurnoverSteps(results, s);
}
