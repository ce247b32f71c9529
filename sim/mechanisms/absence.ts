/**
 * Sickness absence: a daily lottery that exhaustion loads (docs/model.md, section 7.7).
 * The contact under way is finished; cases wait.
 *
 * reads      params.absence, workers.exhaustion
 * writes     workers.absent
 * schedules  AbsenceEnds, CoverStarts
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { exp } from "../kernel/math";
import { Entry } from "../record/eventLog";
import { type Sim, schedule } from "../sim";
import { Level } from "../state";
import { allocate, refreshAvailability } from "./allocation";
import { startNextContact } from "./contact";
import { spellKey } from "./recruitment";

/** Hazard of starting a spell of absence, per working day. */
export function absenceHazard({ hazard, kA }: Sim["params"]["absence"], E: number): number {
  return hazard * exp(kA * E);
}

/** The day's lottery for link worker w. */
export function mayFallIll(sim: Sim, w: number): void {
  const { workers } = sim.state;
  if (workers.absent[w]) return;
  const chance = 1 - exp(-absenceHazard(sim.params.absence, workers.exhaustion[w]));
  if (sim.streams.uniform(Draw.Absence, spellKey(sim, w), sim.now) >= chance) return;
  const days = sim.streams.exponential(Draw.AbsenceLength, spellKey(sim, w), sim.now);
  beAbsent(sim, w, days * sim.params.absence.meanDays);
}

/** Link worker w is absent for `days` working days from now. */
export function beAbsent(sim: Sim, w: number, days: number): void {
  const { workers, levels } = sim.state;
  workers.absent[w] = 1;
  workers.absenceEndsAt[w] = sim.now + days;
  workers.coverStartsAt[w] = sim.now + sim.params.absence.coverAfterDays;
  levels.change(Level.Absent, 1, sim.now);
  schedule(sim, workers.absenceEndsAt[w], EventKind.AbsenceEnds, w);
  if (workers.coverStartsAt[w] < workers.absenceEndsAt[w])
    schedule(sim, workers.coverStartsAt[w], EventKind.CoverStarts, w);
  refreshAvailability(sim, w);
  sim.log?.add(sim.now, Entry.AbsenceBegan, -1, w, 0, days);
}

/** Link worker w is back, unless the spell in the post has ended meanwhile. */
export function endAbsence(sim: Sim, w: number): void {
  const { workers } = sim.state;
  if (workers.absenceEndsAt[w] !== sim.now || !workers.absent[w]) return;
  markPresent(sim, w);
  refreshAvailability(sim, w);
  startNextContact(sim, w);
  allocate(sim);
}

/** Ends the absence of link worker w in the books, as a return does and as a departure does. */
export function markPresent(sim: Sim, w: number): void {
  const { workers, levels } = sim.state;
  if (!workers.absent[w]) return;
  workers.absent[w] = 0;
  workers.absenceEndsAt[w] = Number.POSITIVE_INFINITY;
  workers.coverStartsAt[w] = Number.POSITIVE_INFINITY;
  levels.change(Level.Absent, -1, sim.now);
  sim.log?.add(sim.now, Entry.AbsenceEnded, -1, w);
}
