/**
 * `npm run bench [-- --json]`: how fast the model runs, alone and in the pool. Every case is measured several times,
 * in turn with the others, so that a busy moment of the machine does not fall on one case only.
 * Like the command line it is one file that is its own worker.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { max, median, min } from "d3-array";
import { runBatch } from "../../sim/batch";
import { DEFAULTS } from "../../sim/parameters";
import type { Changes } from "../../sim/scenario";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { toJson } from "../../src/cli/json";
import { alignedTable, readable } from "../../src/cli/text";
import { runScenarios } from "../../src/experiment/runScenarios";
import { nodeRunner } from "../../src/pool/nodeRunner";
import { api } from "../../src/pool/workerApi";
import { WorkerPool } from "../../src/pool/workerPool";

const ROUNDS = 7;
const SEED = "holdfast";

/** What one measurement of a case gives, by what is measured. */
type Figures = Readonly<Record<string, number>>;
interface Case {
  readonly name: string;
  readonly measure: () => Promise<Figures>;
  readonly close?: () => void;
}

/** A team ten times the baseline's in a place ten times as large, so that each link worker's work is the same. */
function tenfold(): Changes {
  const { team, gp, services } = DEFAULTS;
  return {
    "run.leversFrom": "start",
    "team.linkWorkers": 10 * team.linkWorkers,
    "team.referenceLinkWorkers": 10 * team.referenceLinkWorkers,
    "gp.base": 10 * gp.base,
    ...Object.fromEntries(services.places.map((places, s) => [`services.places.${s + 1}`, 10 * places])),
  };
}

/** The model alone, on this thread. */
function modelCase(name: string, changes: Changes, replications: number): Case {
  const job = { changes, timeline: [], seed: SEED, firstReplication: 0, replications, weekly: true };
  return {
    name,
    measure: async () => {
      const started = performance.now();
      const { events } = runBatch(job);
      const milliseconds = performance.now() - started;
      return {
        "milliseconds per replication": milliseconds / replications,
        "events per replication": events / replications,
        "events per second": (1000 * events) / milliseconds,
      };
    },
  };
}

/** The baseline through the pool, as the page and the command line run it. */
function poolCase(size: number, replications: number): Case {
  const pool = new WorkerPool(nodeRunner(fileURLToPath(import.meta.url)), size);
  const baseline = { id: "baseline", changes: {}, timeline: [] };
  const experiment = { scenarios: [baseline], seed: SEED, replications, weekly: true };
  const never = new AbortController().signal;
  return {
    name: `baseline, pool of ${size}`,
    measure: async () => {
      const started = performance.now();
      await runScenarios(experiment, { runJob: (job, signal) => pool.run(job, signal), width: size }, never);
      return { "replications per second": (1000 * replications) / (performance.now() - started) };
    },
    close: () => pool.close(),
  };
}

interface Row {
  readonly case: string;
  readonly figure: string;
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

async function measureAll(cases: readonly Case[]): Promise<Row[]> {
  const taken = new Map<Case, Figures[]>(cases.map((c) => [c, []]));
  for (const c of cases) await c.measure(); // compiled and started before anything counts
  for (let round = 0; round < ROUNDS; round++) {
    for (const c of cases) taken.get(c)!.push(await c.measure());
  }
  for (const c of cases) c.close?.();
  return [...taken].flatMap(([c, all]) =>
    Object.keys(all[0]).map((figure) => {
      const values = all.map((figures) => figures[figure]);
      return { case: c.name, figure, minimum: min(values)!, median: median(values)!, maximum: max(values)! };
    }),
  );
}

async function main(): Promise<void> {
  const rows = await measureAll([
    modelCase("baseline, 7 link workers", {}, 4),
    modelCase("ten times the baseline, 70 link workers", tenfold(), 1),
    poolCase(1, 32),
    poolCase(2, 32),
  ]);
  const facts = { node: process.version, cores: availableParallelism(), rounds: ROUNDS };
  if (process.argv.includes("--json")) {
    console.log(toJson({ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, ...facts, rows }));
    return;
  }
  const header = ["Case", "Figure", "Minimum", "Median", "Maximum"];
  const cells = rows.map((r) => [r.case, r.figure, ...[r.minimum, r.median, r.maximum].map(readable)]);
  console.log(`Node ${facts.node}, ${facts.cores} cores; each case ${ROUNDS} times, in turn.\n`);
  console.log(alignedTable(header, cells, new Set(header.slice(2))));
}

if (isMainThread) await main();
else if (parentPort) expose(api, nodeEndpoint(parentPort));
