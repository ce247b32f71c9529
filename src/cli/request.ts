/** From the words on the command line to a request that can be run, or every reason why not. */
import { checkChanges, parseSetting, type Scenario, type Value } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import type { InputDraws } from "../experiment/inputDraws";
import { conditionsOf, unlikeRuns } from "../experiment/likeRuns";
import { FEWEST_REPLICATIONS, type Precision } from "../experiment/precision";
import { collect, InputProblems } from "./problems";
import { openScenario, withSettings } from "./scenarioFiles";
import { type Place, readStudyOptions, type StudyOptions } from "./study";
import { readInputDraws, readPrecision, type UncertaintyOptions } from "./uncertainty";

/** Settings that are laid over every scenario of a command. */
export type SettingOptions = Pick<RunOptions, "years" | "warmUp" | "set">;

/** Options as commander hands them over: texts, since a mistake in one must not hide those in others. */
export interface RunOptions extends StudyOptions, UncertaintyOptions {
  readonly seed: string;
  readonly years?: string;
  readonly warmUp?: string;
  readonly workers?: string;
  readonly set: readonly string[];
  readonly format: string;
  readonly perReplication?: boolean;
  readonly weekly?: boolean;
  readonly diary?: string;
}

export interface Request {
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  /** The most of them where there is a precision. */
  readonly replications: number;
  readonly precision: Precision | null;
  /** Draws of uncertain inputs, to be run beside the scenarios; null for none. */
  readonly inputs: InputDraws | null;
  readonly workers: number;
  readonly format: Format;
  readonly perReplication: boolean;
  readonly weekly: boolean;
  /** The replication of which every event is written, from 0. */
  readonly diary: number | undefined;
  readonly place: Place;
  /** Whether the first scenario is a base with which the others are compared. */
  readonly compare: boolean;
}

export const FORMATS = ["table", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

export const MOST_WORKERS = 256;
const english = new Intl.NumberFormat("en-GB");

/** Reads scenarios and options of `run` and `compare`; throws InputProblems with every problem there is. */
export function readRequest(
  names: readonly string[],
  options: RunOptions,
  compare: boolean,
  cores: number,
): Request {
  const problems: string[] = [];
  const { replications, precision } = readPrecision(options, compare, problems);
  const workers = wholeNumber("--workers", options.workers ?? String(cores), MOST_WORKERS, problems);
  if (options.seed === "") problems.push('--seed is empty; give any text, such as "holdfast".');
  const format = readFormat(options.format, FORMATS, problems);
  if (format === "csv" && options.perReplication && options.weekly) {
    problems.push(
      "--format csv prints one table: choose --per-replication or --weekly, or --out DIR for all.",
    );
  }
  const place = readStudyOptions(options, problems);
  const diary = readDiary(options, precision ? FEWEST_REPLICATIONS : replications, problems);
  const scenarios = readScenarios(names, readSettings(options, problems), problems);
  const { seed, perReplication = false, weekly = false } = options;
  problems.push(...sameIds(names, scenarios));
  if (compare) problems.push(...unlike(scenarios, { seed, replications }));
  const inputs = readInputDraws(options, { scenarios, seed }, problems);
  if (problems.length > 0) throw new InputProblems([...new Set(problems)]);
  const what = { scenarios, seed, replications, precision, inputs, compare };
  return { ...what, workers, format, perReplication, weekly, diary, place };
}

/** The format if it is one of `formats`; otherwise the first of them, and a problem more. */
export function readFormat<F extends string>(text: string, formats: readonly F[], problems: string[]): F {
  const format = formats.find((f) => f === text);
  if (!format) problems.push(`--format is "${text}"; it must be one of ${formats.join(", ")}.`);
  return format ?? formats[0];
}

/** The number if it is whole and from 1 to `most`; otherwise 1, and a problem more. */
export function wholeNumber(option: string, text: string, most: number, problems: string[]): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  problems.push(
    `${option} is ${text || "empty"}; it must be a whole number from 1 to ${english.format(most)}.`,
  );
  return 1;
}

/** `--set`, `--years` and `--warm-up` as changes of parameters; one parameter may be set once. */
export function readSettings(options: SettingOptions, problems: string[]): Record<string, Value> {
  const settings: Record<string, Value> = {};
  const add = (option: string, text: string) => {
    const setting = parseSetting(text);
    if ("problem" in setting) problems.push(`${option}: ${setting.problem}`);
    else if (setting.id in settings) problems.push(`${option}: ${setting.id} is set twice; set it once.`);
    else {
      settings[setting.id] = setting.value;
      problems.push(
        ...checkChanges({ [setting.id]: setting.value }).map((problem) => `${option}: ${problem}`),
      );
    }
  };
  if (options.years !== undefined) add("--years", `run.years=${options.years}`);
  if (options.warmUp !== undefined) add("--warm-up", `run.warmUpYears=${options.warmUp}`);
  for (const text of options.set) add("--set", text);
  return settings;
}

/** The scenarios that can be read; settings are laid over them only if the input is right so far. */
export function readScenarios(
  names: readonly string[],
  settings: Record<string, Value>,
  problems: string[],
): readonly Scenario[] {
  const settingsAreRight = checkChanges(settings).length === 0;
  return names.flatMap((name) => {
    const scenario = collect(openScenario(name), problems);
    if (!scenario) return [];
    if (!settingsAreRight || Object.keys(settings).length === 0) return [scenario];
    return collect(withSettings(scenario, settings, name), problems) ?? [];
  });
}

/** Sentences on ids that appear more than once. */
export function sameIds(names: readonly string[], scenarios: readonly Scenario[]): string[] {
  const ids = scenarios.map(({ id }) => id);
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...twice].map(
    (id) =>
      `The id ${id} appears twice among ${names.join(", ")}; results are told apart by id, so give each its own.`,
  );
}

/** What keeps scenarios from being compared with the first of them. */
function unlike(
  scenarios: readonly Scenario[],
  { seed, replications }: { readonly seed: string; readonly replications: number },
): string[] {
  const run = { modelVersion: MODEL_VERSION, seed, replications };
  return unlikeRuns(scenarios.map((scenario) => conditionsOf(scenario, run))).map(
    (sentence) => `${sentence} Give both the same: --years, --warm-up and --set hold for every scenario.`,
  );
}

/** `--diary`: a replication that is run, and a folder to write its events to. */
function readDiary(
  { diary, out }: Pick<RunOptions, "diary" | "out">,
  replications: number,
  problems: string[],
): number | undefined {
  if (diary === undefined) return undefined;
  const value = diary.trim() === "" ? Number.NaN : Number(diary);
  if (!Number.isInteger(value) || value < 0 || value >= replications) {
    const last = english.format(replications - 1);
    problems.push(
      `--diary is ${diary || "empty"}; it must be the number of a replication that is run, from 0 to ${last}.`,
    );
  }
  if (out === undefined) problems.push("--diary needs --out DIR, the folder for its events.");
  return value;
}
