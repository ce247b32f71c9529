/**
 * Leaving: a daily lottery that exhaustion, burnout, hidden work and others' leaving load (docs/model.md, section 7.7).
 *
 * reads      params.turnover, workers.exhaustion, workers.burntOut, workers.frustration, recentNotices
 * writes     workers.onNotice, recentNotices
 * schedules  Departure, Hired
 */
import { WD_PER_YEAR } from "../calendar";
import { Draw } from "../draws";
import { EventKind } from "../events";
import { exp } from "../kernel/math";
import type { Params } from "../parameters";
import { Entry } from "../record/eventLog";
import { type Sim, schedule } from "../sim";
import { Level } from "../state";
import { refreshAvailability } from "./allocation";
import { leaveWhenFree } from "./departure";
import { recruit, spellKey } from "./recruitment";

/** Hazard of giving notice, per working day. `recentShare` is leavers in the window per post. */
export function leavingHazard(
  { baseHazard, kL, kB, kJ, contagion }: Params["turnover"],
  E: number,
  burntOut: boolean,
  firstYearFrustration: number,
  recentShare: number,
): number {
  const own = kL * E + (burntOut ? kB : 0) + kJ * firstYearFrustration;
  return (baseHazard / WD_PER_YEAR) * exp(own) * (1 + contagion * recentShare);
}

/** The day's lottery for link worker w; `recentShare` is the team's before the day's end. */
export function mayGiveNotice(sim: Sim, w: number, recentShare: number): void {
  const { workers } = sim.state;
  if (workers.onNotice[w] || workers.closing[w]) return;
  const firstYear = sim.now - workers.inPostSince[w] < WD_PER_YEAR;
  const hazard = leavingHazard(
    sim.params.turnover,
    workers.exhaustion[w],
    workers.burntOut[w] === 1,
    firstYear ? workers.frustration[w] : 0,
    recentShare,
  );
  if (sim.streams.uniform(Draw.Leaving, spellKey(sim, w), sim.now) < 1 - exp(-hazard)) giveNotice(sim, w);
}

/** Link worker w gives notice: works on, takes no new cases, and recruitment begins. */
export function giveNotice(sim: Sim, w: number): void {
  const { state, now } = sim;
  const { workers } = state;
  workers.onNotice[w] = 1;
  workers.departsAt[w] = now + sim.params.turnover.noticeDays;
  sim.totals.notices++;
  state.recentNotices[now % state.recentNotices.length]++;
  state.noticesInWindow++;
  refreshAvailability(sim, w);
  sim.log?.add(now, Entry.NoticeGiven, -1, w, 0, workers.exhaustion[w]);
  recruit(sim, w);
  if (sim.params.turnover.noticeDays === 0) leaveWhenFree(sim, w);
  else schedule(sim, workers.departsAt[w], EventKind.Departure, w);
}

/** Notice is up, unless the post's holder has gone already. */
export function endNotice(sim: Sim, w: number): void {
  const { workers } = sim.state;
  if (workers.departsAt[w] === sim.now && workers.inPost[w]) leaveWhenFree(sim, w);
}

/** Leavers in the window per post. */
export function recentLeavers({ state }: Sim): number {
  const posts = state.levels.value[Level.Posts];
  return posts > 0 ? state.noticesInWindow / posts : 0;
}

/** Forgets the notices of the day that falls out of the window as today begins to count. */
export function forgetOldNotices({ state, now }: Sim): void {
  const day = now % state.recentNotices.length;
  state.noticesInWindow -= state.recentNotices[day];
  state.recentNotices[day] = 0;
}
