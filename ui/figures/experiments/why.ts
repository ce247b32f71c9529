/** The figure of "why did it change": a waterfall from one scenario to the other. */
import { MEASURE_INDEX, MEASURES } from "../../../sim/record/measures";
import type { Summary } from "../../../sim/statistics";
import { type WaterfallRow, waterfallChart } from "../../charts/waterfallChart";
import type { WhyAnswer, WhyAsk, WhySplit } from "../../experiments";
import { formatValue, inSentence, inWords } from "../../text/format";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { axisFormat, differenceWithInterval, measureInWords, periodOf, restsOn, styleFor } from "./common";

interface Part {
  readonly label: string;
  readonly summary: Summary;
  readonly alone: Summary | null;
  readonly orderError: number | null;
}

/** The direct remainder, where there is one, and every part, the largest first. */
function partsOf({ direct, parts }: WhySplit): Part[] {
  const own = parts.map(({ label, part, alone, orderError }) => ({
    label,
    summary: part,
    alone,
    orderError,
  }));
  const rest = { label: "With none of these mechanisms", summary: direct, alone: null, orderError: null };
  const size = ({ summary }: Part): number => Math.abs(summary.mean);
  return [...(direct.mean === 0 ? [] : [rest]), ...own.sort((a, b) => size(b) - size(a))];
}

/** What comes only of acting together, in a sentence. */
export function interactionInWords({ interaction, orders, n }: WhySplit, id: string, asked: number): string {
  const style = styleFor(MEASURES[MEASURE_INDEX.get(id)!].unit);
  const together = `Of the whole, ${differenceWithInterval(interaction.mean, interaction.ci95, style)} comes only of their acting together (the interaction remainder: the whole less what each adds alone).`;
  const sampled =
    orders === null
      ? ""
      : ` More than eight take part, so parts are averages over ${orders} sampled orders of joining.`;
  const left =
    n < asked ? ` Only ${n} of ${asked} futures have a value in every run; the others are left out.` : "";
  return `${together}${sampled}${left}`;
}

/** The figure for one measure. */
export function whyFigure(ask: WhyAsk, { of }: WhyAnswer, id: string): Figure {
  const measure = MEASURES[MEASURE_INDEX.get(id)!];
  const style = styleFor(measure.unit);
  const { base, other, difference, split } = of(id);
  const parts = partsOf(split);
  const rows = rowsOf(ask, { base, other }, parts, measure.unit);
  const change = differenceWithInterval(difference.mean, difference.ci95, style);
  const alternative = `Waterfall. ${measure.label} from ${rows[0].value} to ${rows[rows.length - 1].value}: ${inWords(parts.map(({ label, summary }) => `${label} ${differenceWithInterval(summary.mean, summary.ci95, style)}`))}.`;
  return {
    id: "why",
    about: `${ask.other.name}, against ${inSentence(ask.base.name)}`,
    title: titleOf(parts, measure.label),
    subtitle: `${measureInWords(measure)}, ${periodOf(ask.base)}: ${change} on average`,
    note: `Each setting: ${restsOn(ask)}, the same luck in all. A part is what it adds, averaged over every order of bringing them in (Shapley value); whisker: its 95% interval. Parts sum to the whole.`,
    alternative,
    draw: (svg, { width }) =>
      svg.call(waterfallChart, {
        ...{ label: alternative, width, rows },
        axis: { title: style.words, format: axisFormat(style) },
      }),
    reading: null,
    table: () => ({
      columns: ["Part", "Adds (95% interval)", "Alone", ...(split.orders === null ? [] : ["± from orders"])],
      rows: [
        ...parts.map(({ label, summary, alone, orderError }) => [
          label,
          differenceWithInterval(summary.mean, summary.ci95, style),
          alone ? differenceWithInterval(alone.mean, alone.ci95, style) : "–",
          ...(split.orders === null
            ? []
            : [orderError === null ? "–" : formatValue(orderError, style, style.decimals + 1)]),
        ]),
        ...[
          ["Interaction remainder", split.interaction] as const,
          ["Whole difference", difference] as const,
        ].map(([label, { mean, ci95 }]) => [
          label,
          differenceWithInterval(mean, ci95, style),
          "–",
          ...(split.orders === null ? [] : ["–"]),
        ]),
      ],
    }),
    tableNote: "Alone: what it adds when nothing else has been brought in.",
    data: () => ({
      columns: ["part", "measure", "mean", "ci95_low", "ci95_high", "alone_mean", ...PROVENANCE_COLUMNS],
      rows: [
        ...parts,
        { label: "Interaction remainder", summary: split.interaction, alone: null },
        { label: "Whole difference", summary: difference, alone: null },
      ].map(({ label, summary, alone }) => [
        ...[label, id, summary.mean, ...summary.ci95, alone?.mean ?? Number.NaN],
        ...provenanceOf(ask.other, { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}

function titleOf(parts: readonly Part[], label: string): string {
  const [first] = parts;
  const clear = first !== undefined && (first.summary.ci95[0] > 0 || first.summary.ci95[1] < 0);
  if (!clear) return `${label}: no part is clearly apart from chance`;
  const name = first.label.split(":")[0];
  return `${name} changes ${label.toLowerCase()} most`;
}

function rowsOf(
  ask: WhyAsk,
  { base, other }: { readonly base: Summary; readonly other: Summary },
  parts: readonly Part[],
  unit: string,
): WaterfallRow[] {
  const style = styleFor(unit);
  const scaled = (value: number): number => value * style.scale;
  const level = (name: string, { mean }: Summary): WaterfallRow => ({
    ...{ name, value: formatValue(mean, style), kind: "level", from: 0, to: scaled(mean) },
    ...{ low: Number.NaN, high: Number.NaN },
  });
  let at = base.mean;
  const steps = parts.map(({ label, summary: { mean, ci95 } }): WaterfallRow => {
    const from = at;
    at += mean;
    const value = differenceWithInterval(mean, ci95, style);
    const [low, high] = ci95.map((end) => scaled(from + end));
    return { name: label, value, kind: "part", from: scaled(from), to: scaled(at), low, high };
  });
  return [level(ask.base.name, base), ...steps, level(ask.other.name, other)];
}
