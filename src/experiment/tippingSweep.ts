/** Where the team tips: sweeps from two starts, the mean field beside them, and the distribution of futures. */
import { WD_PER_YEAR } from "../../sim/calendar";
import { derive } from "../../sim/derived";
import { type FixedPoint, type Folds, fixedPoints, folds, meanFieldOf } from "../../sim/meanField";
import { DEFAULTS, withChanges } from "../../sim/parameters";
import { type Difference, type Summary, summarise } from "../../sim/statistics";
import { DEMANDS, demandOf, PULSE, PULSE_DEMANDS, pulseArm, type Sweep, startArm } from "./tippingArms";
import { burntOut, difference } from "./tippingCommon";
import { type Bimodality, bimodality } from "./tippingMixture";
import type { Outcomes } from "./tippingRuns";
import { lastYearMeans, yearMeans } from "./tippingSeries";

export interface SweepRow {
  readonly level: number;
  /** Share burnt out in the last year, by start, and how much higher it is from the bad one. */
  readonly good: Summary;
  readonly bad: Summary;
  readonly gap: Difference;
  /** From the bad start: the first year's share, and how much the last year's differs from the third's. */
  readonly badFirst: Summary;
  readonly badTrend: Difference;
  /** How much higher it is than at the level before, from the good start; null for the first. */
  readonly step: Difference | null;
  /** Contact hours done, less slowing by exhaustion, over nominal contact hours of funded posts; from the good start. */
  readonly demandRatio: number;
  /** States of the mean field at this demand ratio, the row's parameters. */
  readonly meanField: readonly FixedPoint[];
}

export interface SweepTable {
  readonly id: Sweep["id"];
  readonly what: string;
  readonly rows: readonly SweepRow[];
  /** Level at which half are burnt out in the last year, between neighbours in a straight line; null if outside. */
  readonly half: { readonly good: number | null; readonly bad: number | null };
}

export function sweepTable({ id, what, levels, changes }: Sweep, outcomes: Outcomes): SweepTable {
  const rows: SweepRow[] = [];
  let before: Float64Array | null = null;
  for (const level of levels) {
    const good = outcomes(startArm("good", changes(level)));
    const bad = outcomes(startArm("bad", changes(level)));
    const [wellEnds, wornEnds] = [burntOut(good), burntOut(bad)];
    const params = withChanges(DEFAULTS, changes(level));
    const nominal = params.team.linkWorkers * WD_PER_YEAR * derive(params).contactHoursPerDay;
    const hours = summarise(good.measure("contactHours")).mean;
    const slowed = 1 + params.exhaustion.slowing * summarise(good.measure("exhaustionMean")).mean;
    const demandRatio = hours / slowed / nominal;
    rows.push({
      level,
      good: summarise(wellEnds),
      bad: summarise(wornEnds),
      gap: difference(wellEnds, wornEnds),
      badFirst: summarise(yearMeans(bad.burntOut, 1)),
      badTrend: difference(yearMeans(bad.burntOut, 3), wornEnds),
      step: before && difference(before, wellEnds),
      demandRatio,
      meanField: Number.isFinite(demandRatio) ? fixedPoints(meanFieldOf(params), demandRatio) : [],
    });
    before = wellEnds;
  }
  const half = (of: (row: SweepRow) => number): number | null =>
    crossingOf(
      rows.map(({ level }) => level),
      rows.map(of),
      0.5,
    );
  return { id, what, rows, half: { good: half((row) => row.good.mean), bad: half((row) => row.bad.mean) } };
}

/** Where values over levels first pass `at`, in a straight line between neighbours; null where they do not. */
export function crossingOf(levels: readonly number[], values: readonly number[], at: number): number | null {
  for (let i = 1; i < levels.length; i++) {
    const [a, b] = [values[i - 1] - at, values[i] - at];
    if (a * b <= 0 && a !== b) return levels[i - 1] + ((levels[i] - levels[i - 1]) * a) / (a - b);
  }
  return null;
}

export interface MeanFieldTable {
  readonly folds: Folds | null;
  /** Referrals at which the measured demand ratio passes each fold. */
  readonly referrals: { readonly low: number | null; readonly high: number | null };
}

export function meanFieldTable({ rows }: SweepTable): MeanFieldTable {
  const found = folds(meanFieldOf(DEFAULTS));
  const levels = rows.map(({ level }) => level);
  const ratios = rows.map(({ demandRatio }) => demandRatio);
  const at = (fold: number | undefined): number | null =>
    fold === undefined ? null : crossingOf(levels, ratios, fold);
  return { folds: found, referrals: { low: at(found?.low), high: at(found?.high) } };
}

export interface DistributionRow {
  readonly referrals: number;
  /** The start, or the pulse that came after a good one. */
  readonly history: string;
  /** Replications by mean exhaustion in the last year, in tenths from 0 to 1. */
  readonly tenths: readonly number[];
  readonly mean: number;
  readonly test: Bimodality | null;
}

export function distributionTable(outcomes: Outcomes): DistributionRow[] {
  const starts = DEMANDS.flatMap((referrals) =>
    (["good", "bad"] as const).map((start) => ({
      referrals,
      history: `${start} start`,
      arm: startArm(start, demandOf(referrals)),
    })),
  );
  const pulses = PULSE_DEMANDS.flatMap((referrals) =>
    PULSE.weeks.map((weeks) => ({
      referrals,
      history: `pulse of ${weeks} weeks`,
      arm: pulseArm(referrals, weeks),
    })),
  );
  return [...starts, ...pulses].map(({ referrals, history, arm }) => {
    const ends = lastYearMeans(outcomes(arm).exhaustion);
    const tenths = new Array<number>(10).fill(0);
    for (const E of ends) if (E >= 0) tenths[Math.min(9, Math.floor(E * 10))]++;
    return { referrals, history, tenths, mean: summarise(ends).mean, test: bimodality(ends) };
  });
}
