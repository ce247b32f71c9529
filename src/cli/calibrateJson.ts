/** The documented JSON of `calibrate`. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { CANDIDATES, type Calibration, CHECK_FACTOR, type Check, CUTOFF } from "../experiment/calibrate";
import type { Suggestion } from "../experiment/calibrateNearest";
import { spreadOf } from "../experiment/calibrateRegion";
import { discrepancyOf, FITTED, fittedRow, TARGETS } from "../experiment/calibrateTargets";

const byParameter = <T>(values: readonly T[]): Record<string, T> =>
  Object.fromEntries(FITTED.map((id, j) => [id, values[j]]));
const byTarget = <T>(values: readonly T[]): Record<string, T> =>
  Object.fromEntries(TARGETS.map(({ id }, t) => [id, values[t]]));

/** Everything a calibration found, the accepted settings themselves included. */
export function calibrationJson(result: Calibration): object {
  const { plan, waves, region, counts, defaults, suggestions, suggestionCheck, lastWave } = result;
  return {
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    seed: plan.seed,
    drawsPerWave: plan.draws,
    replicationsPerDraw: plan.replications,
    replicationsPerCheck: plan.replications * CHECK_FACTOR,
    candidates: CANDIDATES,
    cutoff: CUTOFF,
    targets: TARGETS.map((target) => ({ ...target, discrepancySd: discrepancyOf(target) })),
    searched: byParameter(FITTED.map((id) => fittedRow(id).range)),
    waves: waves.map(({ draws, emulator, left }) => ({
      draws: draws.length,
      shareLeft: left,
      emulators: byTarget(emulator.quality),
    })),
    lastWave,
    accepted: {
      ...counts,
      ranges: byParameter(region.ranges),
      narrowedTo: byParameter(region.narrowedTo),
      correlations: byParameter(region.correlations.map((row) => byParameter(row))),
      notToldApart: region.ridges.map((pair) => pair.map((j) => FITTED[j])),
      targets: byTarget(TARGETS.map((_, t) => spreadOf(result.predictions.map((p) => p[t].mean)))),
      settings: region.settings,
    },
    defaults: checkJson(defaults),
    suggestions: suggestions.map(suggestionJson),
    suggestionCheck: suggestionCheck ? checkJson(suggestionCheck) : null,
  };
}

function checkJson({ setting, simulated, predicted, implausibility, accepted }: Check): object {
  return {
    setting: byParameter(setting),
    simulated: byTarget(simulated.map(({ n, mean, sd, ci95 }) => ({ n, mean, sd, ci95 }))),
    predicted: byTarget(predicted),
    implausibility,
    accepted,
  };
}

const suggestionJson = ({ setting, changed, distance }: Suggestion): object => ({
  setting: byParameter(setting),
  changed,
  distance,
});
