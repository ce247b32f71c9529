/** How an experiment is shared out over machines: disjoint parts of nearly equal size, the same for a given number. */
import { planBatches } from "../experiment/plan";

/** Part `number` (from 1) of `of` parts. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export const wordsOf = ({ number, of }: Shard): string => `shard ${number} of ${of}`;

/** Consecutive replications of one arm. */
interface Range {
  readonly firstReplication: number;
  readonly replications: number;
}

/**
 * The replications that fall to a shard: one range an arm, in their order. Cells (one replication of one arm) are
 * numbered replication by replication, so that a shard has all arms of its replications, and cut into `of` runs.
 */
function shardRanges(arms: number, replications: number, { number, of }: Shard): Range[] {
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
 * The batches of a shard for `width` workers, cut like those of a whole run (see planBatches): each list is the same
 * replications of several arms, to be run one after the other, since a worker then still has their warm-up.
 */
export function shardBatches(
  arms: number,
  replications: number,
  shard: Shard,
  width: number,
): readonly ShardBatch[][] {
  const ranges = shardRanges(arms, replications, shard);
  const some = ranges.filter((range) => range.replications > 0);
  const first = Math.min(...some.map(({ firstReplication }) => firstReplication));
  const end = Math.max(...some.map(endOf));
  return planBatches(arms, end - first, width)
    .map(({ scenarios, firstReplication, replications: count }) => {
      const planned = { firstReplication: first + firstReplication, replications: count };
      return scenarios.map((scenario) => ({ scenario, ...overlap(planned, ranges[scenario]) }));
    })
    .map((batches) => batches.filter((batch) => batch.replications > 0))
    .filter((batches) => batches.length > 0);
}

const endOf = ({ firstReplication, replications }: Range): number => firstReplication + replications;

/** What two ranges share; no replications where that is nothing. */
function overlap(a: Range, b: Range): Range {
  const firstReplication = Math.max(a.firstReplication, b.firstReplication);
  return {
    firstReplication,
    replications: Math.max(0, Math.min(endOf(a), endOf(b)) - firstReplication),
  };
}
