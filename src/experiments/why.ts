/** Why two scenarios differ, for the page: over the levers that differ, or over the model's mechanisms. */
import type { OnDemand, WhyAnswer, WhyAsk } from "../../ui/experiments";
import { runScenarios } from "../experiment/runScenarios";
import { planWhy, type WhyPlan, type WhyRequest, whyProblems } from "../experiment/why";
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
        notes: notesOf(split),
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

function notesOf({ levers, mechanisms }: WhyPlan): string[] {
  return [
    ...(levers?.merged ?? []).map(
      ({ label }) => `Taken together, since one without the other is not allowed: ${label}.`,
    ),
    ...(levers?.grouped ?? []).map(
      ({ label }) => `More than eight levers differ; these are taken together: ${label}.`,
    ),
    ...(mechanisms && mechanisms.idle.length > 0
      ? [`Off in both scenarios already: ${mechanisms.idle.map(({ label }) => label).join("; ")}.`]
      : []),
  ];
}
