/** The teams that `staff` chooses among: posts, and on request supervision and the capacity of community services. */

import { cross } from "d3-array";
import { MONTHS_PER_YEAR } from "../../sim/calendar";
import { derive } from "../../sim/derived";
import type { Changes, Params } from "../../sim/parameters";
import { resolveStages, type Scenario } from "../../sim/scenario";

/** What may be varied, and the parameter behind it. */
export const CHOICES = {
  posts: "team.linkWorkers",
  supervision: "support.supervisionHoursPerMonth",
  services: "services.capacityMultiplier",
} as const;
export type Choice = keyof typeof CHOICES;

/** Values to try; supervision and services stay as the scenario has them where none are given. */
export interface Levels {
  readonly posts: readonly number[];
  readonly supervision: readonly number[] | null;
  readonly services: readonly number[] | null;
}

export interface Team {
  /** What it changes in the scenario. */
  readonly changes: Changes;
  readonly posts: number;
  /** Hours a month for each link worker. */
  readonly supervision: number;
  /** Times the usual places. */
  readonly services: number;
  /** Places in community services beyond the usual ones; negative where there are fewer. */
  readonly extraPlaces: number;
  /** £ a year for those places at the price given; 0 where there is none. */
  readonly placesCost: number;
  /** £ a year if every post is filled all year: staff with overheads, supervision and training, and further places. */
  readonly budget: number;
}

/**
 * Teams to choose among, in ladders from the cheapest budget up, fewer posts first where budgets are equal. There is
 * one ladder, unless services vary and have no price (£ per place and year): then one for each capacity, since their
 * costs cannot be compared.
 */
export function laddersOf(scenario: Scenario, levels: Levels, placePrice: number | null): readonly Team[][] {
  const usual = usualPlaces(scenario);
  const ladder = (services: readonly (number | null)[]): Team[] =>
    cross(cross(levels.posts, levels.supervision ?? [null]), services, ([posts, supervision], capacity) =>
      teamOf(scenario, { posts, supervision, services: capacity }, { usual, placePrice }),
    ).sort((a, b) => a.budget - b.budget || a.posts - b.posts || a.extraPlaces - b.extraPlaces);
  if (levels.services === null) return [ladder([null])];
  return placePrice === null
    ? levels.services.map((capacity) => ladder([capacity]))
    : [ladder(levels.services)];
}

/** Parameters from week 0 on. */
const paramsOf = ({ changes, timeline }: Pick<Scenario, "changes" | "timeline">): Params =>
  resolveStages(changes, timeline)[1].params;
const placesIn = (params: Params): number => derive(params).places.reduce((a, b) => a + b, 0);

/** Places in community services at the usual capacity; Infinity where a service has no limit. */
export function usualPlaces({ changes, timeline }: Scenario): number {
  return placesIn(paramsOf({ changes: { ...changes, [CHOICES.services]: 1 }, timeline }));
}

function teamOf(
  { changes, timeline }: Scenario,
  chosen: Readonly<Record<Choice, number | null>>,
  { usual, placePrice }: { readonly usual: number; readonly placePrice: number | null },
): Team {
  const given = (Object.keys(CHOICES) as Choice[]).filter((choice) => chosen[choice] !== null);
  const own = Object.fromEntries(given.map((choice) => [CHOICES[choice], chosen[choice] as number]));
  const params = paramsOf({ changes: { ...changes, ...own }, timeline });
  const { team, support, services } = params;
  const extraPlaces = services.places.every(Number.isFinite) ? placesIn(params) - usual : 0;
  const placesCost = (placePrice ?? 0) * extraPlaces;
  return {
    changes: own,
    posts: team.linkWorkers,
    supervision: support.supervisionHoursPerMonth,
    services: services.capacityMultiplier,
    extraPlaces,
    placesCost,
    budget: team.linkWorkers * costOfPost(params) + placesCost,
  };
}

/** £ a year for one post that is filled all year (docs/model.md, section 7.11); nobody is recruited. */
function costOfPost({ cost, support }: Params): number {
  const supervision = MONTHS_PER_YEAR * support.supervisionHoursPerMonth * cost.supervisionPerHour;
  const training = support.training ? cost.trainingPerWte : 0;
  return cost.linkWorkerPerWte * (1 + cost.overheadShare) + supervision + training;
}
