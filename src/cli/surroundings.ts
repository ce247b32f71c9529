/** What the command line needs of the world around it, so that tests can hand in another. */
import type { RunCheck, RunJob } from "../pool/runner";

export interface Surroundings {
  /** Standard output: results, and nothing else. */
  readonly out: (text: string) => void;
  /** Standard error: problems, warnings and progress. */
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal, and so may show progress. */
  readonly isTerminal: boolean;
  readonly cores: number;
  /** Set by a command that may take long: its first runs are to tell how long, or how long at most. */
  readonly estimate?: "about" | "at most";
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Opens a pool of `workers` workers. `onNotice` gets a sentence when one had to be replaced. */
  readonly openWorkers: (workers: number, onNotice: (notice: string) => void) => Workers;
}

export interface Workers {
  readonly runJob: RunJob;
  readonly runCheck: RunCheck;
  readonly close: () => void;
}
