/**
 * Shapley values of games whose worth is a number for each replication (Shapley 1953). The value is linear in the
 * game, so it is taken replication by replication, on matched luck, and summarised like any other measure.
 * A coalition is a whole number whose bit i says whether player i takes part.
 */
import { deviation } from "d3-array";
import seedrandom from "seedrandom";
import { halfWidth } from "../../sim/statistics/studentT";

/** What a coalition is worth, in every replication. */
export type Worth = (coalition: number) => Float64Array;
/** Players in the order in which they join. */
export type Order = readonly number[];

/** Up to so many players every coalition is run; beyond, those of sampled orders. */
export const EXACT_UP_TO = 8;

const everybody = (players: number): number => 2 ** players - 1;
const alone = (player: number): number => 1 << player;

/**
 * `count` orders of the players, each followed by its reverse, which halves much of the error (antithetic sampling:
 * Mitchell and others 2022, "Sampling permutations for Shapley value estimation"). `count` must be even.
 */
export function sampleOrders(players: number, count: number, seed: string): Order[] {
  const random = seedrandom.alea(JSON.stringify([seed, "orders", players]));
  return Array.from({ length: count / 2 }, () => {
    const order = Array.from({ length: players }, (_, i) => i);
    for (let i = players - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return [order, order.toReversed()];
  }).flat();
}

/** The coalitions that must be run: all, or those that the orders pass through and each player alone. */
export function coalitionsOf(players: number, orders: readonly Order[] | null): number[] {
  if (orders === null) return Array.from({ length: 2 ** players }, (_, coalition) => coalition);
  const passed = orders.flatMap((order) => order.map((_, k) => joined(order, k + 1)));
  return [...new Set([0, ...Array.from({ length: players }, (_, i) => alone(i)), ...passed])];
}

/** The first `k` players of an order. */
const joined = (order: Order, k: number): number =>
  order.slice(0, k).reduce((coalition, player) => coalition | alone(player), 0);

/** Shapley value of every player in every replication, from all coalitions. */
export function exactShapley(players: number, worth: Worth): Float64Array[] {
  const chance = weights(players);
  return Array.from({ length: players }, (_, i) => {
    const value = new Float64Array(worth(0).length);
    for (let without = 0; without <= everybody(players); without++) {
      if (without & alone(i)) continue;
      addTo(value, worth(without | alone(i)), worth(without), chance[size(without)]);
    }
    return value;
  });
}

/** The same, averaged over orders; the values of a replication still sum to what everybody together adds. */
export function sampledShapley(players: number, worth: Worth, orders: readonly Order[]): Float64Array[] {
  const values = Array.from({ length: players }, () => new Float64Array(worth(0).length));
  for (const order of orders)
    order.forEach((player, k) => {
      addTo(values[player], worth(joined(order, k + 1)), worth(joined(order, k)), 1 / orders.length);
    });
  return values;
}

/**
 * How far the sample of orders may have moved each player's mean value: half-widths of 95% Student-t intervals over
 * pairs of an order and its reverse. NaN with fewer than two pairs.
 */
export function orderErrors(players: number, worth: Worth, orders: readonly Order[]): number[] {
  const pairs = Array.from({ length: orders.length / 2 }, (_, k) =>
    sampledShapley(players, worth, orders.slice(2 * k, 2 * k + 2)).map(average),
  );
  return Array.from({ length: players }, (_, i) =>
    halfWidth({ n: pairs.length, sd: deviation(pairs, (pair) => pair[i]) ?? Number.NaN }),
  );
}

/** What each player adds to nobody, in every replication. */
export function aloneValues(players: number, worth: Worth): Float64Array[] {
  return Array.from({ length: players }, (_, i) => less(worth(alone(i)), worth(0)));
}

/** `a` less `b`, replication by replication. */
export const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, r) => value - b[r]);

/** Chance that a given coalition of each size comes before a given player: s! (n − s − 1)! / n!. */
function weights(players: number): number[] {
  const chance = [1 / players];
  for (let s = 1; s < players; s++) chance.push((chance[s - 1] * s) / (players - s));
  return chance;
}

function size(coalition: number): number {
  let count = 0;
  for (let left = coalition; left > 0; left &= left - 1) count++;
  return count;
}

function addTo(sum: Float64Array, after: Float64Array, before: Float64Array, weight: number): void {
  for (let r = 0; r < sum.length; r++) sum[r] += weight * (after[r] - before[r]);
}

const average = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
