/** The figure of "why did it change": a waterfall from one scenario to the other. */

import type { ParameterRow, Value } from "../../../sim/parameters";
import { type Course, courseOf } from "../../../sim/scenario/course";
import type { Summary } from "../../../sim/statistics";
import {
  type WaterfallChartProps,
  type WaterfallRow,
  waterfallChart,
  waterfallRowAt,
} from "../../charts/waterfallChart";
import type { Mover, WhyAnswer, WhyAsk, WhySplit } from "../../experiments";
import { describeValue, valueInWords } from "../../levers";
import { measureById } from "../../results";
import { formatValue, inSentence, inWords } from "../../text/format";
import { mechanismSaid, parameterById } from "../../text/tables";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, provenanceOf, readingOf } from "../figure";
import { axisFormat, differenceWithInterval, measureInWords, periodOf, restsOn, styleFor } from "./common";

interface Part {
  readonly label: string;
  readonly summary: Summary;
  readonly alone: Summary | null;
  readonly orderError: number | null;
}

/**
 * Who has a part in the difference, as the page speaks of it: a mechanism by its name; a lever by its values, and those
 * that were taken together too; of a whole group, where more than eight levers differ, the names alone.
 */
export function partSaid(part: Mover, { by, base, other }: WhyAsk, grouped: readonly Mover[]): string {
  if (by === "mechanisms") return mechanismSaid(part).label;
  const { parameters } = part;
  if (grouped.some(({ id }) => id === part.id))
    return inWords(parameters.map((id) => parameterById(id).label));
  return text.whyFigure.levers(
    parameters.map((id) => leverSaid(id, courseOf(base, id), courseOf(other, id))),
  );
}

/** "Link workers: 7 → 8, from week 52 on 6 WTE posts"; the unit stands once, where the last number is. */
function leverSaid(id: string, from: Course, to: Course): string {
  const row = parameterById(id);
  const [before, after] = [courseInWords(row, from, valueInWords), courseInWords(row, to, valueInWords)];
  const whole = courseInWords(row, to, describeValue);
  const { lever } = text.whyFigure;
  if (whole !== after) return lever(row.label, before, whole);
  return lever(row.label, courseInWords(row, from, describeValue), after);
}

/** "7", or "7, from week 52 on 6": the last value as `write` writes it. */
function courseInWords(row: ParameterRow, [start, ...later]: Course, write: typeof valueInWords): string {
  const last = later.length - 1;
  const written = (value: Value, at: number): string => (at === last ? write : valueInWords)(row, value);
  const words = later.map(([week, value], at) => text.whyFigure.fromWeek(String(week), written(value, at)));
  return text.whyFigure.course(written(start, -1), words);
}

/** The direct remainder, where there is one, and every part, the largest first. */
function partsOf({ direct, parts }: WhySplit, said: (part: Mover) => string): Part[] {
  const own = parts.map(({ part, alone, orderError, ...named }) => ({
    label: said(named),
    summary: part,
    alone,
    orderError,
  }));
  const rest = { label: text.whyFigure.none, summary: direct, alone: null, orderError: null };
  const size = ({ summary }: Part): number => Math.abs(summary.mean);
  return [...(direct.mean === 0 ? [] : [rest]), ...own.sort((a, b) => size(b) - size(a))];
}

/** What comes only of acting together, in a sentence. */
export function interactionInWords({ interaction, orders, n }: WhySplit, id: string, asked: number): string {
  const style = styleFor(measureById(id).unit);
  const words = text.whyFigure;
  return [
    words.together(differenceWithInterval(interaction.mean, interaction.ci95, style)),
    ...(orders === null ? [] : [words.sampled(String(orders))]),
    ...(n < asked ? [words.leftOut(String(n), String(asked))] : []),
  ].join(" ");
}

/** The figure for one measure. */
export function whyFigure(ask: WhyAsk, { of, grouped }: WhyAnswer, id: string): Figure {
  const measure = measureById(id);
  const style = styleFor(measure.unit);
  const { base, other, difference, split } = of(id);
  const parts = partsOf(split, (part) => partSaid(part, ask, grouped));
  const rows = rowsOf(ask, { base, other }, parts, measure.unit);
  const change = differenceWithInterval(difference.mean, difference.ci95, style);
  const words = text.whyFigure;
  const alternative = words.alternative({
    ...{ measure: measure.label, from: rows[0].value, to: rows[rows.length - 1].value },
    parts: parts.map(
      ({ label, summary }) => `${label} ${differenceWithInterval(summary.mean, summary.ci95, style)}`,
    ),
  });
  const props = (width: number, marked: number | null): WaterfallChartProps => ({
    ...{ label: alternative, width, marked, rows },
    axis: { title: style.words, format: axisFormat(style) },
  });
  return {
    id: "why",
    about: text.figures.against(ask.other.name, inSentence(ask.base.name)),
    title: titleOf(parts, measure.label),
    subtitle: words.subtitle(measureInWords(measure), periodOf(ask.base), change),
    note: words.note(restsOn(ask)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(waterfallChart, props(width, marked)),
    reading: readingOf(
      rows.map(({ name }) => name),
      {
        label: text.reading.rows,
        pointAt: (_px, width, py) => waterfallRowAt(props(width, null), py),
        say: (row) => text.reading.say(rows[row].name, [rows[row].value]),
      },
    ),
    table: () => ({
      columns: [...words.heads, ...(split.orders === null ? [] : [words.ordersHead])],
      rows: [
        ...parts.map(({ label, summary, alone, orderError }) => [
          label,
          differenceWithInterval(summary.mean, summary.ci95, style),
          alone ? differenceWithInterval(alone.mean, alone.ci95, style) : "–",
          ...(split.orders === null
            ? []
            : [orderError === null ? "–" : formatValue(orderError, style, style.decimals + 1)]),
        ]),
        ...[[words.interaction, split.interaction] as const, [words.whole, difference] as const].map(
          ([label, { mean, ci95 }]) => [
            label,
            differenceWithInterval(mean, ci95, style),
            "–",
            ...(split.orders === null ? [] : ["–"]),
          ],
        ),
      ],
    }),
    tableNote: words.tableNote,
    data: () => ({
      columns: ["part", "measure", "mean", "ci95_low", "ci95_high", "alone_mean", ...PROVENANCE_COLUMNS],
      rows: [
        ...parts,
        { label: words.interaction, summary: split.interaction, alone: null },
        { label: words.whole, summary: difference, alone: null },
      ].map(({ label, summary, alone }) => [
        ...[label, id, summary.mean, ...summary.ci95, alone?.mean ?? Number.NaN],
        ...provenanceOf(ask.other, { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}

function titleOf(parts: readonly Part[], label: string): string {
  const [first, second] = parts;
  const clear = first !== undefined && (first.summary.ci95[0] > 0 || first.summary.ci95[1] < 0);
  if (!clear) return text.whyFigure.noneClear(label);
  const name = first.label.split(":")[0];
  // The parts of one future go together, so intervals apart are more than is needed, and never too little.
  const size = ({ summary: { mean, ci95 } }: Part) =>
    ci95.map((end) => Math.sign(mean) * end).sort((a, b) => a - b);
  const isMost = second === undefined || size(first)[0] > size(second)[1];
  return (isMost ? text.whyFigure.most : text.whyFigure.among)(name, label);
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
