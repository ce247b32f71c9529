/**
 * Patients who come back: contacts that return, closed loops, caseload caps, absence, contacts while waiting.
 * Rates are per working day, times in working days.
 */
import { exp } from "../../kernel/math";
import { birthDeath, expectation, levelChain, matrix, sum } from "./chains";
import { erlangC } from "./queues";

/**
 * N patients of s link workers, each needing a contact at rate `nu` after the last one and having it at rate `mu`
 * (Palm 1947, machine repair; the arrival theorem of Sevcik and Mitrani 1981 for the wait).
 */
export function closedLoop(N: number, nu: number, mu: number, s: number) {
  const needy = (patients: number) =>
    birthDeath(
      patients,
      (n) => (patients - n) * nu,
      (n) => Math.min(n, s) * mu,
    );
  const states = needy(N);
  const busy = expectation(states, (n) => Math.min(n, s));
  const throughput = busy * mu;
  const meanNeedy = expectation(states, (n) => n);
  return {
    throughput,
    /** Share of contacts that must wait: who falls due sees the others as if not there. */
    pWait: expectation(needy(N - 1), (n) => (n >= s ? 1 : 0)),
    Wq: meanNeedy / throughput - 1 / mu,
    meanNeedy,
    utilisation: busy / s,
    pIdle: states[0],
  };
}

/**
 * Erlang-R: each contact closes the case with probability p, else another falls due at rate `nu`
 * (Jackson 1957; Yom-Tov and Mandelbaum 2014).
 */
export function returningContacts(lam: number, mu: number, s: number, p: number, nu: number) {
  const visitRate = lam / p;
  const { rho, pWait, Wq, L } = erlangC(visitRate, mu, s);
  const content = (visitRate * (1 - p)) / nu;
  return {
    visitRate,
    rho,
    pWait,
    Wq,
    meanNeedy: L,
    meanContent: content,
    caseload: L + content,
    meanStay: (L + content) / lam,
    meanVisits: 1 / p,
  };
}

/**
 * One link worker with at most M cases, each as in `returningContacts`; whoever finds no room waits on a list
 * (Campello, Ingolfsson and Shumsky 2017, solved exactly for one server). The chain's level is everybody in the
 * system, its state the number of cases that need a contact now; the list is cut at `longest`.
 */
export function caseManager(lam: number, mu: number, p: number, nu: number, M: number, longest = 2500) {
  const cases = (l: number): number => Math.min(l, M);
  const states = (l: number): number => cases(l) + 1;
  const levels = levelChain({
    last: M + longest,
    alikeFrom: M + 1,
    local: (l) =>
      matrix(states(l), states(l), (j, k) =>
        k === j + 1 ? (cases(l) - j) * nu : k === j - 1 ? (1 - p) * mu : 0,
      ),
    // A newcomer with room needs a contact at once; without room the needy stay as many as they are.
    up: (l) => matrix(states(l), states(l + 1), (j, k) => (k === (l < M ? j + 1 : j) ? lam : 0)),
    // Whoever leaves makes room for the first on the list, who needs a contact at once.
    down: (l) =>
      matrix(states(l), states(l - 1), (j, k) => (j > 0 && k === (l > M ? j : j - 1) ? p * mu : 0)),
  });
  const over = (f: (l: number, j: number) => number): number =>
    sum(levels.map((level, l) => sum(level.map((q, j) => q * f(l, j)))));
  const queue = over((l) => Math.max(0, l - M));
  const caseload = over((l) => cases(l));
  return {
    /** Closures a day with the list never empty: the largest rate of referrals that can be borne. */
    maxThroughput: closedCaseload(mu, p, nu, M),
    utilisation: over((_, j) => (j > 0 ? 1 : 0)),
    pWaitForRoom: over((l) => (l >= M ? 1 : 0)),
    queue,
    waitForRoom: queue / lam,
    caseload,
    needy: over((_, j) => j),
    meanStay: caseload / lam,
    meanVisits: 1 / p,
  };
}

/**
 * Averages over the first `days` of `caseManager` from an empty start: near full load it takes centuries to settle,
 * and so its steady state cannot be seen in a run. The chain's equations in steps of the shortest mean time to a
 * change, which errs by less than that step in `days`; the list is cut at `longest`.
 */
export function caseManagerFromEmpty(
  {
    lam,
    mu,
    p,
    nu,
    M,
  }: {
    readonly lam: number;
    readonly mu: number;
    readonly p: number;
    readonly nu: number;
    readonly M: number;
  },
  days: number,
  longest = 300,
) {
  const step = 1 / (lam + mu + M * nu);
  const width = M + 1;
  let now = new Float64Array((M + longest + 1) * width);
  let next = new Float64Array(now.length);
  now[0] = 1;
  const means = { list: 0, caseload: 0, pFull: 0, busy: 0 };
  const steps = Math.round(days / step);
  for (let k = 0; k < steps; k++) {
    next.fill(0);
    for (let l = 0; l <= M + longest; l++) {
      const cases = Math.min(l, M);
      for (let j = 0; j <= cases; j++) {
        const i = l * width + j;
        const q = now[i] / steps;
        if (q === 0) continue;
        means.list += q * (l - cases);
        means.caseload += q * cases;
        if (l >= M) means.pFull += q;
        if (j > 0) means.busy += q;
        const up = l < M + longest ? now[i] * lam * step : 0;
        const back = now[i] * (cases - j) * nu * step;
        const served = j > 0 ? now[i] * mu * step : 0;
        next[i] += now[i] - up - back - served;
        if (up > 0) next[i + width + (l < M ? 1 : 0)] += up;
        if (back > 0) next[i + 1] += back;
        if (served === 0) continue;
        next[i - 1] += served * (1 - p);
        next[i - width - (l > M ? 0 : 1)] += served * p;
      }
    }
    [now, next] = [next, now];
  }
  return means;
}

/** Closures a day of one link worker whose M places are always taken. */
export function closedCaseload(mu: number, p: number, nu: number, M: number): number {
  // Where nobody ever comes back, whoever closes is replaced by somebody who needs a contact.
  if (p === 1) return mu;
  const needy = birthDeath(
    M,
    (j) => (M - j) * nu,
    () => (1 - p) * mu,
  );
  return p * mu * (1 - needy[0]);
}

/**
 * M/M/1 whose link worker falls ill at rate f and is back at rate r. "preempt": the contact stops; "finish": the
 * spell begins when the contact ends; "meanwhile": the spell begins at once and the contact under way goes on in it,
 * as the model has it.
 */
export function absentServer(
  lam: number,
  mu: number,
  f: number,
  r: number,
  mode: "preempt" | "finish" | "meanwhile",
) {
  // States of a level: present; absent without a contact; ill with a contact under way (from level 1 on).
  const width = (l: number): number => (mode === "preempt" || l === 0 ? 2 : 3);
  const falls = (l: number): number => (mode === "preempt" || l === 0 ? 1 : 2);
  const levels = levelChain({
    last: 400,
    local: (l) =>
      matrix(width(l), width(l), (i, j) => {
        if (i === 0) return j === falls(l) ? f : 0;
        return j === 0 && (i === 1 || mode === "meanwhile") ? r : 0;
      }),
    up: (l) => matrix(width(l), width(l + 1), (i, j) => (i === j ? lam : 0)),
    down: (l) =>
      matrix(width(l), width(l - 1), (i, j) => ((i === 0 && j === 0) || (i === 2 && j === 1) ? mu : 0)),
  });
  const L = sum(levels.map((level, l) => l * sum(level)));
  const ill = (level: readonly number[]): number => level[1] + (mode === "meanwhile" ? (level[2] ?? 0) : 0);
  return { L, W: L / lam, pAbsent: sum(levels.map(ill)), pEmpty: sum(levels[0]) };
}

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
