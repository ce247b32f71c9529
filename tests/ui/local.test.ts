/** Local numbers: what is wrong is named by its line, and figures are those worked out by hand. */
import { expect, test } from "vitest";
import { checkScenario } from "../../sim/scenario";
import { countRange, figuresOf } from "../../ui/local/figures";
import { FEWEST_MONTHS, readLocal, SAMPLE } from "../../ui/local/read";
import {
  figuresInWords,
  fittedScenario,
  localWarnings,
  untoldInWords,
  verdictInWords,
} from "../../ui/text/local";

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
  expect(months[0]).toEqual({
    ...{ month: "2025-01", referrals: 90, wte: 3.5, starters: 1, leavers: 0, wait: null },
  });
});

test("what a spreadsheet shows is read: named months, thousands, semicolons, blank lines before the header", () => {
  const named = ["Apr-25", "may 25", "June 2025", "Jul-2025", "Aug 2025", "2025-09-30"];
  const rows = named.map((one) => `${one};1,200;6.5;0;0;`);
  const { months, problems } = readLocal(`\n  \n${[HEADER.replaceAll(",", ";"), ...rows].join("\n")}`);
  expect(problems).toEqual([]);
  expect(months.map((one) => one.month)).toEqual([4, 5, 6, 7, 8, 9].map((number) => `2025-0${number}`));
  expect(months[0]).toMatchObject({ referrals: 1200 });
  expect(readLocal([HEADER, month(1, '"1,200",4,0,0,')].join("\n")).months[0].referrals).toBe(1200);
  expect(readLocal([HEADER, month(1, '"1,20",4,0,0,')].join("\n")).problems[0]).toContain("“1,20”");
  expect(readLocal(`\n\nmonth,wte\n`).problems[0]).toMatch(/^Line 3 must name the columns/);
  expect(readLocal(`""`).problems[0]).toMatch(/^Line 1 must name the columns/);
});

test("days of one month are one month, so that all but the first are refused by line", () => {
  const days = [1, 2, 3, 4, 5, 6].map((day) => `2025-01-0${day},100,4,0,0,10`);
  expect(readLocal([HEADER, ...days].join("\n")).problems).toEqual(
    [3, 4, 5, 6, 7].map((line) => `Line ${line}: month 2025-01 is on line ${line - 1} too.`),
  );
});

test("months are put in the order of time, so that the newest may come first", () => {
  const fewer = [month(6, "100,3,0,0,"), month(5, "100,3,0,1,"), ...[4, 3, 2, 1].map((i) => month(i))];
  const figures = figuresOf(readLocal([HEADER, ...fewer].join("\n")).months);
  expect([figures.wteChange, figures.netStarters]).toEqual([-1, -1]);
  expect(figuresInWords(figures).at(-1)).toMatch(/agree to within 1\.$/);
});

test("months that are missing are named, and nothing is said of what cannot be told then", () => {
  const rows = ["2020-01", "2024-11", "2024-12", "2025-01", "2025-02", "2025-04"];
  const figures = figuresOf(readLocal([HEADER, ...rows.map((one) => `${one},100,4,0,0,`)].join("\n")).months);
  expect(figures).toMatchObject({ months: 6, referralsPerYear: 1200 });
  expect(localWarnings(figures)[0]).toMatch(
    /^There are no numbers for 2020-02 to 2024-10 \(57 months\) and 2025-03\. The rates hold/,
  );
  expect(figuresInWords(figures).join()).not.toMatch(/agree|Check/);
  expect(localWarnings(figuresOf(readLocal(SAMPLE).months))).toEqual([]);
});

test("referrals that can hardly be right are told, and few leavers only where they are few", () => {
  const of = (rest: string) => figuresOf(readLocal(year(rest)).months);
  expect(localWarnings(of("400,4,0,0,"))).toEqual([
    "1,200 referrals a year for each post are far more than the 200 to 250 that guidance expects. Are referrals and WTE of the same team?",
  ]);
  expect(localWarnings(of("30,4,0,0,"))[0]).toMatch(/^90 referrals a year for each post are far fewer/);
  expect(localWarnings(of("160,4,0,0,"))).toEqual([]);
  expect(figuresInWords(of("100,4,0,2,")).join()).toContain(
    "24 leavers: 600.0% of filled WTE a year. So few",
  );
  expect(figuresInWords(of("100,4,0,500,")).join()).toMatch(/6,000 leavers: [^(]+ \(taken as .+\)\./);
});

test("every wrong row is named by its line, all at once", () => {
  const text = [
    HEADER,
    month(1),
    "01/05/2025,100,4,0,0,10",
    month(3, "-1,4,0,0,"),
    month(1),
    month(5, "1e9,,0,0,1"),
  ];
  expect(readLocal(text.join("\n")).problems).toEqual([
    "Line 3: month is “01/05/2025”; write it as 2025-04 or Apr-25.",
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
  // Exact 95% limits (Breslow and Day 1987, table 2.11).
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
