/** What weekly series say: shares of a year, when a team has recovered, and how its exhaustion fluctuates. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import type { Series } from "./tippingRuns";

/** Mean of replication `r` over weeks `from` to `to` (not included), weeks without a value left out. */
export function meanOver({ weeks, values }: Series, r: number, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  for (let week = Math.max(0, from); week < Math.min(weeks, to); week++) {
    const value = values[r * weeks + week];
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return n > 0 ? sum / n : Number.NaN;
}

/** Total of replication `r` over weeks `from` to `to` (not included). */
export function totalOver({ weeks, values }: Series, r: number, from: number, to: number): number {
  let sum = 0;
  for (let week = from; week < Math.min(weeks, to); week++) sum += values[r * weeks + week];
  return sum;
}

/** Something of every replication. */
export const ofEach = ({ weeks, values }: Series, of: (r: number) => number): Float64Array =>
  Float64Array.from({ length: weeks > 0 ? values.length / weeks : 0 }, (_, r) => of(r));

/** Mean over year `year` (1 the first) in every replication. */
export const yearMeans = (series: Series, year: number): Float64Array =>
  ofEach(series, (r) => meanOver(series, r, WEEKS_PER_YEAR * (year - 1), WEEKS_PER_YEAR * year));

/** Mean over the last recorded year in every replication. */
export const lastYearMeans = (series: Series): Float64Array =>
  ofEach(series, (r) => meanOver(series, r, series.weeks - WEEKS_PER_YEAR, series.weeks));

/** Burnt out at the start: at least this share over the first quarter. Recovered: at most that over half a year. */
export const RECOVERY = { burntOutFrom: 0.5, firstWeeks: 13, recoveredAt: 0.25, lastsWeeks: 26 } as const;

/**
 * Weeks until replication `r` has recovered: the first week from which the burnt-out share over half a year is at
 * most a quarter. Infinity where it never is, NaN where the team was not burnt out at the start.
 */
export function recoveryWeeks(burntOut: Series, r: number): number {
  const { burntOutFrom, firstWeeks, recoveredAt, lastsWeeks } = RECOVERY;
  if (!(meanOver(burntOut, r, 0, firstWeeks) >= burntOutFrom)) return Number.NaN;
  for (let week = 0; week + lastsWeeks <= burntOut.weeks; week++) {
    if (meanOver(burntOut, r, week, week + lastsWeeks) <= recoveredAt) return week;
  }
  return Number.POSITIVE_INFINITY;
}

/** Windows in which fluctuations are taken, and the exhaustion up to which a team counts as well. */
export const WINDOW = { weeks: 26, wellBelow: 0.45 } as const;

export interface Fluctuation {
  /** Standard deviation about a straight line, and correlation with the week before. */
  readonly sd: number;
  readonly memory: number;
}

/** Fluctuations of mean exhaustion in the half-years in which the team is well, averaged; NaN where there are none. */
export function fluctuation(exhaustion: Series, r: number): Fluctuation {
  const windows: Fluctuation[] = [];
  for (let from = 0; from + WINDOW.weeks <= exhaustion.weeks; from += WINDOW.weeks) {
    const start = r * exhaustion.weeks + from;
    const window = exhaustion.values.subarray(start, start + WINDOW.weeks);
    if (window.every((E) => E < WINDOW.wellBelow)) windows.push(aboutLine(window));
  }
  const average = (of: (f: Fluctuation) => number): number =>
    windows.length > 0 ? windows.reduce((sum, f) => sum + of(f), 0) / windows.length : Number.NaN;
  return { sd: average(({ sd }) => sd), memory: average(({ memory }) => memory) };
}

/** Standard deviation and lag-1 autocorrelation of what a straight line leaves over. */
export function aboutLine(values: Float64Array): Fluctuation {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const square = values.reduce((sum, _, t) => sum + (t - middle) ** 2, 0);
  const slope = values.reduce((sum, value, t) => sum + (t - middle) * (value - mean), 0) / square;
  const rest = values.map((value, t) => value - mean - slope * (t - middle));
  const variance = rest.reduce((sum, e) => sum + e * e, 0);
  const lagged = rest.reduce((sum, e, t) => sum + (t > 0 ? e * rest[t - 1] : 0), 0);
  return { sd: Math.sqrt(variance / (n - 2)), memory: lagged / variance };
}
