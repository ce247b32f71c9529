/**
 * Many first-in-first-out lists over one set of items, with removal from the middle.
 * The links are columns indexed by item, so an item stands in at most one of the lists; misuse throws.
 */
export class FifoSet {
  /** List in which each item stands, or −1. */
  list: Int32Array;
  /** Number of items in each list. */
  length: Int32Array;
  private head: Int32Array;
  private tail: Int32Array;
  private before: Int32Array;
  private after: Int32Array;

  constructor(lists: number, items: number) {
    this.list = new Int32Array(items).fill(-1);
    this.before = new Int32Array(items).fill(-1);
    this.after = new Int32Array(items).fill(-1);
    this.head = new Int32Array(lists).fill(-1);
    this.tail = new Int32Array(lists).fill(-1);
    this.length = new Int32Array(lists);
  }

  /** The item that has stood longest in list `l`, or −1. */
  first(l: number): number {
    return this.head[l];
  }

  /** The item behind `item` in its list, or −1. */
  next(item: number): number {
    return this.after[item];
  }

  push(l: number, item: number): void {
    if (this.list[item] !== -1)
      throw new Error(`item ${item} stands in list ${this.list[item]} already, not added to ${l}`);
    const last = this.tail[l];
    if (last < 0) this.head[l] = item;
    else this.after[last] = item;
    this.before[item] = last;
    this.after[item] = -1;
    this.tail[l] = item;
    this.list[item] = l;
    this.length[l]++;
  }

  /** Takes out the item that has stood longest in list `l`; −1 when the list is empty. */
  shift(l: number): number {
    const item = this.head[l];
    if (item >= 0) this.remove(item);
    return item;
  }

  remove(item: number): void {
    const l = this.list[item];
    if (l < 0) throw new Error(`item ${item} stands in no list`);
    const before = this.before[item];
    const after = this.after[item];
    if (before < 0) this.head[l] = after;
    else this.after[before] = after;
    if (after < 0) this.tail[l] = before;
    else this.before[after] = before;
    this.list[item] = -1;
    this.length[l]--;
  }

  /** Makes room for `items` items and `lists` lists; what stands stays. */
  grow(lists: number, items: number): void {
    this.list = grown(this.list, items, -1);
    this.before = grown(this.before, items, -1);
    this.after = grown(this.after, items, -1);
    this.head = grown(this.head, lists, -1);
    this.tail = grown(this.tail, lists, -1);
    this.length = grown(this.length, lists, 0);
  }
}

function grown(column: Int32Array, length: number, fill: number): Int32Array {
  if (length <= column.length) return column;
  const larger = new Int32Array(length).fill(fill);
  larger.set(column);
  return larger;
}
