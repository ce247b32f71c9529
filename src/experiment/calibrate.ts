/**
 * Calibration by history matching: waves of draws that fill the space not yet ruled out, an emulator fitted after
 * each, and at the end the region in which every target is met. The command's Markdown tells the method in full.
 */

import type { Summary } from "../../sim/statistics";
import { latinHypercube } from "../../sim/statistics/latinHypercube";
import {
  accepted,
  type Draw,
  type Emulator,
  emulate,
  implausibility,
  outside,
  type Prediction,
} from "./calibrateEmulator";
import { defaultSetting, nearestAccepted, type Suggestion } from "./calibrateNearest";
import { describeRegion, type Region } from "./calibrateRegion";
import { type Counted, type DrawRunner, drawRunner } from "./calibrateRuns";
import { FITTED, fittedRow, TARGETS } from "./calibrateTargets";
import type { Means } from "./runScenarios";

export interface CalibrationPlan {
  /** Draws a wave, and replications of each. */
  readonly draws: number;
  readonly replications: number;
  readonly seed: string;
}

export const WAVES = 3;
/** Settings that fill the space searched; the region is what is accepted of them. */
export const CANDIDATES = 20_000;
/** A setting is ruled out when a target is predicted farther than this from its range (Pukelsheim 1994). */
export const CUTOFF = 3;
/** The last wave draws from settings nearer to the region than this, where the surface must be right. */
export const LAST_CUTOFF = 1;
/** The defaults, and the setting suggested, are run this many times as often as a draw. */
export const CHECK_FACTOR = 20;

export interface Wave {
  readonly draws: readonly Draw[];
  readonly emulator: Emulator;
  /** Share of the space searched that is not ruled out after this wave. */
  readonly left: number;
}

/** A setting as it was run with many replications, and as the emulator has it. */
export interface Check {
  readonly setting: readonly number[];
  /** In the order of TARGETS; a target that is computed exactly has one value. */
  readonly simulated: readonly Summary[];
  readonly predicted: readonly Prediction[];
  readonly implausibility: number;
  readonly accepted: boolean;
}

export interface Calibration {
  readonly plan: CalibrationPlan;
  readonly waves: readonly Wave[];
  readonly region: Region;
  /** Predictions at the accepted settings, in their order. */
  readonly predictions: readonly (readonly Prediction[])[];
  /** Of the candidates: accepted, accepted with two standard deviations to spare, and not ruled out. */
  readonly counts: { readonly accepted: number; readonly surely: number; readonly notRuledOut: number };
  readonly defaults: Check;
  /** The smallest changes that would bring the defaults in, the first of them run; empty where they are in. */
  readonly suggestions: readonly Suggestion[];
  readonly suggestionCheck: Check | null;
  /** Of the last wave's draws: in all ranges as run, as foretold before it was run, and where both agree. */
  readonly lastWave: Agreement;
}

export interface Agreement {
  readonly draws: number;
  readonly simulated: number;
  readonly foretold: number;
  readonly agree: number;
}

/** Replications that a calibration runs, at most. */
export const replicationsOf = ({ draws, replications }: CalibrationPlan): number =>
  replications * (WAVES * draws + 2 * CHECK_FACTOR);

/** Calibrates. Rejects when aborted, and when no setting meets the targets. The same plan gives the same result. */
export async function calibrate(
  plan: CalibrationPlan,
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: Counted) => void = () => {},
): Promise<Calibration> {
  const runner = drawRunner({ ...plan, total: replicationsOf(plan) }, means, signal, onProgress);
  let left = settingsOf(latinHypercube(CANDIDATES, FITTED.length, `${plan.seed}/candidates`));
  const waves: Wave[] = [];
  let known: readonly Draw[] = [];
  for (let w = 0; w < WAVES; w++) {
    const draws = await runner.draws(nextSettings(left, plan, waves), `wave ${w + 1}`);
    // Draws that are ruled out would only bend the surface where it no longer matters.
    known = [...known.filter(({ setting }) => isLeft(waves, setting)), ...draws];
    const emulator = emulate(known);
    left = left.filter((setting) => implausibility(emulator.predict(setting)) <= CUTOFF);
    waves.push({ draws, emulator, left: left.length / CANDIDATES });
  }
  return conclude(plan, waves, left, runner);
}

const isLeft = (waves: readonly Wave[], setting: readonly number[]): boolean =>
  waves.every(({ emulator }) => implausibility(emulator.predict(setting)) <= CUTOFF);

/** Points of the unit cube as settings within the ranges of the fitted parameters. */
function settingsOf(points: readonly (readonly number[])[]): number[][] {
  const ranges = FITTED.map((id) => fittedRow(id).range);
  return points.map((point) => point.map((p, j) => ranges[j][0] + p * (ranges[j][1] - ranges[j][0])));
}

/** The first wave fills the whole space; each later one takes candidates still left that no wave has taken. */
function nextSettings(
  left: readonly number[][],
  { draws, seed }: CalibrationPlan,
  waves: readonly Wave[],
): number[][] {
  if (waves.length === 0) return settingsOf(latinHypercube(draws, FITTED.length, `${seed}/design`));
  const taken = new Set(waves.flatMap((wave) => wave.draws.map(({ setting }) => setting)));
  const { emulator } = waves[waves.length - 1];
  const cutoff = waves.length === WAVES - 1 ? LAST_CUTOFF : CUTOFF;
  const near = left.filter(
    (setting) => !taken.has(setting) && implausibility(emulator.predict(setting)) <= cutoff,
  );
  if (near.length >= draws) return near.slice(0, draws);
  throw new Error(
    `Only ${near.length} of ${CANDIDATES} settings are left to draw from after wave ${waves.length}: almost none meets the targets.`,
  );
}

async function conclude(
  plan: CalibrationPlan,
  waves: readonly Wave[],
  left: readonly number[][],
  runner: DrawRunner,
): Promise<Calibration> {
  const { emulator, draws } = waves[waves.length - 1];
  const inside = left.filter((setting) => accepted(emulator.predict(setting)));
  if (inside.length < 2) throw new Error("No setting meets all targets.");
  const predictions = inside.map(emulator.predict);
  const check = async (setting: readonly number[]): Promise<Check> => {
    const predicted = emulator.predict(setting);
    const simulated = await runner.summaries(setting, CHECK_FACTOR * plan.replications);
    const implausible = implausibility(predicted);
    return { setting, simulated, predicted, implausibility: implausible, accepted: accepted(predicted) };
  };
  const suggestions = nearestAccepted(inside, emulator.predict);
  return {
    plan,
    waves,
    region: describeRegion(
      inside,
      FITTED.map((id) => fittedRow(id).range),
    ),
    predictions,
    counts: {
      accepted: inside.length,
      surely: predictions.filter((prediction) => accepted(prediction, 2)).length,
      notRuledOut: left.length,
    },
    defaults: await check(defaultSetting()),
    suggestions,
    suggestionCheck: suggestions.length > 0 ? await check(suggestions[0].setting) : null,
    lastWave: agreement(draws, waves[waves.length - 2].emulator),
  };
}

/** How often the emulator was right about draws that were run after it was fitted. */
function agreement(draws: readonly Draw[], before: Emulator): Agreement {
  const simulated = draws.map(({ means }) => means.every((m, t) => outside(m, TARGETS[t].range) === 0));
  const foretold = draws.map(({ setting }) => accepted(before.predict(setting)));
  const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
  return {
    draws: draws.length,
    simulated: count(simulated),
    foretold: count(foretold),
    agree: count(simulated.map((s, d) => s === foretold[d])),
  };
}
