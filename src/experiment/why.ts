/** Why two scenarios differ: the runs that are needed to split their difference, each distinct one once. */

import { MEASURE_INDEX } from "../../sim/record/measures";
import type { Scenario } from "../../sim/scenario";
import { resolveStages } from "../../sim/scenario";
import { column, type RunTable } from "../../sim/statistics";
import type { Experiment } from "./runScenarios";
import type { Arm, Game, Sampling } from "./whyGame";
import { type LeversGame, leversGame } from "./whyLevers";
import { type Mechanism, type MechanismsGame, mechanismsGame } from "./whyMechanisms";
import { differing, keyOf } from "./whySettings";
import type { Worth } from "./whyShapley";

export interface WhyRequest {
  readonly base: Scenario;
  readonly other: Scenario;
  /** Whether the difference is split over the parameters that differ. */
  readonly levers: boolean;
  /** The mechanisms over which the difference is split; none for not at all. */
  readonly mechanisms: readonly Mechanism[];
  readonly seed: string;
  readonly replications: number;
  /** Orders sampled where players are more than eight; even. */
  readonly orders: number;
}

export interface WhyPlan {
  readonly levers: LeversGame | null;
  readonly mechanisms: MechanismsGame | null;
  /** The base comes first, the other second. */
  readonly experiment: Experiment;
  /** Position of an arm's runs in the experiment. */
  readonly position: (arm: Arm) => number;
}

/** Sentences on why the difference between two scenarios cannot be split; none where it can. */
export function whyProblems(base: Scenario, other: Scenario): string[] {
  const [a, b] = [base, other].map(({ changes, timeline }) => resolveStages(changes, timeline)[0].params.run);
  if (a.years !== b.years || a.warmUpYears !== b.warmUpYears) {
    const horizon = ({ years, warmUpYears }: typeof a) => `${years} years after ${warmUpYears} of warm-up`;
    return [
      `${other.id} runs for ${horizon(b)}, ${base.id} for ${horizon(a)}; a difference can only be split between equal periods.`,
    ];
  }
  if (differing(base, other).length > 0) return [];
  return [
    `${base.id} and ${other.id} have the same parameters at every time; there is no difference to split.`,
  ];
}

/** Everything that must be run. Runs that would be the same are run once. */
export function planWhy(request: WhyRequest): WhyPlan {
  const { base, other, seed, replications } = request;
  const sampling: Sampling = request;
  const levers = request.levers ? leversGame(base, other, sampling) : null;
  const mechanisms =
    request.mechanisms.length > 0 ? mechanismsGame(base, other, request.mechanisms, sampling) : null;
  const games: readonly (Game | null)[] = [levers, mechanisms];
  const arms = new Map<string, Arm>();
  const add = (arm: Arm) => {
    const key = keyOf(arm);
    if (!arms.has(key)) arms.set(key, arm);
  };
  for (const arm of [base, other, ...games.flatMap((game) => (game ? armsOf(game) : []))]) add(arm);
  const positions = new Map([...arms.keys()].map((key, i) => [key, i]));
  return {
    levers,
    mechanisms,
    experiment: { scenarios: [...arms.values()], seed, replications, weekly: false },
    position: (arm) => positions.get(keyOf(arm))!,
  };
}

function armsOf({ coalitions, runsOf }: Game): Arm[] {
  return coalitions.flatMap((coalition) => {
    const { of, less } = runsOf(coalition);
    return less ? [of, less] : [of];
  });
}

/** What the coalitions of a game are worth, from the tables of the experiment. */
export function worthOf(
  game: Game,
  position: WhyPlan["position"],
  tables: readonly RunTable[],
  measure: string,
): Worth {
  const index = MEASURE_INDEX.get(measure)!;
  const worths = new Map(
    game.coalitions.map((coalition) => {
      const { of, less } = game.runsOf(coalition);
      const values = column(tables[position(of)], index);
      const minus = less && column(tables[position(less)], index);
      return [coalition, minus ? values.map((value, r) => value - minus[r]) : values] as const;
    }),
  );
  return (coalition) => worths.get(coalition)!;
}
