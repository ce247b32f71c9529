/** Numbers of diaries and axes, in the language of the texts: without unit, sign or thousands separators. */
import { text } from "./text";

/** Rounded by `toFixed`, so that a number in a sentence and the same number in a file never differ. */
function plain(value: number, decimals: number, least: number): string {
  const rounded = Number(value.toFixed(decimals));
  const digits = { minimumFractionDigits: least, maximumFractionDigits: decimals };
  return rounded.toLocaleString(text.locale, { ...digits, useGrouping: false });
}

/** A number with so many decimals: `0.50`. */
export const fixed = (value: number, decimals: number): string => plain(value, decimals, decimals);

/** A number with at most so many decimals: `0.5`. */
export const upTo = (value: number, decimals: number): string => plain(value, decimals, 0);
