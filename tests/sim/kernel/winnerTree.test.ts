/** Proves that the tournament names the winner that a linear scan finds, ties included. */
import { describe, expect, it } from "vitest";
import { WinnerTree } from "../../../sim/kernel/winnerTree";
import { chances, integerFrom } from "../support/chances";

const NONE = Number.POSITIVE_INFINITY;

/** The smallest key, of those the smallest tie-break, of those the first; −1 when every key is infinite. */
function scan(keys: number[], ties: number[]): number {
  let best = -1;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === NONE) continue;
    if (best < 0 || keys[i] < keys[best] || (keys[i] === keys[best] && ties[i] < ties[best])) best = i;
  }
  return best;
}

describe("the winner tree", () => {
  it.each([1, 2, 3, 5, 7, 8, 13, 100])("agrees with a linear scan among %i entrants", (entrants) => {
    const next = chances(`winner tree ${entrants}`);
    const tree = new WinnerTree(entrants);
    const keys = new Array<number>(entrants).fill(NONE);
    const ties = new Array<number>(entrants).fill(0);
    expect(tree.winner()).toBe(-1);
    for (let i = 0; i < 2000; i++) {
      const entrant = integerFrom(next, 0, entrants - 1);
      // Few different keys and tie-breaks, so that both levels of ties occur often.
      keys[entrant] = next() < 0.3 ? NONE : integerFrom(next, 0, 3);
      ties[entrant] = integerFrom(next, 0, 2);
      tree.update(entrant, keys[entrant], ties[entrant]);
      expect(tree.winner()).toBe(scan(keys, ties));
    }
  });

  it("names nobody once the last key is infinite again", () => {
    const tree = new WinnerTree(3);
    tree.update(1, 4, 0);
    expect(tree.winner()).toBe(1);
    tree.update(1, NONE, 0);
    expect(tree.winner()).toBe(-1);
  });
});
