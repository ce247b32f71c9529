/**
 * Recruitment and induction: a post is advertised from the day notice is given (docs/model.md, section 7.8).
 *
 * reads      params.recruitment, params.exhaustion
 * writes     workers (a new spell in the post)
 * schedules  Hired
 */
import { Draw } from "../draws";
import { EventKind } from "../events";
import { lognormal } from "../kernel/distributions";
import { Entry } from "../record/eventLog";
import { type Sim, schedule } from "../sim";
import { Level } from "../state";
import { allocate, refreshAvailability } from "./allocation";
import { updatePace } from "./contact";

/** Spells that a post can have in a run, as part of the key of a link worker's draws. */
const SPELLS_PER_POST = 0x10000;

/** What the draws of the link worker now in post w are keyed by. */
export function spellKey({ state: { workers } }: Sim, w: number): number {
  return w * SPELLS_PER_POST + workers.spell[w];
}

/** Recruitment to post w begins: Erlang with the mean and shape given, or exactly the mean. */
export function recruit(sim: Sim, w: number): void {
  const { workers } = sim.state;
  const { days, shape, distribution } = sim.params.recruitment;
  let time = 1;
  if (distribution === "erlang") {
    time = 0;
    for (let k = 0; k < shape; k++) time += sim.streams.exponential(Draw.Recruitment, spellKey(sim, w), k);
    time /= shape;
  }
  workers.successorReady[w] = 0;
  workers.hireAt[w] = sim.now + days * time;
  schedule(sim, workers.hireAt[w], EventKind.Hired, w);
}

/** Somebody has been recruited to post w: starts at once, or when the holder has gone. */
export function hire(sim: Sim, w: number): void {
  const { workers } = sim.state;
  if (workers.hireAt[w] !== sim.now || !workers.open[w]) return;
  workers.hireAt[w] = Number.POSITIVE_INFINITY;
  if (workers.inPost[w]) workers.successorReady[w] = 1;
  else start(sim, w);
}

/** The holder of post w has gone; who was recruited meanwhile starts now. */
export function fillIfSuccessorReady(sim: Sim, w: number): void {
  if (sim.state.workers.successorReady[w]) start(sim, w);
}

function start(sim: Sim, w: number): void {
  takeUpPost(sim, w, sim.now, sim.params.exhaustion.atHire);
  sim.totals.hires++;
  sim.log?.add(sim.now, Entry.Hired, -1, w);
  allocate(sim);
}

/** A link worker takes up post w, with a susceptibility of their own; `since` tells induction and first year. */
export function takeUpPost(sim: Sim, w: number, since: number, exhaustionAtStart: number): void {
  const { workers, levels } = sim.state;
  const { heterogeneity, burnoutOn } = sim.params.exhaustion;
  workers.spell[w]++;
  workers.successorReady[w] = 0;
  workers.inPost[w] = 1;
  workers.inPostSince[w] = since;
  workers.exhaustion[w] = exhaustionAtStart;
  workers.burntOut[w] = exhaustionAtStart >= burnoutOn ? 1 : 0;
  workers.susceptibility[w] =
    sim.derived.tiring *
    lognormal(sim.streams.uniform(Draw.Susceptibility, spellKey(sim, w), 0), heterogeneity);
  workers.pressure[w] = 0;
  workers.recentHours[w] = 0;
  workers.recentHoldingHours[w] = 0;
  workers.dayHours[w] = 0;
  workers.dayHoldingHours[w] = 0;
  workers.dayBusy[w] = 0;
  workers.dayEmotionalLoad[w] = 0;
  workers.frustration[w] = 0;
  workers.training[w] = sim.params.support.training ? 1 : 0;
  updatePace(sim, w);
  levels.change(Level.Filled, 1, sim.now);
  refreshAvailability(sim, w);
}

/** Post w exists from now on, vacant and advertised. */
export function openPost(sim: Sim, w: number): void {
  sim.state.workers.open[w] = 1;
  sim.state.levels.change(Level.Posts, 1, sim.now);
  sim.log?.add(sim.now, Entry.PostOpened, -1, w);
  recruit(sim, w);
}

/** Vacant post w exists no longer, and nobody is recruited to it. */
export function closePost(sim: Sim, w: number): void {
  const { workers, levels } = sim.state;
  workers.open[w] = 0;
  workers.closing[w] = 0;
  workers.successorReady[w] = 0;
  workers.hireAt[w] = Number.POSITIVE_INFINITY;
  levels.change(Level.Posts, -1, sim.now);
  sim.log?.add(sim.now, Entry.PostClosed, -1, w);
}
