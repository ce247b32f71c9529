/** What to find out next: parameters by how often knowing them would change which scenario is best. */
import type { Measure } from "../../../sim/record/measures";
import { barChart } from "../../charts/barChart";
import type { FindOutAsk, FindOutResult } from "../../experiments";
import { formatCount, formatSize, formatValue, inSentence, inWords } from "../../text/format";
import type { Figure } from "../figure";
import { PROVENANCE_COLUMNS, provenanceOf } from "../figure";
import { measureInside, percent, percents, periodOf, restsOn, styleFor, withInterval } from "./common";

const SHOWN = 12;

/** Which scenario is best now, and how often: in a sentence. */
export function choiceInWords(
  { scenarios }: FindOutAsk,
  found: FindOutResult,
  { label, unit }: Measure,
): string {
  const style = styleFor(unit);
  const each = scenarios.map(
    ({ name }, s) =>
      `${name} is best in ${percent(found.wins[s])} of draws (average ${formatValue(found.means[s], style)})`,
  );
  return `By ${label.toLowerCase()}, over ${formatCount(found.n)} draws of the parameters: ${inWords(each)}. Knowing every parameter would gain at most ${formatSize(found.valueOfAll, style, style.decimals + 1)}, chance included.`;
}

/** The figure for one measure. */
export function findOutFigure(ask: FindOutAsk, found: FindOutResult, measure: Measure): Figure {
  const style = styleFor(measure.unit);
  const drawn = found.parameters.slice(0, SHOWN);
  const told = found.parameters.filter(({ toldApart }) => toldApart);
  const best = ask.scenarios[found.best].name;
  const alternative = `Bars. Draws in which knowing a parameter would change the choice: ${inWords(drawn.slice(0, 5).map(({ row, information }) => `${row.label.toLowerCase()} ${percent(information.changes)}`))}.`;
  return {
    id: "find-out",
    about: inWords(ask.scenarios.map(({ name }) => name)),
    title:
      told.length === 0
        ? `Nothing known alone would change the choice of ${inSentence(best)}`
        : `Find out next: ${inSentence(told[0].row.label)}`,
    subtitle: `Draws in which knowing this parameter would change which scenario is best by ${measureInside(measure)}, %; ${periodOf(ask.scenarios[0])}`,
    note: `${formatCount(ask.draws)} draws of ${formatCount(found.parameters.length)} parameters together, ${restsOn(ask)} of each scenario at each draw. Whisker: 95% interval. Dark: gains more than any unrelated parameter would in 95 of 100 studies.`,
    alternative,
    draw: (svg, { width }) =>
      svg.call(barChart, {
        ...{ label: alternative, width, kinds: [], wanted: null, chanceName: "" },
        axis: { title: "% of draws in which it changes the choice", format: (value: number) => `${value}%` },
        rows: drawn.map(({ row, information: { changes, changesCi95 }, toldApart }) => ({
          name: row.label,
          value: `${percent(changes)} (${percents(changesCi95)})`,
          bars: [{ value: 100 * changes, low: 100 * changesCi95[0], high: 100 * changesCi95[1] }],
          chance: Number.NaN,
          isStrong: toldApart,
        })),
      }),
    reading: null,
    table: () => ({
      columns: [
        "Parameter",
        "Changes the choice (95% interval)",
        "Gain (95% interval)",
        "Told apart from chance",
      ],
      rows: found.parameters.map(({ row, information, toldApart }) => [
        `${row.label} (${row.id})`,
        `${percent(information.changes)} (${percents(information.changesCi95)})`,
        withInterval(information.value, information.valueCi95, style),
        toldApart ? "yes" : "no",
      ]),
    }),
    tableNote: "Gain: by how much the average would be better for knowing it.",
    data: () => ({
      columns: [
        "parameter",
        "measure",
        "changes",
        "changes_low",
        "changes_high",
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
