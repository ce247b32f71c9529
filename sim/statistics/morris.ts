/**
 * Screening by elementary effects (Morris 1991, Technometrics 33:161–174), with mu* of Campolongo, Cariboni and
 * Saltelli (2007, Environmental Modelling & Software 22:1509–1518). One parameter is moved at a time, along random
 * trajectories through a grid in the unit cube; what each move does to the output, over its length, is an effect.
 */
import betaQuantiles from "@stdlib/math-base-special-kernel-betaincinv";
import { deviation, mean, shuffler } from "d3-array";
import seedrandom from "seedrandom";
import { bootstrapIntervals, type Resampling } from "./bootstrap";
import type { Interval95 } from "./summary";

/** A walk through the unit cube in which every parameter moves once. */
export interface Trajectory {
  /** Parameters + 1 points, each with a coordinate from 0 to 1 for every parameter. */
  readonly points: readonly (readonly number[])[];
  /** Which parameter moves between point i and point i + 1. */
  readonly moved: readonly number[];
}

/** What is said about one parameter, in units of the output for a move over the whole of its range (0 to 1). */
export interface ElementaryEffects {
  /** Effects that have a value: one a trajectory, unless the output had none. */
  readonly n: number;
  /** Mean effect: the direction. Effects of both signs cancel. */
  readonly mu: number;
  /** Mean size of the effects, whatever their sign: how much the parameter matters. */
  readonly muStar: number;
  /** Standard deviation of the effects: curvature, or interaction with other parameters. */
  readonly sigma: number;
  readonly muCi95: Interval95;
  readonly muStarCi95: Interval95;
  readonly sigmaCi95: Interval95;
}

/**
 * `trajectories` trajectories over `parameters` parameters on a grid of `levels` levels, which must be even: each
 * move is levels / (2 (levels − 1)) long, so that every level is reached equally often. The same seed gives the same.
 */
export function morrisDesign(
  parameters: number,
  trajectories: number,
  levels: number,
  seed: string,
): readonly Trajectory[] {
  if (!(levels >= 2 && levels % 2 === 0))
    throw new Error(`Levels must be even and at least 2, not ${levels}.`);
  const random = seedrandom.alea(seed);
  const shuffle = shuffler(random);
  return Array.from({ length: trajectories }, () => {
    const lower = Array.from({ length: parameters }, () => Math.floor((random() * levels) / 2));
    const rising = Array.from({ length: parameters }, () => random() < 0.5);
    const moved = shuffle(Array.from({ length: parameters }, (_, i) => i));
    const at = (j: number, up: boolean) => (lower[j] + (up ? levels / 2 : 0)) / (levels - 1);
    const point = rising.map((rises, j) => at(j, !rises));
    const points = [[...point]];
    for (const j of moved) {
      point[j] = at(j, rising[j]);
      points.push([...point]);
    }
    return { points, moved };
  });
}

/** The effects of each parameter: an item a parameter, an effect a trajectory, in order; `outputs` one a point. */
export function elementaryEffects(
  design: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
): readonly Float64Array[] {
  const parameters = design[0]?.moved.length ?? 0;
  const effects = Array.from({ length: parameters }, () => new Float64Array(design.length));
  design.forEach(({ points, moved }, t) => {
    if (outputs[t]?.length !== points.length) {
      throw new Error(
        `Trajectory ${t + 1} has ${points.length} points and ${outputs[t]?.length ?? 0} outputs.`,
      );
    }
    moved.forEach((j, i) => {
      effects[j][t] = (outputs[t][i + 1] - outputs[t][i]) / (points[i + 1][j] - points[i][j]);
    });
  });
  return effects;
}

/**
 * mu, mu* and sigma of every parameter, with bootstrap intervals over trajectories. `outputs` has a list a trajectory
 * with a number a point; effects that involve NaN are left out. Throws when design and outputs do not match.
 */
export function morrisIndices(
  design: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
  resampling: Resampling,
): readonly ElementaryEffects[] {
  return elementaryEffects(design, outputs).map((effects) => {
    const figuresOf = (drawn: readonly number[]) => figures(drawn.map((t) => effects[t]));
    const [mu, muStar, sigma] = figures(effects);
    const [muCi95, muStarCi95, sigmaCi95] = bootstrapIntervals(design.length, figuresOf, resampling);
    const n = effects.filter((effect) => !Number.isNaN(effect)).length;
    return { n, mu, muStar, sigma, muCi95, muStarCi95, sigmaCi95 };
  });
}

/** mu, mu* and sigma; NaN where there are too few effects. d3's mean and deviation leave NaN out. */
const figures = (effects: Iterable<number>): readonly number[] =>
  [mean(effects), mean(effects, Math.abs), deviation(effects)].map((figure) => figure ?? Number.NaN);

/**
 * What the mu* of a parameter without any effect does not exceed: in 95 of 100 studies not one of as many parameters
 * does, if none has any (Bonferroni). A mean size is at most the root of the mean square, and the mean square of normal
 * errors over their squared standard error, which is known from the replications, has Fisher's F distribution.
 * `outputs` has a list a trajectory with a list a point with a number for each replication, replication r on the same
 * luck at every point; NaN with fewer than two replications.
 */
export function chanceMuStar(
  design: readonly Trajectory[],
  outputs: readonly (readonly ArrayLike<number>[])[],
): readonly number[] {
  const replications = outputs[0]?.[0]?.length ?? 0;
  const byReplication = Array.from({ length: replications }, (_, r) =>
    elementaryEffects(
      design,
      outputs.map((points) => points.map((values) => values[r])),
    ),
  );
  const parameters = design[0]?.moved.length ?? 0;
  return Array.from({ length: parameters }, (_, j) => {
    const errors = design
      .map((_, t) => standardError(byReplication.map((effects) => effects[j][t])))
      .filter((error) => !Number.isNaN(error));
    const square = mean(errors, (error) => error ** 2) ?? Number.NaN;
    const n = errors.length;
    return Math.sqrt(square * fQuantile(1 - 0.05 / parameters, n, n * (replications - 1)));
  });
}

/** The value that an F-distributed number with these degrees of freedom does not exceed with probability `p`. */
function fQuantile(p: number, above: number, below: number): number {
  if (!(above > 0 && below > 0)) return Number.NaN;
  const [x, rest] = betaQuantiles(above / 2, below / 2, p, 1 - p);
  return (x / above / rest) * below;
}

/** Standard error of the mean of the values that are not NaN. */
function standardError(values: readonly number[]): number {
  const present = values.filter((value) => !Number.isNaN(value));
  return (deviation(present) ?? Number.NaN) / Math.sqrt(present.length);
}
