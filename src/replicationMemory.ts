/**
 * Replications that the page keeps, so that changing one scenario does not run the others again, and a run that was
 * cancelled goes on where it was. They are keyed by all that decides a number, so what is kept is what would be run.
 */
import type { Scenario } from "../sim/scenario";
import { Collector } from "./experiment/collector";

/** Replications kept beside those of the run under way: some 40 kB each with their weekly columns. */
const MOST_REPLICATIONS = 3000;

type Inputs = Pick<Scenario, "changes" | "timeline">;

export class ReplicationMemory {
  /** Those asked for last come last. */
  private readonly kept = new Map<string, Collector>();

  constructor(private readonly most = MOST_REPLICATIONS) {}

  /** For each scenario what is there of it, with room for `replications`; alike scenarios share one. */
  collectorsFor(scenarios: readonly Inputs[], seed: string, replications: number): Collector[] {
    const keys = scenarios.map((scenario) => keyOf(scenario, seed));
    for (const key of keys) {
      const known = this.kept.get(key);
      this.kept.delete(key);
      this.kept.set(key, roomFor(known, replications));
    }
    this.forget(new Set(keys));
    return keys.map((key) => this.kept.get(key) as Collector);
  }

  /** Drops the oldest, but none of `wanted`, until few enough are left. */
  private forget(wanted: ReadonlySet<string>): void {
    const others = [...this.kept].filter(([key]) => !wanted.has(key));
    let held = others.reduce((sum, [, { prefix }]) => sum + prefix, 0);
    for (const [key, { prefix }] of others) {
      if (held <= this.most) return;
      this.kept.delete(key);
      held -= prefix;
    }
  }
}

function roomFor(known: Collector | undefined, replications: number): Collector {
  if (known === undefined) return new Collector(replications);
  if (known.replications >= replications) return known;
  const larger = new Collector(replications);
  const { prefix } = known;
  if (prefix > 0) larger.add({ firstReplication: 0, ...known.table(prefix) });
  return larger;
}

/** Everything that decides a scenario's numbers; its name does not. */
function keyOf({ changes, timeline }: Inputs, seed: string): string {
  const sorted = (some: object) => Object.entries(some).sort(([a], [b]) => (a < b ? -1 : 1));
  const later = timeline.map((entry) => [entry.atWeek, sorted(entry.changes)]);
  return JSON.stringify([seed, sorted(changes), later]);
}
