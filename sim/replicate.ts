/**
 * One replication: first events, the loop, the record (docs/model.md, sections 3 and 5).
 * Same stages, seed and replication number in; the same record out, to the last bit.
 */
import { WD_PER_WEEK, WD_PER_YEAR } from "./calendar";
import { derive } from "./derived";
import { dispatch } from "./dispatch";
import { DRAW_NAMES } from "./draws";
import { EventKind } from "./events";
import { CalendarQueue } from "./kernel/calendarQueue";
import type { EventList } from "./kernel/eventList";
import { Streams } from "./kernel/streams";
import { applyStage } from "./mechanisms/levers";
import { takeUpPost } from "./mechanisms/recruitment";
import { LAYERS, referenceRate, scheduleReferral } from "./mechanisms/referral";
import { Entry, type EventLog } from "./record/eventLog";
import type { Recorded } from "./record/measures";
import { settle, settleDistress, WeeklyColumns } from "./record/recorder";
import { clear, emptyTotals } from "./record/totals";
import { Waits } from "./record/waits";
import type { Stage } from "./scenario";
import { type Sim, schedule } from "./sim";
import { Level, State } from "./state";
import { type WarmUps, warmUpKey } from "./warmUps";

export interface Replication {
  readonly recorded: Recorded;
  readonly weekly: WeeklyColumns | null;
  readonly events: number;
}

export interface Watching {
  /** Whether the weekly columns are wanted. */
  readonly weekly?: boolean;
  /** Takes down every event, warm-up included. */
  readonly log?: EventLog;
  /** An empty event list to use instead of the usual one: the order of events is the same with any. */
  readonly queue?: EventList;
  /** Is called after every event: for tests that recount the state. */
  readonly afterEvent?: (sim: Sim) => void;
  /** Where warm-ups are kept that this replication may go on from, or add its own to. */
  readonly warmUps?: WarmUps;
}

/** Runs replication number `replication` of the scenario with these stages (see resolveStages). */
export function replicate(
  stages: readonly Stage[],
  seed: string,
  replication: number,
  watching: Watching = {},
): Replication {
  const sim = createSim(stages, seed, replication, watching);
  const weeks = Math.floor((sim.endsAt - sim.recordsFrom) / WD_PER_WEEK);
  const weekly = watching.weekly ? new WeeklyColumns(weeks, sim.state.occupied.length) : null;
  const begun = { inSystem: 0, inPost: 0 };
  const { warmUps } = watching;
  const key = warmUps ? warmUpKey(stages, seed, replication) : "";
  let events = warmUps?.restore(key, sim) ?? 0;
  if (events === 0) start(sim);
  if (sim.now === sim.recordsFrom) beginRecording(sim, begun);
  while (!sim.finished && sim.queue.pop()) {
    sim.now = sim.queue.time;
    dispatch(sim, sim.queue.code);
    events++;
    if (sim.dayEnded) {
      sim.dayEnded = false;
      if (sim.now === sim.recordsFrom)
        warmUps?.keep(key, sim, createSim(stages, seed, replication, {}), events);
      keepRecord(sim, weekly, begun);
    }
    watching.afterEvent?.(sim);
  }
  return { recorded: recordOf(sim, begun), weekly, events };
}

/** Working days for whose referrals there is room from the start: mostly as many as are in the system at one time. */
const HALF_YEAR = WD_PER_YEAR / 2;

/** An empty system at time 0 with the parameters of the warm-up. */
function createSim(stages: readonly Stage[], seed: string, replication: number, watching: Watching): Sim {
  const { params } = stages[0];
  const recordsFrom = Math.round(params.run.warmUpYears * WD_PER_YEAR);
  const posts = Math.max(...stages.map((stage) => stage.params.team.linkWorkers));
  const services = params.services.shares.length;
  return {
    now: 0,
    finished: false,
    dayEnded: false,
    params,
    derived: derive(params),
    recordsFrom,
    endsAt: recordsFrom + Math.max(1, Math.round(params.run.years * WD_PER_YEAR)),
    stages,
    stage: 0,
    state: new State({
      posts,
      services,
      referralLayers: LAYERS,
      noticeWindowDays: params.turnover.window,
      patientRows: HALF_YEAR * referenceRate(params),
    }),
    queue: watching.queue ?? new CalendarQueue(),
    streams: new Streams(seed, replication, DRAW_NAMES),
    totals: emptyTotals(services),
    recordedSince: 0,
    waits: new Waits(),
    log: watching.log ?? null,
  };
}

/** The team is complete and established; the first referral and the first day's end are scheduled. */
function start(sim: Sim): void {
  const { workers, levels } = sim.state;
  for (let w = 0; w < sim.params.team.linkWorkers; w++) {
    workers.open[w] = 1;
    levels.change(Level.Posts, 1, 0);
    takeUpPost(sim, w, Number.NEGATIVE_INFINITY, sim.params.exhaustion.atStart);
  }
  for (let layer = 0; layer < LAYERS; layer++) scheduleReferral(sim, layer);
  schedule(sim, 1, EventKind.DayEnds, 0);
}

/** After a day's end: the week's columns, the beginning of the record, the stages that begin, the end of the run. */
function keepRecord(sim: Sim, weekly: WeeklyColumns | null, begun: Begun): void {
  const { now, recordsFrom } = sim;
  if (now > recordsFrom && (now - recordsFrom) % WD_PER_WEEK === 0) {
    settle(sim);
    weekly?.take(sim.totals);
  }
  if (now === recordsFrom) beginRecording(sim, begun);
  else applyStages(sim);
  if (now >= sim.endsAt) endRecording(sim);
}

interface Begun {
  inSystem: number;
  inPost: number;
}

/** Nothing of the warm-up is kept but the state it led to. */
function beginRecording(sim: Sim, begun: Begun): void {
  settleDistress(sim);
  settle(sim);
  clear(sim.totals);
  sim.waits.clear();
  sim.recordedSince = sim.now;
  sim.log?.add(sim.now, Entry.RecordBegan, -1, -1);
  begun.inSystem = sim.state.levels.value[Level.InSystem];
  begun.inPost = sim.state.levels.value[Level.Filled];
  applyStages(sim);
}

/** Stages come into force at the end of the day before the one they are named after, the record of which is closed. */
function applyStages(sim: Sim): void {
  const { stages, recordsFrom, now } = sim;
  for (let next = sim.stage + 1; next < stages.length && stages[next].fromDay + recordsFrom <= now; next++)
    applyStage(sim, next);
}

function endRecording(sim: Sim): void {
  settleDistress(sim);
  settle(sim);
  sim.finished = true;
}

function recordOf(sim: Sim, begun: Begun): Recorded {
  return {
    totals: sim.totals,
    waits: sim.waits.values(),
    inSystemStart: begun.inSystem,
    inSystemEnd: sim.state.levels.value[Level.InSystem],
    inPostStart: begun.inPost,
    inPostEnd: sim.state.levels.value[Level.Filled],
  };
}
