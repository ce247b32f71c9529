/**
 * The twin's chances: the engine's own keyed streams and samplers, which have tests of their own, so that both see the
 * same luck to the last bit.
 */
import { DRAW_NAMES, Draw } from "../../sim/draws";
import { lognormal, logSdOfCv } from "../../sim/kernel/distributions";
import { Streams } from "../../sim/kernel/streams";
import type { Params } from "../../sim/parameters";

/** What a draw belongs to: its stream, whom it concerns, and its number among that one's draws. */
export type Key = readonly [stream: Draw, whom: number, number?: number];

export class Luck {
  private readonly streams: Streams;

  constructor(seed: string, replication: number) {
    this.streams = new Streams(seed, replication, DRAW_NAMES);
  }

  uniform(...[stream, whom, number = 0]: Key): number {
    return this.streams.uniform(stream, whom, number);
  }

  exponential(mean: number, ...[stream, whom, number = 0]: Key): number {
    return mean * this.streams.exponential(stream, whom, number);
  }

  /** Lognormal by its mean and the standard deviation of its logarithm. */
  lognormal(mean: number, logSd: number, ...key: Key): number {
    return mean * lognormal(this.uniform(...key), logSd);
  }

  /** Hours of the contact numbered `number` of the patient with that key. */
  contactHours({ distribution, cv }: Params["contact"], mean: number, key: number, number: number): number {
    if (distribution === "deterministic") return mean;
    if (distribution === "exponential") return this.exponential(mean, Draw.ContactHours, key, number);
    return this.lognormal(mean, logSdOfCv(cv), Draw.ContactHours, key, number);
  }

  /** Position drawn from shares that sum to 1. */
  among(shares: readonly number[], ...key: Key): number {
    const u = this.uniform(...key);
    let sum = 0;
    const found = shares.findIndex((share) => {
      sum += share;
      return u < sum;
    });
    return found < 0 ? shares.length - 1 : found;
  }
}
