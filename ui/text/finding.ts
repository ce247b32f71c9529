/**
 * The answer in plain sentences. Two kinds of uncertainty are kept apart: how sure the average difference is ("give
 * or take", the 95% interval of the mean) and how far single futures lie apart ("in 8 of 10 futures", P10–P90).
 */
import type { Difference } from "../../sim/statistics";
import { measureById, type Results } from "../results";
import { isComparable } from "./comparable";
import { isAtPatientsExpense, isDistressUncounted } from "./expense";
import {
  capital,
  decimalsFor,
  formatDifference,
  formatPair,
  formatSize,
  formatValue,
  inSentence,
  styleOf,
  yearsInWords,
} from "./format";
import { teamSizes } from "./teams";
import { text } from "./text";
import { giveOrTake, verdictOf } from "./verdict";

const PEOPLE = "people";

/** The period and the teams of a comparison, and whether they keep their sizes. */
function setting(results: Results, s: number) {
  const years = yearsInWords(results.params(0).run.years);
  const posts = [0, s].map((i) => results.params(i).team.linkWorkers);
  const isSteady = [0, s].every((i) => teamSizes([results.scenarios[i]]).length === 1);
  return { years, posts, isSteady };
}

/** The finding about leavers: scenario `s` against the base, and how sure the average difference is. */
export function findingSentence(results: Results, s: number): string {
  const { years, posts, isSteady } = setting(results, s);
  const { baseline, same, fewer, more, team } = text.answer;
  const people = styleOf(PEOPLE);
  const base = results.summary(0, "leavers").mean;
  if (s === 0) return baseline(formatValue(base, people), team(posts[0]), years);
  const scenario = inSentence(results.scenarios[s].name);
  const difference = results.difference(s, "leavers");
  const verdict = verdictOf(difference, "lower");
  if (verdict === "same") return same(scenario, years, formatValue(base, people));
  if (verdict === "unclear") return tooClose(difference, scenario, years);
  const decimals = decimalsFor(giveOrTake(difference), people);
  const size = formatSize(difference.mean, people, decimals);
  const margin = formatSize(giveOrTake(difference), people, decimals);
  const averages = formatPair(base, results.summary(s, "leavers").mean, people);
  const instead = isSteady
    ? insteadInWords(averages, posts)
    : text.answer.insteadChanging(
        averages[1],
        averages[0],
        teamSizes([results.scenarios[0], results.scenarios[s]]),
      );
  return (difference.mean < 0 ? fewer : more)({ scenario, size, years, margin, instead });
}

/** Both averages, and from how large teams people leave where the teams keep their size. */
function insteadInWords(
  [before, now]: readonly [string, string],
  [postsBefore, posts]: readonly number[],
): string {
  const { insteadFrom, insteadTeams, team } = text.answer;
  if (postsBefore === posts) return insteadFrom(now, before, team(posts));
  return insteadTeams({ now, team: team(posts), before, teamBefore: team(postsBefore) });
}

function tooClose(difference: Difference, scenario: string, years: string): string {
  const margin = giveOrTake(difference);
  if (!Number.isFinite(margin)) return text.answer.tooClose(scenario, years);
  const people = styleOf(PEOPLE);
  const decimals = decimalsFor(margin, people);
  return text.answer.tooCloseBy({
    scenario,
    years,
    difference: formatDifference(difference.mean, people, decimals),
    margin: formatSize(margin, people, decimals),
  });
}

/** The range of futures of leavers. Counts are rounded outwards, so that the range holds at least 8 of 10 futures. */
export function futuresSentence(results: Results, s: number): string {
  const range = (i: number) => {
    const { p10, p90 } = results.summary(i, "leavers");
    return { low: Math.floor(p10), high: Math.ceil(p90) };
  };
  const { between, futures, futuresBeside } = text.answer;
  const { low, high } = range(s);
  if (s === 0) return futures(between(low, high), low, high);
  const base = range(0);
  return futuresBeside({ range: between(low, high), low, high, baseline: between(base.low, base.high) });
}

/** Patients' outcomes that stand beside the staff's, the weightiest first; those with a unit that has to be said. */
const PATIENT_OUTCOMES = [
  { id: "connectedShare" },
  { id: "returnedToGpShare" },
  { id: "disengagedShare" },
  { id: "distressDays", unit: "distressDays" },
  { id: "longestGapDays", unit: "workingDays" },
  { id: "waitMeanDays", unit: "workingDays" },
  { id: "renegedShare" },
] as const;
type Outcome = (typeof PATIENT_OUTCOMES)[number];

/** Good news beyond this many is left to the table; bad news never is. */
const MOST_GOOD_NEWS = 2;

/** The clear differences for patients, each with both values: those for the better and those for the worse. */
export function patientChanges(results: Results, s: number): { better: string[]; worse: string[] } {
  const better: string[] = [];
  const worse: string[] = [];
  for (const outcome of PATIENT_OUTCOMES) {
    const { id } = outcome;
    if (!isComparable(results, s, id)) continue;
    const { good } = measureById(id);
    const difference = results.difference(s, id);
    const verdict = verdictOf(difference, good);
    if (verdict !== "better" && verdict !== "worse") continue;
    if (id === "distressDays" && verdict === "better" && isDistressUncounted(results, s)) continue;
    const { up, down } = text.patients.changes[id];
    const change = withValues(results, s, outcome, difference.mean > 0 ? up : down);
    (verdict === "better" ? better : worse).push(change);
  }
  return { better, worse };
}

function withValues(results: Results, s: number, outcome: Outcome, change: string): string {
  const [base, other] = [0, s].map((i) => results.summary(i, outcome.id).mean);
  const [before, now] = formatPair(base, other, styleOf(measureById(outcome.id).unit));
  const withUnit = "unit" in outcome ? text.patients[outcome.unit](now) : now;
  return text.patients.withValues(change, withUnit, before);
}

/** The patients' side in one sentence. */
export function patientsSentence(results: Results, s: number): string {
  if (s === 0) return baselinePatients(results);
  const { better, worse } = patientChanges(results, s);
  const said = text.patients;
  if (better.length + worse.length === 0) return said.unclear;
  if (better.length === 0) return said.worse(worse);
  const good = briefly(better);
  if (worse.length === 0) return said.better(good);
  return isAtPatientsExpense(results, s) ? said.atExpense(worse, good) : said.mixed(good, worse);
}

/** The first of the good news in full, the rest counted. */
function briefly(better: readonly string[]): string[] {
  const extra = better.length - MOST_GOOD_NEWS;
  return extra > 0 ? [...better.slice(0, MOST_GOOD_NEWS), text.patients.moreImprove(extra)] : [...better];
}

function baselinePatients(results: Results): string {
  const mean = (id: string) => formatValue(results.summary(0, id).mean, styleOf(measureById(id).unit));
  return capital(text.patients.baseline(mean("connectedShare"), mean("waitMeanDays")));
}
