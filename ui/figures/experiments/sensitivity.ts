/** Figures of sensitivity: a tornado of elementary effects, and bars of shares of the variance. */
import type { Measure } from "../../../sim/record/measures";
import { type BarChartProps, barChart, barRowAt } from "../../charts/barChart";
import type { Screened, SensitivityAsk, Shares } from "../../experiments";
import { formatCount, formatValue, inSentence, labelInSentence, styleOf } from "../../text/format";
import { upTo } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import {
  axisFormat,
  decimalsOf,
  measureInside,
  percent,
  periodOf,
  restsOn,
  rowReading,
  styleFor,
  withWords,
} from "./common";

/** Rows drawn; the table and the file have all of them. */
const SHOWN = 12;

const aboutOf = ({ scenarios: [base, other] }: SensitivityAsk): string =>
  other ? text.sensitivityFigure.difference(other.name, inSentence(base.name)) : base.name;

/** A note, and that not all are drawn where that is so. */
const withShown = (note: string, count: number): string =>
  count > SHOWN ? `${note} ${text.sensitivityFigure.shown(formatCount(SHOWN), formatCount(count))}` : note;

/** What a screening found, the largest effects first, with whether each was told apart from chance. */
export const screenedInOrder = (found: readonly Screened[]) =>
  found.map((one) => ({ ...one, isTold: one.effects.muStar > one.chance }));

/** The same of shares of the variance, the largest totals first. */
export function sharesInOrder({ parameters, chanceShare }: Shares) {
  const sized = ({ index: { total } }: Shares["parameters"][number]): number =>
    Number.isNaN(total) ? -Infinity : total;
  return parameters
    .toSorted((a, b) => sized(b) - sized(a))
    .map((one) => ({ ...one, isTold: one.index.totalCi95[0] > chanceShare }));
}

/** The tornado of a screening, the largest effects first. */
export function tornadoFigure(ask: SensitivityAsk, found: readonly Screened[], measure: Measure): Figure {
  const screened = screenedInOrder(withWords(found));
  const style = styleFor(measure.unit);
  const told = screened.filter(({ isTold }) => isTold);
  const sizes = ({ effects: { muStar, muStarCi95 } }: Screened) => {
    const decimals = decimalsOf(muStarCi95, style);
    const plain = { ...style, suffix: style.differenceSuffix };
    const [low, high] = muStarCi95.map((end) => formatValue(end, { ...plain, suffix: "" }, decimals));
    return `${formatValue(muStar, plain, decimals)} (${text.format.range(low, high)})`;
  };
  const scaled = (value: number): number => value * style.scale;
  const drawn = screened.slice(0, SHOWN);
  const words = text.sensitivityFigure.tornado;
  const { yes, no, parameter } = text.experimentFigures;
  const largest = drawn.slice(0, 5).map((one) => parameter(one.row.label, sizes(one)));
  const alternative = words.alternative(measureInside(measure), largest);
  const props = (width: number, marked: number | null): BarChartProps => ({
    ...{ label: alternative, width, marked, kinds: [], wanted: null, chanceName: words.chance },
    axis: {
      title: words.axis(style.scale === 100 ? words.percentagePoints : style.words),
      format: axisFormat({ ...style, suffix: "" }),
    },
    rows: drawn.map((one) => ({
      name: one.row.label,
      value: sizes(one),
      bars: [
        {
          value: scaled(one.effects.muStar),
          low: scaled(one.effects.muStarCi95[0]),
          high: scaled(one.effects.muStarCi95[1]),
        },
      ],
      chance: scaled(one.chance),
      isStrong: one.isTold,
    })),
  });
  const table = () => ({
    columns: words.heads,
    rows: screened.map((one) => [
      `${one.row.label} (${one.row.id})`,
      sizes(one),
      formatValue(one.effects.mu, { ...style, suffix: "" }, style.decimals + 1),
      formatValue(one.effects.sigma, { ...style, suffix: "" }, style.decimals + 1),
      formatValue(one.chance, { ...style, suffix: "" }, style.decimals + 1),
      one.isTold ? yes : no,
    ]),
  });
  return {
    id: "sensitivity",
    about: aboutOf(ask),
    title: tornadoTitle(screened, told, measure),
    subtitle: words.subtitle(measureInside(measure), periodOf(ask.scenarios[0])),
    note: withShown(
      words.note(formatCount(ask.trajectories), formatCount(screened.length), restsOn(ask)),
      screened.length,
    ),
    alternative,
    draw: (svg, { width, marked }) => svg.call(barChart, props(width, marked)),
    reading: rowReading(
      drawn.map(({ row }) => row.label),
      table,
      (width, py) => barRowAt(props(width, null), py),
    ),
    table,
    tableNote: words.tableNote,
    data: () => ({
      columns: [
        "parameter",
        "measure",
        "mu_star",
        "mu_star_low",
        "mu_star_high",
        "mu",
        "sigma",
        "chance",
        ...PROVENANCE_COLUMNS,
      ],
      rows: screened.map(({ row, effects, chance }) => [
        ...[row.id, measure.id, effects.muStar, ...effects.muStarCi95, effects.mu, effects.sigma, chance],
        ...provenanceOf(ask.scenarios[0], { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}

function tornadoTitle([largest]: readonly Screened[], told: readonly Screened[], { label }: Measure): string {
  const { noneTold, most, surely } = text.sensitivityFigure.tornado;
  if (told.length === 0) return noneTold(label);
  return (told[0] === largest ? most : surely)(told[0].row.label, labelInSentence(label));
}

/** First-order and total shares of the variance, the largest totals first. */
export function sharesFigure(ask: SensitivityAsk, found: Shares, measure: Measure): Figure {
  const ranked = sharesInOrder({ ...found, parameters: withWords(found.parameters) });
  const share = (value: number): string => formatValue(value, styleOf("share"), 0);
  const between = ([low, high]: readonly [number, number]): string =>
    text.format.range(share(low), share(high));
  const drawn = ranked.slice(0, SHOWN);
  const bar = (value: number, [low, high]: readonly [number, number]) => ({
    value: 100 * value,
    low: 100 * low,
    high: 100 * high,
  });
  const words = text.sensitivityFigure.shares;
  const largest = drawn
    .slice(0, 5)
    .map(({ row, index }) => text.experimentFigures.parameter(row.label, share(index.total)));
  const alternative = words.alternative(measureInside(measure), largest);
  const props = (width: number, marked: number | null): BarChartProps => ({
    ...{ label: alternative, width, marked, wanted: null, chanceName: "" },
    kinds: words.kinds,
    axis: { title: words.axis, format: (value: number) => text.charts.percent(upTo(value, 3)) },
    rows: drawn.map((one) => ({
      name: one.row.label,
      value: words.value(share(one.index.total), share(one.index.first)),
      bars: [bar(one.index.total, one.index.totalCi95), bar(one.index.first, one.index.firstCi95)],
      chance: Number.NaN,
      isStrong: one.isTold,
    })),
  });
  const table = () => ({
    columns: words.heads,
    rows: ranked.map(({ row, index }) => [
      `${row.label} (${row.id})`,
      ...[share(index.total), between(index.totalCi95), share(index.first), between(index.firstCi95)],
    ]),
  });
  return {
    id: "sensitivity",
    about: aboutOf(ask),
    title:
      ranked.length > 0 && ranked[0].isTold
        ? words.most(ranked[0].row.label, measure.label)
        : words.none(measure.label),
    subtitle: words.subtitle(measureInside(measure), periodOf(ask.scenarios[0])),
    note: withShown(
      words.note({
        ...{ samples: formatCount(ask.samples), futures: restsOn(ask) },
        ...{ chance: percent(found.chanceShare), isMostlyChance: found.chanceShare > 0.5 },
      }),
      ranked.length,
    ),
    alternative,
    draw: (svg, { width, marked }) => svg.call(barChart, props(width, marked)),
    reading: rowReading(
      drawn.map(({ row }) => row.label),
      table,
      (width, py) => barRowAt(props(width, null), py),
    ),
    table,
    tableNote: words.tableNote(formatCount(found.n)),
    data: () => ({
      columns: [
        "parameter",
        "measure",
        "total",
        "total_low",
        "total_high",
        "first",
        "first_low",
        "first_high",
        ...PROVENANCE_COLUMNS,
      ],
      rows: ranked.map(({ row, index }) => [
        ...[row.id, measure.id, index.total, ...index.totalCi95, index.first, ...index.firstCi95],
        ...provenanceOf(ask.scenarios[0], { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}
