/** How long a team takes to recover from a shock, future by future. */
import type { Interval95 } from "../../sim/statistics";
import { wilson } from "../../sim/statistics/share";
import { WEEKS_TO_JUDGE } from "./drillShocks";
import type { Series } from "./tippingRuns";
import { meanOver, ofEach } from "./tippingSeries";

/** When a departure counts as over: up to `tolerance`, in the direction (1 or −1) in which the shock pushes. */
export interface Judging {
  /** Week from which recovery is counted. */
  readonly from: number;
  readonly direction: 1 | -1;
  readonly tolerance: number;
}

export interface Recovery {
  readonly n: number;
  /** Median over futures, in weeks; Infinity where at least half do not recover within the run. */
  readonly median: number;
  /** Distribution-free 95% interval of the median, from order statistics. */
  readonly medianInterval: Interval95;
  /** In 8 of 10 futures it takes between so many weeks and so many. */
  readonly p10: number;
  readonly p90: number;
  /** Share of futures that do not recover within the run, with Wilson's 95% interval (Wilson 1927). */
  readonly never: number;
  readonly neverInterval: Interval95;
}

/**
 * Weeks from `from` until the departure of replication `r` is back within the tolerance for good: the first week from
 * which on the mean of every 13 weeks, up to the end of the run, is within it. Weeks without a value are left out.
 * Infinity where the last 13 weeks are not within; NaN where no week has a value.
 */
export function recoveryTime(departed: Series, r: number, { from, direction, tolerance }: Judging): number {
  const last = departed.weeks - WEEKS_TO_JUDGE;
  let hasValue = false;
  for (let week = last; week >= from; week--) {
    const apart = direction * meanOver(departed, r, week, week + WEEKS_TO_JUDGE);
    hasValue ||= !Number.isNaN(apart);
    if (apart > tolerance) return week === last ? Number.POSITIVE_INFINITY : week + 1 - from;
  }
  return hasValue ? 0 : Number.NaN;
}

/** The times to recover of all replications, summed up. */
export function recoveryOf(departed: Series, judging: Judging): Recovery {
  const times = ofEach(departed, (r) => recoveryTime(departed, r, judging))
    .filter((time) => !Number.isNaN(time))
    .sort();
  const n = times.length;
  const never = times.filter((time) => time === Number.POSITIVE_INFINITY).length;
  return {
    n,
    // Of an even number the upper of the two in the middle, so that it is never where half never recover.
    median: atRank(times, (n + 1) / 2),
    medianInterval: medianInterval(times),
    p10: atRank(times, 0.1 * n),
    p90: atRank(times, 0.9 * n),
    never: never / n,
    neverInterval: wilson(never, n),
  };
}

/** The value that the share rank / n of `sorted` does not exceed; no interpolation, since some are infinite. */
function atRank(sorted: Float64Array, rank: number): number {
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(rank))) - 1] ?? Number.NaN;
}

/** Order statistics between which the median lies with about 95%: ranks n/2 ± 1.96 √n / 2 (Conover 1999, 3.2). */
function medianInterval(sorted: Float64Array): Interval95 {
  const n = sorted.length;
  const reach = (1.96 * Math.sqrt(n)) / 2;
  return [atRank(sorted, n / 2 - reach), atRank(sorted, n / 2 + reach + 1)];
}
