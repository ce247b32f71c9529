/**
 * Results as they are kept while a study runs: the measures of every arm and replication in memory, the weekly
 * columns, which would not fit there, on disk in journals.
 */
import { readSync } from "node:fs";
import type { Batch } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Bands, RunTable } from "../../sim/statistics";
import { bandOver } from "../../sim/statistics/table";

/** Where the weekly columns of a batch lie: a file that is open for reading, and the byte at which they begin. */
export interface WeeklyPlace {
  readonly file: number;
  readonly offset: number;
}

/** What is kept of one arm. */
interface Kept {
  readonly present: Uint8Array;
  readonly measures: Float64Array;
  /** For each replication its file and the byte at which its weekly columns begin; empty without weekly columns. */
  readonly files: Int32Array;
  readonly offsets: Float64Array;
  weeks: number;
}

const WIDTH = MEASURES.length;

export class Cells {
  private readonly kept: readonly Kept[];
  private readonly bandsKnown = new Map<string, Bands>();

  /** Room for `replications` of each arm; `alike` has for each arm the one that holds its numbers (see firstAlike). */
  constructor(
    private readonly alike: readonly number[],
    readonly replications: number,
    readonly weekly: boolean,
  ) {
    const places = weekly ? replications : 0;
    this.kept = alike.map((first, a) => {
      const rows = first === a ? replications : 0;
      return {
        present: new Uint8Array(rows),
        measures: new Float64Array(rows * WIDTH),
        files: new Int32Array(Math.min(rows, places)),
        offsets: new Float64Array(Math.min(rows, places)),
        weeks: 0,
      };
    });
  }

  private of(arm: number): Kept {
    return this.kept[this.alike[arm]];
  }

  has(arm: number, replication: number): boolean {
    return this.of(arm).present[replication] === 1;
  }

  /** Takes a batch in, with the place of its weekly columns. What is there already stays: it is the same. */
  add(arm: number, batch: Omit<Batch, "weekly">, place: WeeklyPlace | null): void {
    const kept = this.of(arm);
    const { firstReplication: first, replications: count, weeks } = batch;
    kept.weeks = weeks;
    kept.measures.set(batch.measures, first * WIDTH);
    kept.present.fill(1, first, first + count);
    if (place === null) return;
    for (let r = 0; r < count; r++) {
      kept.files[first + r] = place.file;
      kept.offsets[first + r] = place.offset + r * WEEKLY.length * weeks * 8;
    }
  }

  /** The batch that these replications would be, without its weekly columns. All of them must be here. */
  batch(arm: number, first: number, count: number): Batch {
    const { measures, weeks } = this.of(arm);
    const rows = measures.slice(first * WIDTH, (first + count) * WIDTH);
    return { firstReplication: first, replications: count, measures: rows, weekly: null, weeks, events: 0 };
  }

  /** The first `replications` of an arm as a table without weekly columns. */
  table(arm: number, replications = this.replications): RunTable {
    const { measures, weeks } = this.of(arm);
    return { replications, measures: measures.subarray(0, replications * WIDTH), weekly: null, weeks };
  }

  /** Replications that are here, over all arms; alike arms count each. */
  get count(): number {
    return this.alike.reduce((sum, a) => sum + this.kept[a].present.reduce((n, p) => n + p, 0), 0);
  }

  /** One weekly series of one replication, week by week. */
  series(arm: number, replication: number, series: number): Float64Array {
    const { files, offsets, weeks } = this.of(arm);
    const values = new Float64Array(weeks);
    const bytes = new Uint8Array(values.buffer);
    readSync(files[replication], bytes, 0, bytes.length, offsets[replication] + series * weeks * 8);
    return values;
  }

  /** The band of one weekly series over the first `replications`, as `bands` of sim/statistics gives it. */
  bands(arm: number, series: number, replications = this.replications): Bands {
    const key = `${this.alike[arm]} ${series} ${replications}`;
    if (!this.bandsKnown.has(key)) this.bandsKnown.set(key, this.newBands(arm, series, replications));
    return this.bandsKnown.get(key)!;
  }

  private newBands(arm: number, series: number, replications: number): Bands {
    const { weeks } = this.of(arm);
    const rows = Array.from({ length: replications }, (_, r) => this.series(arm, r, series));
    return bandOver(weeks, replications, (r, t) => rows[r][t]);
  }
}
