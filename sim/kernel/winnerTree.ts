/**
 * The smallest of many keys, kept up to date in O(log n): a tournament in which each match is played again only
 * where a key changed. Equal keys are decided by the smaller tie-break, then by the smaller index.
 */
export class WinnerTree {
  private readonly leaves: number;
  private readonly keys: Float64Array;
  private readonly ties: Float64Array;
  /** Winner of each match; the final is match 1, and match `leaves + i` is entrant i alone. */
  private readonly winners: Int32Array;

  constructor(entrants: number) {
    this.leaves = 1;
    while (this.leaves < entrants) this.leaves *= 2;
    this.keys = new Float64Array(this.leaves).fill(Number.POSITIVE_INFINITY);
    this.ties = new Float64Array(this.leaves);
    this.winners = new Int32Array(2 * this.leaves);
    for (let i = 0; i < this.leaves; i++) this.winners[this.leaves + i] = i;
    for (let m = this.leaves - 1; m >= 1; m--) this.winners[m] = this.winners[2 * m];
  }

  /** Index of the smallest key, or −1 where every key is infinite. */
  winner(): number {
    const i = this.winners[1];
    return this.keys[i] === Number.POSITIVE_INFINITY ? -1 : i;
  }

  update(i: number, key: number, tie: number): void {
    const { keys, ties, winners } = this;
    if (keys[i] === key && ties[i] === tie) return;
    keys[i] = key;
    ties[i] = tie;
    for (let m = (this.leaves + i) >> 1; m >= 1; m >>= 1) {
      const a = winners[2 * m];
      const b = winners[2 * m + 1];
      const bWins = keys[b] < keys[a] || (keys[b] === keys[a] && ties[b] < ties[a]);
      winners[m] = bWins ? b : a;
    }
  }
}
