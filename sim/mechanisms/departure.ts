/**
 * Departure and handover: the cases of a link worker who goes fall on those who stay (docs/model.md, section 7.8).
 *
 * reads      params.handover
 * writes     workers.inPost, patients.worker, waiting list
 */
import { Draw } from "../draws";
import { Entry } from "../record/eventLog";
import { Exit } from "../record/totals";
import type { Sim } from "../sim";
import { Level, Phase, Section } from "../state";
import { markPresent } from "./absence";
import { allocate, assign, nextLinkWorker, refreshAvailability } from "./allocation";
import { closeCase, leaveCaseload } from "./closing";
import { cancelStep } from "./contact";
import { bringUpToDate } from "./distress";
import { closePost, fillIfSuccessorReady } from "./recruitment";
import { joinWaitingList, watchPatience } from "./referral";
import { callOffDisclosure, returnDisclosures } from "./witnessing";

/** Link worker w goes as soon as no contact is under way. */
export function leaveWhenFree(sim: Sim, w: number): void {
  const { workers } = sim.state;
  if (workers.busy[w]) workers.departing[w] = 1;
  else depart(sim, w);
}

/** Link worker w goes: every open case is orphaned, and the post is vacant, filled again at once, or closed. */
export function depart(sim: Sim, w: number): void {
  const { workers, caseloads, levels } = sim.state;
  markPresent(sim, w);
  workers.inPost[w] = 0;
  workers.departing[w] = 0;
  workers.onNotice[w] = 0;
  workers.burntOut[w] = 0;
  workers.departsAt[w] = Number.POSITIVE_INFINITY;
  levels.change(Level.Filled, -1, sim.now);
  sim.totals.departures++;
  sim.log?.add(sim.now, Entry.Departed, -1, w, 0, workers.exhaustion[w]);
  refreshAvailability(sim, w);
  for (let p = caseloads.first(w); p >= 0; p = caseloads.first(w)) orphan(sim, p);
  returnDisclosures(sim, w);
  if (workers.closing[w]) closePost(sim, w);
  else fillIfSuccessorReady(sim, w);
  allocate(sim);
}

/**
 * Patient p's link worker has gone: distress jumps, and the patient is lost or goes first on the waiting list.
 * Who waits for a service keeps the place in its queue and gets a colleague at once, if there is one.
 */
function orphan(sim: Sim, p: number): void {
  const { patients, serviceQueues } = sim.state;
  const { warm, distressWarm, distressCold, lostWarm, lostCold } = sim.params.handover;
  if (patients.closing[p]) return leaveCaseload(sim, p);
  bringUpToDate(sim, p);
  patients.distress[p] += (1 - patients.distress[p]) * (warm ? distressWarm : distressCold);
  sim.log?.add(sim.now, Entry.Orphaned, patients.key[p], patients.worker[p], 0, patients.distress[p]);
  cancelStep(sim, p);
  callOffDisclosure(sim, p);
  const u = sim.streams.uniform(Draw.LostAtHandover, patients.key[p], patients.handovers[p]++);
  if (u < (warm ? lostWarm : lostCold)) {
    closeCase(sim, p, Exit.LostAtHandover);
    return leaveCaseload(sim, p);
  }
  leaveCaseload(sim, p);
  const colleague = serviceQueues.list[p] >= 0 ? nextLinkWorker(sim) : -1;
  if (colleague >= 0) return assign(sim, p, colleague);
  joinWaitingList(sim, p, Section.Orphaned);
  if (patients.phase[p] === Phase.AwaitingFirst) watchPatience(sim, p);
}
