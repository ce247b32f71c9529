/** How numbers are written: by the measure's unit, in the language of the texts, and never with more digits than they carry. */
import type { UnitWords } from "./english";
import { text } from "./text";

/** How the values of one unit are written. */
export interface NumberStyle {
  /** What a value is multiplied by before it is written: 100 for shares, which are shown as percentages. */
  readonly scale: number;
  readonly decimals: number;
  readonly prefix: string;
  readonly suffix: string;
  /** What follows a difference instead of the suffix: shares differ by percentage points, not by per cent. */
  readonly differenceSuffix: string;
  /** The unit in words, for column heads and axis titles. */
  readonly words: string;
  /** Whether single values are whole numbers: their ranges are rounded outwards, so as not to claim too much. */
  readonly isCount: boolean;
}

/** The numbers of a unit's style; those that are not named have two decimals. */
const NUMBERS: Readonly<Record<string, Pick<NumberStyle, "decimals"> & Partial<NumberStyle>>> = {
  share: { decimals: 1, scale: 100 },
  "£ per year": { decimals: -2 },
  people: { decimals: 1, isCount: true },
  patients: { decimals: 1 },
  "patients per year": { decimals: 0 },
  "hours per year": { decimals: 0 },
  "working days": { decimals: 1 },
  "patients per link worker in post": { decimals: 1 },
  "distress × working days per referral": { decimals: 1 },
};
const PLAIN = { scale: 1, decimals: 2, isCount: false };

/** How values of `unit` (as in the table of measures) are written. */
export function styleOf(unit: string): NumberStyle {
  const words: Partial<UnitWords> = text.units[unit] ?? {};
  const { prefix = "", suffix = "", differenceSuffix = "" } = words;
  return { ...PLAIN, ...NUMBERS[unit], prefix, suffix, differenceSuffix, words: words.words ?? unit };
}

/** `value` with a fixed number of decimals; below zero, the place it is rounded to (−2: hundreds). */
function digits(value: number, decimals: number): string {
  const place = 10 ** Math.max(0, -decimals);
  const rounded = Math.round(value / place) * place;
  const shown = decimals < 0 ? rounded : value;
  return formatDecimal(Math.abs(shown), Math.max(0, decimals));
}

/** Makes numbers into text, by language and form: making one anew for each number took most of a redraw. */
const writers = new Map<string, Intl.NumberFormat>();

function writer(form: string, options: () => Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${text.locale} ${form}`;
  const known = writers.get(key) ?? new Intl.NumberFormat(text.locale, options());
  writers.set(key, known);
  return known;
}

/** With a minus sign of its own width, and without one where nothing but zeros is left of a number. */
const minus = (number: string): string => number.replace("-", isZero(number) ? "" : "−");

/** A number with so many decimals. */
export const formatDecimal = (value: number, decimals: number): string =>
  minus(
    writer(`${decimals}`, () => ({
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })).format(value),
  );

/** A number with at most so many decimals. */
export const formatUpTo = (value: number, decimals: number): string =>
  minus(writer(`≤ ${decimals}`, () => ({ maximumFractionDigits: decimals })).format(value));

/** A number with at most so many digits that count. */
export const formatSignificant = (value: number, most: number): string =>
  writer(`~ ${most}`, () => ({ maximumSignificantDigits: most })).format(value);

const isZero = (number: string): boolean => !/[1-9]/.test(number);

/** A value in its unit, such as `23.1%` or `£361,200`; a dash where there is none. */
export function formatValue(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  const number = digits(value * style.scale, decimals);
  return `${value < 0 && !isZero(number) ? "−" : ""}${style.prefix}${number}${style.suffix}`;
}

/** A difference with its sign, such as `−17.8 points` or `+£1,200`. */
export function formatDifference(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  const number = digits(value * style.scale, decimals);
  const sign = isZero(number) ? "" : value < 0 ? "−" : "+";
  return `${sign}${style.prefix}${number}${style.differenceSuffix}`;
}

/** A difference without its sign, for sentences that say "fewer" or "more". */
export function formatSize(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  return `${style.prefix}${digits(value * style.scale, decimals)}${style.differenceSuffix}`;
}

/** A range of futures, such as `0% to 57%`. */
export function formatRange(low: number, high: number, style: NumberStyle): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "–";
  const { range } = text.format;
  if (style.isCount) return range(formatCount(Math.floor(low)), formatCount(Math.ceil(high)));
  return range(formatValue(low, style), formatValue(high, style));
}

/** An interval of a difference, such as `−1.9 to −1.2`. */
export function formatDifferenceRange(
  [low, high]: readonly [number, number],
  style: NumberStyle,
  decimals = style.decimals,
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "–";
  const bare = formatDifference(low, { ...style, differenceSuffix: "" }, decimals);
  return text.format.range(bare, formatDifference(high, style, decimals));
}

/** Decimals that show `value` (a half-width, say) with at least one digit other than zero; at most two extra. */
export function decimalsFor(value: number, style: NumberStyle): number {
  const base = style.decimals;
  const enough = [base, base + 1, base + 2].find((d) => !isZero(digits(value * style.scale, d)));
  return Number.isFinite(value) && value !== 0 ? (enough ?? base + 2) : base;
}

/** Two values written so that they can be told apart where they differ: at most two decimals more than usual. */
export function formatPair(a: number, b: number, style: NumberStyle): readonly [string, string] {
  const base = style.decimals;
  const apart = [base, base + 1, base + 2].find((d) => formatValue(a, style, d) !== formatValue(b, style, d));
  const decimals = apart ?? base;
  return [formatValue(a, style, decimals), formatValue(b, style, decimals)];
}

/** A number with its unit: `4 hours a month`, but `1 hour a month`. */
export const withUnit = (number: string, unit: string): string => text.format.withUnit(number, unit);

/** A period in words: `one year`, `five years`, `12 years`. */
export const yearsInWords = (years: number): string => text.format.years(years);

/** A whole number with thousands separators. */
export const formatCount = (count: number): string =>
  writer("count", () => ({ maximumFractionDigits: 0 })).format(Math.round(count));

/** A list as it is spoken: `a`, `a and b`, `a, b and c`. */
export const inWords = (parts: readonly string[]): string => text.format.list(parts);

/** A scenario's name inside a sentence: in quotes if somebody typed it or it has marks of its own. */
export const inSentence = (name: string): string => text.format.inSentence(name);

/** A label inside a sentence: in quotes if it has marks of its own, else with a small letter, but for abbreviations. */
export const labelInSentence = (label: string): string => text.format.labelInSentence(label);

/** A name with a small letter at its beginning, but for abbreviations. */
export const uncapital = (name: string): string => text.format.uncapital(name);

/** A name as it begins a sentence. */
export const capital = (sentence: string): string => text.format.capital(sentence);
