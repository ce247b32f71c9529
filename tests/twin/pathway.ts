/** The pathway, as docs/model.md, section 7.3, has it, with holding's second and third functions (section 7.5). */
import { Draw } from "../../sim/draws";
import { Contact, Exit } from "../../sim/record/totals";
import { close } from "./closing";
import { contactNumber, requestContact } from "./contacts";
import type { Patient, Phase } from "./people";
import { joinService } from "./services";
import { awaitDisclosure } from "./witness";
import { offers, type World } from "./world";

/** A routine contact has ended with effectiveness `eff`. */
export function afterContact(world: World, patient: Patient, type: Contact, eff: number): void {
  if (type === Contact.First) afterFirst(world, patient);
  else if (type === Contact.Simple) close(world, patient, Exit.Simple);
  else if (type === Contact.Core) afterCore(world, patient, eff);
  else if (type === Contact.Holding2) afterPreparing(world, patient, eff);
  else planNext(world, patient);
}

function afterFirst(world: World, patient: Patient): void {
  const { key, complexity } = patient;
  const { pathway } = world.params;
  const happens = (stream: Draw, chance: number) => world.luck.uniform(stream, key) < chance;
  awaitDisclosure(world, patient);
  if (happens(Draw.Decline, pathway.decline)) return close(world, patient, Exit.Declined);
  if (pathway.firstAppointmentOnly) return close(world, patient, Exit.Simple);
  if (happens(Draw.SimpleRoute, pathway.simple[complexity])) return goOn(world, patient, "simple");
  if (happens(Draw.HoldOnlyRoute, pathway.holdOnly[complexity])) return holdOnly(world, patient);
  patient.ready = !happens(Draw.Preparation, pathway.needsPreparation[complexity]);
  goOn(world, patient, patient.ready ? "core work" : "preparing");
}

/** Held for an exponential time, where the function is offered. */
function holdOnly(world: World, patient: Patient): void {
  const { events, luck, params } = world;
  const days = luck.exponential(params.holding.holdOnlyDays, Draw.HoldTime, patient.key);
  patient.endOfHolding = events.plan(events.now + days, () => close(world, patient, Exit.HoldCompleted));
  goOn(world, patient, "hold only");
}

/** An ineffective core contact is repeated; else it leads to the service's queue, or on through the follow-ups. */
function afterCore(world: World, patient: Patient, eff: number): void {
  const { rework, followUps } = world.params.pathway;
  const u = world.luck.uniform(Draw.Rework, patient.key, patient.coreContacts++);
  if (u < rework * (1 - eff)) return planNext(world, patient);
  if (patient.phase === "core work") return joinService(world, patient);
  patient.followUpsDone++;
  if (patient.followUpsDone === followUps) close(world, patient, Exit.Connected);
  else planNext(world, patient);
}

function afterPreparing(world: World, patient: Patient, eff: number): void {
  const number = patient.contacts[Contact.Holding2];
  if (world.luck.uniform(Draw.Ready, patient.key, number) < world.params.holding.pReady * eff) {
    patient.ready = true;
    goOn(world, patient, "core work");
  } else planNext(world, patient);
}

function goOn(world: World, patient: Patient, phase: Phase): void {
  patient.phase = phase;
  planNext(world, patient);
}

/** The routine step that the phase asks for, counted from now. */
export function planNext(world: World, patient: Patient): void {
  const { pathway } = world.params;
  if (patient.phase === "simple") fallDue(world, patient, Contact.Simple, 0);
  if (patient.phase === "core work") fallDue(world, patient, Contact.Core, pathway.core1Delay);
  if (patient.phase === "hold only" && !hold(world, patient, 3)) close(world, patient, Exit.ReturnedToGp);
  if (patient.phase === "preparing" && !hold(world, patient, 2)) goOn(world, patient, "core work");
  if (patient.phase === "waiting for a service" && !hold(world, patient, 1))
    patient.step = { kind: "in the queue" };
  if (patient.phase === "follow-up") planFollowUp(world, patient);
}

/** The first follow-up has its time from the start of the service, as long as that has not passed. */
function planFollowUp(world: World, patient: Patient): void {
  const { core2Delay, followUpGapDays } = world.params.pathway;
  const { now } = world.events;
  const left = patient.serviceSince + core2Delay - now;
  const first = patient.followUpsDone === 0 && (left > 0 || patient.serviceSince === now);
  fallDue(world, patient, Contact.Core, first ? left : followUpGapDays);
}

/** Plans a contact of holding function f; false where it is not, or no longer, offered to the patient. */
function hold(world: World, patient: Patient, f: 1 | 2 | 3): boolean {
  if (patient.worker === null || !offers(world, f) || limitReached(world, patient)) return false;
  patient.heldSince ??= world.events.now;
  const type = [Contact.Holding1, Contact.Holding2, Contact.Holding3][f - 1];
  fallDue(world, patient, type, world.params.holding.intervalDays[f - 1]);
  return true;
}

function limitReached({ params: { holding }, events }: World, { contacts, heldSince }: Patient): boolean {
  if (holding.policy !== "time-limited") return false;
  const so = contacts[Contact.Holding1] + contacts[Contact.Holding2] + contacts[Contact.Holding3];
  return so >= holding.limitContacts || (heldSince !== null && events.now - heldSince >= holding.limitDays);
}

/** A contact falls due after so many days, or an exponential time with that mean. */
function fallDue(world: World, patient: Patient, type: Contact, days: number): void {
  const { events, luck, params } = world;
  const number = contactNumber(type, patient.contacts);
  const drawn = params.contact.intervalDistribution === "exponential";
  const interval = drawn ? luck.exponential(days, Draw.Interval, patient.key, number) : days;
  const event = events.plan(events.now + interval, () => requestContact(world, patient, type));
  patient.step = { kind: "due", event };
}
