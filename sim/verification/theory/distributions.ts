/** Distribution functions and moments of what the model draws. */
import { exp, ln } from "../../kernel/math";

/** Standard normal distribution function, by Marsaglia's series (2004); error below 1e-15 within seven deviations. */
export function normalCdf(x: number): number {
  if (Math.abs(x) > 7) return x > 0 ? 1 : 0;
  let term = x;
  let total = x;
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) {
    term *= (x * x) / i;
    total += term;
  }
  return 0.5 + total * exp(-0.5 * x * x - 0.5 * ln(2 * Math.PI));
}

/** A distribution: its function, mean, standard deviation and kurtosis (fourth central moment by squared variance). */
export interface Distribution {
  readonly cdf: (x: number) => number;
  readonly mean: number;
  readonly sd: number;
  readonly kurtosis: number;
}

/** Uniform on an interval. */
export const uniform = (low: number, high: number): Distribution => ({
  cdf: (x) => Math.min(1, Math.max(0, (x - low) / (high - low))),
  mean: (low + high) / 2,
  sd: (high - low) / Math.sqrt(12),
  kurtosis: 1.8,
});

/** Sum of `steps` exponential times with this mean in all; one step is the exponential distribution. */
export const erlang = (mean: number, steps: number): Distribution => ({
  cdf: (x) => {
    const rate = (steps * Math.max(0, x)) / mean;
    let term = exp(-rate);
    let below = 1;
    for (let k = 0; k < steps; k++) {
      below -= term;
      term *= rate / (k + 1);
    }
    return below;
  },
  mean,
  sd: mean / Math.sqrt(steps),
  kurtosis: 3 + 6 / steps,
});

export const standardNormal: Distribution = { cdf: normalCdf, mean: 0, sd: 1, kurtosis: 3 };

/** Lognormal with this mean and coefficient of variation. */
export function lognormalWith(mean: number, cv: number): Distribution {
  const w = 1 + cv * cv;
  const sigma = Math.sqrt(ln(w));
  return {
    cdf: (x) => (x <= 0 ? 0 : normalCdf((ln(x / mean) + 0.5 * sigma * sigma) / sigma)),
    mean,
    sd: mean * cv,
    kurtosis: w * w * w * w + 2 * w * w * w + 3 * w * w - 3,
  };
}
