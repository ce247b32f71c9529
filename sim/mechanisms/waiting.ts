/**
 * Community services with limited places, and holding's first function: supporting patients who wait for them
 * (docs/model.md, sections 7.4 and 7.5).
 *
 * reads      params.services, params.holding, params.pathway, derived.places
 * writes     patients.phase, patients.needMet, occupied, service queues
 * schedules  PlaceFreed, QueuePatienceEnds
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { exponential, lognormal } from "../kernel/distributions";
import { Entry } from "../record/eventLog";
import { Contact, Exit } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Level, Phase, Step } from "../state";
import { allocate, isHeld } from "./allocation";
import { closeCase, leaveCaseload } from "./closing";
import { cancelStep } from "./contact";
import { bringUpToDate } from "./distress";
import { holdingEnds, sinceHolding } from "./holding";
import { due, planNextStep } from "./pathway";
import { callOffDisclosure } from "./witnessing";

/** Patient p has been referred on: takes a free place, or joins the service's queue, held meanwhile or let go. */
export function joinService(sim: Sim, p: number): void {
  const { patients, serviceQueues, occupied } = sim.state;
  const { closeAtReferral } = sim.params.pathway;
  const s = patients.service[p];
  patients.phase[p] = Phase.WaitingForService;
  patients.queuedAt[p] = sim.now;
  sim.log?.add(sim.now, Entry.JoinedQueue, patients.key[p], s);
  if (closeAtReferral) letGo(sim, p);
  if (occupied[s] < sim.derived.places[s] && serviceQueues.length[s] === 0) takePlace(sim, p);
  else {
    serviceQueues.push(s, p);
    watchQueuePatience(sim, p);
    planNextStep(sim, p);
  }
  // Only now, so that a patient seen at once in the room just made does not overtake this one.
  if (closeAtReferral) allocate(sim);
}

/** Patient p is no link worker's case from here on; the service's queue alone moves the patient on. */
function letGo(sim: Sim, p: number): void {
  const { key, worker, distress } = sim.state.patients;
  sim.log?.add(sim.now, Entry.LetGo, key[p], worker[p], 0, distress[p]);
  callOffDisclosure(sim, p);
  leaveCaseload(sim, p);
}

function watchQueuePatience(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const patience = sim.streams.exponential(Draw.QueuePatience, patients.key[p], patients.timesKept[p]);
  patients.queuePatienceEndsAt[p] = sim.now + patience / sim.params.services.disengageRate;
  schedule(sim, patients.queuePatienceEndsAt[p], EventKind.QueuePatienceEnds, p);
}

/** Patience in the queue ends: whoever was contacted of late may stay, anybody else disengages. */
export function endQueuePatience(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (patients.phase[p] !== Phase.WaitingForService || patients.queuePatienceEndsAt[p] !== sim.now) return;
  if (patients.closing[p]) return;
  const { intervalDays, keepsEngagedWindow, keepsEngaged } = sim.params.holding;
  const supported =
    sim.derived.holding[0] &&
    !sim.params.pathway.closeAtReferral &&
    sim.now - patients.lastContactAt[p] <= keepsEngagedWindow * intervalDays[0];
  const u = sim.streams.uniform(Draw.Kept, patients.key[p], patients.timesKept[p]++);
  if (supported && u < keepsEngaged) watchQueuePatience(sim, p);
  else closeCase(sim, p, Exit.Disengaged);
}

/** The next supporting contact of a patient in the queue, or none: the queue alone will move the patient on. */
export function nextContactWhileWaiting(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (!sim.derived.holding[0] || patients.worker[p] < 0 || holdingEnds(sim, p)) {
    patients.step[p] = Step.InQueue;
    return;
  }
  sinceHolding(sim, p);
  due(sim, p, Contact.Holding1, sim.params.holding.intervalDays[0]);
}

/** A stay at service s ends. */
export function freePlace(sim: Sim, s: number): void {
  sim.state.occupied[s]--;
  sim.log?.add(sim.now, Entry.PlaceFreed, -1, s);
  offerPlaces(sim, s);
}

/** Free places at service s go to those who have waited longest. */
export function offerPlaces(sim: Sim, s: number): void {
  const { serviceQueues, occupied } = sim.state;
  while (occupied[s] < sim.derived.places[s] && serviceQueues.length[s] > 0)
    takePlace(sim, serviceQueues.shift(s));
}

/** A place has come for patient p, who takes it up or drops out. */
function takePlace(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const { dropOutReady, dropOutUnready } = sim.params.services;
  const chance = patients.ready[p] ? dropOutReady : dropOutUnready;
  if (sim.streams.uniform(Draw.DropOut, patients.key[p], 0) < chance)
    return closeCase(sim, p, Exit.DroppedOut);
  startService(sim, p);
}

/** From the start of the service the need is met; the follow-ups run beside the stay. */
function startService(sim: Sim, p: number): void {
  const { state, now, totals } = sim;
  const { patients, levels } = state;
  const s = patients.service[p];
  bringUpToDate(sim, p);
  if (isHeld(sim, p)) levels.change(Level.Held, -1, now);
  levels.change(Level.Unmet, -1, now);
  patients.needMet[p] = 1;
  patients.startedAt[p] = now;
  patients.phase[p] = Phase.FollowUp;
  totals.serviceStarts[s]++;
  totals.serviceWaitDays[s] += now - patients.queuedAt[p];
  state.occupied[s]++;
  schedule(sim, now + stayDays(sim, p), EventKind.PlaceFreed, s);
  sim.log?.add(now, Entry.ServiceStarted, patients.key[p], s, 0, patients.distress[p]);
  const { followUps, closeAtReferral } = sim.params.pathway;
  if (followUps === 0 || closeAtReferral) return closeCase(sim, p, Exit.Connected);
  // A contact under way, or the allocation of somebody orphaned, plans the next step when it comes.
  const step = patients.step[p];
  if (step === Step.InContact || step === Step.OnWaitingList || isHandover(sim, p)) return;
  cancelStep(sim, p);
  planNextStep(sim, p);
}

/** Whether patient p waits for a handover contact, which comes before anything else. */
function isHandover({ state: { patients } }: Sim, p: number): boolean {
  return patients.step[p] === Step.Pending && patients.task[p] === Contact.Handover;
}

function stayDays(sim: Sim, p: number): number {
  const { patients } = sim.state;
  const { stayDays: means, stayDistribution } = sim.params.services;
  const mean = means[patients.service[p]];
  if (stayDistribution === "deterministic") return mean;
  const u = sim.streams.uniform(Draw.Stay, patients.key[p], 0);
  return mean * (stayDistribution === "exponential" ? exponential(u) : lognormal(u, sim.derived.stayLogSd));
}
