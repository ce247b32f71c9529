/** From the words after `staff` to a search that can be run, or every reason why not. */
import type { Changes, Scenario } from "../../sim/scenario";
import { ERROR, type StaffRequest, teamCount } from "../experiment/staff";
import { fewestFutures } from "../experiment/staffSearch";
import { contradictions, readTarget, type Target } from "../experiment/staffTargets";
import { CHOICES, type Choice, type Levels, laddersOf, usualPlaces } from "../experiment/staffTeams";
import { changedLater, unfit } from "../experiment/sweep";
import { type LongFormat, type LongRunOptions, readLongRun, refuse } from "./longRun";
import { readScenarios, readSettings, type SettingOptions } from "./request";
import { type LevelOptions, readPlacePrice, readTeamLevels } from "./staffLevels";

/** Options as commander hands them over: texts. */
export interface StaffOptions extends LongRunOptions, SettingOptions, LevelOptions {
  readonly target: readonly string[];
  readonly in: string;
}

export interface StaffCall extends StaffRequest {
  readonly levels: Levels;
  /** £ per place and year, or null where none was given. */
  readonly placePrice: number | null;
  /** "8 of 10". */
  readonly inWords: string;
  readonly workers: number;
  readonly format: LongFormat;
}

/** The largest group of futures that a share may be stated of. */
const MOST_OF = 1000;
const english = new Intl.NumberFormat("en-GB");

/** Reads scenario and options of `staff`; throws InputProblems with every problem there is. */
export function readStaff(name: string, options: StaffOptions, cores: number): StaffCall {
  const problems: string[] = [];
  const { replications: most, seed, workers, format } = readLongRun(options, cores, problems);
  const settings = readSettings(options, problems);
  const [scenario] = readScenarios([name], settings, problems);
  const targets = readTargets(options.target, problems);
  const { share, inWords } = readShare(options.in, problems);
  const levels = readTeamLevels(options, problems);
  const placePrice = readPlacePrice(options.serviceCost, levels, problems);
  problems.push(...setToo(levels, settings));
  refuse(problems);
  refuse(notToVary(levels, scenario));
  const ladders = laddersOf(scenario, levels, placePrice);
  const request = { scenario, ladders, targets, share, most, seed };
  const points = ladders.flat().map(({ changes }) => changes);
  refuse([...unfit(scenario, points), ...tooFewFutures(request)]);
  return { ...request, levels, placePrice, inWords, workers, format };
}

function readTargets(texts: readonly string[], problems: string[]): readonly Target[] {
  if (texts.length === 0) {
    problems.push('--target is missing; give at least one, such as --target "turnoverRate<=0.2".');
  }
  const targets = texts.flatMap((text) => {
    const read = readTarget(text);
    if ("target" in read) return [read.target];
    problems.push(`--target: ${read.problem}`);
    return [];
  });
  problems.push(...contradictions(targets));
  return targets;
}

/** "8of10" as 0.8. */
function readShare(text: string, problems: string[]): { readonly share: number; readonly inWords: string } {
  const [, some, all] = (/^\s*(\d{1,4})\s*of\s*(\d{1,4})\s*$/.exec(text) ?? []).map(Number);
  const read = { share: some / all, inWords: `${some} of ${all}` };
  if (some > 0 && some < all && all <= MOST_OF) return read;
  const hint =
    some > 0 && some === all ? " That all do can never be shown by trying some; ask for 99of100, say." : "";
  problems.push(
    `--in is ${JSON.stringify(text)}; it must be a part of so many futures, such as 8of10, more than none, fewer than all, of at most ${english.format(MOST_OF)}.${hint}`,
  );
  return read;
}

/** The parameters that are varied. */
const variedIn = (levels: Levels): readonly string[] =>
  (Object.keys(CHOICES) as Choice[])
    .filter((choice) => levels[choice] !== null)
    .map((choice) => CHOICES[choice]);

const setToo = (levels: Levels, settings: Changes): string[] =>
  variedIn(levels)
    .filter((id) => Object.hasOwn(settings, id))
    .map((id) => `${id} is set by another option too; either set it or have it chosen.`);

function notToVary(levels: Levels, scenario: Scenario): string[] {
  const problems = changedLater(scenario, variedIn(levels));
  if (levels.services === null || Number.isFinite(usualPlaces(scenario))) return problems;
  return [
    ...problems,
    "--also services has nothing to vary: a service of this scenario has no limit on its places.",
  ];
}

/** Why a search could not come to an answer: too few futures for any team to be shown to meet the targets. */
function tooFewFutures(request: StaffRequest): string[] {
  const fewest = fewestFutures(teamCount(request), request.share, ERROR);
  if (request.most >= fewest) return [];
  const [most, teams, needed] = [request.most, teamCount(request), fewest].map(english.format);
  return [
    `--replications is ${most}; among ${teams} teams, at least ${needed} are needed before any can be shown to meet the targets.`,
  ];
}
