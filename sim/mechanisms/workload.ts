/**
 * Workload: pressure, share of holding and frustration at a working day's end (docs/model.md, section 7.6).
 *
 * reads      params.work, workers.pending, derived
 * writes     workers.pressure, workers.recentHours, workers.frustration, the day's columns
 */
import { CONTACT_COUNT } from "../record/totals";
import type { Sim } from "../sim";

/** Workload pressure after one more day: moves towards busy share plus backlog in days of work, capped. */
export function nextPressure(
  u: number,
  busyShare: number,
  backlogDays: number,
  umax: number,
  keep: number,
): number {
  return keep * u + (1 - keep) * Math.min(umax, busyShare + backlogDays);
}

/** Hours of work on link worker w's list, each task at its type's mean. */
export function backlogHours(sim: Sim, w: number): number {
  const { pending } = sim.state.workers;
  const { meanHours } = sim.derived;
  let hours = 0;
  for (let type = 0; type < CONTACT_COUNT; type++)
    hours += pending[w * CONTACT_COUNT + type] * meanHours[type];
  return hours;
}

/** Closes link worker w's day: busy time, pressure (frozen while absent), holding's share, frustration. */
export function closeDay(sim: Sim, w: number): void {
  const { workers } = sim.state;
  const { derived, params, now } = sim;
  if (workers.busy[w]) {
    sim.totals.busyDays += now - workers.busySince[w];
    workers.dayBusy[w] += now - workers.busySince[w];
    workers.busySince[w] = now;
  }
  if (!workers.absent[w]) {
    const backlogDays = backlogHours(sim, w) / (derived.contactHoursPerDay * params.work.tauBacklog);
    workers.pressure[w] = nextPressure(
      workers.pressure[w],
      workers.dayBusy[w],
      backlogDays,
      params.work.umax,
      derived.keepPressure,
    );
    updateHoldingShare(sim, w);
  }
  workers.dayBusy[w] = 0;
  workers.dayHours[w] = 0;
  workers.dayHoldingHours[w] = 0;
}

/** Recent hours fade and take in the day; hidden holding frustrates, recognised holding does not. */
function updateHoldingShare(sim: Sim, w: number): void {
  const { workers } = sim.state;
  const { keepRecent, keepFrustration, recognised } = sim.derived;
  const hours = workers.dayHours[w];
  workers.recentHours[w] = keepRecent * (workers.recentHours[w] + hours);
  workers.recentHoldingHours[w] = keepRecent * (workers.recentHoldingHours[w] + workers.dayHoldingHours[w]);
  if (recognised) workers.frustration[w] = 0;
  else if (hours > 0) {
    const share = workers.dayHoldingHours[w] / hours;
    workers.frustration[w] = keepFrustration * workers.frustration[w] + (1 - keepFrustration) * share;
  }
}
