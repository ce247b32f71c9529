/**
 * Closing: a referral ends, for one of nine causes (docs/model.md, sections 2 and 7.3).
 *
 * reads      params.gp
 * writes     patients (the row is freed or joins the GP pool), workers.openCases, totals
 * schedules  PoolLeft
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { Entry } from "../record/eventLog";
import { EXIT_COUNT, type Exit, UNSUCCESSFUL_EXITS } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Level, Phase, Step } from "../state";
import { allocate, isHeld, refreshAvailability } from "./allocation";
import { cancelStep } from "./contact";
import { bringUpToDate } from "./distress";
import { referAgain } from "./referral";
import { callOffDisclosure } from "./witnessing";

const UNSUCCESSFUL = new Uint8Array(EXIT_COUNT);
for (const exit of UNSUCCESSFUL_EXITS) UNSUCCESSFUL[exit] = 1;

/** Ends the referral of patient p; a contact under way is finished first. */
export function closeCase(sim: Sim, p: number, exit: Exit): void {
  const { patients, serviceQueues } = sim.state;
  if (patients.closing[p] && patients.contactsUnderWay[p] > 0) return;
  if (patients.step[p] !== Step.InContact) cancelStep(sim, p);
  if (serviceQueues.list[p] >= 0) serviceQueues.remove(p);
  callOffDisclosure(sim, p);
  if (patients.contactsUnderWay[p] > 0) {
    patients.closing[p] = exit + 1;
    return;
  }
  recordClose(sim, p, exit);
  leaveCaseload(sim, p);
  sim.state.levels.change(Level.InSystem, -1, sim.now);
  if (!patients.needMet[p]) sim.state.levels.change(Level.Unmet, -1, sim.now);
  if (UNSUCCESSFUL[exit]) joinPool(sim, p);
  else sim.state.freeRow(p);
  allocate(sim);
}

function recordClose(sim: Sim, p: number, exit: Exit): void {
  const { totals, now } = sim;
  const { patients } = sim.state;
  bringUpToDate(sim, p);
  totals.exits[exit]++;
  sim.log?.add(now, Entry.Closed, patients.key[p], patients.worker[p], exit, patients.distress[p]);
  if (patients.firstSeenAt[p] > now) return;
  totals.closedCases++;
  totals.distressAtClose += patients.distress[p];
  totals.longestGapDays += Math.max(patients.longestGap[p], now - patients.lastContactAt[p]);
  if (patients.workersSoFar[p] > 1) totals.casesWithChange++;
}

/** Patient p is nobody's case any more. */
export function leaveCaseload(sim: Sim, p: number): void {
  const { patients, workers, caseloads, levels } = sim.state;
  const w = patients.worker[p];
  if (w < 0) return;
  if (isHeld(sim, p)) levels.change(Level.Held, -1, sim.now);
  caseloads.remove(p);
  workers.openCases[w]--;
  patients.worker[p] = -1;
  levels.change(Level.OpenCases, -1, sim.now);
  refreshAvailability(sim, w);
}

/** The person is with the GP for a while, and then perhaps referred again (section 7.3). */
function joinPool(sim: Sim, p: number): void {
  const { patients, levels } = sim.state;
  patients.phase[p] = Phase.GpPool;
  levels.change(Level.InPool, 1, sim.now);
  const days = sim.streams.exponential(Draw.PoolTime, patients.key[p], 0) * sim.params.gp.returnMeanDays;
  schedule(sim, sim.now + days, EventKind.PoolLeft, p);
}

/** The time in the GP pool is over: a new referral, or none. */
export function leavePool(sim: Sim, p: number): void {
  const { patients, levels } = sim.state;
  const key = patients.key[p];
  levels.change(Level.InPool, -1, sim.now);
  bringUpToDate(sim, p);
  sim.log?.add(sim.now, Entry.LeftPool, key, -1, 0, patients.distress[p]);
  sim.state.freeRow(p);
  if (sim.streams.uniform(Draw.Return, key, 0) < sim.params.gp.pReturn) referAgain(sim, key);
}
