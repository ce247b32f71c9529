/** The fingerprint: equal results have equal ones, and whatever differs changes it. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../sim/parameters";
import { MEASURES } from "../../sim/record/measures";
import { resolveStages } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import {
  canonicalText,
  type Fingerprinted,
  fingerprint,
  littleEndian,
} from "../../src/experiment/fingerprint";

const measures = Float64Array.from({ length: 2 * MEASURES.length }, (_, i) => i / 7);
const result: Fingerprinted = {
  scenario: {
    changes: { "team.linkWorkers": 8 },
    timeline: [{ atWeek: 52, changes: { "team.linkWorkers": 7 } }],
  },
  seed: "holdfast",
  replications: 2,
  measures,
};
const bytesWithNaN = (low: number, high: number): Float64Array => {
  const values = measures.slice();
  new Uint32Array(values.buffer).set([low, high], 6);
  expect(values[3]).toBeNaN();
  return values;
};

describe("the bytes of measures", () => {
  test("are 64-bit floats, low byte first", () => {
    expect([...littleEndian(Float64Array.of(1, -2.5))]).toEqual([
      ...[0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
      ...[0, 0, 0, 0, 0, 0, 0x04, 0xc0],
    ]);
  });

  test("know one NaN, whatever bits it came with", () => {
    const canonical = [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];
    expect([...littleEndian(Float64Array.of(Number.NaN))]).toEqual(canonical);
    expect([...littleEndian(bytesWithNaN(1, 0xfff80000))].slice(24, 32)).toEqual(canonical);
    const first = fingerprint({ ...result, measures: bytesWithNaN(0, 0x7ff80000) });
    expect(fingerprint({ ...result, measures: bytesWithNaN(5, 0xfff80001) })).toBe(first);
  });
});

describe("the text of the inputs", () => {
  const text = canonicalText(resolveStages(result.scenario.changes, result.scenario.timeline), "a\nb", 2);

  test("names model, seed, replications and horizon, each on its own line", () => {
    expect(text.split("\n").slice(0, 6)).toEqual([
      `model ${MODEL_VERSION}`,
      'seed "a\\nb"',
      "replications 2",
      "years 5",
      "warmUpYears 2",
      "from day -Infinity",
    ]);
  });

  test("has the parameters in the order of their ids, whatever the order of the table", () => {
    const [, warmUp] = text.split(/^from day .*\n/m);
    const ids = warmUp
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(PARAMETERS.length);
  });

  test("holds every parameter of every stage", () => {
    expect(text.match(/^from day .*/gm)).toEqual(["from day -Infinity", "from day 0", "from day 260"]);
    expect(text.match(/^team\.linkWorkers .*/gm)).toEqual([
      "team.linkWorkers 7",
      "team.linkWorkers 8",
      "team.linkWorkers 7",
    ]);
    expect(text.match(/^policy\.caseloadCap .*/gm)).toEqual(Array(3).fill("policy.caseloadCap none"));
  });
});

describe("the fingerprint", () => {
  test("is the SHA-256 of text and bytes", () => {
    const stages = resolveStages(result.scenario.changes, result.scenario.timeline);
    const expected = createHash("sha256")
      .update(canonicalText(stages, "holdfast", 2), "utf8")
      .update(littleEndian(measures))
      .digest("hex");
    expect(fingerprint(result)).toBe(`sha256:${expected}`);
  });

  test("does not depend on how a scenario was written down", () => {
    const { timeline } = result.scenario;
    const wordy = { "team.linkWorkers": 8, "policy.caseloadCap": "none", "run.years": 5 };
    expect(fingerprint({ ...result, scenario: { changes: wordy, timeline } })).toBe(fingerprint(result));
  });

  test("changes with everything that went in or came out", () => {
    const { scenario } = result;
    const othermeasures = measures.slice();
    othermeasures[5] += Number.EPSILON;
    const others: Fingerprinted[] = [
      { ...result, seed: "Holdfast" },
      { ...result, replications: 3 },
      { ...result, measures: othermeasures },
      { ...result, scenario: { ...scenario, timeline: [] } },
      { ...result, scenario: { ...scenario, timeline: [{ ...scenario.timeline[0], atWeek: 53 }] } },
      { ...result, scenario: { ...scenario, changes: { "team.linkWorkers": 9 } } },
      { ...result, scenario: { ...scenario, changes: { ...scenario.changes, "run.years": 4 } } },
      { ...result, scenario: { ...scenario, changes: { ...scenario.changes, "run.warmUpYears": 1 } } },
      { ...result, scenario: { ...scenario, changes: { ...scenario.changes, "contact.cv": 0.6 } } },
    ];
    const all = [result, ...others].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });
});
