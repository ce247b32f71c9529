/**
 * Proves that every measure is what its definition says: each is worked out a second time from the diary of small
 * runs (recomputed.ts), and the two agree.
 *
 * Tolerance 1e-9 of the value: sums of some 1e5 terms, each with a rounding error of 1e-16, in another order; and
 * an exp that may differ from the engine's in its last bits.
 */
import { describe, expect, it } from "vitest";
import { EventLog } from "../../sim/record/eventLog";
import { MEASURES } from "../../sim/record/measures";
import { resolveStages } from "../../sim/scenario";
import { randomSetting } from "../invariants/randomSettings";
import { loadEngine } from "../sim/support/engine";
import { History } from "./history";
import { RECOMPUTED } from "./recomputed";
import { SETTINGS, type Setting } from "./settings";

const { replicate } = await loadEngine();
const TOLERANCE = 1e-9;
/** What is left of 1 where a share of all is taken from it. */
const NEXT_TO_NOTHING = 1e-12;

/** The measures of one run by id, and the same worked out from its diary. */
function both({ changes, timeline = [] }: Setting, replication: number) {
  const stages = resolveStages(changes, timeline);
  const log = new EventLog();
  const period = { from: 0, to: 0 };
  const { recorded } = replicate(stages, "measures", replication, {
    log,
    afterEvent: ({ recordsFrom, endsAt }) => Object.assign(period, { from: recordsFrom, to: endsAt }),
  });
  const history = new History(log.rows, stages, period);
  const measured = MEASURES.map(({ id, take }) => [id, take(recorded)] as const);
  return { history, measured, recomputed: measured.map(([id]) => [id, RECOMPUTED[id](history)] as const) };
}

/** Ids whose two values differ, with both; two that have no value agree. */
function disagreements(of: ReturnType<typeof both>) {
  return of.measured.flatMap(([id, value], i) => {
    const again = of.recomputed[i][1];
    if (Number.isNaN(value) && Number.isNaN(again)) return [];
    return Math.abs(value - again) <= TOLERANCE * Math.abs(again) + NEXT_TO_NOTHING
      ? []
      : [{ id, value, again }];
  });
}

const runs = new Map(Object.entries(SETTINGS).map(([name, setting]) => [name, both(setting, 2)]));

it("has a second way for every measure, and for nothing else", () => {
  expect(Object.keys(RECOMPUTED).toSorted()).toEqual(MEASURES.map(({ id }) => id).toSorted());
});

describe("every measure is what its definition says", () => {
  it.each([...runs.keys()])("%s", (name) => {
    const run = runs.get(name)!;
    expect(run.history.contradictions).toEqual([]);
    expect(disagreements(run)).toEqual([]);
  });

  it.each(Array.from({ length: 25 }, (_, i) => 2000 + i))("random scenario %i", (i) => {
    const run = both(randomSetting(i), i);
    expect(run.history.contradictions).toEqual([]);
    expect(disagreements(run)).toEqual([]);
  });
});

it("gives every measure a value other than 0 somewhere, and not the same everywhere", () => {
  for (const [m, { id }] of MEASURES.entries()) {
    const values = [...runs.values()].map(({ measured }) => measured[m][1]).filter(Number.isFinite);
    expect(
      values.some((value) => value !== 0),
      id,
    ).toBe(true);
    expect(new Set(values).size, id).toBeGreaterThan(1);
  }
});
