/**
 * Exhaustion with known answers: dE/dt = αx(1 − E) − ρE under constant demand x, and what follows for a post whose
 * holder leaves at a hazard that E raises. Times in working days.
 */
import { exp, ln } from "../../kernel/math";

export interface Rates {
  readonly alpha: number;
  readonly rho: number;
}

/** Exhaustion in the long run under demand x. */
export const settledExhaustion = (x: number, { alpha, rho }: Rates): number =>
  (alpha * x) / (alpha * x + rho);

/** Exhaustion after t days of constant demand x. */
export function exhaustionAfter(E0: number, x: number, rates: Rates, t: number): number {
  const settled = settledExhaustion(x, rates);
  return settled + (E0 - settled) * exp(-(rates.alpha * x + rates.rho) * t);
}

/** Days of constant demand x until exhaustion comes from E0 to `level`. */
export function daysUntil(level: number, E0: number, x: number, rates: Rates): number {
  const settled = settledExhaustion(x, rates);
  return ln((E0 - settled) / (level - settled)) / (rates.alpha * x + rates.rho);
}

/** Highest and lowest exhaustion of a rhythm: `on` days of demand x, then `off` days of none, over and over. */
export function rhythm(x: number, rates: Rates, on: number, off: number) {
  const rise = exp(-(rates.alpha * x + rates.rho) * on);
  const peak = (settledExhaustion(x, rates) * (1 - rise)) / (1 - rise * exp(-rates.rho * off));
  return { peak, trough: peak * exp(-rates.rho * off) };
}

export interface Tenure extends Rates {
  readonly E0: number;
  readonly x: number;
  readonly h0PerYear: number;
  readonly kL: number;
  readonly kB: number;
  /** Thresholds of the burnt-out state; Infinity for none. */
  readonly on: number;
  readonly off: number;
  readonly kappa: number;
  readonly meanDaysToHire: number;
}

/**
 * One post whose holders start at E0 under constant demand x and leave at hazard h0 exp(kL E + kB [burnt out]): mean
 * tenure, exhaustion and burnout of the time in post, survival, vacancy. Exhaustion follows its closed form, so that
 * leaving is summed along a known path; `step` is 1 for lotteries once a day, as in the model, or shorter.
 */
export function tenure(post: Tenure, step = 1) {
  const { E0, x, alpha, rho, h0PerYear, kL, kB, on, off, kappa, meanDaysToHire } = post;
  let E = E0;
  let burntOut = E0 >= on;
  let surviving = 1;
  let days = 0;
  let sumE = 0;
  let sumBurntOut = 0;
  const survival: number[] = [];
  for (let k = 0; surviving > 1e-12; k++) {
    if (Math.abs((k * step) % 260) < 1e-9 || 260 - ((k * step) % 260) < 1e-9) survival.push(surviving);
    E = exhaustionAfter(E, x, { alpha, rho: rho * (burntOut ? 1 - kappa : 1) }, step);
    burntOut = burntOut ? E > off : E >= on;
    days += surviving * step;
    sumE += surviving * step * E;
    if (burntOut) sumBurntOut += surviving * step;
    surviving *= exp((-h0PerYear / 260) * exp(kL * E + (burntOut ? kB : 0)) * step);
  }
  return {
    meanDays: days,
    leaversPerFilledYear: 260 / days,
    meanE: sumE / days,
    burntOutShare: sumBurntOut / days,
    /** Share still in post after 0, 1, 2 … years. */
    survival,
    vacancy: meanDaysToHire / (days + meanDaysToHire),
    leaversPerPostYear: 260 / (days + meanDaysToHire),
  };
}

/** Level of training `days` after it was last kept up, fading with time constant tau. */
export const trainingAfter = (days: number, tau: number): number => exp(-days / tau);
