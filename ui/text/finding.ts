/**
 * The answer in plain sentences. Two kinds of uncertainty are kept apart: how sure the average difference is ("give
 * or take", the 95 % interval of the mean) and how far single futures lie apart ("in 8 of 10 futures", P10–P90).
 */
import { measureById, type Results } from "../results";
import { isAtPatientsExpense, isDistressUncounted } from "./expense";
import {
  capital,
  decimalsFor,
  formatCount,
  formatDifference,
  formatPair,
  formatSize,
  formatValue,
  inSentence,
  inWords,
  type NumberStyle,
  styleOf,
  yearsInWords,
} from "./format";
import { giveOrTake, verdictOf } from "./verdict";

const people = styleOf("people");

/** The period and the teams of a comparison, and whether the scenario's team keeps its size. */
function setting(results: Results, s: number) {
  const years = yearsInWords(results.params(0).run.years);
  const posts = [0, s].map((i) => results.params(i).team.linkWorkers);
  const isSteady = results.scenarios[s].timeline.every(({ changes }) => !("team.linkWorkers" in changes));
  return { years, posts, isSteady };
}

const team = (posts: number): string =>
  posts === 1 ? "a team of one link worker" : `a team of ${formatCount(posts)}`;

/** The finding about leavers: scenario `s` against the base, and how sure the average difference is. */
export function findingSentence(results: Results, s: number): string {
  const { years, posts, isSteady } = setting(results, s);
  const base = results.summary(0, "leavers").mean;
  if (s === 0) {
    const count = formatValue(base, people);
    return `With no change of policy, ${count} link workers leave ${team(posts[0])} in ${years}, on average.`;
  }
  const name = inSentence(results.scenarios[s].name);
  const difference = results.difference(s, "leavers");
  const verdict = verdictOf(difference, "lower");
  if (verdict === "same") {
    return `No difference: with ${name}, exactly as many link workers leave in ${years} in every simulated future (${formatValue(base, people)} on average).`;
  }
  const { size, margin } = sizes(difference.mean, giveOrTake(difference));
  const direction = difference.mean < 0 ? "fewer" : "more";
  if (verdict === "unclear") {
    const average = formatDifference(difference.mean, people, decimalsFor(giveOrTake(difference), people));
    return tooClose(name, years, average, margin);
  }
  const from = formatPair(base, results.summary(s, "leavers").mean, people);
  const instead = !isSteady
    ? `${from[1]} instead of ${from[0]}`
    : posts[0] === posts[1]
      ? `${from[1]} instead of ${from[0]} from ${team(posts[0])}`
      : `${from[1]} from ${team(posts[1])} instead of ${from[0]} from ${team(posts[0])}`;
  return `With ${name}, ${size} ${direction} link workers leave in ${years}, give or take ${margin}: ${instead}.`;
}

function tooClose(name: string, years: string, average: string, margin: string): string {
  const start = `Too close to call: with ${name}, it is not clear whether more or fewer link workers leave in ${years}`;
  return margin === "–" ? `${start}.` : `${start} (average difference ${average}, give or take ${margin}).`;
}

/** A difference and its margin with as many digits as the margin needs. */
function sizes(mean: number, margin: number): { size: string; margin: string } {
  const decimals = decimalsFor(margin, people);
  return { size: formatSize(mean, people, decimals), margin: formatSize(margin, people, decimals) };
}

/** The range of futures of leavers. Counts are rounded outwards, so that the range holds at least 8 of 10 futures. */
export function futuresSentence(results: Results, s: number): string {
  const range = (i: number): string => {
    const { p10, p90 } = results.summary(i, "leavers");
    const [low, high] = [Math.floor(p10), Math.ceil(p90)].map(formatCount);
    return low === high ? low : `between ${low} and ${high}`;
  };
  const start = `In 8 of 10 simulated futures ${range(s)} ${range(s) === "1" ? "leaves" : "leave"}`;
  return s === 0 ? `${start}.` : `${start}; at the baseline ${range(0)}.`;
}

/** Patients' outcomes that stand beside the staff's, the weightiest first, and how each is said. */
const PATIENT_PHRASES: readonly { readonly id: string; readonly up: string; readonly down: string }[] = [
  {
    id: "connectedShare",
    up: "more referrals are connected to a community service",
    down: "fewer referrals are connected to a community service",
  },
  { id: "returnedToGpShare", up: "more are returned to their GP", down: "fewer are returned to their GP" },
  {
    id: "disengagedShare",
    up: "more give up in a service's queue",
    down: "fewer give up in a service's queue",
  },
  { id: "distressDays", up: "distress rises", down: "distress falls" },
  {
    id: "longestGapDays",
    up: "the longest time without contact is longer",
    down: "the longest time without contact is shorter",
  },
  { id: "waitMeanDays", up: "the first appointment comes later", down: "the first appointment comes sooner" },
  {
    id: "renegedShare",
    up: "more give up before a first appointment",
    down: "fewer give up before a first appointment",
  },
];

const UNITS: Readonly<Record<string, string>> = {
  distressDays: " distress-days a referral",
  waitMeanDays: " working days",
  longestGapDays: " working days",
};
/** Good news beyond this many is left to the table; bad news never is. */
const MOST_GOOD_NEWS = 2;

/** The clear differences for patients, each with both values: those for the better and those for the worse. */
export function patientChanges(results: Results, s: number): { better: string[]; worse: string[] } {
  const better: string[] = [];
  const worse: string[] = [];
  for (const { id, up, down } of PATIENT_PHRASES) {
    const { good, unit } = measureById(id);
    const difference = results.difference(s, id);
    const verdict = verdictOf(difference, good);
    if (verdict !== "better" && verdict !== "worse") continue;
    if (id === "distressDays" && verdict === "better" && isDistressUncounted(results, s)) continue;
    const values = pair(results, s, id, styleOf(unit));
    const phrase = `${difference.mean > 0 ? up : down} (${values})`;
    (verdict === "better" ? better : worse).push(phrase);
  }
  return { better, worse };
}

function pair(results: Results, s: number, id: string, style: NumberStyle): string {
  const [base, other] = formatPair(results.summary(0, id).mean, results.summary(s, id).mean, style);
  const unit = UNITS[id] ?? "";
  return `${other}${unit}, not ${base}`;
}

/** The patients' side in one sentence. */
export function patientsSentence(results: Results, s: number): string {
  if (s === 0) return baselinePatients(results);
  const { better, worse } = patientChanges(results, s);
  if (better.length + worse.length === 0) {
    return "For patients there is no clear difference in connection to services, returns to the GP, giving up, distress, waiting or time without contact.";
  }
  const bad = inWords(worse);
  if (better.length === 0) return `For patients it is worse: ${bad}.`;
  const good = inWords(briefly(better));
  if (worse.length === 0) return `For patients: ${good}.`;
  return isAtPatientsExpense(results, s)
    ? `For patients: ${bad}; though ${good}.`
    : `For patients: ${good}; but ${bad}.`;
}

/** The first of the good news in full, the rest counted. */
function briefly(better: readonly string[]): string[] {
  const extra = better.length - MOST_GOOD_NEWS;
  const rest = `${extra} more ${extra === 1 ? "outcome improves" : "outcomes improve"}`;
  return extra > 0 ? [...better.slice(0, MOST_GOOD_NEWS), rest] : [...better];
}

function baselinePatients(results: Results): string {
  const mean = (id: string) => formatValue(results.summary(0, id).mean, styleOf(measureById(id).unit));
  return capital(
    `${mean("connectedShare")} of referrals are connected to a community service, and the first appointment comes after ${mean("waitMeanDays")} working days.`,
  );
}
