/** Shock drills for the page: one shock at a time. */
import type { DrillAnswer, DrillAsk, OnDemand, ShockKind as ShockForm } from "../../ui/experiments";
import { type DrillRequest, drillExperiment, drillFindings } from "../experiment/drill";
import { SHOCK_KINDS, type Shock, shockProblems, shockType } from "../experiment/drillShocks";
import { runScenarios } from "../experiment/runScenarios";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused } from "./onDemand";

/** Every kind of shock, as a form needs it. */
export const SHOCK_FORMS: readonly ShockForm[] = SHOCK_KINDS.map((kind) => {
  const { label, unit, whole, size, lasts, forWeeks, mayBeForGood } = shockType(kind);
  return { kind, label, unit, whole, size, lasts, forWeeks, mayBeForGood };
});

/** The scenario with and without a shock, future by future. */
export const drill = (bench: Bench): OnDemand<DrillAsk, DrillAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const request = requestOf(ask);
      const tables = await runScenarios(drillExperiment(request), means, signal, show);
      const [{ from, series }] = drillFindings(request, tables);
      const [shock] = request.shocks;
      const { lasts, words } = shockType(shock.kind);
      const until = lasts && shock.forWeeks === null ? null : from;
      return { words: words(shock), from, until, series };
    },
  });

/** The shock asked for; throws on a kind that there is not, which no form offers. */
function shockOf({ kind, ...rest }: DrillAsk["shock"]): Shock {
  const known = SHOCK_KINDS.find((one) => one === kind);
  if (known === undefined) throw new Error(`There is no shock "${kind}".`);
  return { kind: known, ...rest };
}

const requestOf = ({ shock, ...ask }: DrillAsk): DrillRequest => ({
  ...ask,
  shocks: [shockOf(shock)],
  tolerances: {},
});

function plan(ask: DrillAsk): Plan {
  const request = requestOf(ask);
  const problems = shockProblems(ask.scenario, request.shocks[0]);
  if (problems.length > 0) return refused(problems);
  const runs = 2 * ask.replications;
  return { problems, runs, work: runs * workOf(ask.scenario), atMost: false };
}
