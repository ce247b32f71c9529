/** Shards: together they are the whole, and none has anything of another. */
import { expect, test } from "vitest";
import { shardBatches, shardRanges } from "../../../src/output/shards";

const SIZES = [
  { arms: 1, replications: 10 },
  { arms: 3, replications: 7 },
  { arms: 49, replications: 2 },
];

test.each(SIZES)(
  "of $arms arms and $replications replications are disjoint and complete",
  ({ arms, replications }) => {
    for (const of of [1, 2, 3, 5, 10]) {
      const times = new Map<string, number>();
      const sizes: number[] = [];
      for (let number = 1; number <= of; number++) {
        const batches = shardBatches(shardRanges(arms, replications, { number, of }));
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
