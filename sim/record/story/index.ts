/** One future in full: the careers of its link workers, its patients, and the diary of one of them. */
import { WD_PER_WEEK } from "../../calendar";
import type { Changes } from "../../parameters";
import { replicate } from "../../replicate";
import { resolveStages } from "../../scenario/stages"; // not from "../../scenario": see sim/batch.ts
import type { TimelineEntry } from "../../scenario/types";
import { Reader } from "../../verification/watch";
import { Entry } from "../eventLog";
import { daysOf } from "./days";
import type { Lifeline, LifelineDraft, Spell } from "./lifeline";
import { type Person, Teller } from "./teller";

export type { Lifeline, LifelineWeeks, Spell } from "./lifeline";
export type { Person } from "./teller";

/** Which future is told. Plain data, so that it can be posted to a worker. */
export interface StoryRequest {
  readonly changes: Changes;
  readonly timeline: readonly TimelineEntry[];
  readonly seed: string;
  /** Number of the replication, from 0. */
  readonly replication: number;
  /** Key of the patient whose diary is wanted too, or null. */
  readonly patient: number | null;
}

/** Something that happened to a patient, in working days from week 0. */
export interface PatientEvent {
  readonly day: number;
  readonly entry: Entry;
  /** Position of the link worker's lifeline, or −1. */
  readonly lifeline: number;
  /** The community service from 0, or −1. */
  readonly service: number;
  /** Contact type, exit or complexity, by entry. */
  readonly detail: number;
  /** Hours of a contact begun; distress (0–1) after any other entry that has it. */
  readonly value: number;
}

export interface Story {
  readonly replication: number;
  /** Length of the record. */
  readonly weeks: number;
  readonly days: number;
  /** By post, and in each in the order in which it was taken up. Whoever left before week 0 is not among them. */
  readonly lifelines: readonly Lifeline[];
  readonly posts: readonly (Spell & { readonly post: number })[];
  /** Everybody in the system at some time of the record, in the order of referral. */
  readonly people: readonly Person[];
  /** Empty where no patient was asked for. */
  readonly diary: readonly PatientEvent[];
  /** Whether the rule in force moves exhaustion by the demand x, so that its parts say what pushed it. */
  readonly hasParts: boolean;
}

/** Entries whose place is a community service. */
const AT_SERVICE: readonly Entry[] = [Entry.JoinedQueue, Entry.ServiceStarted];

/** Runs one replication, the same as any other run of it, and tells what happened. */
export function tellStory({ changes, timeline, seed, replication, patient }: StoryRequest): Story {
  const stages = resolveStages(changes, timeline);
  const { team, exhaustion } = stages[0].params;
  const teller = new Teller(team.linkWorkers, exhaustion.atStart);
  const diary: PatientEvent[] = [];
  const reader = new Reader((sim, row) => {
    teller.heed(sim, row);
    if (patient === null || row.patient !== patient) return;
    const { time, entry, place, detail, value } = row;
    const atService = AT_SERVICE.includes(entry);
    const lifeline = atService ? -1 : teller.lifelineIn(place);
    diary.push({
      day: time - sim.recordsFrom,
      entry,
      lifeline,
      service: atService ? place : -1,
      detail,
      value,
    });
  }, true);
  replicate(stages, seed, replication, reader.watching());
  const days = daysOf(stages[0].params);
  const order = orderOf(teller.lifelines);
  const moved = (i: number) => order.indexOf(i);
  return {
    replication,
    weeks: Math.ceil(days / WD_PER_WEEK),
    days,
    lifelines: order.map((i) => teller.lifelines[i].told(days)),
    posts: teller.postSpells(days).filter(({ to }) => to > 0),
    people: teller.people
      .filter(({ closedAt }) => !(closedAt < 0))
      .map((person) => ({ ...person, lifeline: moved(person.lifeline) })),
    diary: diary.map((event) => ({ ...event, lifeline: moved(event.lifeline) })),
    hasParts: stages.every(({ params }) => ["stock", "no-feedback"].includes(params.exhaustion.rule)),
  };
}

/** Positions of the lifelines that are told, in the order in which they are told. */
function orderOf(lifelines: readonly LifelineDraft[]): number[] {
  return lifelines
    .map((_, i) => i)
    .filter((i) => isOnRecord(lifelines[i]))
    .sort((a, b) => lifelines[a].post - lifelines[b].post || a - b);
}

/** Whether someone worked or gave notice after week 0 began; the holder of a post that closes right then did not. */
function isOnRecord({ noticeAt, departedAt }: LifelineDraft): boolean {
  return departedAt === null || departedAt > 0 || (noticeAt ?? -1) >= 0;
}
