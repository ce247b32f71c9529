/** How numbers are written: by the measure's unit, British English, and never with more digits than they carry. */

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

const plain = (decimals: number, words: string): NumberStyle => ({
  scale: 1,
  decimals,
  prefix: "",
  suffix: "",
  differenceSuffix: "",
  words,
  isCount: false,
});

const STYLES: Readonly<Record<string, NumberStyle>> = {
  share: {
    scale: 100,
    decimals: 1,
    prefix: "",
    suffix: "%",
    differenceSuffix: " points",
    words: "%",
    isCount: false,
  },
  "£ per year": {
    scale: 1,
    decimals: -2,
    prefix: "£",
    suffix: "",
    differenceSuffix: "",
    words: "£ a year",
    isCount: false,
  },
  people: { ...plain(1, "people"), isCount: true },
  patients: plain(1, "patients"),
  "patients per year": plain(0, "patients a year"),
  "hours per year": plain(0, "hours a year"),
  "working days": plain(1, "working days"),
  "patients per link worker in post": plain(1, "open cases per link worker in post"),
  "leavers per filled WTE-year": plain(2, "leavers per filled WTE a year"),
  "per WTE-year": plain(2, "per WTE a year"),
  "distress × working days per referral": plain(1, "distress × working days per referral"),
};

/** How values of `unit` (as in the table of measures) are written. */
export function styleOf(unit: string): NumberStyle {
  return STYLES[unit] ?? plain(2, unit);
}

/** `value` with a fixed number of decimals; below zero, the place it is rounded to (−2: hundreds). */
function digits(value: number, decimals: number): string {
  const place = 10 ** Math.max(0, -decimals);
  const rounded = Math.round(value / place) * place;
  const shown = decimals < 0 ? rounded : value;
  return writer(Math.max(0, decimals)).format(Math.abs(shown));
}

/** Makes numbers into text, by the number of decimals: making one anew for each number took most of a redraw. */
const writers = new Map<number, Intl.NumberFormat>();

function writer(decimals: number): Intl.NumberFormat {
  const known = writers.get(decimals);
  if (known !== undefined) return known;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat("en-GB", digits);
  writers.set(decimals, made);
  return made;
}

const isZero = (text: string): boolean => !/[1-9]/.test(text);

/** A value in its unit, such as `23.1%` or `£361,200`; a dash where there is none. */
export function formatValue(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  const text = digits(value * style.scale, decimals);
  return `${value < 0 && !isZero(text) ? "−" : ""}${style.prefix}${text}${style.suffix}`;
}

/** A difference with its sign, such as `−17.8 points` or `+£1,200`. */
export function formatDifference(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  const text = digits(value * style.scale, decimals);
  const sign = isZero(text) ? "" : value < 0 ? "−" : "+";
  return `${sign}${style.prefix}${text}${style.differenceSuffix}`;
}

/** A difference without its sign, for sentences that say "fewer" or "more". */
export function formatSize(value: number, style: NumberStyle, decimals = style.decimals): string {
  if (!Number.isFinite(value)) return "–";
  return `${style.prefix}${digits(value * style.scale, decimals)}${style.differenceSuffix}`;
}

/** A range of futures, such as `0% to 57%`. */
export function formatRange(low: number, high: number, style: NumberStyle): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "–";
  if (style.isCount) return `${formatCount(Math.floor(low))} to ${formatCount(Math.ceil(high))}`;
  return `${formatValue(low, style)} to ${formatValue(high, style)}`;
}

/** An interval of a difference, such as `−1.9 to −1.2`. */
export function formatDifferenceRange(
  [low, high]: readonly [number, number],
  style: NumberStyle,
  decimals = style.decimals,
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "–";
  return `${formatDifference(low, { ...style, differenceSuffix: "" }, decimals)} to ${formatDifference(high, style, decimals)}`;
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

const ONE: Readonly<Record<string, string>> = {
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
  years: "year",
  posts: "post",
  cases: "case",
  people: "person",
  patients: "patient",
  times: "time",
};

/** A number with its unit: `4 hours a month`, but `1 hour a month`. */
export function withUnit(number: string, unit: string): string {
  return `${number} ${number === "1" ? unit.replace(PLURAL, (word) => ONE[word]) : unit}`;
}

const PLURAL = new RegExp(`\\b(${Object.keys(ONE).join("|")})\\b`);

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A period in words: `one year`, `five years`, `12 years`. */
export function yearsInWords(years: number): string {
  const number = Number.isInteger(years) && years <= 10 ? WORDS[years] : years.toLocaleString("en-GB");
  return `${number} ${years === 1 ? "year" : "years"}`;
}

/** A whole number with thousands separators. */
export const formatCount = (count: number): string => writer(0).format(Math.round(count));

/** A list as it is spoken: `a`, `a and b`, `a, b and c`. */
export function inWords(parts: readonly string[]): string {
  return parts.length < 2
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/** A name inside a sentence: in quotes if it has marks of its own, else with a small letter, but for abbreviations. */
export const inSentence = (name: string): string => (/[,:;()]/.test(name) ? `“${name}”` : uncapital(name));

/** A name with a small letter at its beginning, but for abbreviations. */
export const uncapital = (name: string): string =>
  /^(A |[A-Z][a-z])/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;

/** A name as it begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
