/** Sensitivity for the page: a screening of many parameters, or shares of the variance of a few. */
import type { ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import type { OnDemand, Selection, SensitivityAnswer, SensitivityAsk } from "../../ui/experiments";
import { measureById } from "../experiment/measureNames";
import { HEADLINE_MEASURES } from "../experiment/precision";
import { type Means, runScenarios } from "../experiment/runScenarios";
import { type DesignedExperiment, tooManyRuns } from "../experiment/sensitivity";
import { selectParameters, unfitPoints } from "../experiment/sensitivityInputs";
import {
  byMuStar,
  type MorrisRequest,
  morrisExperiment,
  morrisFindings,
  morrisPoints,
  mostInfluential,
} from "../experiment/sensitivityMorris";
import {
  type SobolRequest,
  sobolExperiment,
  sobolFindings,
  sobolPoints,
} from "../experiment/sensitivitySobol";
import { workOf } from "../pace";
import { type Bench, onDemand, type Plan, refused, remembered } from "./onDemand";

type Show = (progress: { readonly done: number; readonly total: number }) => void;

/** The parameters that a selection moves; reasons why a named one cannot be moved are left out. */
export const selected = (selection: Selection, scenarios: readonly Scenario[]): readonly ParameterRow[] =>
  selectParameters(selection, scenarios, []);

/** Which parameters move a measure, or its difference between two scenarios. */
export const sensitivity = (bench: Bench): OnDemand<SensitivityAsk, SensitivityAnswer> =>
  onDemand(bench, {
    plan,
    run: (ask, means, signal, show) =>
      (ask.method === "morris" ? screen : split)(ask, { means, signal, show }),
  });

const requestOf = (ask: SensitivityAsk): MorrisRequest & SobolRequest => ({
  ...ask,
  rows: selectParameters(ask.parameters, ask.scenarios, []),
});

function plan(ask: SensitivityAsk): Plan {
  const problems: string[] = [];
  const rows = selectParameters(ask.parameters, ask.scenarios, problems);
  if (rows.length === 0) problems.push("Choose at least one parameter to move.");
  const request = { ...ask, rows };
  const kept = rows.slice(0, ask.top ?? rows.length);
  const screening = ask.method === "morris" || ask.top !== null ? morrisPoints(request) : 0;
  const points = screening + (ask.method === "sobol" ? sobolPoints({ ...request, rows: kept }) : 0);
  const tooMany = tooManyRuns(points, request);
  if (tooMany !== null) problems.push(tooMany);
  if (problems.length > 0) return refused(problems);
  const one = ask.scenarios.reduce((sum, scenario) => sum + workOf(scenario), 0);
  const runs = points * ask.scenarios.length * ask.replications;
  return { problems, runs, work: points * ask.replications * one, atMost: false };
}

/** How an experiment under way is run, ended and told of. */
interface Under {
  readonly means: Means;
  readonly signal: AbortSignal;
  readonly show: Show;
}

async function screen(ask: SensitivityAsk, { means, signal, show }: Under): Promise<SensitivityAnswer> {
  const request = requestOf(ask);
  const tables = await runScenarios(fitting(morrisExperiment(request)), means, signal, show);
  const of = (measure: Measure) => byMuStar(morrisFindings(request, tables, [measure])[0]);
  return { method: "morris", of: remembered(of) };
}

/** Shares of the variance, of the parameters that matter most in a screening where that is asked for. */
async function split(ask: SensitivityAsk, { means, signal, show }: Under): Promise<SensitivityAnswer> {
  const asked = requestOf(ask);
  const { runs } = plan(ask);
  const before = ask.top === null ? 0 : morrisPoints(asked) * ask.scenarios.length * ask.replications;
  const counted =
    (first: number): Show =>
    ({ done }) =>
      show({ done: first + done, total: runs });
  const request =
    ask.top === null ? asked : await screened(asked, ask.top, { means, signal, show: counted(0) });
  const tables = await runScenarios(fitting(sobolExperiment(request)), means, signal, counted(before));
  const of = (measure: Measure) => sobolFindings(request, tables, [measure])[0];
  return { method: "sobol", of: remembered(of) };
}

/** The request with the `top` parameters that matter most for any of the headline measures. */
async function screened(
  request: MorrisRequest & SobolRequest,
  top: number,
  { means, signal, show }: Under,
): Promise<MorrisRequest & SobolRequest> {
  const tables = await runScenarios(fitting(morrisExperiment(request)), means, signal, show);
  const measures = HEADLINE_MEASURES.map((id) => measureById(id)!);
  return { ...request, rows: mostInfluential(morrisFindings(request, tables, measures), top) };
}

/** The experiment; throws when values at some point do not fit together. */
export function fitting(experiment: DesignedExperiment): DesignedExperiment {
  const problems = unfitPoints(experiment.scenarios);
  // The sentence names the command line's option, which the page does not have.
  if (problems.length > 0) throw new Error(problems.join(" ").replace(" (--parameters)", ""));
  return experiment;
}
