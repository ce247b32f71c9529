/**
 * The yardstick (caseloadQueue.ts) as simjs would have it written: patients and link workers are entities with timers
 * of their own, events are callbacks, chance is the library's generator. Lists are sets, which keep their order and
 * let go from the middle at once, since the library's own queues do not.
 */
import type { CaseloadCounts, CaseloadParams } from "./caseloadQueue";
import type { Simjs, SimjsRequest } from "./simjs";

const SERVICES = 4;

/** Makes the function that runs one replication and gives its counts. */
export function caseloadOn({ Sim, Entity, Random }: Simjs, params: CaseloadParams) {
  class Patient extends Entity {
    arrivedAt = this.time();
    contactsLeft = 0;
    accepted = false;
    service = -1;
    worker: Worker | null = null;
    timer: SimjsRequest | null = null;
    start(): void {}
    /** Sets the outstanding event in place of the one before. */
    after(delay: number, then: () => void): void {
      this.timer?.cancel();
      this.timer = this.setTimer(delay).done(then);
    }
  }
  class Worker extends Entity {
    present = true;
    strain = 0;
    readonly cases = new Set<Patient>();
    start(): void {}
  }

  return (seed: number): CaseloadCounts => {
    const sim = new Sim();
    const random = new Random(seed);
    const exponential = (mean: number) => random.exponential(1 / mean);
    const counts = { accepted: 0, meanWait: 0, reneged: 0, contacts: 0, leavers: 0, served: 0, events: 0 };
    const workers = Array.from({ length: params.workers }, () => sim.addEntity(Worker, "Worker"));
    const [returned, fresh] = [new Set<Patient>(), new Set<Patient>()];
    const queues = Array.from({ length: SERVICES }, () => new Set<Patient>());
    const idle = new Array<number>(SERVICES).fill(params.servers);
    let totalWait = 0;

    function arrive(): void {
      counts.events++;
      clock.setTimer(exponential(1 / params.arrivalsPerWeek)).done(arrive);
      const p = sim.addEntity(Patient, "Patient");
      p.contactsLeft = 1 + Math.floor(Math.log(1 - random.random()) / Math.log(1 - 1 / params.meanContacts));
      const w = leastLoaded();
      if (w) accept(p, w);
      else join(p, fresh);
    }
    function leastLoaded(): Worker | null {
      let best: Worker | null = null;
      for (const w of workers) {
        if (w.present && w.cases.size < params.slotsPerWorker && !(best && best.cases.size <= w.cases.size))
          best = w;
      }
      return best;
    }
    function join(p: Patient, section: Set<Patient>): void {
      section.add(p);
      p.after(exponential(params.meanPatience), () => {
        counts.events++;
        counts.reneged++;
        section.delete(p);
      });
    }
    function accept(p: Patient, w: Worker): void {
      if (!p.accepted) {
        p.accepted = true;
        counts.accepted++;
        totalWait += p.time() - p.arrivedAt;
      }
      p.worker = w;
      w.cases.add(p);
      contact(p);
    }
    function contact(p: Patient): void {
      counts.contacts++;
      p.contactsLeft = Math.max(0, p.contactsLeft - 1);
      if (p.contactsLeft === 0) return enterService(p);
      p.after(exponential(params.meanGap), () => {
        counts.events++;
        contact(p);
      });
    }
    function enterService(p: Patient): void {
      const service = Math.floor(SERVICES * random.random());
      p.service = service;
      if (idle[service] > 0) {
        idle[service]--;
        return startService(p);
      }
      queues[service].add(p);
      hold(p);
    }
    function hold(p: Patient): void {
      p.after(exponential(params.meanHeldGap), () => {
        counts.events++;
        counts.contacts++;
        hold(p);
      });
    }
    function startService(p: Patient): void {
      counts.served++;
      p.after(exponential(params.meanService), () => endService(p));
      const w = p.worker!;
      w.cases.delete(p);
      p.worker = null;
      offerSlot(w);
    }
    function endService(p: Patient): void {
      counts.events++;
      const next = shift(queues[p.service]);
      if (next) startService(next);
      else idle[p.service]++;
    }
    function offerSlot(w: Worker): void {
      const p = shift(returned) ?? shift(fresh);
      if (p) accept(p, w);
    }
    function endWeek(): void {
      counts.events += workers.length;
      clock.setTimer(1).done(endWeek);
      for (const w of workers) {
        if (!w.present) continue;
        const over = Math.max(0, w.cases.size / params.slotsPerWorker - 0.8);
        w.strain += params.strainGain * over - params.strainDecay * w.strain;
        const rate = params.leavingRate * Math.exp(params.leavingSlope * w.strain);
        if (random.random() < 1 - Math.exp(-rate)) leave(w);
      }
    }
    function leave(w: Worker): void {
      counts.leavers++;
      w.present = false;
      for (const p of w.cases) {
        if (p.service >= 0) queues[p.service].delete(p);
        p.service = -1;
        p.worker = null;
        join(p, returned);
      }
      w.cases.clear();
      w.setTimer(exponential(params.meanVacancy)).done(() => fillPost(w));
      for (let other = leastLoaded(); other && returned.size > 0; other = leastLoaded())
        accept(shift(returned)!, other);
    }
    function fillPost(w: Worker): void {
      counts.events++;
      w.present = true;
      w.strain = 0;
      while (w.cases.size < params.slotsPerWorker && returned.size + fresh.size > 0) offerSlot(w);
    }

    const clock = sim.addEntity(Patient, "Clock");
    clock.setTimer(exponential(1 / params.arrivalsPerWeek)).done(arrive);
    clock.setTimer(1).done(endWeek);
    // The library's end is inclusive; the week's end at the very horizon is not to happen.
    sim.simulate(params.weeks - Number.EPSILON * params.weeks);
    counts.meanWait = counts.accepted > 0 ? totalWait / counts.accepted : 0;
    return counts;
  };
}

/** Takes the first out of a set. */
function shift<T>(set: Set<T>): T | undefined {
  for (const first of set) {
    set.delete(first);
    return first;
  }
  return undefined;
}
