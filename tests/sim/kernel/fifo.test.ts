/** Proves that the linked lists behave as plain arrays do, removal from the middle included, and refuse misuse. */
import { describe, expect, it } from "vitest";
import { FifoSet } from "../../../sim/kernel/fifo";
import { chances, integerFrom } from "../support/chances";

/** The items of list `l`, first to last, by the links. */
function itemsOf(set: FifoSet, l: number): number[] {
  const items: number[] = [];
  for (let item = set.first(l); item >= 0; item = set.next(item)) items.push(item);
  return items;
}

describe("a set of first-in-first-out lists", () => {
  it.each([1, 2, 3])("agrees with arrays through 5,000 random moves (run %i)", (run) => {
    const next = chances(`fifo ${run}`);
    const lists = 5;
    let items = 20;
    const set = new FifoSet(lists, items);
    const arrays: number[][] = Array.from({ length: lists }, () => []);
    for (let i = 0; i < 5000; i++) {
      if (i % 1000 === 999) {
        items *= 2;
        set.grow(lists, items);
      }
      const item = integerFrom(next, 0, items - 1);
      const l = integerFrom(next, 0, lists - 1);
      const standing = arrays.findIndex((array) => array.includes(item));
      expect(set.list[item]).toBe(standing);
      if (standing < 0) {
        set.push(l, item);
        arrays[l].push(item);
      } else if (next() < 0.5) {
        set.remove(item);
        arrays[standing].splice(arrays[standing].indexOf(item), 1);
      } else {
        expect(set.shift(l)).toBe(arrays[l].shift() ?? -1);
      }
      expect(itemsOf(set, l)).toEqual(arrays[l]);
      expect(set.length[l]).toBe(arrays[l].length);
    }
    arrays.forEach((array, l) => {
      expect(itemsOf(set, l)).toEqual(array);
    });
  });

  it("keeps what stands when it grows, in lists and in items", () => {
    const set = new FifoSet(1, 3);
    for (const item of [2, 0, 1]) set.push(0, item);
    set.grow(2, 6);
    set.push(1, 5);
    set.push(0, 4);
    expect(itemsOf(set, 0)).toEqual([2, 0, 1, 4]);
    expect(itemsOf(set, 1)).toEqual([5]);
  });

  it("refuses to place an item twice, and to take out one that stands nowhere", () => {
    const set = new FifoSet(2, 3);
    set.push(0, 1);
    expect(() => set.push(1, 1)).toThrow("item 1 stands in list 0 already, not added to 1");
    expect(() => set.push(0, 1)).toThrow("item 1 stands in list 0 already, not added to 0");
    expect(() => set.remove(2)).toThrow("item 2 stands in no list");
    set.remove(1);
    expect(() => set.remove(1)).toThrow("item 1 stands in no list");
    expect(itemsOf(set, 0)).toEqual([]);
  });

  it("says −1 for the first of an empty list", () => {
    const set = new FifoSet(1, 1);
    expect([set.first(0), set.shift(0)]).toEqual([-1, -1]);
  });
});
