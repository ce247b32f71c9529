/** Small results and a simulator made up for tests of the page; nothing here is ever shown to a reader. */
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import type { Scenario } from "../../sim/scenario";
import type { RunTable } from "../../sim/statistics";
import { Results } from "../../ui/results";
import type { RunOutcome, RunRequest, RunUpdate, Simulator } from "../../ui/simulator";

/** A scenario with the fields that a test does not care about filled in. */
export function scenario(id: string, part: Partial<Scenario> = {}): Scenario {
  return {
    id,
    name: id,
    question: `What about ${id}?`,
    changes: {},
    reasons: {},
    timeline: [],
    ...part,
  };
}

type Value<Args extends unknown[]> = number | ((...args: Args) => number);

export interface TablePlan {
  readonly replications?: number;
  readonly weeks?: number;
  /** Values by measure id; a function is given the replication. What is not named is 1. */
  readonly measures?: Readonly<Record<string, Value<[r: number]>>>;
  /** Values by weekly column; a function is given week and replication. What is not named is 1. */
  readonly weekly?: Readonly<Record<string, Value<[week: number, r: number]>>>;
}

const given = <Args extends unknown[]>(value: Value<Args> | undefined, ...args: Args): number =>
  typeof value === "function" ? value(...args) : (value ?? 1);

/** A table of results with chosen values. */
export function table({
  replications = 40,
  weeks = 104,
  measures = {},
  weekly = {},
}: TablePlan = {}): RunTable {
  const rows = Array.from({ length: replications }, (_, r) => r);
  return {
    replications,
    weeks,
    measures: Float64Array.from(rows.flatMap((r) => MEASURES.map(({ id }) => given(measures[id], r)))),
    weekly: Float64Array.from(
      rows.flatMap((r) =>
        WEEKLY.flatMap(({ id }) => Array.from({ length: weeks }, (_, week) => given(weekly[id], week, r))),
      ),
    ),
  };
}

/** Results of the given scenarios, the baseline first. */
export function results(
  plans: readonly (readonly [Scenario, TablePlan])[],
  request: Partial<RunRequest> = {},
): Results {
  const tables = plans.map(([, plan]) => table(plan));
  const scenarios = plans.map(([one]) => one);
  return new Results({ scenarios, seed: "test", replications: tables[0].replications, ...request }, tables);
}

/** One request that a test answers by hand. */
export interface Call {
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  readonly update: (update: Partial<RunUpdate>) => void;
  readonly finish: (outcome?: Partial<RunOutcome>) => void;
  readonly fail: (error: Error) => void;
}

/** A simulator whose answers are given by hand, in the order of `calls`. */
export function handSimulator(): Simulator & { readonly calls: Call[] } {
  const calls: Call[] = [];
  function run(
    request: RunRequest,
    onUpdate: (u: RunUpdate) => void,
    signal: AbortSignal,
  ): Promise<RunOutcome> {
    const runNumber = calls.length + 1;
    const total = request.replications * request.scenarios.length;
    return new Promise((resolve, reject) => {
      calls.push({
        request,
        signal,
        update: (update) => onUpdate({ runNumber, done: 0, total, tables: null, notices: [], ...update }),
        finish: (outcome) =>
          resolve({
            runNumber,
            tables: request.scenarios.map(() => table({ replications: request.replications })),
            fingerprints: request.scenarios.map(({ id }) => `sha256:${id}`),
            stopped: null,
            milliseconds: 1,
            notices: [],
            ...outcome,
          }),
        fail: reject,
      });
    });
  }
  const doubt = () => Promise.reject(new Error("This simulator has no doubts."));
  return { run, doubt, unlike: () => [], workers: 1, calls };
}
