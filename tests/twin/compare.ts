/** Runs the engine and the twin on the same parameters and seeds, and says where they first part. */
import { Entry, type LogRow } from "../../sim/record/eventLog";
import { resolveStages } from "../../sim/scenario";
import type { Sim } from "../../sim/sim";
import type { Setting } from "../invariants/randomSettings";
import { loadEngine } from "../sim/support/engine";
import { recentNotices } from "./leaving";
import type { LinkWorker } from "./people";
import { runTwin } from "./twin";
import { inPost, type World } from "./world";

const { replicate, EventLog } = await loadEngine();

/** The two add up the same numbers in another order, each time with an error of 1e-16 of their size. */
const ROUNDING = 1e-9;
/** A difference of 1e-9 of this is none, whatever the values: exhaustion and hours are of the order of 1. */
const NOTHING = 1e-3;
const SEED = "twin";

/** What the diary says of the model's course, apart from what it says for the record. */
export const COMPARED = [
  "Referred",
  "Assigned",
  "ContactBegan",
  "ContactEnded",
  "JoinedQueue",
  "ServiceStarted",
  "Closed",
  "Orphaned",
  "Hired",
  "NoticeGiven",
  "Departed",
  "AbsenceBegan",
  "AbsenceEnded",
  "BurnoutBegan",
  "BurnoutEnded",
  "PlaceFreed",
  "Diverted",
  "LetGo",
] as const satisfies (keyof typeof Entry)[];
const COMPARED_ENTRIES: ReadonlySet<Entry> = new Set(COMPARED.map((name) => Entry[name]));

/** Burden index, notices of late and, for each filled post in order, what its link worker is like at a day's end. */
type DayEnd = readonly number[];

/** The course of one replication: its diary, and the state on each whole day, once all of its events are over. */
export interface Course {
  readonly diary: readonly LogRow[];
  readonly days: ReadonlyMap<number, DayEnd>;
}

/** Runs the engine for one replication. */
export function engineCourse(setting: Setting, replication: number): Course {
  const log = new EventLog();
  const days = new Map<number, DayEnd>();
  const afterEvent = (sim: Sim) => {
    if (Number.isInteger(sim.now)) days.set(sim.now, engineDay(sim));
  };
  replicate(stagesOf(setting), SEED, replication, { log, afterEvent });
  return { diary: log.rows.filter(({ entry }) => COMPARED_ENTRIES.has(entry)), days };
}

/** Runs the twin likewise. */
export function twinCourse(setting: Setting, replication: number): Course {
  const days = new Map<number, DayEnd>();
  const diary = runTwin(stagesOf(setting), SEED, replication, (world) => {
    if (Number.isInteger(world.events.now)) days.set(world.events.now, twinDay(world));
  });
  return { diary, days };
}

const stagesOf = ({ changes, timeline }: Setting) => resolveStages(changes, timeline);

function engineDay({ state: { workers, practice, noticesInWindow } }: Sim): DayEnd {
  const filled = Array.from(workers.inPost.keys()).filter((w) => workers.inPost[w]);
  const { exhaustion, pressure, frustration, training, openCases } = workers;
  const of = (w: number) => [w, exhaustion[w], pressure[w], frustration[w], training[w], openCases[w]];
  return [practice.burden, noticesInWindow, ...filled.flatMap(of)];
}

function twinDay(world: World): DayEnd {
  const of = ({ post, exhaustion, pressure, frustration, training, cases }: LinkWorker) => [
    post.number,
    exhaustion,
    pressure,
    frustration,
    training,
    cases.length,
  ];
  return [world.burden, recentNotices(world), ...inPost(world).flatMap(of)];
}

/** Where the two first part, in words; null where they agree from beginning to end. */
export function firstParting(engine: Course, twin: Course): string | null {
  for (let i = 0; i < Math.max(engine.diary.length, twin.diary.length); i++) {
    const [ours, theirs] = [engine.diary[i], twin.diary[i]];
    if (!sameEntry(ours, theirs)) return `entry ${i}: engine ${told(ours)}, twin ${told(theirs)}`;
  }
  for (const [day, ours] of engine.days) {
    const theirs = twin.days.get(day) ?? [];
    if (ours.length !== theirs.length || !ours.every((value, i) => isClose(value, theirs[i])))
      return `end of day ${day}: engine ${ours.join(" ")}, twin ${theirs.join(" ")}`;
  }
  return engine.days.size === twin.days.size ? null : `${engine.days.size} days, twin ${twin.days.size}`;
}

/** The diary does not promise distress of the moment where a case is given to a link worker. */
function sameEntry(a: LogRow | undefined, b: LogRow | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const same = a.entry === b.entry && a.patient === b.patient && a.place === b.place && a.detail === b.detail;
  return same && isClose(a.time, b.time) && (a.entry === Entry.Assigned || isClose(a.value, b.value));
}

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b), NOTHING);

/** An entry in words. */
function told(row: LogRow | undefined): string {
  if (row === undefined) return "nothing more";
  const name = COMPARED.find((of) => Entry[of] === row.entry);
  return `${name} ${JSON.stringify(row)}`;
}
