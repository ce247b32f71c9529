/** Numbers that were typed into the forms of experiments, read with every problem in a sentence. */
import { isWithin, type NumberRule as Limits, numberIn, ruleInWords, typedProblem } from "../../levers";

export interface NumberRule extends Limits {
  readonly label: string;
}

export type Read<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: string };

/** The number that was `written`, or a sentence with the label, what was typed, the unit and the limits. */
export function readNumber(written: string, rule: NumberRule): Read<number> {
  const typed = written.trim();
  const value = numberIn(typed);
  if (value !== null && isWithin(value, rule)) return { value, problem: null };
  return { value: null, problem: typedProblem(rule, typed, ruleInWords(rule)) };
}

/** The problems of several reads. */
export const problemsOf = (reads: readonly Read<unknown>[]): string[] =>
  reads.flatMap(({ problem }) => (problem === null ? [] : [problem]));
