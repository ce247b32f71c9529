/** The experiments for the page: the same code as the command line's, on the workers that run the page's own answer. */
import type { Experiments } from "../ui/experiments";
import { steps } from "./experiment/sweepDesign";
import { drill, SHOCK_FORMS } from "./experiments/drill";
import { findOut } from "./experiments/findOut";
import { local } from "./experiments/local";
import { type Bench, createBench } from "./experiments/onDemand";
import { selected, sensitivity } from "./experiments/sensitivity";
import { staff } from "./experiments/staff";
import { sweep } from "./experiments/sweep";
import { why } from "./experiments/why";

/** Every experiment, on `workplace`; at any time at most one of them runs, the one asked for last. */
export function createExperiments(workplace: Bench["workplace"]): Experiments {
  const bench = createBench(workplace);
  return {
    sweep: sweep(bench),
    staff: staff(bench),
    why: why(bench),
    sensitivity: sensitivity(bench),
    findOut: findOut(bench),
    drill: drill(bench),
    local: local(bench),
    shocks: SHOCK_FORMS,
    steps,
    selected,
  };
}
