/**
 * Holding, third function: relieving GPs (docs/model.md, section 7.5).
 * A patient whom no service fits is held for a time instead of going back to the GP.
 *
 * reads      params.holding, derived.holding
 * writes     patients.phase, patients.holdEndsAt
 * schedules  HoldEnds
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { Contact, Exit } from "../record/totals";
import { type Sim, schedule } from "../sim";
import { Phase } from "../state";
import { closeCase } from "./closing";
import { holdingEnds, sinceHolding } from "./holding";
import { due, enter } from "./pathway";

/** No service fits patient p: held for an exponential time, or handed back where this function is not offered. */
export function holdWithoutService(sim: Sim, p: number): void {
  const { patients } = sim.state;
  const days = sim.streams.exponential(Draw.HoldTime, patients.key[p], 0) * sim.params.holding.holdOnlyDays;
  patients.holdEndsAt[p] = sim.now + days;
  schedule(sim, patients.holdEndsAt[p], EventKind.HoldEnds, p);
  enter(sim, p, Phase.HoldOnly);
}

/** The next contact of a patient who is held only, or back to the GP where holding is not, or no longer, offered. */
export function nextHolding(sim: Sim, p: number): void {
  if (!sim.derived.holding[2] || holdingEnds(sim, p)) return closeCase(sim, p, Exit.ReturnedToGp);
  sinceHolding(sim, p);
  due(sim, p, Contact.Holding3, sim.params.holding.intervalDays[2]);
}

/** The time for which patient p is held is over. */
export function endHolding(sim: Sim, p: number): void {
  const { patients } = sim.state;
  if (patients.phase[p] !== Phase.HoldOnly || patients.holdEndsAt[p] !== sim.now) return;
  closeCase(sim, p, Exit.HoldCompleted);
}
