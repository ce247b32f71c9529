/**
 * Waiting lines with known answers. Rates are per working day, times in working days; `lam` is the rate of arrivals,
 * `mu` that of one server, c the number of servers. L counts everybody, Lq those who wait; W and Wq are their times.
 */
import { exp, ln } from "../../kernel/math";
import { birthDeath, expectation } from "./chains";

/** Share of arrivals that find all c servers busy and are lost, at offered load a = lam × mean (Erlang 1917, B). */
export function erlangB(a: number, c: number): number {
  let blocked = 1;
  for (let n = 1; n <= c; n++) blocked = (a * blocked) / (n + a * blocked);
  return blocked;
}

/** M/M/c: Poisson arrivals, exponential service, unlimited patience (Erlang 1917, C). */
export function erlangC(lam: number, mu: number, c: number) {
  const rho = lam / (c * mu);
  const blocked = erlangB(lam / mu, c);
  const pWait = blocked / (1 - rho * (1 - blocked));
  const WqGivenWait = 1 / (c * mu - lam);
  const Wq = pWait * WqGivenWait;
  return {
    rho,
    pWait,
    Wq,
    Lq: lam * Wq,
    W: Wq + 1 / mu,
    L: lam * (Wq + 1 / mu),
    WqGivenWait,
    /** Share of arrivals that wait longer than t. */
    longerThan: (t: number): number => pWait * exp(-(c * mu - lam) * t),
  };
}

/** States beyond those with a weight above rounding: a queue with impatience is never much longer than its mean. */
const statesOfErlangA = (lam: number, mu: number, c: number, theta: number): number =>
  Math.ceil(c + (lam + c * mu) / theta + 60 * Math.sqrt(lam / theta) + 60);

/** M/M/c + M: whoever waits gives up at rate `theta` (Palm 1957; Garnett, Mandelbaum and Reiman 2002; Erlang A). */
export function erlangA(lam: number, mu: number, c: number, theta: number) {
  const states = birthDeath(
    Math.min(20_000, statesOfErlangA(lam, mu, c, theta)),
    () => lam,
    (n) => Math.min(n, c) * mu + Math.max(0, n - c) * theta,
  );
  const Lq = expectation(states, (n) => Math.max(0, n - c));
  return {
    states,
    pWait: expectation(states, (n) => (n >= c ? 1 : 0)),
    pAbandon: (theta * Lq) / lam,
    Lq,
    /** Mean time in the queue of everybody, served or not. */
    meanTimeInQueue: Lq / lam,
    utilisation: expectation(states, (n) => Math.min(n, c)) / c,
    L: expectation(states, (n) => n),
  };
}

/** M/G/1: mean wait from mean and coefficient of variation of service (Pollaczek 1930; Khinchine 1932). */
export function pollaczekKhinchine(lam: number, mean: number, cv: number) {
  const rho = lam * mean;
  const Wq = (lam * mean * mean * (1 + cv * cv)) / (2 * (1 - rho));
  return { rho, pWait: rho, Wq, Lq: lam * Wq, W: Wq + mean, L: lam * (Wq + mean) };
}

/**
 * M/D/c: service takes exactly `days`. The number present, looked at every `days`, is a Markov chain: whoever was in
 * service is gone, and a Poisson number has come (Crommelin 1932).
 */
export function fixedService(lam: number, days: number, c: number) {
  const last = c + Math.ceil(40 / (1 - (lam * days) / c));
  const arrivals = poisson(lam * days, last);
  // P(more than k arrivals): the few that a line of this length has no room for stay at its end.
  const beyond = arrivals.map((_, k) => 1 - arrivals.slice(0, k + 1).reduce((a, b) => a + b, 0));
  let present = birthDeath(
    last,
    () => lam,
    (n) => Math.min(n, c) / days,
  );
  for (let step = 0, change = 1; change > 1e-13 && step < 100_000; step++) {
    const next = new Array<number>(last + 1).fill(0);
    present.forEach((p, n) => {
      const left = Math.max(0, n - c);
      for (let k = 0; left + k <= last; k++) next[left + k] += p * arrivals[k];
      next[last] += p * beyond[last - left];
    });
    change = next.reduce((largest, p, n) => Math.max(largest, Math.abs(p - present[n])), 0);
    present = next;
  }
  const Lq = expectation(present, (n) => Math.max(0, n - c));
  return { Wq: Lq / lam, Lq, pWait: expectation(present, (n) => (n >= c ? 1 : 0)) };
}

/** Poisson probabilities of 0 … last. */
export function poisson(mean: number, last: number): number[] {
  const p = [exp(-mean)];
  for (let k = 1; k <= last; k++) p.push((p[k - 1] * mean) / k);
  return p;
}

/** Mean waits by class, the first class first in line, without interruption of service (Cobham 1954). */
export function cobham(lams: readonly number[], mu: number, c: number) {
  const all = lams.reduce((a, b) => a + b, 0);
  const { pWait, Wq } = erlangC(all, mu, c);
  const W0 = pWait / (c * mu);
  let before = 0;
  const byClass = lams.map((lam) => {
    const ahead = 1 - before / (c * mu);
    before += lam;
    return W0 / (ahead * (1 - before / (c * mu)));
  });
  const overall = byClass.reduce((total, wait, i) => total + (lams[i] / all) * wait, 0);
  return { byClass, overall, fifo: Wq, pWait };
}

/** M/G/∞: mean and variance of the number in service, whatever the distribution of stays (Takács 1962). */
export const unlimitedPlaces = (lam: number, meanStay: number) => ({
  mean: lam * meanStay,
  variance: lam * meanStay,
});

/**
 * Queue of an overloaded M/M/c + M after t days, as a fluid, starting with `busy` servers busy and nobody waiting
 * (Mandelbaum, Massey and Reiman 1998). Needs lam > c mu.
 */
export function fluidQueue(lam: number, mu: number, c: number, theta: number, busy = c) {
  const level = lam / mu;
  // While servers are free the number present moves towards lam / mu; it passes c after this long.
  const untilFull = busy >= c ? 0 : ln((level - busy) / (level - c)) / mu;
  const settled = (lam - c * mu) / theta;
  return {
    at: (t: number): number => (t <= untilFull ? 0 : settled * (1 - exp(-theta * (t - untilFull)))),
    settled,
    /** Share of arrivals that give up in the end. */
    pAbandon: (lam - c * mu) / lam,
  };
}
