/**
 * Proves that draws are uniform, and that draws under neighbouring keys have nothing to do with one another:
 * neighbours among entities, among numbers of the draw, among streams, replications and seeds.
 * Deviates beyond 4.5 have a probability of 7e-6; some forty are looked at.
 */
import { describe, expect, it } from "vitest";
import { Streams } from "../../../sim/kernel/streams";
import { correlation, mean, uniformityDeviate, variance } from "../support/statistics";

const KEYS = 300_000;
const DEVIATES = 4.5;
const NAMES = ["first", "second", "third"];

type Key = (i: number) => [stream: number, entity: number, k: number];
/** The ways in which the model's keys run: patients under person × 64, link workers under post × 65,536, days as k. */
const WALKS: Record<string, Key> = {
  "entities one after the other": (i) => [0, i, 0],
  "entities in steps of 64": (i) => [0, 64 * i, 0],
  "entities in steps of 65,536": (i) => [0, 65_536 * (i % 64) + 1, Math.floor(i / 64)],
  "numbers of the draw": (i) => [1, 12_345, i],
  "numbers of the draw in steps of 65,536": (i) => [1, Math.floor(i / 8), 65_536 * (i % 8)],
  "entity and number together": (i) => [2, i, i],
  "streams in turn": (i) => [i % 3, Math.floor(i / 3), 5],
};

const streams = new Streams("seed", 0, NAMES);

function draws(key: Key, count = KEYS, from = streams): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from.uniform(...key(i)));
}

function counted(values: Float64Array, bins: number, bin: (i: number) => number): Float64Array {
  const counts = new Float64Array(bins);
  for (let i = 0; i < values.length; i++) counts[bin(i)]++;
  return counts;
}

/** Checks uniformity, of single draws and of pairs that follow one another, and the correlation of the pairs. */
function expectIndependent(values: Float64Array): void {
  const n = values.length;
  const singles = counted(values, 256, (i) => Math.floor(256 * values[i]));
  expect(Math.abs(uniformityDeviate(singles))).toBeLessThan(DEVIATES);
  const halves = values.subarray(0, n - (n % 2));
  const pairs = new Float64Array(1024);
  for (let i = 0; i < halves.length; i += 2)
    pairs[32 * Math.floor(32 * halves[i]) + Math.floor(32 * halves[i + 1])]++;
  expect(Math.abs(uniformityDeviate(pairs))).toBeLessThan(DEVIATES);
  for (const lag of [1, 2, 3]) {
    const r = correlation(values.subarray(0, n - lag), values.subarray(lag));
    expect(Math.abs(r) * Math.sqrt(n)).toBeLessThan(DEVIATES);
  }
}

describe("streams of random numbers", () => {
  it.each(Object.keys(WALKS))("are uniform and independent along %s", (walk) => {
    expectIndependent(draws(WALKS[walk]));
  });

  it("have the mean and variance of a uniform number", () => {
    const values = draws(WALKS["entities one after the other"]);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(DEVIATES * Math.sqrt(1 / 12 / KEYS));
    // The fourth central moment of a uniform is 1/80.
    expect(Math.abs(variance(values) - 1 / 12)).toBeLessThan(DEVIATES * Math.sqrt((1 / 80 - 1 / 144) / KEYS));
  });

  it("do not depend on the stream, the replication or the seed beside them", () => {
    const key = WALKS["entities in steps of 64"];
    const values = draws(key);
    const beside = [
      draws((i) => [1, 64 * i, 0]),
      draws((i) => [0, 64 * i, 1]),
      draws(key, KEYS, new Streams("seed", 1, NAMES)),
      draws(key, KEYS, new Streams("seed2", 0, NAMES)),
    ];
    for (const other of beside)
      expect(Math.abs(correlation(values, other)) * Math.sqrt(KEYS)).toBeLessThan(DEVIATES);
  });

  it("are uniform and independent over replications and over seeds", () => {
    const count = 30_000;
    expectIndependent(
      Float64Array.from({ length: count }, (_, r) => new Streams("1", r, ["x"]).uniform(0, 7, 0)),
    );
    expectIndependent(
      Float64Array.from({ length: count }, (_, i) => new Streams(String(i), 0, ["x"]).uniform(0, 7, 0)),
    );
  });

  it("lie strictly between 0 and 1 and have 32 bits", () => {
    const values = draws(WALKS["entities one after the other"]);
    const whole = values.map((u) => u * 2 ** 32 - 0.5);
    expect(whole.every((h) => Number.isInteger(h) && h >= 0 && h < 2 ** 32)).toBe(true);
    // Where only one of entity and number varies the mixer is one to one; where both do, some n²/2^33 = 10.5 of n
    // draws from 2^32 values agree with an earlier one (1 to 25 within 4.5 deviates).
    expect(new Set(whole).size).toBe(KEYS);
    const repeated = KEYS - new Set(draws(WALKS["entity and number together"])).size;
    expect(repeated).toBeGreaterThanOrEqual(1);
    expect(repeated).toBeLessThanOrEqual(25);
    // Every bit is set half of the time.
    for (let bit = 0; bit < 32; bit++) {
      const set = whole.reduce((count, h) => count + (Math.floor(h / 2 ** bit) % 2), 0);
      expect(Math.abs(set - KEYS / 2)).toBeLessThan(DEVIATES * Math.sqrt(KEYS / 4));
    }
  });

  it("give the same number for the same key whatever was drawn before", () => {
    const again = new Streams("seed", 0, NAMES);
    const backwards = draws((i) => [0, KEYS - 1 - i, 0], KEYS, again).reverse();
    expect(backwards).toEqual(draws((i) => [0, i, 0]));
  });

  it("belong to the name of the stream, not to its place among the names", () => {
    const moved = new Streams("seed", 0, ["another", ...NAMES]);
    expect(moved.uniform(1, 42, 3)).toBe(streams.uniform(0, 42, 3));
  });
});
