/** The model against theory: the one list of checks that command line and page run too, each a test of its own. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Check, CheckResult } from "../../sim/verification";
import { CHECK_IDS } from "../../sim/verification/ids";
import { findingCells } from "../../sim/verification/words";
import { loadEngine } from "../sim/support/engine";

const { CHECKS, perform, performRequest } = await loadEngine();
const SEED = "holdfast";

/** What failed, as it is printed. */
const failures = ({ findings }: CheckResult): string[] =>
  findings.filter(({ pass }) => !pass).map((finding) => findingCells(finding).join(" | "));

const check = (id: string): Check => {
  const found = CHECKS.find((one) => one.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

describe("the model agrees with theory", () => {
  test.each(CHECKS)("$id: $title", (one) => {
    const result = perform(one, SEED);
    expect(failures(result)).toEqual([]);
    expect(result.pass).toBe(true);
    for (const { expected, observed, tolerance } of result.findings) {
      expect(Number.isFinite(expected) && Number.isFinite(observed)).toBe(true);
      // A tolerance as large as the value itself would see nothing.
      if (expected > 0) expect(tolerance).toBeLessThan(expected);
    }
  });
});

/** Checks of rules that take no time, and a change under which the reduction is no longer what theory says. */
const BROKEN: readonly (readonly [
  id: string,
  what: string,
  changes: Record<string, number | boolean | string>,
])[] = [
  ["A1", "appointments a tenth longer", { "contact.hours.first": 1.1 }],
  ["C1", "appointments of other lengths", { "contact.distribution": "lognormal", "contact.cv": 1 }],
  ["G1", "nobody goes first", { "triage.highComplexityFirst": false }],
  ["D1", "two patients fewer", { "policy.caseloadCap": 38 }],
  ["F3-full", "two places fewer", { "policy.caseloadCap": 28 }],
  ["J5", "a tenth more disclosures", { "holding.witnessRate": 0.033 }],
  ["W1", "repeats half as often", { "pathway.rework": 0.5 }],
  ["W3", "nobody comes back", { "gp.pReturn": 0 }],
  ["Q1", "distress that grows faster", { "patients.distressDrift": 0.0021 }],
  ["Z1", "a quarter of an hour more", { "contact.hours.first": 1.75 }],
  ["L1-contagion", "vacancies that make nobody leave", { "turnover.contagion": 0 }],
  ["KAPLAN-MEIER", "a fifth more leave", { "turnover.baseHazard": 0.3 }],
  ["M1-load", "slower recovery", { "exhaustion.recovery": 0.016 }],
  ["M7", "burnout that ends as it begins", { "exhaustion.burnoutOff": 0.599 }],
  ["X1", "training that fades faster", { "support.tauTrain": 250 }],
  ["ARRIVALS", "referrals that feed back", { "gp.kB": 1, "gp.Gmin": 0.1, "gp.base": 1e5 }],
];
describe("a check fails when the model is not what theory is about", () => {
  test.each(BROKEN)("%s: %s", (id, _, alter) => {
    expect(perform(check(id), SEED, { alter }).pass).toBe(false);
  });
});

describe("the list", () => {
  test("has every published set, but for those said to be others", () => {
    const { oracles } = JSON.parse(
      readFileSync(new URL("../verification/oracles.json", import.meta.url), "utf8"),
    ) as { oracles: { id: string }[] };
    const ids = new Set(CHECKS.map(({ id }) => id));
    // O1 is absence that interrupts a contact: the model finishes it (O2).
    expect(oracles.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual(["O1"]);
  });

  test("is in the order in which its ids are listed", () => {
    expect(CHECKS.map(({ id }) => id)).toEqual(CHECK_IDS);
  });

  test("has different ids, and says of each what it is, how the model is reduced, and whose theory it is", () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    for (const { id, family, title, reduction, source } of CHECKS)
      for (const text of [id, family, title, reduction, source]) expect(text.trim(), id).not.toBe("");
  });

  test("changes ordinary parameters only: what a scenario may not have is refused", () => {
    const alter = { "contact.hours.first": -1 };
    expect(() => perform(check("A1"), SEED, { alter })).toThrow(
      /Check A1 cannot be run: contact\.hours\.first is −?-?1/,
    );
  });

  test("gives the same numbers again, and others with another seed", () => {
    const first = performRequest({ id: "W1", seed: SEED, effort: 1 });
    expect(performRequest({ id: "W1", seed: SEED, effort: 1 })).toEqual(first);
    const other = performRequest({ id: "W1", seed: "another", effort: 1 });
    expect(other.pass).toBe(true);
    expect(other.findings[0].observed).not.toBe(first.findings[0].observed);
    expect(() => performRequest({ id: "nothing", seed: SEED, effort: 1 })).toThrow(
      "There is no check nothing.",
    );
  });

  test("narrows its tolerance with more effort, and holds nothing back in a message", () => {
    const usual = performRequest({ id: "W1", seed: SEED, effort: 1 });
    const more = performRequest({ id: "W1", seed: SEED, effort: 4 });
    expect(more.findings[0].tolerance).toBeLessThan(0.7 * usual.findings[0].tolerance);
    expect(structuredClone(more)).toEqual(more);
  });
});
