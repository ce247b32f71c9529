/**
 * Patients who come back to link workers, and link workers who are away. Rates are per working day, times in working
 * days.
 */
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
