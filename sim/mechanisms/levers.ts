/**
 * Levers: what changes when a policy takes effect, at week 0 or later (docs/model.md, section 7.10).
 *
 * reads      stages, params.team, derived
 * writes     params, derived, posts, whatever a switched function leaves behind
 * schedules  Hired, StepDue, Disclosure
 */
import { type Derived, derive } from "../derived";
import { Entry } from "../record/eventLog";
import { Contact } from "../record/totals";
import type { Sim } from "../sim";
import { Phase, Step } from "../state";
import { allocate, refreshAvailability } from "./allocation";
import { cancelStep, updatePace } from "./contact";
import { leaveWhenFree } from "./departure";
import { planNextStep } from "./pathway";
import { closePost, openPost } from "./recruitment";
import { strike } from "./shocks";
import { offerPlaces } from "./waiting";
import { callOffDisclosure, scheduleDisclosure } from "./witnessing";

/** Puts the parameters of stage number `stage` into force. */
export function applyStage(sim: Sim, stage: number): void {
  const before = sim.derived;
  sim.stage = stage;
  sim.params = sim.stages[stage].params;
  sim.derived = derive(sim.params);
  sim.log?.add(sim.now, Entry.StageBegan, -1, -1, stage);
  // First of all, so that whoever is orphaned by the stage is allocated under its rules.
  for (let w = 0; w < sim.state.workers.count; w++) {
    updatePace(sim, w);
    refreshAvailability(sim, w);
  }
  setPosts(sim, sim.params.team.linkWorkers);
  switchHolding(sim, before);
  for (let s = 0; s < sim.state.occupied.length; s++) offerPlaces(sim, s);
  strike(sim);
  allocate(sim);
}

/** Opens vacancies, or closes vacant posts and then those of the newest link workers, until there are `posts`. */
function setPosts(sim: Sim, posts: number): void {
  const { workers } = sim.state;
  let surplus = postsToStay(sim) - posts;
  for (; surplus < 0; surplus++) addPost(sim);
  for (; surplus > 0; surplus--) {
    const w = postToClose(sim);
    workers.closing[w] = 1;
    refreshAvailability(sim, w);
    sim.totals.postsClosed++;
    if (workers.inPost[w]) leaveWhenFree(sim, w);
    else closePost(sim, w);
  }
}

function postsToStay({ state: { workers } }: Sim): number {
  let posts = 0;
  for (let w = 0; w < workers.count; w++) if (workers.open[w] && !workers.closing[w]) posts++;
  return posts;
}

/** A post that exists no longer is opened again, else one that is about to close stays. */
function addPost(sim: Sim): void {
  const { workers } = sim.state;
  const w = workers.open.indexOf(0);
  if (w >= 0) return openPost(sim, w);
  const reprieved = workers.closing.indexOf(1);
  workers.closing[reprieved] = 0;
  // Whose own notice is up goes all the same, when the contact under way ends.
  workers.departing[reprieved] = workers.departsAt[reprieved] <= sim.now ? 1 : 0;
  refreshAvailability(sim, reprieved);
}

/** A vacant post if there is one, else that of the link worker who came last. */
function postToClose({ state: { workers } }: Sim): number {
  let newest = -1;
  for (let w = 0; w < workers.count; w++) {
    if (!workers.open[w] || workers.closing[w]) continue;
    if (!workers.inPost[w]) return w;
    if (newest < 0 || workers.inPostSince[w] >= workers.inPostSince[newest]) newest = w;
  }
  return newest;
}

/** Patients on whom a holding function was switched, or limited, go on from where they stand. */
function switchHolding(sim: Sim, before: Derived): void {
  const { patients } = sim.state;
  const changed = sim.derived.holding.map(
    (on, f) => on !== before.holding[f] || sim.derived.timeLimited !== before.timeLimited,
  );
  if (!changed.includes(true)) return;
  for (let p = 0; p < patients.used; p++) {
    if (patients.worker[p] < 0 || patients.closing[p]) continue;
    if (sim.derived.holding[3] !== before.holding[3]) switchWitnessing(sim, p);
    const f = HELD_IN.indexOf(patients.phase[p]);
    if (f >= 0 && changed[f]) planAgain(sim, p, sim.derived.holding[f]);
  }
}

/** Phase in which patients are held by function 1, 2 and 3. */
const HELD_IN: readonly number[] = [Phase.WaitingForService, Phase.Preparing, Phase.HoldOnly];

/** Whoever awaits the first appointment discloses from the end of it on. */
function switchWitnessing(sim: Sim, p: number): void {
  if (!sim.derived.holding[3]) callOffDisclosure(sim, p);
  else if (sim.state.patients.phase[p] !== Phase.AwaitingFirst) scheduleDisclosure(sim, p);
}

/** A contact under way, and a handover, come first; they plan what follows when they end. */
function planAgain(sim: Sim, p: number, offered: boolean): void {
  const { patients } = sim.state;
  const step = patients.step[p];
  if (step === Step.InContact || (step === Step.Pending && patients.task[p] === Contact.Handover)) return;
  // Where the function goes on, a contact that is due or pending stays as it is.
  if (offered && step !== Step.InQueue) return;
  cancelStep(sim, p);
  planNextStep(sim, p);
}
