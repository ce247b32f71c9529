/** What the runs say about why two scenarios differ: each part of the difference with its interval. */
import { MEASURE_INDEX, MEASURES, type Measure } from "../../sim/record/measures";
import {
  column,
  type Difference,
  pairedDifference,
  type RunTable,
  type Summary,
  summarise,
} from "../../sim/statistics";
import { type WhyPlan, worthOf } from "./why";
import type { Game, Player } from "./whyGame";
import { aloneValues, exactShapley, less, orderErrors, sampledShapley, type Worth } from "./whyShapley";

/** One player's part of the difference. */
export interface Part extends Player {
  /** The Shapley value over replications: the average of what the player adds, over all orders of joining. */
  readonly part: Summary;
  /** What the player adds when nobody else has joined. */
  readonly alone: Summary;
  /** Half-width of the 95% interval for the sample of orders; null where all coalitions were run. */
  readonly orderError: number | null;
}

/** A difference split into parts that sum to it exactly. */
export interface Split {
  /** Replications in which every run has a value of the measure; others are left out. */
  readonly n: number;
  /** Orders that were sampled; null where the values are exact. */
  readonly orders: number | null;
  /** What is there before anybody joins: 0 for levers, the direct remainder for mechanisms. */
  readonly direct: Summary;
  readonly parts: readonly Part[];
  /** The difference OTHER − BASE: `direct` and all parts together. */
  readonly total: Summary;
  /** The difference less `direct` and less what each player adds alone: what comes of their acting together. */
  readonly interaction: Summary;
}

export interface WhyFindings {
  readonly measure: Pick<Measure, "id" | "label" | "unit" | "good">;
  readonly base: Summary;
  readonly other: Summary;
  readonly difference: Difference;
  readonly levers: Split | null;
  readonly mechanisms: Split | null;
}

/** The findings for one measure, from the tables of the plan's experiment. Throws on an unknown measure. */
export function whyFindings(plan: WhyPlan, tables: readonly RunTable[], measure: string): WhyFindings {
  const index = MEASURE_INDEX.get(measure);
  if (index === undefined) throw new Error(`There is no measure "${measure}".`);
  const { id, label, unit, good } = MEASURES[index];
  const [base, other] = [0, 1].map((i) => column(tables[i], index));
  const split = (game: Game | null, startsAtZero: boolean): Split | null =>
    game && splitOf(game, worthOf(game, plan.position, tables, measure), startsAtZero);
  return {
    measure: { id, label, unit, good },
    base: summarise(base),
    other: summarise(other),
    difference: pairedDifference(base, other, good),
    levers: split(plan.levers, true),
    mechanisms: split(plan.mechanisms, false),
  };
}

/**
 * Splits what everybody together is worth. With `fromEmpty` the worth of the empty coalition is where counting starts
 * (the level of BASE); otherwise it is a part of the whole (the direct remainder).
 */
export function splitOf(
  game: Pick<Game, "players" | "orders" | "coalitions">,
  worth: Worth,
  fromEmpty: boolean,
): Split {
  const { players, orders, coalitions } = game;
  const whole = completed(coalitions, worth);
  const n = players.length;
  const [empty, everybody] = [whole(0), whole(2 ** n - 1)];
  const start = fromEmpty ? less(empty, empty) : empty;
  const total = fromEmpty ? less(everybody, empty) : everybody;
  const values = orders ? sampledShapley(n, whole, orders) : exactShapley(n, whole);
  const alone = aloneValues(n, whole);
  const errors = orders && orderErrors(n, whole, orders);
  return {
    n: empty.length,
    orders: orders ? orders.length : null,
    direct: summarise(start),
    parts: players.map((player, i) => ({
      ...{ ...player, part: summarise(values[i]), alone: summarise(alone[i]) },
      orderError: errors ? errors[i] : null,
    })),
    total: summarise(total),
    interaction: summarise(alone.reduce(less, less(total, start))),
  };
}

/** The worth in those replications alone in which every coalition has one. */
function completed(coalitions: readonly number[], worth: Worth): Worth {
  const all = coalitions.map(worth);
  const present = Array.from(all[0], (_, r) => all.every((values) => !Number.isNaN(values[r])));
  const kept = new Map(coalitions.map((coalition, i) => [coalition, all[i].filter((_, r) => present[r])]));
  return (coalition) => kept.get(coalition)!;
}
