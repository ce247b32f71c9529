/**
 * Pathway: what follows a contact, and when the next one falls due (docs/model.md, section 7.3).
 *
 * reads      params.pathway, params.contact, derived.holding
 * writes     patients.phase, patients.step, patients.ready
 * schedules  StepDue
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { Contact, Exit } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Level, Phase, Step } from "../state";
import { closeCase } from "./closing";
import { contactNumber, requestContact } from "./contact";
import { afterPreparation, nextPreparation } from "./preparing";
import { holdWithoutService, nextHolding } from "./relieving";
import { joinService, nextContactWhileWaiting } from "./waiting";
import { scheduleDisclosure } from "./witnessing";

/** A routine contact of patient p has ended: the pathway goes on. */
export function afterContact(sim: Sim, p: number, type: Contact, eff: number): void {
  switch (type) {
    case Contact.First:
      return afterFirst(sim, p);
    case Contact.Simple:
      return closeCase(sim, p, Exit.Simple);
    case Contact.Core:
      return afterCore(sim, p, eff);
    case Contact.Holding2:
      return afterPreparation(sim, p, eff);
    default:
      return planNextStep(sim, p);
  }
}

/** After the first appointment: declined, simple, hold only, or a service is needed. */
function afterFirst(sim: Sim, p: number): void {
  const { pathway } = sim.params;
  const { patients } = sim.state;
  const z = patients.complexity[p];
  scheduleDisclosure(sim, p);
  if (chance(sim, p, Draw.Decline) < pathway.decline) return closeCase(sim, p, Exit.Declined);
  if (pathway.firstAppointmentOnly) return closeCase(sim, p, Exit.Simple);
  if (chance(sim, p, Draw.SimpleRoute) < pathway.simple[z]) return enter(sim, p, Phase.Simple);
  if (chance(sim, p, Draw.HoldOnlyRoute) < pathway.holdOnly[z]) return holdWithoutService(sim, p);
  const ready = chance(sim, p, Draw.Preparation) >= pathway.needsPreparation[z];
  patients.ready[p] = ready ? 1 : 0;
  enter(sim, p, ready ? Phase.CoreWork : Phase.Preparing);
}

/** The uniform number of a decision that is taken once a referral. */
function chance({ streams, state: { patients } }: Sim, p: number, stream: Draw): number {
  return streams.uniform(stream, patients.key[p], 0);
}

/** Plan and refer, or follow up; an ineffective contact must be repeated. */
function afterCore(sim: Sim, p: number, eff: number): void {
  const { patients } = sim.state;
  const repeat = sim.streams.uniform(Draw.Rework, patients.key[p], patients.reworks[p]++);
  if (repeat < sim.params.pathway.rework * (1 - eff)) return planNextStep(sim, p);
  if (patients.phase[p] === Phase.CoreWork) return joinService(sim, p);
  patients.followUpsDone[p]++;
  if (patients.followUpsDone[p] >= sim.params.pathway.followUps) return closeCase(sim, p, Exit.Connected);
  planNextStep(sim, p);
}

/** Patient p enters a phase, and its first step is planned. */
export function enter(sim: Sim, p: number, phase: number): void {
  const { patients, levels } = sim.state;
  if (patients.phase[p] === Phase.AwaitingFirst) levels.change(Level.Held, 1, sim.now);
  patients.phase[p] = phase;
  planNextStep(sim, p);
}

/** Plans the routine step that follows from the phase of patient p, counted from now. */
export function planNextStep(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const { pathway } = sim.params;
  switch (patients.phase[p]) {
    case Phase.Simple:
      return due(sim, p, Contact.Simple, 0);
    case Phase.CoreWork:
      return due(sim, p, Contact.Core, pathway.core1Delay);
    case Phase.HoldOnly:
      return nextHolding(sim, p);
    case Phase.Preparing:
      return nextPreparation(sim, p);
    case Phase.WaitingForService:
      return nextContactWhileWaiting(sim, p);
    case Phase.FollowUp:
      return followUp(sim, p);
  }
}

/** What the sum of a time and a delay may miss the delay by. */
const ROUNDING_DAYS = 1e-6;

/** The first follow-up counts from the start of the service, those after it from the contact before. */
function followUp(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const { core2Delay, followUpGapDays } = sim.params.pathway;
  const sinceStart = sim.now - patients.startedAt[p];
  const left = core2Delay - sinceStart;
  const beforeFirst = patients.followUpsDone[p] === 0 && (left > ROUNDING_DAYS || sinceStart === 0);
  due(sim, p, Contact.Core, beforeFirst ? left : followUpGapDays);
}

/** The next contact of patient p falls due after `days`, on average where intervals are random. */
export function due(sim: Sim, p: number, type: Contact, days: number): void {
  const { patients } = sim.state;
  const random = sim.params.contact.intervalDistribution === "exponential";
  const interval = random
    ? days * sim.streams.exponential(Draw.Interval, patients.key[p], contactNumber(sim, p, type))
    : days;
  patients.task[p] = type;
  patients.step[p] = Step.Due;
  patients.dueAt[p] = sim.now + interval;
  schedule(sim, patients.dueAt[p], EventKind.StepDue, p);
}

/** The routine step of patient p falls due, unless it was called off meanwhile. */
export function stepDue(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (patients.step[p] !== Step.Due || patients.dueAt[p] !== sim.now) return;
  const type = patients.phase[p] === Phase.AwaitingFirst ? Contact.First : (patients.task[p] as Contact);
  requestContact(sim, p, type);
}
