/** One replication under way: everything that the mechanisms read and write. */
import type { Derived } from "./derived";
import type { EventKind } from "./events";
import { eventCode } from "./events";
import type { EventList } from "./kernel/eventList";
import type { Streams } from "./kernel/streams";
import type { Params } from "./parameters";
import type { EventLog } from "./record/eventLog";
import type { Totals } from "./record/totals";
import type { Waits } from "./record/waits";
import type { Stage } from "./scenario";
import type { State } from "./state";

export interface Sim {
  /** Working days since the start of the warm-up. */
  now: number;
  finished: boolean;
  /** A working day has just ended: the record is due. */
  dayEnded: boolean;
  /** The parameters in force, and what follows from them. */
  params: Params;
  derived: Derived;
  /** When recording begins and the run ends (working days since the start of the warm-up). */
  readonly recordsFrom: number;
  readonly endsAt: number;
  /** The parameters of the warm-up, of week 0 and of every change in the timeline, with days from week 0. */
  readonly stages: readonly Stage[];
  stage: number;
  readonly state: State;
  readonly queue: EventList;
  readonly streams: Streams;
  readonly totals: Totals;
  /** When the totals were last set to zero. */
  recordedSince: number;
  readonly waits: Waits;
  /** Diary of every event, where one is wanted. */
  readonly log: EventLog | null;
}

/** Schedules an event; what would happen after the end of the run never does. */
export function schedule(sim: Sim, time: number, kind: EventKind, subject: number): void {
  if (time <= sim.endsAt) sim.queue.push(time, eventCode(kind, subject));
}
