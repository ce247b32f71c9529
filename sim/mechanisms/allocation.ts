/**
 * Allocation: waiting patients go to link workers who may take a case (docs/model.md, section 7.1).
 *
 * reads      params.policy, params.recruitment, workers
 * writes     patients.worker, workers.openCases, waiting list, caseloads
 * schedules  StepDue
 */
import { EventKind } from "../events";
import { Entry } from "../record/eventLog";
import { Contact } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Level, Phase, SECTION_COUNT, Step } from "../state";
import { requestContact } from "./contact";
import { watchPatience } from "./referral";
import { scheduleDisclosure } from "./witnessing";

/** Gives waiting patients to link workers, in order, while there is somebody to wait and somebody to take them. */
export function allocate(sim: Sim): void {
  const { waitingList, levels } = sim.state;
  while (levels.value[Level.OnWaitingList] > 0) {
    const w = nextLinkWorker(sim);
    if (w < 0) return;
    let section = 0;
    while (section < SECTION_COUNT && waitingList.length[section] === 0) section++;
    const p = waitingList.shift(section);
    levels.change(Level.OnWaitingList, -1, sim.now);
    assign(sim, p, w);
  }
}

/**
 * The link worker who takes the next case, or −1: the fewest open cases per productivity among those who may.
 * With everybody absent and no cap, cases go to those absent too rather than to nobody.
 */
export function nextLinkWorker(sim: Sim): number {
  const w = sim.state.available.winner();
  return w >= 0 || sim.params.policy.caseloadCap !== Number.POSITIVE_INFINITY ? w : leastLoadedAbsent(sim);
}

function leastLoadedAbsent(sim: Sim): number {
  const { workers } = sim.state;
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let w = 0; w < workers.count; w++) {
    if (!workers.inPost[w] || workers.onNotice[w] || workers.closing[w]) continue;
    const load = workers.openCases[w] / productivity(sim, w);
    if (load > fewest || (load === fewest && workers.lastGiven[w] >= workers.lastGiven[best])) continue;
    best = w;
    fewest = load;
  }
  return best;
}

/** Patient p becomes a case of link worker w, who takes up the pathway where it stands. */
export function assign(sim: Sim, p: number, w: number): void {
  const { state, now } = sim;
  const { patients, workers } = state;
  patients.worker[p] = w;
  patients.workersSoFar[p]++;
  workers.openCases[w]++;
  workers.lastGiven[w] = ++state.allocations;
  state.caseloads.push(w, p);
  state.levels.change(Level.OpenCases, 1, now);
  if (isHeld(sim, p)) state.levels.change(Level.Held, 1, now);
  refreshAvailability(sim, w);
  sim.log?.add(now, Entry.Assigned, patients.key[p], w, 0, patients.distress[p]);
  if (patients.phase[p] !== Phase.AwaitingFirst) {
    scheduleDisclosure(sim, p);
    return requestContact(sim, p, Contact.Handover);
  }
  const earliest = patients.referredAt[p] + sim.params.referral.bookingLeadDays;
  if (earliest <= now) return requestContact(sim, p, Contact.First);
  patients.step[p] = Step.Due;
  patients.dueAt[p] = earliest;
  if (patients.patienceEndsAt[p] <= earliest) watchPatience(sim, p);
  else schedule(sim, earliest, EventKind.StepDue, p);
}

/** Whether patient p, with unmet need, has a link worker who knows them: from the first appointment on. */
export function isHeld({ state: { patients } }: Sim, p: number): boolean {
  return patients.worker[p] >= 0 && !patients.needMet[p] && patients.phase[p] !== Phase.AwaitingFirst;
}

/** Productivity of link worker w: rises in a straight line over the induction (section 7.2). */
export function productivity(sim: Sim, w: number): number {
  const { inductionDays, inductionStart } = sim.params.recruitment;
  const days = sim.now - sim.state.workers.inPostSince[w];
  return days >= inductionDays ? 1 : inductionStart + ((1 - inductionStart) * days) / inductionDays;
}

/** Brings up to date whether, and in which order, link worker w may be given a case. */
export function refreshAvailability(sim: Sim, w: number): void {
  const { workers, available } = sim.state;
  const capable = productivity(sim, w);
  const may =
    workers.inPost[w] &&
    !workers.onNotice[w] &&
    !workers.closing[w] &&
    !workers.absent[w] &&
    workers.openCases[w] < sim.params.policy.caseloadCap * capable;
  available.update(w, may ? workers.openCases[w] / capable : Number.POSITIVE_INFINITY, workers.lastGiven[w]);
}
