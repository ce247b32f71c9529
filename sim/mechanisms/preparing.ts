/**
 * Holding, second function: sustaining patients as they prepare for change (docs/model.md, section 7.5).
 *
 * reads      params.holding, derived.holding
 * writes     patients.ready, patients.phase
 */
import { Draw } from "../draws";
import { CONTACT_COUNT, Contact } from "../record/totals";
import type { Sim } from "../sim";
import { Phase } from "../state";
import { holdingEnds, sinceHolding } from "./holding";
import { due, enter } from "./pathway";

/** The next preparing contact, or on to core work unready where this function is not, or no longer, offered. */
export function nextPreparation(sim: Sim, p: number): void {
  if (!sim.derived.holding[1] || holdingEnds(sim, p)) return enter(sim, p, Phase.CoreWork);
  sinceHolding(sim, p);
  due(sim, p, Contact.Holding2, sim.params.holding.intervalDays[1]);
}

/** A preparing contact has ended: it makes the patient ready, or there will be another. */
export function afterPreparation(sim: Sim, p: number, eff: number): void {
  const { patients } = sim.state;
  const number = patients.contacts[p * CONTACT_COUNT + Contact.Holding2];
  const u = sim.streams.uniform(Draw.Ready, patients.key[p], number);
  if (u >= sim.params.holding.pReady * eff) return nextPreparation(sim, p);
  patients.ready[p] = 1;
  enter(sim, p, Phase.CoreWork);
}
