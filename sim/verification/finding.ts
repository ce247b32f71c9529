/** From what the model gave to a verdict. Every tolerance follows from the standard error, or is one of rounding. */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { ln } from "../kernel/math";
import { summarise } from "../statistics";
import type { Finding } from "./check";

/** A model that is right fails one comparison in so many. */
const FALSE_ALARMS = 10_000;
const TAIL = 1 / (2 * FALSE_ALARMS);
const BEYOND_NORMAL = tQuantile(1 - TAIL, 1e9);

/**
 * A mean over independent replications against its expected value. It may lie from it by as much as Student's t allows
 * in all but one of 10,000 samples.
 */
export function meanFinding(
  quantity: string,
  unit: string,
  expected: number,
  values: readonly number[],
  relation: Finding["relation"] = "equal",
): Finding {
  const { n, mean, sd, ci95 } = summarise(values);
  const tolerance = n < values.length ? Number.NaN : (tQuantile(1 - TAIL, n - 1) * sd) / Math.sqrt(n);
  return judge({ quantity, unit, expected, relation, observed: mean, interval: ci95, tolerance });
}

/** Several means that should all be `expected`: the one that is furthest from it by its own standard error. */
export function evenFinding(
  quantity: string,
  unit: string,
  expected: number,
  columns: readonly (readonly number[])[],
): Finding {
  const findings = columns.map((values) => meanFinding(quantity, unit, expected, values));
  const failed = findings.filter(({ pass }) => !pass);
  const distance = ({ observed, tolerance }: Finding): number => Math.abs(observed - expected) / tolerance;
  const furthest = (failed.length > 0 ? failed : findings).reduce((a, b) =>
    distance(b) > distance(a) ? b : a,
  );
  return { ...furthest, quantity: `${quantity} (the furthest of ${columns.length})` };
}

/** A single value with a standard error known from theory; 95% interval by the normal distribution. */
export function normalFinding(
  quantity: string,
  unit: string,
  expected: number,
  observed: number,
  standardError: number,
): Finding {
  const half = tQuantile(0.975, 1e9) * standardError;
  const interval = [observed - half, observed + half] as const;
  const tolerance = BEYOND_NORMAL * standardError;
  return judge({ quantity, unit, expected, relation: "equal", observed, interval, tolerance });
}

/** What must be exact, but for the rounding that `tolerance` allows. */
export function exactFinding(
  quantity: string,
  unit: string,
  expected: number,
  observed: number,
  tolerance: number,
): Finding {
  return judge({ quantity, unit, expected, relation: "equal", observed, interval: null, tolerance });
}

/**
 * The largest distance between the distribution functions of a sample and of theory (Kolmogorov 1933, Smirnov 1948):
 * as small as chance alone lets it be.
 */
export function distributionFinding(
  quantity: string,
  sample: readonly number[],
  cdf: (x: number) => number,
): Finding {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  let observed = 0;
  sorted.forEach((x, i) => {
    const F = cdf(x);
    observed = Math.max(observed, F - i / n, (i + 1) / n - F);
  });
  const tolerance = Math.sqrt(-ln(TAIL) / 2 / n);
  return judge({
    ...{ quantity, unit: "distance" },
    ...{ expected: 0, relation: "equal", observed, interval: null, tolerance },
  });
}

/**
 * Counts against their expected counts: chi-square as a normal deviate (Wilson and Hilferty 1931). `constraints` is
 * how many sums of the counts are equal to the expected ones by construction.
 */
export function countsFinding(
  quantity: string,
  counts: ArrayLike<number>,
  expected: (i: number) => number,
  constraints = 1,
): Finding {
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) chiSquare += (counts[i] - expected(i)) ** 2 / expected(i);
  const df = counts.length - constraints;
  const spread = 2 / (9 * df);
  const deviate = (Math.cbrt(chiSquare / df) - (1 - spread)) / Math.sqrt(spread);
  return normalFinding(quantity, "deviate", 0, deviate, 1);
}

function judge(finding: Omit<Finding, "pass">): Finding {
  const { observed, expected, relation, tolerance } = finding;
  const above = observed - expected;
  const off = relation === "equal" ? Math.abs(above) : relation === "at least" ? -above : above;
  // A value that is not a number is never right.
  return { ...finding, pass: off <= tolerance };
}
