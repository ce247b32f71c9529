/** Runs one shard of an experiment: its batches are kept by the jobs' runner, and nothing is given back. */
import { inLanes } from "../experiment/lanes";
import type { Experiment, Means, Progress } from "../experiment/runScenarios";
import { type Shard, shardBatches, shardRanges } from "./shards";

/** Rejects with the signal's reason when aborted, and with the first failure of a job. */
export async function runShard(
  { scenarios, seed, replications }: Experiment,
  shard: Shard,
  { runJob, width, signal }: Means & { readonly signal: AbortSignal },
  onProgress: (progress: Pick<Progress, "done" | "total">) => void,
): Promise<void> {
  const batches = shardBatches(shardRanges(scenarios.length, replications, shard));
  const total = batches.reduce((sum, batch) => sum + batch.replications, 0);
  let done = 0;
  await inLanes(batches, width, signal, async ({ scenario, ...range }, stop) => {
    const { changes, timeline } = scenarios[scenario];
    await runJob({ changes, timeline, seed, weekly: false, ...range }, stop);
    done += range.replications;
    onProgress({ done, total });
  });
}
