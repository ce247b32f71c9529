/** What the calibration fits, to what, and how each target is taken from the model. */

import { WD_PER_YEAR } from "../../sim/calendar";
import { lognormal } from "../../sim/kernel/distributions";
import { drifted } from "../../sim/mechanisms/distress";
import { DEFAULTS, type Interval, type Params, parameterById } from "../../sim/parameters";

/** The parameters that are fitted, and no others. */
export const FITTED = [
  "turnover.baseHazard",
  "exhaustion.gain",
  "absence.hazard",
  "patients.distressDrift",
] as const;

/** Plausible range and default of a fitted parameter, from the parameter table. */
export function fittedRow(id: string): { readonly range: Interval; readonly default: number } {
  const { range, default: value } = parameterById(id);
  if (range === null || typeof value !== "number") throw new Error(`${id} has no range to search.`);
  return { range, default: value };
}

export interface Target {
  /** Row of the list of calibration targets, such as V8; or a word for a team's own figure. */
  readonly id: string;
  readonly what: string;
  /** Accepted values, both ends included. */
  readonly range: Interval;
  /** Measure whose mean over replications is compared, or null where the value is computed exactly. */
  readonly measure: string | null;
  readonly source: string;
}

export const TARGETS: readonly Target[] = [
  {
    id: "V4",
    what: "Sickness absence, share of days",
    range: [0.04, 0.06],
    measure: "absenceRate",
    source: "all NHS staff (Nuffield Trust 2023, E6.22)",
  },
  {
    id: "V8",
    what: "Leavers per filled WTE-year",
    range: [0.15, 0.3],
    measure: "turnoverRate",
    source: "comparators only, no rate of link workers exists (E7.1–7.6)",
  },
  {
    id: "V9",
    what: "Burnt out, share of link-worker days",
    range: [0.25, 0.5],
    measure: "burnoutPrevalence",
    source: "comparators only, no survey of link workers on a validated scale exists (E6.2–6.7)",
  },
  {
    id: "V16",
    what: "Worse after an unsupported wait, share of patients",
    range: [0.35, 0.55],
    measure: null,
    source: "CQC 2024: 42% felt worse while waiting for mental health care (E3.15)",
  },
];

/**
 * What the model is not asked to reproduce, as a standard deviation: a tenth of the width of the target's range. The
 * ranges themselves already hold the spread between comparators.
 */
export const discrepancyOf = ({ range: [low, high] }: Target): number => (high - low) / 10;

/** An unsupported wait for community mental health care: lognormal (E4.3, HSJ 2023 and Rethink 2024). */
export const WAIT = { medianCalendarDays: 120, logSd: 1.4 } as const;
const WD_PER_CALENDAR_DAY = WD_PER_YEAR / 365.25;
/** Quantiles of the wait, relative to its median, over which the share is averaged. */
const QUANTILES = 500;
const RELATIVE_WAITS = Array.from(
  { length: QUANTILES },
  (_, q) => lognormal((q + 0.5) / QUANTILES, WAIT.logSd) / lognormal(0.5, WAIT.logSd),
);

/** Standard deviation of distress at referral, between and within classes of complexity (clipping left aside). */
export function distressSd({ classShares, initialDistress, d0Spread }: Params["patients"]): number {
  const mean = classShares.reduce((sum, share, z) => sum + share * initialDistress[z], 0);
  const square = classShares.reduce((sum, share, z) => sum + share * initialDistress[z] ** 2, 0);
  return Math.sqrt(square - mean ** 2 + d0Spread ** 2 / 3);
}

/** The least change that counts as worse: half a standard deviation (Norman, Sloan and Wyrwich 2003). */
export const noticeableChange = (patients: Params["patients"]): number => distressSd(patients) / 2;

/**
 * V16 in the model: the share of patients whose distress, by the drift rule alone and from the distress they had at
 * referral, has risen by at least `noticeable` at the end of an unsupported wait. No simulation: exact over distress
 * at referral (uniform within each class), averaged over 500 equally likely waits.
 */
export function worseAfterWait(
  patients: Params["patients"],
  noticeable = noticeableChange(patients),
  medianCalendarDays: number = WAIT.medianCalendarDays,
): number {
  const { classShares, initialDistress, d0Spread, distressDrift } = patients;
  const median = medianCalendarDays * WD_PER_CALENDAR_DAY;
  let total = 0;
  for (const relativeWait of RELATIVE_WAITS) {
    const wait = median * relativeWait;
    // Distress d rises by (1 − d) × what nobody in distress would reach: at least `noticeable` for d up to this.
    const highest = 1 - noticeable / drifted(0, distressDrift, wait);
    classShares.forEach((share, z) => {
      total += share * shareBelow(highest, initialDistress[z], d0Spread);
    });
  }
  return total / QUANTILES;
}

/** Share of a uniform within ± spread of the middle, clipped to 0 to 1, that is at most `limit` (below 1). */
function shareBelow(limit: number, middle: number, spread: number): number {
  if (!(limit >= 0)) return 0;
  if (spread === 0) return middle <= limit ? 1 : 0;
  return Math.min(1, Math.max(0, (limit - (middle - spread)) / (2 * spread)));
}

/** The growth of distress at which V16 equals `share`, other things as at the defaults; by halving. */
export function growthFor(share: number, noticeable: number, medianCalendarDays: number): number {
  const at = (distressDrift: number): number =>
    worseAfterWait({ ...DEFAULTS.patients, distressDrift }, noticeable, medianCalendarDays);
  let [low, high] = [1e-6, 1];
  while (high / low > 1.0001) {
    const middle = Math.sqrt(low * high);
    if (at(middle) < share) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
