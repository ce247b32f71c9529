/** Evidence cards: what they say is the table's, and nothing in them depends on colour. */
import { expect, test } from "vitest";
import { PARAMETERS, parameterById } from "../../sim/parameters";
import { createEvidence, showInList } from "../../ui/evidence";
import {
  cannotKnow,
  departures,
  GRADE_MARKS,
  matches,
  rangeWords,
  rankWords,
  sourceParts,
} from "../../ui/text/evidence";
import { scenario } from "./fakes";

test("every source is cut into text and addresses without losing a letter", () => {
  for (const { id, source } of PARAMETERS) {
    const parts = sourceParts(source);
    expect(parts.map(({ text }) => text).join(""), id).toBe(source);
    for (const { href } of parts) if (href) expect(() => new URL(href), href).not.toThrow();
    const addresses = source.match(/https?:\/\//g)?.length ?? 0;
    expect(parts.filter(({ href }) => href !== null).length, id).toBe(addresses);
  }
});

test("an address ends before the punctuation around it; other schemes are no links", () => {
  const hrefs = (source: string) => sourceParts(source).flatMap(({ href }) => href ?? []);
  expect(hrefs("A, 2020, https://a.org/b_(c); B (https://b.org/x), C.")).toEqual([
    "https://a.org/b_(c",
    "https://b.org/x",
  ]);
  expect(hrefs("javascript:alert(1) data:text/html,x")).toEqual([]);
});

test("grades have marks of their own", () => {
  expect(new Set(Object.values(GRADE_MARKS)).size).toBe(5);
});

test("ranges are said with their unit; choices in words", () => {
  expect(rangeWords(parameterById("turnover.baseHazard"))).toBe("0.06 to 0.2 per year");
  expect(rangeWords(parameterById("support.training"))).toBe("on or off");
  expect(rangeWords(parameterById("holding.policy"))).toMatch(/^not recognised \(hidden work\); recognised/);
});

test("the rank is that of the latest run, or said to be missing", () => {
  const ranks = {
    measure: "Turnover",
    about: "Baseline",
    ids: ["exhaustion.gain", "turnover.kL"],
    told: ["exhaustion.gain"],
  };
  expect(rankWords("turnover.kL", null)).toMatch(/^not yet run/);
  expect(rankWords("turnover.kL", ranks)).toBe("2 of 2 (1 matters most) for turnover, around Baseline");
  expect(rankWords("team.adminShare", ranks)).toMatch(/^not varied/);
});

test("the search heeds every word, in label, id, source and grade", () => {
  const row = parameterById("turnover.baseHazard");
  expect(matches(row, "leaving PROXY")).toBe(true);
  expect(matches(row, "leaving measured")).toBe(false);
  expect(matches(row, "turnover.base")).toBe(true);
  expect(matches(row, "")).toBe(true);
});

test("departures name scenario, value, week and reason", () => {
  const row = parameterById("team.linkWorkers");
  const one = scenario("more", {
    changes: { "team.linkWorkers": 8 },
    reasons: { "team.linkWorkers": "Grant" },
  });
  const later = scenario("later", {
    timeline: [{ atWeek: 1200, changes: { "team.linkWorkers": 6 } }],
  });
  const same = scenario("same", { changes: { "team.linkWorkers": row.default } });
  expect(departures(row, [scenario("base"), one, later, same])).toEqual([
    { name: "more", value: "8 WTE posts", reason: "Grant" },
    { name: "later", value: "6 WTE posts from week 1,200", reason: null },
  ]);
});

test("says that no quantity for holding is published", () => {
  expect(cannotKnow()[0]).toMatch(/^There is no published quantity for holding/);
});

test("a lever asks for the list each time", () => {
  const evidence = createEvidence();
  showInList(evidence, "turnover.kL");
  showInList(evidence, "turnover.kL");
  expect([evidence.isListOpen.value, evidence.sought.value, evidence.asked.value]).toEqual([
    true,
    "turnover.kL",
    2,
  ]);
});
