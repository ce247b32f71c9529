/** Bearing witness to distress, holding's fourth function, as docs/model.md, section 7.5, has it. */
import { Draw } from "../../sim/draws";
import { Contact } from "../../sim/record/totals";
import { nextPresent } from "./allocation";
import { meanHours, takeNextTask, takePlaceAtOnce } from "./contacts";
import { type LinkWorker, type Patient, takeOut } from "./people";
import { distressAt } from "./referral";
import { offers, type World } from "./world";

/**
 * The next moment at which the patient may disclose: moments at rate ν, each numbered, of which those are passed
 * over that the highest distress possible by then would rule out.
 */
export function awaitDisclosure(world: World, patient: Patient): void {
  const { events, luck, params, endsAt } = world;
  if (!offers(world, 4) || params.holding.witnessRate === 0) return;
  let time = events.now;
  let u: number;
  do {
    const number = patient.disclosureMoments++;
    time += luck.exponential(1 / params.holding.witnessRate, Draw.Disclosure, patient.key, number);
    u = luck.uniform(Draw.DisclosureThinning, patient.key, number);
  } while (time <= endsAt && u >= distressAt(world, patient, time));
  events.cancel(patient.nextDisclosure);
  patient.nextDisclosure = events.plan(time, () => {
    if (u < distressAt(world, patient, events.now)) disclose(world, patient);
    else awaitDisclosure(world, patient);
  });
}

/** To the own link worker, or, once an absence has lasted long enough, to whoever would be given the next case. */
function disclose(world: World, patient: Patient): void {
  const worker = patient.worker!;
  waitToBeHeard(world, patient, worker.covered ? (nextPresent(world) ?? worker) : worker);
}

function waitToBeHeard(world: World, patient: Patient, worker: LinkWorker): void {
  const task = { patient, worker, type: Contact.Holding4, since: world.events.now };
  if (meanHours(world, Contact.Holding4) === 0) return takePlaceAtOnce(world, task);
  patient.disclosure = task;
  worker.list.push(task);
  takeNextTask(world, worker);
}

/** The absence has lasted long enough: disclosures that wait go to colleagues. */
export function cover(world: World, worker: LinkWorker): void {
  worker.covered = true;
  for (const { patient } of disclosuresTo(worker)) {
    const colleague = nextPresent(world);
    if (colleague === null) return;
    callOffDisclosure(world, patient);
    waitToBeHeard(world, patient, colleague);
  }
}

/** Disclosures that wait with a link worker who goes, and come from others' cases, go back to those others. */
export function returnDisclosures(world: World, worker: LinkWorker): void {
  for (const { patient } of disclosuresTo(worker)) {
    callOffDisclosure(world, patient);
    waitToBeHeard(world, patient, patient.worker!);
  }
}

const disclosuresTo = ({ list }: LinkWorker) => list.filter(({ type }) => type === Contact.Holding4);

/** No disclosure waits or is to come. */
export function callOffDisclosure(world: World, patient: Patient): void {
  world.events.cancel(patient.nextDisclosure);
  if (patient.disclosure !== null) takeOut(patient.disclosure.worker.list, patient.disclosure);
  patient.disclosure = null;
}
