/** Sickness absence, as docs/model.md, section 7.7, has it. */
import { Draw } from "../../sim/draws";
import { Entry } from "../../sim/record/eventLog";
import { allocate, reckon } from "./allocation";
import { takeNextTask } from "./contacts";
import type { LinkWorker } from "./people";
import { cover } from "./witness";
import { note, type World } from "./world";

/** The day's lottery of absence. */
export function mayFallIll(world: World, worker: LinkWorker): void {
  const { events, luck, params } = world;
  const { hazard, kA, meanDays, coverAfterDays } = params.absence;
  const chance = 1 - Math.exp(-hazard * Math.exp(kA * worker.exhaustion));
  if (worker.absent || luck.uniform(Draw.Absence, worker.key, events.now) >= chance) return;
  const days = luck.exponential(meanDays, Draw.AbsenceLength, worker.key, events.now);
  worker.absent = true;
  worker.absenceEvents = [events.plan(events.now + days, () => comeBack(world, worker))];
  if (coverAfterDays < days)
    worker.absenceEvents.push(events.plan(events.now + coverAfterDays, () => cover(world, worker)));
  note(world, Entry.AbsenceBegan, { place: worker.post.number, value: days });
}

function comeBack(world: World, worker: LinkWorker): void {
  endAbsence(world, worker);
  reckon(world, worker);
  takeNextTask(world, worker);
  allocate(world);
}

/** The absence is over, if there was one. */
export function endAbsence(world: World, worker: LinkWorker): void {
  if (!worker.absent) return;
  worker.absent = false;
  worker.covered = false;
  for (const event of worker.absenceEvents) world.events.cancel(event);
  note(world, Entry.AbsenceEnded, { place: worker.post.number });
}
