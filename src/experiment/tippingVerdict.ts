/** How phenomena are judged: by intervals, and a least size that counts. */
import type { Difference } from "../../sim/statistics";
import { decimals } from "./decimals";

export type Verdict = "seen" | "not seen" | "not measured";

export interface Phenomenon {
  readonly name: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** Least difference of the burnt-out share that counts. */
export const LEAST = 0.1;
/** Least extra notices for one departure that would carry a cascade on. */
export const LEAST_BRANCHING = 0.5;

export const surelyMore = ({ ci95: [low] }: Difference): boolean => low > 0;
export const clearlyMore = (d: Difference, least = LEAST): boolean => surelyMore(d) && d.mean >= least;
export const surelyLess = ({ ci95: [, high] }: Difference): boolean => high < 0;
export const seen = (yes: boolean): Verdict => (yes ? "seen" : "not seen");

export const two = (value: number): string => decimals(value, 2);
export const between = ({ mean, ci95 }: Difference): string =>
  `${two(mean)} (${two(ci95[0])} to ${two(ci95[1])})`;
export const listed = (parts: readonly string[]): string => (parts.length > 0 ? parts.join("; ") : "nowhere");
