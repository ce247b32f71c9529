/** Games over the difference between two scenarios: who plays, and which runs each coalition's worth is made from. */
import type { Scenario } from "../../sim/scenario";
import { coalitionsOf, EXACT_UP_TO, type Order, sampleOrders } from "./whyShapley";

/** One thing that is run. */
export type Arm = Pick<Scenario, "id" | "changes" | "timeline">;

export interface Player {
  readonly id: string;
  readonly label: string;
  /** The parameters that it moves. */
  readonly parameters: readonly string[];
}

/** A coalition's worth is the measure in the runs of `of`, less that in the runs of `less` where there is one. */
export interface Runs {
  readonly of: Arm;
  readonly less: Arm | null;
}

export interface Game {
  readonly players: readonly Player[];
  /** Null where every coalition is run and the values are exact. */
  readonly orders: readonly Order[] | null;
  /** The coalitions whose worth is needed. */
  readonly coalitions: readonly number[];
  readonly runsOf: (coalition: number) => Runs;
}

/** How many orders of joining are sampled where players are too many for every coalition, and by which seed. */
export interface Sampling {
  readonly orders: number;
  readonly seed: string;
}

/** The orders to sample, or null where there are few enough players to run every coalition. */
export function ordersFor(players: number, { orders, seed }: Sampling): Order[] | null {
  return players <= EXACT_UP_TO ? null : sampleOrders(players, orders, seed);
}

/** A game of these players, with the coalitions that it needs. */
export function gameOf(
  players: readonly Player[],
  sampling: Sampling,
  runsOf: (members: readonly Player[], others: readonly Player[]) => Runs,
): Game {
  const orders = ordersFor(players.length, sampling);
  return {
    players,
    orders,
    coalitions: coalitionsOf(players.length, orders),
    runsOf: (coalition) => {
      const isMember = (_: Player, i: number): boolean => (coalition & (1 << i)) !== 0;
      return runsOf(
        players.filter(isMember),
        players.filter((player, i) => !isMember(player, i)),
      );
    },
  };
}
