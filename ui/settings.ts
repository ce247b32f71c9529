/** The settings of a run that the page offers, and what they are on opening. */
import { plainLine } from "../sim/scenario";
import { text } from "./text/text";

/** Instead of a number of futures: as many as make the headline averages precise, up to the most. */
export const UNTIL_PRECISE = 0;
/** How precise: half the 95% interval, as a share of the average. */
export const PRECISION = 0.1;
export const MOST_FUTURES = 1000;

/** Numbers of futures, and of years recorded, that can be chosen. */
export const FUTURES: readonly number[] = [UNTIL_PRECISE, 30, 100, 300, MOST_FUTURES];
export const YEARS: readonly number[] = [1, 2, 3, 5, 10];

/** What is set by hand beside the scenarios. */
export interface SettingValues {
  readonly futures: number;
  readonly seed: string;
  /** Years recorded, or null: as the scenarios say. */
  readonly years: number | null;
}

export const FIRST_SETTINGS: SettingValues = { futures: UNTIL_PRECISE, seed: "holdfast", years: null };

const LONGEST_SEED = 64;

/** What is wrong with a repeatable result code, or null. */
export function problemOfSeed(seed: string): string | null {
  const code = seed.trim();
  if (plainLine(code) !== code) return text.settings.unseenInCode;
  const { length } = code;
  if (length > 0 && length <= LONGEST_SEED) return null;
  return text.settings.wrongCode(String(length), String(LONGEST_SEED));
}
