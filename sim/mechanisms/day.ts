/**
 * The end of a working day: the one routine of the model that is not an event of somebody's own
 * (docs/model.md, section 3). Each link worker in post order, then the team, then the records.
 *
 * reads      workers, stages
 * writes     workers, practice, totals
 * schedules  DayEnds
 */
import { WD_PER_WEEK } from "../calendar";
import { EventKind } from "../events";
import { Entry } from "../record/eventLog";
import { type Sim, schedule } from "../sim";
import { mayFallIll } from "./absence";
import { allocate, refreshAvailability } from "./allocation";
import { teamMeanExhaustion, updateExhaustion } from "./exhaustion";
import { updateBurden } from "./practice";
import { forgetOldNotices, mayGiveNotice, recentLeavers } from "./turnover";
import { closeDay } from "./workload";

export function endDay(sim: Sim): void {
  const { workers } = sim.state;
  // Both are taken before anybody's day is closed, so that the order of posts does not matter.
  const teamMean = teamMeanExhaustion(sim);
  forgetOldNotices(sim);
  const recentShare = recentLeavers(sim);
  for (let w = 0; w < workers.count; w++) {
    if (!workers.inPost[w]) continue;
    closeDay(sim, w);
    updateExhaustion(sim, w, teamMean);
    countDay(sim, w);
    mayGiveNotice(sim, w, recentShare);
    if (workers.inPost[w]) mayFallIll(sim, w);
    if (inInduction(sim, w)) refreshAvailability(sim, w);
  }
  allocate(sim);
  if (sim.now % WD_PER_WEEK === 0) updateBurden(sim);
  schedule(sim, sim.now + 1, EventKind.DayEnds, 0);
  sim.dayEnded = true;
}

function countDay({ totals, state: { workers }, log, now }: Sim, w: number): void {
  log?.add(now, Entry.DayCounted, -1, w, workers.pressure[w], workers.exhaustion[w]);
  totals.workerDays++;
  totals.burntOutDays += workers.burntOut[w];
  totals.exhaustionSum += workers.exhaustion[w];
  totals.pressureSum += workers.pressure[w];
}

function inInduction(sim: Sim, w: number): boolean {
  const { workers } = sim.state;
  return (
    workers.inPost[w] === 1 && sim.now - workers.inPostSince[w] <= sim.params.recruitment.inductionDays + 1
  );
}
