/** From the words of `drill` to a request that can be run, or every reason why not. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import { WEEKLY } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import { DRILL_SERIES, type DrillRequest } from "../experiment/drill";
import {
  SHOCK_KINDS,
  SHOCKS,
  type Shock,
  type ShockKind,
  shockProblems,
  shockType,
} from "../experiment/drillShocks";
import { horizonOf } from "./horizon";
import type { LongRunOptions } from "./longRun";
import { readScenarios, readSettings, type SettingOptions, wholeNumber } from "./request";
import { readable } from "./text";

export interface DrillOptions extends LongRunOptions, SettingOptions {
  readonly shock?: string;
  readonly all?: boolean;
  readonly atWeek: string;
  readonly size?: string;
  readonly forWeeks?: string;
  readonly service?: string;
  readonly tolerance: readonly string[];
}

const MOST_GIGABYTES = 2;
const MOST_WEEKS = 520_000;
/** What stands for no end. */
export const FOR_GOOD = "good";

/** The request; what is wrong goes to `problems`, after which it is not to be used. */
export function readDrill(
  name: string,
  options: DrillOptions,
  size: Pick<DrillRequest, "seed" | "replications">,
  problems: string[],
): DrillRequest {
  const shocks = readShocks(options, problems);
  const tolerances = readTolerances(options.tolerance, problems);
  const [scenario] = readScenarios([name], readSettings(options, problems), problems);
  if (scenario && problems.length === 0) {
    problems.push(...shocks.flatMap((shock) => shockProblems(scenario, shock)));
    problems.push(...tooMuch(scenario, 1 + shocks.length, size.replications));
  }
  return { scenario, shocks, tolerances, ...size };
}

/** Why the weekly columns of so many runs would not fit into memory. */
function tooMuch(scenario: Scenario, arms: number, replications: number): string[] {
  const weeks = horizonOf(scenario).years * WEEKS_PER_YEAR;
  const gigabytes = (weeks * WEEKLY.length * arms * replications * 8) / 2 ** 30;
  if (gigabytes <= MOST_GIGABYTES) return [];
  return [
    `Weekly columns of ${arms} times ${replications} futures of ${readable(weeks)} weeks need ${readable(gigabytes)} GB, ` +
      `more than ${MOST_GIGABYTES} GB; ask for fewer replications or years.`,
  ];
}

/** The shock asked for, or all of them. */
function readShocks(options: DrillOptions, problems: string[]): readonly Shock[] {
  const { shock, all } = options;
  const atWeek = wholeNumber("--at-week", options.atWeek, MOST_WEEKS, problems);
  if ((shock === undefined) === !all) {
    problems.push(`Give one of --shock (${SHOCK_KINDS.join(", ")}) and --all.`);
    return [];
  }
  if (all) {
    const own = { "--size": options.size, "--for-weeks": options.forWeeks, "--service": options.service };
    for (const [option, text] of Object.entries(own))
      if (text !== undefined) problems.push(`${option} is for a single --shock; leave it out with --all.`);
    return SHOCK_KINDS.map((kind) => usual(kind, atWeek));
  }
  const kind = SHOCK_KINDS.find((one) => one === shock);
  if (kind !== undefined) return [ofItsOwn(usual(kind, atWeek), options, problems)];
  problems.push(`--shock is "${shock}"; it must be one of ${SHOCK_KINDS.join(", ")}.`);
  return [];
}

const usual = (kind: ShockKind, atWeek: number): Shock => {
  const { size, forWeeks } = SHOCKS[kind];
  return { kind, atWeek, size, forWeeks, service: 1 };
};

/** The shock with the size, length and service that were asked for. */
function ofItsOwn(shock: Shock, { size, forWeeks, service }: DrillOptions, problems: string[]): Shock {
  const { unit, whole, lasts, mayBeForGood } = shockType(shock.kind);
  const own = { ...shock };
  if (size !== undefined) {
    if (unit === null) problems.push(`--size is for other shocks; ${shock.kind} has none: leave it out.`);
    else own.size = whole ? wholeNumber("--size", size, 10_000, problems) : times(size, problems);
  }
  if (forWeeks !== undefined) {
    if (!lasts)
      problems.push(`--for-weeks is for other shocks; a ${shock.kind} happens at once: leave it out.`);
    else if (forWeeks !== FOR_GOOD) own.forWeeks = wholeNumber("--for-weeks", forWeeks, MOST_WEEKS, problems);
    else if (mayBeForGood) own.forWeeks = null;
    else problems.push(`--for-weeks is "${FOR_GOOD}"; ${shock.kind} needs a number of weeks.`);
  }
  if (service !== undefined) {
    if (shock.kind !== "service-closing")
      problems.push("--service is for --shock service-closing; leave it out.");
    else own.service = wholeNumber("--service", service, 3, problems);
  }
  return own;
}

/** How many times the usual referrals there are. */
function times(text: string, problems: string[]): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value > 1 && value <= 3) return value;
  problems.push(`--size is ${text || "empty"}; it must be above 1 and at most 3 times the usual referrals.`);
  return 1;
}

/** Tolerances by series, from "waitingList=10" and the like. */
function readTolerances(texts: readonly string[], problems: string[]): Record<string, number> {
  const tolerances: Record<string, number> = {};
  for (const text of texts) {
    const [id, value] = text.split("=").map((word) => word.trim());
    const number = value ? Number(value) : Number.NaN;
    if (Object.hasOwn(DRILL_SERIES, id) && number >= 0 && Number.isFinite(number)) tolerances[id] = number;
    else {
      const ids = Object.keys(DRILL_SERIES).join(", ");
      problems.push(
        `--tolerance is "${text}"; write it as ID=VALUE, the value 0 or more and the id one of ${ids}.`,
      );
    }
  }
  return tolerances;
}
