/** `--shard I/N`: one of N disjoint parts of a study. */
import type { Shard } from "../output/shards";
import { wholeNumber } from "./request";

const MOST_SHARDS = 10_000;

/** Reads "2/8"; null, and a problem more, where it is no such thing. */
export function readShard(text: string, problems: string[]): Shard | null {
  const parts = /^(\d+)\/(\d+)$/.exec(text.trim());
  if (!parts) {
    problems.push(`--shard is "${text}"; it must be a part and a number of parts, such as 2/8.`);
    return null;
  }
  const of = wholeNumber("--shard: the number of parts", parts[2], MOST_SHARDS, problems);
  return { number: wholeNumber("--shard: the part", parts[1], of, problems), of };
}
