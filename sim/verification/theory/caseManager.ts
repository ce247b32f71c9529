/** A link worker with a caseload cap, whose cases need contact after contact. Rates are per working day. */
import { birthDeath, levelChain, matrix, sum } from "./chains";

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
