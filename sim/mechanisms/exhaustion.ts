/**
 * Exhaustion and burnout, one working day at a time (docs/model.md, section 7.6).
 *
 * reads      params.exhaustion, params.work, workers.pressure, workers.dayEmotionalLoad, workers.training
 * writes     workers.exhaustion, workers.burntOut, workers.training
 */
import { exp } from "../kernel/math";
import type { Params } from "../parameters";
import { Entry } from "../record/eventLog";
import type { Sim } from "../sim";
import { overload } from "./contact";

/**
 * Exhaustion after `days` of constant demand x: the exact solution of dE/dt = αx(1 − E) − ρE.
 * `alpha` and `rho` are rates per working day.
 */
export function nextExhaustion(E: number, x: number, alpha: number, rho: number, days = 1): number {
  const rate = alpha * x + rho;
  if (rate === 0) return E;
  const settled = (alpha * x) / rate;
  return settled + (E - settled) * exp(-rate * days);
}

/** Demand x on a link worker who is present: workload, emotional load and contagion, each less its buffers. */
export function demand(
  { exhaustion }: Params,
  u: number,
  emotionalLoad: number,
  contagionGap: number,
  orgBuffer: number,
  trainingBuffer: number,
): number {
  const { workloadWeight, emotionalWeight, contagion, u0, referenceLoad } = exhaustion;
  const workload = workloadWeight * (Math.max(0, u - u0) / (1 - u0)) * (1 - orgBuffer);
  const emotional =
    emotionalWeight * (emotionalLoad / referenceLoad) * (1 - orgBuffer) * (1 - trainingBuffer);
  return workload + emotional + contagion * Math.max(0, contagionGap);
}

/** Rate of recovery per working day: slower when burnt out, and under overtime. */
export function recoveryRate({ exhaustion, work }: Params, burntOut: boolean, u: number): number {
  const slower = burntOut ? 1 - exhaustion.slowerRecovery : 1;
  return exhaustion.recovery * slower * (1 - work.kOT * work.otMax * overload(u));
}

/** Whether burnt out, given whether so before: from the upper threshold until the lower one. */
export function isBurntOut(
  E: number,
  before: boolean,
  { burnoutOn, burnoutOff }: Params["exhaustion"],
): boolean {
  return before ? E > burnoutOff : E >= burnoutOn;
}

/** Moves link worker w's exhaustion forward by the day just past; `teamMean` is the team's before it. */
export function updateExhaustion(sim: Sim, w: number, teamMean: number): void {
  const { params, derived } = sim;
  const { workers } = sim.state;
  const E = workers.exhaustion[w];
  const u = workers.pressure[w];
  const before = workers.burntOut[w] === 1;
  workers.training[w] = params.support.training ? 1 : derived.keepTraining * workers.training[w];
  const x = workers.absent[w]
    ? 0
    : demand(
        params,
        u,
        workers.dayEmotionalLoad[w],
        teamMean - E,
        derived.orgBuffer,
        derived.trainingBuffer * workers.training[w],
      );
  workers.exhaustion[w] = nextExhaustion(E, x, workers.susceptibility[w], recoveryRate(params, before, u));
  workers.dayEmotionalLoad[w] = 0;
  const after = isBurntOut(workers.exhaustion[w], before, params.exhaustion);
  if (after === before) return;
  workers.burntOut[w] = after ? 1 : 0;
  if (after) sim.totals.burnoutEntries++;
  sim.log?.add(sim.now, after ? Entry.BurnoutBegan : Entry.BurnoutEnded, -1, w, 0, workers.exhaustion[w]);
}

/** Mean exhaustion of the link workers in post; 0 where nobody is. */
export function teamMeanExhaustion({ state: { workers } }: Sim): number {
  let sum = 0;
  let inPost = 0;
  for (let w = 0; w < workers.count; w++) {
    if (!workers.inPost[w]) continue;
    sum += workers.exhaustion[w];
    inPost++;
  }
  return inPost > 0 ? sum / inPost : 0;
}
