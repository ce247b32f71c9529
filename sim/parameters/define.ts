/**
 * How a row of the parameter table is written, and how the compiler reads its type.
 * Each group of the table is a file of this folder; `sim/parameters.ts` puts them together.
 */

/** What kind of value a parameter holds. A vector of numbers is a row for every element. */
export type Kind = "number" | "integer" | "switch" | "choice";
/** When a changed value begins to hold: docs/model.md, section 7.10. */
export type Role = "run" | "context" | "lever";
/** Where a default comes from, best first; "choice" marks settings that are decided, not estimated. */
export type Grade = "measured" | "derived" | "proxy" | "assumption" | "choice";
/** Lowest and highest value, both allowed. */
export type Interval = readonly [number, number];

/** What every row says beside its value. */
interface Facts {
  /** Short plain name, as shown beside a control. */
  readonly label: string;
  readonly unit: string;
  readonly grade: Grade;
  /** Rows (E) and calibration targets (V) of the evidence table, or "–". */
  readonly evidence: string;
  /** Author or organisation, year and address; or that it is an assumption. */
  readonly source: string;
  /** One plain sentence: what a larger value, or the choice, does. */
  readonly effect: string;
  /** Default "context". */
  readonly role?: Role;
  /** Whether a scenario's timeline may change it; default: levers may. */
  readonly timeline?: boolean;
}

interface NumberFacts extends Facts {
  readonly default: number;
  /** Values outside are refused. Wide, so that exactly solvable special cases stay within. */
  readonly limits: Interval;
  /** Plausible values, for sliders and sensitivity analysis; null where none is meant to be varied. */
  readonly range: Interval | null;
  /** Over the range, for sensitivity analysis; default triangular with its peak at the default. */
  readonly distribution?: string;
  /** Whether "none" (no limit: Infinity) is a value too. */
  readonly orNone?: boolean;
}

export interface NumberEntry extends NumberFacts {
  readonly kind: "number" | "integer";
}
export interface SwitchEntry extends Facts {
  readonly kind: "switch";
  readonly default: boolean;
}
export interface ChoiceEntry<C extends string = string> extends Facts {
  readonly kind: "choice";
  readonly default: C;
  readonly choices: readonly C[];
}
/** A short vector of numbers, each element with a name, a label and a default of its own. */
export interface VectorEntry {
  readonly kind: "vector";
  readonly elements: Readonly<Record<string, NumberEntry>>;
}
export type Entry = NumberEntry | SwitchEntry | ChoiceEntry | VectorEntry;

/** A parameter that is any number within its limits. */
export const number = (facts: NumberFacts): NumberEntry => ({ kind: "number", ...facts });
/** A parameter that is a whole number within its limits. */
export const integer = (facts: NumberFacts): NumberEntry => ({ kind: "integer", ...facts });
/** A parameter that is on or off. */
export const toggle = (facts: Omit<SwitchEntry, "kind" | "unit">): SwitchEntry => ({
  kind: "switch",
  unit: "on or off",
  ...facts,
});
/** A parameter that is one of a few words. */
export const choice = <const C extends string>(
  facts: Omit<ChoiceEntry<C>, "kind" | "unit">,
): ChoiceEntry<C> => ({
  kind: "choice",
  unit: "one of",
  ...facts,
});

type Shared = Partial<NumberFacts>;
/** A vector: `shared` holds for every element that does not say otherwise. */
export function vector<S extends Shared>(
  shared: S & { readonly kind?: "number" | "integer" },
  elements: Readonly<Record<string, Omit<NumberFacts, keyof S> & Shared>>,
): VectorEntry {
  const rows = Object.entries(elements).map(([name, own]) => [name, { kind: "number", ...shared, ...own }]);
  return { kind: "vector", elements: Object.fromEntries(rows) };
}

/** The type of a parameter's value in `Params`. */
export type ValueOf<E> = E extends { kind: "switch" }
  ? boolean
  : E extends { kind: "vector" }
    ? readonly number[]
    : E extends ChoiceEntry<infer C>
      ? C
      : number;
