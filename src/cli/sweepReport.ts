/** What `sweep` tells a reader: a table a measure for one or two parameters, one table of all points for more. */
import { group } from "d3-array";
import { parameterById, type Value } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { SweepRow } from "../experiment/sweep";
import { type FullFactorial, sizeOf, variedBy } from "../experiment/sweepDesign";
import { type Block, part, section, table, text } from "./document";
import type { SweepCall } from "./sweepRequest";
import { counted, interval, readable } from "./text";

/** The report, from heading level 2 on. */
export function sweepReport(call: SweepCall, rows: readonly SweepRow[]): Block[] {
  const { design } = call;
  const byMeasure = [...group(rows, ({ measure }) => measure)];
  const varied = variedBy(design).length;
  if (design.kind === "latin-hypercube" || varied > 2) return [...introduction(call), pointTable(call, rows)];
  const tables = byMeasure.flatMap(([measure, own]) => [
    part(`${measure.label} (${measure.unit})`),
    ...(varied === 1 ? [lineTable(design, own)] : gridTable(design, own)),
  ]);
  return [...introduction(call), ...tables];
}

function introduction({ scenario, design, replications, seed }: SweepCall): Block[] {
  const varied = variedBy(design).map((id) => `\`${id}\` (${parameterById(id).unit})`);
  const kind = design.kind === "latin-hypercube" ? "a Latin hypercube" : "every combination";
  return [
    section(`Sweep of ${scenario.name}`),
    text(
      `Varied: ${varied.join(", ")}; ${kind}, ${counted(sizeOf(design), "point")} of ${counted(replications, "replication")}`,
      `(simulated futures) each, seed "${seed}". Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`,
    ),
    text(
      "Replication r has the same luck at every point, so that neighbours can be compared.",
      ...(design.kind !== "latin-hypercube" && variedBy(design).length === 1
        ? [
            "Mean: the average over replications. 95% interval: how far chance may have moved the average.",
            "P10 to P90: in 8 of 10 replications the value lies between.",
          ]
        : ["Shown: averages over replications; intervals are in the data (--out, or --format json or csv)."]),
    ),
  ];
}

/** A value as it was asked for; those that a Latin hypercube drew in four digits. */
export function shownValue(value: Value): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : value;
}

/** One parameter: a row a value. */
function lineTable(design: FullFactorial, rows: readonly SweepRow[]): Block {
  const [{ id }] = design.factors;
  return table(
    [id, "Mean", "95% interval", "P10 to P90", "n"],
    rows.map(({ values, summary: { mean, ci95, p10, p90, n } }) => [
      shownValue(values[id]),
      readable(mean),
      interval(...ci95),
      interval(p10, p90),
      String(n),
    ]),
  );
}

/** Two parameters: means, a row for each value of the first and a column for each of the second. */
function gridTable({ factors: [down, across] }: FullFactorial, rows: readonly SweepRow[]): Block[] {
  const header = [`${down.id} ↓  ${across.id} →`, ...across.levels.map(shownValue)];
  const width = across.levels.length;
  const lines = down.levels.map((level, d) => [
    shownValue(level),
    ...rows.slice(d * width, (d + 1) * width).map(({ summary }) => readable(summary.mean)),
  ]);
  const widest = Math.max(...rows.map(({ summary: { ci95 } }) => (ci95[1] - ci95[0]) / 2));
  const doubt = Number.isNaN(widest) ? [] : [text(`Means; give or take ${readable(widest)} at most (95%).`)];
  return [table(header, lines), ...doubt];
}

/** More parameters, or a Latin hypercube: a row a point, with the mean of each measure. */
function pointTable({ design, measures }: SweepCall, rows: readonly SweepRow[]): Block {
  const varied = variedBy(design);
  const byPoint = group(rows, ({ point }) => point);
  return table(
    [...varied, ...measures.map((measure: Measure) => `${measure.id} (${measure.unit})`)],
    [...byPoint.values()].map((own) => [
      ...varied.map((id) => shownValue(own[0].values[id])),
      ...own.map(({ summary }) => readable(summary.mean)),
    ]),
  );
}
