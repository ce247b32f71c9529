/** How an experiment is shared out over machines: disjoint parts of nearly equal size, the same for a given number. */
import { BATCH_SIZES } from "../experiment/plan";

/** Part `number` (from 1) of `of` parts. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export const WHOLE: Shard = { number: 1, of: 1 };

export const wordsOf = ({ number, of }: Shard): string => `shard ${number} of ${of}`;

/** Consecutive replications of one arm. */
export interface Range {
  readonly firstReplication: number;
  readonly replications: number;
}

/**
 * The replications that fall to a shard: one range an arm, in their order. Cells (one replication of one arm) are
 * numbered replication by replication, so that a shard has all arms of its replications, and cut into `of` runs.
 */
export function shardRanges(arms: number, replications: number, { number, of }: Shard): Range[] {
  const cells = arms * replications;
  const begin = Math.floor((cells * (number - 1)) / of);
  const end = Math.floor((cells * number) / of);
  return Array.from({ length: arms }, (_, a) => {
    const firstReplication = Math.max(0, Math.ceil((begin - a) / arms));
    return { firstReplication, replications: Math.max(0, Math.ceil((end - a) / arms)) - firstReplication };
  });
}

/** Consecutive replications of one arm, to be run as one job. */
export interface ShardBatch extends Range {
  /** Index of the arm. */
  readonly scenario: number;
}

/**
 * Ranges cut into batches, wave by wave over all arms: those of the same replications follow each other, since a
 * worker then still has their warm-up.
 */
export function shardBatches(ranges: readonly Range[]): ShardBatch[] {
  const size = BATCH_SIZES[BATCH_SIZES.length - 1];
  const waves = Math.ceil(Math.max(0, ...ranges.map(({ replications }) => replications)) / size);
  return Array.from({ length: waves }, (_, wave) =>
    ranges.flatMap(({ firstReplication, replications }, scenario) => {
      const count = Math.min(size, replications - wave * size);
      return count > 0
        ? [{ scenario, firstReplication: firstReplication + wave * size, replications: count }]
        : [];
    }),
  ).flat();
}
