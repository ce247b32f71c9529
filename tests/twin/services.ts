/** Community services, as docs/model.md, section 7.4, has them, and who stays in their queues (section 7.5, 1). */
import { Draw } from "../../sim/draws";
import { Entry } from "../../sim/record/eventLog";
import { Contact, Exit } from "../../sim/record/totals";
import { allocate } from "./allocation";
import { close, leaveCaseload } from "./closing";
import { callOffStep } from "./contacts";
import { planNext } from "./pathway";
import { type Patient, type Service, takeOut } from "./people";
import { changeDistress } from "./referral";
import { callOffDisclosure } from "./witness";
import { note, offers, places, type World } from "./world";

/** The patient is referred on: to a free place, or into the queue. */
export function joinService(world: World, patient: Patient): void {
  const service = world.services[patient.service];
  const { closeAtReferral } = world.params.pathway;
  patient.phase = "waiting for a service";
  note(world, Entry.JoinedQueue, { patient, place: service.number });
  if (closeAtReferral) letGo(world, patient);
  if (service.queue.length === 0 && service.taken < places(world, service))
    offerPlace(world, patient, service);
  else {
    service.queue.push(patient);
    awaitEndOfPatience(world, patient);
    planNext(world, patient);
  }
  if (closeAtReferral) allocate(world);
}

/** The link worker's part ends. */
function letGo(world: World, patient: Patient): void {
  note(world, Entry.LetGo, { patient, place: patient.worker!.post.number, value: patient.distress });
  callOffDisclosure(world, patient);
  leaveCaseload(world, patient);
}

function awaitEndOfPatience(world: World, patient: Patient): void {
  const { events, luck, params } = world;
  const mean = 1 / params.services.disengageRate;
  const days = luck.exponential(mean, Draw.QueuePatience, patient.key, patient.timesKept);
  patient.queuePatience = events.plan(events.now + days, () => loseOrKeep(world, patient));
}

/** Whoever was supported of late may stay. */
function loseOrKeep(world: World, patient: Patient): void {
  const { holding, pathway } = world.params;
  const late = world.events.now - patient.lastContactAt;
  const supported =
    offers(world, 1) &&
    !pathway.closeAtReferral &&
    late <= holding.keepsEngagedWindow * holding.intervalDays[0];
  const u = world.luck.uniform(Draw.Kept, patient.key, patient.timesKept++);
  if (supported && u < holding.keepsEngaged) awaitEndOfPatience(world, patient);
  else close(world, patient, Exit.Disengaged);
}

/** Leaves the queue for a place, or for good. */
export function leaveQueue(world: World, patient: Patient): void {
  takeOut(world.services[patient.service].queue, patient);
  world.events.cancel(patient.queuePatience);
}

/** A place comes for the patient, who takes it up or drops out. */
function offerPlace(world: World, patient: Patient, service: Service): void {
  const { dropOutReady, dropOutUnready } = world.params.services;
  leaveQueue(world, patient);
  const u = world.luck.uniform(Draw.DropOut, patient.key);
  if (u < (patient.ready ? dropOutReady : dropOutUnready)) close(world, patient, Exit.DroppedOut);
  else startService(world, patient, service);
}

function startService(world: World, patient: Patient, service: Service): void {
  const { events, params } = world;
  changeDistress(world, patient, (d) => d);
  patient.needMet = true;
  patient.phase = "follow-up";
  patient.serviceSince = events.now;
  service.taken++;
  events.plan(events.now + stay(world, patient), () => endStay(world, service));
  note(world, Entry.ServiceStarted, { patient, place: service.number, value: patient.distress });
  if (params.pathway.followUps === 0 || params.pathway.closeAtReferral)
    return close(world, patient, Exit.Connected);
  if (hasSomethingFirst(patient)) return;
  callOffStep(world, patient);
  planNext(world, patient);
}

/** How long the patient keeps the place. */
function stay({ params: { services }, luck }: World, { service, key }: Patient): number {
  const mean = services.stayDays[service];
  if (services.stayDistribution === "deterministic") return mean;
  if (services.stayDistribution === "exponential") return luck.exponential(mean, Draw.Stay, key);
  return luck.lognormal(mean, Math.sqrt(Math.log(1 + services.stayCv ** 2)), Draw.Stay, key);
}

/** A contact under way, a handover to come, or the waiting list: what follows is planned after it. */
function hasSomethingFirst({ step }: Patient): boolean {
  if (step.kind === "pending") return step.task.type === Contact.Handover;
  return step.kind === "in a contact" || step.kind === "on the waiting list";
}

function endStay(world: World, service: Service): void {
  service.taken--;
  note(world, Entry.PlaceFreed, { place: service.number });
  offerPlaces(world, service);
}

/** Free places go to whoever has waited longest. */
export function offerPlaces(world: World, service: Service): void {
  while (service.taken < places(world, service) && service.queue.length > 0)
    offerPlace(world, service.queue[0], service);
}
