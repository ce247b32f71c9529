/** Posts, leaving and recruitment with known answers. Times in working days; hazards a year, of 260 working days. */
import { exp } from "../../kernel/math";
import { birthDeath, expectation } from "./chains";

const YEAR = 260;

/**
 * One post, filled and vacant in turn: leaving at a constant hazard after `notice` days of notice, during which
 * recruitment runs (alternating renewal process, Cox 1962). `meanGap` is the mean vacancy.
 */
export function alternatingPost(hazardPerYear: number, notice: number, meanGap: number) {
  const filled = YEAR / hazardPerYear + notice;
  return {
    vacancy: meanGap / (filled + meanGap),
    leaversPerPostYear: YEAR / (filled + meanGap),
    leaversPerFilledYear: YEAR / filled,
  };
}

/** What is left of an Erlang time with this mean and number of steps beyond `notice`: its mean, and P(nothing left). */
export function gapAfterNotice(mean: number, steps: number, notice: number) {
  const rate = steps / mean;
  // P(k steps are done by the end of notice): Poisson. Each of the others takes 1 / rate.
  let p = exp(-rate * notice);
  let meanGap = 0;
  let pGap = 0;
  for (let k = 0; k < steps; k++) {
    meanGap += (p * (steps - k)) / rate;
    pGap += p;
    p *= (rate * notice) / (k + 1);
  }
  return { meanGap, pNoGap: 1 - pGap };
}

/** Binomial probabilities of 0 … n. */
export function binomial(n: number, p: number): number[] {
  return birthDeath(
    n,
    (k) => (n - k) * p,
    (k) => k * (1 - p),
  );
}

/**
 * Posts filled, of n: each leaves at hazard h (1 + contagion × vacant / n) and takes `meanDays` to fill (Feller 1950).
 * Any distribution of the time to fill gives the same answer (insensitivity: Kelly 1979).
 */
export function staffing(n: number, hazardPerYear: number, meanDays: number, contagion: number) {
  const hazard = (vacant: number): number => (hazardPerYear / YEAR) * (1 + (contagion * vacant) / n);
  const states = birthDeath(
    n,
    (filled) => (n - filled) / meanDays,
    (filled) => filled * hazard(n - filled),
  );
  const meanFilled = expectation(states, (k) => k);
  const leaving = expectation(states, (k) => k * hazard(n - k)) * YEAR;
  return {
    states,
    meanFilled,
    vacancy: 1 - meanFilled / n,
    sdFilled: Math.sqrt(expectation(states, (k) => (k - meanFilled) ** 2)),
    pFull: states[n],
    pAtMostHalf: expectation(states, (k) => (k <= n / 2 ? 1 : 0)),
    leaversPerPostYear: leaving / n,
    leaversPerFilledYear: leaving / meanFilled,
  };
}

/** Mean productivity of filled posts: leaving at a constant hazard, induction in a straight line from p0 to 1. */
export function meanProductivity(hazardPerYear: number, inductionDays: number, p0: number): number {
  const hT = (hazardPerYear / YEAR) * inductionDays;
  return 1 - (1 - p0) * (1 - (1 - exp(-hT)) / hT);
}

/** Share still in post after `days`, at a constant hazard. */
export const stillInPost = (hazardPerYear: number, days: number): number =>
  exp((-hazardPerYear * days) / YEAR);
