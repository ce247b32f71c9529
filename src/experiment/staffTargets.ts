/** Targets of `staff`: measures that must stay on one side of a value, in words and in a future. */
import { MEASURE_INDEX, type Measure } from "../../sim/record/measures";
import { column, type RunTable } from "../../sim/statistics";
import { measureById, unknownMeasure } from "./measureNames";

export type Relation = "<=" | "<" | ">=" | ">";

export interface Target {
  readonly measure: Measure;
  readonly relation: Relation;
  readonly value: number;
}

export type ReadTarget = { readonly target: Target } | { readonly problem: string };

const FORM = /^\s*([^\s<>=≤≥]+)\s*(<=|>=|<|>|≤|≥)\s*(\S+)\s*$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const PLAIN: Readonly<Record<string, Relation>> = { "≤": "<=", "≥": ">=" };
const HOLDS: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  "<=": (a, b) => a <= b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  ">": (a, b) => a > b,
};

/** "turnoverRate <= 0.2", with the unit. */
export const targetText = ({ measure, relation, value }: Target): string =>
  `${measure.id} ${relation} ${value} (${measure.unit})`;

/** Lowest and highest value that a measure can take: shares and indices from 0 to 1 have both, others only a lowest. */
export function rangeOfMeasure({ unit }: Measure): readonly [low: number, high: number] {
  return [0, unit === "share" || unit === "0–1" ? 1 : Number.POSITIVE_INFINITY];
}

/** Reads "turnoverRate<=0.2": the target, or a sentence that says why it is none, or can never or always be met. */
export function readTarget(text: string): ReadTarget {
  const [, id, sign, word] = FORM.exec(text) ?? [];
  if (id === undefined) {
    const form = "write it as measure<=value or measure>=value, such as turnoverRate<=0.2";
    return { problem: `${JSON.stringify(text)} is not a target; ${form}.` };
  }
  const measure = measureById(id);
  if (measure === undefined) return { problem: unknownMeasure(id) };
  if (!NUMBER.test(word))
    return { problem: `${text}: the value is ${JSON.stringify(word)}; it must be a number.` };
  const target = { measure, relation: PLAIN[sign] ?? (sign as Relation), value: Number(word) };
  const problem = outOfRange(target);
  return problem === null ? { target } : { problem: `${text}: ${problem}` };
}

/** Why a target says nothing: its value is outside what its measure can take, so it is never or always met. */
function outOfRange({ measure, relation, value }: Target): string | null {
  const [low, high] = rangeOfMeasure(measure);
  const met = HOLDS[relation];
  const limits = high === 1 ? "from 0 to 1 (20% is 0.2)" : "0 or more";
  if (value < low || value > high)
    return `${measure.label} (${measure.unit}) is ${limits}, so it cannot be ${value}.`;
  const atLow = met(low, value);
  const atHigh = met(high, value);
  if (atLow && atHigh) return `this holds in every future: ${measure.label} (${measure.unit}) is ${limits}.`;
  const none = !atLow && !atHigh;
  return none ? `this can never hold: ${measure.label} (${measure.unit}) is ${limits}.` : null;
}

/** Sentences on targets that can never be met together, one for each such pair. */
export function contradictions(targets: readonly Target[]): readonly string[] {
  const upper = targets.filter(({ relation }) => relation.startsWith("<"));
  const lower = targets.filter(({ relation }) => relation.startsWith(">"));
  return upper.flatMap((u) =>
    lower
      .filter((l) => l.measure.id === u.measure.id)
      .filter((l) => l.value > u.value || (l.value === u.value && (l.relation === ">" || u.relation === "<")))
      .map((l) => `The targets ${targetText(u)} and ${targetText(l)} can never be met together.`),
  );
}

/** Whether a target is met, future by future. A measure without a value (nobody was seen, say) does not meet it. */
export function metIn(table: RunTable, { measure, relation, value }: Target): readonly boolean[] {
  const values = column(table, MEASURE_INDEX.get(measure.id)!);
  return Array.from(values, (v) => HOLDS[relation](v, value));
}

/** Number of futures in which all targets are met at once. */
export function metTogether(table: RunTable, targets: readonly Target[]): number {
  const each = targets.map((target) => metIn(table, target));
  let count = 0;
  for (let r = 0; r < table.replications; r++) if (each.every((met) => met[r])) count++;
  return count;
}
