/**
 * Distress: drifts up while need is unmet, and is brought up to date whenever it is read (docs/model.md, section 7.1).
 *
 * reads      params.patients.distressDrift
 * writes     patients.distress, totals.distressDays, totals.distressDaysInPool
 */
import { exp } from "../kernel/math";
import type { Sim } from "../sim";
import { Phase } from "../state";

/** Distress d after `days` of unmet need, drifting up at rate g per working day. */
export function drifted(d: number, g: number, days: number): number {
  return 1 - (1 - d) * exp(-g * days);
}

/** Brings distress of patient p up to date, and adds the time just passed to the distress-days. */
export function bringUpToDate(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const days = sim.now - patients.distressAt[p];
  patients.distressAt[p] = sim.now;
  if (days === 0 || patients.needMet[p]) return;
  const g = sim.params.patients.distressDrift;
  const before = patients.distress[p];
  const after = drifted(before, g, days);
  patients.distress[p] = after;
  // The integral of 1 − (1 − d)·e^(−gt) over the time passed.
  const integral = g > 0 ? days - (after - before) / g : before * days;
  if (patients.phase[p] === Phase.GpPool) sim.totals.distressDaysInPool += integral;
  else sim.totals.distressDays += integral;
}

/** Distress that patient p would have at a later time, were there no contact before. */
export function distressWithoutContact(sim: Sim, p: number, time: number): number {
  const { patients } = sim.state;
  const d = patients.distress[p];
  return patients.needMet[p]
    ? d
    : drifted(d, sim.params.patients.distressDrift, time - patients.distressAt[p]);
}
