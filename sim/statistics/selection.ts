/**
 * Whether the share of futures in which something holds is high enough: exact binomial intervals, and verdicts by them.
 *
 * An interval of Clopper and Pearson (Biometrika 26 (1934) 404–413) holds with at least the chance that is stated,
 * for every share and number of futures. Looked at several times, its error has to be split over the looks; then all
 * of them hold at once, and a run may be stopped because of what one shows (repeated confidence intervals: Jennison
 * and Turnbull, Journal of the Royal Statistical Society B 51 (1989) 305–361).
 */
import { exp, ln } from "../kernel/math";

/** Of `futures` futures, `met` had it. */
export interface Tally {
  readonly futures: number;
  readonly met: number;
}

/** What is asked of a share, and how much one interval may err. */
export interface ShareRule {
  /** The share wanted, strictly between 0 and 1. */
  readonly share: number;
  /** Chance, at most, that the interval of one candidate at one look does not hold its true share. */
  readonly error: number;
}

/** "meets": the true share is at least what is wanted; "fails": it is below; "open": neither can be said yet. */
export type Verdict = "meets" | "fails" | "open";

/** Halvings of the range from 0 to 1: more would not change a double. */
const HALVINGS = 54;
/** Terms smaller than this, as a part of their sum, no longer change it. */
const NEGLIGIBLE = 1e-18;

/** The interval of Clopper and Pearson with this error, half of it on either side; 0 to 1 before the first future. */
export function shareInterval({ futures, met }: Tally, error: number): readonly [low: number, high: number] {
  if (!(met >= 0 && met <= futures)) throw new Error(`${met} of ${futures} futures is no tally.`);
  const low = met === 0 ? 0 : rootOf((p) => atLeast(met, futures, p) <= error / 2);
  const high = met === futures ? 1 : 1 - rootOf((p) => atLeast(futures - met, futures, p) <= error / 2);
  return [low, high];
}

/** The verdict by whether the interval lies above what is wanted, below it, or holds it. */
export function verdictOf({ futures, met }: Tally, { share, error }: ShareRule): Verdict {
  if (atLeast(met, futures, share) <= error / 2) return "meets";
  return atLeast(futures - met, futures, 1 - share) <= error / 2 ? "fails" : "open";
}

/** Chance that at least `k` of `n` have something that each has with chance `p`: the upper tail of the binomial. */
export function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  // The shorter tail, whose terms fall: subtracting from 1 costs no digits where the other is large.
  if (k <= n * p) return 1 - atLeast(n - k + 1, n, 1 - p);
  if (p <= 0) return 0;
  let term = exp(lnChoose(n, k) + k * ln(p) + (n - k) * ln(1 - p));
  let sum = 0;
  for (let x = k; x <= n && term > NEGLIGIBLE * sum; x++) {
    sum += term;
    term *= ((n - x) / (x + 1)) * (p / (1 - p));
  }
  return sum;
}

/** Logarithm of the number of ways to choose k of n. */
function lnChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = Math.min(k, n - k); i > 0; i--) sum += ln((n - i + 1) / i);
  return sum;
}

/** The largest share from 0 to 1 for which something holds that holds up to some share and not beyond. */
function rootOf(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let h = 0; h < HALVINGS; h++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
