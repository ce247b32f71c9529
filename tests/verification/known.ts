/**
 * Known answers: the exact results of oracles.json, and how a simulated mean is held against one.
 *
 * A mean over independent replications must lie within the tolerance of the exact value, and the tolerance must be
 * four standard errors or more, so that chance alone would fail 1 test in 15,000; a run too short to see a mistake of
 * the tolerance's size fails too. Where the tolerance printed in oracles.json would ask for a longer run than a test
 * may take, a wider one is written here.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Entry } from "../../sim/record/eventLog";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import type { Replication } from "../../sim/replicate";
import type { Changes, TimelineEntry } from "../../sim/scenario";
import type { Sim } from "../../sim/sim";
import { loadEngine } from "../sim/support/engine";
import { mean, standardError } from "../sim/support/statistics";

export const { replicate, resolveStages, EventLog, productivity } = await loadEngine();

/** A diary of some kinds of entries only: rows of all kinds, over decades of every post's days, would take most of the time. */
export class DiaryOf extends EventLog {
  private readonly kinds: ReadonlySet<Entry>;
  constructor(...kinds: readonly Entry[]) {
    super();
    this.kinds = new Set(kinds);
  }
  override add(...row: Parameters<InstanceType<typeof EventLog>["add"]>): void {
    if (this.kinds.has(row[1])) super.add(...row);
  }
}

interface Oracle {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: numbers, lists and tables of many forms
  readonly config: any;
  // biome-ignore lint/suspicious/noExplicitAny: numbers, lists and tables of many forms
  readonly expect: any;
}
const { oracles } = JSON.parse(readFileSync(new URL("./oracles.json", import.meta.url), "utf8")) as {
  oracles: Oracle[];
};

/** The exact result of that name: its configuration, and what to expect. */
export function oracle(id: string): Oracle {
  const found = oracles.find((one) => one.id === id);
  if (!found) throw new Error(`no exact result ${id}`);
  return found;
}

interface Design {
  readonly changes: Changes;
  readonly timeline?: readonly TimelineEntry[];
  readonly replications: number;
  /** Recorded working days of each replication, after as many to settle as `settling` says. */
  readonly days: number;
  readonly settling?: number;
  readonly seed?: string;
  readonly afterEvent?: (sim: Sim) => void;
}

/** Runs a design: its replications one after the other. */
export function runs(design: Design): Replication[] {
  const { changes, timeline = [], replications, days, settling = 0, seed = "known answers" } = design;
  const stages = resolveStages(
    { ...changes, "run.years": days / 260, "run.warmUpYears": settling / 260 },
    timeline,
  );
  return Array.from({ length: replications }, (_, r) =>
    replicate(stages, seed, r, { afterEvent: design.afterEvent }),
  );
}

/** A measure of every replication. */
export function measure(of: readonly Replication[], id: string): number[] {
  const index = MEASURE_INDEX.get(id);
  if (index === undefined) throw new Error(`no measure ${id}`);
  return of.map(({ recorded }) => MEASURES[index].take(recorded));
}

/** Holds the mean of the values against the exact one; the tolerance is absolute, or relative to it. */
export function expectKnown(
  values: readonly number[],
  exact: number,
  tolerance: { readonly absolute: number } | { readonly relative: number },
): void {
  const allowed = "absolute" in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(exact);
  expect(4 * standardError(values), "four standard errors: run longer, or more often").toBeLessThanOrEqual(
    allowed,
  );
  expect(Math.abs(mean(values) - exact), `mean ${mean(values)}, exact ${exact}`).toBeLessThanOrEqual(allowed);
}
