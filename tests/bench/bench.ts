/**
 * `npm run bench`: how fast the model runs, alone, in the pool and in the page, beside a yardstick that other tools can
 * run too (docs/performance.md). Like the command line it is one file that is its own worker.
 */
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { toJson } from "../../src/cli/json";
import { alignedTable, readable } from "../../src/cli/text";
import { api } from "../../src/pool/workerApi";
import { changesSince, readStored } from "./against";
import { ALONE_WORD, type Alone } from "./alone";
import { browserCases, ONE_WORKER, TWO_WORKERS } from "./browserCases";
import { standings } from "./goals";
import { type Case, measureAll, type Row, ratioRow, rowsOf, type Taken } from "./measure";
import { growthRows, modelAlone, modelCases } from "./modelCases";
import { type BenchOptions, optionsOf, PARTS, type Part } from "./options";
import { poolCases, poolName, RATE } from "./poolCases";
import {
  IN_C,
  ON_HEAP,
  ON_KERNEL,
  ON_SIMJS,
  ON_SIMJS_RESOURCES,
  YARDSTICK_FIGURE,
  yardstickAlone,
  yardstickCases,
} from "./yardstickCases";

const PROGRAM = fileURLToPath(import.meta.url);
const ROOT = dirname(dirname(PROGRAM));

interface Prepared {
  readonly cases: readonly Case[];
  /** A sentence where something could not be measured. */
  readonly note: string | null;
}

const PREPARE: Readonly<Record<Part, () => Prepared | Promise<Prepared>>> = {
  yardstick: () => yardstickCases(PROGRAM, join(ROOT, "tests/bench/yardstick/caseload.c")),
  model: () => ({ cases: modelCases(PROGRAM), note: null }),
  pool: () => ({ cases: poolCases(PROGRAM), note: null }),
  page: () => browserCases(ROOT),
};

async function main(options: BenchOptions): Promise<void> {
  // Read first, so that a wrong file is told at once and not after minutes.
  const stored = options.against === undefined ? null : readStored(options.against);
  if (typeof stored === "string") {
    console.error(stored);
    process.exitCode = 2;
    return;
  }
  const { rows, notes } = await measureParts(partsOf(options), options);
  const facts = { node: process.version, cores: availableParallelism() };
  const goals = standings(rows);
  const changes = stored ? changesSince(stored.rows, rows) : undefined;
  if (options.json) {
    return print(
      toJson({ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, ...facts, notes, rows, goals, changes }),
    );
  }
  print(`Node ${facts.node}, ${facts.cores} cores; cases measured in turn.\n`);
  print(table(["Case", "Figure", "Minimum", "Median", "Maximum"], rows));
  for (const note of notes) print(`\n${note}`);
  print("\nGoals, beside the medians of this run, which a busy machine spoils:\n");
  print(table(["Case", "Figure", "Median", "Goal", "Reached"], goals));
  if (!changes) return;
  print(
    "\nTimes in multiples of the yardstick's nanoseconds per event, and now ÷ before (above 1 is slower):\n",
  );
  print(table(["Case", "Figure", "Before", "Now", "Ratio"], changes));
}

/** The parts asked for, and the yardstick where there is something to compare with. */
function partsOf({ only = PARTS, against }: BenchOptions): readonly Part[] {
  return against === undefined ? only : ["yardstick", ...only];
}

/** Part by part, so that a browser at work does not disturb the others. */
async function measureParts(
  parts: readonly Part[],
  options: BenchOptions,
): Promise<{ rows: Row[]; notes: string[] }> {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const part of PARTS.filter((name) => parts.includes(name))) {
    const { cases, note } = await PREPARE[part]();
    // What an earlier run is compared by is measured whatever else is left out.
    const some = part === "yardstick" && options.against !== undefined ? {} : options;
    if (note !== null) notes.push(note);
    const taken = await measureAll(cases, some, (round, rounds) =>
      progress(`${part}: round ${round + 1} of ${rounds}`),
    );
    rows.push(...rowsOf(taken), ...comparisons(taken));
  }
  return { rows, notes };
}

/** What follows from several cases of a part together. */
function comparisons(taken: Taken): Row[] {
  return [
    ratioRow(taken, [ON_KERNEL, IN_C], YARDSTICK_FIGURE),
    ratioRow(taken, [ON_HEAP, IN_C], YARDSTICK_FIGURE),
    ratioRow(taken, [ON_SIMJS, ON_KERNEL], YARDSTICK_FIGURE),
    ratioRow(taken, [ON_SIMJS_RESOURCES, ON_KERNEL], YARDSTICK_FIGURE),
    ratioRow(taken, [poolName(2), poolName(1)], RATE),
    ratioRow(taken, [TWO_WORKERS, ONE_WORKER], RATE),
    ...growthRows(taken),
  ].filter((row) => row !== null);
}

/** Rows as a table: two columns of words, then numbers. */
function table(header: readonly string[], rows: readonly object[]): string {
  const cells = rows.map((row) =>
    Object.values(row).map((cell) => (typeof cell === "number" ? readable(cell) : String(cell))),
  );
  return alignedTable(header, cells, new Set(header.slice(2)));
}

function print(text: string): void {
  console.log(text);
}

function progress(text: string): void {
  if (process.stderr.isTTY) console.error(text);
}

/** What this very process measures alone, for another that is the bench proper. */
function measureAlone(name: string): void {
  const alone: Alone = { ...yardstickAlone(PROGRAM), ...modelAlone };
  print(JSON.stringify(alone[name]()));
}

const [word, name] = process.argv.slice(2);
if (!isMainThread) expose(api, nodeEndpoint(parentPort!));
else if (word === ALONE_WORD) measureAlone(name);
else await main(optionsOf(process.argv.slice(2)));
