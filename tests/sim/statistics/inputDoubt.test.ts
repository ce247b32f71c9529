/** Doubt about inputs is told apart from the chance of single futures. */
import seedrandom from "seedrandom";
import { expect, test } from "vitest";
import { inputDoubt } from "../../../sim/statistics/inputDoubt";

/** Standard normal numbers: the sum of twelve uniform ones less 6, near enough. */
function normals(seed: string): () => number {
  const random = seedrandom.alea(seed);
  return () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);
}

/** Draw d has the average `inputs[d]`; luck that all draws share has standard deviation 3, own luck `own`. */
function drawsOf(inputs: readonly number[], replications: number, own: number): number[][] {
  const normal = normals("input doubt");
  const shared = Array.from({ length: replications }, () => 3 * normal());
  return inputs.map((input) => shared.map((luck) => input + luck + own * normal()));
}

const inputs = Array.from({ length: 101 }, (_, d) => d / 100);

test("luck that all draws share is no noise: the averages' spread is the inputs' own", () => {
  const doubt = inputDoubt(drawsOf(inputs, 5, 0));
  expect(doubt.n).toBe(101);
  expect(doubt.noiseShare).toBeCloseTo(0, 12);
  expect(doubt.p90 - doubt.p10).toBeCloseTo(0.8, 10);
  expect(doubt.sd).toBeCloseTo(Math.sqrt(101 * 102) / Math.sqrt(12) / 100, 10);
});

test("own luck is taken out of the spread of averages", () => {
  // Own luck of 0.5 over 4 replications has variance 0.0625, the inputs 0.085: 42% is noise. Its estimate, from 300
  // degrees of freedom, has a relative standard error of √(2/300) = 8%, and so has the spread with 100 of them twice it.
  const { noiseShare, sd, p10, p90 } = inputDoubt(drawsOf(inputs, 4, 0.5));
  expect(Math.abs(noiseShare - 0.42)).toBeLessThan(3 * 0.42 * 0.16);
  expect(Math.abs(sd - 0.293)).toBeLessThan(3 * 0.293 * 0.1);
  expect(Math.abs(p90 - p10 - 0.8)).toBeLessThan(0.25);
});

test("where inputs do not matter, hardly any doubt is left", () => {
  const same = inputs.map(() => 1);
  const { noiseShare, p90, p10 } = inputDoubt(drawsOf(same, 4, 0.5));
  expect(noiseShare).toBeGreaterThan(0.5);
  expect(p90 - p10).toBeLessThan(0.35);
  const nothing = inputDoubt([
    [1, 1],
    [1, 1],
  ]);
  expect(nothing).toMatchObject({ sd: 0, p10: 1, p90: 1, noiseShare: 0 });
});

test("draws with a replication without value are left out, and too few say nothing", () => {
  const doubt = inputDoubt([
    [1, 2],
    [Number.NaN, 5],
    [3, 4],
  ]);
  expect(doubt).toMatchObject({ n: 2, mean: 2.5, noiseShare: 0 });
  expect(inputDoubt([[1, 2]])).toMatchObject({ n: 1, p10: Number.NaN });
  expect(inputDoubt([[1], [2]])).toMatchObject({ n: 2, sd: Number.NaN });
  expect(inputDoubt([]).n).toBe(0);
});
