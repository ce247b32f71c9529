/** What the tables of `tipping` have in common. */
import { type Difference, pairedDifference } from "../../sim/statistics";
import type { Outcome } from "./tippingRuns";
import { lastYearMeans } from "./tippingSeries";

/** Burnt-out share of the last year, in every replication. */
export const burntOut = (outcome: Outcome): Float64Array => lastYearMeans(outcome.burntOut);

/** `other` less `base`, replication by replication. */
export const difference = (base: ArrayLike<number>, other: ArrayLike<number>): Difference =>
  pairedDifference(base, other, null);
