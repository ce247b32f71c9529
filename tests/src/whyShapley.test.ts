/** Proves the Shapley values: known games, the axioms, and sampled orders against all coalitions. */
import { describe, expect, test } from "vitest";
import {
  aloneValues,
  coalitionsOf,
  exactShapley,
  orderErrors,
  sampledShapley,
  sampleOrders,
  type Worth,
} from "../../src/experiment/whyShapley";
import { chances } from "../sim/support/chances";

/** A game with one replication. */
const game =
  (worth: (members: readonly number[]) => number): Worth =>
  (coalition) =>
    Float64Array.of(worth(Array.from({ length: 12 }, (_, i) => i).filter((i) => coalition & (1 << i))));
const has = (members: readonly number[], ...wanted: number[]) => wanted.every((i) => members.includes(i));
const valuesOf = (values: readonly Float64Array[]): number[] => values.map(([value]) => value);

/** A game of pure chance with several replications: nothing about it is special. */
function randomGame(players: number, replications: number): Worth {
  const next = chances(`a game of ${players}`);
  const worths = Array.from({ length: 2 ** players }, () =>
    Float64Array.from({ length: replications }, next),
  );
  return (coalition) => worths[coalition];
}

describe("exact values", () => {
  test("of the glove game, of an additive game, and of unanimity", () => {
    // One left glove, two right ones: a pair is worth 1 (Shapley and Shubik 1969).
    const gloves = game((m) => (has(m, 0) && (has(m, 1) || has(m, 2)) ? 1 : 0));
    expect(valuesOf(exactShapley(3, gloves))).toEqual([
      expect.closeTo(2 / 3, 14),
      expect.closeTo(1 / 6, 14),
      expect.closeTo(1 / 6, 14),
    ]);
    const additive = game((m) => m.reduce((sum, i) => sum + [3, -1, 0.5, 7][i], 10));
    expect(valuesOf(exactShapley(4, additive))).toEqual([3, -1, 0.5, 7].map((x) => expect.closeTo(x, 12)));
    expect(valuesOf(aloneValues(4, additive))).toEqual([3, -1, 0.5, 7]);
    const unanimity = game((m) => (has(m, 0, 1, 2, 3, 4) ? 1 : 0));
    for (const value of valuesOf(exactShapley(6, unanimity)).slice(0, 5)) expect(value).toBeCloseTo(0.2, 14);
    expect(exactShapley(6, unanimity)[5][0]).toBe(0);
  });

  test("of an airport game", () => {
    // Runways of 1, 3 and 6 units, each needing all that is shorter: costs are shared (Littlechild and Owen 1973).
    const airport = game((m) => Math.max(0, ...m.map((i) => [1, 3, 6][i])));
    expect(valuesOf(exactShapley(3, airport))).toEqual(
      [1 / 3, 4 / 3, 13 / 3].map((x) => expect.closeTo(x, 14)),
    );
  });

  test("meet the axioms in every replication: efficiency, symmetry, dummy, additivity", () => {
    const [players, replications] = [6, 4];
    const one = randomGame(players, replications);
    const other = randomGame(players + 1, replications);
    const values = exactShapley(players, one);
    const sums = (of: Worth) => exactShapley(players, (c) => of(c).map((x, r) => x + one(c)[r]));
    for (let r = 0; r < replications; r++) {
      const sum = values.reduce((total, value) => total + value[r], 0);
      expect(sum).toBeCloseTo(one(2 ** players - 1)[r] - one(0)[r], 12);
      exactShapley(players, other).forEach((value, i) => {
        expect(sums(other)[i][r]).toBeCloseTo(value[r] + values[i][r], 12);
      });
    }
    // Players 0 and 1 are exchangeable where only how many of them take part counts; player 5 adds nothing.
    const symmetric: Worth = (c) => one((c & 28) | ((c & 1) + ((c >> 1) & 1) === 1 ? 1 : c & 3));
    const [first, second, , , , dummy] = exactShapley(players, symmetric);
    for (const [r, value] of first.entries()) expect(value).toBeCloseTo(second[r], 12);
    expect(Array.from(dummy)).toEqual([0, 0, 0, 0]);
  });
});

describe("sampled orders", () => {
  test("are permutations, each followed by its reverse, repeatable, and other for another seed", () => {
    const orders = sampleOrders(9, 6, "a");
    expect(orders).toHaveLength(6);
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(orders[1]).toEqual([...orders[0]].reverse());
    expect(sampleOrders(9, 6, "a")).toEqual(orders);
    expect(sampleOrders(9, 6, "b")).not.toEqual(orders);
  });

  test("are every order equally often", () => {
    const counts = new Map<string, number>();
    const n = 6000;
    for (const order of sampleOrders(3, n, "x"))
      counts.set(String(order), (counts.get(String(order)) ?? 0) + 1);
    expect(counts.size).toBe(6);
    // A pair gives an order and its reverse: the counts of three kinds of pair are multinomial.
    for (const count of counts.values())
      expect(Math.abs(count - n / 6)).toBeLessThan(4 * Math.sqrt((n / 2) * (2 / 9)));
  });

  test("need no coalition that is not run, and sum exactly to what everybody adds", () => {
    const players = 9;
    const all = randomGame(players, 3);
    const orders = sampleOrders(players, 4, "s");
    const run = new Set(coalitionsOf(players, orders));
    expect(run.size).toBeLessThanOrEqual(2 + players + 4 * (players - 2));
    const worth: Worth = (coalition) => {
      if (!run.has(coalition)) throw new Error(`${coalition} was not run`);
      return all(coalition);
    };
    const values = sampledShapley(players, worth, orders);
    for (let r = 0; r < 3; r++)
      expect(values.reduce((sum, value) => sum + value[r], 0)).toBeCloseTo(all(511)[r] - all(0)[r], 12);
    aloneValues(players, worth);
    orderErrors(players, worth, orders);
  });

  test("come within their stated error of the exact values about as often as stated", () => {
    const players = 5;
    const worth = randomGame(players, 1);
    const exact = valuesOf(exactShapley(players, worth));
    let within = 0;
    let asked = 0;
    for (let s = 0; s < 200; s++) {
      const orders = sampleOrders(players, 20, `sample ${s}`);
      const errors = orderErrors(players, worth, orders);
      valuesOf(sampledShapley(players, worth, orders)).forEach((value, i) => {
        asked++;
        if (Math.abs(value - exact[i]) <= errors[i]) within++;
      });
    }
    // The players of one sample hang together, so that 200 samples are counted, not 1,000 values.
    expect(Math.abs(within / asked - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 200));
  });

  test("are exact for a game in which order does not matter, with no error", () => {
    const orders = sampleOrders(9, 4, "s");
    const additive = game((m) => m.reduce((sum, i) => sum + i, 0));
    expect(valuesOf(sampledShapley(9, additive, orders))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(orderErrors(9, additive, orders)).toEqual(new Array(9).fill(0));
  });
});

test("all coalitions of few players are run", () => {
  expect(coalitionsOf(3, null)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(coalitionsOf(0, null)).toEqual([0]);
});
