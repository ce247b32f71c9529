/**
 * Reads one replication while it runs into lifelines of link workers, spells of posts and histories of patients.
 * The diary says what happened; the state beside it says what a day's end found. Nothing is changed.
 */
import { WD_PER_WEEK } from "../../calendar";
import { demand } from "../../mechanisms/exhaustion";
import type { Sim } from "../../sim";
import { Entry, type LogRow } from "../eventLog";
import { Contact } from "../totals";
import { LifelineDraft, type Spell } from "./lifeline";

/** One referral, in working days from week 0; NaN for what has not come about. */
export interface Person {
  /** Person × 64 + number of the referral. */
  readonly key: number;
  /** 0 low, 1 moderate, 2 high. */
  readonly complexity: number;
  readonly referredAt: number;
  seenAt: number;
  queuedAt: number;
  startedAt: number;
  closedAt: number;
  /** How the referral ended (see Exit), or −1. */
  exit: number;
  /** Position of the last link worker's lifeline, or −1; and how many there were. */
  lifeline: number;
  linkWorkers: number;
}

type Reading = (sim: Sim, row: LogRow, day: number) => void;

export class Teller {
  readonly lifelines: LifelineDraft[] = [];
  readonly posts: { post: number; from: number; to: number }[] = [];
  readonly people: Person[] = [];

  private recording = false;
  private now = Number.NaN;
  private teamMean = 0;
  /** By post: position of the lifeline of whoever is in it, exhaustion at the last day's end, the day's emotional load. */
  private readonly inPost = new Map<number, number>();
  private readonly exhaustion = new Map<number, number>();
  private readonly load = new Map<number, number>();
  private readonly inSystem = new Map<number, Person>();

  /** `posts` are filled at the run's start, with exhaustion `atStart`. */
  constructor(posts: number, atStart: number) {
    for (let w = 0; w < posts; w++) {
      this.posts.push({ post: w, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
      this.takeUp(w, null, atStart);
    }
  }

  /** Takes a row of the diary in, in the order in which they are written. */
  heed(sim: Sim, row: LogRow): void {
    this.readings[row.entry]?.(sim, row, row.time - sim.recordsFrom);
  }

  /** Position of the lifeline of whoever is in a post now, or −1. */
  lifelineIn(post: number): number {
    return this.inPost.get(post) ?? -1;
  }

  /** Spells for which posts were open, up to day `end`. */
  postSpells(end: number): (Spell & { readonly post: number })[] {
    return this.posts.map(({ post, from, to }) => ({ post, from: Math.max(0, from), to: Math.min(to, end) }));
  }

  private readonly readings: Partial<Record<Entry, Reading>> = {
    [Entry.RecordBegan]: () => {
      this.recording = true;
    },
    [Entry.Hired]: ({ state }, { place }, day) => this.takeUp(place, day, state.workers.exhaustion[place]),
    [Entry.NoticeGiven]: (_, { place }, day) => {
      this.current(place).noticeAt = day;
    },
    [Entry.Departed]: (_, { place }, day) => {
      this.current(place).departedAt = day;
      this.inPost.delete(place);
    },
    [Entry.AbsenceBegan]: (_, { place, value }, day) => {
      this.current(place).absences.push({ from: day, to: day + value });
    },
    [Entry.AbsenceEnded]: (_, { place }, day) => {
      this.current(place).absences.at(-1)!.to = day;
    },
    [Entry.PostOpened]: (_, { place }, day) => {
      this.posts.push({ post: place, from: day, to: Number.POSITIVE_INFINITY });
    },
    [Entry.PostClosed]: (_, { place }, day) => {
      this.posts.findLast(({ post }) => post === place)!.to = day;
    },
    [Entry.DayCounted]: (sim, row, day) => this.countDay(sim, row, day),
    [Entry.ContactEnded]: ({ state }, { place }) => {
      this.load.set(place, state.workers.dayEmotionalLoad[place]);
    },
    [Entry.ContactBegan]: (_, row, day) => this.beginContact(row, day),
    [Entry.Referred]: (_, { patient, detail }, day) => this.refer(patient, detail, day),
    [Entry.Assigned]: (_, { patient, place }) => {
      const person = this.inSystem.get(patient)!;
      person.lifeline = this.lifelineIn(place);
      person.linkWorkers++;
    },
    [Entry.JoinedQueue]: (_, { patient }, day) => {
      this.inSystem.get(patient)!.queuedAt = day;
    },
    [Entry.ServiceStarted]: (_, { patient }, day) => {
      this.inSystem.get(patient)!.startedAt = day;
    },
    [Entry.Closed]: (_, { patient, detail }, day) => {
      Object.assign(this.inSystem.get(patient)!, { closedAt: day, exit: detail });
      this.inSystem.delete(patient);
    },
  };

  private current(post: number): LifelineDraft {
    return this.lifelines[this.lifelineIn(post)];
  }

  private takeUp(post: number, hiredAt: number | null, exhaustion: number): void {
    this.inPost.set(post, this.lifelines.length);
    this.lifelines.push(new LifelineDraft(post, hiredAt));
    this.exhaustion.set(post, exhaustion);
    this.load.set(post, 0);
  }

  private refer(key: number, complexity: number, day: number): void {
    const nothingYet = {
      seenAt: Number.NaN,
      queuedAt: Number.NaN,
      startedAt: Number.NaN,
      closedAt: Number.NaN,
    };
    const person = {
      key,
      complexity,
      referredAt: day,
      ...nothingYet,
      exit: -1,
      lifeline: -1,
      linkWorkers: 0,
    };
    this.people.push(person);
    this.inSystem.set(key, person);
  }

  private beginContact({ patient, place, detail: type, value: hours }: LogRow, day: number): void {
    if (type === Contact.First) this.inSystem.get(patient)!.seenAt = day;
    if (this.recording) this.current(place).week(weekOf(day)).hours[type] += hours;
  }

  /** The day's end of one link worker: exhaustion and what pushed it, by the engine's own equation. */
  private countDay(sim: Sim, { place: w, time, detail: u, value: E }: LogRow, day: number): void {
    if (time !== this.now) {
      this.now = time;
      this.teamMean = this.meanExhaustion();
    }
    const gap = this.teamMean - this.exhaustion.get(w)!;
    const load = this.load.get(w)!;
    this.exhaustion.set(w, E);
    this.load.set(w, 0);
    if (!this.recording) return;
    const { workers } = sim.state;
    const week = this.current(w).week(weekOf(day));
    week.days++;
    week.exhaustion += E;
    week.pressure += u;
    week.burntOutDays += workers.burntOut[w];
    week.cases += workers.openCases[w];
    if (workers.absent[w]) return;
    const parts = demandParts(sim, w, { u, load, gap });
    week.workload += parts.workload;
    week.emotional += parts.emotional;
    week.contagion += parts.contagion;
  }

  /** Of those in post, in the order of posts, as the engine takes it. */
  private meanExhaustion(): number {
    const posts = [...this.inPost.keys()].sort((a, b) => a - b);
    return posts.reduce((sum, w) => sum + this.exhaustion.get(w)!, 0) / posts.length;
  }
}

/** Recorded week of a day; what happens at a week's very end belongs to it. */
const weekOf = (day: number): number => Math.max(0, Math.ceil(day / WD_PER_WEEK) - 1);

/** Workload, emotional load and contagion in the demand on link worker w, who is present: they add up to it. */
export function demandParts(
  { params, derived, state }: Sim,
  w: number,
  { u, load, gap }: { readonly u: number; readonly load: number; readonly gap: number },
): { readonly workload: number; readonly emotional: number; readonly contagion: number } {
  const { orgBuffer } = derived;
  const training = derived.trainingBuffer * state.workers.training[w];
  return {
    workload: demand(params, u, 0, 0, orgBuffer, training),
    emotional: demand(params, 0, load, 0, orgBuffer, training),
    contagion: demand(params, 0, 0, gap, orgBuffer, training),
  };
}
