/** How an experiment is cut into batches. The cut decides when numbers arrive, never what they are. */

/** Consecutive replications of consecutive scenarios, to be run one scenario after the other. */
export interface PlannedBatch {
  /** Indices of the scenarios in the experiment. */
  readonly scenarios: readonly number[];
  readonly firstReplication: number;
  readonly replications: number;
}

/** Replications a batch, wave by wave (the last size is repeated): few at first, so that a picture appears soon. */
export const BATCH_SIZES: readonly number[] = [1, 2, 4, 8];

/**
 * Scenarios a batch: a worker that has just run the same replications of another scenario still has their warm-up
 * (sim/warmUps.ts), so a few scenarios stay together; not all of many, so that every worker has work to the end.
 */
const MOST_SCENARIOS = 8;

/**
 * Batches that cover `replications` of each of `scenarios` scenarios, in the order in which to start them. Every wave
 * gives each scenario equally many, in enough batches to keep `width` workers busy.
 */
export function planBatches(
  scenarios: number,
  replications: number,
  width: number,
  sizes: readonly number[] = BATCH_SIZES,
): PlannedBatch[] {
  const groups = groupsOf(scenarios);
  const perGroup = Math.ceil(width / groups.length);
  const batches: PlannedBatch[] = [];
  for (let first = 0, wave = 0; first < replications; wave++) {
    const largest = sizes[Math.min(wave, sizes.length - 1)];
    const left = replications - first;
    const size = Math.min(largest, Math.ceil(left / perGroup));
    for (let b = 0; b < perGroup && first < replications; b++) {
      const count = Math.min(size, replications - first);
      for (const group of groups)
        batches.push({ scenarios: group, firstReplication: first, replications: count });
      first += count;
    }
  }
  return batches;
}

/** The indices of `scenarios` scenarios, in groups of nearly equal size. */
function groupsOf(scenarios: number): number[][] {
  const groups = Math.ceil(scenarios / MOST_SCENARIOS);
  return Array.from({ length: groups }, (_, g) => {
    const begin = Math.floor((g * scenarios) / groups);
    const end = Math.floor(((g + 1) * scenarios) / groups);
    return Array.from({ length: end - begin }, (_, i) => begin + i);
  });
}
