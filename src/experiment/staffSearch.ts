/**
 * The cheapest of several teams that meets what is asked in a large enough share of futures, found one step after
 * another: more futures for a team until it surely meets it, or surely does not, or the futures allowed are used up.
 * Teams are tried from the cheapest on, in blocks; nothing is assumed of how the share changes from one to the next.
 * Looks are fixed beforehand, and the error is split evenly over all looks and teams (Bonferroni), so that the chance
 * that anything at all that is said of them is wrong is at most the whole, however teams that share their luck hang
 * together. See sim/statistics/selection.ts.
 */
import { type ShareRule, type Tally, type Verdict, verdictOf } from "../../sim/statistics/selection";

/** The rule for each team at each look, and the most futures that a team may take. */
export interface SearchRule extends ShareRule {
  readonly most: number;
}

/** Takes some teams to so many futures: in how many of all these each met what is asked. */
export type Draw = (teams: readonly number[], futures: number) => Promise<readonly number[]>;

export interface Outcome {
  /** The cheapest team that surely meets it, or null. */
  readonly answer: number | null;
  /** The next cheapest that surely does, or null: there is none, or it was not found. */
  readonly runnerUp: number | null;
  /** Teams of which it cannot be told, before the runner-up; those before the answer may yet be cheaper answers. */
  readonly untold: readonly number[];
}

/** Teams looked at side by side; at more, more would be run of teams dearer than the answer. */
const BLOCK = 4;
/** Teams to be found: the answer and the runner-up. */
const WANTED = 2;
const FIRST_LOOK = 20;
const GROWTH = 1.5;

/** Numbers of futures after which to look: from 20 on, each 1.5 times the last in whole tens, up to `most`. */
export function looks(most: number): readonly number[] {
  const counts: number[] = [];
  for (let n = FIRST_LOOK; n < most; n = 10 * Math.ceil((GROWTH * n) / 10)) counts.push(n);
  return [...counts, most];
}

/** The rule by which one team of so many is judged at a look, so that all verdicts together err by `error` at most. */
export function searchRule(teams: number, share: number, most: number, error: number): SearchRule {
  return { share, most, error: error / (teams * looks(most).length) };
}

/** The smallest `most` with which a team can be said to meet what is asked: if all of its futures do. */
export function fewestFutures(teams: number, share: number, error: number): number {
  let most = 1;
  while (verdictOf({ futures: most, met: most }, searchRule(teams, share, most, error)) !== "meets") most++;
  return most;
}

/** Tallies of `teams` teams, cheapest first, some of them without futures if they are not needed. Rejects as `draw` does. */
export async function search(teams: number, rule: SearchRule, draw: Draw): Promise<readonly Tally[]> {
  const tallies: Tally[] = Array.from({ length: teams }, () => ({ futures: 0, met: 0 }));
  for (let first = 0; first < teams; first += BLOCK) {
    const block = tallies.map((_, t) => t).slice(first, first + BLOCK);
    for (const futures of looks(rule.most)) {
      const needed = block.filter((t) => isNeeded(t, tallies, rule));
      if (needed.length === 0) break;
      const met = await draw(needed, futures);
      for (const [i, t] of needed.entries()) tallies[t] = { futures, met: met[i] };
    }
  }
  return tallies;
}

/** Whether more futures of team `t` could change what is found: it is open, and fewer than two before it meet it. */
function isNeeded(t: number, tallies: readonly Tally[], rule: SearchRule): boolean {
  const meets = (tally: Tally): boolean => verdictOf(tally, rule) === "meets";
  return verdictOf(tallies[t], rule) === "open" && tallies.slice(0, t).filter(meets).length < WANTED;
}

/** What the verdicts on teams, cheapest first, come to. */
export function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  const meeting = verdicts.flatMap((verdict, t) => (verdict === "meets" ? [t] : []));
  const [answer = null, runnerUp = null] = meeting;
  const untold = verdicts.flatMap((verdict, t) =>
    verdict === "open" && t < (runnerUp ?? Infinity) ? [t] : [],
  );
  return { answer, runnerUp, untold };
}
