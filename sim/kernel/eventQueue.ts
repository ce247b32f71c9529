/**
 * The future event list as a binary heap in parallel columns. A push or a pop takes as many steps as the heap has
 * levels, whatever the times are; CalendarQueue gives the same order in fewer (docs/performance.md).
 */
import type { EventList } from "./eventList";

export class EventQueue implements EventList {
  time = 0;
  code = 0;
  private size = 0;
  private sequence = 0;
  private times: Float64Array;
  private sequences: Float64Array;
  private codes: Int32Array;

  constructor(capacity = 1024) {
    this.times = new Float64Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
  }

  get length(): number {
    return this.size;
  }

  push(time: number, code: number): void {
    if (!(time >= this.time))
      throw new RangeError(`event at ${time} scheduled when the time is ${this.time}`);
    if (this.size === this.times.length) this.grow();
    const { times, sequences, codes } = this;
    const sequence = this.sequence++;
    let hole = this.size++;
    // A new event has the highest sequence number, so among equal times it stays below.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent] <= time) break;
      times[hole] = times[parent];
      sequences[hole] = sequences[parent];
      codes[hole] = codes[parent];
      hole = parent;
    }
    times[hole] = time;
    sequences[hole] = sequence;
    codes[hole] = code;
  }

  pop(): boolean {
    if (this.size === 0) return false;
    const { times, sequences, codes } = this;
    this.time = times[0];
    this.code = codes[0];
    const last = --this.size;
    const time = times[last];
    const sequence = sequences[last];
    let hole = 0;
    for (let child = 1; child < last; child = 2 * hole + 1) {
      const right = child + 1;
      if (
        right < last &&
        (times[right] < times[child] ||
          (times[right] === times[child] && sequences[right] < sequences[child]))
      )
        child = right;
      if (time < times[child] || (time === times[child] && sequence < sequences[child])) break;
      times[hole] = times[child];
      sequences[hole] = sequences[child];
      codes[hole] = codes[child];
      hole = child;
    }
    times[hole] = time;
    sequences[hole] = sequence;
    codes[hole] = codes[last];
    return true;
  }

  forEach(visit: (time: number, code: number) => void): void {
    for (let i = 0; i < this.size; i++) visit(this.times[i], this.codes[i]);
  }

  private grow(): void {
    const { times, sequences, codes } = this;
    this.times = new Float64Array(2 * times.length);
    this.times.set(times);
    this.sequences = new Float64Array(2 * times.length);
    this.sequences.set(sequences);
    this.codes = new Int32Array(2 * times.length);
    this.codes.set(codes);
  }
}
