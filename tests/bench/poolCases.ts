/** The baseline through the pool, as the page and the command line run it. */
import { runScenarios } from "../../src/experiment/runScenarios";
import { nodeRunner } from "../../src/pool/nodeRunner";
import { WorkerPool } from "../../src/pool/workerPool";
import type { Case } from "./measure";
import { COST, SEED } from "./modelCases";

const REPLICATIONS = 64;
export const RATE = "replications per second";
export const poolName = (size: number) => `baseline, pool of ${size}`;

/** Pools of one and of two workers, each of which starts `program` again. */
export function poolCases(program: string): Case[] {
  return [1, 2].map((size) => poolCase(program, size));
}

function poolCase(program: string, size: number): Case {
  const pool = new WorkerPool(nodeRunner(program), size);
  const run = async (replications: number) => {
    const baseline = { id: "baseline", changes: {}, timeline: [] };
    const experiment = { scenarios: [baseline], seed: SEED, replications, weekly: true };
    const means = { runJob: pool.run.bind(pool), width: size };
    await runScenarios(experiment, means, new AbortController().signal);
  };
  return {
    name: poolName(size),
    rounds: 5,
    prepare: () => run(8 * size),
    measure: async () => {
      const started = performance.now();
      await run(REPLICATIONS);
      const milliseconds = performance.now() - started;
      return { [RATE]: (1000 * REPLICATIONS) / milliseconds, [COST]: milliseconds / REPLICATIONS };
    },
    close: () => pool.close(),
  };
}
