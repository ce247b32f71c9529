/** Contacts and the link worker's day, as docs/model.md, section 7.2, has them. */
import { Draw } from "../../sim/draws";
import { Entry } from "../../sim/record/eventLog";
import { Contact } from "../../sim/record/totals";
import { productivity } from "./allocation";
import { close } from "./closing";
import { depart } from "./leaving";
import { afterContact } from "./pathway";
import { type LinkWorker, type Patient, type Task, takeOut } from "./people";
import { changeDistress, distressAt } from "./referral";
import { awaitDisclosure } from "./witness";
import { contactHoursPerDay, isRecognised, note, type World } from "./world";

const isHolding = (type: Contact): boolean => type >= Contact.Holding1;
const isCoreWork = (type: Contact): boolean => !isHolding(type) && type !== Contact.Handover;

/** Mean hours of a contact of some type. */
export function meanHours({ params: { contact, handover } }: World, type: Contact): number {
  if (type === Contact.Handover) return handover.warm ? handover.hoursWarm : handover.hoursCold;
  return isHolding(type) ? contact.holdingHours[type - Contact.Holding1] : contact.hours[type];
}

/** Emotional weight or relief of a contact of some type; simple and handover contacts have neither. */
function ofType(values: readonly number[], type: Contact): number {
  if (type === Contact.Simple || type === Contact.Handover) return 0;
  return isHolding(type) ? values[type - Contact.Holding1 + 2] : values[type];
}

/** A patient's routine contact falls due: it joins the list, and begins where the link worker is free. */
export function requestContact(world: World, patient: Patient, type: Contact): void {
  const task = { patient, type, worker: patient.worker!, since: world.events.now };
  if (meanHours(world, type) === 0) return takePlaceAtOnce(world, task);
  patient.step = { kind: "pending", task };
  task.worker.list.push(task);
  takeNextTask(world, task.worker);
}

/** A contact without working time. */
export function takePlaceAtOnce(world: World, task: Task): void {
  const { patient, worker, type } = task;
  begin(world, task);
  note(world, Entry.ContactBegan, { patient, place: worker.post.number, detail: type });
  end(world, task);
}

/** A link worker who is free and there takes the next task. */
export function takeNextTask(world: World, worker: LinkWorker): void {
  if (worker.contact !== null || worker.absent || worker.post.holder !== worker) return;
  const task = choose(world, worker);
  if (task === undefined) return;
  takeOut(worker.list, task);
  if (task.type === Contact.Holding4) task.patient.disclosure = null;
  holdContact(world, task);
}

function choose(world: World, worker: LinkWorker): Task | undefined {
  const first = (is: (type: Contact) => boolean) => worker.list.find(({ type }) => is(type));
  const disclosure = first((type) => type === Contact.Holding4);
  const handover = first((type) => type === Contact.Handover);
  if (!isRecognised(world)) return disclosure ?? handover ?? fellDueFirst(worker);
  const holding = disclosure ?? first(isHolding);
  const core = first(isCoreWork);
  const protectedTime = holdingShare(worker) < world.params.holding.protectedShare;
  return handover ?? (protectedTime ? (holding ?? core) : (core ?? holding));
}

/** Whatever fell due first; core work, where holding fell due in the same instant. */
function fellDueFirst({ list }: LinkWorker): Task | undefined {
  return list.find(({ type, since }) => isCoreWork(type) && since === list[0].since) ?? list[0];
}

function holdingShare({ recentHours, recentHoldingHours, today }: LinkWorker): number {
  const hours = recentHours + today.hours;
  return hours > 0 ? (recentHoldingHours + today.holdingHours) / hours : 0;
}

/** The link worker is in contact from now on, for as long as the drawn hours take. */
function holdContact(world: World, task: Task): void {
  const { events } = world;
  const { worker, type } = task;
  const nominal = contactHoursPerDay(world);
  const days = drawnHours(world, task) / (nominal * speed(world, worker));
  const hours = nominal * (1 + world.params.work.otMax * over(worker)) * days;
  worker.contact = { task, since: events.now };
  worker.today.hours += hours;
  if (isHolding(type)) worker.today.holdingHours += hours;
  begin(world, task);
  events.plan(events.now + days, () => endHeldContact(world, worker));
  note(world, Entry.ContactBegan, {
    patient: task.patient,
    place: worker.post.number,
    detail: type,
    value: hours,
  });
}

/** Hours at speed 1; whoever is going to decline has a first contact as short as a simple one. */
function drawnHours(world: World, { patient: { key, contacts }, type }: Task): number {
  const { contact, pathway } = world.params;
  const declines = type === Contact.First && world.luck.uniform(Draw.Decline, key) < pathway.decline;
  const mean = meanHours(world, declines ? Contact.Simple : type);
  const number = contactNumber(type, contacts);
  return world.luck.contactHours(contact, mean, key, number);
}

/** Number of the draws that belong to the next contact of a type. */
export const contactNumber = (type: Contact, contacts: readonly number[]): number =>
  65536 * type + contacts[type];

export const over = ({ pressure }: LinkWorker): number => Math.min(1, Math.max(0, pressure - 1));

/** Without feedback on work, exhaustion is as if it were 0. */
const felt = ({ params }: World, { exhaustion }: LinkWorker): number =>
  params.exhaustion.rule === "no-feedback" ? 0 : exhaustion;

function speed(world: World, worker: LinkWorker): number {
  const { slowing, hurry } = world.params.exhaustion;
  const faster = (1 + world.params.work.otMax * over(worker)) * productivity(world, worker);
  return faster / ((1 + slowing * felt(world, worker)) * (1 - hurry * over(worker)));
}

export function effectiveness(world: World, worker: LinkWorker): number {
  const { lessEffective, hurriedEffect } = world.params.exhaustion;
  return (1 - lessEffective * felt(world, worker)) * (1 - hurriedEffect * over(worker));
}

/** What the beginning of a contact means for the patient. */
function begin({ events }: World, { patient, type }: Task): void {
  patient.contacts[type]++;
  patient.contactsUnderWay++;
  if (type !== Contact.Holding4) patient.step = { kind: "in a contact" };
  if (type === Contact.First) events.cancel(patient.patience);
}

function endHeldContact(world: World, worker: LinkWorker): void {
  const { task, since } = worker.contact!;
  worker.today.busy += world.events.now - since;
  end(world, task);
  worker.contact = null;
  if (worker.leavesAfterContact) depart(world, worker);
  else takeNextTask(world, worker);
}

/** Emotional load, relief, and what follows. */
function end(world: World, { patient, worker, type }: Task): void {
  const { contact } = world.params;
  const { now } = world.events;
  const eff = effectiveness(world, worker);
  worker.today.emotionalLoad += ofType(contact.emotionalWeight, type) * distressAt(world, patient, now);
  changeDistress(world, patient, (d) => d * (1 - ofType(contact.relief, type) * eff));
  patient.lastContactAt = now;
  patient.contactsUnderWay--;
  const { distress: value } = patient;
  note(world, Entry.ContactEnded, { patient, place: worker.post.number, detail: type, value });
  if (type !== Contact.Holding4) patient.step = { kind: "none" };
  if (patient.closesAs !== null) close(world, patient, patient.closesAs);
  else if (type !== Contact.Holding4) afterContact(world, patient, type, eff);
  else if (patient.worker !== null) awaitDisclosure(world, patient);
}

/** The outstanding routine step is called off. */
export function callOffStep(world: World, patient: Patient): void {
  const { step } = patient;
  if (step.kind === "due") world.events.cancel(step.event);
  if (step.kind === "pending") takeOut(step.task.worker.list, step.task);
  if (step.kind === "on the waiting list") takeOut(world.waitingList, patient);
  patient.step = { kind: "none" };
}
