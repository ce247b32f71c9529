/** From the words after `sensitivity` to an analysis that can be run, or every reason why not. */
import type { Measure } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import { conditionsOf, unlikeRuns } from "../experiment/likeRuns";
import { type SensitivityRequest, tooManyRuns } from "../experiment/sensitivity";
import { type Selection, selectParameters } from "../experiment/sensitivityInputs";
import { morrisPoints } from "../experiment/sensitivityMorris";
import { sobolPoints } from "../experiment/sensitivitySobol";
import { type LongFormat, type LongRunOptions, readLongRun, refuse } from "./longRun";
import { readMeasures } from "./measureList";
import { readScenarios, readSettings, type SettingOptions, sameIds, wholeNumber } from "./request";
import { type Place, readStudyOptions, type StudyOptions } from "./study";

/** Options of every analysis that moves parameters, as commander hands them over: texts. */
export interface InputOptions extends LongRunOptions, SettingOptions, StudyOptions {
  readonly parameters?: string;
  readonly measures: string;
}

export interface SensitivityOptions extends InputOptions {
  readonly method: string;
  readonly top?: string;
  readonly trajectories?: string;
  readonly samples?: string;
}

/** What every analysis that moves parameters has once it is read. */
export interface InputCall extends SensitivityRequest {
  readonly measures: readonly Measure[];
  readonly workers: number;
  readonly format: LongFormat;
  readonly place: Place;
}

export interface SensitivityCall extends InputCall {
  readonly method: "morris" | "sobol";
  readonly trajectories: number;
  readonly samples: number;
  /** How many of the parameters to go on with after a screening; null for all of them, without one. */
  readonly top: number | null;
}

/** Sizes unless the command says otherwise: a few minutes on two cores. */
export const DEFAULTS = { trajectories: 10, samples: 128, top: 8, replications: 5 } as const;
const MOST_TRAJECTORIES = 1000;
const MOST_SAMPLES = 100_000;
const MOST_PARAMETERS = 1000;

/** Reads scenarios and options of `sensitivity`; throws InputProblems with every problem there is. */
export function readSensitivity(
  names: readonly string[],
  options: SensitivityOptions,
  cores: number,
): SensitivityCall {
  const problems: string[] = [];
  const method = options.method === "sobol" ? "sobol" : "morris";
  if (options.method !== method) {
    problems.push(`--method is "${options.method}"; it must be one of morris, sobol.`);
  }
  const size = (name: "trajectories" | "samples" | "top", most: number) =>
    wholeNumber(`--${name}`, options[name] ?? String(DEFAULTS[name]), most, problems);
  const sizes = {
    trajectories: size("trajectories", MOST_TRAJECTORIES),
    samples: size("samples", MOST_SAMPLES),
  };
  const screens = method === "sobol" && (options.top !== undefined || options.parameters === undefined);
  const top = screens ? size("top", MOST_PARAMETERS) : null;
  problems.push(...useless(options, method, screens), ...tooSmall(method, sizes));
  const call = { ...readInputs(names, options, cores, problems), method, ...sizes, top } as const;
  refuse([...new Set(problems)]);
  refuse(tooLarge(call));
  return call;
}

/** Options that the method has no use for, which must not be taken for obeyed. */
function useless(options: SensitivityOptions, method: string, screens: boolean): string[] {
  const { top, samples, trajectories, shard } = options;
  const sentences: [boolean, string][] = [
    [
      method === "morris" && top !== undefined,
      "--top goes with --method sobol; morris ranks all of the parameters.",
    ],
    [
      method === "morris" && samples !== undefined,
      "--samples goes with --method sobol; the size of morris is --trajectories.",
    ],
    [
      method === "sobol" && !screens && trajectories !== undefined,
      "--trajectories goes with --method morris or --top; the size of sobol is --samples.",
    ],
    [
      screens && shard !== undefined,
      "--shard needs the parameters by name (--parameters): every part would have to screen them all first.",
    ],
  ];
  return sentences.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

function tooSmall(
  method: string,
  { trajectories, samples }: Pick<SensitivityCall, "trajectories" | "samples">,
): string[] {
  if (method === "morris" && trajectories < 2)
    return ["--trajectories is 1; intervals need at least 2 trajectories."];
  if (method === "sobol" && samples < 2)
    return ["--samples is 1; shares of a variance need at least 2 samples."];
  return [];
}

/** Reads what every analysis that moves parameters has, adding what is wrong to `problems`. */
export function readInputs(
  names: readonly string[],
  options: InputOptions,
  cores: number,
  problems: string[],
  unnamed: Selection = "assumptions",
): InputCall {
  const run = readLongRun(options, cores, problems);
  if (run.replications < 2 && options.replications.trim() === "1") {
    problems.push("--replications is 1; to tell effects from chance takes at least 2.");
  }
  const place = readStudyOptions(options, problems);
  const measures = readMeasures("--measures", options.measures, problems);
  const scenarios = readScenarios(names, readSettings(options, problems), problems);
  problems.push(...sameIds(names, scenarios), ...unlike(scenarios, run));
  const rows = readParameters(options.parameters, scenarios, unnamed, problems);
  return { ...run, place, measures, scenarios, rows };
}

function unlike(scenarios: readonly Scenario[], run: { seed: string; replications: number }): string[] {
  return unlikeRuns(
    scenarios.map((scenario) => conditionsOf(scenario, { ...run, modelVersion: MODEL_VERSION })),
  );
}

/** `--parameters`: "assumptions", "uncertain", or ids with commas between. */
function readParameters(
  text: string | undefined,
  scenarios: readonly Scenario[],
  unnamed: Selection,
  problems: string[],
): InputCall["rows"] {
  const ids = text?.split(",").map((id) => id.trim());
  const selection = text === "assumptions" || text === "uncertain" ? text : (ids ?? unnamed);
  const found: string[] = [];
  const rows = selectParameters(selection, scenarios, found);
  problems.push(...found.map((problem) => `--parameters: ${problem}`));
  return rows;
}

function tooLarge(call: SensitivityCall): string[] {
  const kept = call.rows.slice(0, call.top ?? call.rows.length);
  const screening = call.method === "morris" || call.top !== null ? morrisPoints(call) : 0;
  const variance = call.method === "sobol" ? sobolPoints({ ...call, rows: kept }) : 0;
  const sentence = tooManyRuns(screening + variance, call);
  return sentence === null ? [] : [sentence];
}
