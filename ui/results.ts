/**
 * Results that belong to their inputs: the request that made them is part of them, and everything the page shows
 * is taken from one such object. Summaries are worked out when first asked for, and kept.
 */
import { DEFAULTS, type Params, withChanges } from "../sim/parameters";
import { MEASURE_INDEX, MEASURES, type Measure } from "../sim/record/measures";
import { WEEKLY_INDEX } from "../sim/record/weekly";
import type { Scenario } from "../sim/scenario";
import {
  column,
  type Difference,
  pairedDifference,
  type RunTable,
  type Summary,
  summarise,
} from "../sim/statistics";
import type { RunRequest, Stopped } from "./simulator";
import { measureSaid } from "./text/tables";

/** Fewer futures than this and a range from P10 to P90 is a rough one: the page says so. */
export const FEW_FUTURES = 30;

/** Looks a measure up by its id; an unknown id throws. */
export function measureById(id: string): Measure {
  const index = MEASURE_INDEX.get(id);
  if (index === undefined) throw new Error(`There is no measure ${id}.`);
  return measureSaid(MEASURES[index]);
}

export class Results {
  readonly request: RunRequest;
  readonly tables: readonly RunTable[];
  /** One string for each scenario once the run is complete; empty before. */
  readonly fingerprints: readonly string[];
  /** Why a run with a precision ended; null before, and where there is none. */
  readonly stopped: Stopped | null;
  readonly #memory = new Map<string, unknown>();

  constructor(
    request: RunRequest,
    tables: readonly RunTable[],
    fingerprints: readonly string[] = [],
    stopped: Stopped | null = null,
  ) {
    this.request = request;
    this.tables = tables;
    this.fingerprints = fingerprints;
    this.stopped = stopped;
  }

  get scenarios(): readonly Scenario[] {
    return this.request.scenarios;
  }
  /** Futures the figures rest on so far. */
  get futures(): number {
    return this.tables[0].replications;
  }
  get complete(): boolean {
    const { precision, replications } = this.request;
    return precision === undefined ? this.futures >= replications : this.stopped !== null;
  }
  /** Weeks on record. */
  get weeks(): number {
    return this.tables[0].weeks;
  }
  /** Position of the scenario with this id; the first policy's, or the baseline's, when it is not among them. */
  positionOf(id: string): number {
    const found = this.scenarios.findIndex((scenario) => scenario.id === id);
    return found > 0 ? found : Math.min(1, this.scenarios.length - 1);
  }

  /** Parameters of scenario `s` once its levers are on. */
  params(s: number): Params {
    return this.#once(`params ${s}`, () => withChanges(DEFAULTS, this.scenarios[s].changes));
  }

  /** A measure in every future of scenario `s`, in the order of futures. */
  column(s: number, id: string): Float64Array {
    return this.#once(`column ${s} ${id}`, () =>
      column(this.tables[s], MEASURE_INDEX.get(measureById(id).id) as number),
    );
  }

  /** Summary of a measure over the futures of scenario `s`, in the measure's unit. */
  summary(s: number, id: string): Summary {
    return this.#once(`summary ${s} ${id}`, () => summarise(this.column(s, id)));
  }

  /** Paired difference of scenario `s` from the base, in the measure's unit. */
  difference(s: number, id: string): Difference {
    return this.#once(`difference ${s} ${id}`, () =>
      pairedDifference(this.column(0, id), this.column(s, id), measureById(id).good),
    );
  }

  /** Anything else worked out from these results, once, in steps; what is known already takes none. */
  *inSteps<T>(key: string, work: () => Generator<void, T>): Generator<void, T> {
    const name = `steps ${key}`;
    if (!this.#memory.has(name)) this.#memory.set(name, yield* work());
    return this.#memory.get(name) as T;
  }

  /** Anything else worked out from these results, once. */
  once<T>(key: string, work: () => T): T {
    return this.#once(`other ${key}`, work);
  }

  /** The weekly column `id` of future `r` of scenario `s`: a view, not a copy. */
  weekly(s: number, r: number, id: string): Float64Array {
    const { weekly, weeks } = this.tables[s];
    const index = WEEKLY_INDEX.get(id);
    if (weekly === null || index === undefined) throw new Error(`There is no weekly column ${id}.`);
    const start = (r * WEEKLY_INDEX.size + index) * weeks;
    return weekly.subarray(start, start + weeks);
  }

  #once<T>(key: string, work: () => T): T {
    if (!this.#memory.has(key)) this.#memory.set(key, work());
    return this.#memory.get(key) as T;
  }
}
