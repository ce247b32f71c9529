/**
 * Random numbers keyed by seed, replication, stream, entity and number of the draw, never by the order of calls:
 * a draw more or less somewhere shifts nobody else's luck, so scenarios see the same people and the same chances.
 *
 * seedrandom's Alea turns the text "seed / replication / stream" into two 32-bit words for each stream; a draw
 * mixes them with the entity and the number of the draw by MurmurHash3 (Appleby 2011, x86_32: two blocks and the
 * finaliser), which passes chi-square and correlation tests over neighbouring keys (tests/sim/kernel).
 */
import seedrandom from "seedrandom";
import { exponential } from "./distributions";

export class Streams {
  private readonly words: Int32Array;

  /** `names` names the streams in order; their number is what `uniform` takes. */
  constructor(seed: string, replication: number, names: readonly string[]) {
    this.words = new Int32Array(2 * names.length);
    names.forEach((name, stream) => {
      const source = seedrandom.alea(JSON.stringify([seed, replication, name]));
      this.words[2 * stream] = source.int32();
      this.words[2 * stream + 1] = source.int32();
    });
  }

  /** Draw number `k` of `entity` in `stream`: uniform on (0, 1), both ends excluded, with 32 bits. */
  uniform(stream: number, entity: number, k: number): number {
    const { words } = this;
    let h = absorb(absorb(words[2 * stream], entity), k) ^ words[2 * stream + 1];
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) * 2 ** -32 + 2 ** -33;
  }

  /** Draw number `k` of `entity` in `stream`: exponential with mean 1. */
  exponential(stream: number, entity: number, k: number): number {
    return exponential(this.uniform(stream, entity, k));
  }
}

/** One block of MurmurHash3. */
function absorb(hash: number, block: number): number {
  let b = Math.imul(block, 0xcc9e2d51);
  b = Math.imul((b << 15) | (b >>> 17), 0x1b873593);
  const h = hash ^ b;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}
