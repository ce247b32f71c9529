/** What `calibrate` tells a reader: method, accepted region, where the defaults lie, and what stays unknown. */
import { DEFAULTS } from "../../sim/parameters";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import {
  CANDIDATES,
  type Calibration,
  CHECK_FACTOR,
  CUTOFF,
  LAST_CUTOFF,
  WAVES,
} from "../experiment/calibrate";
import { discrepancyOf, FITTED, fittedRow, TARGETS } from "../experiment/calibrateTargets";
import { fixed, percent, range } from "./calibrateFigures";
import { defaults, foretold, region, waiting } from "./calibrateReportRegion";
import { type Block, part, section, table, text } from "./document";
import { readable } from "./text";

/** The report, from heading level 2 on. */
export function calibrationReport(result: Calibration): Block[] {
  return [
    section("Calibration"),
    ...introduction(result),
    part("What is fitted, and to what"),
    ...targets(),
    part("Method"),
    ...method(result),
    part("The accepted region"),
    ...region(result),
    part("What the accepted settings foretell"),
    ...foretold(result),
    part("The defaults"),
    ...defaults(result),
    part("What V16 rests on"),
    ...waiting(),
  ];
}

function introduction({ plan, suggestionCheck }: Calibration): Block[] {
  const { draws, replications, seed } = plan;
  const checks = suggestionCheck ? 2 : 1;
  const total = replications * (WAVES * draws + checks * CHECK_FACTOR);
  return [
    text(`\`npm run holdfast -- calibrate --draws ${draws} --replications ${replications} --seed ${seed}\``),
    text(
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}; ${readable(total)} replications of the baseline,`,
      `${DEFAULTS.run.years} years after ${DEFAULTS.run.warmUpYears} of warm-up.`,
      "Only the four parameters below are fitted, and only to the four targets: no other published outcome takes part.",
      "Three of the targets come from other professions, so the result is a region of settings that cannot be ruled out, not an estimate.",
    ),
  ];
}

function targets(): Block[] {
  const searched = FITTED.map((id) => {
    const row = fittedRow(id);
    return [`\`${id}\``, fixed(row.default), range(...row.range)];
  });
  const wanted = TARGETS.map((target) => [
    target.id,
    target.what,
    range(...target.range),
    fixed(discrepancyOf(target)),
    target.measure ?? "computed, no runs",
    target.source,
  ]);
  return [
    table(["Parameter", "Default", "Searched, evenly"], searched),
    table(["Target", "What", "Accepted", "Discrepancy (sd)", "Measure", "Source"], wanted),
  ];
}

function method({ plan, waves, lastWave }: Calibration): Block[] {
  const { draws, replications } = plan;
  const rows = waves.map(({ draws: drawn, emulator, left }, w) => [
    String(w + 1),
    String(drawn.length),
    String(drawn.length * replications),
    percent(left),
    ...emulator.quality.flatMap((q) =>
      q ? [`${fixed(q.leftOutSd)} (${fixed(q.monteCarloSd)}; ${fixed(q.lackOfFitSd)})`] : [],
    ),
  ]);
  const emulated = TARGETS.filter(({ measure }) => measure !== null).map(({ id }) => `Error of ${id}`);
  return [
    text(
      `History matching in ${WAVES} waves of ${draws} draws with ${replications} replications each.`,
      "The first wave is a Latin hypercube over the whole space; every draw has luck of its own, so that chance errors of draws are independent.",
      "After each wave a quadratic surface in the logarithms of the four parameters is fitted to each simulated target (shares as logits, turnover as a logarithm), over the draws that are not ruled out.",
      "It pools all draws: its prediction is far surer than any draw's own runs.",
    ),
    text(
      `Implausibility is the distance of the prediction from the accepted range, divided by the root of three variances: chance in the surface (Monte-Carlo error), what the surface does not follow (lack of fit), and model discrepancy (a tenth of the width of the accepted range, as a standard deviation). A setting whose largest implausibility exceeds ${CUTOFF} is ruled out, and the second wave draws from what is left of ${readable(CANDIDATES)} settings, themselves a Latin hypercube; the last draws from those with an implausibility of at most ${LAST_CUTOFF}, so that the surface is surest where it decides.`,
      "In the end a setting is accepted when all four predictions lie in their ranges, without any allowance.",
    ),
    table(["Wave", "Draws", "Replications", "Left of the space", ...emulated], rows),
    text(
      "Errors are typical distances of a draw from the surface fitted without it, at the middle of the target's range; in brackets the part that is chance in the draw's own runs, and the part that the surface does not follow.",
      `Of the last wave's ${lastWave.draws} draws ${lastWave.simulated} were in all ranges when run, chance errors included, and the surfaces of the wave before foretold ${lastWave.foretold}; they agree on ${lastWave.agree}.`,
    ),
  ];
}
