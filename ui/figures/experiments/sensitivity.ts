/** Figures of sensitivity: a tornado of elementary effects, and bars of shares of the variance. */
import type { Measure } from "../../../sim/record/measures";
import { barChart } from "../../charts/barChart";
import type { Screened, SensitivityAsk, Shares } from "../../experiments";
import { formatCount, formatValue, inSentence, inWords, styleOf } from "../../text/format";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { axisFormat, decimalsOf, measureInside, percent, periodOf, restsOn, styleFor } from "./common";

/** Rows drawn; the table and the file have all of them. */
const SHOWN = 12;

const aboutOf = ({ scenarios: [base, other] }: SensitivityAsk): string =>
  other ? `Difference: ${other.name}, against ${inSentence(base.name)}` : base.name;

const shown = (count: number, what: string): string =>
  count > SHOWN ? ` The ${SHOWN} largest of ${formatCount(count)} ${what} are drawn; the table has all.` : "";

/** The tornado of a screening, the largest effects first. */
export function tornadoFigure(ask: SensitivityAsk, screened: readonly Screened[], measure: Measure): Figure {
  const style = styleFor(measure.unit);
  const told = screened.filter(({ effects, chance }) => effects.muStarCi95[0] > chance);
  const sizes = ({ effects: { muStar, muStarCi95 } }: Screened) => {
    const decimals = decimalsOf(muStarCi95, style);
    const plain = { ...style, suffix: style.differenceSuffix };
    const [low, high] = muStarCi95.map((end) => formatValue(end, { ...plain, suffix: "" }, decimals));
    return `${formatValue(muStar, plain, decimals)} (${low} to ${high})`;
  };
  const scaled = (value: number): number => value * style.scale;
  const drawn = screened.slice(0, SHOWN);
  const alternative = `Tornado. Change of ${measureInside(measure)}, largest first: ${inWords(drawn.slice(0, 5).map((one) => `${one.row.label.toLowerCase()} ${sizes(one)}`))}.`;
  return {
    id: "sensitivity",
    about: aboutOf(ask),
    title: tornadoTitle(screened, told, measure),
    subtitle: `Mean size of the change (mu*) of ${measureInside(measure)} as one parameter goes over its plausible range; ${periodOf(ask.scenarios[0])}`,
    note: `${formatCount(ask.trajectories)} trajectories of ${formatCount(screened.length)} parameters, ${restsOn(ask)} at each point. Whisker: 95% interval, rough with few trajectories. Dark: told apart from chance.${shown(screened.length, "parameters")}`,
    alternative,
    draw: (svg, { width }) =>
      svg.call(barChart, {
        ...{ label: alternative, width, kinds: [], wanted: null, chanceName: "what chance alone would show" },
        axis: {
          title: `change (${style.scale === 100 ? "percentage points" : style.words})`,
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
          isStrong: told.includes(one),
        })),
      }),
    reading: null,
    table: () => ({
      columns: [
        "Parameter",
        "mu* (95% interval)",
        "mu (with its sign)",
        "sigma",
        "Chance alone",
        "Told apart",
      ],
      rows: screened.map((one) => [
        `${one.row.label} (${one.row.id})`,
        sizes(one),
        formatValue(one.effects.mu, { ...style, suffix: "" }, style.decimals + 1),
        formatValue(one.effects.sigma, { ...style, suffix: "" }, style.decimals + 1),
        formatValue(one.chance, { ...style, suffix: "" }, style.decimals + 1),
        told.includes(one) ? "yes" : "no",
      ]),
    }),
    tableNote: "Sigma: how much the change differs with the other parameters.",
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
  if (told.length === 0) return `${label}: no parameter is told apart from chance`;
  const name = told[0].row.label;
  return told[0] === largest
    ? `${name} moves ${inSentence(label)} most`
    : `${name} surely moves ${inSentence(label)}; larger bars may be chance`;
}

/** First-order and total shares of the variance, the largest totals first. */
export function sharesFigure(ask: SensitivityAsk, found: Shares, measure: Measure): Figure {
  const sized = ({ index: { total } }: Shares["parameters"][number]): number =>
    Number.isNaN(total) ? -Infinity : total;
  const ranked = [...found.parameters].sort((a, b) => sized(b) - sized(a));
  const share = (value: number): string => formatValue(value, styleOf("share"), 0);
  const between = ([low, high]: readonly [number, number]): string => `${share(low)} to ${share(high)}`;
  const drawn = ranked.slice(0, SHOWN);
  const bar = (value: number, [low, high]: readonly [number, number]) => ({
    value: 100 * value,
    low: 100 * low,
    high: 100 * high,
  });
  const isStrong = ({ index }: (typeof ranked)[number]): boolean => index.totalCi95[0] > found.chanceShare;
  const alternative = `Bars. Total shares of the variance of ${measureInside(measure)}: ${inWords(drawn.slice(0, 5).map(({ row, index }) => `${row.label.toLowerCase()} ${share(index.total)}`))}.`;
  return {
    id: "sensitivity",
    about: aboutOf(ask),
    title:
      ranked.length > 0 && isStrong(ranked[0])
        ? `${ranked[0].row.label} explains most of ${measure.label.toLowerCase()}`
        : `${measure.label}: no parameter stands out`,
    subtitle: `Share of the variance of ${measureInside(measure)} that each parameter explains; ${periodOf(ask.scenarios[0])}`,
    note: `Sobol' indices from ${formatCount(ask.samples)} samples, ${restsOn(ask)} at each point. Whisker: 95% interval; estimates may leave 0% to 100% by chance. ${percent(found.chanceShare)} of the variance is chance${found.chanceShare > 0.5 ? ": the indices say little, ask for more futures" : ""}. Dark: total surely above that.${shown(ranked.length, "parameters")}`,
    alternative,
    draw: (svg, { width }) =>
      svg.call(barChart, {
        ...{ label: alternative, width, wanted: null, chanceName: "" },
        kinds: ["total: alone and together with others", "first order: alone"],
        axis: { title: "% of the variance", format: (value: number) => `${value}%` },
        rows: drawn.map((one) => ({
          name: one.row.label,
          value: `total ${share(one.index.total)}, first ${share(one.index.first)}`,
          bars: [bar(one.index.total, one.index.totalCi95), bar(one.index.first, one.index.firstCi95)],
          chance: Number.NaN,
          isStrong: isStrong(one),
        })),
      }),
    reading: null,
    table: () => ({
      columns: ["Parameter", "Total", "95% interval", "First order", "95% interval "],
      rows: ranked.map(({ row, index }) => [
        `${row.label} (${row.id})`,
        ...[share(index.total), between(index.totalCi95), share(index.first), between(index.firstCi95)],
      ]),
    }),
    tableNote: `Rows of the samples that have a value everywhere: ${formatCount(found.n)}.`,
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
