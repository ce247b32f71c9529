/** The sizes of the teams that are compared, in words. */
import { DEFAULTS } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import { formatCount, yearsInWords } from "./format";
import { text } from "./text";

const POSTS = "team.linkWorkers";

/** How many link workers (WTE posts) a scenario's team has, at first and after each change during the run. */
function sizesOf({ changes, timeline }: Scenario): number[] {
  const first = changes[POSTS] ?? DEFAULTS.team.linkWorkers;
  return [first, ...timeline.flatMap(({ changes: later }) => later[POSTS] ?? [])].map(Number);
}

/** The sizes that any of the teams ever has, the smallest first. */
export function teamSizes(scenarios: readonly Scenario[]): string[] {
  return [...new Set(scenarios.flatMap(sizesOf))].sort((a, b) => a - b).map(formatCount);
}

/** Whether both teams have one size, the same, all the time: only then is a count of leavers like for like. */
export const areTeamsAlike = (one: Scenario, other: Scenario): boolean =>
  teamSizes([one, other]).length === 1;

/** The simulated place and time of scenarios, for subtitles. */
export const placeOf = (scenarios: readonly Scenario[], years: number): string =>
  text.figures.place(text.figures.teams(teamSizes(scenarios)), yearsInWords(years));
