/** Numbers that were typed into the forms of experiments, read with every problem in a sentence. */
import { numberIn } from "../../levers";

export interface NumberRule {
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

export type Read<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: string };

const english = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

/** The number that `text` stands for, or a sentence with the label, what was typed, the unit and the limits. */
export function readNumber(text: string, { label, unit, low, high, whole }: NumberRule): Read<number> {
  const typed = text.trim();
  const value = numberIn(typed);
  const right = value !== null && value >= low && value <= high && (!whole || Number.isInteger(value));
  if (right) return { value, problem: null };
  const what =
    typed === "" ? "empty" : value === null ? `“${typed}”, which is not a number` : `${typed} ${unit}`;
  const kind = whole ? "a whole number" : "a number";
  const limits = `from ${english.format(low)} to ${english.format(high)} ${unit}`;
  return { value: null, problem: `${label} is ${what.trim()}; it must be ${kind} ${limits.trim()}.` };
}

/** The problems of several reads. */
export const problemsOf = (reads: readonly Read<unknown>[]): string[] =>
  reads.flatMap(({ problem }) => (problem === null ? [] : [problem]));
