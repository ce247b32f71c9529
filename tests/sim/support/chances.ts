/** A repeatable source of uniform numbers for tests, apart from the engine's own streams. */
import seedrandom from "seedrandom";

export function chances(name: string): () => number {
  const source = seedrandom.alea(`tests of Holdfast: ${name}`);
  return () => source.double();
}

/** Whole number from `low` to `high`, both included. */
export function integerFrom(next: () => number, low: number, high: number): number {
  return low + Math.floor(next() * (high - low + 1));
}
