/** A run to which replications are added, in the same columns: what is there is neither run nor copied again. */
import type { RunTable } from "../../sim/statistics";
import type { Collector } from "./collector";
import { inLanes } from "./lanes";
import { type PlannedBatch, planBatches } from "./plan";
import type { Experiment, Means, Progress } from "./runScenarios";

export class GrowingRun {
  /** One collector a scenario; they may hold replications already, and scenarios that are alike may share one. */
  constructor(
    private readonly experiment: Omit<Experiment, "replications">,
    private readonly collectors: readonly Collector[],
  ) {}

  /**
   * Runs whatever is missing of the first `replications` of every scenario, and gives one table a scenario, in order.
   * `onProgress` is called after every batch. Rejects with the signal's reason when aborted, and with the first
   * failure of a job, after which nothing more is started.
   */
  async to(
    replications: number,
    { runJob, width, batchSizes }: Means,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<readonly RunTable[]> {
    const { scenarios, seed, weekly } = this.experiment;
    const first = Math.min(replications, this.complete);
    const plan = planBatches(scenarios.length, replications - first, width, batchSizes);
    const total = scenarios.length * replications;
    const tell = this.teller(replications, total, onProgress);
    await inLanes(plan, width, signal, async (batch, stop) => {
      for (const { scenario, ...part } of this.missing(batch, first)) {
        const { changes, timeline } = scenarios[scenario];
        const done = await runJob({ changes, timeline, seed, weekly, ...part }, stop);
        stop.throwIfAborted();
        this.collectors[scenario].add(done);
        tell();
      }
    });
    return this.tables(replications);
  }

  private get complete(): number {
    return Math.min(...this.collectors.map(({ prefix }) => prefix));
  }

  private tables(count: number): readonly RunTable[] {
    return this.collectors.map((collector) => collector.table(count));
  }

  /** What is missing of a batch, looked up part by part: a scenario that is alike may have brought it meanwhile. */
  private *missing({ scenarios, firstReplication, replications }: PlannedBatch, offset: number) {
    for (const scenario of scenarios) {
      const parts = this.collectors[scenario].missing(offset + firstReplication, replications);
      for (const part of parts) yield { scenario, ...part };
    }
  }

  /** Says how far the run is. Tables are made anew only when there is more that all scenarios have. */
  private teller(replications: number, total: number, onProgress: (progress: Progress) => void): () => void {
    let common = 0;
    let tables: readonly RunTable[] | null = null;
    return () => {
      const complete = Math.min(replications, this.complete);
      if (complete > common) {
        common = complete;
        tables = this.tables(complete);
      }
      const done = this.collectors.reduce((sum, collector) => sum + collector.present(replications), 0);
      onProgress({ done, total, tables });
    };
  }
}
