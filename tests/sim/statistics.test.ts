import { describe, expect, it } from "vitest";
import type { Batch } from "../../sim/batch";
import { MEASURES } from "../../sim/record/measures";
import { WEEKLY } from "../../sim/record/weekly";
import { assemble, bands, column, pairedDifference, summarise } from "../../sim/statistics";

describe("summarise", () => {
  it("gives mean, standard deviation, interval and percentiles computed by hand", () => {
    const { n, mean, sd, ci95, p10, p50, p90 } = summarise([4, 2, 5, 4, 5, 7, 9, 4, 4, 6]);
    expect(n).toBe(10);
    expect(mean).toBe(5);
    // Squared deviations 1+9+0+1+0+4+16+1+1+1 = 34, over 9.
    expect(sd).toBeCloseTo(Math.sqrt(34 / 9), 12);
    // t(0.975; 9) = 2.262157 from printed tables.
    const half = (2.262157 * Math.sqrt(34 / 9)) / Math.sqrt(10);
    expect(ci95[0]).toBeCloseTo(5 - half, 5);
    expect(ci95[1]).toBeCloseTo(5 + half, 5);
    // Sorted 2 4 4 4 4 5 5 6 7 9; position 0.1 × 9 = 0.9 lies between 2 and 4, 8.1 between 7 and 9.
    expect(p10).toBeCloseTo(3.8, 12);
    expect(p50).toBe(4.5);
    expect(p90).toBeCloseTo(7.2, 12);
  });

  it.each([
    [2, 12.7062],
    [3, 4.30265],
    [31, 2.04227],
    [121, 1.97993],
  ])("uses Student's t for n = %i", (n, t) => {
    const values = Array.from({ length: n }, (_, i) => i);
    const { mean, sd, ci95 } = summarise(values);
    expect((ci95[1] - mean) / (sd / Math.sqrt(n))).toBeCloseTo(t, 4);
  });

  it("leaves out what has no value, and says how many remain", () => {
    const { n, mean, p50 } = summarise(Float64Array.of(Number.NaN, 3, Number.NaN, 1));
    expect(n).toBe(2);
    expect(mean).toBe(2);
    expect(p50).toBe(2);
  });

  it("sorts as numbers, negative ones too", () => {
    expect(summarise([10, -9, 2, -1]).p50).toBe(0.5);
  });

  it("has no interval for one value, and nothing for none", () => {
    const one = summarise([3]);
    expect(one).toMatchObject({
      n: 1,
      mean: 3,
      p10: 3,
      p90: 3,
      ci95: [Number.NaN, Number.NaN],
      sd: Number.NaN,
    });
    expect(summarise([Number.NaN])).toMatchObject({ n: 0, mean: Number.NaN, p50: Number.NaN });
  });

  it("has an interval without width when nothing varies, and does not touch its input", () => {
    expect(summarise([0.25, 0.25, 0.25]).ci95).toEqual([0.25, 0.25]);
    const values = Float64Array.of(3, 1, 2);
    summarise(values);
    expect([...values]).toEqual([3, 1, 2]);
  });
});

describe("pairedDifference", () => {
  it("pairs replication by replication", () => {
    const difference = pairedDifference([1, 2, 3, 4], [0, 2, 1, 5], "lower");
    // Differences −1, 0, −2, 1.
    expect(difference.n).toBe(4);
    expect(difference.mean).toBe(-0.5);
    expect(difference.sd).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(difference.ci95[0]).toBeCloseTo(-0.5 - (3.182446 * Math.sqrt(5 / 3)) / 2, 5);
    expect(difference.p10).toBeCloseTo(-1.7, 12);
    expect(difference.p90).toBeCloseTo(0.7, 12);
    expect(difference.better).toBe(0.5);
  });

  it("counts only pairs that moved strictly in the good direction", () => {
    expect(pairedDifference([1, 2, 3, 4], [0, 2, 1, 5], "higher").better).toBe(0.25);
    expect(pairedDifference([1, 2], [1, 2], "lower").better).toBe(0);
    expect(pairedDifference([1, 2], [0, 1], null).better).toBeNull();
  });

  it("leaves out pairs in which either has no value", () => {
    const difference = pairedDifference([1, Number.NaN, 3, 5], [0, 2, Number.NaN, 4], "lower");
    expect(difference).toMatchObject({ n: 2, mean: -1, better: 1 });
    expect(pairedDifference([Number.NaN], [1], "lower")).toMatchObject({ n: 0, better: null });
  });

  it("refuses what cannot be paired", () => {
    expect(() => pairedDifference([1, 2], [1], "lower")).toThrow("2 against 1");
  });
});

const WEEKS = 3;
/** A batch in which every number says where it belongs: replication × 1000 + position. */
function batchOf(firstReplication: number, replications: number, weekly = true): Batch {
  const filled = (width: number) =>
    Float64Array.from(
      { length: replications * width },
      (_, i) => (firstReplication + Math.floor(i / width)) * 1000 + (i % width),
    );
  return {
    firstReplication,
    replications,
    measures: filled(MEASURES.length),
    weekly: weekly ? filled(WEEKLY.length * WEEKS) : null,
    weeks: WEEKS,
    events: 1,
  };
}

describe("assemble", () => {
  it("puts batches in order whatever the order in which they came", () => {
    const table = assemble([batchOf(5, 1), batchOf(0, 2), batchOf(2, 3)]);
    expect(table).toEqual(assemble([batchOf(0, 6)]));
    expect(table.replications).toBe(6);
    expect([...column(table, 2)]).toEqual([2, 1002, 2002, 3002, 4002, 5002]);
  });

  it("refuses gaps, overlaps and mixtures", () => {
    expect(() => assemble([batchOf(0, 2), batchOf(3, 1)])).toThrow("replication 3, not 2: some are missing");
    expect(() => assemble([batchOf(1, 2)])).toThrow("replication 1, not 0");
    expect(() => assemble([batchOf(0, 3), batchOf(2, 2)])).toThrow(
      "replication 2, not 3: some are there twice",
    );
    expect(() => assemble([batchOf(0, 1), batchOf(1, 1, false)])).toThrow("different kinds");
  });

  it("makes an empty table of nothing", () => {
    expect(assemble([])).toMatchObject({ replications: 0, weekly: null, weeks: 0 });
  });
});

describe("column", () => {
  it("refuses a measure that is not there", () => {
    expect(() => column(assemble([batchOf(0, 1)]), MEASURES.length)).toThrow("no measure");
    expect(() => column(assemble([batchOf(0, 1)]), undefined as unknown as number)).toThrow("no measure");
  });
});

describe("bands", () => {
  it("gives mean and percentiles of each week over replications", () => {
    const { mean, p10, p90 } = bands(assemble([batchOf(0, 3)]), 1);
    // Series 1 begins at position 3; replications differ by 1000.
    expect([...mean]).toEqual([1003, 1004, 1005]);
    expect(p10[0]).toBeCloseTo(203, 9);
    expect(p90[2]).toBeCloseTo(1805, 9);
  });

  it("leaves out replications without a value in that week", () => {
    const batch = batchOf(0, 3);
    batch.weekly![1] = Number.NaN;
    const withGap = bands(assemble([batch]), 0);
    expect([...withGap.mean]).toEqual([1000, 1501, 1002]);
    batch.weekly!.fill(Number.NaN);
    expect([...bands(assemble([batch]), 0).mean]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("refuses results without weekly columns, and unknown series", () => {
    expect(() => bands(assemble([batchOf(0, 1, false)]), 0)).toThrow("not asked for");
    expect(() => bands(assemble([batchOf(0, 1)]), WEEKLY.length)).toThrow("no weekly series");
  });
});
