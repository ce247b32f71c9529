/**
 * The tables of the model and their letters: p is always a patient, w a link worker (and the post held),
 * s a community service. A row is an index; a column is a typed array. Times are in working days from the start.
 * "Never" is Infinity in a column of times, "nobody" is −1 in a column of indices.
 */
import { FifoSet } from "./kernel/fifo";
import { WinnerTree } from "./kernel/winnerTree";
import { CONTACT_COUNT } from "./record/totals";

/** Where a patient stands on the pathway (docs/model.md, section 2). */
export const Phase = {
  /** The row is free. */
  None: 0,
  AwaitingFirst: 1,
  Simple: 2,
  HoldOnly: 3,
  Preparing: 4,
  CoreWork: 5,
  WaitingForService: 6,
  FollowUp: 7,
  /** Closed without success: with the GP, and perhaps back one day. */
  GpPool: 8,
} as const;

/**
 * What a patient in the system is waiting for: exactly one routine step is outstanding (section 3), or none while
 * the service's queue alone will move the patient on.
 */
export const Step = {
  None: 0,
  OnWaitingList: 1,
  Due: 2,
  Pending: 3,
  InContact: 4,
  InQueue: 5,
} as const;

/** Sections of the waiting list, in order of precedence. */
export const Section = { Orphaned: 0, HighComplexity: 1, Others: 2 } as const;
export const SECTION_COUNT = 3;

/** Lanes of a link worker's list of routine tasks; list number `3 w + lane`. */
export const Lane = { Handover: 0, Holding: 1, CoreWork: 2 } as const;
export const LANE_COUNT = 3;

const NEVER = Number.POSITIVE_INFINITY;

export class Patients {
  capacity = 0;
  /** Rows in use or used before are below this. */
  used = 0;
  free: number[] = [];
  /** Person and number of the referral: what the draws are keyed by. */
  key!: Uint32Array;
  phase!: Uint8Array;
  step!: Uint8Array;
  /** Type of the routine contact pending or under way. */
  task!: Uint8Array;
  complexity!: Uint8Array;
  distress!: Float64Array;
  /** When distress was last brought up to date. */
  distressAt!: Float64Array;
  needMet!: Uint8Array;
  ready!: Uint8Array;
  worker!: Int32Array;
  service!: Uint8Array;
  /** Contacts so far, by type: row p, column type. */
  contacts!: Uint16Array;
  followUpsDone!: Uint16Array;
  reworks!: Uint16Array;
  workersSoFar!: Uint16Array;
  handovers!: Uint16Array;
  timesKept!: Uint16Array;
  disclosures!: Int32Array;
  referredAt!: Float64Array;
  firstSeenAt!: Float64Array;
  queuedAt!: Float64Array;
  startedAt!: Float64Array;
  holdingSince!: Float64Array;
  lastContactAt!: Float64Array;
  longestGap!: Float64Array;
  /** When the patient's outstanding events are due; an event at another time is out of date. */
  patienceEndsAt!: Float64Array;
  dueAt!: Float64Array;
  disclosureAt!: Float64Array;
  holdEndsAt!: Float64Array;
  queuePatienceEndsAt!: Float64Array;
  patienceScheduled!: Uint8Array;
  contactsUnderWay!: Uint8Array;
  /** How the case will close when the contact under way ends: 1 + exit, or 0. */
  closing!: Uint8Array;

  constructor(capacity: number) {
    this.grow(capacity);
  }

  /** Makes room for `capacity` rows; what stands stays. */
  grow(capacity: number): void {
    const f64 = (old?: Float64Array) => widened(Float64Array, old, capacity);
    const u8 = (old?: Uint8Array) => widened(Uint8Array, old, capacity);
    const u16 = (old?: Uint16Array, width = 1) => widened(Uint16Array, old, capacity * width);
    const i32 = (old?: Int32Array) => widened(Int32Array, old, capacity);
    this.key = widened(Uint32Array, this.key, capacity);
    this.phase = u8(this.phase);
    this.step = u8(this.step);
    this.task = u8(this.task);
    this.complexity = u8(this.complexity);
    this.distress = f64(this.distress);
    this.distressAt = f64(this.distressAt);
    this.needMet = u8(this.needMet);
    this.ready = u8(this.ready);
    this.worker = i32(this.worker);
    this.service = u8(this.service);
    this.contacts = u16(this.contacts, CONTACT_COUNT);
    this.followUpsDone = u16(this.followUpsDone);
    this.reworks = u16(this.reworks);
    this.workersSoFar = u16(this.workersSoFar);
    this.handovers = u16(this.handovers);
    this.timesKept = u16(this.timesKept);
    this.disclosures = i32(this.disclosures);
    this.referredAt = f64(this.referredAt);
    this.firstSeenAt = f64(this.firstSeenAt);
    this.queuedAt = f64(this.queuedAt);
    this.startedAt = f64(this.startedAt);
    this.holdingSince = f64(this.holdingSince);
    this.lastContactAt = f64(this.lastContactAt);
    this.longestGap = f64(this.longestGap);
    this.patienceEndsAt = f64(this.patienceEndsAt);
    this.dueAt = f64(this.dueAt);
    this.disclosureAt = f64(this.disclosureAt);
    this.holdEndsAt = f64(this.holdEndsAt);
    this.queuePatienceEndsAt = f64(this.queuePatienceEndsAt);
    this.patienceScheduled = u8(this.patienceScheduled);
    this.contactsUnderWay = u8(this.contactsUnderWay);
    this.closing = u8(this.closing);
    this.capacity = capacity;
  }

  /** Sets row p to a person referred at `now`, about whom nothing has been drawn yet. */
  reset(p: number, key: number, now: number): void {
    this.key[p] = key;
    this.phase[p] = Phase.AwaitingFirst;
    this.step[p] = Step.None;
    this.distressAt[p] = now;
    this.needMet[p] = 0;
    this.ready[p] = 0;
    this.worker[p] = -1;
    this.contacts.fill(0, p * CONTACT_COUNT, (p + 1) * CONTACT_COUNT);
    this.followUpsDone[p] = 0;
    this.reworks[p] = 0;
    this.workersSoFar[p] = 0;
    this.handovers[p] = 0;
    this.timesKept[p] = 0;
    this.disclosures[p] = 0;
    this.referredAt[p] = now;
    this.firstSeenAt[p] = NEVER;
    this.queuedAt[p] = NEVER;
    this.startedAt[p] = NEVER;
    this.holdingSince[p] = NEVER;
    this.lastContactAt[p] = now;
    this.longestGap[p] = 0;
    this.patienceEndsAt[p] = NEVER;
    this.dueAt[p] = NEVER;
    this.disclosureAt[p] = NEVER;
    this.holdEndsAt[p] = NEVER;
    this.queuePatienceEndsAt[p] = NEVER;
    this.patienceScheduled[p] = 0;
    this.contactsUnderWay[p] = 0;
    this.closing[p] = 0;
  }
}

/** Posts and the link workers who hold them: a post has at most one holder, so both share the row. */
export class Workers {
  /** The post exists; it is to close when its holder has gone. */
  readonly open: Uint8Array;
  readonly closing: Uint8Array;
  readonly inPost: Uint8Array;
  readonly onNotice: Uint8Array;
  readonly absent: Uint8Array;
  /** Departs as soon as the contact under way ends. */
  readonly departing: Uint8Array;
  /** How many people have held the post so far; the draws are keyed by post and spell. */
  readonly spell: Uint16Array;
  /** Somebody has been recruited and waits for the holder to go. */
  readonly successorReady: Uint8Array;
  readonly inPostSince: Float64Array;
  readonly exhaustion: Float64Array;
  readonly burntOut: Uint8Array;
  readonly susceptibility: Float64Array;
  /** Workload pressure u. */
  readonly pressure: Float64Array;
  /** What follows from exhaustion and pressure, which change once a day: see updatePace. */
  readonly pace: Float64Array;
  readonly effectiveness: Float64Array;
  /** Contact hours that count as worked in a nominal day, overtime included. */
  readonly hoursPerDay: Float64Array;
  /** Contact hours of late, all and on holding, fading with time. */
  readonly recentHours: Float64Array;
  readonly recentHoldingHours: Float64Array;
  /** Contact hours begun today, all and on holding. */
  readonly dayHours: Float64Array;
  readonly dayHoldingHours: Float64Array;
  /** Time in contact today (working days) up to the contact under way. */
  readonly dayBusy: Float64Array;
  readonly dayEmotionalLoad: Float64Array;
  /** Frustration J with hidden work. */
  readonly frustration: Float64Array;
  readonly training: Float64Array;
  readonly absenceEndsAt: Float64Array;
  readonly coverStartsAt: Float64Array;
  readonly departsAt: Float64Array;
  readonly hireAt: Float64Array;
  readonly busy: Uint8Array;
  /** Patient and type of the contact under way. */
  readonly contactPatient: Int32Array;
  readonly contactType: Uint8Array;
  /** When the contact under way began, or the day did. */
  readonly busySince: Float64Array;
  readonly openCases: Int32Array;
  /** Tasks on the link worker's list, by type of contact: row w, column type. */
  readonly pending: Int32Array;
  /** Order of the last allocation, by which ties are broken: whoever was given a case longest ago is next. */
  readonly lastGiven: Float64Array;

  constructor(readonly count: number) {
    const f64 = (fill = 0) => new Float64Array(count).fill(fill);
    const u8 = () => new Uint8Array(count);
    this.open = u8();
    this.closing = u8();
    this.inPost = u8();
    this.onNotice = u8();
    this.absent = u8();
    this.departing = u8();
    this.spell = new Uint16Array(count);
    this.successorReady = u8();
    this.inPostSince = f64(NEVER);
    this.exhaustion = f64();
    this.burntOut = u8();
    this.susceptibility = f64();
    this.pressure = f64();
    this.pace = f64(1);
    this.effectiveness = f64(1);
    this.hoursPerDay = f64();
    this.recentHours = f64();
    this.recentHoldingHours = f64();
    this.dayHours = f64();
    this.dayHoldingHours = f64();
    this.dayBusy = f64();
    this.dayEmotionalLoad = f64();
    this.frustration = f64();
    this.training = f64();
    this.absenceEndsAt = f64(NEVER);
    this.coverStartsAt = f64(NEVER);
    this.departsAt = f64(NEVER);
    this.hireAt = f64(NEVER);
    this.busy = u8();
    this.contactPatient = new Int32Array(count).fill(-1);
    this.contactType = u8();
    this.busySince = f64();
    this.openCases = new Int32Array(count);
    this.pending = new Int32Array(count * CONTACT_COUNT);
    this.lastGiven = f64();
  }
}

/** The practice side: the GP pool is the patients in phase GpPool. */
export interface Practice {
  /** Burden index B and the factor G by which it multiplies referrals. */
  burden: number;
  demandFactor: number;
  /** Until when the time integral of B has been taken. */
  countedTo: number;
  /** Candidate referrals so far in each layer, and the uniform number that decides whether the latest is one. */
  readonly candidates: Float64Array;
  readonly acceptance: Float64Array;
}

/** What is counted over time; the time integral of each is taken when it changes. */
export const Level = {
  Posts: 0,
  Filled: 1,
  Absent: 2,
  OnWaitingList: 3,
  OpenCases: 4,
  InSystem: 5,
  /** Patients in the system whose need is unmet, and those of them who have a link worker they have met. */
  Unmet: 6,
  Held: 7,
  /** People in the GP pool. */
  InPool: 8,
} as const;
export type Level = (typeof Level)[keyof typeof Level];
const LEVEL_COUNT = 9;

export class Levels {
  readonly value = new Float64Array(LEVEL_COUNT);
  readonly integral = new Float64Array(LEVEL_COUNT);
  private readonly since = new Float64Array(LEVEL_COUNT);

  change(level: Level, by: number, now: number): void {
    this.integral[level] += this.value[level] * (now - this.since[level]);
    this.since[level] = now;
    this.value[level] += by;
  }

  /** The time integral up to `now`, which starts again from zero. */
  take(level: Level, now: number): number {
    this.change(level, 0, now);
    const integral = this.integral[level];
    this.integral[level] = 0;
    return integral;
  }
}

/** How many rows the tables of fixed size have. */
export interface Sizes {
  readonly posts: number;
  readonly services: number;
  readonly referralLayers: number;
  readonly noticeWindowDays: number;
  /** How many patients the tables have room for at first. */
  readonly patientRows: number;
}

const FEWEST_PATIENT_ROWS = 1024;

export class State {
  readonly patients: Patients;
  readonly workers: Workers;
  readonly practice: Practice;
  readonly levels = new Levels();
  /** Places taken at each service. */
  readonly occupied: Int32Array;
  readonly waitingList: FifoSet;
  readonly caseloads: FifoSet;
  readonly tasks: FifoSet;
  readonly disclosed: FifoSet;
  readonly serviceQueues: FifoSet;
  /** Link workers who may be given a new case, by open cases per productivity. */
  readonly available: WinnerTree;
  /** Notices given on each of the last days, by day modulo length, and their sum. */
  readonly recentNotices: Int32Array;
  noticesInWindow = 0;
  allocations = 0;

  constructor({ posts, services, referralLayers, noticeWindowDays, patientRows: expected }: Sizes) {
    const patientRows = Math.max(FEWEST_PATIENT_ROWS, Math.ceil(expected));
    this.practice = {
      burden: 1,
      demandFactor: 1,
      countedTo: 0,
      candidates: new Float64Array(referralLayers),
      acceptance: new Float64Array(referralLayers),
    };
    this.patients = new Patients(patientRows);
    this.workers = new Workers(posts);
    this.occupied = new Int32Array(services);
    this.waitingList = new FifoSet(SECTION_COUNT, patientRows);
    this.caseloads = new FifoSet(posts, patientRows);
    this.tasks = new FifoSet(posts * LANE_COUNT, patientRows);
    this.disclosed = new FifoSet(posts, patientRows);
    this.serviceQueues = new FifoSet(services, patientRows);
    this.available = new WinnerTree(posts);
    this.recentNotices = new Int32Array(Math.max(1, Math.ceil(noticeWindowDays)));
  }

  /** A free row for one more patient. */
  newRow(): number {
    const { patients } = this;
    const freed = patients.free.pop();
    if (freed !== undefined) return freed;
    if (patients.used === patients.capacity) this.growPatients();
    return patients.used++;
  }

  freeRow(p: number): void {
    this.patients.phase[p] = Phase.None;
    this.patients.step[p] = Step.None;
    this.patients.free.push(p);
  }

  private growPatients(): void {
    const rows = 2 * this.patients.capacity;
    this.patients.grow(rows);
    for (const lists of [this.waitingList, this.caseloads, this.tasks, this.disclosed, this.serviceQueues])
      lists.grow(0, rows);
  }
}

type Column = Float64Array | Uint8Array | Uint16Array | Uint32Array | Int32Array;
function widened<T extends Column>(make: new (length: number) => T, old: T | undefined, length: number): T {
  const column = new make(length);
  if (old) column.set(old as never);
  return column;
}
