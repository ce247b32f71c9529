/**
 * Back-test: a few scenarios with a fixed seed give the numbers stored beside this file. It does not say that they
 * are right, but that nothing has changed which was not meant to.
 *
 * When the model was changed on purpose, look at the differences, then write the new numbers with
 *
 *     HOLDFAST_RENEW=1 npx vitest run tests/backtest
 *
 * and commit stored.json together with the change.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import type { Changes, TimelineEntry } from "../../sim/scenario";
import { loadEngine } from "../sim/support/engine";

const { runBatch } = await loadEngine();

const FILE = new URL("./stored.json", import.meta.url);
const RENEW = process.env.HOLDFAST_RENEW === "1";
const ADVICE =
  "The results differ from stored.json. If the model was meant to change, renew them: HOLDFAST_RENEW=1 npx vitest run tests/backtest";
const REPLICATIONS = 3;

const SCENARIOS: Record<string, { changes: Changes; timeline?: TimelineEntry[] }> = {
  baseline: { changes: {} },
  "holding recognised, with all support": {
    changes: {
      "holding.policy": "recognised",
      "support.training": true,
      "support.peer": true,
      "support.supervisionHoursPerMonth": 4,
    },
  },
  "caseload cap, triage and warm handover among people who come and go": {
    changes: {
      "run.leversFrom": "start",
      "policy.caseloadCap": 30,
      "triage.divertSimple": 0.3,
      "triage.highComplexityFirst": true,
      "handover.warm": true,
      "turnover.baseHazard": 0.8,
    },
  },
  "time-limited holding, fewer posts and places in the course of the run": {
    changes: { "contact.distribution": "exponential", "services.stayDistribution": "lognormal" },
    timeline: [
      { atWeek: 13, changes: { "holding.policy": "time-limited" } },
      { atWeek: 26, changes: { "team.linkWorkers": 5, "services.capacityMultiplier": 0.8 } },
      { atWeek: 39, changes: { "holding.policy": "none", "referral.multiplier": 1.5 } },
    ],
  },
};

type Stored = Record<string, Record<string, (number | null)[]>>;

/** Twelve significant digits; null where a measure has no value. */
const written = (value: number): number | null =>
  Number.isNaN(value) ? null : Number(value.toPrecision(12));

/** Every measure of each replication, and how many events it took them. */
function results({ changes, timeline = [] }: (typeof SCENARIOS)[string]): Stored[string] {
  const batch = runBatch({
    changes: { "run.warmUpYears": 1, "run.years": 1, ...changes },
    timeline,
    seed: "back-test",
    firstReplication: 0,
    replications: REPLICATIONS,
    weekly: false,
  });
  const row = (m: number) =>
    Array.from({ length: REPLICATIONS }, (_, r) => written(batch.measures[r * MEASURES.length + m]));
  return { events: [batch.events], ...Object.fromEntries(MEASURES.map(({ id }, m) => [id, row(m)])) };
}

/** One line a measure, so that a change reads well in a comparison of versions. */
function text(stored: Stored): string {
  const scenarios = Object.entries(stored).map(([name, measures]) => {
    const lines = Object.entries(measures).map(
      ([id, values]) => `    "${id}": [${values.map(String).join(", ")}]`,
    );
    return `  ${JSON.stringify(name)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${scenarios.join(",\n")}\n}\n`;
}

describe("back-test", () => {
  const computed = Object.fromEntries(Object.entries(SCENARIOS).map(([name, of]) => [name, results(of)]));
  if (RENEW) writeFileSync(FILE, text(computed));
  const stored: Stored = JSON.parse(readFileSync(FILE, "utf8"));

  it("has stored numbers of these scenarios and no others", () => {
    expect(Object.keys(stored), ADVICE).toEqual(Object.keys(SCENARIOS));
  });
  it.each(Object.keys(SCENARIOS))("gives the stored numbers: %s", (name) => {
    expect(computed[name], ADVICE).toEqual(stored[name]);
  });
  it("runs scenarios that differ", () => {
    expect(new Set(Object.values(computed).map(({ events }) => events[0])).size).toBe(4);
  });
});
