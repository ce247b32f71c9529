/** Intervals of shares: known answers, and how often they hold. */
import { describe, expect, test } from "vitest";
import { atLeast, shareInterval, verdictOf } from "../../../sim/statistics/selection";

describe("the upper tail of the binomial", () => {
  test("is what adding up the ways gives", () => {
    // 10 throws of a coin: 1, 10 and 45 ways of 10, 9 and 8.
    expect(atLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 14);
    expect(atLeast(1, 3, 0.2)).toBeCloseTo(1 - 0.8 ** 3, 14);
    expect(atLeast(3, 3, 0.2)).toBeCloseTo(0.008, 15);
  });

  test("and its complement sum to 1, in the tails too", () => {
    for (const k of [1, 50, 399, 400, 401, 480]) {
      expect(atLeast(k, 500, 0.8) + atLeast(500 - k + 1, 500, 0.2)).toBeCloseTo(1, 12);
    }
  });

  test("is certain for none, and keeps its digits where it is very small", () => {
    expect(atLeast(0, 20, 0.3)).toBe(1);
    expect(atLeast(5, 20, 0)).toBe(0);
    expect(atLeast(5, 20, 1)).toBe(1);
    expect(atLeast(100, 100, 0.5) * 2 ** 100).toBeCloseTo(1, 12);
  });
});

describe("the interval of a share", () => {
  test.each([
    // Clopper and Pearson, as binom.test of R gives them to four places.
    [8, 10, 0.05, 0.4439, 0.9748],
    [0, 10, 0.05, 0, 0.3085],
    [10, 10, 0.05, 0.6915, 1],
    [15, 20, 0.05, 0.509, 0.9134],
  ])("of %i in %i futures", (met, futures, error, low, high) => {
    const interval = shareInterval({ met, futures }, error);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  test("is everything before the first future, and nothing that cannot be is taken", () => {
    expect(shareInterval({ met: 0, futures: 0 }, 0.05)).toEqual([0, 1]);
    expect(() => shareInterval({ met: 4, futures: 3 }, 0.05)).toThrow("4 of 3 futures is no tally.");
  });

  test("holds the true share with the chance stated, counted over all that can happen", () => {
    for (const p of [0.05, 0.5, 0.8, 0.97]) {
      let held = 0;
      for (let x = 0; x <= 60; x++) {
        const [low, high] = shareInterval({ met: x, futures: 60 }, 0.1);
        if (low <= p && p <= high) held += atLeast(x, 60, p) - atLeast(x + 1, 60, p);
      }
      expect(held, `share ${p}`).toBeGreaterThanOrEqual(0.9);
    }
  });
});

test("a verdict says on which side of what is asked the interval lies", () => {
  const rule = { share: 0.8, error: 0.02 };
  for (let met = 0; met <= 90; met++) {
    const [low, high] = shareInterval({ met, futures: 90 }, rule.error);
    const expected = low >= 0.8 ? "meets" : high < 0.8 ? "fails" : "open";
    expect(verdictOf({ met, futures: 90 }, rule), `${met} of 90`).toBe(expected);
  }
  expect(verdictOf({ met: 0, futures: 0 }, rule)).toBe("open");
});
