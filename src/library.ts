/** Our own scenarios, `scenarios/*.json`, read and checked like anyone else's. */
import { readScenario, type Scenario } from "../sim/scenario";

const files = import.meta.glob<Record<string, unknown>>(
  ["../scenarios/*.json", "!../scenarios/*.schema.json"],
  {
    eager: true,
    import: "default",
  },
);

/** The files as they are written, by id; for `extends`. */
export const SOURCES: ReadonlyMap<string, unknown> = new Map(
  Object.values(files).map((source) => [String(source.id), source]),
);

function read(source: unknown): Scenario {
  const answer = readScenario(source, (id) => SOURCES.get(id));
  if ("problems" in answer) throw new Error(`A scenario of ours is wrong: ${answer.problems.join(" ")}`);
  return answer.scenario;
}

/** Every scenario of ours, the baseline first, then by id. */
export function readLibrary(): readonly Scenario[] {
  const rank = ({ id }: Scenario): number => (id === "baseline" ? 0 : 1);
  return [...SOURCES.values()].map(read).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
