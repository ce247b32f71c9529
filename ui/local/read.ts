/** A team's own monthly numbers, pasted or opened as CSV; every wrong row is named by its line. */
import { dsvFormat, utcParse } from "d3";
import { formatCount } from "../text/format";
import { text } from "../text/text";

export interface LocalMonth {
  /** Year and month, such as 2025-04. */
  readonly month: string;
  readonly referrals: number;
  readonly wte: number;
  readonly starters: number;
  readonly leavers: number;
  /** Mean wait in working days from referral to first appointment, or null where it is not known. */
  readonly wait: number | null;
}

export interface LocalNumbers {
  /** In the order of time, whatever the order of lines. */
  readonly months: readonly LocalMonth[];
  /** Sentences on what cannot be used, in the order of lines. */
  readonly problems: readonly string[];
}

const COLUMNS = ["month", "referrals", "wte", "starters", "leavers", "wait"] as const;
type Column = (typeof COLUMNS)[number];
const HIGHEST: Readonly<Record<Exclude<Column, "month">, number>> = {
  referrals: 100_000,
  wte: 1000,
  starters: 1000,
  leavers: 1000,
  wait: 1000,
};
/** Fewer months tell too little of a year. */
export const FEWEST_MONTHS = 6;
const MOST_MONTHS = 240;
const MOST_PROBLEMS = 10;
const LONGEST_SHOWN = 30;

/** The sample that is offered: two years of a made-up team. */
export const SAMPLE = `month,referrals,wte,starters,leavers,wait
2024-04,128,6.8,0,0,12
2024-05,135,6.8,0,0,13
2024-06,121,6.8,0,1,12
2024-07,130,5.8,0,0,15
2024-08,112,5.8,0,0,16
2024-09,140,5.8,1,0,15
2024-10,146,6.8,0,0,13
2024-11,139,6.8,0,0,13
2024-12,98,6.8,0,0,11
2025-01,143,6.8,0,1,13
2025-02,131,5.8,0,0,15
2025-03,137,5.8,0,0,16
2025-04,129,5.8,1,0,16
2025-05,133,6.8,0,0,14
2025-06,127,6.8,0,0,13
2025-07,134,6.8,0,0,12
2025-08,110,6.8,0,1,12
2025-09,142,5.8,0,0,14
2025-10,148,5.8,0,0,17
2025-11,141,5.8,1,0,16
2025-12,101,6.8,0,0,12
2026-01,145,6.8,0,0,13
2026-02,132,6.8,0,0,13
2026-03,138,6.8,0,1,13
`;

const SEPARATORS = ["\t", ";", ","] as const;
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Reads text with a header line, separated as spreadsheets do it: by tabs, semicolons or commas. */
export function readLocal(typed: string): LocalNumbers {
  const plain = typed.replace(/^\uFEFF/, "");
  const first = plain.split("\n").find((line) => line.trim() !== "");
  if (first === undefined) return { months: [], problems: [] };
  const separator = SEPARATORS.find((one) => first.includes(one)) ?? ",";
  const lines = dsvFormat(separator).parseRows(plain);
  const head = Math.max(
    0,
    lines.findIndex((cells) => !isBlank(cells)),
  );
  const header = lines[head].map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => column !== "wait" && !header.includes(column));
  if (missing.length > 0)
    return { months: [], problems: [text.local.missingColumns(String(head + 1), COLUMNS, missing)] };
  return readLines(lines, head, header);
}

/** The lines after line `head` (from 0), which is the header. */
function readLines(
  lines: readonly (readonly string[])[],
  head: number,
  header: readonly string[],
): LocalNumbers {
  const months: LocalMonth[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  lines.forEach((cells, i) => {
    if (i <= head || isBlank(cells)) return;
    const { values, problems: wrong } = readLine(cells, header);
    const twice = values.month === "" ? undefined : seen.get(values.month);
    if (twice !== undefined) wrong.push(text.local.twice(values.month, String(twice)));
    seen.set(values.month, i + 1);
    if (wrong.length > 0) problems.push(text.local.line(String(i + 1), wrong));
    else months.push(values);
  });
  months.sort((a, b) => (a.month < b.month ? -1 : 1));
  return { months, problems: atMost([...problems, ...together(months, problems.length > 0)]) };
}

/** What is wrong with the months together; most of it only shows once every line can be read. */
function together(months: readonly LocalMonth[], isPart: boolean): string[] {
  const { tooMany, tooFew, noReferrals, noPosts } = text.local;
  const count = String(months.length);
  if (months.length > MOST_MONTHS) return [tooMany(count, String(MOST_MONTHS))];
  if (isPart) return [];
  if (months.length < FEWEST_MONTHS) return [tooFew(months.length, FEWEST_MONTHS)];
  if (months.every(({ referrals }) => referrals === 0)) return [noReferrals];
  return months.every(({ wte }) => wte < 0.5) ? [noPosts] : [];
}

function atMost(problems: readonly string[]): readonly string[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), text.local.moreWrong(more)];
}

/** How spreadsheets write a month beside 2025-04 and 2025-04-30: Apr-25, Apr 25, Apr-2025, Apr 2025, April 2025. */
const NAMED_MONTHS = ["%b-%y", "%b %y", "%b-%Y", "%b %Y", "%B-%Y", "%B %Y"].map(utcParse);

/** Year and month as 2025-04, or nothing; a date of numbers alone is not taken for one, since countries differ. */
function monthOf(typed: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.test(typed)) return typed.slice(0, 7);
  for (const parse of NAMED_MONTHS) {
    const date = parse(typed);
    if (date !== null) return date.toISOString().slice(0, 7);
  }
  return "";
}

/** A number as it is typed or as a spreadsheet shows it: 1200, 1,200 or 6.8. */
function numberOf(typed: string): number {
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(typed)) return Number.NaN;
  return Number(typed.replaceAll(",", ""));
}

function readLine(cells: readonly string[], header: readonly string[]) {
  const problems: string[] = [];
  const cell = (column: Column): string => cells[header.indexOf(column)]?.trim() ?? "";
  const month = monthOf(cell("month"));
  if (month === "") problems.push(text.local.wrongMonth(quoted(cell("month"))));
  const number = (column: Exclude<Column, "month">): number => {
    const typed = cell(column);
    const value = numberOf(typed);
    if (value >= 0 && value <= HIGHEST[column]) return value;
    problems.push(text.local.wrongNumber(column, quoted(typed), formatCount(HIGHEST[column])));
    return 0;
  };
  const values: LocalMonth = {
    month,
    referrals: number("referrals"),
    wte: number("wte"),
    starters: number("starters"),
    leavers: number("leavers"),
    wait: cell("wait") === "" ? null : number("wait"),
  };
  return { values, problems };
}

function quoted(typed: string): string {
  if (typed === "") return text.local.empty;
  return text.local.typed(typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed);
}
