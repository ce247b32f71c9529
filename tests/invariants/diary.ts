/**
 * The record of a replication worked out from its diary alone: a naive twin of what the engine adds up as it goes.
 * It holds for runs in which no contact is without time and no lever changes at week 0.
 */
import type { Params } from "../../sim/parameters";
import { Entry, type LogRow } from "../../sim/record/eventLog";
import { CONTACT_COUNT, Contact, EXIT_COUNT, Exit } from "../../sim/record/totals";

/** The recorded period, in working days from the start of the warm-up. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A patient's referral as the diary tells it. */
interface Case {
  readonly referredAt: number;
  distress: number;
  distressAt: number;
  needMet: boolean;
  firstSeenAt: number;
  lastContactAt: number;
  longestGap: number;
  queuedAt: number;
  listedAt: number;
  openSince: number;
  worker: number;
  workers: number;
}

/** A link worker's contact under way. */
interface UnderWay {
  readonly since: number;
  readonly patient: number;
  readonly type: number;
  readonly hours: number;
}

/** A contact that ended, or was under way when the run did. */
export interface Spell {
  readonly worker: number;
  readonly since: number;
  readonly until: number;
  readonly type: number;
  readonly hours: number;
  readonly ended: boolean;
}

const overlap = ({ from, to }: Period, since: number, until: number): number =>
  Math.max(0, Math.min(until, to) - Math.max(since, from));

/** Sums over the recorded period, under the names of the engine's totals. */
export class Diary {
  readonly waits: number[] = [];
  readonly spells: Spell[] = [];
  /** Sentences about what cannot have happened. */
  readonly contradictions: string[] = [];
  readonly exits = new Float64Array(EXIT_COUNT);
  readonly contacts = new Float64Array(CONTACT_COUNT);
  readonly contactHours = new Float64Array(CONTACT_COUNT);
  readonly serviceStarts: Float64Array;
  readonly serviceWaitDays: Float64Array;
  readonly sums: Record<string, number> = {
    referrals: 0,
    diverted: 0,
    seen: 0,
    waitDays: 0,
    waited: 0,
    notices: 0,
    hires: 0,
    departures: 0,
    burnoutEntries: 0,
    filledPostDays: 0,
    absentDays: 0,
    busyDays: 0,
    waitingListDays: 0,
    openCaseDays: 0,
    inSystemDays: 0,
    distressDays: 0,
    closedCases: 0,
    distressAtClose: 0,
    longestGapDays: 0,
    casesWithChange: 0,
  };
  private readonly cases = new Map<number, Case>();
  private readonly inPostSince = new Map<number, number>();
  private readonly absentSince = new Map<number, number>();
  private readonly underWay = new Map<number, UnderWay>();
  private readonly burntOut = new Set<number>();
  private last = 0;

  constructor(
    rows: readonly LogRow[],
    private readonly period: Period,
    private readonly params: Params,
  ) {
    const { services, team, exhaustion } = params;
    this.serviceStarts = new Float64Array(services.shares.length);
    this.serviceWaitDays = new Float64Array(services.shares.length);
    for (let w = 0; w < team.linkWorkers; w++) {
      this.inPostSince.set(w, 0);
      if (exhaustion.atStart >= exhaustion.burnoutOn) this.burntOut.add(w);
    }
    for (const row of rows) this.read(row);
    this.finish();
  }

  /** Whether something at this time is recorded. */
  private counts(time: number): boolean {
    return time > this.period.from;
  }

  private add(name: string, value: number): void {
    if (!(name in this.sums)) throw new Error(`no sum ${name}`);
    this.sums[name] += value;
  }

  private count(name: string, time: number): void {
    if (this.counts(time)) this.add(name, 1);
  }

  private expect(holds: boolean, row: LogRow, what: string): void {
    if (!holds) this.contradictions.push(`${JSON.stringify(row)}: ${what}`);
  }

  private read(row: LogRow): void {
    const { time, entry } = row;
    this.expect(time >= this.last && time <= this.period.to, row, `out of time, after ${this.last}`);
    this.last = time;
    if (entry === Entry.Referred) this.referred(row);
    else if (entry === Entry.Diverted) this.count("diverted", time);
    else if (row.patient >= 0) this.ofPatient(row, this.cases.get(row.patient));
    else this.ofWorker(row);
  }

  private referred(row: LogRow): void {
    this.expect(!this.cases.has(row.patient), row, "referred twice");
    this.count("referrals", row.time);
    this.cases.set(row.patient, {
      referredAt: row.time,
      distress: row.value,
      distressAt: row.time,
      needMet: false,
      firstSeenAt: Number.NaN,
      lastContactAt: row.time,
      longestGap: 0,
      queuedAt: Number.NaN,
      listedAt: row.time,
      openSince: Number.NaN,
      worker: -1,
      workers: 0,
    });
  }

  private ofPatient(row: LogRow, open: Case | undefined): void {
    this.expect(open !== undefined, row, "about somebody who is not in the system");
    if (open === undefined) return;
    const { time, entry, place } = row;
    if (entry === Entry.Assigned) this.assigned(row, open);
    else if (entry === Entry.ContactBegan) this.began(row, open);
    else if (entry === Entry.ContactEnded) this.ended(row, open);
    else if (entry === Entry.JoinedQueue) open.queuedAt = time;
    else if (entry === Entry.ServiceStarted) {
      this.learn(open, time, row.value);
      open.needMet = true;
      if (!this.counts(time)) return;
      this.serviceStarts[place]++;
      this.serviceWaitDays[place] += time - open.queuedAt;
    } else if (entry === Entry.Orphaned) {
      this.learn(open, time, row.value);
      this.closeSpell(open, time);
      open.listedAt = time;
    } else if (entry === Entry.LetGo) this.closeSpell(open, time);
    else if (entry === Entry.Closed) this.closed(row, open);
  }

  private assigned({ time, place, ...row }: LogRow, open: Case): void {
    this.expect(open.worker < 0, { time, place, ...row }, "has a link worker already");
    this.expect(this.inPostSince.has(place), { time, place, ...row }, "assigned to nobody");
    this.add("waitingListDays", overlap(this.period, open.listedAt, time));
    open.listedAt = Number.NaN;
    open.openSince = time;
    open.worker = place;
    open.workers++;
  }

  /** Ends the time in which the patient was a link worker's open case. */
  private closeSpell(open: Case, time: number): void {
    if (open.worker < 0) return;
    this.add("openCaseDays", overlap(this.period, open.openSince, time));
    open.worker = -1;
  }

  private began(row: LogRow, open: Case): void {
    const { time, place: worker, detail: type, value: hours, patient } = row;
    this.expect(!this.underWay.has(worker), row, "in a contact already");
    this.expect(this.inPostSince.has(worker), row, "not in post");
    this.expect(!this.absentSince.has(worker), row, "absent");
    this.expect(type === Contact.Holding4 || open.worker === worker, row, "somebody else's case");
    this.underWay.set(worker, { since: time, patient, type, hours });
    if (this.counts(time)) {
      this.contacts[type]++;
      this.contactHours[type] += hours;
    }
    if (type !== Contact.First) return;
    this.expect(Number.isNaN(open.firstSeenAt), row, "a second first appointment");
    open.firstSeenAt = time;
    if (!this.counts(time)) return;
    const wait = time - open.referredAt;
    this.waits.push(wait);
    this.add("seen", 1);
    this.add("waitDays", wait);
    if (wait > 0) this.add("waited", 1);
  }

  private ended(row: LogRow, open: Case): void {
    const { time, place: worker, detail: type, patient } = row;
    const contact = this.underWay.get(worker);
    this.expect(contact?.patient === patient && contact.type === type, row, "another contact was under way");
    if (contact) this.spells.push({ worker, ...contact, until: time, ended: true });
    this.underWay.delete(worker);
    this.add("busyDays", overlap(this.period, contact?.since ?? time, time));
    this.learn(open, time, row.value);
    open.longestGap = Math.max(open.longestGap, time - open.lastContactAt);
    open.lastContactAt = time;
  }

  private closed(row: LogRow, open: Case): void {
    const { time, detail: exit, value } = row;
    this.learn(open, time, value);
    this.closeSpell(open, time);
    // Whoever is lost when a link worker leaves never goes on the list.
    if (!Number.isNaN(open.listedAt) && exit !== Exit.LostAtHandover)
      this.add("waitingListDays", overlap(this.period, open.listedAt, time));
    this.add("inSystemDays", overlap(this.period, open.referredAt, time));
    this.cases.delete(row.patient);
    if (!this.counts(time)) return;
    this.exits[exit]++;
    if (Number.isNaN(open.firstSeenAt)) return;
    this.add("closedCases", 1);
    this.add("distressAtClose", value);
    this.add("longestGapDays", Math.max(open.longestGap, time - open.lastContactAt));
    if (open.workers > 1) this.add("casesWithChange", 1);
  }

  /** Takes in what the patient's distress is now, and adds the time before, in which it drifted. */
  private learn(open: Case, time: number, distress: number): void {
    if (!open.needMet) this.add("distressDays", this.distressDays(open, time));
    open.distress = distress;
    open.distressAt = time;
  }

  /** Integral of 1 − (1 − d) e^(−g t) over the part of the time since the last news that is recorded. */
  private distressDays(open: Case, time: number): number {
    const days = overlap(this.period, open.distressAt, time);
    const before = Math.max(open.distressAt, Math.min(time, this.period.from)) - open.distressAt;
    const g = this.params.patients.distressDrift;
    if (g === 0) return open.distress * days;
    return days - ((1 - open.distress) * Math.exp(-g * before) * -Math.expm1(-g * days)) / g;
  }

  private ofWorker(row: LogRow): void {
    const { time, entry, place: w } = row;
    if (entry === Entry.Hired) {
      this.expect(!this.inPostSince.has(w), row, "the post is filled");
      this.inPostSince.set(w, time);
      if (this.params.exhaustion.atHire >= this.params.exhaustion.burnoutOn) this.burntOut.add(w);
      this.count("hires", time);
    } else if (entry === Entry.NoticeGiven) {
      this.expect(this.inPostSince.has(w), row, "not in post");
      this.count("notices", time);
    } else if (entry === Entry.Departed) this.departed(row);
    else if (entry === Entry.AbsenceBegan) {
      this.expect(this.inPostSince.has(w) && !this.absentSince.has(w), row, "cannot fall ill");
      this.absentSince.set(w, time);
    } else if (entry === Entry.AbsenceEnded) this.present(row);
    else if (entry === Entry.BurnoutBegan) {
      this.expect(!this.burntOut.has(w), row, "burnt out already");
      this.burntOut.add(w);
      this.count("burnoutEntries", time);
    } else if (entry === Entry.BurnoutEnded) {
      this.expect(this.burntOut.has(w), row, "was not burnt out");
      this.burntOut.delete(w);
    }
  }

  private departed(row: LogRow): void {
    const { time, place: w } = row;
    this.expect(this.inPostSince.has(w), row, "not in post");
    this.expect(!this.underWay.has(w), row, "in a contact");
    this.expect(!this.absentSince.has(w), row, "still absent");
    this.add("filledPostDays", overlap(this.period, this.inPostSince.get(w) ?? time, time));
    this.inPostSince.delete(w);
    this.burntOut.delete(w);
    this.count("departures", time);
    for (const open of this.cases.values()) if (open.worker === w) this.closeSpell(open, time);
  }

  private present(row: LogRow): void {
    const { time, place: w } = row;
    this.expect(this.absentSince.has(w), row, "was not absent");
    this.add("absentDays", overlap(this.period, this.absentSince.get(w) ?? time, time));
    this.absentSince.delete(w);
  }

  /** Everything that goes on when the run ends counts up to then. */
  private finish(): void {
    const { to } = this.period;
    for (const [worker, contact] of this.underWay) {
      this.spells.push({ worker, ...contact, until: to, ended: false });
      this.add("busyDays", overlap(this.period, contact.since, to));
    }
    for (const since of this.inPostSince.values())
      this.add("filledPostDays", overlap(this.period, since, to));
    for (const since of this.absentSince.values()) this.add("absentDays", overlap(this.period, since, to));
    for (const open of this.cases.values()) {
      this.learn(open, to, open.distress);
      this.closeSpell(open, to);
      if (!Number.isNaN(open.listedAt)) this.add("waitingListDays", overlap(this.period, open.listedAt, to));
      this.add("inSystemDays", overlap(this.period, open.referredAt, to));
    }
  }
}
