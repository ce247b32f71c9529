/**
 * Reads the diary of one run into histories, row by row, and takes down what cannot have happened. It knows the
 * parameters and what each entry means, but none of the engine's totals, levels or tables.
 */
import type { Params } from "../../sim/parameters";
import { Entry, type LogRow } from "../../sim/record/eventLog";
import { Contact, Exit } from "../../sim/record/totals";
import type { Stage } from "../../sim/scenario";
import type {
  ContactSpell,
  Interval,
  Moment,
  Period,
  Referral,
  StageInForce,
  Tenure,
  Week,
} from "./histories";

/** Closes after which a person is with the GP, need unmet unless a service had begun (docs/model.md, section 7.3). */
const BACK_WITH_GP: readonly number[] = [
  Exit.Reneged,
  Exit.Disengaged,
  Exit.DroppedOut,
  Exit.ReturnedToGp,
  Exit.LostAtHandover,
];

type Reading<Subject> = (row: LogRow, subject: Subject) => void;

export class History {
  readonly referrals: Referral[] = [];
  readonly contacts: ContactSpell[] = [];
  readonly tenures: Tenure[] = [];
  readonly posts: Interval[] = [];
  readonly weeks: Week[] = [];
  readonly diverted: Moment[] = [];
  readonly stagesInForce: StageInForce[];
  /** Patients in the system when recording began. */
  inSystemAtStart = 0;
  /** Sentences about what cannot have happened. */
  readonly contradictions: string[] = [];

  private recording = false;
  private last = 0;
  private readonly inSystem = new Map<number, Referral>();
  private readonly inPool = new Map<number, Referral>();
  private readonly inPost = new Map<number, Tenure>();
  private readonly openPosts = new Map<number, Interval>();
  private readonly underWay: ContactSpell[] = [];

  /** `stages` are those the run was made with; `period` is what it recorded. */
  constructor(
    rows: readonly LogRow[],
    private readonly stages: readonly Stage[],
    readonly period: Period,
  ) {
    this.stagesInForce = [{ params: stages[0].params, ...this.from(0) }];
    for (let post = 0; post < this.params.team.linkWorkers; post++) {
      this.openPost(0, post);
      this.takeUp(0, post, null, this.params.exhaustion.atStart);
    }
    for (const row of rows) this.read(row);
  }

  get params(): Params {
    return this.stagesInForce.at(-1)!.params;
  }

  private from(since: number): Interval {
    return { since, until: this.period.to };
  }

  private moment({ time }: LogRow): Moment {
    return { time, recorded: this.recording };
  }

  private expect(holds: boolean, row: LogRow, what: string): void {
    if (!holds) this.contradictions.push(`${JSON.stringify(row)}: ${what}`);
  }

  private read(row: LogRow): void {
    const { time, entry, patient, place } = row;
    this.expect(time >= this.last && time <= this.period.to, row, `out of time, after ${this.last}`);
    this.last = time;
    const ofRun = this.ofRun[entry];
    if (ofRun) return ofRun(row, undefined);
    const ofPerson = this.ofPerson[entry];
    const referral = this.inSystem.get(patient);
    const tenure = this.inPost.get(place);
    this.expect(ofPerson === undefined || referral !== undefined, row, "not in the system");
    this.expect(ofPerson !== undefined || tenure !== undefined, row, "nobody is in post");
    if (ofPerson && referral) ofPerson(row, referral);
    if (!ofPerson && tenure) this.ofWorker[entry]?.(row, tenure);
  }

  private readonly ofRun: Partial<Record<Entry, Reading<undefined>>> = {
    [Entry.RecordBegan]: (row) => {
      this.expect(row.time === this.period.from, row, "recording begins at another time");
      this.recording = true;
      this.inSystemAtStart = this.inSystem.size;
    },
    [Entry.StageBegan]: ({ time, detail }) => {
      this.stagesInForce.at(-1)!.until = time;
      this.stagesInForce.push({ params: this.stages[detail].params, ...this.from(time) });
    },
    [Entry.WeekEnded]: (row) => this.weeks.push(this.weekEnding(row)),
    [Entry.PlaceFreed]: () => {},
    [Entry.Diverted]: (row) => this.diverted.push(this.moment(row)),
    [Entry.Referred]: (row) => this.refer(row),
    [Entry.LeftPool]: (row) => {
      const pool = this.inPool.get(row.patient)?.pool;
      this.expect(pool !== undefined, row, "not in the pool");
      if (pool) pool.until = row.time;
      this.inPool.delete(row.patient);
    },
    [Entry.PostOpened]: ({ time, place }) => this.openPost(time, place),
    [Entry.PostClosed]: (row) => {
      const post = this.openPosts.get(row.place);
      this.expect(post !== undefined && !this.inPost.has(row.place), row, "no vacant post to close");
      if (post) post.until = row.time;
      this.openPosts.delete(row.place);
    },
    [Entry.Hired]: (row) => {
      const vacant = this.openPosts.has(row.place) && !this.inPost.has(row.place);
      this.expect(vacant, row, "no vacant post to fill");
      this.takeUp(row.time, row.place, this.moment(row), this.params.exhaustion.atHire);
    },
  };

  private openPost(time: number, post: number): void {
    const interval = this.from(time);
    this.posts.push(interval);
    this.openPosts.set(post, interval);
  }

  private takeUp(time: number, post: number, hired: Moment | null, exhaustion: number): void {
    const burntOut = exhaustion >= this.params.exhaustion.burnoutOn;
    const tenure = { post, ...this.from(time), hired, departed: null, notice: null, burntOut };
    const lists = { burnoutEntries: [], absences: [], days: [] };
    this.tenures.push({ ...tenure, ...lists });
    this.inPost.set(post, this.tenures.at(-1)!);
  }

  private refer(row: LogRow): void {
    this.expect(!this.inSystem.has(row.patient), row, "referred twice");
    const referral: Referral = {
      key: row.patient,
      at: this.moment(row),
      distress: [row],
      ...{ listed: [], cases: [], contactsEndedAt: [] },
      ...{ firstSeen: null, firstEndedAt: null, started: null, closed: null, pool: null },
      queuedAt: Number.NaN,
    };
    this.referrals.push(referral);
    this.inSystem.set(row.patient, referral);
  }

  /** People with unmet need as they stand: in the system, held from the first appointment on, or in the pool. */
  private weekEnding(row: LogRow): Week {
    const { time } = row;
    const unmet = [...this.inSystem.values()].filter(({ started }) => started === null);
    const held = unmet.filter((person) => person.firstEndedAt !== null && isOpenCase(person, time)).length;
    const notHeld = unmet.length - held + this.inPool.size;
    return { ...this.moment(row), held, notHeld, params: this.params, index: row.value };
  }

  private readonly ofPerson: Partial<Record<Entry, Reading<Referral>>> = {
    [Entry.JoinedWaitingList]: ({ time }, person) => person.listed.push(this.from(time)),
    [Entry.LeftWaitingList]: ({ time }, person) => end(person.listed, time),
    [Entry.Assigned]: (row, person) => {
      this.expect(!isOpenCase(person, row.time), row, "has a link worker already");
      this.expect(this.inPost.has(row.place), row, "assigned to nobody");
      end(person.listed, row.time);
      person.cases.push({ worker: row.place, ...this.from(row.time) });
    },
    [Entry.ContactBegan]: (row, person) => this.contactBegan(row, person),
    [Entry.ContactEnded]: (row, person) => this.contactEnded(row, person),
    [Entry.JoinedQueue]: ({ time }, person) => {
      person.queuedAt = time;
    },
    [Entry.ServiceStarted]: (row, person) => {
      person.distress.push(row);
      person.started = { ...this.moment(row), service: row.place };
    },
    [Entry.Orphaned]: (row, person) => {
      person.distress.push(row);
      end(person.cases, row.time);
    },
    [Entry.LetGo]: ({ time }, person) => end(person.cases, time),
    [Entry.Closed]: (row, person) => this.close(row, person),
  };

  private contactBegan(row: LogRow, person: Referral): void {
    const { time, place: worker, patient, detail: type, value: hours } = row;
    const tenure = this.inPost.get(worker);
    this.expect(tenure !== undefined, row, "not in post");
    if (hours > 0) {
      this.expect(
        !this.underWay.some((of) => of.worker === worker && of.hours > 0),
        row,
        "in a contact already",
      );
      this.expect(tenure === undefined || !goesOn(tenure.absences, time), row, "absent");
    }
    const own = person.cases.at(-1)?.worker === worker && isOpenCase(person, time);
    this.expect(type === Contact.Holding4 || own, row, "somebody else's case");
    const contact = { began: this.moment(row), worker, patient, type, hours, ended: false };
    this.contacts.push({ ...contact, ...this.from(time) });
    this.underWay.push(this.contacts.at(-1)!);
    if (type !== Contact.First) return;
    this.expect(person.firstSeen === null, row, "a second first appointment");
    person.firstSeen = this.moment(row);
  }

  private contactEnded(row: LogRow, person: Referral): void {
    const { time, place, patient, detail } = row;
    const i = this.underWay.findIndex((of) => {
      return of.worker === place && of.patient === patient && of.type === detail;
    });
    this.expect(i >= 0, row, "no such contact was under way");
    for (const contact of i >= 0 ? this.underWay.splice(i, 1) : [])
      Object.assign(contact, { until: time, ended: true });
    person.distress.push(row);
    person.contactsEndedAt.push(time);
    if (detail === Contact.First) person.firstEndedAt = time;
  }

  private close(row: LogRow, person: Referral): void {
    person.distress.push(row);
    person.closed = { ...this.moment(row), exit: row.detail };
    end(person.cases, row.time);
    this.inSystem.delete(row.patient);
    if (!BACK_WITH_GP.includes(row.detail)) return;
    person.pool = this.from(row.time);
    this.inPool.set(row.patient, person);
  }

  private readonly ofWorker: Partial<Record<Entry, Reading<Tenure>>> = {
    [Entry.NoticeGiven]: (row, tenure) => {
      this.expect(tenure.notice === null, row, "gave notice before");
      tenure.notice = this.moment(row);
    },
    [Entry.Departed]: (row, tenure) => this.depart(row, tenure),
    [Entry.AbsenceBegan]: (row, tenure) => {
      this.expect(!goesOn(tenure.absences, row.time), row, "absent already");
      tenure.absences.push(this.from(row.time));
    },
    [Entry.AbsenceEnded]: (row, tenure) => {
      this.expect(goesOn(tenure.absences, row.time), row, "was not absent");
      end(tenure.absences, row.time);
    },
    [Entry.BurnoutBegan]: (row, tenure) => {
      this.expect(!tenure.burntOut, row, "burnt out already");
      tenure.burntOut = true;
      tenure.burnoutEntries.push(this.moment(row));
    },
    [Entry.BurnoutEnded]: (row, tenure) => {
      this.expect(tenure.burntOut, row, "was not burnt out");
      tenure.burntOut = false;
    },
    [Entry.DayCounted]: (row, tenure) => {
      const { detail: pressure, value: exhaustion } = row;
      this.expect(exhaustion >= 0 && exhaustion <= 1, row, "no such exhaustion");
      tenure.days.push({ ...this.moment(row), burntOut: tenure.burntOut, pressure, exhaustion });
    },
  };

  /** Cases that were to close when a contact under way ends are left behind without being orphaned. */
  private depart(row: LogRow, tenure: Tenure): void {
    this.expect(!this.underWay.some((of) => of.worker === row.place), row, "in a contact");
    this.expect(!goesOn(tenure.absences, row.time), row, "still absent");
    tenure.until = row.time;
    tenure.departed = this.moment(row);
    this.inPost.delete(row.place);
    for (const person of this.inSystem.values())
      if (person.cases.at(-1)?.worker === row.place) end(person.cases, row.time);
  }
}

/** Ends the last of some spells, if it still goes on. */
function end(spells: Interval[], time: number): void {
  const last = spells.at(-1);
  if (last && last.until > time) last.until = time;
}

/** Whether the last of some spells goes on after `time`. */
const goesOn = (spells: readonly Interval[], time: number): boolean => (spells.at(-1)?.until ?? time) > time;

/** Whether the person is some link worker's open case after `time`. */
const isOpenCase = ({ cases }: Referral, time: number): boolean => goesOn(cases, time);
