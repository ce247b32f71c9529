/**
 * Holding: the limit that the time-limited policy sets to functions 1 to 3 (docs/model.md, section 7.5).
 *
 * reads      params.holding, derived.timeLimited
 * writes     patients.holdingSince
 */
import { CONTACT_COUNT, Contact } from "../record/totals";
import type { Sim } from "../sim";

/** Marks that patient p is held from now on, if it was not before. */
export function sinceHolding({ state: { patients }, now }: Sim, p: number): void {
  patients.holdingSince[p] = Math.min(patients.holdingSince[p], now);
}

/** Holding contacts with patient p so far, bearing witness aside. */
export function holdingContacts({ state: { patients } }: Sim, p: number): number {
  const row = p * CONTACT_COUNT;
  return (
    patients.contacts[row + Contact.Holding1] +
    patients.contacts[row + Contact.Holding2] +
    patients.contacts[row + Contact.Holding3]
  );
}

/** Whether the policy's limit of contacts or of days has been reached for patient p. */
export function holdingEnds(sim: Sim, p: number): boolean {
  if (!sim.derived.timeLimited) return false;
  const { limitContacts, limitDays } = sim.params.holding;
  const days = sim.now - sim.state.patients.holdingSince[p];
  return holdingContacts(sim, p) >= limitContacts || days >= limitDays;
}
