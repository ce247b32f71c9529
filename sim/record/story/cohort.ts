/** What becomes of link workers and patients over several futures: a row for each spell in post and each referral. */
import { WD_PER_WEEK } from "../../calendar";
import type { Changes } from "../../parameters";
import { replicate } from "../../replicate";
import { resolveStages } from "../../scenario/stages"; // not from "../../scenario": see sim/batch.ts
import type { TimelineEntry } from "../../scenario/types";
import type { Sim } from "../../sim";
import { Reader } from "../../verification/watch";
import { Entry } from "../eventLog";
import { CASE_STATE_COUNT, caseState } from "./caseStates";
import { daysOf } from "./days";
import type { LifelineDraft } from "./lifeline";
import { type Person, Teller } from "./teller";

/** Consecutive replications of one scenario. Plain data, so that it can be posted to a worker. */
export interface CohortJob {
  readonly changes: Changes;
  readonly timeline: readonly TimelineEntry[];
  readonly seed: string;
  readonly firstReplication: number;
  readonly replications: number;
}

/** How far a referral has come. */
export const Reached = { Referred: 0, Seen: 1, Queued: 2, Started: 3 } as const;
/** In place of an exit: the referral had not ended when the run did. */
export const STILL_IN_SYSTEM = 255;

export interface Cohort {
  readonly replications: number;
  readonly weeks: number;
  /**
   * Spells in post of those hired during the run, three numbers each, in working days after the hire: when the spell
   * is first on record, when it was last, and whether it ended by notice (1) or is not known to (0).
   */
  readonly spells: Float64Array<ArrayBuffer>;
  /** One value for each referral of the record: complexity (0–2), wait (working days; NaN: not seen), way and end. */
  readonly complexity: Uint8Array<ArrayBuffer>;
  readonly wait: Float64Array<ArrayBuffer>;
  readonly reached: Uint8Array<ArrayBuffer>;
  readonly exit: Uint8Array<ArrayBuffer>;
  /** CASE_STATE_COUNT × weeks: patients in each state at the week's end, summed over replications. */
  readonly states: Float64Array<ArrayBuffer>;
}

/** Follows every link worker and patient of the job's replications: the same ones as any other run of them. */
export function followCohort({ changes, timeline, seed, firstReplication, replications }: CohortJob): Cohort {
  const stages = resolveStages(changes, timeline);
  const { team, exhaustion } = stages[0].params;
  const days = daysOf(stages[0].params);
  const weeks = Math.floor(days / WD_PER_WEEK);
  const states = new Float64Array(CASE_STATE_COUNT * weeks);
  const spells: number[] = [];
  const people: Person[] = [];
  for (let r = 0; r < replications; r++) {
    const teller = new Teller(team.linkWorkers, exhaustion.atStart);
    const reader = new Reader((sim, row) => {
      teller.heed(sim, row);
      if (row.entry === Entry.WeekEnded) countStates(sim, weeks, states);
    }, true);
    replicate(stages, seed, firstReplication + r, reader.watching());
    for (const lifeline of teller.lifelines) spells.push(...spellOf(lifeline, days));
    for (const person of teller.people) if (person.referredAt >= 0) people.push(person);
  }
  return {
    ...{ replications, weeks, states },
    spells: Float64Array.from(spells),
    complexity: Uint8Array.from(people, ({ complexity }) => complexity),
    wait: Float64Array.from(people, ({ seenAt, referredAt }) => seenAt - referredAt),
    reached: Uint8Array.from(people, reachedBy),
    exit: Uint8Array.from(people, ({ exit }) => (exit < 0 ? STILL_IN_SYSTEM : exit)),
  };
}

/** Adds the patients in each state to the column of the recorded week that ends now. */
export function countStates(sim: Sim, weeks: number, states: Float64Array): void {
  const week = Math.round((sim.now - sim.recordsFrom) / WD_PER_WEEK) - 1;
  if (week < 0 || week >= weeks) return;
  const { used } = sim.state.patients;
  for (let p = 0; p < used; p++) {
    const state = caseState(sim, p);
    if (state >= 0) states[state * weeks + week]++;
  }
}

/** The spell's three numbers; nothing of those whose hire is not known, and of those who had left before the record. */
function spellOf({ hiredAt, noticeAt, departedAt }: LifelineDraft, days: number): number[] {
  if (hiredAt === null) return [];
  const until = noticeAt ?? departedAt ?? days;
  const first = Math.max(0, -hiredAt);
  return until <= Math.max(0, hiredAt) ? [] : [first, until - hiredAt, noticeAt === null ? 0 : 1];
}

function reachedBy({ startedAt, queuedAt, seenAt }: Person): number {
  if (!Number.isNaN(startedAt)) return Reached.Started;
  if (!Number.isNaN(queuedAt)) return Reached.Queued;
  return Number.isNaN(seenAt) ? Reached.Referred : Reached.Seen;
}
