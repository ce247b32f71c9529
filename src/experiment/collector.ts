/** Puts the batches of one scenario in their places, whatever the order in which they arrive. */
import type { Batch } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { RunTable } from "../../sim/statistics";

/** What is taken in: a batch, or a table that begins with some replication. */
export type Part = Pick<Batch, "firstReplication"> & RunTable;

/** Replications for which there is room at first; the room grows as they come, since many a run is given up early. */
const FIRST_ROOM = 32;

export class Collector {
  private room: number;
  private measures: Float64Array;
  private weekly: Float64Array | null = null;
  private weeks = 0;
  private readonly isThere: Uint8Array;
  private complete = 0;

  constructor(readonly replications: number) {
    this.room = Math.min(replications, FIRST_ROOM);
    this.measures = new Float64Array(this.room * MEASURES.length);
    this.isThere = new Uint8Array(replications);
  }

  /** Takes a batch in. Throws when it lies outside the run or repeats a replication: either would be a fault of ours. */
  add(batch: Part): void {
    const { firstReplication: first, replications: count, weeks } = batch;
    if (first + count > this.replications || this.isThere.subarray(first, first + count).some((p) => p)) {
      throw new Error(
        `Replications ${first + 1} to ${first + count} of ${this.replications} came twice or unasked.`,
      );
    }
    this.makeRoom(first + count);
    this.measures.set(batch.measures, first * MEASURES.length);
    if (batch.weekly) {
      this.weeks = weeks;
      this.weekly ??= new Float64Array(this.room * WEEKLY.length * weeks);
      this.weekly.set(batch.weekly, first * WEEKLY.length * weeks);
    }
    this.isThere.fill(1, first, first + count);
  }

  /** Room for `needed` replications, in new columns: a table that was given is not changed. */
  private makeRoom(needed: number): void {
    if (needed <= this.room) return;
    this.room = Math.min(this.replications, Math.max(needed, 2 * this.room));
    this.measures = withRoom(this.measures, this.room * MEASURES.length);
    if (this.weekly) this.weekly = withRoom(this.weekly, this.room * WEEKLY.length * this.weeks);
  }

  /** How many replications, from the first on, have arrived without a gap. */
  get prefix(): number {
    while (this.complete < this.replications && this.isThere[this.complete]) this.complete++;
    return this.complete;
  }

  /** How many of the first `replications` have arrived. */
  present(replications: number): number {
    let count = 0;
    for (let r = 0; r < replications; r++) count += this.isThere[r];
    return count;
  }

  /** The stretches of the `count` replications from `first` on that have not arrived. */
  missing(first: number, count: number): { firstReplication: number; replications: number }[] {
    const parts: { firstReplication: number; replications: number }[] = [];
    for (let r = first; r < first + count; r++) {
      if (this.isThere[r]) continue;
      const last = parts[parts.length - 1];
      if (last && last.firstReplication + last.replications === r) last.replications++;
      else parts.push({ firstReplication: r, replications: 1 });
    }
    return parts;
  }

  /** The first `replications`, all of which must have arrived: a view that later batches do not change. */
  table(replications: number): RunTable {
    const { weeks } = this;
    return {
      replications,
      measures: this.measures.subarray(0, replications * MEASURES.length),
      weekly: this.weekly?.subarray(0, replications * WEEKLY.length * weeks) ?? null,
      weeks,
    };
  }
}

function withRoom(column: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(column);
  return longer;
}
