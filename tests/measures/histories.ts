/** What the diary of a run tells of each person, link worker and post: histories, and nothing added up. */
import type { Params } from "../../sim/parameters";

/** A time in working days from the start of the warm-up, and whether recording had begun by then. */
export interface Moment {
  readonly time: number;
  readonly recorded: boolean;
}

/** From one time to another; what still goes on lasts until the run ends. */
export interface Interval {
  readonly since: number;
  until: number;
}

/** The recorded period, in working days from the start of the warm-up. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** One referral of one person. */
export interface Referral {
  readonly key: number;
  readonly at: Moment;
  /** Distress right after each event that changes it or looks at it, in order. */
  readonly distress: { readonly time: number; readonly value: number }[];
  /** Spells on the waiting list, and as somebody's open case. */
  readonly listed: Interval[];
  readonly cases: (Interval & { readonly worker: number })[];
  firstSeen: Moment | null;
  /** When the first appointment and when every contact ended. */
  firstEndedAt: number | null;
  readonly contactsEndedAt: number[];
  queuedAt: number;
  started: (Moment & { readonly service: number }) | null;
  closed: (Moment & { readonly exit: number }) | null;
  /** Time in the GP pool after the close. */
  pool: Interval | null;
}

/** A contact of link worker and patient; `hours` are the link worker's. */
export interface ContactSpell extends Interval {
  readonly began: Moment;
  readonly worker: number;
  readonly patient: number;
  readonly type: number;
  readonly hours: number;
  ended: boolean;
}

/** One link worker's time in a post. */
export interface Tenure extends Interval {
  readonly post: number;
  /** When hired; null for the team that was there from the start. */
  readonly hired: Moment | null;
  departed: Moment | null;
  notice: Moment | null;
  burntOut: boolean;
  readonly burnoutEntries: Moment[];
  readonly absences: Interval[];
  /** The days counted at their ends, with the state then. */
  readonly days: (Moment & {
    readonly burntOut: boolean;
    readonly pressure: number;
    readonly exhaustion: number;
  })[];
}

/** The end of a practice's week: people with unmet need then, and what the index was said to be. */
export interface Week extends Moment {
  readonly held: number;
  readonly notHeld: number;
  readonly params: Params;
  readonly index: number;
}

/** Parameters and the time for which they were in force. */
export interface StageInForce extends Interval {
  readonly params: Params;
}
