/** The shocks of a drill: what each changes in a scenario's timeline, by ordinary parameters. */
import { WD_PER_WEEK, WEEKS_PER_YEAR } from "../../sim/calendar";
import { checkScenario, resolveStages, type Scenario } from "../../sim/scenario";
import type { Settings } from "../../sim/scenario/course";
import { during, type Period } from "./drillTimeline";

/** A shock as it is asked for. */
export interface Shock {
  readonly kind: ShockKind;
  /** Week of the recorded period at the beginning of which it strikes. */
  readonly atWeek: number;
  /** People, posts or times as many: see `ShockType`; 1 where it has no size. */
  readonly size: number;
  /** How long it lasts; null for good. */
  readonly forWeeks: number | null;
  /** The community service that closes: 1, 2 or 3. */
  readonly service: number;
}

interface ShockType {
  readonly label: string;
  /** What its size counts; null where it has none. */
  readonly unit: string | null;
  readonly whole: boolean;
  readonly size: number;
  /** Whether it lasts: a resignation happens at once. */
  readonly lasts: boolean;
  readonly forWeeks: number | null;
  readonly mayBeForGood: boolean;
  /** The settings of a scenario that the shock strikes. */
  readonly strike: (settings: Settings, shock: Shock) => Settings;
  /** "One link worker resigns", say. */
  readonly words: (shock: Shock) => string;
}

const people = (n: number): string => (n === 1 ? "1 link worker" : `${n} link workers`);
const lasting = ({ forWeeks }: Shock): string => (forWeeks === null ? "for good" : `for ${forWeeks} weeks`);

/** Every kind of shock, with the size and length that it has unless another is asked for. */
export const SHOCKS = {
  sickness: {
    ...{ label: "Long-term sickness", unit: "link workers", whole: true, size: 1 },
    ...{ lasts: true, forWeeks: 26, mayBeForGood: false },
    strike: (settings, shock) => {
      const length = WD_PER_WEEK * (shock.forWeeks ?? 0);
      const dated = during(settings, "shock.sicknessDays", [shock.atWeek, shock.atWeek + 1], () => length);
      return during(dated, "shock.sickness", [shock.atWeek, null], (so) => Number(so) + shock.size);
    },
    words: (shock) => `${people(shock.size)} fall${shock.size === 1 ? "s" : ""} ill ${lasting(shock)}`,
  },
  resignation: {
    ...{ label: "Resignation", unit: "link workers", whole: true, size: 1 },
    ...{ lasts: false, forWeeks: null, mayBeForGood: false },
    strike: (settings, { atWeek, size }) =>
      during(settings, "shock.resignations", [atWeek, null], (so) => Number(so) + size),
    words: ({ size }) => `${people(size)} give${size === 1 ? "s" : ""} notice`,
  },
  "funding-cut": {
    ...{ label: "Funding cut", unit: "posts", whole: true, size: 1 },
    ...{ lasts: true, forWeeks: 52, mayBeForGood: true },
    strike: (settings, shock) =>
      during(settings, "team.linkWorkers", periodOf(shock), (posts) => Number(posts) - shock.size),
    words: (shock) => `${shock.size} post${shock.size === 1 ? "" : "s"} fewer ${lasting(shock)}`,
  },
  "service-closing": {
    ...{ label: "Service closing", unit: null, whole: true, size: 1 },
    ...{ lasts: true, forWeeks: 26, mayBeForGood: true },
    strike: (settings, shock) =>
      during(settings, `services.places.${shock.service}`, periodOf(shock), () => 0),
    words: (shock) => `community service ${shock.service} takes nobody new ${lasting(shock)}`,
  },
  "referral-surge": {
    ...{ label: "Referral surge", unit: "times the usual referrals", whole: false, size: 1.5 },
    ...{ lasts: true, forWeeks: 13, mayBeForGood: true },
    strike: (settings, shock) =>
      during(settings, "referral.multiplier", periodOf(shock), (times) => Number(times) * shock.size),
    words: (shock) => `${shock.size} times the usual referrals ${lasting(shock)}`,
  },
} as const satisfies Readonly<Record<string, ShockType>>;

export type ShockKind = keyof typeof SHOCKS;
export const SHOCK_KINDS = Object.keys(SHOCKS) as readonly ShockKind[];
/** A kind of shock, whatever the kind. */
export const shockType = (kind: ShockKind): ShockType => SHOCKS[kind];

/** Fewest weeks that must follow a shock: those over which a departure is averaged to judge recovery. */
export const WEEKS_TO_JUDGE = 13;

/** The week from which recovery is counted: the shock's end, or its beginning where it has no end. */
export const endOf = ({ kind, atWeek, forWeeks }: Shock): number =>
  SHOCKS[kind].lasts && forWeeks !== null ? atWeek + forWeeks : atWeek;

const periodOf = ({ atWeek, forWeeks }: Shock): Period => [
  atWeek,
  forWeeks === null ? null : atWeek + forWeeks,
];

/** The scenario that the shock strikes. */
export function struck(scenario: Scenario, shock: Shock): Pick<Scenario, "id" | "changes" | "timeline"> {
  return {
    id: `${scenario.id}, ${SHOCKS[shock.kind].words(shock)}`,
    ...SHOCKS[shock.kind].strike(scenario, shock),
  };
}

/** Sentences on why a shock cannot strike a scenario; none where it can. */
export function shockProblems(scenario: Scenario, shock: Shock): string[] {
  const { kind, atWeek, size } = shock;
  const stages = resolveStages(scenario.changes, scenario.timeline);
  const weeks = Math.floor(stages[0].params.run.years * WEEKS_PER_YEAR);
  const end = endOf(shock);
  if (end + WEEKS_TO_JUDGE > weeks) {
    const ends = end === atWeek ? "" : ` and ends at week ${end}`;
    return [
      `${shockType(kind).label} strikes at week ${atWeek}${ends}; the run has ${weeks} weeks, of which at least ${WEEKS_TO_JUDGE} must follow to judge recovery.`,
    ];
  }
  const posts = stages.findLast(({ fromDay }) => fromDay <= WD_PER_WEEK * atWeek)!.params.team.linkWorkers;
  const most = kind === "funding-cut" ? posts - 1 : posts;
  if (shockType(kind).unit !== null && kind !== "referral-surge" && size > most) {
    const limit =
      kind === "funding-cut"
        ? `at most ${most} may go, so that one is left`
        : `at most ${most} can be struck`;
    return [
      `${shockType(kind).label} is of ${size} ${shockType(kind).unit}; ${scenario.id} has ${posts} posts at week ${atWeek}: ${limit}.`,
    ];
  }
  const { changes, timeline } = struck(scenario, shock);
  return checkScenario(changes, timeline).map((problem) => `${shockType(kind).label}: ${problem}`);
}
