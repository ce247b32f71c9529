/** Looks at a replication while it runs, where its totals do not say enough. Only what is recorded counts. */
import { type Entry, EventLog, type LogRow } from "../record/eventLog";
import type { Watching } from "../replicate";
import type { Sim } from "../sim";

export interface Watcher {
  /** What is handed to the replication. */
  watching(): Watching;
}

/** Averages over time of functions of the state, which changes at events only. */
export class TimeAverages implements Watcher {
  private readonly integrals: Float64Array;
  /** Values since the last event. */
  private readonly values: Float64Array;
  private since = Number.NaN;
  private days = 0;

  /** `read` puts the `count` values of the moment into the column it is given. */
  constructor(
    count: number,
    private readonly read: (sim: Sim, into: Float64Array) => void,
  ) {
    this.integrals = new Float64Array(count);
    this.values = new Float64Array(count);
  }

  watching(): Watching {
    return { afterEvent: (sim) => this.see(sim) };
  }

  mean(i: number): number {
    return this.integrals[i] / this.days;
  }

  private see(sim: Sim): void {
    if (sim.now < sim.recordsFrom) return;
    const days = sim.now - this.since;
    if (days > 0) {
      for (let i = 0; i < this.integrals.length; i++) this.integrals[i] += days * this.values[i];
      this.days += days;
    }
    this.since = sim.now;
    this.read(sim, this.values);
  }
}

type Heed = (sim: Sim, row: LogRow) => void;

/** Reads the diary as it is written, with the state beside it, and keeps nothing. */
export class Reader extends EventLog implements Watcher {
  private sim: Sim | null = null;
  /** What the very first event wrote, when the state was not known yet. */
  private readonly early: LogRow[] = [];

  /** `fromStart`: whether what happens before recording begins is heeded too. */
  constructor(
    private readonly heed: Heed,
    private readonly fromStart = false,
  ) {
    super();
  }

  override add(time: number, entry: Entry, patient: number, place: number, detail = 0, value = 0): void {
    const row = { time, entry, patient, place, detail, value };
    if (this.sim === null) this.early.push(row);
    else this.pass(this.sim, row);
  }

  watching(): Watching {
    return {
      log: this,
      afterEvent: (sim) => {
        if (this.sim !== null) return;
        this.sim = sim;
        for (const row of this.early) this.pass(sim, row);
      },
    };
  }

  private pass(sim: Sim, row: LogRow): void {
    if (this.fromStart || row.time >= sim.recordsFrom) this.heed(sim, row);
  }
}

/** Calls `look` at the end of every working day that is recorded, with the number of days recorded so far. */
export class DayWatch implements Watcher {
  private last = 0;

  constructor(private readonly look: (sim: Sim, day: number) => void) {}

  watching(): Watching {
    return {
      afterEvent: (sim) => {
        const day = sim.now - sim.recordsFrom;
        if (day <= this.last || !Number.isInteger(day)) return;
        this.last = day;
        this.look(sim, day);
      },
    };
  }
}

/** Two watchers of one replication; only the first may read the diary. */
export class Together<A extends Watcher, B extends Watcher> implements Watcher {
  constructor(
    readonly first: A,
    readonly second: B,
  ) {}

  watching(): Watching {
    const [first, second] = [this.first.watching(), this.second.watching()];
    return {
      log: first.log,
      afterEvent: (sim) => {
        first.afterEvent?.(sim);
        second.afterEvent?.(sim);
      },
    };
  }
}
