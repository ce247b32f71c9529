/** The smallest changes that bring the defaults into the accepted region. */
import { least } from "d3-array";
import { accepted, type Prediction } from "./calibrateEmulator";
import { FITTED, fittedRow } from "./calibrateTargets";

export interface Suggestion {
  /** Values in the order of FITTED, to three significant digits. */
  readonly setting: readonly number[];
  /** Parameters that differ from their defaults. */
  readonly changed: readonly string[];
  /** Distance from the defaults, each parameter measured in the width of its range. */
  readonly distance: number;
}

type Predict = (setting: readonly number[]) => readonly Prediction[];

/** Standard deviations to spare, so that a suggestion is not a coin's toss at the edge. */
const MARGIN = 2;
const STEPS = 500;
const HALVINGS = 12;

/** Every fitted parameter at its default. */
export const defaultSetting = (): number[] => FITTED.map((id) => fittedRow(id).default);

const widths = (): number[] => FITTED.map((id) => fittedRow(id).range[1] - fittedRow(id).range[0]);

/**
 * The smallest change of one parameter alone, for each that can do it, and of all together; the smallest first.
 * Empty where the defaults are accepted already; also empty where nothing is accepted with a margin.
 */
export function nearestAccepted(inside: readonly (readonly number[])[], predict: Predict): Suggestion[] {
  const start = defaultSetting();
  if (accepted(predict(start))) return [];
  const surely = (setting: readonly number[]): boolean => accepted(predict(setting), MARGIN);
  const found = FITTED.map((_, j) => alone(j, surely)).filter((setting) => setting !== null);
  const together = least(
    inside.filter(surely).map((setting) => towards(start, setting, surely)),
    distanceFromDefaults,
  );
  if (together) found.push(together);
  return found.map(suggestion).sort((a, b) => a.distance - b.distance);
}

/** The default setting with parameter j moved as little as is enough, or null. */
function alone(j: number, isEnough: (setting: readonly number[]) => boolean): number[] | null {
  const [low, high] = fittedRow(FITTED[j]).range;
  const start = defaultSetting();
  const settings = Array.from({ length: STEPS + 1 }, (_, i) =>
    start.with(j, rounded(low + (i / STEPS) * (high - low))),
  );
  return least(settings.filter(isEnough), distanceFromDefaults) ?? null;
}

/** The point nearest to `start` that is still enough on the line to `end`, which is; by halving. */
function towards(
  start: readonly number[],
  end: readonly number[],
  isEnough: (setting: readonly number[]) => boolean,
): number[] {
  const at = (share: number): number[] => start.map((value, j) => rounded(value + share * (end[j] - value)));
  let [no, yes] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (no + yes) / 2;
    if (isEnough(at(middle))) yes = middle;
    else no = middle;
  }
  return at(yes);
}

function distanceFromDefaults(setting: readonly number[]): number {
  const start = defaultSetting();
  const width = widths();
  return Math.hypot(...setting.map((value, j) => (value - start[j]) / width[j]));
}

function suggestion(setting: readonly number[]): Suggestion {
  const start = defaultSetting();
  return {
    setting,
    changed: FITTED.filter((_, j) => setting[j] !== start[j]),
    distance: distanceFromDefaults(setting),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(3));
