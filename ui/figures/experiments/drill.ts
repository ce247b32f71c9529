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
import { shockInWords, weeklySaid } from "../../text/tables";
import { text } from "../../text/text";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { axisFormat, decimalsOf, percent, percents, restsOn } from "./common";

/** Units of weekly series that are shares of something are shown as percentages. */
const styleOfSeries = ({ unit }: DrillSeries): NumberStyle => {
  if (!unit.startsWith("share")) return styleOf(unit);
  return { ...styleOf("share"), words: unit.replace(/^share/, "%") };
};

const weeksInWords = (weeks: number): string =>
  Number.isFinite(weeks) ? text.drillFigure.weeks(weeks) : text.drillFigure.notWithin;

const depthInWords = (series: DrillSeries): string => {
  const { depth } = series;
  const style = styleOfSeries(series);
  const decimals = decimalsOf(depth.interval, style);
  return `${formatDifference(depth.mean, style, decimals)} (${formatDifferenceRange(depth.interval, style, decimals)})`;
};

const isClear = ({ depth }: DrillSeries): boolean => depth.isClear;
/** Whether the series has a value anywhere: without patients nobody waits. */
const hasValue = ({ depth }: DrillSeries): boolean => depth.n > 0;
/** How far from the futures without the shock still counts as recovered. */
const allowedInWords = (series: DrillSeries): string => {
  const style = styleOfSeries(series);
  return formatDifference(series.tolerance, style, Math.max(style.decimals, 0)).replace("+", "");
};

function backInWords(weeks: number, since: string): string {
  const { atOnce, after, notWithin } = text.drillFigure;
  if (weeks === 0) return atOnce(since);
  return Number.isFinite(weeks) ? after(weeksInWords(weeks), since) : notWithin;
}

/** In how many weeks 8 in 10 single futures recover. */
const futuresInWords = ({ recovery: { p10, p90 } }: DrillSeries): string =>
  text.format.range(weeksInWords(p10), weeksInWords(p90));

/** What the shock does to one series, in sentences. */
export function drillInWords({ words, from }: DrillAnswer, ask: DrillAsk, series: DrillSeries): string[] {
  const { depth, recovery, averageRecovery } = series;
  const style = styleOfSeries(series);
  const say = text.drillFigure;
  const strikes = String(ask.shock.atWeek);
  const since = from === ask.shock.atWeek ? say.sinceStrike : say.sinceEnd(String(from));
  const shock = shockInWords(ask.shock, words);
  if (!hasValue(series)) return [say.noValue(strikes, shock)];
  const furthest = { strikes, shock, depth: depthInWords(series), week: String(depth.week) };
  return [
    isClear(series)
      ? say.moves({ ...furthest, series: `${series.label} (${style.words})` })
      : say.noMark(furthest),
    say.recovery({
      allowed: allowedInWords(series),
      average: backInWords(averageRecovery, since),
      median: weeksInWords(recovery.median),
      range: futuresInWords(series),
    }),
    say.never(percent(recovery.never), percents(recovery.neverInterval)),
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
  const words = text.drillFigure;
  const alternative = words.alternative(formatCount(mean.length), struck);
  const back = answer.from + series.averageRecovery;
  const props = (width: number, marked: number | null) => ({
    ...{ label: alternative, width, height: 340, marked },
    yAxis: { title: words.axis(style.words), format: axisFormat({ ...style, suffix: "" }) },
    ...{ mean: scaled(mean), low: scaled(low), high: scaled(high) },
    shock: [ask.shock.atWeek, answer.until ?? mean.length] as const,
    events: [
      {
        week: ask.shock.atWeek,
        label: words.shock(String(ask.shock.atWeek), shockInWords(ask.shock, answer.words)),
      },
      ...(Number.isFinite(series.averageRecovery) && isClear(series) && series.averageRecovery > 0
        ? [{ week: back, label: words.recovered(String(back), allowedInWords(series)) }]
        : []),
    ],
  });
  return {
    id: "drill",
    about: ask.scenario.name,
    title: titleOf(series, answer.until === ask.shock.atWeek),
    subtitle: words.subtitle(series.label, style.words),
    note: words.note(restsOn(ask)),
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
    tableNote: words.tableNote,
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
  const { label, averageRecovery, depth, tolerance } = series;
  const words = text.drillFigure;
  if (!hasValue(series)) return words.titleNoValue(label);
  if (!isClear(series)) return words.titleNoMark(label);
  if (averageRecovery === 0) {
    const isLittle = isAtOnce || Math.abs(depth.mean) <= tolerance;
    return isLittle ? words.titleTooLittle(label, allowedInWords(series)) : words.titleAtOnce(label);
  }
  return Number.isFinite(averageRecovery)
    ? words.titleRecovers(label, weeksInWords(averageRecovery))
    : words.titleNever(label);
}

function sayWeek(week: number, [mean, low, high]: readonly number[], style: NumberStyle): string {
  const { say, sayNothing } = text.drillFigure;
  if (!Number.isFinite(mean)) return sayNothing(String(week));
  const decimals = decimalsOf([low, high], style);
  const interval = formatDifferenceRange([low, high], style, decimals);
  return say(String(week), formatDifference(mean, style, decimals), interval);
}

const medianInWords = ({ recovery }: DrillSeries): string => {
  const [low, high] = recovery.medianInterval.map(weeksInWords);
  return text.format.range(low, high);
};

/** A row of the table after its head. */
const figuresOf = (one: DrillSeries): string[] => [
  depthInWords(one),
  formatCount(one.depth.week),
  weeksInWords(one.averageRecovery),
  `${weeksInWords(one.recovery.median)} (${medianInWords(one)})`,
  futuresInWords(one),
  `${percent(one.recovery.never)} (${percents(one.recovery.neverInterval)})`,
];

/** Every series, whichever is drawn. */
function drillTable({ series }: DrillAnswer) {
  const words = text.drillFigure;
  return {
    columns: words.heads,
    rows: series.map((one) => [
      `${weeklySaid(one).label} (${styleOfSeries(one).words})`,
      ...(hasValue(one) ? figuresOf(one) : words.heads.slice(1).map(() => "–")),
    ]),
  };
}
