/**
 * Exhaustion and burnout, one working day at a time (docs/model.md, section 7.6): the daily update by whichever rule
 * is in force, and the default rule, a stock with slow recovery.
 *
 * reads      params.exhaustion, params.work, workers.pressure, workers.dayEmotionalLoad, workers.training
 * writes     workers.exhaustion, workers.burntOut, workers.training
 */
import { exp } from "../kernel/math";
import type { Params } from "../parameters";
import { Entry } from "../record/eventLog";
import type { Sim } from "../sim";
import { nextAverage, pressureAsExhaustion } from "./burnoutRulesAverage";
import { type EnergyDay, energyDrainRate, energyRecoveryRate, perceivedAdequacy } from "./burnoutRulesEnergy";
import { effectiveness, overload, updatePace } from "./contact";

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
  const before = workers.burntOut[w] === 1;
  workers.training[w] = params.support.training ? 1 : derived.keepTraining * workers.training[w];
  const E = exhaustionTomorrow(sim, w, before, teamMean);
  workers.exhaustion[w] = E;
  workers.dayEmotionalLoad[w] = 0;
  updatePace(sim, w);
  const after = isBurntOut(E, before && hasHysteresis(params.exhaustion), params.exhaustion);
  if (after === before) return;
  workers.burntOut[w] = after ? 1 : 0;
  if (after) sim.totals.burnoutEntries++;
  sim.log?.add(sim.now, after ? Entry.BurnoutBegan : Entry.BurnoutEnded, -1, w, 0, E);
}

/** Link worker w's exhaustion after the day just past, by the rule in force (section 7.6). */
function exhaustionTomorrow(sim: Sim, w: number, burntOut: boolean, teamMean: number): number {
  switch (sim.params.exhaustion.rule) {
    case "stock":
    case "no-feedback":
      return stockTomorrow(sim, w, burntOut, teamMean);
    case "moving-average":
      return averageTomorrow(sim, w);
    case "energy":
      return lackOfEnergyTomorrow(sim, w);
  }
}

/** Whether burnout, once begun, outlasts its beginning's threshold: in the rules that keep a stock of exhaustion. */
function hasHysteresis({ rule }: Params["exhaustion"]): boolean {
  return rule === "stock" || rule === "no-feedback";
}

function stockTomorrow(
  { params, derived, state }: Sim,
  w: number,
  burntOut: boolean,
  teamMean: number,
): number {
  const { workers } = state;
  const E = workers.exhaustion[w];
  const u = workers.pressure[w];
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
  return nextExhaustion(E, x, workers.susceptibility[w], recoveryRate(params, burntOut, u));
}

function averageTomorrow({ params, derived, state: { workers } }: Sim, w: number): number {
  const u = workers.absent[w] ? 0 : workers.pressure[w];
  return nextAverage(workers.exhaustion[w], pressureAsExhaustion(u, params.exhaustion), derived.keepAverage);
}

/** Solved exactly over the day with the rates of its beginning, so that energy stays between 0 and 1. */
function lackOfEnergyTomorrow(sim: Sim, w: number): number {
  const { params, derived, state } = sim;
  const { workers } = state;
  const present = !workers.absent[w];
  const u = workers.pressure[w];
  const day: EnergyDay = {
    hours: present ? u : 0,
    adequacy: present ? perceivedAdequacy(effectiveness(sim, w), u) : 1,
    energy: 1 - workers.exhaustion[w],
    orgBuffer: derived.orgBuffer,
    trainingBuffer: derived.trainingBuffer * workers.training[w],
  };
  const drain = energyDrainRate(workers.susceptibility[w], day, params.exhaustion);
  const recovery = energyRecoveryRate(day, params.exhaustion);
  return nextExhaustion(workers.exhaustion[w], 1, drain, recovery);
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
