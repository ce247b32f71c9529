/** What the tests need of statistics, written out plainly and apart from the code under test. */

export const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;

/** Sample variance (divisor n − 1). */
export function variance(values: ArrayLike<number>): number {
  const average = mean(values);
  return sum(Array.from(values, (v) => (v - average) ** 2)) / (values.length - 1);
}

/** Standard error of the mean of independent values. */
export const standardError = (values: ArrayLike<number>): number =>
  Math.sqrt(variance(values) / values.length);

export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) ** 2;
    bb += (b[i] - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Chi-square of counts against equal expectation, as a normal deviate (Wilson and Hilferty 1931). */
export function uniformityDeviate(counts: ArrayLike<number>): number {
  const expected = sum(counts) / counts.length;
  const chiSquare = sum(Array.from(counts, (c) => (c - expected) ** 2 / expected));
  return chiSquareDeviate(chiSquare, counts.length - 1);
}

/** The normal deviate of as small a probability as a chi-square value with `df` degrees of freedom. */
export function chiSquareDeviate(chiSquare: number, df: number): number {
  const spread = 2 / (9 * df);
  return (Math.cbrt(chiSquare / df) - (1 - spread)) / Math.sqrt(spread);
}

/** Kolmogorov and Smirnov's largest distance between the sample and a distribution function, times √n. */
export function kolmogorovSmirnov(sample: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  let distance = 0;
  sorted.forEach((x, i) => {
    const F = cdf(x);
    distance = Math.max(distance, F - i / sorted.length, (i + 1) / sorted.length - F);
  });
  return distance * Math.sqrt(sorted.length);
}

/** Distribution function of the standard normal, by the series of Marsaglia (2004); error below 1e-15 for |x| < 7. */
export function normalCdf(x: number): number {
  let term = x;
  let total = x;
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) {
    term *= (x * x) / i;
    total += term;
  }
  return 0.5 + total * Math.exp(-0.5 * x * x - 0.91893853320467274178);
}
