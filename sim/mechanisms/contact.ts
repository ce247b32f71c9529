/**
 * Contacts: tasks join their link worker's list, and a link worker does one at a time (docs/model.md, section 7.2).
 *
 * reads      params.contact, params.work, params.exhaustion, derived
 * writes     workers.busy, workers.pending, patients.step, patients.distress, totals.contactHours
 * schedules  ContactEnds
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { exponential, lognormal } from "../kernel/distributions";
import { Entry } from "../record/eventLog";
import { CONTACT_COUNT, Contact, type Exit } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { LANE_COUNT, Lane, Level, Step } from "../state";
import { productivity } from "./allocation";
import { closeCase } from "./closing";
import { depart } from "./departure";
import { bringUpToDate } from "./distress";
import { afterContact } from "./pathway";
import { watchPatience } from "./referral";
import { afterDisclosure } from "./witnessing";

/** Lane of each type of routine contact; disclosures have a list of their own. */
const LANE_OF = Uint8Array.of(
  Lane.CoreWork,
  Lane.CoreWork,
  Lane.CoreWork,
  Lane.Handover,
  Lane.Holding,
  Lane.Holding,
  Lane.Holding,
  Lane.Holding,
);

/** How far workload pressure u is above 1, at most 1. */
export function overload(u: number): number {
  return Math.min(1, Math.max(0, u - 1));
}

/** Effectiveness of link worker w: exhausted or hurried contacts do less (section 7.2). */
export function effectiveness({ params, derived, state: { workers } }: Sim, w: number): number {
  const tired = 1 - derived.lessEffective * workers.exhaustion[w];
  return tired * (1 - params.exhaustion.hurriedEffect * overload(workers.pressure[w]));
}

/** Brings up to date how link worker w works (section 7.2), after exhaustion or pressure has changed. */
export function updatePace(sim: Sim, w: number): void {
  const { params, derived } = sim;
  const { exhaustion, work } = params;
  const { workers } = sim.state;
  const E = workers.exhaustion[w];
  const over = overload(workers.pressure[w]);
  const overtime = 1 + work.otMax * over;
  workers.hoursPerDay[w] = derived.contactHoursPerDay * overtime;
  workers.pace[w] = overtime / ((1 + derived.slowing * E) * (1 - exhaustion.hurry * over));
  workers.effectiveness[w] = effectiveness(sim, w);
}

/** Working speed of link worker w: contact hours done in an hour of the nominal day (section 7.2). */
export function workingSpeed(sim: Sim, w: number): number {
  return sim.state.workers.pace[w] * productivity(sim, w);
}

/** The routine contact of patient p falls due: it joins the link worker's list, and begins at once if it can. */
export function requestContact(sim: Sim, p: number, type: Contact): void {
  const { patients, workers, tasks } = sim.state;
  const w = patients.worker[p];
  patients.task[p] = type;
  patients.dueAt[p] = sim.now;
  if (sim.derived.meanHours[type] === 0) return haveAtOnce(sim, w, p, type);
  patients.step[p] = Step.Pending;
  tasks.push(w * LANE_COUNT + LANE_OF[type], p);
  workers.pending[w * CONTACT_COUNT + type]++;
  startNextContact(sim, w);
  if (type === Contact.First && patients.step[p] === Step.Pending) watchPatience(sim, p);
}

/** A contact that takes no working time needs no free link worker. */
export function haveAtOnce(sim: Sim, w: number, p: number, type: Contact): void {
  const { patients } = sim.state;
  if (type !== Contact.Holding4) patients.step[p] = Step.InContact;
  beginFor(sim, p, type);
  patients.contactsUnderWay[p]++;
  sim.log?.add(sim.now, Entry.ContactBegan, patients.key[p], w, type);
  conclude(sim, w, p, type);
}

/** Link worker w, if free, present and in post, takes the next task on the list. */
export function startNextContact(sim: Sim, w: number): void {
  const { workers, patients, tasks, disclosed } = sim.state;
  if (workers.busy[w] || workers.absent[w] || !workers.inPost[w]) return;
  const lane = chooseLane(sim, w);
  if (lane === NOTHING_TO_DO) return;
  const witness = lane === WITNESS;
  const p = witness ? disclosed.shift(w) : tasks.shift(w * LANE_COUNT + lane);
  const type = witness ? Contact.Holding4 : (patients.task[p] as Contact);
  workers.pending[w * CONTACT_COUNT + type]--;
  if (!witness) patients.step[p] = Step.InContact;
  begin(sim, w, p, type);
}

const NOTHING_TO_DO = -1;
const WITNESS = LANE_COUNT;

/** Which list link worker w takes the next task from: the priorities of section 7.2. */
function chooseLane(sim: Sim, w: number): number {
  const { tasks, disclosed } = sim.state;
  const witnessing = disclosed.length[w] > 0;
  const handovers = tasks.length[w * LANE_COUNT + Lane.Handover] > 0;
  const holding = tasks.length[w * LANE_COUNT + Lane.Holding] > 0;
  const coreWork = tasks.length[w * LANE_COUNT + Lane.CoreWork] > 0;
  if (!sim.derived.recognised) {
    if (witnessing) return WITNESS;
    if (handovers) return Lane.Handover;
    if (holding && coreWork) return fellDueFirst(sim, w);
    return holding ? Lane.Holding : coreWork ? Lane.CoreWork : NOTHING_TO_DO;
  }
  if (handovers) return Lane.Handover;
  const holdingNext = witnessing || holding;
  if (holdingNext && (!coreWork || holdingShare(sim, w) < sim.params.holding.protectedShare))
    return witnessing ? WITNESS : Lane.Holding;
  return coreWork ? Lane.CoreWork : NOTHING_TO_DO;
}

function fellDueFirst(sim: Sim, w: number): number {
  const { tasks, patients } = sim.state;
  const holding = patients.dueAt[tasks.first(w * LANE_COUNT + Lane.Holding)];
  const coreWork = patients.dueAt[tasks.first(w * LANE_COUNT + Lane.CoreWork)];
  return holding < coreWork ? Lane.Holding : Lane.CoreWork;
}

/** Share of link worker w's recent contact hours, today's included, that went to holding. */
function holdingShare({ state: { workers } }: Sim, w: number): number {
  const hours = workers.recentHours[w] + workers.dayHours[w];
  return hours > 0 ? (workers.recentHoldingHours[w] + workers.dayHoldingHours[w]) / hours : 0;
}

function begin(sim: Sim, w: number, p: number, type: Contact): void {
  const { workers, patients } = sim.state;
  const key = patients.key[p];
  const hours = contactHours(sim, p, type);
  const days = hours / (sim.derived.contactHoursPerDay * workingSpeed(sim, w));
  const worked = days * workers.hoursPerDay[w];
  beginFor(sim, p, type);
  patients.contactsUnderWay[p]++;
  workers.busy[w] = 1;
  workers.busySince[w] = sim.now;
  workers.contactPatient[w] = p;
  workers.contactType[w] = type;
  workers.dayHours[w] += worked;
  if (type >= Contact.Holding1) workers.dayHoldingHours[w] += worked;
  sim.totals.contactHours[type] += worked;
  schedule(sim, sim.now + days, EventKind.ContactEnds, w);
  sim.log?.add(sim.now, Entry.ContactBegan, key, w, type, worked);
}

/** What a contact's beginning means for the patient: it is counted, and the first one ends the wait. */
function beginFor(sim: Sim, p: number, type: Contact): void {
  const { patients } = sim.state;
  patients.contacts[p * CONTACT_COUNT + type]++;
  sim.totals.contacts[type]++;
  if (type !== Contact.First) return;
  const wait = sim.now - patients.referredAt[p];
  patients.firstSeenAt[p] = sim.now;
  sim.totals.seen++;
  sim.totals.waitDays += wait;
  if (wait > 0) sim.totals.waited++;
  sim.waits.push(wait);
}

/** Hours the contact takes at speed 1, drawn under the patient and the number of such contacts so far. */
function contactHours(sim: Sim, p: number, type: Contact): number {
  const { patients } = sim.state;
  const { distribution } = sim.params.contact;
  const key = patients.key[p];
  // A patient who declines has a short first contact (section 7.3).
  const declines =
    type === Contact.First && sim.streams.uniform(Draw.Decline, key, 0) < sim.params.pathway.decline;
  const mean = sim.derived.meanHours[declines ? Contact.Simple : type];
  if (distribution === "deterministic") return mean;
  const u = sim.streams.uniform(Draw.ContactHours, key, contactNumber(sim, p, type));
  return mean * (distribution === "exponential" ? exponential(u) : lognormal(u, sim.derived.contactLogSd));
}

/** Number of a draw that belongs to the next contact of one type with one patient. */
export function contactNumber(sim: Sim, p: number, type: Contact): number {
  return type * 0x10000 + sim.state.patients.contacts[p * CONTACT_COUNT + type];
}

/** The contact that link worker w is in ends. */
export function endContact(sim: Sim, w: number): void {
  const { workers } = sim.state;
  workers.dayBusy[w] += sim.now - workers.busySince[w];
  sim.totals.busyDays += sim.now - workers.busySince[w];
  // Still busy while its consequences are worked out, so that a task falling due now waits its turn.
  conclude(sim, w, workers.contactPatient[w], workers.contactType[w] as Contact);
  workers.busy[w] = 0;
  workers.contactPatient[w] = -1;
  if (workers.departing[w]) depart(sim, w);
  else startNextContact(sim, w);
}

/** What a contact did: relief for the patient, emotional load for the link worker, the next step of the pathway. */
function conclude(sim: Sim, w: number, p: number, type: Contact): void {
  const { patients, workers } = sim.state;
  const { relief, emotionalWeight } = sim.derived;
  const eff = workers.effectiveness[w];
  bringUpToDate(sim, p);
  workers.dayEmotionalLoad[w] += emotionalWeight[type] * patients.distress[p];
  patients.distress[p] *= 1 - relief[type] * eff;
  patients.longestGap[p] = Math.max(patients.longestGap[p], sim.now - patients.lastContactAt[p]);
  patients.lastContactAt[p] = sim.now;
  patients.contactsUnderWay[p]--;
  sim.log?.add(sim.now, Entry.ContactEnded, patients.key[p], w, type, patients.distress[p]);
  if (type !== Contact.Holding4) patients.step[p] = Step.None;
  if (patients.closing[p]) return closeCase(sim, p, (patients.closing[p] - 1) as Exit);
  if (type === Contact.Holding4) afterDisclosure(sim, p);
  else afterContact(sim, p, type, eff);
}

/** The routine step of patient p, whatever it is, is called off. */
export function cancelStep(sim: Sim, p: number): void {
  const { patients, workers, tasks, waitingList, levels } = sim.state;
  if (patients.step[p] === Step.Pending) {
    tasks.remove(p);
    workers.pending[patients.worker[p] * CONTACT_COUNT + patients.task[p]]--;
  } else if (patients.step[p] === Step.OnWaitingList) {
    waitingList.remove(p);
    levels.change(Level.OnWaitingList, -1, sim.now);
    sim.log?.add(sim.now, Entry.LeftWaitingList, patients.key[p], -1);
  }
  patients.dueAt[p] = Number.POSITIVE_INFINITY;
  patients.step[p] = Step.None;
}
