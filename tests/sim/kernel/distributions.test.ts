/**
 * Proves that the inverse transforms give the distributions they are named after: moments within 4.5 standard errors,
 * and the whole distribution by Kolmogorov and Smirnov's test (a distance of 2.3/√n has a probability of 5e-5).
 */
import { describe, expect, it } from "vitest";
import { category, exponential, lognormal, logSdOfCv, normal } from "../../../sim/kernel/distributions";
import { chances } from "../support/chances";
import { chiSquareDeviate, kolmogorovSmirnov, mean, normalCdf, variance } from "../support/statistics";

const DRAWS = 200_000;
const LIMIT = 2.3;
const DEVIATES = 4.5;

function draw(name: string, transform: (u: number) => number): Float64Array {
  const next = chances(name);
  return Float64Array.from({ length: DRAWS }, () => transform(next()));
}

describe("exponential", () => {
  const values = draw("exponential", exponential);
  it("has mean 1 and variance 1", () => {
    // The variance of the sample variance of an exponential is 8/n.
    expect(Math.abs(mean(values) - 1)).toBeLessThan(DEVIATES * Math.sqrt(1 / DRAWS));
    expect(Math.abs(variance(values) - 1)).toBeLessThan(DEVIATES * Math.sqrt(8 / DRAWS));
  });
  it("has the right distribution", () => {
    expect(kolmogorovSmirnov(values, (x) => 1 - Math.exp(-x))).toBeLessThan(LIMIT);
  });
  it("is positive and finite at both ends of what the streams give", () => {
    expect(exponential(1 - 2 ** -33)).toBeGreaterThan(0);
    expect(exponential(2 ** -33)).toBeCloseTo(33 * Math.LN2, 12);
  });
});

describe("normal", () => {
  const values = draw("normal", normal);
  it("has mean 0 and variance 1", () => {
    expect(Math.abs(mean(values))).toBeLessThan(DEVIATES * Math.sqrt(1 / DRAWS));
    expect(Math.abs(variance(values) - 1)).toBeLessThan(DEVIATES * Math.sqrt(2 / DRAWS));
  });
  it("has the right distribution", () => {
    expect(kolmogorovSmirnov(values, normalCdf)).toBeLessThan(LIMIT);
  });
  it.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798408],
  ])("has the printed quantile at %d", (u, quantile) => {
    expect(Math.abs(normal(u) - quantile)).toBeLessThan(1e-14 * Math.max(1, Math.abs(quantile)) * 10);
  });
  it("is symmetric, and turns back into its probability", () => {
    for (let i = 1; i < 1024; i++) {
      const u = i / 1024;
      expect(normal(1 - u) + normal(u)).toBe(0);
      expect(Math.abs(normalCdf(normal(u)) - u)).toBeLessThan(1e-14);
    }
  });
});

describe("lognormal", () => {
  it.each([0.1, 0.5, 1])("has mean 1 and coefficient of variation %d", (cv) => {
    const sigma = logSdOfCv(cv);
    const values = draw(`lognormal ${cv}`, (u) => lognormal(u, sigma));
    // Of the squared deviation: the fourth moment of a lognormal gives the error of the variance.
    const squared = values.map((v) => (v - 1) ** 2);
    expect(Math.abs(mean(values) - 1)).toBeLessThan(DEVIATES * (cv / Math.sqrt(DRAWS)));
    expect(Math.abs(variance(values) - cv * cv)).toBeLessThan(
      DEVIATES * Math.sqrt(variance(squared) / DRAWS),
    );
    const cdf = (x: number) => normalCdf((Math.log(x) + sigma ** 2 / 2) / sigma);
    expect(kolmogorovSmirnov(values, cdf)).toBeLessThan(LIMIT);
  });
  it("is 1 where nothing varies", () => {
    expect(logSdOfCv(0)).toBe(0);
    expect(lognormal(0.123, 0)).toBe(1);
  });
});

describe("category", () => {
  it("has the shares it is given", () => {
    const weights = [0.3, 0.45, 0.25];
    const counts = [0, 0, 0];
    for (const i of draw("category", (u) => category(u, weights))) counts[i]++;
    const chiSquare = counts.reduce(
      (total, c, i) => total + (c - DRAWS * weights[i]) ** 2 / (DRAWS * weights[i]),
      0,
    );
    expect(Math.abs(chiSquareDeviate(chiSquare, 2))).toBeLessThan(DEVIATES);
  });
  it("changes exactly at the sums of the shares", () => {
    const weights = [0.25, 0.5, 0.25];
    expect([0.2499, 0.25, 0.7499, 0.75, 0.9999].map((u) => category(u, weights))).toEqual([0, 1, 1, 2, 2]);
  });
  it("never draws what has no share, and gives the last what rounding leaves", () => {
    expect(category(1e-10, [0, 1, 0])).toBe(1);
    expect(category(1 - 2 ** -33, [0.1, 0.2, 0.7 - 1e-16])).toBe(2);
    expect(category(0.9999999999, [0.5, 0.5])).toBe(1);
    expect(category(0.5, [1])).toBe(0);
  });
});
