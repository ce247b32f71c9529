/** What `sensitivity` tells a reader of shares of the variance: a table a measure, the largest totals first. */
import { decimals } from "../experiment/decimals";
import { byTotal, type SobolFinding, sobolPoints } from "../experiment/sensitivitySobol";
import { type Block, section, table, text } from "./document";
import type { SensitivityCall } from "./sensitivityRequest";
import { drawingText, heading, percent, runsText, SHOWN, sameLuck, subject } from "./sensitivityText";
import { counted, readable } from "./text";

/** Share of the variance above which chance is said to be most of it. */
const MOSTLY = 0.5;

/** The report of a variance-based analysis, from heading level 2 on. */
export function sobolReport(call: SensitivityCall, findings: readonly SobolFinding[]): Block[] {
  return [
    section(`Sensitivity of ${subject(call)}: shares of the variance`),
    text(
      `Sobol' indices: ${counted(call.rows.length, "parameter")}, samples A and B of ${counted(call.samples, "row")}`,
      "(halves of one Latin hypercube), estimators of Saltelli and others (2010) and Jansen (1999);",
      runsText(call, sobolPoints(call)),
      ...(call.top === null
        ? []
        : ["The parameters are those that mattered most for any of the measures in a screening."]),
    ),
    text(
      "First order: the share of the measure's variance that this parameter explains on its own. Total: alone and",
      "together with others; a parameter with a total near 0 may be left at any value. The other parameters are held",
      "where the scenario has them. Intervals (95%): by drawing rows again; estimates may leave 0 to 1 by chance.",
    ),
    text(
      `${sameLuck(call)}: it raises totals by up to its share of the variance, and lowers first orders.`,
      drawingText(call),
    ),
    ...findings.flatMap(sobolTable),
  ];
}

function sobolTable(finding: SobolFinding): Block[] {
  const { measure, n, variance, chanceShare, parameters } = finding;
  const alone = parameters.reduce((sum, { index }) => sum + index.first, 0);
  return [
    heading(measure),
    table(
      ["Parameter", "First order", "95% interval", "Total", "95% interval"],
      byTotal(finding)
        .slice(0, SHOWN)
        .map(({ row, index: { first, firstCi95, total, totalCi95 } }) => [
          `\`${row.id}\``,
          share(first),
          shares(firstCi95),
          share(total),
          shares(totalCi95),
        ]),
    ),
    text(
      `Over the draws the measure has a standard deviation of ${readable(Math.sqrt(variance))} (${measure.unit});`,
      `${percent(chanceShare)} of its variance is chance. First orders add up to ${share(alone)}:`,
      `${alone < 1 ? "the rest is interaction and chance." : "more than the whole, which is chance."} Rows used: ${n}.`,
      ...(chanceShare > MOSTLY
        ? ["With so much chance the indices say little: ask for more replications."]
        : []),
    ),
  ];
}

const share = (value: number): string => decimals(value, 2);
const shares = ([low, high]: readonly [number, number]): string =>
  Number.isNaN(low) ? "–" : `${share(low)} to ${share(high)}`;
