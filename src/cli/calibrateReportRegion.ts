/** The part of the `calibrate` report on what was accepted, and where the defaults lie. */
import { DEFAULTS } from "../../sim/parameters";
import { CANDIDATES, type Calibration, type Check, CUTOFF } from "../experiment/calibrate";
import { outside } from "../experiment/calibrateEmulator";
import { RIDGE, spreadOf, UNINFORMED } from "../experiment/calibrateRegion";
import {
  FITTED,
  fittedRow,
  growthFor,
  noticeableChange,
  TARGETS,
  WAIT,
} from "../experiment/calibrateTargets";
import { decimals } from "../experiment/decimals";
import { fixed, percent, range } from "./calibrateFigures";
import { type Block, table, text } from "./document";
import { counted, readable } from "./text";

export function region({ region: found, counts }: Calibration): Block[] {
  const rows = FITTED.map((id, j) => {
    const { min, p5, p50, p95, max } = found.ranges[j];
    const row = fittedRow(id);
    const cells = [fixed(row.default), range(...row.range), range(min, max), range(p5, p95), fixed(p50)];
    return [`\`${id}\``, ...cells, percent(found.narrowedTo[j])];
  });
  const correlations = FITTED.map((id, j) => [
    `\`${id}\``,
    ...FITTED.map((_, k) => (k === j ? "1" : decimals(found.correlations[j][k], 2))),
  ]);
  return [
    text(
      `${readable(counts.accepted)} of ${readable(CANDIDATES)} settings are accepted (${percent(counts.accepted / CANDIDATES)} of the space);`,
      `${readable(counts.surely)} of them with two standard deviations to spare, and ${readable(counts.notRuledOut)} are not ruled out.`,
    ),
    table(
      ["Parameter", "Default", "Searched", "Accepted, all", "Accepted, 9 of 10", "Median", "Narrowed to"],
      rows,
    ),
    text("Correlation of the settings over the accepted region:"),
    table(["", ...FITTED.map((id) => `\`${id}\``)], correlations),
    text(toldApart(found)),
  ];
}

function toldApart({ ridges, correlations, narrowedTo }: Calibration["region"]): string {
  const pairs = ridges.map(
    ([j, k]) => `\`${FITTED[j]}\` and \`${FITTED[k]}\` (correlation ${decimals(correlations[j][k], 2)})`,
  );
  const wide = FITTED.filter((_, j) => narrowedTo[j] > UNINFORMED).map((id) => `\`${id}\``);
  return [
    pairs.length > 0
      ? `The targets cannot tell apart ${pairs.join("; ")}: more of one makes up for less of the other.`
      : `No two settings stand in for each other (all correlations are below ${RIDGE}).`,
    wide.length > 0
      ? `The targets hardly narrow ${wide.join(", ")}: more than ${percent(UNINFORMED)} of the range searched is left.`
      : "Every setting is narrowed.",
  ].join(" ");
}

export function foretold({ predictions }: Calibration): Block[] {
  const rows = TARGETS.map(({ id, what, range: accepted }, t) => {
    const { min, p5, p50, p95, max } = spreadOf(predictions.map((prediction) => prediction[t].mean));
    return [id, what, range(...accepted), range(min, max), range(p5, p95), fixed(p50)];
  });
  return [table(["Target", "What", "Accepted", "All", "9 of 10", "Median"], rows)];
}

export function defaults({ defaults: check, suggestions, suggestionCheck }: Calibration): Block[] {
  const blocks = [text(verdict(check)), checkTable(check)];
  if (suggestions.length === 0 || !suggestionCheck) return blocks;
  const rows = suggestions.map(({ setting, changed, distance }) => [
    changed.map((id) => `\`${id}\` ${fixed(setting[FITTED.indexOf(id as never)])}`).join(", "),
    fixed(distance),
  ]);
  return [
    ...blocks,
    text(
      "The smallest changes after which every target is predicted in its range with two standard deviations to spare (distance in widths of the ranges searched):",
    ),
    table(["Change", "Distance"], rows),
    text("The first of them, run:"),
    checkTable(suggestionCheck),
  ];
}

function verdict({ predicted, accepted, implausibility, simulated }: Check): string {
  const missed = TARGETS.flatMap(({ id, range: wanted }, t) => {
    const { mean, sd } = predicted[t];
    if (outside(mean, wanted) === 0) return [];
    return [`${id} is predicted at ${fixed(mean)} (standard deviation ${fixed(sd)})`];
  });
  const uncertain = TARGETS.filter(({ range: [low, high] }, t) => {
    const [from, to] = simulated[t].ci95;
    return (from < low && to > low) || (from < high && to > high);
  }).map(({ id }) => id);
  return [
    accepted
      ? "The defaults lie in the accepted region."
      : `The defaults lie outside the accepted region: ${missed.join("; ")}. ${
          implausibility <= CUTOFF
            ? `With an implausibility of ${fixed(implausibility)} they are not ruled out.`
            : `With an implausibility of ${fixed(implausibility)} they are ruled out.`
        }`,
    uncertain.length > 0
      ? `The interval of ${uncertain.join(" and ")} as run reaches over an end of the accepted range: these runs alone do not settle on which side the defaults lie; the prediction, which pools all draws, is surer.`
      : "",
  ]
    .join(" ")
    .trim();
}

function checkTable({ simulated, predicted }: Check): Block {
  const rows = TARGETS.map(({ id, what, measure, range: wanted }, t) => {
    const { mean, ci95, n } = simulated[t];
    const asRun = measure === null ? fixed(mean) : `${fixed(mean)} (${range(...ci95)})`;
    const surface = measure === null ? "exact" : `${fixed(predicted[t].mean)} ± ${fixed(predicted[t].sd)}`;
    return [
      id,
      what,
      range(...wanted),
      asRun,
      surface,
      outside(mean, wanted) === 0 ? "yes" : "no",
      String(n),
    ];
  });
  return table(["Target", "What", "Accepted", "As run (95%)", "Predicted ± sd", "In range", "n"], rows);
}

export function waiting(): Block[] {
  const half = noticeableChange(DEFAULTS.patients);
  const changes = [0.05, half, 0.12];
  const medians = [60, WAIT.medianCalendarDays, 180];
  const rows = changes.map((change) => [
    `${fixed(change)}${change === half ? " (used)" : ""}`,
    ...medians.map((median) => range(growthFor(0.35, change, median), growthFor(0.55, change, median))),
  ]);
  return [
    text(
      "By the drift rule everyone who waits gets worse, by an amount that depends on the wait; the survey asked who felt worse.",
      `So the model's version is the share of patients whose distress has risen by a noticeable change at the end of an unsupported wait: from distress at referral, by drift alone, over a wait that is lognormal with median ${WAIT.medianCalendarDays} calendar days and log-sd ${WAIT.logSd} (adult community mental health care, E4.3), 260 working days to 365.25 calendar days.`,
      `A noticeable change is half a standard deviation of distress at referral, ${fixed(half)} (the rule of Norman, Sloan and Wyrwich 2003, https://doi.org/10.1097/01.MLR.0000062554.74615.4C).`,
      "It is computed, not simulated, so it has no chance error.",
      "It settles the growth of distress only relative to those two choices; the growth that would put 35 to 55% of patients among the worse under others is:",
    ),
    table(["Noticeable change", ...medians.map((m) => `Median wait ${counted(m, "day")}`)], rows),
  ];
}
