/** How far a shock moves a weekly series: the largest mean departure from the same futures without the shock. */
import { deviation, mean } from "d3-array";
import type { Interval95 } from "../../sim/statistics";
import { halfWidth, intervalOf } from "../../sim/statistics/studentT";
import type { Series } from "./tippingRuns";
import { meanOver, ofEach } from "./tippingSeries";

/** Weeks over which a departure is averaged before the largest is looked for. */
export const DEPTH_WEEKS = 4;

export interface Depth {
  /** First of the weeks over which the departure is averaged. */
  readonly week: number;
  readonly mean: number;
  /** Holds for all the weeks that were looked at together with 95%: wide enough for having picked the largest. */
  readonly interval: Interval95;
  readonly n: number;
  /** Whether the interval of any of the periods that were looked at, not the largest alone, excludes no departure. */
  readonly isClear: boolean;
}

/** Replication r of one table less replication r of another, week by week. */
export function departures(without: Series, shocked: Series): Series {
  return { weeks: shocked.weeks, values: shocked.values.map((value, i) => value - without.values[i]) };
}

/**
 * The largest mean departure from week `from` on, over periods of four weeks one after another, in either direction.
 * Its Student-t interval is Bonferroni's over all periods.
 */
export function depthOf(departed: Series, from: number): Depth {
  const periods = Math.max(1, Math.floor((departed.weeks - from) / DEPTH_WEEKS));
  const found = Array.from({ length: periods }, (_, k) => {
    const week = from + k * DEPTH_WEEKS;
    const values = ofEach(departed, (r) => meanOver(departed, r, week, week + DEPTH_WEEKS));
    const present = values.filter((value) => !Number.isNaN(value));
    const sampled = {
      n: present.length,
      mean: mean(present) ?? Number.NaN,
      sd: deviation(present) ?? Number.NaN,
    };
    const interval = intervalOf(sampled, 1 - 0.05 / periods);
    return { week, mean: sampled.mean, interval, n: sampled.n };
  });
  const isClear = found.some(({ interval: [low, high] }) => low > 0 || high < 0);
  const deepest = found.reduce((most, depth) =>
    Math.abs(depth.mean) > Math.abs(most.mean) || Number.isNaN(most.mean) ? depth : most,
  );
  return { ...deepest, isClear };
}

export interface Average {
  readonly mean: readonly number[];
  /** Half-width of the 95% interval of each week's mean. */
  readonly give: readonly number[];
}

/** The mean departure of every week, with how sure it is: for drawing. NaN in weeks without a value. */
export function averageOf(departed: Series): Average {
  const weeks = Array.from({ length: departed.weeks }, (_, week) =>
    ofEach(departed, (r) => departed.values[r * departed.weeks + week]).filter(
      (value) => !Number.isNaN(value),
    ),
  );
  return {
    mean: weeks.map((values) => mean(values) ?? Number.NaN),
    give: weeks.map((values) => halfWidth({ n: values.length, sd: deviation(values) ?? Number.NaN })),
  };
}
