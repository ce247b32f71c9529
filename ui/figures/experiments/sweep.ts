/** The figure of a sweep: a line over one lever, or a heatmap over two with the safe region outlined. */
import type { Value } from "../../../sim/parameters";
import type { Measure } from "../../../sim/record/measures";
import { MEASURE_INDEX } from "../../../sim/record/measures";
import { column, type Summary, summarise } from "../../../sim/statistics";
import { cellAt, type HeatmapProps, heatmap, type Safety } from "../../charts/heatmap";
import { type SweepChartProps, sweepChart, sweepPointAt } from "../../charts/sweepChart";
import type { SweepAnswer, SweepAsk, TargetAsk } from "../../experiments";
import { choiceName } from "../../levers";
import { formatCount, formatRange, formatSignificant, formatValue, labelInSentence } from "../../text/format";
import { parameterById } from "../../text/tables";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, provenanceOf, readingOf, sayRow } from "../figure";
import { axisFormat, measureInWords, periodOf, restsOn, styleFor, withInterval } from "./common";
import { type Holding, safetyOf, targetInWords } from "./targets";

/** What the reader looks at in a sweep: none of it needs another run. */
export interface SweepView {
  readonly measure: Measure;
  readonly targets: readonly TargetAsk[];
  readonly how: Holding;
}

interface Point {
  readonly values: readonly Value[];
  readonly summary: Summary;
  readonly safety: Safety;
}

/** A lever's value as an axis writes it. */
export function valueInWords(id: string, value: Value): string {
  if (typeof value === "boolean") return value ? text.levers.on : text.levers.off;
  if (typeof value === "number") return formatSignificant(value, 6);
  return parameterById(id).kind === "choice" ? choiceName(value) : value;
}

/** "Link workers (WTE posts)". */
const leverInWords = (id: string, isInside = false): string => {
  const { label, unit, kind } = parameterById(id);
  const name = isInside ? labelInSentence(label) : label;
  return kind === "number" || kind === "integer" ? `${name} (${unit})` : name;
};

/** "Link workers (WTE posts) 5". */
const settingInWords = (id: string, value: Value, isInside: boolean): string =>
  text.reading.value(leverInWords(id, isInside), valueInWords(id, value));

/** The figure of a sweep as the reader looks at it. */
export function sweepFigure(ask: SweepAsk, { points, tables }: SweepAnswer, view: SweepView): Figure {
  const index = MEASURE_INDEX.get(view.measure.id)!;
  const ids = ask.factors.map(({ id }) => id);
  const found = points.map((values, p): Point => {
    return {
      values: ids.map((id) => values[id]),
      summary: summarise(column(tables[p], index)),
      safety: safetyOf(tables[p], view.targets, view.how),
    };
  });
  const title = titleOf(found, view);
  const words = text.sweepFigure;
  const alternative = words.alternative({
    chart: ids.length === 2 ? words.heatmap : words.chart,
    measure: measureInWords(view.measure),
    levers: ids.map((id) => parameterById(id).label),
    ...{ range: rangeOf(found, view), title },
  });
  const levers = ids.map((id) => leverInWords(id, true));
  const settings = found.map(({ values }) =>
    text.reading.setting(values.map((value, f) => settingInWords(ids[f], value, f > 0))),
  );
  const cells = (width: number, marked: number | null) =>
    heatmapProps(ask, found, view, { label: alternative, width, marked });
  const dots = (width: number, marked: number | null) =>
    lineProps(ask, found, view, { label: alternative, width, marked });
  const table = () => tableOf(ask, found, view);
  return {
    id: "sweep",
    about: ask.scenario.name,
    title,
    subtitle: words.subtitle(measureInWords(view.measure), periodOf(ask.scenario), levers),
    note: noteOf(ask, view),
    alternative,
    draw: (svg, { width, marked }) =>
      ids.length === 2 ? svg.call(heatmap, cells(width, marked)) : svg.call(sweepChart, dots(width, marked)),
    reading: readingOf(settings, {
      label: text.reading.settings,
      pointAt: (px, width, py) =>
        ids.length === 2 ? cellAt(cells(width, null), px, py) : sweepPointAt(dots(width, null), px),
      say: (p) => sayRow(settings[p], table(), p),
    }),
    table,
    tableNote: words.tableNote,
    data: () => ({
      columns: [
        ...ids,
        "measure",
        "mean",
        "ci95_low",
        "ci95_high",
        "p10",
        "p90",
        "safe",
        ...PROVENANCE_COLUMNS,
      ],
      rows: found.map(({ values, summary, safety }) => [
        ...values.map((value) => (typeof value === "number" ? value : String(value))),
        ...[view.measure.id, summary.mean, ...summary.ci95, summary.p10, summary.p90, safety ?? ""],
        ...provenanceOf(ask.scenario, { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}

function rangeOf(found: readonly Point[], { measure }: SweepView): string {
  const means = found.map(({ summary }) => summary.mean).filter(Number.isFinite);
  const style = styleFor(measure.unit);
  return formatRange(Math.min(...means), Math.max(...means), { ...style, isCount: false });
}

function titleOf(found: readonly Point[], view: SweepView): string {
  const { targets, measure } = view;
  const { goes, noneMeets, someMeet, andUntold } = text.sweepFigure;
  if (targets.length === 0) return goes(measure.label, rangeOf(found, view));
  const safe = found.filter(({ safety }) => safety === "safe").length;
  const unsure = found.filter(({ safety }) => safety === "unsure").length;
  const title = safe === 0 ? noneMeets(targets.length) : someMeet(safe, found.length, targets.length);
  return unsure > 0 ? andUntold(title, formatCount(unsure)) : title;
}

/** "on average", or "in at least 8 of 10 futures". */
export const holdingInWords = (how: Holding): string =>
  how === "average" ? text.targets.onAverage : text.targets.inFutures(String(how));

function noteOf(ask: SweepAsk, { targets, how }: SweepView): string {
  const isMap = ask.factors.length === 2;
  const words = text.sweepFigure;
  const marks = [words.rests(restsOn(ask)), isMap ? words.cells : words.dots];
  if (targets.length === 0) return marks.join(" ");
  const asked = words.asked(targets.map(targetInWords), holdingInWords(how));
  return [...marks, (isMap ? words.outlined : words.filled)(asked)].join(" ");
}

type Room = Pick<HeatmapProps, "label" | "width" | "marked">;

function heatmapProps(
  ask: SweepAsk,
  found: readonly Point[],
  { measure }: SweepView,
  room: Room,
): HeatmapProps {
  const [across, up] = ask.factors;
  const style = styleFor(measure.unit);
  const lever = ({ id, levels }: (typeof ask.factors)[number]) => ({
    title: leverInWords(id),
    levels: levels.map((level) => valueInWords(id, level)),
  });
  const short = { ...style, prefix: "", suffix: "", decimals: style.scale === 100 ? 0 : style.decimals };
  return {
    ...room,
    x: lever(across),
    y: lever(up),
    cells: found.map(({ summary, safety }, p) => ({
      x: Math.floor(p / up.levels.length),
      y: p % up.levels.length,
      value: summary.mean,
      text: formatValue(summary.mean, short),
      safety,
    })),
  };
}

const LINE_HEIGHT = 360;

function lineProps(
  { factors: [{ id }] }: SweepAsk,
  found: readonly Point[],
  view: SweepView,
  room: Room,
): SweepChartProps {
  const { measure, targets } = view;
  const style = styleFor(measure.unit);
  const scaled = (value: number): number => value * style.scale;
  const own = targets.find((target) => target.measure === measure.id);
  return {
    ...room,
    height: LINE_HEIGHT,
    xTitle: leverInWords(id),
    yAxis: { title: style.words, format: axisFormat(style) },
    target: own
      ? {
          value: scaled(own.value),
          label: (own.relation === "<=" ? text.targets.lineAtMost : text.targets.lineAtLeast)(
            axisFormat(style)(scaled(own.value)),
          ),
        }
      : null,
    points: found.map(({ values: [value], summary, safety }) => ({
      at: typeof value === "number" ? value : null,
      label: valueInWords(id, value),
      mean: scaled(summary.mean),
      low: scaled(summary.ci95[0]),
      high: scaled(summary.ci95[1]),
      p10: scaled(summary.p10),
      p90: scaled(summary.p90),
      safety,
    })),
  };
}

function tableOf({ factors }: SweepAsk, found: readonly Point[], { measure, targets }: SweepView) {
  const words = text.sweepFigure;
  const style = styleFor(measure.unit);
  const settings = ({ values }: Point): string =>
    values.map((value, f) => valueInWords(factors[f].id, value)).join(", ");
  return {
    columns: [
      words.levers(factors.map(({ id }) => leverInWords(id))),
      words.averageHead(measureInWords(measure)),
      words.futuresHead,
      ...(targets.length > 0 ? [words.targetsHead] : []),
    ],
    rows: found.map((point) => [
      settings(point),
      withInterval(point.summary.mean, point.summary.ci95, style),
      formatRange(point.summary.p10, point.summary.p90, style),
      ...(point.safety ? [text.targets[point.safety]] : []),
    ]),
  };
}
