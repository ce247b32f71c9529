/**
 * The yardstick (caseloadQueue.ts) as the documentation of simjs has programs written: slots and places are resources of
 * the library, for which patients wait in its queues until they lose patience, and a link worker's leaving is an event
 * that ends whatever their patients wait for. caseloadSimjs.ts is the same with lists of its own, and faster.
 */
import type { CaseloadCounts, CaseloadParams } from "./caseloadQueue";
import type { Simjs, SimjsRequest } from "./simjs";

const SERVICES = 4;

/** Makes the function that runs one replication and gives its counts. */
export function caseloadOnResources(library: Simjs, params: CaseloadParams) {
  const { Sim, Entity, Event, Buffer, Store, Random } = library;

  /** One place in a link worker's caseload. */
  interface Slot {
    readonly worker: Worker;
    /** Slots of a tenure that is over are worth nothing. */
    readonly tenure: number;
  }

  /** What a replication begins with. Classes are made once for all, so that the engine knows their objects. */
  const begin = (seed: number) => ({
    sim: new Sim(),
    random: new Random(seed),
    // The library's queues know no priority, so those who returned wait for slots at a counter of their own.
    forReturned: new Store<Slot>(params.workers * params.slotsPerWorker, "slots for those who returned"),
    forAnybody: new Store<Slot>(params.workers * params.slotsPerWorker, "slots"),
    places: Array.from({ length: SERVICES }, () => new Buffer("places", params.servers, params.servers)),
    counts: { accepted: 0, meanWait: 0, reneged: 0, contacts: 0, leavers: 0, served: 0, events: 0 },
    totalWait: 0,
  });
  let run = begin(0);
  const exponential = (mean: number) => run.random.exponential(1 / mean);

  class Patient extends Entity {
    private readonly arrivedAt = this.time();
    contactsLeft = 0;
    private wasAccepted = false;
    private slot: Slot | null = null;
    private held: SimjsRequest | null = null;
    private service = 0;
    start(): void {}

    waitForSlot(store = run.forAnybody): void {
      this.getStore(store).done(this.accept).waitUntil(exponential(params.meanPatience), this.giveUp);
    }
    private giveUp(): void {
      run.counts.events++;
      run.counts.reneged++;
    }
    private accept(): void {
      this.slot = this.callbackMessage as Slot;
      const { worker, tenure } = this.slot;
      if (worker.tenure !== tenure) return this.comeBack(); // it left in this very moment
      worker.caseload++;
      if (!this.wasAccepted) {
        this.wasAccepted = true;
        run.counts.accepted++;
        run.totalWait += this.time() - this.arrivedAt;
      }
      this.contact();
    }
    private contact(): void {
      run.counts.contacts++;
      this.contactsLeft = Math.max(0, this.contactsLeft - 1);
      if (this.contactsLeft === 0) return this.joinService();
      this.setTimer(exponential(params.meanGap))
        .done(this.laterContact)
        .unlessEvent(this.slot!.worker.leaving, this.comeBack);
    }
    private laterContact(): void {
      run.counts.events++;
      this.contact();
    }
    private joinService(): void {
      this.service = Math.floor(SERVICES * run.random.random());
      this.getBuffer(run.places[this.service], 1)
        .done(this.startService)
        .unlessEvent(this.slot!.worker.leaving, this.comeBack);
      this.hold();
    }
    private hold(): void {
      this.held = this.setTimer(exponential(params.meanHeldGap))
        .done(this.heldContact)
        .unlessEvent(this.slot!.worker.leaving);
    }
    private heldContact(): void {
      run.counts.events++;
      run.counts.contacts++;
      this.hold();
    }
    private startService(): void {
      run.counts.served++;
      this.held?.cancel();
      this.setTimer(exponential(params.meanService)).done(this.endService);
      const { worker } = this.slot!;
      worker.caseload--;
      worker.offerSlot();
    }
    private endService(): void {
      run.counts.events++;
      this.putBuffer(run.places[this.service], 1);
    }
    /** To the waiting list, before all who are new, or to a free slot of somebody else. */
    private comeBack(): void {
      this.slot = null;
      this.waitForSlot(run.forAnybody.current() > 0 ? run.forAnybody : run.forReturned);
    }
  }

  class Worker extends Entity {
    readonly leaving = new Event("leaving");
    tenure = 0;
    caseload = 0;
    private isPresent = true;
    private strain = 0;
    start(): void {
      this.setTimer(1).done(this.endWeek);
    }

    offerSlot(): void {
      const isWaitedFor = !run.forReturned.getQueue.empty();
      this.putStore(isWaitedFor ? run.forReturned : run.forAnybody, { worker: this, tenure: this.tenure });
    }
    private endWeek(): void {
      run.counts.events++;
      this.setTimer(1).done(this.endWeek);
      if (!this.isPresent) return;
      const over = Math.max(0, this.caseload / params.slotsPerWorker - 0.8);
      this.strain += params.strainGain * over - params.strainDecay * this.strain;
      const rate = params.leavingRate * Math.exp(params.leavingSlope * this.strain);
      if (run.random.random() < 1 - Math.exp(-rate)) this.leave();
    }
    private leave(): void {
      run.counts.leavers++;
      this.isPresent = false;
      this.tenure++;
      this.caseload = 0;
      for (const slot of run.forAnybody.objects.filter(({ worker }) => worker === this))
        this.getStore(run.forAnybody, (other) => other === slot);
      this.leaving.fire();
      this.setTimer(exponential(params.meanVacancy)).done(this.fillPost);
    }
    private fillPost(): void {
      run.counts.events++;
      this.isPresent = true;
      this.strain = 0;
      for (let slot = 0; slot < params.slotsPerWorker; slot++) this.offerSlot();
    }
  }

  class Referrals extends Entity {
    start(): void {
      this.setTimer(exponential(1 / params.arrivalsPerWeek)).done(this.refer);
    }
    private refer(): void {
      run.counts.events++;
      this.start();
      const p = run.sim.addEntity(Patient, "Patient");
      p.contactsLeft =
        1 + Math.floor(Math.log(1 - run.random.random()) / Math.log(1 - 1 / params.meanContacts));
      p.waitForSlot();
    }
  }

  return (seed: number): CaseloadCounts => {
    run = begin(seed);
    const { sim, counts } = run;
    const workers = Array.from({ length: params.workers }, () => sim.addEntity(Worker, "Worker"));
    // One slot of each in turn, so that load is spread.
    for (let slot = 0; slot < params.slotsPerWorker; slot++) for (const w of workers) w.offerSlot();
    sim.addEntity(Referrals, "Referrals");
    // The library's end is inclusive; the week's end at the very horizon is not to happen.
    sim.simulate(params.weeks - Number.EPSILON * params.weeks);
    counts.meanWait = counts.accepted > 0 ? run.totalWait / counts.accepted : 0;
    return counts;
  };
}
