/** The figure of a shock drill: how far a weekly series departs from the same futures without the shock. */
import { departureChart, weekAt } from "../../charts/departureChart";
import type { DrillAnswer, DrillAsk, DrillSeries } from "../../experiments";
import {
  formatCount,
  formatDifference,
  formatDifferenceRange,
  type NumberStyle,
  styleOf,
} from "../../text/format";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { axisFormat, decimalsOf, percent, percents, restsOn } from "./common";

/** Units of weekly series that are shares of something are shown as percentages. */
const styleOfSeries = ({ unit }: DrillSeries): NumberStyle => {
  if (!unit.startsWith("share")) return styleOf(unit);
  return { ...styleOf("share"), words: unit.replace(/^share/, "%") };
};

const weeksInWords = (weeks: number): string =>
  Number.isFinite(weeks) ? `${formatCount(weeks)} ${weeks === 1 ? "week" : "weeks"}` : "not within the run";

const depthInWords = (series: DrillSeries): string => {
  const { depth } = series;
  const style = styleOfSeries(series);
  const decimals = decimalsOf(depth.interval, style);
  return `${formatDifference(depth.mean, style, decimals)} (${formatDifferenceRange(depth.interval, style, decimals)})`;
};

const isClear = ({ depth: { interval } }: DrillSeries): boolean => interval[0] > 0 || interval[1] < 0;

const backInWords = (weeks: number, since: string): string =>
  weeks === 0
    ? `at once, counted from ${since}`
    : Number.isFinite(weeks)
      ? `${weeksInWords(weeks)} after ${since}`
      : "not within the run";

/** What the shock does to one series, in sentences. */
export function drillInWords({ words, from }: DrillAnswer, ask: DrillAsk, series: DrillSeries): string[] {
  const { depth, recovery, averageRecovery, tolerance } = series;
  const style = styleOfSeries(series);
  const since = from === ask.shock.atWeek ? "the week in which it strikes" : `its end in week ${from}`;
  const allowed = formatDifference(tolerance, style, Math.max(style.decimals, 0)).replace("+", "");
  return [
    isClear(series)
      ? `At week ${ask.shock.atWeek} ${words}. ${series.label} moves by ${depthInWords(series)} at its furthest, four weeks from week ${depth.week} on.`
      : `At week ${ask.shock.atWeek} ${words}. It leaves no clear mark on this: at its furthest ${depthInWords(series)}, which includes no change.`,
    `Recovered means: from then on every 13 weeks on average no more than ${allowed} away in that direction. The average of all futures is back ${backInWords(averageRecovery, since)}; a single future in a median of ${weeksInWords(recovery.median)} (8 in 10 futures: ${weeksInWords(recovery.p10)} to ${weeksInWords(recovery.p90)}).`,
    `${percent(recovery.never)} of futures (${percents(recovery.neverInterval)}) are not back by the end of the run. A single future can stay apart for good because the shock set off another train of chance events, so read it beside the average.`,
  ];
}

/** The figure for one of the weekly series. */
export function drillFigure(ask: DrillAsk, answer: DrillAnswer, series: DrillSeries): Figure {
  const style = styleOfSeries(series);
  const { mean, give } = series.average;
  const scaled = (values: readonly number[]): number[] => values.map((value) => value * style.scale);
  const low = mean.map((value, w) => value - give[w]);
  const high = mean.map((value, w) => value + give[w]);
  const [struck] = drillInWords(answer, ask, series);
  const alternative = `Chart over ${formatCount(mean.length)} weeks. ${struck}`;
  const back = answer.from + series.averageRecovery;
  const props = (width: number, marked: number | null) => ({
    ...{ label: alternative, width, height: 340, marked },
    yAxis: { title: `difference (${style.words})`, format: axisFormat({ ...style, suffix: "" }) },
    ...{ mean: scaled(mean), low: scaled(low), high: scaled(high) },
    shock: [ask.shock.atWeek, answer.until ?? mean.length] as const,
    events: [
      { week: ask.shock.atWeek, label: `week ${ask.shock.atWeek}: ${answer.words}` },
      ...(Number.isFinite(series.averageRecovery) && isClear(series) && series.averageRecovery > 0
        ? [{ week: back, label: `week ${back}: recovered on average` }]
        : []),
    ],
  });
  return {
    id: "drill",
    about: ask.scenario.name,
    title: titleOf(series, answer.until === ask.shock.atWeek),
    subtitle: `${series.label} (${style.words}): difference from the same futures without the shock, by week`,
    note: `Line: average of ${restsOn(ask)}, each with and without the shock on the same luck. Band: 95% interval of that average. Shaded: while the shock lasts.`,
    alternative,
    draw: (svg, { width, marked }) => svg.call(departureChart, props(width, marked)),
    reading: {
      points: mean.length,
      weekOf: (point) => point,
      pointOf: (week) => Math.min(Math.max(0, week), mean.length - 1),
      pointAt: (px, width) => weekAt(props(width, null), px),
      say: (week) => sayWeek(week, [mean[week], low[week], high[week]], style),
    },
    table: () => drillTable(answer),
    tableNote:
      "Weeks to recover are counted from the shock's end, or from its beginning where it has no end.",
    data: () => ({
      columns: ["series", "week", "difference", "ci95_low", "ci95_high", "shock", ...PROVENANCE_COLUMNS],
      rows: answer.series.flatMap(({ id, average }) =>
        average.mean.map((value, week) => [
          ...[id, week, value, value - average.give[week], value + average.give[week], answer.words],
          ...provenanceOf(ask.scenario, { futures: ask.replications, seed: ask.seed }),
        ]),
      ),
    }),
  };
}

function titleOf(series: DrillSeries, isAtOnce: boolean): string {
  const { label, averageRecovery } = series;
  if (!isClear(series)) return `${label}: the shock leaves no clear mark`;
  if (averageRecovery === 0)
    return isAtOnce ? `${label} departs too little to count` : `${label} is back as soon as the shock ends`;
  return Number.isFinite(averageRecovery)
    ? `${label} recovers ${weeksInWords(averageRecovery)} later, on average`
    : `${label} does not recover within the run, on average`;
}

function sayWeek(week: number, [mean, low, high]: readonly number[], style: NumberStyle): string {
  if (!Number.isFinite(mean)) return `Week ${week}: no value.`;
  const decimals = decimalsOf([low, high], style);
  return `Week ${week}: ${formatDifference(mean, style, decimals)} (95% interval ${formatDifferenceRange([low, high], style, decimals)}).`;
}

/** Every series, whichever is drawn. */
function drillTable({ series }: DrillAnswer) {
  return {
    columns: [
      "Series",
      "Depth (95% interval)",
      "At week",
      "Recovers on average",
      "Median future (95% interval)",
      "8 in 10 futures",
      "Never within the run",
    ],
    rows: series.map((one) => [
      `${one.label} (${styleOfSeries(one).words})`,
      depthInWords(one),
      formatCount(one.depth.week),
      weeksInWords(one.averageRecovery),
      `${weeksInWords(one.recovery.median)} (${one.recovery.medianInterval.map(weeksInWords).join(" to ")})`,
      `${weeksInWords(one.recovery.p10)} to ${weeksInWords(one.recovery.p90)}`,
      `${percent(one.recovery.never)} (${percents(one.recovery.neverInterval)})`,
    ]),
  };
}
