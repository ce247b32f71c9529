/** What `find-out-next` tells a reader: which scenario is best, and what would change that. */
import type { FindOutFinding, FindOutParameter } from "../experiment/findOutNext";
import { type Block, part, section, table, text } from "./document";
import type { FindOutCall } from "./sensitivityFindOut";
import { alike, drawingText, percent, runsText, SHOWN } from "./sensitivityText";
import { counted, readable } from "./text";

/** The report, from heading level 2 on. */
export function findOutReport(call: FindOutCall, findings: readonly FindOutFinding[]): Block[] {
  return [
    section("What to find out next"),
    text(
      `${counted(call.rows.length, "parameter")} drawn together (Latin hypercube), every scenario at every draw;`,
      runsText(call, call.draws),
      drawingText(call),
    ),
    text(
      "Without more knowledge one would choose the scenario with the best average over all draws. Knowing one parameter,",
      "and the others no better than now, one would choose the scenario that is best on average at its value (a cubic",
      'curve through the draws). "Changes the choice": in how many of the draws that is another scenario. "Gain": by how',
      "much the average would be better for it (expected value of partial perfect information: Strong, Oakley and Brennan",
      "2014). Intervals (95%): by drawing the draws again.",
    ),
    ...findings.flatMap((finding) => choiceOf(call, finding)),
  ];
}

function choiceOf({ scenarios }: FindOutCall, finding: FindOutFinding): Block[] {
  const { measure, means, wins, ties, best, valueOfAll } = finding;
  return [
    part(`${measure.label} (${measure.unit}; ${measure.good} is better)`),
    table(
      ["Scenario", "Average", "Best alone in draws"],
      scenarios.map(({ name }, s) => [name, readable(means[s]), percent(wins[s])]),
    ),
    text(
      `Best on average over ${counted(finding.n, "draw")}: ${scenarios[best].name}. In ${percent(ties)} of draws two or more are`,
      `equally good. Knowing every parameter would gain at most ${readable(valueOfAll)} (${measure.unit}), chance in single`,
      "draws included.",
    ),
    ...(valueOfAll > 0
      ? ranking(finding)
      : [text("None is better in any draw: no knowledge of these parameters would change the choice.")]),
  ];
}

function ranking({ measure, parameters, chance }: FindOutFinding): Block[] {
  const told = parameters.filter(({ toldApart }) => toldApart);
  const bound = `${readable(chance.value)} (${measure.unit})`;
  const limit = `of ${counted(parameters.length, "parameter")}, in 95 of 100 studies none that is unrelated gains more than ${bound}.`;
  if (told.length === 0) {
    return [text(`No parameter on its own would change the choice more than chance does: ${limit}`)];
  }
  const figure = alike(Math.max(...told.map(({ information }) => information.value)));
  const line = ({ row, information: { changes, changesCi95, value, valueCi95 } }: FindOutParameter) => [
    `${row.label} (\`${row.id}\`)`,
    percent(changes),
    `${percent(changesCi95[0])} to ${percent(changesCi95[1])}`,
    figure(value),
    `${figure(valueCi95[0])} to ${figure(valueCi95[1])}`,
  ];
  return [
    table(
      ["Parameter", "Changes the choice", "95% interval", "Gain", "95% interval"],
      told.slice(0, SHOWN).map(line),
    ),
    text(
      `Listed: ${Math.min(told.length, SHOWN)} of the ${told.length} told apart from chance;`,
      limit,
      "The first are worth finding out about next.",
    ),
  ];
}
