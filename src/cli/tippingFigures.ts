/** How `tipping` writes figures. */
import type { Difference, Summary } from "../../sim/statistics";
import { decimals } from "../experiment/decimals";
import { readable } from "./text";

export const two = (value: number): string => decimals(value, 2);
export const three = (value: number): string => decimals(value, 3);
export const four = (value: number): string => decimals(value, 4);
export const percent = (share: number): string => (Number.isNaN(share) ? "–" : `${Math.round(100 * share)}%`);
export const withInterval = ({ mean, ci95 }: Summary | Difference): string =>
  `${two(mean)} (${two(ci95[0])} to ${two(ci95[1])})`;
export const orDash = (d: Difference | null): string => (d ? withInterval(d) : "–");
export const within = (value: number | null): string => (value === null ? "outside" : readable(value));
