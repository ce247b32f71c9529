/** What to find out next, for the page. */
import type { FindOutAnswer, FindOutAsk, OnDemand } from "../../ui/experiments";
import { type FindOutRequest, findOutExperiment, findOutFindings } from "../experiment/findOutNext";
import { runScenarios } from "../experiment/runScenarios";
import { tooManyRuns } from "../experiment/sensitivity";
import { selectParameters } from "../experiment/sensitivityInputs";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused, remembered } from "./onDemand";
import { fitting } from "./sensitivity";

/** Parameters by how often knowing them would change which scenario is best. */
export const findOut = (bench: Bench): OnDemand<FindOutAsk, FindOutAnswer> =>
  onDemand(bench, {
    plan,
    run: async (ask, means, signal, show) => {
      const request = requestOf(ask, []);
      const tables = await runScenarios(fitting(findOutExperiment(request)), means, signal, show);
      return { of: remembered((measure) => findOutFindings(request, tables, [measure])[0]) };
    },
  });

const requestOf = (ask: FindOutAsk, problems: string[]): FindOutRequest => ({
  ...ask,
  rows: selectParameters(ask.parameters, ask.scenarios, problems),
});

function plan(ask: FindOutAsk): Plan {
  const problems: string[] = [];
  const request = requestOf(ask, problems);
  if (ask.scenarios.length < 2) problems.push("A choice needs two scenarios: add one above.");
  if (request.rows.length === 0) problems.push("Choose at least one parameter to draw.");
  const tooMany = tooManyRuns(ask.draws, request);
  if (tooMany !== null) problems.push(tooMany);
  if (problems.length > 0) return refused(problems);
  const one = ask.scenarios.reduce((sum, scenario) => sum + workOf(scenario), 0);
  const times = ask.draws * ask.replications;
  return { problems, runs: times * ask.scenarios.length, work: times * one, atMost: false };
}
