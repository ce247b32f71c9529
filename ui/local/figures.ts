/** What a team's monthly numbers come to: a year's referrals, turnover with its doubt, and the wait. */
import { deviation, mean, pairs, sum, utcMonth } from "d3";
import type { LocalMonth } from "./read";

/** Lowest and highest value that the numbers allow. */
type Range = readonly [number, number];

/** Months without numbers between the first month and the last, as 2025-04. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

export interface LocalFigures {
  readonly months: number;
  readonly gaps: readonly Gap[];
  /** Mean WTE in post, and posts of the simulated team: whole ones, at least one. */
  readonly wte: number;
  readonly posts: number;
  readonly referralsPerYear: number;
  readonly leavers: number;
  /** Leavers per filled WTE and year, and its 95% range for a count as small as this. */
  readonly turnover: number;
  readonly turnoverRange: Range;
  /** Mean wait in working days and its range; null where fewer than half of the months say it. */
  readonly wait: number | null;
  readonly waitRange: Range | null;
  /** Change of WTE from the first month to the last, beside starters less leavers. */
  readonly wteChange: number;
  readonly netStarters: number;
}

const MONTHS = 12;
const Z = 1.959964;
/** A wait is never known better than this share of it: months differ in who is counted. */
const LEAST_WAIT_DOUBT = 0.1;

/** What `months`, which are in the order of time, come to; rates hold for the months that there are. */
export function figuresOf(months: readonly LocalMonth[]): LocalFigures {
  const years = months.length / MONTHS;
  const wte = mean(months, (month) => month.wte) ?? 0;
  const leavers = sum(months, (month) => month.leavers);
  const wteYears = wte * years;
  const [low, high] = countRange(leavers);
  const wait = waitOf(months);
  return {
    months: months.length,
    gaps: gapsOf(months),
    wte,
    posts: Math.max(1, Math.round(wte)),
    referralsPerYear: sum(months, (month) => month.referrals) / years,
    leavers,
    turnover: leavers / wteYears,
    turnoverRange: [low / wteYears, high / wteYears],
    wait: wait?.mean ?? null,
    waitRange: wait?.range ?? null,
    wteChange: months[months.length - 1].wte - months[0].wte,
    netStarters: sum(months, (month) => month.starters) - leavers,
  };
}

function gapsOf(months: readonly LocalMonth[]): Gap[] {
  return pairs(months).flatMap(([{ month: before }, { month: after }]) => {
    const missing = utcMonth.range(utcMonth.offset(new Date(before), 1), new Date(after));
    const [from, to] = [missing[0], missing.at(-1)].map((date) => date?.toISOString().slice(0, 7));
    return from === undefined || to === undefined ? [] : [{ from, to, months: missing.length }];
  });
}

/** 95% range of the mean of a Poisson count (Byar's approximation; Breslow and Day 1987). */
export function countRange(count: number): Range {
  const bound = (n: number, sign: number): number =>
    n * (1 - 1 / (9 * n) + (sign * Z) / (3 * Math.sqrt(n))) ** 3;
  return [count === 0 ? 0 : Math.max(0, bound(count, -1)), bound(count + 1, 1)];
}

function waitOf(months: readonly LocalMonth[]): { mean: number; range: Range } | null {
  const known = months.filter(({ wait }) => wait !== null);
  const seen = sum(known, ({ referrals }) => referrals);
  if (known.length < months.length / 2 || seen === 0) return null;
  const average = sum(known, ({ wait, referrals }) => (wait ?? 0) * referrals) / seen;
  const error = (deviation(known, ({ wait }) => wait ?? 0) ?? 0) / Math.sqrt(known.length);
  const half = Math.max(2 * error, LEAST_WAIT_DOUBT * average);
  return { mean: average, range: [Math.max(0, average - half), average + half] };
}
