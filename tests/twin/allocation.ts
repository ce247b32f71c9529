/** Allocation, as docs/model.md, section 7.1, has it: every link worker is looked at each time. */
import { Entry } from "../../sim/record/eventLog";
import { Contact } from "../../sim/record/totals";
import { requestContact } from "./contacts";
import { type LinkWorker, type Patient, takeOut } from "./people";
import { awaitDisclosure } from "./witness";
import { inPost, note, type World } from "./world";

/** Waiting patients go to link workers while there are both. */
export function allocate(world: World): void {
  while (world.waitingList.length > 0) {
    const worker = nextLinkWorker(world);
    if (worker === null) return;
    const patient = firstOnWaitingList(world);
    takeOut(world.waitingList, patient);
    assign(world, patient, worker);
  }
}

/** First in, first out, section by section. */
function firstOnWaitingList({ waitingList }: World): Patient {
  const first = Math.min(...waitingList.map(({ section }) => section));
  return waitingList.find(({ section }) => section === first)!;
}

/** Who takes the next case: a link worker who is there, else, where there is no cap, one who is absent. */
export function nextLinkWorker(world: World): LinkWorker | null {
  return nextPresent(world) ?? (world.params.policy.caseloadCap === Infinity ? nextAbsent(world) : null);
}

/** The colleague present who would be given the next case. */
export function nextPresent(world: World): LinkWorker | null {
  const { caseloadCap } = world.params.policy;
  const may = inPost(world).filter(
    (worker) => mayBeGiven(worker) && !worker.absent && worker.cases.length < caseloadCap * worker.reckoned,
  );
  return leastLoaded(may, ({ reckoned }) => reckoned);
}

const mayBeGiven = ({ onNotice, post }: LinkWorker): boolean => !onNotice && !post.closes;

function nextAbsent(world: World): LinkWorker | null {
  return leastLoaded(inPost(world).filter(mayBeGiven), (worker) => productivity(world, worker));
}

/** The fewest open cases per productivity; among equals, whoever was given a case longest ago. */
function leastLoaded(among: LinkWorker[], productive: (worker: LinkWorker) => number): LinkWorker | null {
  const load = (worker: LinkWorker) => worker.cases.length / productive(worker);
  const inOrder = among.sort(
    (a, b) => load(a) - load(b) || a.post.lastGiven - b.post.lastGiven || a.post.number - b.post.number,
  );
  return inOrder[0] ?? null;
}

/** Rises in a straight line over the induction (section 7.2). */
export function productivity({ params, events }: World, { since }: LinkWorker): number {
  const { inductionDays, inductionStart } = params.recruitment;
  const days = events.now - since;
  return days < inductionDays ? inductionStart + (1 - inductionStart) * (days / inductionDays) : 1;
}

/**
 * Takes productivity as it is now for allocations to come. Somebody who learns is reckoned with at each day's end,
 * when coming back from absence, and with every case that comes or goes; in between, what was reckoned last holds.
 */
export function reckon(world: World, worker: LinkWorker): void {
  worker.reckoned = productivity(world, worker);
}

/** The patient becomes an open case of the link worker. */
export function assign(world: World, patient: Patient, worker: LinkWorker): void {
  const { events, params } = world;
  patient.worker = worker;
  worker.cases.push(patient);
  reckon(world, worker);
  worker.post.lastGiven = ++world.allocations;
  note(world, Entry.Assigned, { patient, place: worker.post.number });
  if (patient.phase !== "awaiting the first appointment") {
    awaitDisclosure(world, patient);
    return requestContact(world, patient, Contact.Handover);
  }
  const bookable = patient.referredAt + params.referral.bookingLeadDays;
  if (bookable <= events.now) return requestContact(world, patient, Contact.First);
  const event = events.plan(bookable, () => requestContact(world, patient, Contact.First));
  patient.step = { kind: "due", event };
}
