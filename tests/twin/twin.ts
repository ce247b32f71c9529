/**
 * A slow, plain twin of the engine, written from docs/model.md: an object for each person, arrays that are searched
 * from one end to the other, an ordered array for the events to come, and nothing kept that can be counted again.
 * It shares with the engine its parameters, the names in its diary and its keyed random numbers, and no rule.
 *
 * Not in it: holding functions that are switched during a run (section 7.10), shocks, costs, and the record.
 */
import type { LogRow } from "../../sim/record/eventLog";
import type { Stage } from "../../sim/scenario";
import { mayFallIll } from "./absence";
import { allocate, reckon } from "./allocation";
import { endWork, tire } from "./exhaustion";
import { mayGiveNotice, recentLeavers, takeUpPost } from "./leaving";
import { changeLevers } from "./levers";
import { awaitCandidates } from "./referral";
import { emptyWorld, fade, inPost, offers, type World } from "./world";

/** Runs the twin to its end; `afterEvent` sees the state after every event. */
export function runTwin(
  stages: readonly Stage[],
  seed: string,
  replication: number,
  afterEvent: (world: World) => void,
): readonly LogRow[] {
  const world = emptyWorld(stages, seed, replication);
  for (const post of world.posts.filter(({ exists }) => exists))
    takeUpPost(world, post, Number.NEGATIVE_INFINITY, world.params.exhaustion.atStart);
  awaitCandidates(world);
  const last = { ended: false };
  const endDayAndPlanNext = () => {
    endDay(world);
    last.ended = world.events.now === world.endsAt;
    world.events.plan(world.events.now + 1, endDayAndPlanNext);
    changeLevers(world);
  };
  world.events.plan(1, endDayAndPlanNext);
  changeLevers(world);
  while (!last.ended) {
    world.events.step();
    afterEvent(world);
  }
  return world.diary;
}

/** Section 3: each link worker in order of posts, then waiting patients, then the practice. */
function endDay(world: World): void {
  const team = inPost(world);
  const teamMean = team.reduce((sum, { exhaustion }) => sum + exhaustion, 0) / team.length;
  const recent = recentLeavers(world);
  for (const worker of team) {
    endWork(world, worker);
    tire(world, worker, teamMean);
    mayGiveNotice(world, worker, recent);
    if (worker.post.holder === worker) mayFallIll(world, worker);
    reckon(world, worker);
  }
  allocate(world);
  if (world.events.now % 5 === 0) endWeek(world);
}

/** Section 7.9: everybody whose need is unmet is counted, those held in part. */
function endWeek(world: World): void {
  const { gp } = world.params;
  const unmet = [...world.inSystem].filter(({ needMet }) => !needMet);
  const held = unmet.filter(
    ({ worker, phase }) => worker !== null && phase !== "awaiting the first appointment",
  ).length;
  const relieved = offers(world, 3) ? gp.heldRelief * held : 0;
  const target = (unmet.length + world.inPool - relieved) / gp.base;
  world.burden = target + fade(5, gp.tauB) * (world.burden - target);
  world.demandFactor = Math.min(gp.Gmax, Math.max(gp.Gmin, 1 + gp.kB * (world.burden - 1)));
}
