/** The fit of the model to a team's own numbers, as the page asks for it and is answered. Types only. */
import type { Interval } from "../sim/parameters";
import type { Changes } from "../sim/scenario";
import type { LocalFigures } from "./local/figures";

export interface LocalAsk {
  readonly figures: LocalFigures;
  readonly seed: string;
  /** Simulated futures at each setting that is tried. */
  readonly replications: number;
}

/** One of the parameters that were fitted. */
export interface FittedParameter {
  readonly id: string;
  readonly default: number;
  /** The plausible range, which was searched. */
  readonly searched: Interval;
  /** 5th and 95th percentile over the settings that fit; null where none does. */
  readonly fits: Interval | null;
  /** Width of what fits over the width of what was searched; null where none fits. */
  readonly narrowedTo: number | null;
}

/** One of the local figures, and the model's. */
export interface LocalFit {
  /** Id of the measure. */
  readonly measure: string;
  readonly local: number;
  readonly range: Interval;
  /** With the fitted parameters at their defaults, and at the suggested setting: means of simulated futures. */
  readonly atDefaults: number;
  readonly atSuggestion: number;
}

export interface LocalAnswer {
  /** What was set directly from the numbers. */
  readonly set: Changes;
  readonly parameters: readonly FittedParameter[];
  readonly fits: readonly LocalFit[];
  /** Settings that fit, of those that were looked at. */
  readonly accepted: number;
  readonly candidates: number;
  /** Pairs of parameters that the numbers cannot tell apart, with their correlation over the settings that fit. */
  readonly ridges: readonly { readonly a: string; readonly b: string; readonly correlation: number }[];
  /** Values of the fitted parameters: the setting that fits best, or that comes nearest where none fits. */
  readonly suggestion: Changes;
}
