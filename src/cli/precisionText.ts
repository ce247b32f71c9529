/** How sure the results of `run` and `compare` are, in words. */

import type { InputDraws } from "../experiment/inputDraws";
import { measureById } from "../experiment/measureNames";
import { MOST_REPLICATIONS, type Width } from "../experiment/precision";
import type { Stopped, StopReason } from "../experiment/untilPrecise";
import type { Request } from "./request";
import { counted, readable } from "./text";

const percent = (share: number): string => `${readable(100 * share)}%`;

/** Why the run ended after so many replications, and how precise each average came out: a line each. */
export function stoppedLines({ scenarios, precision }: Request, stopped: Stopped): string[] {
  const { share, of } = precision!;
  const what =
    of === "means"
      ? "95% interval of the mean, to either side, as a share of the mean"
      : "95% interval of the mean difference, to either side, as a share of the base's mean";
  const compared = scenarios.flatMap(({ id }, s) => {
    const own = stopped.widths.filter(({ scenario }) => scenario === s);
    return own.length > 0 ? [`  ${id}: ${own.map(widthWords).join("; ")}.`] : [];
  });
  return [`${reasonWords(stopped, share)} Reached (${what}):`, ...compared];
}

function reasonWords({ reason, replications }: Stopped, share: number): string {
  const words: Readonly<Record<StopReason, string>> = {
    precise: `Stopped after ${counted(replications, "replication")}: what was chosen is known to ±${percent(share)}.`,
    "most replications":
      `Stopped after ${readable(MOST_REPLICATIONS)} replications, the most that are run, ` +
      `although not all that was chosen is known to ±${percent(share)}.`,
    "nothing to measure by": `Stopped after ${counted(replications, "replication")}: no mean chosen is other than 0, and no share of 0 exists.`,
  };
  return words[reason];
}

function widthWords({ measure, share, standing }: Width): string {
  const label = measureById(measure)!.label;
  if (standing === "mean is 0")
    return `${label} is 0 on average, of which no share exists, so it was not waited for`;
  if (standing === "no value") return `${label} has no value in any replication, so it was not waited for`;
  return `${label} ±${percent(share)}${standing === "precise" ? "" : " (not precise)"}`;
}

/** The three numbers that are never mixed, in words. */
export function threeNumbers({ inputs }: Request): string[] {
  return [
    "95% interval: how sure we are of the average. Chance alone; more replications narrow it.",
    "P10 to P90: the range of futures, 8 of 10 lie within. Chance that no number of replications takes away.",
    ...(inputs === null
      ? ["Doubt about inputs is a third thing, in neither of them: --input-draws 50 shows it."]
      : doubtLines(inputs)),
  ];
}

function doubtLines({ request: { draws, replications }, drawn, redrawn }: InputDraws): string[] {
  const counts = [...new Set(drawn.map(({ length }) => length))].join(" or ");
  const lines = [
    `Inputs P10 to P90: doubt about inputs. ${counts} uncertain parameters were drawn ${draws} times from their ` +
      "evidence; in 8 of 10 draws the average lies within. Only better evidence narrows it.",
    `  Each draw had ${replications} replications on the same luck, and their chance is taken out; ` +
      '"?": it outweighs the inputs, so more --draw-replications are needed.',
    "  Draws are fitted to no outcome, so that most may lie to one side of the mean.",
  ];
  if (redrawn > 0)
    lines.push(`  Drawn again, since values did not fit together: ${counted(redrawn, "draw")}.`);
  return lines;
}

/** What the columns of differences mean, a line each. */
export function comparisonLines(base: string, others: number): string[] {
  return [
    `Difference: from ${base}, replication by replication, with the same luck in both (matched futures).`,
    others === 1
      ? "p: how often chance alone would show at least such a difference, were there none (paired t-test)."
      : `Holm p, Holm interval: ${others} scenarios are compared with the base, so p-values of the paired t-test and levels ` +
        "are adjusted by Holm's procedure: for each measure the chance of even one false finding is at most 5%.",
    "Better: matched futures in which it moved in the measure's good direction.",
    "Luck: how many times as many futures would be needed without shared luck (variance reduction).",
  ];
}
