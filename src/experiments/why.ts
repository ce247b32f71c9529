/** Why two scenarios differ, for the page: over the levers that differ, or over the model's mechanisms. */
import type { OnDemand, WhyAnswer, WhyAsk } from "../../ui/experiments";
import { runScenarios } from "../experiment/runScenarios";
import { planWhy, type WhyRequest, whyProblems } from "../experiment/why";
import { whyFindings } from "../experiment/whyFindings";
import { MECHANISMS } from "../experiment/whyMechanisms";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused, remembered } from "./onDemand";

/** The difference between two scenarios, split. */
export const why = (bench: Bench): OnDemand<WhyAsk, WhyAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const split = planWhy(requestOf(ask));
      const tables = await runScenarios(split.experiment, means, signal, show);
      return {
        ...{ merged: split.levers?.merged ?? [], grouped: split.levers?.grouped ?? [] },
        idle: split.mechanisms?.idle ?? [],
        of: remembered((measure: string) => {
          const { levers, mechanisms, ...found } = whyFindings(split, tables, measure);
          return { ...found, split: (levers ?? mechanisms)! };
        }),
      };
    },
  });

const requestOf = ({ by, ...ask }: WhyAsk): WhyRequest => ({
  ...ask,
  levers: by === "levers",
  mechanisms: by === "mechanisms" ? MECHANISMS : [],
});

function plan(ask: WhyAsk): Plan {
  const problems = whyProblems(ask.base, ask.other);
  if (problems.length > 0) return refused(problems);
  const { scenarios, replications } = planWhy(requestOf(ask)).experiment;
  const work = scenarios.reduce((sum, arm) => sum + workOf(arm), 0) * replications;
  return { problems, runs: scenarios.length * replications, work, atMost: false };
}
