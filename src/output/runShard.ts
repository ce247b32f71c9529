/** Runs one shard of an experiment: its batches are kept by the jobs' runner, and nothing is given back. */
import { inLanes } from "../experiment/lanes";
import type { Experiment, Means, Progress } from "../experiment/runScenarios";
import { type Shard, shardBatches } from "./shards";

/** Rejects with the signal's reason when aborted, and with the first failure of a job. */
export async function runShard(
  { scenarios, seed, replications }: Experiment,
  shard: Shard,
  { runJob, width, signal }: Means & { readonly signal: AbortSignal },
  onProgress: (progress: Pick<Progress, "done" | "total">) => void,
): Promise<void> {
  const plan = shardBatches(scenarios.length, replications, shard, width);
  const total = plan.flat().reduce((sum, batch) => sum + batch.replications, 0);
  let done = 0;
  await inLanes(plan, width, signal, async (batches, stop) => {
    for (const { scenario, ...range } of batches) {
      const { changes, timeline } = scenarios[scenario];
      await runJob({ changes, timeline, seed, weekly: false, ...range }, stop);
      stop.throwIfAborted();
      done += range.replications;
      onProgress({ done, total });
    }
  });
}
