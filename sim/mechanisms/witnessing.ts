/**
 * Holding, fourth function: bearing witness to distress (docs/model.md, section 7.5).
 * An open case discloses at rate ν, thinned by its distress; while one disclosure waits to be heard, there is no other.
 *
 * reads      params.holding, patients.distress
 * writes     patients.disclosures, workers.pending, disclosed lists
 * schedules  Disclosure
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { CONTACT_COUNT, Contact } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { haveAtOnce, startNextContact } from "./contact";
import { distressWithoutContact } from "./distress";

const WITNESS = Contact.Holding4;

/**
 * Schedules the next moment at which patient p may disclose. Contacts only lower distress, so moments that even
 * undisturbed distress would thin out are passed over here, without an event.
 */
export function scheduleDisclosure(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const rate = sim.params.holding.witnessRate;
  if (!sim.derived.holding[3] || rate <= 0) return;
  const key = patients.key[p];
  patients.disclosureAt[p] = Number.POSITIVE_INFINITY;
  let time = sim.now;
  let k: number;
  do {
    k = patients.disclosures[p]++;
    time += sim.streams.exponential(Draw.Disclosure, key, k) / rate;
    if (time > sim.endsAt) return;
  } while (!discloses(sim, p, k, time));
  patients.disclosureAt[p] = time;
  schedule(sim, time, EventKind.Disclosure, p);
}

/** Whether moment number k, at `time`, is a disclosure if there is no contact before: with a chance of p's distress. */
function discloses(sim: Sim, p: number, k: number, time: number): boolean {
  const { patients } = sim.state;
  const u = sim.streams.uniform(Draw.DisclosureThinning, patients.key[p], k);
  const d = patients.distress[p];
  // Distress rises, in a curve that bends down: mostly its present value or a straight line decides.
  if (u < d || patients.needMet[p]) return u < d;
  const rise = (1 - d) * sim.params.patients.distressDrift * (time - patients.distressAt[p]);
  return u < d + rise && u < distressWithoutContact(sim, p, time);
}

/** Patient p discloses distress, if it is still what it was expected to be; otherwise perhaps later. */
export function disclose(sim: Sim, p: number): void {
  const { patients, disclosed } = sim.state;
  if (patients.disclosureAt[p] !== sim.now || patients.worker[p] < 0 || disclosed.list[p] >= 0) return;
  patients.disclosureAt[p] = Number.POSITIVE_INFINITY;
  if (!discloses(sim, p, patients.disclosures[p] - 1, sim.now)) return scheduleDisclosure(sim, p);
  bringToWitness(sim, p, listener(sim, patients.worker[p]));
}

/** A disclosure waits for link worker w to hear it. */
function bringToWitness(sim: Sim, p: number, w: number): void {
  const { workers, disclosed } = sim.state;
  if (sim.derived.meanHours[WITNESS] === 0) return haveAtOnce(sim, w, p, WITNESS);
  disclosed.push(w, p);
  workers.pending[w * CONTACT_COUNT + WITNESS]++;
  startNextContact(sim, w);
}

/** Who hears a disclosure to link worker w: a colleague once the absence has lasted long enough, if one is there. */
function listener(sim: Sim, w: number): number {
  const { workers, available } = sim.state;
  if (!workers.absent[w] || workers.coverStartsAt[w] > sim.now) return w;
  const colleague = available.winner();
  return colleague >= 0 ? colleague : w;
}

/** The absence of link worker w has lasted long enough: disclosures that wait go to colleagues. */
export function startCover(sim: Sim, w: number): void {
  const { workers, disclosed } = sim.state;
  if (workers.coverStartsAt[w] !== sim.now || !workers.absent[w]) return;
  for (let p = disclosed.first(w); p >= 0; ) {
    const next = disclosed.next(p);
    const colleague = listener(sim, w);
    if (colleague === w) return;
    callOffDisclosure(sim, p);
    bringToWitness(sim, p, colleague);
    p = next;
  }
}

/** A disclosure of patient p has been heard; the next may come. */
export function afterDisclosure(sim: Sim, p: number): void {
  if (sim.state.patients.worker[p] >= 0) scheduleDisclosure(sim, p);
}

/** No disclosure of patient p waits any longer, and none is to come. */
export function callOffDisclosure(sim: Sim, p: number): void {
  const { patients, workers, disclosed } = sim.state;
  patients.disclosureAt[p] = Number.POSITIVE_INFINITY;
  const w = disclosed.list[p];
  if (w < 0) return;
  disclosed.remove(p);
  workers.pending[w * CONTACT_COUNT + WITNESS]--;
}

/** Disclosures that wait with link worker w, who is leaving, go to the patients' own link workers. */
export function returnDisclosures(sim: Sim, w: number): void {
  const { patients, disclosed } = sim.state;
  for (let p = disclosed.first(w); p >= 0; p = disclosed.first(w)) {
    callOffDisclosure(sim, p);
    bringToWitness(sim, p, patients.worker[p]);
  }
}
