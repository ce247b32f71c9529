/** A run with all that is said on how sure it is: precise averages where they are wanted, and doubt about inputs. */
import type { RunTable } from "../../sim/statistics";
import { type InputDraws, inputDoubts, type ScenarioDoubt } from "./inputDraws";
import type { Precision } from "./precision";
import { type Experiment, type Means, type Progress, runScenarios } from "./runScenarios";
import { runUntilPrecise, type Stopped } from "./untilPrecise";

export interface UncertainRun {
  /** Its number of replications holds unless there is a precision. */
  readonly experiment: Experiment;
  readonly precision: Precision | null;
  readonly inputs: InputDraws | null;
}

export interface UncertainResults {
  readonly tables: readonly RunTable[];
  /** Why the run ended; null where the number of replications was fixed. */
  readonly stopped: Stopped | null;
  /** For each scenario; null where no inputs were drawn. */
  readonly doubts: readonly ScenarioDoubt[] | null;
}

/**
 * Runs the scenarios themselves, then every draw of inputs. Progress counts both, as far as their number is known.
 * Rejects with the signal's reason when aborted, and with the first failure of a job.
 */
export async function runWithUncertainty(
  { experiment, precision, inputs }: UncertainRun,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: Pick<Progress, "done" | "total">) => void = () => {},
): Promise<UncertainResults> {
  const later = inputs ? inputs.experiment.scenarios.length * inputs.experiment.replications : 0;
  let before = 0;
  const first = ({ done, total }: Progress) => {
    before = done;
    onProgress({ done, total: total + later });
  };
  const { tables, stopped } = precision
    ? await runUntilPrecise({ ...experiment, precision }, means, signal, first)
    : { tables: await runScenarios(experiment, means, signal, first), stopped: null };
  if (inputs === null) return { tables, stopped, doubts: null };
  const drawn = await runScenarios(inputs.experiment, means, signal, ({ done }) =>
    onProgress({ done: before + done, total: before + later }),
  );
  return { tables, stopped, doubts: inputDoubts(drawn, inputs.request) };
}
