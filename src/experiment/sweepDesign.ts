/** Designs of a sweep: which values of which parameters are run together. */
import { cross } from "d3-array";
import { type Changes, parameterById, type Value } from "../../sim/parameters";
import { latinHypercube } from "../../sim/statistics/latinHypercube";

/** A parameter and the values it takes. */
export interface Factor {
  readonly id: string;
  readonly levels: readonly Value[];
}

/** A number and the range it is drawn from; whole numbers include both ends. */
export interface Range {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

export interface FullFactorial {
  readonly kind: "full-factorial";
  readonly factors: readonly Factor[];
}

export interface LatinHypercube {
  readonly kind: "latin-hypercube";
  readonly ranges: readonly Range[];
  readonly points: number;
  readonly seed: string;
}

export type Design = FullFactorial | LatinHypercube;

/** The parameters that a design varies, in the order given. */
export const variedBy = (design: Design): readonly string[] =>
  (design.kind === "full-factorial" ? design.factors : design.ranges).map(({ id }) => id);

/** How many points a design has; 0 where a parameter has no value, or nothing is varied. */
export function sizeOf(design: Design): number {
  const varied = variedBy(design).length;
  if (varied === 0) return 0;
  return design.kind === "latin-hypercube"
    ? design.points
    : design.factors.reduce((size, { levels }) => size * levels.length, 1);
}

/**
 * The points of a design, each with a value for every parameter. A full factorial has every combination, the last
 * parameter varying fastest; a Latin hypercube one value in each of as many equal parts of every range as it has points.
 */
export function pointsOf(design: Design): readonly Changes[] {
  if (sizeOf(design) === 0) return [];
  return design.kind === "full-factorial" ? everyCombination(design.factors) : hypercubePoints(design);
}

function everyCombination(factors: readonly Factor[]): Changes[] {
  return factors.reduce<Changes[]>(
    (points, { id, levels }) => cross(points, levels, (point, level) => ({ ...point, [id]: level })),
    [{}],
  );
}

function hypercubePoints({ ranges, points, seed }: LatinHypercube): Changes[] {
  return latinHypercube(points, ranges.length, `${seed}/design`).map((point) =>
    Object.fromEntries(ranges.map((range, d) => [range.id, within(range, point[d])])),
  );
}

/** The value at share `u`, from 0 to below 1, of a range; of whole numbers each gets an equal part. */
function within({ id, low, high }: Range, u: number): number {
  const whole = parameterById(id).kind === "integer";
  return whole ? low + Math.floor(u * (high - low + 1)) : low + u * (high - low);
}

/** Relative to a step, by how much the last of a series may miss the end because decimals are not exact in binary. */
const SLACK = 1e-9;

/** How many values `steps` gives; 0 where the range is empty. */
export function stepCount(low: number, high: number, step: number): number {
  return step > 0 && high >= low ? Math.floor((high - low) / step + SLACK) + 1 : 0;
}

/** From `low` by `step` up to `high`, as people write the numbers: 0.7, 0.8, 0.9, not 0.8999999999999999. */
export function steps(low: number, high: number, step: number): number[] {
  const digits = Math.min(100, Math.max(decimalPlaces(low), decimalPlaces(step)));
  return Array.from({ length: stepCount(low, high, step) }, (_, i) =>
    Number((low + i * step).toFixed(digits)),
  );
}

/** Digits after the point in the shortest way to write a number. */
function decimalPlaces(value: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const after = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, after - Number(exponent));
}
