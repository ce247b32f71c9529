/**
 * The seam between the page and the experiments of `src/experiment`: types only. Questions are plain data, so that a
 * result can be compared with what the form asks now; answers hold runs, from which any measure can be read.
 */
import type { Changes, ParameterRow, Value } from "../sim/parameters";
import type { Measure } from "../sim/record/measures";
import type { Scenario } from "../sim/scenario";
import type { Difference, Interval95, RunTable, Summary } from "../sim/statistics";
import type { ElementaryEffects } from "../sim/statistics/morris";
import type { Information } from "../sim/statistics/partialInformation";
import type { Tally } from "../sim/statistics/selection";
import type { SobolIndex } from "../sim/statistics/sobol";
import type { LocalAnswer, LocalAsk } from "./local";

/** What is known of an experiment before it is run. */
export interface Checked {
  /** Every reason why it cannot be run, a sentence each. */
  readonly problems: readonly string[];
  /** Simulated futures, over all settings; 0 where it cannot be run. */
  readonly runs: number;
  /** Whether `runs` is the most that there can be, and it may well be fewer. */
  readonly atMost: boolean;
  /** About how long it takes (ms) when nothing else runs; null before the first run on this machine. */
  readonly milliseconds: number | null;
}

export interface ExperimentProgress {
  readonly done: number;
  readonly total: number;
  /** Whether it is waiting because the page's own answer goes first. */
  readonly paused: boolean;
}

/** An experiment that runs only when asked for. */
export interface OnDemand<Ask, Answer> {
  /** Quick: called whenever the form changes. */
  readonly check: (ask: Ask) => Checked;
  /**
   * Runs it. Rejects with an AbortError when the signal is aborted or a newer experiment takes its place, and with an
   * error whose message is a sentence when it fails.
   */
  readonly run: (
    ask: Ask,
    onProgress: (progress: ExperimentProgress) => void,
    signal: AbortSignal,
  ) => Promise<Answer>;
}

/** What every question has: repeatable result code, and futures of every setting. */
export interface Size {
  readonly seed: string;
  readonly replications: number;
}

export interface SweepAsk extends Size {
  readonly scenario: Scenario;
  readonly factors: readonly { readonly id: string; readonly levels: readonly Value[] }[];
}
export interface SweepAnswer {
  /** The values of the levers at each point, the last lever varying fastest; and the futures there. */
  readonly points: readonly Changes[];
  readonly tables: readonly RunTable[];
}

export type Relation = "<=" | ">=";
/** A value in the measure's own unit: shares from 0 to 1. */
export interface TargetAsk {
  readonly measure: string;
  readonly relation: Relation;
  readonly value: number;
}

/** `replications` is the most that a team may take. */
export interface StaffAsk extends Size {
  readonly scenario: Scenario;
  readonly posts: readonly number[];
  readonly targets: readonly TargetAsk[];
  /** In how many of ten futures all targets must be met at once. */
  readonly ofTen: number;
}
export interface TeamResult {
  readonly posts: number;
  /** £ a year with every post filled. */
  readonly budget: number;
  readonly tally: Tally;
  /** Of the share of futures that meet the targets: holds for all teams at once with 95%. */
  readonly interval: Interval95;
  readonly standing: "meets" | "fails" | "cannot be told" | "not needed";
  /** £ a year as simulated; null where the team was not needed. */
  readonly cost: Summary | null;
  /** Share of futures in which each target alone is met, in the order of the question. */
  readonly targets: readonly number[];
}
export interface StaffAnswer {
  /** From the smallest budget up. */
  readonly teams: readonly TeamResult[];
  readonly answer: number | null;
  readonly runnerUp: number | null;
  /** Teams of which it cannot be told. */
  readonly untold: readonly number[];
  /** The team that meets the targets most often. */
  readonly nearest: number;
  /** £ a year that the runner-up costs more than the answer, future by future. */
  readonly more: Difference | null;
}

export interface WhyAsk extends Size {
  readonly base: Scenario;
  readonly other: Scenario;
  readonly by: "levers" | "mechanisms";
  /** Orders sampled where more than eight take part. */
  readonly orders: number;
}
export interface WhyPart extends Mover {
  readonly part: Summary;
  readonly alone: Summary;
  readonly orderError: number | null;
}
export interface WhySplit {
  readonly n: number;
  readonly orders: number | null;
  readonly direct: Summary;
  readonly parts: readonly WhyPart[];
  readonly total: Summary;
  readonly interaction: Summary;
}
export interface Named {
  readonly id: string;
  readonly label: string;
}
/** A lever, a mechanism or a group of levers, with the parameters that it moves. */
export interface Mover extends Named {
  readonly parameters: readonly string[];
}
export interface WhyAnswer {
  /** The split of one measure's difference. */
  readonly of: (measure: string) => {
    readonly base: Summary;
    readonly other: Summary;
    readonly difference: Difference;
    readonly split: WhySplit;
  };
  /** Levers that were taken together: since one needs the other, and since there are many. */
  readonly merged: readonly Mover[];
  readonly grouped: readonly Mover[];
  /** Mechanisms that were left out, being off in both scenarios. */
  readonly idle: readonly Named[];
}

/** Every assumption; every assumption and proxy; or parameters by id. */
export type Selection = "assumptions" | "uncertain" | readonly string[];

export interface SensitivityAsk extends Size {
  /** One, or two whose difference is analysed. */
  readonly scenarios: readonly Scenario[];
  readonly method: "morris" | "sobol";
  readonly parameters: Selection;
  /** Trajectories of a screening. */
  readonly trajectories: number;
  /** Rows of each sample, for shares of the variance. */
  readonly samples: number;
  /** For shares: only so many parameters, those that matter most in a screening that is run first; null for all. */
  readonly top: number | null;
}
export interface Screened {
  readonly row: ParameterRow;
  readonly effects: ElementaryEffects;
  /** The mu* that chance alone would show. */
  readonly chance: number;
}
export interface Shares {
  readonly n: number;
  readonly variance: number;
  readonly chanceShare: number;
  readonly parameters: readonly { readonly row: ParameterRow; readonly index: SobolIndex }[];
}
export type SensitivityAnswer =
  | { readonly method: "morris"; readonly of: (measure: Measure) => readonly Screened[] }
  | { readonly method: "sobol"; readonly of: (measure: Measure) => Shares };

export interface FindOutAsk extends Size {
  /** Two or more: what there is to choose from. */
  readonly scenarios: readonly Scenario[];
  readonly parameters: Selection;
  readonly draws: number;
}
export interface FindOutResult {
  readonly n: number;
  readonly means: readonly number[];
  readonly wins: readonly number[];
  readonly ties: number;
  readonly best: number;
  readonly valueOfAll: number;
  readonly chance: { readonly changes: number; readonly value: number };
  readonly parameters: readonly {
    readonly row: ParameterRow;
    readonly information: Information;
    readonly toldApart: boolean;
  }[];
}
export interface FindOutAnswer {
  /** By one measure, of which one direction must be better. */
  readonly of: (measure: Measure) => FindOutResult;
}

/** A kind of shock as a form needs it. */
export interface ShockKind {
  readonly kind: string;
  readonly label: string;
  /** What its size counts; null where it has none. */
  readonly unit: string | null;
  readonly whole: boolean;
  readonly size: number;
  readonly lasts: boolean;
  readonly forWeeks: number | null;
  readonly mayBeForGood: boolean;
}
export interface ShockAsk {
  readonly kind: string;
  readonly atWeek: number;
  readonly size: number;
  readonly forWeeks: number | null;
  /** 1, 2 or 3. */
  readonly service: number;
}
export interface DrillAsk extends Size {
  readonly scenario: Scenario;
  readonly shock: ShockAsk;
}
export interface DrillSeries {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly tolerance: number;
  readonly depth: {
    readonly week: number;
    readonly mean: number;
    readonly interval: Interval95;
    /** Futures with a value then; 0 where the series has none in any week. */
    readonly n: number;
    /** Whether a departure is clear in any of the periods that were looked at. */
    readonly isClear: boolean;
  };
  /** Weeks; Infinity where it is not within the run. */
  readonly averageRecovery: number;
  readonly recovery: {
    readonly n: number;
    readonly median: number;
    readonly medianInterval: Interval95;
    readonly p10: number;
    readonly p90: number;
    readonly never: number;
    readonly neverInterval: Interval95;
  };
  /** Of the paired difference, by week, with the half-width of its 95% interval. */
  readonly average: { readonly mean: readonly number[]; readonly give: readonly number[] };
}
export interface DrillAnswer {
  /** "1 link worker falls ill for 26 weeks". */
  readonly words: string;
  /** Week from which recovery is counted. */
  readonly from: number;
  /** Week in which the shock ends: that in which it strikes where it happens at once; null where it has no end. */
  readonly until: number | null;
  readonly series: readonly DrillSeries[];
}

export interface Experiments {
  readonly sweep: OnDemand<SweepAsk, SweepAnswer>;
  readonly staff: OnDemand<StaffAsk, StaffAnswer>;
  readonly why: OnDemand<WhyAsk, WhyAnswer>;
  readonly sensitivity: OnDemand<SensitivityAsk, SensitivityAnswer>;
  readonly findOut: OnDemand<FindOutAsk, FindOutAnswer>;
  readonly drill: OnDemand<DrillAsk, DrillAnswer>;
  readonly local: OnDemand<LocalAsk, LocalAnswer>;
  readonly shocks: readonly ShockKind[];
  /** Values from `low` by `step` up to `high`, as people write the numbers. */
  readonly steps: (low: number, high: number, step: number) => readonly number[];
  /** The parameters that a selection moves; none, with reasons, where it cannot. */
  readonly selected: (selection: Selection, scenarios: readonly Scenario[]) => readonly ParameterRow[];
}

/** Loads the experiments when they are first wanted, so that the page's first load stays small. */
export type LoadExperiments = () => Promise<Experiments>;
