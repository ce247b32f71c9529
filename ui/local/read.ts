/** A team's own monthly numbers, pasted or opened as CSV; every wrong row is named by its line. */
import { csvParseRows, tsvParseRows } from "d3";
import { formatCount } from "../text/format";
import { text } from "../text/text";

export interface LocalMonth {
  readonly referrals: number;
  readonly wte: number;
  readonly starters: number;
  readonly leavers: number;
  /** Mean wait in working days from referral to first appointment, or null where it is not known. */
  readonly wait: number | null;
}

export interface LocalNumbers {
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

/** Reads text with a header line; separated by commas, or by tabs as it is pasted from a spreadsheet. */
export function readLocal(typed: string): LocalNumbers {
  const plain = typed.replace(/^\uFEFF/, "");
  if (plain.trim() === "") return { months: [], problems: [] };
  const isTabbed = plain.slice(0, plain.indexOf("\n") + 1 || undefined).includes("\t");
  const lines = isTabbed ? tsvParseRows(plain) : csvParseRows(plain);
  const header = lines[0].map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => column !== "wait" && !header.includes(column));
  if (missing.length > 0) return { months: [], problems: [text.local.missingColumns(COLUMNS, missing)] };
  return readLines(lines, header);
}

function readLines(lines: readonly (readonly string[])[], header: readonly string[]): LocalNumbers {
  const months: LocalMonth[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  lines.slice(1).forEach((cells, i) => {
    const line = i + 2;
    if (cells.every((cell) => cell.trim() === "")) return;
    const read = readLine(cells, header);
    const twice = seen.get(read.month);
    if (twice !== undefined) read.problems.push(text.local.twice(read.month, String(twice)));
    seen.set(read.month, line);
    if (read.problems.length > 0) problems.push(text.local.line(String(line), read.problems));
    else months.push(read.values);
  });
  const { tooMany, tooFew, noReferrals, noPosts, moreWrong } = text.local;
  const count = String(months.length);
  if (months.length > MOST_MONTHS) problems.push(tooMany(count, String(MOST_MONTHS)));
  if (problems.length === 0 && months.length < FEWEST_MONTHS)
    problems.push(tooFew(count, String(FEWEST_MONTHS)));
  if (problems.length === 0 && months.every(({ referrals }) => referrals === 0)) problems.push(noReferrals);
  if (problems.length === 0 && months.every(({ wte }) => wte < 0.5)) problems.push(noPosts);
  const more = problems.length - MOST_PROBLEMS;
  return {
    months,
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), moreWrong(String(more))] : problems,
  };
}

function readLine(cells: readonly string[], header: readonly string[]) {
  const problems: string[] = [];
  const cell = (column: Column): string => cells[header.indexOf(column)]?.trim() ?? "";
  const month = cell("month");
  if (!/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.test(month)) {
    problems.push(text.local.wrongMonth(quoted(month)));
  }
  const number = (column: Exclude<Column, "month">): number => {
    const typed = cell(column);
    const value = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= 0 && value <= HIGHEST[column]) return value;
    problems.push(text.local.wrongNumber(column, quoted(typed), formatCount(HIGHEST[column])));
    return 0;
  };
  const values: LocalMonth = {
    referrals: number("referrals"),
    wte: number("wte"),
    starters: number("starters"),
    leavers: number("leavers"),
    wait: cell("wait") === "" ? null : number("wait"),
  };
  return { month, values, problems };
}

function quoted(typed: string): string {
  if (typed === "") return text.local.empty;
  return text.local.typed(typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed);
}
