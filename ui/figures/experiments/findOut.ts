/** What to find out next: parameters by how often knowing them would change which scenario is best. */
import type { Measure } from "../../../sim/record/measures";
import type { Information } from "../../../sim/statistics/partialInformation";
import { type BarChartProps, barChart, barRowAt } from "../../charts/barChart";
import type { FindOutAsk, FindOutResult } from "../../experiments";
import {
  formatCount,
  formatSize,
  formatValue,
  inSentence,
  labelInSentence,
  type NumberStyle,
} from "../../text/format";
import { upTo } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import {
  measureInside,
  percent,
  percents,
  periodOf,
  restsOn,
  rowReading,
  styleFor,
  withWords,
} from "./common";

const SHOWN = 12;

/** What knowing a parameter gains, and its interval: a difference, which is never negative. */
function gainWithInterval({ value, valueCi95 }: Information, style: NumberStyle): string {
  const [mean, low, high] = [value, ...valueCi95].map((gain) => formatSize(gain, style, style.decimals + 1));
  return `${mean} (${text.format.range(low, high)})`;
}

/** Which scenario is best now, and how often: in a sentence. */
export function choiceInWords(
  { scenarios }: FindOutAsk,
  found: FindOutResult,
  { label, unit }: Measure,
): string {
  const style = styleFor(unit);
  const words = text.findOutFigure;
  const each = scenarios.map(({ name }, s) =>
    words.best(name, percent(found.wins[s]), formatValue(found.means[s], style)),
  );
  return words.choice({
    ...{ measure: label, draws: formatCount(found.n), scenarios: each },
    equal: found.ties > 0 ? percent(found.ties) : null,
    gain: formatSize(found.valueOfAll, style, style.decimals + 1),
  });
}

/** What is drawn: the parameters that change the choice, or one row for all where none does and all are alike. */
function drawnOf(parameters: FindOutResult["parameters"]) {
  // They are in order, from the one that changes it most often down.
  const changing = parameters.filter(({ information }) => information.changes > 0).length;
  const named = (one: (typeof parameters)[number], name: string) => ({ ...one, name });
  if (changing === 0 && parameters.length > 1)
    return [named(parameters[0], text.findOutFigure.each(formatCount(parameters.length)))];
  return parameters.slice(0, Math.min(SHOWN, Math.max(1, changing))).map((one) => named(one, one.row.label));
}

/** The figure for one measure. */
export function findOutFigure(ask: FindOutAsk, result: FindOutResult, measure: Measure): Figure {
  const found = { ...result, parameters: withWords(result.parameters) };
  const style = styleFor(measure.unit);
  const drawn = drawnOf(found.parameters);
  const told = found.parameters.filter(({ toldApart }) => toldApart);
  const best = ask.scenarios[found.best].name;
  const words = text.findOutFigure;
  const { yes, no, parameter } = text.experimentFigures;
  const alternative = words.alternative(
    drawn.slice(0, 5).map(({ name, information }) => parameter(name, percent(information.changes))),
  );
  const props = (width: number, marked: number | null): BarChartProps => ({
    ...{ label: alternative, width, marked, kinds: [], wanted: null, chanceName: "" },
    axis: { title: words.axis, format: (value: number) => text.charts.percent(upTo(value, 3)) },
    rows: drawn.map(({ name, information: { changes, changesCi95 }, toldApart }) => ({
      name,
      value: `${percent(changes)} (${percents(changesCi95)})`,
      bars: [{ value: 100 * changes, low: 100 * changesCi95[0], high: 100 * changesCi95[1] }],
      chance: Number.NaN,
      isStrong: toldApart,
    })),
  });
  const table = () => ({
    columns: words.heads,
    rows: found.parameters.map(({ row, information, toldApart }) => [
      `${row.label} (${row.id})`,
      `${percent(information.changes)} (${percents(information.changesCi95)})`,
      gainWithInterval(information, style),
      toldApart ? yes : no,
    ]),
  });
  return {
    id: "find-out",
    about: words.about(ask.scenarios.map(({ name }) => name)),
    title:
      told.length > 0
        ? words.next(labelInSentence(told[0].row.label))
        : (drawn[0].information.changes > 0 ? words.notTold : words.nothing)(inSentence(best)),
    subtitle: words.subtitle(measureInside(measure), periodOf(ask.scenarios[0])),
    note: words.note(formatCount(ask.draws), formatCount(found.parameters.length), restsOn(ask)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(barChart, props(width, marked)),
    reading: rowReading(
      drawn.map(({ name }) => name),
      table,
      (width, py) => barRowAt(props(width, null), py),
    ),
    table,
    tableNote: words.tableNote,
    data: () => ({
      columns: [
        "parameter",
        "measure",
        "changes_choice",
        "changes_choice_low",
        "changes_choice_high",
        "gain",
        "gain_low",
        "gain_high",
        "told_apart",
        ...PROVENANCE_COLUMNS,
      ],
      rows: found.parameters.map(({ row, information, toldApart }) => [
        ...[row.id, measure.id, information.changes, ...information.changesCi95],
        ...[information.value, ...information.valueCi95, toldApart ? "yes" : "no"],
        ...provenanceOf(ask.scenarios[0], { futures: ask.replications, seed: ask.seed }),
      ]),
    }),
  };
}
