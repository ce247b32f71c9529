/** Contacts to those who wait in a queue, every so many days. Rates are per working day, times in working days. */
import { exp } from "../../kernel/math";
import { sum } from "./chains";

/**
 * Contacts every `tau` days to whoever waits in an M/M/c queue: how many on average, and the share with any. Of those
 * who arrive, longerThan(t) still wait after t days.
 */
export function contactsWhileWaiting(longerThan: (t: number) => number, tau: number) {
  let mean = 0;
  for (let k = 1, still = 1; still > 1e-12 && k < 100_000; k++) {
    still = longerThan(k * tau);
    mean += still;
  }
  return { mean, pAny: longerThan(tau) };
}

/**
 * Share of all arrivals still in the queue of an M/M/c + M after k × tau days, k = 1, 2 …: those ahead are served or
 * give up, and the patient may give up too. The chain of places in the queue, uniformised (Jensen 1953).
 */
export function stillQueueing(
  states: readonly number[],
  mu: number,
  c: number,
  theta: number,
  tau: number,
): (t: number) => number {
  const ahead = states.slice(c);
  const largest = c * mu + (ahead.length + 1) * theta;
  const advance = (v: readonly number[]): number[] =>
    v.map((p, j) => {
      const out = c * mu + (j + 1) * theta;
      const from = j + 1 < v.length ? v[j + 1] * (c * mu + (j + 1) * theta) : 0;
      return p + (from - p * out) / largest;
    });
  const shares = [sum(ahead)];
  let now = ahead;
  return (t) => {
    const k = Math.round(t / tau);
    while (shares.length <= k) {
      now = uniformised(now, advance, largest * tau);
      shares.push(sum(now));
    }
    return shares[k];
  };
}

/** The vector after a Poisson number, of the given mean, of steps. */
function uniformised(start: number[], advance: (v: readonly number[]) => number[], mean: number): number[] {
  const result = new Array<number>(start.length).fill(0);
  let v = start;
  let weight = exp(-mean);
  for (let step = 0; step < mean + 12 * Math.sqrt(mean) + 30; step++) {
    for (let j = 0; j < v.length; j++) result[j] += weight * v[j];
    v = advance(v);
    weight *= mean / (step + 1);
  }
  return result;
}
