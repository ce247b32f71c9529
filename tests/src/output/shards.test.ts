/** Shards: together they are the whole, and none has anything of another. */
import { describe, expect, test } from "vitest";
import { shardBatches } from "../../../src/output/shards";

const SIZES = [
  { arms: 1, replications: 10, width: 1 },
  { arms: 3, replications: 7, width: 2 },
  { arms: 49, replications: 2, width: 4 },
];

test.each(SIZES)(
  "of $arms arms and $replications replications for $width workers are disjoint and complete",
  ({ arms, replications, width }) => {
    for (const of of [1, 2, 3, 5, 10]) {
      const times = new Map<string, number>();
      const sizes: number[] = [];
      for (let number = 1; number <= of; number++) {
        const batches = shardBatches(arms, replications, { number, of }, width).flat();
        sizes.push(batches.reduce((sum, batch) => sum + batch.replications, 0));
        for (const batch of batches) {
          for (let r = 0; r < batch.replications; r++) {
            const cell = `${batch.scenario}/${batch.firstReplication + r}`;
            times.set(cell, (times.get(cell) ?? 0) + 1);
          }
        }
      }
      expect(times.size).toBe(arms * replications);
      expect([...times.values()].every((n) => n === 1)).toBe(true);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  },
);

describe("the batches of a shard", () => {
  // 3 arms of 40 replications in 3 parts: part 2 has replications 13 (two arms of it), 14 to 25, and 26 (two arms).
  const lists = shardBatches(3, 40, { number: 2, of: 3 }, 2);

  test("that one worker runs in a row are of different arms, and of the same replications inside the shard", () => {
    for (const batches of lists.slice(1, -1)) {
      expect(batches.map(({ scenario }) => scenario)).toEqual([0, 1, 2]);
      const [{ firstReplication, replications }] = batches;
      for (const batch of batches) expect(batch).toMatchObject({ firstReplication, replications });
    }
    expect(lists[0]).toEqual([
      { scenario: 1, firstReplication: 13, replications: 1 },
      { scenario: 2, firstReplication: 13, replications: 1 },
    ]);
  });

  test("keep every worker busy", () => {
    expect(shardBatches(1, 16, { number: 2, of: 4 }, 4)).toHaveLength(4);
  });
});
