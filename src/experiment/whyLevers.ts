/**
 * The difference between two scenarios as a game of the parameters that differ: a coalition's worth is the measure with
 * the parameters of its members as in OTHER, each with the whole of its course over the run, and all else as in BASE.
 */
import { parameterById, type Value } from "../../sim/parameters";
import type { Scenario } from "../../sim/scenario";
import { inconsistencies } from "../../sim/scenario/consistency";
import { type Course, courseOf, type Settings } from "../../sim/scenario/course";
import { type Game, gameOf, ordersFor, type Player, type Sampling } from "./whyGame";
import { differing, mixture } from "./whySettings";
import { coalitionsOf, EXACT_UP_TO } from "./whyShapley";

export interface LeversGame extends Game {
  /** Players that stand for a whole group of the parameter table, where more than eight parameters differ. */
  readonly grouped: readonly Player[];
  /** Players made of parameters that only fit together when they change together. */
  readonly merged: readonly Player[];
}

/** The game of what differs between `base` and `other`; it has no players where nothing does. */
export function leversGame(base: Scenario, other: Scenario, sampling: Sampling): LeversGame {
  const ids = differing(base, other);
  const first = byGroup(ids.map((id) => single(id, base, other)));
  const players = fitting(first, base, other, sampling);
  const game = gameOf(players, sampling, (members) => ({
    of: armOf(members, players.length, base, other),
    less: null,
  }));
  return {
    ...game,
    grouped: players.filter((player) => first.includes(player) && player.parameters.length > 1),
    merged: players.filter((player) => !first.includes(player)),
  };
}

function armOf(members: readonly Player[], players: number, base: Scenario, other: Scenario) {
  if (members.length === 0) return base;
  if (members.length === players) return other;
  const id = `${base.id} with ${members.map((player) => player.id).join(", ")} as in ${other.id}`;
  return { id, ...mixture(base, other, parametersOf(members)) };
}

const parametersOf = (players: readonly Player[]): Set<string> =>
  new Set(players.flatMap(({ parameters }) => parameters));

function single(id: string, base: Settings, other: Settings): Player {
  const course = `${words(courseOf(base, id))} → ${words(courseOf(other, id))}`;
  return { id, label: `${parameterById(id).label}: ${course}`, parameters: [id] };
}

/** "7", or "7, from week 52 on 6". */
function words([start, ...later]: Course): string {
  return [written(start), ...later.map(([week, value]) => `from week ${week} on ${written(value)}`)].join(
    ", ",
  );
}

function written(value: Value): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? String(Number(value.toPrecision(4))) : value;
}

/**
 * The players with the parameters of whole groups of the parameter table (`support`, say) taken together, the largest
 * group first, until there are at most eight; all of one group stay apart, since a single player would say nothing.
 */
function byGroup(singles: readonly Player[]): readonly Player[] {
  const groupOf = ({ id }: Player): string => parameterById(id).group;
  const groups = [...new Set(singles.map(groupOf))].map((group) => ({
    group,
    members: singles.filter((player) => groupOf(player) === group),
  }));
  if (groups.length === 1) return singles;
  const largest = groups
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length);
  let players = singles;
  for (const { group, members } of largest) {
    if (players.length <= EXACT_UP_TO) break;
    const parameters = members.map(({ id }) => id);
    const whole: Player = { id: group, label: `${group}: ${parameters.join(", ")}`, parameters };
    players = players.flatMap((player) =>
      player === members[0] ? [whole] : members.includes(player) ? [] : [player],
    );
  }
  return players;
}

/**
 * Players put together until no coalition that is needed breaks a rule between parameters (shares that sum to 1, say).
 * Ends because players become fewer, and a single one is OTHER itself.
 */
function fitting(
  players: readonly Player[],
  base: Settings,
  other: Settings,
  sampling: Sampling,
): readonly Player[] {
  const breaks = (coalition: number, of: readonly Player[]): boolean => {
    const members = of.filter((_, i) => coalition & (1 << i));
    return inconsistencies(mixture(base, other, parametersOf(members)), new Set()).length > 0;
  };
  let together = players;
  for (;;) {
    const needed = coalitionsOf(together.length, ordersFor(together.length, sampling));
    const broken = needed.find((coalition) => breaks(coalition, together));
    if (broken === undefined) return together;
    const pair = mendedBy(broken, together.length, (coalition) => breaks(coalition, together));
    together = putTogether(together, pair);
  }
}

/**
 * Two players to put together: whose joining breaks a rule on the way to `broken`, and whose joining mends it.
 * Throws where everybody together breaks a rule, which a scenario that was checked cannot.
 */
function mendedBy(
  broken: number,
  players: number,
  breaks: (coalition: number) => boolean,
): readonly [number, number] {
  const all = Array.from({ length: players }, (_, i) => i);
  const inside = all.filter((i) => broken & (1 << i));
  let coalition = 0;
  const breaker = inside.find((i) => {
    coalition |= 1 << i;
    return breaks(coalition);
  });
  const mender = all.find((i) => {
    if (coalition & (1 << i)) return false;
    coalition |= 1 << i;
    return !breaks(coalition);
  });
  if (breaker === undefined || mender === undefined)
    throw new Error("The scenarios themselves break a rule between parameters.");
  return [breaker, mender];
}

function putTogether(players: readonly Player[], [a, b]: readonly [number, number]): Player[] {
  const both: Player = {
    id: `${players[a].id} + ${players[b].id}`,
    label: `${players[a].label}; ${players[b].label}`,
    parameters: [...players[a].parameters, ...players[b].parameters],
  };
  return players.flatMap((player, i) => (i === Math.min(a, b) ? [both] : i === a || i === b ? [] : [player]));
}
