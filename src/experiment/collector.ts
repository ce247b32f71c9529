/** Puts the batches of one scenario in their places, whatever the order in which they arrive. */
import type { Batch } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { RunTable } from "../../sim/statistics";

export class Collector {
  private measures: Float64Array;
  private weekly: Float64Array | null = null;
  private weeks = 0;
  private readonly present: Uint8Array;
  private complete = 0;

  constructor(readonly replications: number) {
    this.measures = new Float64Array(replications * MEASURES.length);
    this.present = new Uint8Array(replications);
  }

  /** Takes a batch in. Throws when it lies outside the run or repeats a replication: either would be a fault of ours. */
  add(batch: Batch): void {
    const { firstReplication: first, replications: count, weeks } = batch;
    if (first + count > this.replications || this.present.subarray(first, first + count).some((p) => p)) {
      throw new Error(
        `Replications ${first + 1} to ${first + count} of ${this.replications} came twice or unasked.`,
      );
    }
    this.measures.set(batch.measures, first * MEASURES.length);
    if (batch.weekly) {
      this.weeks = weeks;
      this.weekly ??= new Float64Array(this.replications * WEEKLY.length * weeks);
      this.weekly.set(batch.weekly, first * WEEKLY.length * weeks);
    }
    this.present.fill(1, first, first + count);
  }

  /** How many replications, from the first on, have arrived without a gap. */
  get prefix(): number {
    while (this.complete < this.replications && this.present[this.complete]) this.complete++;
    return this.complete;
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
