/** From the words on the command line to a request that can be run, or every reason why not. */
import { WEEKLY } from "../../sim/record/weekly";
import { checkChanges, parseSetting, type Scenario, type Value } from "../../sim/scenario";
import { horizonOf } from "./horizon";
import { checkFolder } from "./out";
import { collect, InputProblems } from "./problems";
import { openScenario, withSettings } from "./scenarioFiles";
import { counted } from "./text";

/** Options as commander hands them over: texts, since a mistake in one must not hide those in others. */
export interface RunOptions {
  readonly replications: string;
  readonly seed: string;
  readonly years?: string;
  readonly warmUp?: string;
  readonly workers?: string;
  readonly set: readonly string[];
  readonly format: string;
  readonly perReplication?: boolean;
  readonly weekly?: boolean;
  readonly out?: string;
}

export interface Request {
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly replications: number;
  readonly workers: number;
  readonly format: Format;
  readonly perReplication: boolean;
  readonly weekly: boolean;
  readonly out: string | undefined;
  /** Whether the first scenario is a base with which the others are compared. */
  readonly compare: boolean;
}

export const FORMATS = ["table", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;
const MOST_WEEKLY_BYTES = 2 ** 31;
const english = new Intl.NumberFormat("en-GB");

/** Reads scenarios and options of `run` and `compare`; throws InputProblems with every problem there is. */
export function readRequest(
  names: readonly string[],
  options: RunOptions,
  compare: boolean,
  cores: number,
): Request {
  const problems: string[] = [];
  const replications = wholeNumber("--replications", options.replications, MOST_REPLICATIONS, problems);
  const workers = wholeNumber("--workers", options.workers ?? String(cores), MOST_WORKERS, problems);
  if (options.seed === "") problems.push('--seed is empty; give any text, such as "holdfast".');
  const format = readFormat(options.format, FORMATS, problems);
  if (format === "csv" && options.perReplication && options.weekly) {
    problems.push(
      "--format csv prints one table: choose --per-replication or --weekly, or --out DIR for all.",
    );
  }
  if (options.out !== undefined) problems.push(...checkFolder(options.out));
  const scenarios = readScenarios(names, readSettings(options, problems), problems);
  problems.push(...sameIds(names, scenarios), ...(compare ? differentHorizons(scenarios) : []));
  const { seed, out, perReplication = false, weekly = false } = options;
  if (weekly || out !== undefined) problems.push(...tooMuch(scenarios, replications));
  if (problems.length > 0) throw new InputProblems([...new Set(problems)]);
  return { scenarios, seed, replications, workers, format, perReplication, weekly, out, compare };
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
function readSettings(options: RunOptions, problems: string[]): Record<string, Value> {
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
function readScenarios(
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

function sameIds(names: readonly string[], scenarios: readonly Scenario[]): string[] {
  const ids = scenarios.map(({ id }) => id);
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...twice].map(
    (id) =>
      `The id ${id} appears twice among ${names.join(", ")}; results are told apart by id, so give each its own.`,
  );
}

function differentHorizons(scenarios: readonly Scenario[]): string[] {
  if (scenarios.length === 0) return [];
  const [base, ...others] = scenarios.map((scenario) => ({ id: scenario.id, ...horizonOf(scenario) }));
  return others
    .filter(({ years, warmUpYears }) => years !== base.years || warmUpYears !== base.warmUpYears)
    .map(
      ({ id, years, warmUpYears }) =>
        `${id} runs for ${counted(years, "year")} after ${counted(warmUpYears, "year")} of warm-up, ` +
        `${base.id} for ${counted(base.years, "year")} after ${counted(base.warmUpYears, "year")}; ` +
        "a comparison needs the same for both: give --years and --warm-up.",
    );
}

function tooMuch(scenarios: readonly Scenario[], replications: number): string[] {
  const weeks = scenarios.reduce((sum, scenario) => sum + horizonOf(scenario).years * 52, 0);
  const bytes = weeks * WEEKLY.length * replications * 8;
  if (bytes <= MOST_WEEKLY_BYTES) return [];
  const gigabytes = (bytes / 2 ** 30).toFixed(1);
  return [
    `Weekly columns of ${english.format(replications)} replications need ${gigabytes} GB, more than 2 GB; ` +
      "ask for fewer replications or years, or leave out --weekly and --out.",
  ];
}
