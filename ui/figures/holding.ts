/** Holding's share of contact hours, by function. Shown side by side, never ranked. */
import { mean } from "d3-array";
import { type StackChartProps, stackChart } from "../charts/stackChart";
import type { Results } from "../results";
import { formatRange, formatValue, styleOf } from "../text/format";
import {
  comparison,
  type Figure,
  findingTitle,
  PROVENANCE_COLUMNS,
  placeAndTime,
  provenance,
  restsOn,
  type Subject,
} from "./figure";

const style = styleOf("share");
const whole = { ...style, decimals: 0 };

/** The four functions in a few words, in the model's order. */
export const FUNCTION_NAMES: readonly string[] = [
  "Support while waiting",
  "Preparing for change",
  "Relieving GPs",
  "Bearing witness to distress",
];

/** Each function's mean share of the contact hours of every type, over futures; together they are the whole share. */
function sharesOf(results: Results, s: number): number[] {
  const all = results.column(s, "contactHours");
  return FUNCTION_NAMES.map((_, f) => {
    const shares = results.column(s, `contactHoursHolding${f + 1}`).map((hours, r) => hours / all[r]);
    return mean(shares.filter(Number.isFinite)) ?? 0;
  });
}

/** The figure of holding's share of contact hours. */
export function holdingFigure(subject: Subject): Figure {
  const { results } = subject;
  const shares = results.scenarios.map((_, s) => sharesOf(results, s));
  const alternative = describe(results, shares);
  return {
    id: "holding",
    about: comparison(subject),
    title: findingTitle(subject, "contactHoursHoldingShare", whole, {
      up: (a, b) => `Holding takes a larger share of hours: ${b}, not ${a}`,
      down: (a, b) => `Holding takes a smaller share of hours: ${b}, not ${a}`,
      alone: (a) => `Holding takes ${a} of contact hours`,
      subject: "holding's share",
    }),
    subtitle: `Contact hours spent on the four functions of holding, % of all contact hours; ${placeAndTime(subject)}`,
    note: `Bars: ${restsOn(results)}. The functions do different things for patients: none is better for being small.`,
    alternative,
    draw: (svg, { width }) => svg.call(stackChart, chartProps(results, shares, alternative, width)),
    reading: null,
    table: () => tableOf(results, shares),
    tableNote: "",
    data: () => dataOf(results, shares),
  };
}

function chartProps(
  { scenarios }: Results,
  shares: readonly number[][],
  label: string,
  width: number,
): StackChartProps {
  return {
    label,
    width,
    axis: { title: "% of contact hours", format: (value) => `${Math.round(value)}%` },
    parts: FUNCTION_NAMES,
    bars: scenarios.map(({ name }, s) => ({ name, values: shares[s].map((v) => v * style.scale) })),
  };
}

function describe({ scenarios }: Results, shares: readonly number[][]): string {
  const bars = scenarios.map(({ name }, s) => {
    const parts = FUNCTION_NAMES.map(
      (part, f) => `${part.toLowerCase()} ${formatValue(shares[s][f], whole)}`,
    );
    return `${name}: ${parts.join(", ")}`;
  });
  return `Stacked bars of holding's share of contact hours by function. ${bars.join("; ")}.`.replaceAll(
    "gps",
    "GPs",
  );
}

function tableOf(results: Results, shares: readonly number[][]) {
  const { scenarios } = results;
  const whole = scenarios.map((_, s) => {
    const { mean, p10, p90 } = results.summary(s, "contactHoursHoldingShare");
    return `${formatValue(mean, style)} (${formatRange(p10, p90, style)})`;
  });
  return {
    columns: ["Function", ...scenarios.map(({ name }) => `${name}: share of contact hours`)],
    rows: [
      ...FUNCTION_NAMES.map((part, f) => [part, ...shares.map((values) => formatValue(values[f], style))]),
      ["All four (8 in 10 futures)", ...whole],
    ],
  };
}

function dataOf(results: Results, shares: readonly number[][]) {
  return {
    columns: ["scenario", "measure", "function", "share", "hours_per_year", ...PROVENANCE_COLUMNS],
    rows: results.scenarios.flatMap(({ id }, s) =>
      FUNCTION_NAMES.map((part, f) => [
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
