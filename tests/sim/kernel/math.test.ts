/**
 * Proves that exp and ln are right to the last bit or next to it. The engine that runs these tests computes
 * Math.exp and Math.log by the same algorithm, so equality is expected there, but one unit in the last place is
 * what is promised.
 */
import { describe, expect, it } from "vitest";
import { exp, ln } from "../../../sim/kernel/math";
import { chances } from "../support/chances";

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** Distance of two doubles of one sign in units in the last place. */
function ulps(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b) || a < 0 !== b < 0) return Number.POSITIVE_INFINITY;
  double[0] = a;
  const first = bits[0];
  double[0] = b;
  const distance = first - bits[0];
  return Number(distance < 0n ? -distance : distance);
}

/** The largest distance over many arguments, and where it was. */
function worst(f: (x: number) => number, reference: (x: number) => number, xs: Iterable<number>) {
  let at = Number.NaN;
  let distance = 0;
  for (const x of xs) {
    const d = ulps(f(x), reference(x));
    if (d > distance) [at, distance] = [x, d];
  }
  return { at, distance };
}

function* uniforms(name: string, count: number, low: number, high: number): Generator<number> {
  const next = chances(name);
  for (let i = 0; i < count; i++) yield low + next() * (high - low);
}

function* powersOfTen(name: string, count: number, low: number, high: number): Generator<number> {
  for (const exponent of uniforms(name, count, low, high)) yield 10 ** exponent;
}

describe("exp", () => {
  it.each([
    [-1, 1],
    [-0.4, 0.4],
    [-40, 40],
    [-700, 700],
    [-1e-12, 1e-12],
  ])("is within one unit in the last place from %d to %d", (low, high) => {
    expect(worst(exp, Math.exp, uniforms(`exp ${low}`, 50_000, low, high)).distance).toBeLessThanOrEqual(1);
  });

  it("is within three units where it is squared to stay in range, and where it is subnormal", () => {
    expect(worst(exp, Math.exp, uniforms("exp high", 20_000, 700, 709.78)).distance).toBeLessThanOrEqual(3);
    expect(worst(exp, Math.exp, uniforms("exp low", 20_000, -708, -700)).distance).toBeLessThanOrEqual(3);
    expect(worst(exp, Math.exp, uniforms("exp lowest", 20_000, -745, -708)).distance).toBeLessThanOrEqual(3);
  });

  it("knows the exact values and the limits", () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(ulps(exp(1), Math.E)).toBeLessThanOrEqual(1);
    expect(exp(709.79)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-746)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });
});

describe("ln", () => {
  it.each([
    ["over all magnitudes", -307, 308],
    ["up to the largest number", 307.9, 308.25],
    ["for the uniform numbers of the streams", -10, 0],
    ["near 1", -1e-3, 1e-3],
    ["below the smallest normal number", -323, -308],
  ])("is within one unit in the last place %s", (name, low, high) => {
    expect(worst(ln, Math.log, powersOfTen(`ln ${name}`, 50_000, low, high)).distance).toBeLessThanOrEqual(1);
  });

  it("is right next to every power of two", () => {
    function* neighbours(): Generator<number> {
      for (let k = -1022; k <= 1023; k++) {
        for (const off of [0, Number.EPSILON, -Number.EPSILON / 2, 1e-7, -1e-7]) yield 2 ** k * (1 + off);
      }
    }
    expect(worst(ln, Math.log, neighbours()).distance).toBeLessThanOrEqual(1);
  });

  it("knows the exact values and the limits", () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(Math.LN2);
    expect(ln(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(ln(-1)).toBeNaN();
    expect(ln(Number.NaN)).toBeNaN();
    expect(ulps(ln(Number.MIN_VALUE), Math.log(Number.MIN_VALUE))).toBeLessThanOrEqual(1);
    expect(ulps(ln(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThanOrEqual(1);
  });
});
