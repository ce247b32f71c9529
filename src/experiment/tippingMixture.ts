/** Are there two kinds of futures? One normal distribution against a mixture of two, by BIC. */
import { exp, ln } from "../../sim/kernel/math";

interface Normal {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

export interface Bimodality {
  readonly n: number;
  /** BIC of one normal less BIC of two: positive speaks for two. */
  readonly gain: number;
  readonly parts: readonly [Normal, Normal];
  /** Distance of the two means in their spreads (Ashman, Bird and Zepf 1994); above 2 they stand apart. */
  readonly separation: number;
  readonly bimodal: boolean;
}

/** "Strong" evidence (Kass and Raftery 1995), parts that stand apart, and neither of them a handful. */
export const BIMODAL = { gain: 6, separation: 2, weight: 0.1 } as const;

/** Below this a part would be a single value and its likelihood without bound. */
const SMALLEST_SD = 0.01;
const ROUNDS = 300;
const STARTS = [0.15, 0.3, 0.5, 0.7, 0.85];

/** Fewer values than this say nothing about kinds. */
const FEWEST = 20;

/** Judges values between 0 and 1; null for fewer than 20. */
export function bimodality(values: ArrayLike<number>): Bimodality | null {
  const sorted = Array.from(Float64Array.from(values).sort()).filter((value) => !Number.isNaN(value));
  const n = sorted.length;
  if (n < FEWEST) return null;
  const one = fitOne(sorted, 1);
  const fits = STARTS.map((share) => fitTwo(sorted, Math.round(share * n)));
  const best = fits.reduce((a, b) => (b.likelihood > a.likelihood ? b : a));
  const bic = (likelihood: number, parameters: number): number => parameters * ln(n) - 2 * likelihood;
  const gain = bic(likelihoodOf(sorted, [one]), 2) - bic(best.likelihood, 5);
  const [low, high] = [...best.parts].sort((a, b) => a.mean - b.mean);
  const separation = ((high.mean - low.mean) * Math.SQRT2) / Math.hypot(low.sd, high.sd);
  const bimodal =
    gain >= BIMODAL.gain &&
    separation > BIMODAL.separation &&
    Math.min(low.weight, high.weight) >= BIMODAL.weight;
  return { n, gain, parts: [low, high], separation, bimodal };
}

function fitOne(values: readonly number[], weight: number): Normal {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { weight, mean, sd: Math.max(SMALLEST_SD, Math.sqrt(variance)) };
}

const density = ({ weight, mean, sd }: Normal, value: number): number => {
  const z = (value - mean) / sd;
  return (weight * exp(-0.5 * z * z)) / (sd * Math.sqrt(2 * Math.PI));
};

const likelihoodOf = (values: readonly number[], parts: readonly Normal[]): number =>
  values.reduce((sum, value) => {
    const d = parts.reduce((total, part) => total + density(part, value), 0);
    return sum + ln(Math.max(1e-300, d));
  }, 0);

/** Expectation and maximisation, from the lowest `cut` values against the others. */
function fitTwo(sorted: readonly number[], cut: number): { parts: [Normal, Normal]; likelihood: number } {
  const n = sorted.length;
  const lower = Math.min(n - 2, Math.max(2, cut));
  let parts: [Normal, Normal] = [
    fitOne(sorted.slice(0, lower), lower / n),
    fitOne(sorted.slice(lower), 1 - lower / n),
  ];
  for (let round = 0; round < ROUNDS; round++) {
    const first = sorted.map((value) => {
      const [a, b] = [density(parts[0], value), density(parts[1], value)];
      return a + b > 0 ? a / (a + b) : 0.5;
    });
    parts = [
      weighted(sorted, first),
      weighted(
        sorted,
        first.map((p) => 1 - p),
      ),
    ];
  }
  return { parts, likelihood: likelihoodOf(sorted, parts) };
}

function weighted(values: readonly number[], shares: readonly number[]): Normal {
  const total = Math.max(
    1e-9,
    shares.reduce((a, b) => a + b, 0),
  );
  const mean = values.reduce((sum, value, i) => sum + shares[i] * value, 0) / total;
  const variance = values.reduce((sum, value, i) => sum + shares[i] * (value - mean) ** 2, 0) / total;
  return { weight: total / values.length, mean, sd: Math.max(SMALLEST_SD, Math.sqrt(variance)) };
}
