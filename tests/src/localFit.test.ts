/** The fit to local numbers, on a stand-in for the model whose answer is known. */
import { expect, test } from "vitest";
import type { Job } from "../../sim/batch";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import {
  CANDIDATES,
  changesOf,
  fitLocal,
  type LocalProblem,
  replicationsOf,
} from "../../src/experiment/localFit";
import { fakeBatch } from "./fakeBatch";

const TURNOVER = MEASURE_INDEX.get("turnoverRate")!;

/** Turnover that grows with the leaving rate and with the speed of exhaustion, give or take a tenth by chance. */
const truth = (hazard: number, gain: number): number => hazard * (1 + 50 * gain);
async function runJob(job: Job) {
  const batch = fakeBatch(job);
  const [hazard, gain] = ["turnover.baseHazard", "exhaustion.gain"].map((id) => Number(job.changes[id]));
  for (let r = 0; r < batch.replications; r++) {
    const at = r * MEASURES.length + TURNOVER;
    batch.measures[at] = truth(hazard, gain) * (0.9 + 0.2 * batch.measures[at]);
  }
  return batch;
}

const problem = (range: readonly [number, number]): LocalProblem => ({
  set: { "team.linkWorkers": 5 },
  fitted: ["turnover.baseHazard", "exhaustion.gain"],
  targets: [{ id: "turnover", what: "turnover", range, measure: "turnoverRate", source: "local" }],
  aims: [(range[0] + range[1]) / 2],
  seed: "local",
  replications: 6,
});
const signal = new AbortController().signal;
const found = (range: readonly [number, number], width = 2) =>
  fitLocal(problem(range), { runJob, width }, signal);

test("the settings that fit are those that give the figure, and the suggestion hits it", async () => {
  const { region, suggestion, accepted, atSuggestion } = await found([0.2, 0.24]);
  const [hazard, gain] = suggestion;
  expect(truth(hazard, gain)).toBeCloseTo(0.22, 1);
  expect(Math.abs(atSuggestion[0] / truth(hazard, gain) - 1)).toBeLessThan(0.05);
  expect(accepted).toBeGreaterThan(100);
  const wrong = region?.settings.filter(([h, g]) => truth(h, g) < 0.19 || truth(h, g) > 0.25) ?? [];
  expect(wrong.length / accepted).toBeLessThan(0.05);
});

test("one figure cannot tell two causes apart: their settings lie on a ridge", async () => {
  const { region } = await found([0.2, 0.21]);
  expect(region?.ridges).toEqual([[0, 1]]);
  expect(region?.correlations[0][1]).toBeLessThan(-0.8);
});

test("a range that holds everything accepts everything, one out of reach nothing", async () => {
  const wide = await found([0, 10]);
  expect(wide.accepted).toBe(CANDIDATES);
  expect(wide.region?.narrowedTo.every((share) => share > 0.95)).toBe(true);
  const impossible = await found([8, 9]);
  expect([impossible.accepted, impossible.region]).toEqual([0, null]);
});

test("the number of workers changes nothing; progress is counted; it can be cancelled", async () => {
  const seen: number[] = [];
  const one = await fitLocal(problem([0.2, 0.3]), { runJob, width: 1 }, signal, ({ done }) =>
    seen.push(done),
  );
  expect(await found([0.2, 0.3], 5)).toEqual(one);
  expect(seen.at(-1)).toBe(replicationsOf(6));
  const stop = new AbortController();
  stop.abort(new DOMException("Stop.", "AbortError"));
  await expect(fitLocal(problem([0, 1]), { runJob, width: 1 }, stop.signal)).rejects.toThrow("Stop.");
});

test("values are written with three digits", () => {
  expect(changesOf(["exhaustion.gain"], [0.020_123])).toEqual({ "exhaustion.gain": 0.0201 });
});
