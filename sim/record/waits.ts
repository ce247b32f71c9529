/** The waits of one replication: a column that grows. */
export class Waits {
  count = 0;
  private column = new Float64Array(1024);

  push(days: number): void {
    if (this.count === this.column.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.column);
      this.column = larger;
    }
    this.column[this.count++] = days;
  }

  clear(): void {
    this.count = 0;
  }

  values(): Float64Array {
    return this.column.subarray(0, this.count);
  }
}
