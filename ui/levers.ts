/** The main levers: which rows of the parameter table they are, and what was typed turned into values or problems. */
import { flatten, type ParameterRow, type Params, parameterById } from "../sim/parameters";
import { checkChanges, type Value } from "../sim/scenario";
import { capital, withUnit } from "./text/format";

/** Ids of the levers that the page offers, in its order. */
export const LEVER_IDS: readonly string[] = [
  "team.linkWorkers",
  "holding.policy",
  "support.supervisionHoursPerMonth",
  "support.training",
  "policy.caseloadCap",
  "services.capacityMultiplier",
  "recruitment.days",
];

/** What the controls hold: numbers as they were typed, so that nothing typed is lost. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** The rows of the levers. */
export const leverRows = (): readonly ParameterRow[] => LEVER_IDS.map((id) => parameterById(id));

/** The draft that shows every value of `params`, by parameter id. */
export function draftOf(params: Params): Draft {
  return Object.fromEntries(Object.entries(flatten(params)).map(([id, value]) => [id, textOf(value)]));
}

/** A value as a control holds it. */
export const textOf = (value: Value): string | boolean => {
  if (typeof value === "boolean") return value;
  return value === Number.POSITIVE_INFINITY ? "none" : String(value);
};

/** The value that a control's content stands for, or a sentence that says what is wrong with it. */
export function readLever(
  row: ParameterRow,
  content: string | boolean,
): { readonly value: Value } | { readonly problem: string } {
  if (typeof content === "boolean" || row.kind === "choice") return { value: content };
  const text = content.trim();
  if (row.orNone && text.toLowerCase() === "none") return { value: "none" };
  const number = numberIn(text);
  if (number === null) {
    const what = text === "" ? "empty" : `“${text}”, which is not a number`;
    return { problem: `${row.label} is ${what}; it must be ${allowed(row)}.` };
  }
  const [low, high] = row.limits;
  const whole = row.kind !== "integer" || Number.isInteger(number);
  if (number < low || number > high || !whole) {
    return { problem: `${row.label} is ${text} ${row.unit}; it must be ${allowed(row)}.` };
  }
  const problems = checkChanges({ [row.id]: number });
  return problems.length > 0 ? { problem: problems.join(" ") } : { value: number };
}

/** A number as people type it: `1,000` and ` 4 ` are numbers, `4h`, an empty text and `1,5` are not. */
export function numberIn(text: string): number | null {
  if (!/^[+−-]?(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/.test(text) || !/\d/.test(text)) return null;
  return Number(text.replaceAll(",", "").replace("−", "-"));
}

/** What may be typed, in words: `a whole number from 1 to 10,000 WTE posts`. */
export function allowed({ kind, limits: [low, high], unit, orNone }: ParameterRow): string {
  const write = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
  const number = kind === "integer" ? "a whole number" : "a number";
  return `${number} from ${write(low)} to ${write(high)} ${unit}${orNone ? ", or “none”" : ""}`;
}

export interface Slider {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Range and step of a lever's slider: the table's plausible range, in steps that people count in. */
export function sliderOf({ range, limits, kind }: ParameterRow): Slider {
  const [min, max] = range ?? limits;
  const fine = (max - min) / 40;
  const nice = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 50, 100].find((step) => step >= fine) ?? fine;
  return { min, max, step: kind === "integer" ? Math.max(1, Math.floor(nice)) : nice };
}

/** Choices of the holding policy as people say them; a word of another choice stands for itself. */
const CHOICES: Readonly<Record<string, string>> = {
  unrecognised: "Not recognised (hidden work)",
  recognised: "Recognised, with protected time",
  "time-limited": "Recognised and time-limited",
  none: "No holding (signposting only)",
};
export const choiceName = (choice: string): string => CHOICES[choice] ?? capital(choice);

/** A value with its unit as it stands in a list of changes: `40 cases per WTE`. */
export function describeValue(row: ParameterRow, value: Value): string {
  const words = valueInWords(row, value);
  return typeof value === "number" && Number.isFinite(value) ? withUnit(words, row.unit) : words;
}

/** A value without its unit: `40`, `on`, `none`, `recognised, with protected time`. */
export function valueInWords({ kind }: ParameterRow, value: Value): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  if (kind === "choice") return choiceName(String(value)).toLowerCase();
  if (typeof value === "string") return value;
  return Number.isFinite(value) ? value.toLocaleString("en-GB", { maximumSignificantDigits: 4 }) : "none";
}
