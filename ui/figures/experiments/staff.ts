/** The smallest safe team: the answer in a sentence, and the figure of the teams that were tried. */
import { type BarChartProps, barChart, barRowAt } from "../../charts/barChart";
import type { StaffAnswer, StaffAsk, TeamResult } from "../../experiments";
import { formatCount, formatValue, styleOf } from "../../text/format";
import { upTo } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { percent, percents, periodOf, rowReading, withInterval } from "./common";
import { targetInWords } from "./targets";

const pounds = () => styleOf("£ per year");

export const postsInWords = (posts: number): string => text.staffFigure.posts(posts);

/** "in 110 of 120 futures (92%; 95% interval 84% to 97%)". */
const tallyInWords = ({ tally: { met, futures }, interval }: TeamResult): string =>
  text.staffFigure.tally({
    ...{ met: formatCount(met), futures: formatCount(futures) },
    ...{ share: percent(met / futures), interval: percents(interval) },
  });

/** What the search came to, in sentences. */
export function staffAnswer(ask: StaffAsk, found: StaffAnswer): string[] {
  const { teams, answer, untold } = found;
  const words = text.staffFigure;
  const asked = words.asked(String(ask.ofTen));
  if (answer === null) {
    const nearest = teams[found.nearest];
    const first = untold.length === 0 ? words.noTeam(asked) : words.untold(asked, namesOf(untold, teams));
    return [first, words.nearest(postsInWords(nearest.posts), tallyInWords(nearest))];
  }
  const team = teams[answer];
  const open = untold.filter((t) => t < answer);
  const lead = open.length > 0 ? words.smallestSurely : words.smallest;
  return [
    lead(postsInWords(team.posts), tallyInWords(team), asked),
    costInWords(team),
    open.length > 0 ? words.smallerUntold(namesOf(open, teams)) : beforeInWords(teams, answer),
    runnerUpInWords(found),
  ];
}

const namesOf = (some: readonly number[], teams: readonly TeamResult[]): string[] =>
  some.map((t) => postsInWords(teams[t].posts));

const averageCost = ({ cost }: TeamResult): string =>
  cost ? withInterval(cost.mean, cost.ci95, pounds()) : "–";
const costInWords = (team: TeamResult): string =>
  text.staffFigure.cost(averageCost(team), formatValue(team.budget, pounds()));

function beforeInWords(teams: readonly TeamResult[], answer: number): string {
  if (answer === 0) return text.staffFigure.smallestTried;
  const below = teams[answer - 1];
  return text.staffFigure.smallerFail(postsInWords(below.posts), tallyInWords(below));
}

function runnerUpInWords({ teams, runnerUp, more }: StaffAnswer): string {
  if (runnerUp === null || more === null) return text.staffFigure.noRunnerUp;
  const next = teams[runnerUp];
  const cost = withInterval(more.mean, more.ci95, pounds());
  return text.staffFigure.runnerUp(postsInWords(next.posts), tallyInWords(next), cost);
}

/** The figure of the teams that were tried. */
export function staffFigure(ask: StaffAsk, found: StaffAnswer): Figure {
  const tried = found.teams.filter(({ tally }) => tally.futures > 0);
  const words = text.staffFigure;
  const wanted = { value: ask.ofTen * 10, label: words.wanted(String(ask.ofTen)) };
  const alternative = words.alternative(
    tried.map(({ posts, tally }) => words.teamAt(postsInWords(posts), percent(tally.met / tally.futures))),
  );
  const props = (width: number, marked: number | null): BarChartProps => ({
    ...{ label: alternative, width, marked, kinds: [], chanceName: "", wanted },
    axis: { title: words.axis, format: (value: number) => text.charts.percent(upTo(value, 3)) },
    rows: tried.map(({ posts, tally, interval, standing }) => ({
      name: postsInWords(posts),
      value: `${percent(tally.met / tally.futures)} (${percents(interval)})`,
      bars: [{ value: (100 * tally.met) / tally.futures, low: 100 * interval[0], high: 100 * interval[1] }],
      chance: Number.NaN,
      isStrong: standing === "meets",
    })),
  });
  const table = () => staffTable(ask, tried);
  return {
    id: "staff",
    about: ask.scenario.name,
    title: titleOf(found),
    subtitle: words.subtitle(ask.targets.map(targetInWords), periodOf(ask.scenario)),
    note: words.note,
    alternative,
    draw: (svg, { width, marked }) => svg.call(barChart, props(width, marked)),
    reading: rowReading(
      tried.map(({ posts }) => postsInWords(posts)),
      table,
      (width, py) => barRowAt(props(width, null), py),
    ),
    table,
    tableNote: leftOut(found.teams.length - tried.length),
    data: () => ({
      columns: [
        "posts",
        "futures_tried",
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

function titleOf({ teams, answer, untold }: StaffAnswer): string {
  const { titleFewest, titleUntold, titleNone } = text.staffFigure;
  if (answer !== null) return titleFewest(teams[answer].posts);
  return untold.length > 0 ? titleUntold : titleNone;
}

const leftOut = (count: number): string => (count > 0 ? text.staffFigure.leftOut(count) : "");

function staffTable({ targets }: StaffAsk, tried: readonly TeamResult[]) {
  const { heads, aloneHead, costHeads, standing } = text.staffFigure;
  return {
    columns: [...heads, ...targets.map((target) => aloneHead(targetInWords(target))), ...costHeads],
    rows: tried.map((team) => [
      formatCount(team.posts),
      formatCount(team.tally.futures),
      `${percent(team.tally.met / team.tally.futures)} (${percents(team.interval)})`,
      standing[team.standing],
      ...team.targets.map(percent),
      averageCost(team),
      formatValue(team.budget, pounds()),
    ]),
  };
}
