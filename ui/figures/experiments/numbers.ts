/** Numbers that were typed into the forms of experiments, read with every problem in a sentence. */
import { numberIn } from "../../levers";
import { formatUpTo } from "../../text/format";
import { text } from "../../text/text";

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

/** The number that was `written`, or a sentence with the label, what was typed, the unit and the limits. */
export function readNumber(written: string, { label, unit, low, high, whole }: NumberRule): Read<number> {
  const typed = written.trim();
  const value = numberIn(typed);
  const right = value !== null && value >= low && value <= high && (!whole || Number.isInteger(value));
  if (right) return { value, problem: null };
  const words = text.typed;
  const what =
    typed === "" ? words.empty : value === null ? words.notNumber(typed) : words.value(typed, unit);
  const kind = whole ? words.wholeNumber : words.number;
  const limits = words.limits(formatUpTo(low, 6), formatUpTo(high, 6), unit);
  return { value: null, problem: words.problem({ label, what, kind, limits }) };
}

/** The problems of several reads. */
export const problemsOf = (reads: readonly Read<unknown>[]): string[] =>
  reads.flatMap(({ problem }) => (problem === null ? [] : [problem]));
