/**
 * The seam between the page and whatever runs the model. Types only: `src/` implements `Simulator` and hands it to
 * `App` (ui/app.tsx) together with the library of scenarios; tests hand in a small one of their own.
 */
import type { Scenario } from "../sim/scenario";
import type { RunTable } from "../sim/statistics";
import type { InputDoubt } from "../sim/statistics/inputDoubt";

/** One request: the same seed and the same number of replications for each scenario, so that they are paired. */
export interface RunRequest {
  /** The first is the base of every comparison. */
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  /** Replications of each scenario; the most of them where there is a precision. */
  readonly replications: number;
  /**
   * Where it is given, the run ends as soon as half the 95% interval of every headline average is no wider than this
   * share of it: 0.1 for 10%.
   */
  readonly precision?: number;
}

/** How one average stood when the run ended. */
export interface AverageWidth {
  /** Position in `RunRequest.scenarios`, and the measure's id. */
  readonly scenario: number;
  readonly measure: string;
  /** Half the 95% interval as a share of the average; NaN where there is none. */
  readonly share: number;
  readonly standing: "precise" | "not precise" | "mean is 0" | "no value";
}

/** Why a run with a precision ended, and after how many replications of each scenario. */
export interface Stopped {
  readonly reason: "precise" | "most replications" | "nothing to measure by";
  readonly replications: number;
  readonly widths: readonly AverageWidth[];
}

/** What has come back so far. Answers belong to their request by run number, never by order of arrival. */
export interface RunUpdate {
  readonly runNumber: number;
  /** Replications done, and asked for as far as that is known, over all scenarios together. */
  readonly done: number;
  readonly total: number;
  /**
   * The replications that are complete in every scenario so far, equally many in each, in the order of
   * `RunRequest.scenarios`; null while there is none.
   */
  readonly tables: readonly RunTable[] | null;
  /** Sentences for the reader, such as that a worker was replaced. */
  readonly notices: readonly string[];
}

/** The whole answer, in the order of `RunRequest.scenarios`. */
export interface RunOutcome {
  readonly runNumber: number;
  readonly tables: readonly RunTable[];
  readonly fingerprints: readonly string[];
  /** Null where there was no precision. */
  readonly stopped: Stopped | null;
  readonly milliseconds: number;
  readonly notices: readonly string[];
}

/** Doubt about inputs: uncertain parameters drawn from the ranges of their evidence, each draw on the same luck. */
export interface Doubts {
  readonly draws: number;
  /** Replications of each scenario under each draw. */
  readonly replications: number;
  /** Parameters drawn, over all scenarios. */
  readonly parameters: number;
  /** By scenario, then by the measure's id; differences from the first scenario under the same draw. */
  readonly scenarios: readonly {
    readonly means: ReadonlyMap<string, InputDoubt>;
    readonly differences: ReadonlyMap<string, InputDoubt> | null;
  }[];
}

/** Runs scenarios. Aborting a signal rejects the promise with an error named `AbortError`. */
export interface Simulator {
  run(request: RunRequest, onUpdate: (update: RunUpdate) => void, signal: AbortSignal): Promise<RunOutcome>;
  /** Runs the draws for the doubt about inputs of a request's scenarios; rejects with a sentence where that fails. */
  doubt(
    request: RunRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Doubts>;
  /** Why the scenarios of a request cannot be compared with the first, a sentence each; none if they can. */
  unlike(request: RunRequest): readonly string[];
  /** How many workers there are. */
  readonly workers: number;
  /** Only for tests, which may simulate a crash. */
  readonly killWorkerForTest?: () => void;
}

/** What `src/main.tsx` hands to the page. */
export interface AppProps {
  readonly simulator: Simulator;
  /** Every scenario of `scenarios/`, flattened and checked; the first, or the one with id `baseline`, is the base. */
  readonly library: readonly Scenario[];
}
