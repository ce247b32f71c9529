/** How an experiment is cut into batches. The cut decides when numbers arrive, never what they are. */

/** Consecutive replications of one scenario, to be run as one job. */
export interface PlannedBatch {
  /** Index of the scenario in the experiment. */
  readonly scenario: number;
  readonly firstReplication: number;
  readonly replications: number;
}

/** Replications a batch, wave by wave (the last size is repeated): few at first, so that a picture appears soon. */
export const BATCH_SIZES: readonly number[] = [2, 4, 8];

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
  const perScenario = Math.ceil(width / scenarios);
  const batches: PlannedBatch[] = [];
  for (let first = 0, wave = 0; first < replications; wave++) {
    const largest = sizes[Math.min(wave, sizes.length - 1)];
    const left = replications - first;
    const size = Math.min(largest, Math.ceil(left / perScenario));
    for (let b = 0; b < perScenario && first < replications; b++) {
      const count = Math.min(size, replications - first);
      for (let scenario = 0; scenario < scenarios; scenario++) {
        batches.push({ scenario, firstReplication: first, replications: count });
      }
      first += count;
    }
  }
  return batches;
}
