/** The settings that `tipping` runs: everything is an ordinary scenario, with the same people and luck in each. */
import { WEEKS_PER_YEAR } from "../../sim/calendar";
import type { Changes, TimelineEntry } from "../../sim/scenario";
import { readLibrary } from "../library";

/** One setting, told from others by what it changes. */
export interface Arm {
  readonly changes: Changes;
  readonly timeline: readonly TimelineEntry[];
}

/** What an arm is found by among results. */
export const keyOf = ({ changes, timeline }: Arm): string =>
  JSON.stringify([Object.entries(changes).sort(), timeline]);

/** Exhaustion of everybody on the first day: a team that is well, and one that is worn out. */
export const STARTS = { good: 0.15, bad: 0.85 } as const;
export type Start = keyof typeof STARTS;

/** Referrals per reference WTE and year, posts, and capacity of community services; the defaults are among them. */
export const DEMANDS = [180, 195, 210, 225, 240, 250] as const;
export const POSTS = [5, 6, 7, 8, 9] as const;
export const CAPACITIES = [0.7, 0.8, 0.9, 1, 1.1, 1.2] as const;
export const DEFAULT_DEMAND = 225;

/** Referrals as a change from the defaults. */
export const demandOf = (referrals: number): Changes =>
  referrals === DEFAULT_DEMAND ? {} : { "referral.perWtePerYear": referrals };
const arm = (changes: Changes, timeline: readonly TimelineEntry[] = []): Arm => ({ changes, timeline });

/** A setting that holds from the first day, for a team that begins well or worn out. */
export const startArm = (start: Start, changes: Changes): Arm =>
  arm({ "run.leversFrom": "start", "exhaustion.atStart": STARTS[start], ...changes });

export interface Sweep {
  readonly id: "referrals" | "posts" | "capacity";
  readonly what: string;
  readonly levels: readonly number[];
  readonly changes: (level: number) => Changes;
}

export const SWEEPS: readonly Sweep[] = [
  { id: "referrals", what: "Referrals per reference WTE and year", levels: DEMANDS, changes: demandOf },
  {
    id: "posts",
    what: "Posts (WTE) for the same referrals",
    levels: POSTS,
    changes: (posts): Changes => (posts === 7 ? {} : { "team.linkWorkers": posts }),
  },
  {
    id: "capacity",
    what: "Capacity of community services, relative",
    levels: CAPACITIES,
    changes: (capacity): Changes => (capacity === 1 ? {} : { "services.capacityMultiplier": capacity }),
  },
];

/** A pulse: half as many referrals again from week 52, for so many weeks. */
export const PULSE = { fromWeek: 52, multiplier: 1.5, weeks: [13, 52] } as const;
export const PULSE_DEMANDS = [195, 210] as const;

export function pulseArm(referrals: number, weeks: number): Arm {
  const { fromWeek, multiplier } = PULSE;
  const pulse = [
    { atWeek: fromWeek, changes: { "referral.multiplier": multiplier } },
    { atWeek: fromWeek + weeks, changes: { "referral.multiplier": 1 } },
  ];
  return { ...startArm("good", demandOf(referrals)), timeline: pulse };
}

/** What may help a worn-out team from week 0 on. */
export const REMEDIES: readonly { readonly what: string; readonly changes: Changes }[] = [
  { what: "nothing", changes: {} },
  { what: "one post more", changes: { "team.linkWorkers": 8 } },
  { what: "services +20%", changes: { "services.capacityMultiplier": 1.2 } },
  { what: "referrals −20%", changes: { "referral.multiplier": 0.8 } },
];
export const REMEDY_DEMANDS = [210, 225, 240] as const;

export function remedyArm(referrals: number, changes: Changes): Arm {
  const worn = startArm("bad", demandOf(referrals));
  return Object.keys(changes).length === 0 ? worn : { ...worn, timeline: [{ atWeek: 0, changes }] };
}

/** Feedbacks switched off, one after another, at the default demand. */
export const LOOPS: readonly { readonly what: string; readonly changes: Changes }[] = [
  { what: "none (as it is)", changes: {} },
  { what: "slow recovery from burnout", changes: { "exhaustion.slowerRecovery": 0 } },
  {
    what: "slower and less effective contacts",
    changes: { "exhaustion.slowing": 0, "exhaustion.lessEffective": 0 },
  },
  {
    what: "both of these",
    changes: { "exhaustion.slowerRecovery": 0, "exhaustion.slowing": 0, "exhaustion.lessEffective": 0 },
  },
  { what: "practice's feedback and returns", changes: { "gp.kB": 0, "gp.pReturn": 0 } },
];

/** Leaving, from unrelated to exhaustion to driven by it. */
export const LEAVING: readonly { readonly what: string; readonly changes: Changes }[] = [
  {
    what: "unrelated to exhaustion",
    changes: { "turnover.kL": 0, "turnover.kB": 0, "turnover.kJ": 0, "turnover.contagion": 0 },
  },
  { what: "as it is", changes: {} },
  { what: "driven by exhaustion (kL = 2)", changes: { "turnover.kL": 2 } },
];
export const LEAVING_DEMANDS = [210, 225] as const;

/** Policies among the scenarios, each at every one of these demands. */
export const POLICIES = [
  "holding-recognised",
  "holding-time-limited",
  "supported-and-recognised",
  "holding-function-1-off",
  "holding-function-3-off",
] as const;
export const POLICY_DEMANDS = [210, 225, 240] as const;

let library: ReturnType<typeof readLibrary> | null = null;

/** One of our scenarios at another demand. */
export function policyArm(id: string, referrals: number): Arm {
  library ??= readLibrary();
  const scenario = library.find((s) => s.id === id);
  if (!scenario) throw new Error(`There is no scenario "${id}".`);
  return arm({ ...scenario.changes, ...demandOf(referrals) }, scenario.timeline);
}

/** Time to recruit at which one departure is forced, and the week in which it is. */
export const RECRUITMENTS = [65, 130] as const;
export const FORCED_WEEK = 52;

/** The baseline at a time to recruit; with a forced departure, a post closes and opens again a week later. */
export function departureArm(recruitmentDays: number, forced: boolean): Arm {
  const changes: Changes = recruitmentDays === 65 ? {} : { "recruitment.days": recruitmentDays };
  const closing = [
    { atWeek: FORCED_WEEK, changes: { "team.linkWorkers": 6 } },
    { atWeek: FORCED_WEEK + 1, changes: { "team.linkWorkers": 7 } },
  ];
  return arm(changes, forced ? closing : []);
}

/** Referrals climb by steps and fall again, in so many years. */
export const RAMP_LEVELS = [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1] as const;
export const RAMP_STEPS = [...RAMP_LEVELS, ...RAMP_LEVELS.slice(0, -1).reverse()];
export const RAMP_YEARS = [13, 26] as const;

export function rampArm(years: number): Arm {
  const weeks = (years * WEEKS_PER_YEAR) / RAMP_STEPS.length;
  const steps = RAMP_STEPS.slice(1).map((level, s) => ({
    atWeek: (s + 1) * weeks,
    changes: { "referral.multiplier": level },
  }));
  return {
    ...startArm("good", { "run.years": years, "referral.multiplier": RAMP_LEVELS[0] }),
    timeline: steps,
  };
}

/** Every arm, each once. */
export function allArms(): Arm[] {
  const starts: readonly Start[] = ["good", "bad"];
  const arms = [
    ...SWEEPS.flatMap(({ levels, changes }) =>
      levels.flatMap((level) => starts.map((start) => startArm(start, changes(level)))),
    ),
    ...PULSE_DEMANDS.flatMap((demand) => PULSE.weeks.map((weeks) => pulseArm(demand, weeks))),
    ...REMEDY_DEMANDS.flatMap((demand) => REMEDIES.map(({ changes }) => remedyArm(demand, changes))),
    ...LOOPS.flatMap(({ changes }) => starts.map((start) => startArm(start, changes))),
    ...LEAVING_DEMANDS.flatMap((demand) =>
      LEAVING.map(({ changes }) => startArm("good", { ...demandOf(demand), ...changes })),
    ),
    ...POLICY_DEMANDS.flatMap((demand) => ["baseline", ...POLICIES].map((id) => policyArm(id, demand))),
    ...RECRUITMENTS.flatMap((days) => [false, true].map((forced) => departureArm(days, forced))),
    ...RAMP_YEARS.map(rampArm),
  ];
  return [...new Map(arms.map((one) => [keyOf(one), one])).values()];
}
