/**
 * Shocks: resignations and long-term sickness that a scenario's timeline brings about (docs/model.md, section 7.12).
 * Who is struck is drawn by lot, under post, spell and day, so that nobody else's luck shifts.
 *
 * reads      stages, params.shock, workers
 * writes     workers.onNotice, workers.absent
 * schedules  Departure, Hired, AbsenceEnds, CoverStarts
 */
import { Draw } from "../draws";
import type { Sim } from "../sim";
import { beAbsent } from "./absence";
import { spellKey } from "./recruitment";
import { giveNotice } from "./turnover";

/** Strikes as many link workers as the stage now in force adds to those struck since week 0. */
export function strike(sim: Sim): void {
  const { stage, stages } = sim;
  const { resignations, sickness, sicknessDays } = sim.params.shock;
  // The counts begin at week 0, which is stage 1: nobody is struck during the warm-up.
  const before = stage > 1 ? stages[stage - 1].params.shock : { resignations: 0, sickness: 0 };
  const leaving = drawnByLot(
    sim,
    Draw.ShockResignation,
    mayBeStruck(sim),
    resignations - before.resignations,
  );
  for (const w of leaving) giveNotice(sim, w);
  const falling = drawnByLot(sim, Draw.ShockSickness, mayBeStruck(sim), sickness - before.sickness);
  for (const w of falling) beAbsent(sim, w, sicknessDays);
}

/** Link workers who are at work and to stay. */
function mayBeStruck({ state: { workers } }: Sim): number[] {
  const at = Array.from({ length: workers.count }, (_, w) => w);
  return at.filter(
    (w) => workers.inPost[w] && !workers.absent[w] && !workers.onNotice[w] && !workers.closing[w],
  );
}

/** `count` of the `candidates`, or all where they are fewer; none where the count is not above 0. */
function drawnByLot(sim: Sim, stream: Draw, candidates: readonly number[], count: number): number[] {
  if (count <= 0) return [];
  const lot = new Map(candidates.map((w) => [w, sim.streams.uniform(stream, spellKey(sim, w), sim.now)]));
  return [...candidates].sort((a, b) => lot.get(a)! - lot.get(b)!).slice(0, count);
}
