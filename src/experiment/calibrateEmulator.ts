/**
 * Emulators of the simulated targets, and the implausibility of a setting (history matching: Craig and others 1997,
 * Vernon, Goldstein and Bower 2010).
 */
import { mean } from "d3-array";
import { exp, ln } from "../../sim/kernel/math";
import { DEFAULTS, type Interval } from "../../sim/parameters";
import { fitSurface } from "./calibrateSurface";
import { discrepancyOf, FITTED, fittedRow, TARGETS, type Target, worseAfterWait } from "./calibrateTargets";

/** One setting of the fitted parameters that was run. */
export interface Draw {
  /** Values in the order of FITTED. */
  readonly setting: readonly number[];
  /** Mean over replications and its standard error, in the order of TARGETS. */
  readonly means: readonly number[];
  readonly errors: readonly number[];
}

/** What a target is expected to be at a setting, before any run of it. */
export interface Prediction {
  readonly mean: number;
  /** Standard deviation of that mean: chance in the runs behind it, and what the surface does not follow. */
  readonly sd: number;
}

export interface Emulator {
  readonly predict: (setting: readonly number[]) => readonly Prediction[];
  /** How well each target is emulated, null for one that is computed exactly. */
  readonly quality: readonly (Quality | null)[];
}

export interface Quality {
  /** Draws behind the surface. */
  readonly draws: number;
  /** Typical distance of a draw from the surface fitted without it, and of a draw's mean from its true mean. */
  readonly leftOutSd: number;
  readonly monteCarloSd: number;
  /** Standard deviation of what the surface does not follow, in the target's units, at the middle of its range. */
  readonly lackOfFitSd: number;
}

/** Surfaces are fitted on a scale without bounds: shares as logits, rates as logarithms. */
const SMALLEST = 0.005;
const logit = (y: number): number => {
  const inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, y));
  return ln(inside / (1 - inside));
};
const SCALES = {
  share: { to: logit, back: (z: number) => 1 / (1 + exp(-z)), slope: (y: number) => y * (1 - y) },
  rate: { to: (y: number) => ln(Math.max(SMALLEST, y)), back: exp, slope: (y: number) => y },
} as const;
const RATES: ReadonlySet<string | null> = new Set(["turnoverRate", "waitMeanDays"]);
const scaleOf = (target: Target) => (RATES.has(target.measure) ? SCALES.rate : SCALES.share);

/** Emulates every target from `draws`, whose means are in the order of `targets`; settings enter as logarithms. */
export function emulate(draws: readonly Draw[], targets: readonly Target[] = TARGETS): Emulator {
  const points = draws.map(({ setting }) => setting.map(ln));
  const parts = targets.map((target, t) =>
    target.measure === null ? exactPart() : surfacePart(target, t, draws, points),
  );
  return {
    predict: (setting) => {
      const point = setting.map(ln);
      return parts.map(({ predict }) => predict(setting, point));
    },
    quality: parts.map(({ quality }) => quality),
  };
}

interface Part {
  readonly predict: (setting: readonly number[], point: readonly number[]) => Prediction;
  readonly quality: Quality | null;
}

function surfacePart(target: Target, t: number, draws: readonly Draw[], points: readonly number[][]): Part {
  const scale = scaleOf(target);
  const surface = fitSurface(
    points,
    draws.map(({ means }) => scale.to(means[t])),
  );
  const chance = mean(draws, ({ means, errors }) => (errors[t] / scale.slope(clamped(means[t]))) ** 2)!;
  const lackOfFit = Math.max(0, surface.residualVariance - chance);
  const slope = scale.slope((target.range[0] + target.range[1]) / 2);
  return {
    predict: (_, point) => {
      const { mean: z, variance } = surface.predict(point);
      const y = scale.back(z);
      return { mean: y, sd: scale.slope(clamped(y)) * Math.sqrt(variance + lackOfFit) };
    },
    quality: {
      draws: draws.length,
      leftOutSd: slope * Math.sqrt(mean(surface.leftOut, (e) => e * e)!),
      monteCarloSd: slope * Math.sqrt(chance),
      lackOfFitSd: slope * Math.sqrt(lackOfFit),
    },
  };
}

const clamped = (y: number): number => Math.min(1 - SMALLEST, Math.max(SMALLEST, y));

/** V16 follows from the growth of distress alone, and needs no run. */
function exactPart(): Part {
  const growth = FITTED.indexOf("patients.distressDrift");
  const worse = tabulated(worseAt, fittedRow(FITTED[growth]).range);
  return { predict: (setting) => ({ mean: worse(setting[growth]), sd: 0 }), quality: null };
}

/** V16 at a growth of distress, the other parameters at their defaults. */
export function worseAt(distressDrift: number): number {
  return worseAfterWait({ ...DEFAULTS.patients, distressDrift });
}

const INTERVALS = 400;

/** `f` over `range` by straight lines between 401 values of it, since it is asked for at every candidate. */
function tabulated(f: (x: number) => number, [low, high]: Interval): (x: number) => number {
  const step = (high - low) / INTERVALS;
  const values = Array.from({ length: INTERVALS + 1 }, (_, i) => f(low + i * step));
  return (x) => {
    const at = Math.min(INTERVALS - 1, Math.max(0, Math.floor((x - low) / step)));
    return values[at] + ((x - low) / step - at) * (values[at + 1] - values[at]);
  };
}

/** How far `value` lies outside `range`; 0 inside. */
export const outside = (value: number, [low, high]: Interval): number =>
  Math.max(0, low - value, value - high);

/**
 * The implausibility of a setting: the greatest distance of a predicted target from its accepted range, in standard
 * deviations of prediction and model discrepancy together. 0 where every prediction lies in its range.
 */
export function implausibility(predictions: readonly Prediction[]): number {
  return Math.max(
    ...TARGETS.map((target, t) => {
      const { mean: expected, sd } = predictions[t];
      return outside(expected, target.range) / Math.hypot(sd, discrepancyOf(target));
    }),
  );
}

/** Whether every target is predicted inside its range, with `margin` standard deviations of the prediction to spare. */
export function accepted(
  predictions: readonly Prediction[],
  margin = 0,
  targets: readonly Target[] = TARGETS,
): boolean {
  return targets.every(({ range: [low, high] }, t) => {
    const { mean: expected, sd } = predictions[t];
    return expected - margin * sd >= low && expected + margin * sd <= high;
  });
}
