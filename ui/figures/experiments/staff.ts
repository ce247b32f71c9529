/** The smallest safe team: the answer in a sentence, and the figure of the teams that were tried. */
import { barChart } from "../../charts/barChart";
import type { StaffAnswer, StaffAsk, TeamResult } from "../../experiments";
import { formatCount, formatValue, inWords, styleOf } from "../../text/format";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { percent, percents, periodOf, withInterval } from "./common";
import { targetInWords } from "./targets";

const pounds = styleOf("£ per year");

export const postsInWords = (posts: number): string =>
  `${formatCount(posts)} ${posts === 1 ? "post" : "posts"}`;

/** "in 110 of 120 futures (92%; surely 84% to 97%)". */
const tallyInWords = ({ tally: { met, futures }, interval }: TeamResult): string =>
  `in ${formatCount(met)} of ${formatCount(futures)} futures (${percent(met / futures)}; surely ${percents(interval)})`;

/** What the search came to, in sentences. */
export function staffAnswer(ask: StaffAsk, found: StaffAnswer): string[] {
  const { teams, answer, untold } = found;
  const asked = `at least ${ask.ofTen} of 10 futures`;
  if (answer === null) {
    const nearest = teams[found.nearest];
    const first =
      untold.length === 0
        ? `No team in the range meets the targets in ${asked}.`
        : `It cannot be told whether any team meets the targets in ${asked}: ${namesOf(untold, teams)} open after the futures allowed.`;
    return [
      first,
      `The nearest is ${postsInWords(nearest.posts)}: the targets are met ${tallyInWords(nearest)}.`,
    ];
  }
  const team = teams[answer];
  const open = untold.filter((t) => t < answer);
  const lead = open.length > 0 ? "The smallest team that surely is safe has" : "The smallest safe team has";
  return [
    `${lead} ${postsInWords(team.posts)}: all targets are met ${tallyInWords(team)}, where ${asked} are asked for.`,
    costInWords(team),
    open.length > 0
      ? `Of smaller teams it cannot be told within the futures allowed: ${namesOf(open, teams)} open.`
      : beforeInWords(teams, answer),
    runnerUpInWords(found),
  ];
}

const namesOf = (some: readonly number[], teams: readonly TeamResult[]): string =>
  `${inWords(some.map((t) => postsInWords(teams[t].posts)))} ${some.length === 1 ? "is" : "are"}`;

const costInWords = ({ cost, budget }: TeamResult): string =>
  `It costs ${cost ? withInterval(cost.mean, cost.ci95, pounds) : "–"} a year on average with vacancies as simulated, and ${formatValue(budget, pounds)} with every post filled all year.`;

function beforeInWords(teams: readonly TeamResult[], answer: number): string {
  if (answer === 0) return "It is the smallest that was tried: a smaller one may do too.";
  const below = teams[answer - 1];
  return `Every smaller team fails; the next smaller, ${postsInWords(below.posts)}, meets them ${tallyInWords(below)}.`;
}

function runnerUpInWords({ teams, runnerUp, more }: StaffAnswer): string {
  if (runnerUp === null || more === null) return "No other team was found to meet them.";
  const next = teams[runnerUp];
  return `The runner-up, ${postsInWords(next.posts)}, meets them ${tallyInWords(next)} and costs ${withInterval(more.mean, more.ci95, pounds)} a year more.`;
}

const STANDING = {
  meets: "meets",
  fails: "fails",
  "cannot be told": "cannot be told",
  "not needed": "not needed",
};

/** The figure of the teams that were tried. */
export function staffFigure(ask: StaffAsk, found: StaffAnswer): Figure {
  const tried = found.teams.filter(({ tally }) => tally.futures > 0);
  const [title] = titleOf(found);
  const wanted = { value: ask.ofTen * 10, label: `asked for: ${ask.ofTen} of 10 futures` };
  const alternative = `Bars. Share of futures that meet all targets: ${inWords(tried.map((team) => `${postsInWords(team.posts)} ${percent(team.tally.met / team.tally.futures)}`))}.`;
  return {
    id: "staff",
    about: ask.scenario.name,
    title,
    subtitle: `Share of futures in which ${inWords(ask.targets.map(targetInWords))}, %, ${periodOf(ask.scenario)}`,
    note: "Whisker: where the share surely lies, for all teams at once (95%). Dark: the targets are surely met often enough; pale: not, or not told.",
    alternative,
    draw: (svg, { width }) =>
      svg.call(barChart, {
        ...{ label: alternative, width, kinds: [], chanceName: "", wanted },
        axis: { title: "% of futures that meet all targets", format: (value: number) => `${value}%` },
        rows: tried.map(({ posts, tally, interval, standing }) => ({
          name: postsInWords(posts),
          value: `${percent(tally.met / tally.futures)} (${percents(interval)})`,
          bars: [
            { value: (100 * tally.met) / tally.futures, low: 100 * interval[0], high: 100 * interval[1] },
          ],
          chance: Number.NaN,
          isStrong: standing === "meets",
        })),
      }),
    reading: null,
    table: () => staffTable(ask, tried),
    tableNote: leftOut(found.teams.length - tried.length),
    data: () => ({
      columns: [
        "posts",
        "futures",
        "met",
        "share",
        "surely_low",
        "surely_high",
        "standing",
        "budget",
        "cost_mean",
        ...PROVENANCE_COLUMNS,
      ],
      rows: tried.map(({ posts, tally, interval, standing, budget, cost }) => [
        ...[posts, tally.futures, tally.met, tally.met / tally.futures, ...interval, standing, budget],
        cost?.mean ?? Number.NaN,
        ...provenanceOf(ask.scenario, { futures: tally.futures, seed: ask.seed }),
      ]),
    }),
  };
}

function titleOf({ teams, answer, untold }: StaffAnswer): string[] {
  if (answer !== null)
    return [
      `${postsInWords(teams[answer].posts)} are the fewest that are surely safe`.replace(
        "1 post are",
        "1 post is",
      ),
    ];
  return [untold.length > 0 ? "No team is surely safe; some cannot be told" : "No team in the range is safe"];
}

const leftOut = (count: number): string =>
  count > 0 ? `${formatCount(count)} larger ${count === 1 ? "team" : "teams"} did not have to be tried.` : "";

function staffTable({ targets }: StaffAsk, tried: readonly TeamResult[]) {
  return {
    columns: [
      ...["Posts (WTE)", "Futures", "All targets met (surely between)", "Verdict"],
      ...targets.map((target) => `Alone: ${targetInWords(target)}`),
      ...["Cost a year, average (95% interval)", "Cost a year, all posts filled"],
    ],
    rows: tried.map(({ posts, tally, interval, standing, targets: each, cost, budget }) => [
      formatCount(posts),
      formatCount(tally.futures),
      `${percent(tally.met / tally.futures)} (${percents(interval)})`,
      STANDING[standing],
      ...each.map(percent),
      cost ? withInterval(cost.mean, cost.ci95, pounds) : "–",
      formatValue(budget, pounds),
    ]),
  };
}
