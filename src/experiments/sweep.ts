/** Sweeps for the page: one lever or two, every combination. */
import type { OnDemand, SweepAnswer, SweepAsk } from "../../ui/experiments";
import { runScenarios } from "../experiment/runScenarios";
import { type SweepRequest, sweepExperiment, sweepProblems } from "../experiment/sweep";
import { pointsOf } from "../experiment/sweepDesign";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused } from "./onDemand";

const requestOf = ({ factors, ...ask }: SweepAsk): SweepRequest => ({
  ...ask,
  design: { kind: "full-factorial", factors },
});

/** The scenario at every combination of the levers' values. */
export const sweep = (bench: Bench): OnDemand<SweepAsk, SweepAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const request = requestOf(ask);
      const tables = await runScenarios(sweepExperiment(request), means, signal, show);
      return { points: pointsOf(request.design), tables };
    },
  });

function plan(ask: SweepAsk): Plan {
  const request = requestOf(ask);
  const problems = sweepProblems(request);
  if (problems.length > 0) return refused(problems);
  const { scenarios, replications } = sweepExperiment(request);
  const work = scenarios.reduce((sum, arm) => sum + workOf(arm), 0) * replications;
  return { problems, runs: scenarios.length * replications, work, atMost: false };
}
