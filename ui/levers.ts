/** The main levers: which rows of the parameter table they are, and what was typed turned into values or problems. */
import { flatten, type ParameterRow, type Params } from "../sim/parameters";
import { checkChanges, type Value } from "../sim/scenario";
import { capital, formatSignificant, formatUpTo, withUnit } from "./text/format";
import { parameterById } from "./text/tables";
import { text } from "./text/text";

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
  return Object.fromEntries(Object.entries(flatten(params)).map(([id, value]) => [id, textOf(id, value)]));
}

/** A parameter's value as its control holds it. */
export function textOf(id: string, value: Value): string | boolean {
  if (typeof value === "boolean") return value;
  const isNoLimit = value === Number.POSITIVE_INFINITY || (value === "none" && parameterById(id).orNone);
  return isNoLimit ? text.levers.none : String(value);
}

/** The value that a control's content stands for, or a sentence that says what is wrong with it. */
export function readLever(
  row: ParameterRow,
  content: string | boolean,
): { readonly value: Value } | { readonly problem: string } {
  if (typeof content === "boolean" || row.kind === "choice") return { value: content };
  const typed = content.trim();
  if (row.orNone && isNone(typed)) return { value: "none" };
  const number = numberIn(typed);
  if (number === null || !isWithin(number, ruleOf(row))) {
    return { problem: typedProblem(row, typed, allowed(row)) };
  }
  const problems = checkChanges({ [row.id]: number });
  return problems.length > 0 ? { problem: problems.join(" ") } : { value: number };
}

/** Whether what was typed says that there is no limit. */
export const isNone = (typed: string): boolean =>
  ["none", text.levers.none.toLowerCase()].includes(typed.trim().toLowerCase());

/** A number as people type it: `1,000`, ` 4 ` and `5e-7` are numbers, `4h`, an empty text and `1,5` are not. */
export function numberIn(typed: string): number | null {
  if (!/^[+−-]?(?=\.?\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?(e[+−-]?\d+)?$/i.test(typed)) return null;
  return Number(typed.replaceAll(",", "").replaceAll("−", "-"));
}

/** What a number that is typed may be. */
export interface NumberRule {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  readonly unit: string;
}

const ruleOf = ({ kind, limits: [low, high], unit }: ParameterRow): NumberRule => ({
  ...{ low, high, unit },
  whole: kind === "integer",
});

export const isWithin = (number: number, { low, high, whole }: NumberRule): boolean =>
  number >= low && number <= high && (!whole || Number.isInteger(number));

/** A rule in words: `a whole number from 1 to 10,000 WTE posts`. */
export function ruleInWords({ low, high, whole, unit }: NumberRule): string {
  const { number, wholeNumber } = text.typed;
  return (whole ? wholeNumber : number)(formatUpTo(low, 6), withUnit(formatUpTo(high, 6), unit));
}

/** What may be typed for a parameter, in words. */
export function allowed(row: ParameterRow): string {
  const number = ruleInWords(ruleOf(row));
  return row.orNone ? text.typed.orNone(number) : number;
}

/** What is wrong with what was `typed`, in a sentence: its label, what it is, and what may be typed. */
export function typedProblem(
  { label, unit }: { readonly label: string; readonly unit: string },
  typed: string,
  mayBe: string,
): string {
  const { empty, notNumber, problem } = text.typed;
  const what = typed === "" ? empty : numberIn(typed) === null ? notNumber(typed) : withUnit(typed, unit);
  return problem(label, what, mayBe);
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

/** A choice as people say it; one without words of its own stands for itself. */
export const choiceName = (choice: string): string => text.levers.choices[choice] ?? capital(choice);

/** A value with its unit as it stands in a list of changes: `40 cases per WTE`. */
export function describeValue(row: ParameterRow, value: Value): string {
  const words = valueInWords(row, value);
  return typeof value === "number" && Number.isFinite(value) ? withUnit(words, row.unit) : words;
}

/** A value without its unit: `40`, `on`, `none`, `recognised, with protected time`. */
export function valueInWords({ kind }: ParameterRow, value: Value): string {
  if (typeof value === "boolean") return value ? text.levers.on : text.levers.off;
  if (kind === "choice") return text.format.within(choiceName(String(value)));
  if (typeof value === "string") return value === "none" ? text.levers.none : value;
  return Number.isFinite(value) ? formatSignificant(value, 4) : text.levers.none;
}
