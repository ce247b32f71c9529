/** How a row of the table of measures is written. The rows are in the other files of this folder. */
import { WD_PER_YEAR } from "../../calendar";
import type { Exit, Totals } from "../totals";

/** What a replication hands to the measures. */
export interface Recorded {
  readonly totals: Totals;
  /** Every wait from referral to first appointment, in working days, of those seen in the period. */
  readonly waits: Float64Array;
  readonly inSystemStart: number;
  readonly inSystemEnd: number;
  /** Link workers in post when recording began and ended. */
  readonly inPostStart: number;
  readonly inPostEnd: number;
}

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  /** How it is taken: what is looked at, and when. */
  readonly taken: string;
  /** Whether it is divided by the referrals of the period. */
  readonly isPerReferral?: true;
  /** The direction that is better for people, or null where neither is. */
  readonly good: "lower" | "higher" | null;
  /** Whom it concerns, for grouping in tables. */
  readonly group: "staff" | "patients" | "holding" | "practice" | "cost" | "check";
  readonly take: (recorded: Recorded) => number;
}

/** Ways in which several measures are taken. */
export const COUNTED = "counted when it happens";
export const TIME_AVERAGE = "time average, followed at every event";
export const DAYS_END = "looked at on every working day's end, for each link worker in post";
export const SHARE_OF_REFERRALS = "count in the period, divided by the referrals of the period";
export const MEAN_OF_CLOSED = "one value for each closed case, taken when it closes; mean over cases";
export const ADDED_UP = "added up over the period from time in post and events, at the costs in force";

/** Years of the recorded period. */
export const years = ({ totals }: Recorded): number => totals.days / WD_PER_YEAR;

/** Years of filled posts in the recorded period. */
export const filledYears = ({ totals }: Recorded): number => totals.filledPostDays / WD_PER_YEAR;

export const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** Referrals that ended by one cause, as a share of the referrals of the period. */
export const exitShare =
  (exit: Exit) =>
  ({ totals }: Recorded): number =>
    totals.exits[exit] / totals.referrals;
