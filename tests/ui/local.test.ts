/** Local numbers: what is wrong is named by its line, and figures are those worked out by hand. */
import { expect, test } from "vitest";
import { checkScenario } from "../../sim/scenario";
import { countRange, figuresOf } from "../../ui/local/figures";
import { FEWEST_MONTHS, readLocal, SAMPLE } from "../../ui/local/read";
import { figuresInWords, fittedScenario, untoldInWords, verdictInWords } from "../../ui/text/local";

const HEADER = "month,referrals,wte,starters,leavers,wait";
const month = (i: number, rest = "100,4,0,0,10") => `2025-${String(i).padStart(2, "0")},${rest}`;
const year = (rest?: string) =>
  [HEADER, ...Array.from({ length: 12 }, (_, i) => month(i + 1, rest))].join("\n");

test("the sample can be read", () => {
  const { months, problems } = readLocal(SAMPLE);
  expect(problems).toEqual([]);
  expect(months.length).toBeGreaterThanOrEqual(12);
});

test("tabs, a byte order mark, Windows line ends, other orders of columns and empty lines are fine", () => {
  const rows = Array.from({ length: 6 }, (_, i) => `0\t90\t2025-0${i + 1}\t1\t3.5`);
  const text = `\uFEFFLeavers\tReferrals\tMonth\tStarters\tWTE\r\n${rows.join("\r\n")}\r\n\r\n`;
  const { months, problems } = readLocal(text);
  expect(problems).toEqual([]);
  expect(months[0]).toEqual({ referrals: 90, wte: 3.5, starters: 1, leavers: 0, wait: null });
});

test("every wrong row is named by its line, all at once", () => {
  const text = [
    HEADER,
    month(1),
    "May 2025,100,4,0,0,10",
    month(3, "-1,4,0,0,"),
    month(1),
    month(5, "1e9,,0,0,1"),
  ];
  expect(readLocal(text.join("\n")).problems).toEqual([
    "Line 3: month is “May 2025”; write it as 2025-04.",
    "Line 4: referrals is “-1”; it must be a number from 0 to 100,000.",
    "Line 5: month 2025-01 is on line 2 too.",
    "Line 6: referrals is “1e9”; it must be a number from 0 to 100,000; wte is empty; it must be a number from 0 to 1,000.",
  ]);
});

test("missing columns, too few months and nothing at all", () => {
  expect(readLocal("month,wte\n2025-01,3").problems[0]).toMatch(/referrals, starters, leavers are missing/);
  expect(readLocal([HEADER, month(1)].join("\n")).problems[0]).toContain(`at least ${FEWEST_MONTHS}`);
  expect(readLocal(year("0,4,0,0,1")).problems).toEqual(["There are no referrals in any month."]);
  expect(readLocal("  ")).toEqual({ months: [], problems: [] });
});

test("figures of a year worked out by hand", () => {
  const figures = figuresOf(readLocal(year()).months);
  expect(figures).toMatchObject({ months: 12, wte: 4, posts: 4, referralsPerYear: 1200, leavers: 0 });
  expect(figures.turnoverRange[0]).toBe(0);
  expect(figures.turnoverRange[1]).toBeCloseTo(3.69 / 4, 1);
  expect(figures.wait).toBe(10);
  expect(figures.waitRange).toEqual([9, 11]);
});

test("the range of a count is that of the Poisson distribution", () => {
  // Exact 95 % limits (Breslow and Day 1987, table 2.11).
  for (const [count, low, high] of [
    [1, 0.0253, 5.57],
    [4, 1.09, 10.24],
    [10, 4.8, 18.39],
    [100, 81.4, 121.6],
  ]) {
    expect(countRange(count)[0]).toBeCloseTo(low, count === 1 ? 1 : 0);
    expect(countRange(count)[1] / high).toBeCloseTo(1, 1);
  }
});

const answer = {
  set: { "team.linkWorkers": 4, "team.referenceLinkWorkers": 4, "referral.perWtePerYear": 300 },
  parameters: [
    { id: "turnover.baseHazard", default: 0.12, searched: [0.06, 0.2], fits: [0.06, 0.19], narrowedTo: 0.95 },
  ],
  fits: [],
  accepted: 400,
  candidates: 4000,
  ridges: [{ a: "turnover.baseHazard", b: "exhaustion.gain", correlation: -0.7 }],
  suggestion: { "turnover.baseHazard": 0.1, "exhaustion.gain": 0.02 },
} as const;

test("says what cannot be told apart, and that holding is not told", () => {
  const said = untoldInWords(answer).join(" ");
  expect(said).toContain("cannot tell leaving rate without exhaustion and speed of exhaustion apart");
  expect(said).toContain("almost nothing about leaving rate");
  expect(said).toContain("Nothing in them tells how much holding there is");
  expect(verdictInWords(answer)).toMatch(/^10%/);
  expect(verdictInWords({ ...answer, accepted: 0 })).toMatch(/^No setting/);
});

test("the fitted team is a scenario with a reason for every change", () => {
  const figures = figuresOf(readLocal(year()).months);
  const { changes, reasons, timeline } = fittedScenario(figures, answer);
  expect(checkScenario(changes, timeline)).toEqual([]);
  expect(Object.keys(reasons).sort()).toEqual(Object.keys(changes).sort());
  expect(figuresInWords(figures)).toHaveLength(4);
});
