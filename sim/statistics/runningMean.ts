/** Mean and variance of numbers that come one after another (Welford 1962, Technometrics 4: 419–420). */
export class RunningMean {
  n = 0;
  mean = Number.NaN;
  private squares = 0;

  /** Takes a number in; one without value (NaN) is left out. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.n++;
    const before = this.n === 1 ? 0 : this.mean;
    this.mean = before + (value - before) / this.n;
    this.squares += (value - before) * (value - this.mean);
  }

  /** Sample standard deviation (divisor n − 1); NaN for n < 2. */
  get sd(): number {
    return this.n < 2 ? Number.NaN : Math.sqrt(this.squares / (this.n - 1));
  }
}
