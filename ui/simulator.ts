/**
 * The seam between the page and whatever runs the model. Types only: `src/` implements `Simulator` and hands it to
 * `App` (ui/app.tsx) together with the library of scenarios; tests hand in a small one of their own.
 */
import type { Scenario } from "../sim/scenario";
import type { RunTable } from "../sim/statistics";

/** One request: the same seed and the same number of replications for each scenario, so that they are paired. */
export interface RunRequest {
  /** The first is the base of every comparison. */
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  /** Replications of each scenario. */
  readonly replications: number;
}

/** What has come back so far. Answers belong to their request by run number, never by order of arrival. */
export interface RunUpdate {
  readonly runNumber: number;
  /** Replications done and asked for, over all scenarios together. */
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
  readonly milliseconds: number;
  readonly notices: readonly string[];
}

/** Runs scenarios. Aborting the signal rejects the promise with an error named `AbortError`. */
export interface Simulator {
  run(request: RunRequest, onUpdate: (update: RunUpdate) => void, signal: AbortSignal): Promise<RunOutcome>;
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
