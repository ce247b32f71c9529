/** The page's way to the model: runs scenarios on the pool, and lets only the latest request speak. */
import { MODEL_VERSION } from "../sim/version";
import type { Doubts, RunOutcome, RunRequest, RunUpdate, Simulator } from "../ui/simulator";
import type { Collector } from "./experiment/collector";
import { fingerprint } from "./experiment/fingerprint";
import { GrowingRun } from "./experiment/growingRun";
import { drawInputs, inputDoubts } from "./experiment/inputDraws";
import { conditionsOf, unlikeRuns } from "./experiment/likeRuns";
import { FEWEST_REPLICATIONS, HEADLINE_MEASURES } from "./experiment/precision";
import { type Means, runScenarios } from "./experiment/runScenarios";
import { type PrecisionProgress, runUntilPrecise } from "./experiment/untilPrecise";
import type { RunJob } from "./pool/runner";
import { type WorkerPool, workersAtFirst } from "./pool/workerPool";
import { ReplicationMemory } from "./replicationMemory";

/** Few replications a batch: a change is answered as soon as the workers are through with theirs. */
const BATCH_SIZES = [1, 1, 2, 3];
/** For the doubt about inputs: draws, and replications of each scenario under each of them. */
const DRAWS = 60;
const REPLICATIONS_A_DRAW = 10;

/**
 * A simulator on `pool`. A new request ends the one before it, whose promise then rejects with an AbortError: an older
 * answer can never appear under newer inputs. What was run is kept, and not run again.
 * The very first request begins with `firstPicture` replications of each scenario, on the workers that the pool begins with.
 */
export function createSimulator(pool: Pick<WorkerPool, "run" | "size">, firstPicture = 0): Simulator {
  const memory = new ReplicationMemory();
  let runNumber = 0;
  let isWarm = firstPicture === 0;
  let latest = new AbortController();

  async function run(
    request: RunRequest,
    onUpdate: (update: RunUpdate) => void,
    signal: AbortSignal,
  ): Promise<RunOutcome> {
    latest.abort(new DOMException("A newer request has taken its place.", "AbortError"));
    latest = new AbortController();
    const number = ++runNumber;
    const stop = AbortSignal.any([signal, latest.signal]);
    const started = performance.now();
    const notices: string[] = [];
    const runJob: RunJob = (job, jobSignal) => pool.run(job, jobSignal, (notice) => notices.push(notice));
    const means = { runJob, width: pool.size, batchSizes: BATCH_SIZES };
    const tell = (update: Update) => onUpdate({ runNumber: number, ...update, notices: [...notices] });
    const collectors = memory.collectorsFor(request.scenarios, request.seed, request.replications);
    if (!isWarm) await begin(request, firstPicture, means, stop, collectors, tell);
    isWarm = true;
    const found = await answer(request, means, stop, collectors, tell);
    const fingerprints = await fingerprintsOf(request, found.tables, stop);
    return {
      runNumber: number,
      ...found,
      fingerprints,
      milliseconds: performance.now() - started,
      notices,
    };
  }

  async function doubt(
    { scenarios, seed }: RunRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Doubts> {
    const inputs = drawInputs({ scenarios, seed, draws: DRAWS, replications: REPLICATIONS_A_DRAW });
    if ("problem" in inputs) throw new Error(inputs.problem);
    const means = { runJob: (job, stop) => pool.run(job, stop), width: pool.size } satisfies Means;
    const tables = await runScenarios(inputs.experiment, means, signal, ({ done, total }) =>
      onProgress(done, total),
    );
    return {
      draws: DRAWS,
      replications: REPLICATIONS_A_DRAW,
      parameters: new Set(inputs.drawn.flat()).size,
      scenarios: inputDoubts(tables, inputs.request),
    };
  }

  return { run, doubt, unlike, workers: pool.size };
}

type Answer = Pick<RunOutcome, "tables" | "stopped">;
type Update = Pick<RunUpdate, "done" | "total" | "tables">;

/** Runs the first few replications of a request, on the workers that the pool begins with. */
async function begin(
  { scenarios, seed, replications, precision }: RunRequest,
  few: number,
  means: Means,
  signal: AbortSignal,
  collectors: readonly Collector[],
  onUpdate: (update: Update) => void,
): Promise<void> {
  const asked = precision === undefined ? replications : FEWEST_REPLICATIONS;
  const width = workersAtFirst(means.width);
  const run = new GrowingRun({ scenarios, seed, weekly: true }, collectors);
  await run.to(Math.min(few, asked), { ...means, width }, signal, ({ done, tables }) =>
    onUpdate({ done, total: scenarios.length * asked, tables }),
  );
}

/** Runs what is missing of a request, for a number of replications or until averages are precise. */
async function answer(
  { scenarios, seed, replications, precision }: RunRequest,
  means: Means,
  signal: AbortSignal,
  collectors: readonly Collector[],
  onUpdate: (update: Update) => void,
): Promise<Answer> {
  const experiment = { scenarios, seed, weekly: true };
  if (precision === undefined) {
    const run = new GrowingRun(experiment, collectors);
    return { tables: await run.to(replications, means, signal, onUpdate), stopped: null };
  }
  const wanted = { share: precision, measures: HEADLINE_MEASURES, of: "means" as const };
  return runUntilPrecise(
    { ...experiment, precision: wanted, most: replications, collectors },
    means,
    signal,
    (progress) => onUpdate({ ...progress, total: likelyTotal(progress, { precision, replications }) }),
  );
}

/** About how many replications there will be: half-widths fall with the root of their number. */
function likelyTotal(
  { total, tables, widths }: PrecisionProgress,
  { precision, replications }: { readonly precision: number; readonly replications: number },
): number {
  const scenarios = tables?.length ?? 1;
  const open = widths.filter(({ standing }) => standing === "not precise").map(({ share }) => share);
  const widest = Math.max(precision, ...open);
  const looked = total / scenarios;
  const enough = widths.length === 0 ? looked : looked * Math.min(2, (widest / precision) ** 2);
  return scenarios * Math.max(looked, Math.min(replications, enough));
}

/** Fingerprints of every scenario's table; between two of them the page has its turn. */
async function fingerprintsOf(
  { scenarios, seed }: RunRequest,
  tables: RunOutcome["tables"],
  signal: AbortSignal,
): Promise<string[]> {
  const fingerprints: string[] = [];
  for (const [s, { measures, replications }] of tables.entries()) {
    fingerprints.push(fingerprint({ scenario: scenarios[s], seed, replications, measures }));
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return fingerprints;
}

/** Whether the scenarios of a request may be compared: the same years, the same start, the same luck. */
function unlike({ scenarios, seed, replications }: RunRequest): readonly string[] {
  const run = { modelVersion: MODEL_VERSION, seed, replications };
  return unlikeRuns(scenarios.map((scenario) => ({ ...conditionsOf(scenario, run), name: scenario.name })));
}
