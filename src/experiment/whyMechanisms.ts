/**
 * How much of the difference between two scenarios passes through each mechanism. A coalition's worth is the difference
 * OTHER − BASE with the mechanisms of its members as they are, and all others switched off in both scenarios by ordinary
 * parameters. The empty coalition's worth is the direct remainder: what is left with none of them. The Shapley values
 * sum to the whole difference less that remainder.
 */
import { derive } from "../../sim/derived";
import type { Params } from "../../sim/parameters";
import { flatten } from "../../sim/parameters";
import { type Changes, resolveStages, type Scenario } from "../../sim/scenario";
import type { Settings } from "../../sim/scenario/course";
import { type Arm, type Game, gameOf, type Player, type Sampling } from "./whyGame";
import { held } from "./whySettings";

export interface Mechanism {
  readonly id: string;
  readonly label: string;
  /** The parameters that switch it off. */
  readonly off: Changes;
  /** Of the parameters in force, those by which it acts: switched off already where `off` leaves them alone. */
  readonly acts: (params: Params) => unknown;
}

const byParameters =
  (off: Changes) =>
  (params: Params): unknown => {
    const values = flatten(params);
    return Object.keys(off).map((id) => values[id]);
  };
const mechanism = (id: string, label: string, off: Changes): Mechanism => ({
  id,
  label,
  off,
  acts: byParameters(off),
});
const HOLDING_FUNCTIONS = [
  "supporting patients who wait for services",
  "sustaining patients as they prepare for change",
  "relieving GPs and other primary care staff",
  "bearing witness to distress",
] as const;
const holdingFunction = (what: string, f: number): Mechanism => ({
  id: `holding${f + 1}`,
  label: `Holding ${f + 1}: ${what}`,
  off: { [`holding.function${f + 1}`]: false },
  // Under the policy "none" a function is off whatever its switch says.
  acts: (params) => derive(params).holding[f],
});

/** The mechanisms, and how each is switched off. */
export const MECHANISMS: readonly Mechanism[] = [
  ...HOLDING_FUNCTIONS.map(holdingFunction),
  mechanism("overload", "Overload: workload that exhausts, hurries and makes people work overtime", {
    "exhaustion.workloadWeight": 0,
    "exhaustion.hurry": 0,
    "exhaustion.hurriedEffect": 0,
    "work.otMax": 0,
    // The same under the rules "moving-average" and "energy".
    "exhaustion.averageFloor": 999,
    "exhaustion.averageThreshold": 1000,
    "exhaustion.energyIdleDrain": 1,
    "exhaustion.energyIdleRecovery": 1,
    "exhaustion.energyInadequacy": 1,
  }),
  mechanism("emotionalLoad", "Emotional load of contacts", { "exhaustion.emotionalWeight": 0 }),
  mechanism("contagion", "Contagion: of exhaustion, and of leaving", {
    "exhaustion.contagion": 0,
    "turnover.contagion": 0,
  }),
  mechanism("vacancies", "Vacancies: posts empty while somebody is recruited", { "recruitment.days": 0 }),
  mechanism("gpFeedback", "GP feedback: referrals that answer to burden, and patients referred again", {
    "gp.kB": 0,
    "gp.pReturn": 0,
  }),
];

export interface MechanismsGame extends Game {
  /** Mechanisms that were asked for and are off in both scenarios already: nothing passes through them. */
  readonly idle: readonly Mechanism[];
}

/** The game of these mechanisms, those that are off in both scenarios left out. */
export function mechanismsGame(
  base: Scenario,
  other: Scenario,
  mechanisms: readonly Mechanism[],
  sampling: Sampling,
): MechanismsGame {
  const idle = mechanisms.filter((one) => !isActive(one, base) && !isActive(one, other));
  const active = mechanisms.filter((one) => !idle.includes(one));
  const players = active.map(({ id, label, off }): Player => ({ id, label, parameters: Object.keys(off) }));
  const offOf = (absent: readonly Player[]): readonly Mechanism[] =>
    active.filter(({ id }) => absent.some((player) => player.id === id));
  const game = gameOf(players, sampling, (_, absent) => ({
    of: without(other, offOf(absent)),
    less: without(base, offOf(absent)),
  }));
  return { ...game, idle };
}

/** A scenario with mechanisms switched off from beginning to end. */
function without(scenario: Scenario, off: readonly Mechanism[]): Arm {
  if (off.length === 0) return scenario;
  const changes: Changes = Object.assign({}, ...off.map((one) => one.off));
  return { id: `${scenario.id} without ${off.map(({ id }) => id).join(", ")}`, ...held(scenario, changes) };
}

/** Whether switching a mechanism off would change what holds at any time of the run. */
function isActive({ off, acts }: Mechanism, settings: Settings): boolean {
  const course = ({ changes, timeline }: Settings): string =>
    JSON.stringify(resolveStages(changes, timeline).map(({ params }) => acts(params)));
  return course(settings) !== course(held(settings, off));
}
