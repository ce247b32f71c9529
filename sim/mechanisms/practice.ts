/**
 * General practice: the burden of people whom nobody holds, and what it does to referrals (docs/model.md, section 7.9).
 *
 * reads      params.gp, levels
 * writes     practice.burden, practice.demandFactor, totals.gpIndexDays
 */
import type { Params } from "../parameters";
import { Entry } from "../record/eventLog";
import type { Sim } from "../sim";
import { Level } from "../state";

/** People with unmet need, those held counted in part where function 3 is offered. */
export function rawBurden({ state: { levels }, derived, params }: Sim): number {
  const { value } = levels;
  const notHeld = value[Level.Unmet] - value[Level.Held] + value[Level.InPool];
  const heldWeight = derived.holding[2] ? 1 - params.gp.heldRelief : 1;
  return notHeld + value[Level.Held] * heldWeight;
}

/** Factor G by which burden index B multiplies referrals. */
export function demandFactor(burden: number, { kB, Gmin, Gmax }: Params["gp"]): number {
  return Math.min(Gmax, Math.max(Gmin, 1 + kB * (burden - 1)));
}

/** Once a week the burden index moves towards the burden of the moment. */
export function updateBurden(sim: Sim): void {
  const { practice } = sim.state;
  countBurden(sim);
  const keep = sim.derived.keepBurden;
  practice.burden = keep * practice.burden + (1 - keep) * (rawBurden(sim) / sim.params.gp.base);
  practice.demandFactor = demandFactor(practice.burden, sim.params.gp);
  sim.log?.add(sim.now, Entry.WeekEnded, -1, -1, 0, practice.burden);
}

/** Adds the time in which the burden index has been what it is to its time integral. */
export function countBurden({ totals, state: { practice }, now }: Sim): void {
  totals.gpIndexDays += practice.burden * (now - practice.countedTo);
  practice.countedTo = now;
}
