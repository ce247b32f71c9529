/**
 * The yardstick: a caseload with a waiting list, services and link workers who leave ("caseload-queue"), small enough
 * to be written in any tool, on the same kernel as the model: event list, streams, first-in-first-out lists, columns.
 *
 * Time unit 1 week. Patients arrive, wait for a slot of a link worker (those returned stand before those new; patience
 * ends), have contacts, then join one of four services at random; while they wait for it they keep their slot and have
 * held contacts. Every week strain moves with load, and a link worker may leave: the patients return to the list, and
 * after a while the post is filled with all its slots free. What is counted as an event: arrivals, contacts after the
 * first, held contacts, patients giving up, services ended, posts filled, and one a post a week.
 */
import { exponential } from "../../sim/kernel/distributions";
import type { EventList } from "../../sim/kernel/eventList";
import { FifoSet } from "../../sim/kernel/fifo";
import { exp, ln } from "../../sim/kernel/math";
import { Streams } from "../../sim/kernel/streams";

/** Rates a week, means in weeks. */
export interface CaseloadParams {
  readonly workers: number;
  readonly arrivalsPerWeek: number;
  readonly slotsPerWorker: number;
  readonly meanPatience: number;
  readonly meanContacts: number;
  readonly meanGap: number;
  readonly meanHeldGap: number;
  readonly servers: number;
  readonly meanService: number;
  readonly strainGain: number;
  readonly strainDecay: number;
  readonly leavingRate: number;
  readonly leavingSlope: number;
  readonly meanVacancy: number;
  readonly weeks: number;
}

/** What `workers` link workers face by default: arrivals and servers are in proportion. */
export function caseloadParams(workers: number): CaseloadParams {
  return {
    workers,
    arrivalsPerWeek: 5 * workers,
    slotsPerWorker: 30,
    meanPatience: 26,
    meanContacts: 8,
    meanGap: 2,
    meanHeldGap: 3,
    servers: Math.round((30 * workers) / 7),
    meanService: 8,
    strainGain: 0.25,
    strainDecay: 0.05,
    leavingRate: 0.005,
    leavingSlope: 1,
    meanVacancy: 12,
    weeks: 260,
  };
}

/** What one replication counts; the mean wait (weeks) is that of the patients accepted. */
export interface CaseloadCounts {
  accepted: number;
  meanWait: number;
  reneged: number;
  contacts: number;
  leavers: number;
  served: number;
  events: number;
}

const Kind = { Arrival: 0, Patient: 1, WeekEnds: 2, PostFilled: 3 } as const;
const KIND_BITS = 2;

/** What a patient's outstanding event means. */
const Stage = { New: 0, Returned: 1, InContact: 2, Held: 3, InService: 4 } as const;

const Draw = {
  Arrival: 0,
  Contacts: 1,
  Patience: 2,
  Gap: 3,
  Service: 4,
  HeldGap: 5,
  ServiceTime: 6,
  Leaving: 7,
  Vacancy: 8,
} as const;

const SERVICES = 4;
/** The lists: two sections of the waiting list, numbered as the stages, then a queue at each service. */
const SERVICE_LISTS = 2;

class Patients {
  capacity = 0;
  used = 0;
  readonly free: number[] = [];
  /** Number of the arrival, which the draws are keyed by. */
  key = new Int32Array(0);
  stage = new Uint8Array(0);
  service = new Uint8Array(0);
  contactsLeft = new Int32Array(0);
  /** Slots held so far, and held contacts so far. */
  slotsSoFar = new Int32Array(0);
  heldSoFar = new Int32Array(0);
  slot = new Int32Array(0);
  arrivedAt = new Float64Array(0);
  /** When the outstanding event is due; an event at another time is out of date. */
  dueAt = new Float64Array(0);

  grow(capacity: number): void {
    this.capacity = capacity;
    this.key = widened(this.key, new Int32Array(capacity));
    this.stage = widened(this.stage, new Uint8Array(capacity));
    this.service = widened(this.service, new Uint8Array(capacity));
    this.contactsLeft = widened(this.contactsLeft, new Int32Array(capacity));
    this.slotsSoFar = widened(this.slotsSoFar, new Int32Array(capacity));
    this.heldSoFar = widened(this.heldSoFar, new Int32Array(capacity));
    this.slot = widened(this.slot, new Int32Array(capacity));
    this.arrivedAt = widened(this.arrivedAt, new Float64Array(capacity));
    this.dueAt = widened(this.dueAt, new Float64Array(capacity));
  }
}

function widened<T extends Uint8Array | Int32Array | Float64Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}

/** One replication. */
export class CaseloadQueue {
  private readonly streams: Streams;
  /** Logarithm of the chance of one contact more. */
  private readonly lnAnother: number;
  private readonly patients = new Patients();
  private readonly lists = new FifoSet(SERVICE_LISTS + SERVICES, 0);
  private readonly idleServers: Int32Array;
  /** Slot j of link worker w is `w + j workers`, so that slots are free in an order that spreads the load. */
  private readonly slotPatient: Int32Array;
  private readonly freeSlots: FifoSet;
  private readonly present: Uint8Array;
  private readonly load: Int32Array;
  private readonly strain: Float64Array;
  private readonly leftSoFar: Int32Array;
  private now = 0;
  private arrivals = 0;
  private totalWait = 0;
  private readonly counts: CaseloadCounts = {
    accepted: 0,
    meanWait: 0,
    reneged: 0,
    contacts: 0,
    leavers: 0,
    served: 0,
    events: 0,
  };

  constructor(
    private readonly params: CaseloadParams,
    private readonly queue: EventList,
    seed: string,
    replication: number,
  ) {
    const { workers, slotsPerWorker, servers } = params;
    this.streams = new Streams(seed, replication, Object.keys(Draw));
    this.lnAnother = ln(1 - 1 / params.meanContacts);
    this.growPatients(1024);
    this.idleServers = new Int32Array(SERVICES).fill(servers);
    this.slotPatient = new Int32Array(workers * slotsPerWorker).fill(-1);
    this.freeSlots = new FifoSet(1, workers * slotsPerWorker);
    this.present = new Uint8Array(workers).fill(1);
    this.load = new Int32Array(workers);
    this.strain = new Float64Array(workers);
    this.leftSoFar = new Int32Array(workers);
    for (let s = 0; s < this.slotPatient.length; s++) this.freeSlots.push(0, s);
  }

  /** Every event before the horizon; gives the counts. */
  run(): CaseloadCounts {
    const { queue, counts } = this;
    this.scheduleArrival();
    this.schedule(1, Kind.WeekEnds, 0);
    while (queue.pop() && queue.time < this.params.weeks) {
      this.now = queue.time;
      this.dispatch(queue.code);
    }
    counts.meanWait = counts.accepted > 0 ? this.totalWait / counts.accepted : 0;
    return counts;
  }

  private dispatch(code: number): void {
    const subject = code >> KIND_BITS;
    switch (code & ((1 << KIND_BITS) - 1)) {
      case Kind.Arrival:
        return this.arrive();
      case Kind.Patient:
        return this.moveOn(subject);
      case Kind.WeekEnds:
        return this.endWeek();
      case Kind.PostFilled:
        return this.fillPost(subject);
    }
  }

  private schedule(time: number, kind: number, subject: number): void {
    this.queue.push(time, (subject << KIND_BITS) | kind);
  }

  /** Sets patient p's outstanding event, in place of the one before: after an exponential time, drawn as number `k`. */
  private due(p: number, mean: number, stream: number, k: number): void {
    const { patients } = this;
    const time = this.now + this.exponential(mean, stream, patients.key[p], k);
    patients.dueAt[p] = time;
    this.schedule(time, Kind.Patient, p);
  }

  private exponential(mean: number, stream: number, entity: number, k: number): number {
    return mean * exponential(this.streams.uniform(stream, entity, k));
  }

  private scheduleArrival(): void {
    const { arrivalsPerWeek } = this.params;
    const gap = this.exponential(1 / arrivalsPerWeek, Draw.Arrival, this.arrivals, 0);
    this.schedule(this.now + gap, Kind.Arrival, 0);
  }

  private arrive(): void {
    const { patients, counts, freeSlots } = this;
    counts.events++;
    const p = this.newRow();
    const key = this.arrivals++;
    patients.key[p] = key;
    patients.arrivedAt[p] = this.now;
    patients.slotsSoFar[p] = 0;
    patients.heldSoFar[p] = 0;
    patients.contactsLeft[p] = this.contactsNeeded(key);
    this.scheduleArrival();
    const s = freeSlots.shift(0);
    if (s >= 0) this.accept(p, s);
    else this.join(p, Stage.New);
  }

  /** Geometric on 1, 2, …, by inversion. */
  private contactsNeeded(key: number): number {
    const u = this.streams.uniform(Draw.Contacts, key, 0);
    return 1 + Math.floor(ln(u) / this.lnAnother);
  }

  private join(p: number, section: number): void {
    const { patients } = this;
    patients.stage[p] = section;
    this.lists.push(section, p);
    this.due(p, this.params.meanPatience, Draw.Patience, patients.slotsSoFar[p]);
  }

  /** Patient p's event: what happens depends on where the patient stands. */
  private moveOn(p: number): void {
    const { patients, counts } = this;
    if (patients.dueAt[p] !== this.now) return;
    counts.events++;
    switch (patients.stage[p]) {
      case Stage.New:
      case Stage.Returned:
        counts.reneged++;
        this.lists.remove(p);
        return this.release(p);
      case Stage.InContact:
        return this.contact(p);
      case Stage.Held:
        return this.holdingContact(p);
      case Stage.InService:
        return this.endService(p);
    }
  }

  private accept(p: number, s: number): void {
    const { patients, counts } = this;
    if (patients.slotsSoFar[p]++ === 0) {
      counts.accepted++;
      this.totalWait += this.now - patients.arrivedAt[p];
    }
    patients.slot[p] = s;
    this.slotPatient[s] = p;
    this.load[this.workerOf(s)]++;
    this.contact(p);
  }

  private contact(p: number): void {
    const { patients } = this;
    this.counts.contacts++;
    patients.stage[p] = Stage.InContact;
    const left = Math.max(0, patients.contactsLeft[p] - 1);
    patients.contactsLeft[p] = left;
    if (left === 0) this.enterService(p);
    else this.due(p, this.params.meanGap, Draw.Gap, left);
  }

  private enterService(p: number): void {
    const { patients } = this;
    const u = this.streams.uniform(Draw.Service, patients.key[p], patients.slotsSoFar[p]);
    const service = Math.floor(SERVICES * u);
    patients.service[p] = service;
    if (this.idleServers[service] > 0) {
      this.idleServers[service]--;
      return this.startService(p);
    }
    patients.stage[p] = Stage.Held;
    this.lists.push(SERVICE_LISTS + service, p);
    this.scheduleHoldingContact(p);
  }

  private holdingContact(p: number): void {
    this.counts.contacts++;
    this.scheduleHoldingContact(p);
  }

  private scheduleHoldingContact(p: number): void {
    const { patients, params } = this;
    this.due(p, params.meanHeldGap, Draw.HeldGap, patients.heldSoFar[p]++);
  }

  private startService(p: number): void {
    const { patients, params } = this;
    const s = patients.slot[p];
    patients.stage[p] = Stage.InService;
    this.counts.served++;
    this.due(p, params.meanService, Draw.ServiceTime, 0);
    this.offerSlot(s);
  }

  private endService(p: number): void {
    const { patients, lists } = this;
    const service = patients.service[p];
    this.release(p);
    const next = lists.shift(SERVICE_LISTS + service);
    if (next >= 0) this.startService(next);
    else this.idleServers[service]++;
  }

  /** A slot comes free: it goes to the head of the waiting list, if anybody waits. */
  private offerSlot(s: number): void {
    const { lists } = this;
    this.slotPatient[s] = -1;
    this.load[this.workerOf(s)]--;
    let p = lists.shift(Stage.Returned);
    if (p < 0) p = lists.shift(Stage.New);
    if (p >= 0) this.accept(p, s);
    else this.freeSlots.push(0, s);
  }

  /** Strain moves with load, and whoever is strained may leave. */
  private endWeek(): void {
    const { params, strain, load, present } = this;
    this.counts.events += params.workers;
    this.schedule(this.now + 1, Kind.WeekEnds, 0);
    for (let w = 0; w < params.workers; w++) {
      if (present[w] === 0) continue;
      const over = Math.max(0, load[w] / params.slotsPerWorker - 0.8);
      strain[w] += params.strainGain * over - params.strainDecay * strain[w];
      const rate = params.leavingRate * exp(params.leavingSlope * strain[w]);
      if (this.streams.uniform(Draw.Leaving, w, this.now) < 1 - exp(-rate)) this.leave(w);
    }
  }

  private leave(w: number): void {
    const { params, slotPatient, freeSlots, lists } = this;
    this.counts.leavers++;
    this.present[w] = 0;
    for (let j = 0; j < params.slotsPerWorker; j++) {
      const s = w + j * params.workers;
      const p = slotPatient[s];
      if (p < 0) freeSlots.remove(s);
      else this.sendBack(p, s);
    }
    this.load[w] = 0;
    const vacancy = this.exponential(params.meanVacancy, Draw.Vacancy, w, this.leftSoFar[w]++);
    this.schedule(this.now + vacancy, Kind.PostFilled, w);
    while (freeSlots.length[0] > 0 && lists.length[Stage.Returned] > 0)
      this.accept(lists.shift(Stage.Returned), freeSlots.shift(0));
  }

  private sendBack(p: number, s: number): void {
    this.slotPatient[s] = -1;
    if (this.patients.stage[p] === Stage.Held) this.lists.remove(p);
    this.join(p, Stage.Returned);
  }

  private fillPost(w: number): void {
    const { params } = this;
    this.counts.events++;
    this.present[w] = 1;
    this.strain[w] = 0;
    // offerSlot lowers the load for each slot.
    this.load[w] = params.slotsPerWorker;
    for (let j = 0; j < params.slotsPerWorker; j++) this.offerSlot(w + j * params.workers);
  }

  private workerOf(s: number): number {
    return s % this.params.workers;
  }

  private newRow(): number {
    const { patients } = this;
    const freed = patients.free.pop();
    if (freed !== undefined) return freed;
    if (patients.used === patients.capacity) this.growPatients(2 * patients.capacity);
    return patients.used++;
  }

  private growPatients(rows: number): void {
    this.patients.grow(rows);
    this.lists.grow(0, rows);
  }

  private release(p: number): void {
    this.patients.dueAt[p] = -1;
    this.patients.free.push(p);
  }
}
