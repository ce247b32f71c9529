/**
 * A simulator that remembers whole answers, so that changing one scenario does not run the others again. Replications
 * are keyed by seed and number, so that what is remembered is what would be computed again.
 */
import { MEASURES } from "../sim/record/measures";
import { WEEKLY } from "../sim/record/weekly";
import type { Scenario } from "../sim/scenario";
import type { RunTable } from "../sim/statistics";
import type { RunOutcome, RunRequest, RunUpdate, Simulator } from "./simulator";

interface Known {
  readonly table: RunTable;
  readonly fingerprint: string;
}

/** Replications kept, of all scenarios together: some 40 kB each with their weekly columns. */
const MOST_REPLICATIONS = 3000;

/** `inner` with a memory. Aborted and failed runs leave nothing in it. */
export function withMemory(inner: Simulator): Simulator {
  const memory = new Map<string, Known>();
  let runNumber = 0;

  async function run(
    request: RunRequest,
    onUpdate: (update: RunUpdate) => void,
    signal: AbortSignal,
  ): Promise<RunOutcome> {
    const number = ++runNumber;
    const keys = request.scenarios.map((scenario) => keyOf(scenario, request));
    const known = new Map(keys.flatMap((key) => (memory.has(key) ? [[key, memory.get(key) as Known]] : [])));
    const missing = keys.map((_, i) => i).filter((i) => !known.has(keys[i]) && keys.indexOf(keys[i]) === i);
    const asked = { ...request, scenarios: missing.map((i) => request.scenarios[i]) };
    const together = (tables: readonly RunTable[], replications: number): RunTable[] =>
      keys.map((key) => {
        const i = missing.findIndex((m) => keys[m] === key);
        return i >= 0 ? tables[i] : firstOf((known.get(key) as Known).table, replications);
      });
    const outcome = await (missing.length === 0
      ? nothingToDo(signal)
      : inner.run(
          asked,
          (update) =>
            onUpdate({
              ...update,
              runNumber: number,
              tables: update.tables && together(update.tables, update.tables[0].replications),
            }),
          signal,
        ));
    missing.forEach((m, i) => {
      known.set(keys[m], { table: outcome.tables[i], fingerprint: outcome.fingerprints[i] });
    });
    remember(memory, known);
    return {
      ...outcome,
      runNumber: number,
      tables: together(outcome.tables, request.replications),
      fingerprints: keys.map((key) => (known.get(key) as Known).fingerprint),
    };
  }
  return { ...inner, workers: inner.workers, run };
}

/** Everything that decides a scenario's numbers; its name does not. */
function keyOf({ changes, timeline }: Scenario, { seed, replications }: RunRequest): string {
  const sorted = (some: object) => Object.entries(some).sort(([a], [b]) => (a < b ? -1 : 1));
  const later = timeline.map((entry) => [entry.atWeek, sorted(entry.changes)]);
  return JSON.stringify([seed, replications, sorted(changes), later]);
}

async function nothingToDo(signal: AbortSignal): Promise<RunOutcome> {
  await Promise.resolve();
  signal.throwIfAborted();
  return { runNumber: 0, tables: [], fingerprints: [], milliseconds: 0, notices: [] };
}

/** The first `replications` of a table: views, not copies. */
function firstOf(table: RunTable, replications: number): RunTable {
  if (table.replications === replications) return table;
  return {
    ...table,
    replications,
    measures: table.measures.subarray(0, replications * MEASURES.length),
    weekly: table.weekly?.subarray(0, replications * WEEKLY.length * table.weeks) ?? null,
  };
}

/** Puts `known` last in the memory, and drops the oldest until it is small enough. */
function remember(memory: Map<string, Known>, known: ReadonlyMap<string, Known>): void {
  for (const [key, value] of known) {
    memory.delete(key);
    memory.set(key, value);
  }
  let size = [...memory.values()].reduce((sum, { table }) => sum + table.replications, 0);
  for (const [key, { table }] of memory) {
    if (size <= MOST_REPLICATIONS || known.has(key)) break;
    memory.delete(key);
    size -= table.replications;
  }
}
