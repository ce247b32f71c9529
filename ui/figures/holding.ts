/** Holding's share of contact hours, by function. Shown side by side, never ranked. */
import { mean } from "d3-array";
import { partAt, type StackChartProps, stackChart } from "../charts/stackChart";
import type { Results } from "../results";
import { formatRange, formatValue, styleOf } from "../text/format";
import { text } from "../text/text";
import {
  comparison,
  type Figure,
  findingTitle,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  readingOf,
  restsOn,
  type Subject,
} from "./figure";

const style = () => styleOf("share");
const whole = () => ({ ...style(), decimals: 0 });
/** The functions of holding, as the model numbers them. */
const FUNCTIONS = [1, 2, 3, 4];

/** Each function's mean share of the contact hours of every type, over futures; together they are the whole share. */
function sharesOf(results: Results, s: number): number[] {
  const all = results.column(s, "contactHours");
  return FUNCTIONS.map((f) => {
    const shares = results.column(s, `contactHoursHolding${f}`).map((hours, r) => hours / all[r]);
    return mean(shares.filter(Number.isFinite)) ?? 0;
  });
}

/** The figure of holding's share of contact hours. */
export function holdingFigure(subject: Subject): Figure {
  const { results } = subject;
  const words = text.holdingFigure;
  const shares = results.scenarios.map((_, s) => sharesOf(results, s));
  const alternative = describe(results, shares);
  const props = (width: number, marked: number | null) =>
    chartProps(results, shares, { label: alternative, width, marked });
  return {
    id: "holding",
    about: comparison(subject),
    title: findingTitle(subject, "contactHoursHoldingShare", whole(), words),
    subtitle: text.figures.measureAt(words.subtitle, placeAndTime(subject)),
    note: words.note(restsOn(results)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(stackChart, props(width, marked)),
    reading: readingOf(words.functions, {
      label: text.reading.functions,
      pointAt: (px, width, py) => partAt(props(width, null), px, py),
      say: (part) =>
        text.reading.say(
          words.functions[part],
          results.scenarios.map(({ name }, s) =>
            text.reading.value(name, formatValue(shares[s][part], style())),
          ),
        ),
    }),
    table: () => tableOf(results, shares),
    tableNote: "",
    data: () => dataOf(results, shares),
  };
}

function chartProps(
  { scenarios }: Results,
  shares: readonly number[][],
  drawn: Pick<StackChartProps, "label" | "width" | "marked">,
): StackChartProps {
  return {
    ...drawn,
    axis: {
      title: text.holdingFigure.axis,
      format: (value) => text.charts.percent(String(Math.round(value))),
    },
    parts: text.holdingFigure.functions,
    bars: scenarios.map(({ name }, s) => ({ name, values: shares[s].map((v) => v * style().scale) })),
  };
}

function describe({ scenarios }: Results, shares: readonly number[][]): string {
  const { alternative, bar, part, functions } = text.holdingFigure;
  const bars = scenarios.map(({ name }, s) =>
    bar(
      name,
      functions.map((called, f) => part(called, formatValue(shares[s][f], whole()))),
    ),
  );
  return alternative(bars);
}

function tableOf(results: Results, shares: readonly number[][]) {
  const { scenarios } = results;
  const words = text.holdingFigure;
  const all = scenarios.map((_, s) => {
    const { mean, p10, p90 } = results.summary(s, "contactHoursHoldingShare");
    return `${formatValue(mean, style())} (${formatRange(p10, p90, style())})`;
  });
  return {
    columns: [words.functionHead, ...scenarios.map(({ name }) => words.columnHead(name))],
    rows: [
      ...words.functions.map((part, f) => [part, ...shares.map((values) => formatValue(values[f], style()))]),
      [words.allFour, ...all],
    ],
  };
}

function dataOf(results: Results, shares: readonly number[][]) {
  return {
    columns: ["scenario", "measure", "function", "share", "hours_per_year", ...PROVENANCE_COLUMNS],
    rows: results.scenarios.flatMap(({ id }, s) =>
      text.holdingFigure.functions.map((part, f) => [
        id,
        `contactHoursHolding${f + 1}`,
        part,
        shares[s][f],
        results.summary(s, `contactHoursHolding${f + 1}`).mean,
        ...provenance(results, s),
      ]),
    ),
  };
}
