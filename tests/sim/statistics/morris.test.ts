/** Elementary effects against functions whose effects are known. */
import { describe, expect, test } from "vitest";
import { chanceMuStar, morrisDesign, morrisIndices } from "../../../sim/statistics/morris";

const SEED = { resamples: 500, seed: "morris" };
type Model = (x: readonly number[]) => number;
const outputsOf = (design: ReturnType<typeof morrisDesign>, model: Model) =>
  design.map(({ points }) => points.map(model));

describe("the design", () => {
  const design = morrisDesign(5, 40, 4, "holdfast");

  test("moves every parameter once a trajectory, one at a time, by two thirds", () => {
    for (const { points, moved } of design) {
      expect([...moved].sort()).toEqual([0, 1, 2, 3, 4]);
      moved.forEach((j, i) => {
        const steps = points[i].map((u, k) => points[i + 1][k] - u);
        expect(Math.abs(steps[j])).toBeCloseTo(2 / 3, 12);
        expect(steps.filter((step) => step !== 0)).toHaveLength(1);
      });
    }
  });

  test("reaches all levels equally often, up and down alike", () => {
    const many = morrisDesign(2, 2000, 4, "holdfast");
    const levels = many.map(({ points }) => Math.round(3 * points[0][0]));
    // Each count is binomial with standard deviation √(2000 · ¼ · ¾) = 19.4.
    for (const level of [0, 1, 2, 3]) {
      expect(Math.abs(levels.filter((l) => l === level).length - 500)).toBeLessThan(4 * 19.4);
    }
    const rising = many.filter(({ points }) => points[2][0] > points[0][0]).length;
    expect(Math.abs(rising - 1000)).toBeLessThan(4 * 22.4);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(morrisDesign(5, 40, 4, "holdfast")).toEqual(design);
    expect(morrisDesign(5, 40, 4, "other")).not.toEqual(design);
  });
});

describe("known effects", () => {
  const design = morrisDesign(4, 20, 4, "known");

  test("of a linear function: the coefficients, without spread", () => {
    const found = morrisIndices(
      design,
      outputsOf(design, ([a, b, c]) => 7 + 3 * a - 2 * b + 0.5 * c),
      SEED,
    );
    [3, -2, 0.5, 0].forEach((coefficient, j) => {
      expect(found[j].mu).toBeCloseTo(coefficient, 10);
      expect(found[j].muStar).toBeCloseTo(Math.abs(coefficient), 10);
      expect(found[j].sigma).toBeCloseTo(0, 10);
      expect(found[j].muStarCi95[1]).toBeCloseTo(Math.abs(coefficient), 10);
      expect(found[j].n).toBe(20);
    });
  });

  test("of an interaction: the effect of a in a·b is b, whose levels are 0, ⅓, ⅔ and 1", () => {
    const many = morrisDesign(2, 4000, 4, "interaction");
    const [a, b] = morrisIndices(
      many,
      outputsOf(many, ([x, y]) => x * y),
      { resamples: 2, seed: "x" },
    );
    // The mean of the levels is 1/2, their standard deviation √(5/36) = 0.373; errors of the mean 0.0059.
    for (const { mu, muStar, sigma } of [a, b]) {
      expect(Math.abs(mu - 0.5)).toBeLessThan(4 * 0.0059);
      expect(muStar).toBe(mu);
      expect(Math.abs(sigma - Math.sqrt(5 / 36))).toBeLessThan(4 * 0.0042);
    }
  });

  test("of both signs cancel in mu and not in mu*", () => {
    const many = morrisDesign(1, 400, 4, "signs");
    // From 0 to ⅔ the parabola (x − ½)² falls by 2/9, from ⅓ to 1 it rises by 2/9: effects of −⅓ and ⅓.
    const [found] = morrisIndices(
      many,
      outputsOf(many, ([x]) => (x - 0.5) ** 2),
      SEED,
    );
    expect(found.muStar).toBeCloseTo(1 / 3, 10);
    expect(Math.abs(found.mu)).toBeLessThan(4 / 3 / Math.sqrt(400));
  });
});

test("intervals of mu* cover the truth about as often as they say", () => {
  // The effect of x in x·(1 + y) is 1 + y: mean 1.5. Percentile intervals of 30 effects cover a little less than 95%.
  const studies = 300;
  let covered = 0;
  for (let study = 0; study < studies; study++) {
    const design = morrisDesign(2, 30, 4, `study ${study}`);
    const outputs = outputsOf(design, ([x, y]) => x * (1 + y));
    const [{ muStarCi95 }] = morrisIndices(design, outputs, { resamples: 300, seed: `${study}` });
    if (muStarCi95[0] <= 1.5 && 1.5 <= muStarCi95[1]) covered++;
  }
  // Standard error of the share: √(0.95 · 0.05 / 300) = 0.0126.
  expect(covered / studies).toBeGreaterThan(0.95 - 4 * 0.0126);
  expect(covered / studies).toBeLessThan(1);
});

describe("chance", () => {
  const design = morrisDesign(1, 2000, 4, "chance");
  const replications = 5;
  /** Keyed noise with mean 0 and variance 1: uniform on ±√3. */
  const noise = (t: number, i: number, r: number) => {
    const raw = Math.sin(t * 12.9898 + i * 78.233 + r * 37.719) * 43758.5453;
    return Math.sqrt(3) * (2 * (raw - Math.floor(raw)) - 1);
  };
  const noisy = design.map(({ points }, t) =>
    points.map((_, i) => Array.from({ length: replications }, (_, r) => noise(t, i, r))),
  );

  test("alone does not exceed the root of an F-distributed share of the squared standard error", () => {
    const [bound] = chanceMuStar(design, noisy);
    // Effects have standard deviation √(2/5) / (2/3) = 0.949, and the 95th percentile of F with 2,000 and 8,000 degrees
    // of freedom is 1.0610, by a normal approximation of its logarithm.
    expect(Math.abs(bound / (0.949 * Math.sqrt(1.061)) - 1)).toBeLessThan(0.03);
  });

  test("makes any parameter seem to matter in at most 1 of 20 studies, and hides no clear effect", () => {
    const [studies, trajectories, some, effect] = [400, 4, 3, 4];
    let mistaken = 0;
    let found = 0;
    for (let study = 0; study < studies; study++) {
      const few = morrisDesign(6, trajectories, 4, `study ${study}`);
      // Half of the cube is noisier than the other.
      const outputs = few.map(({ points }, t) =>
        points.map((x, i) =>
          Array.from({ length: some }, (_, r) => {
            const luck = noise(study * 31 + t, i, r) * (x[1] > 0.5 ? 0.6 : 0.3);
            return luck + effect * x[0];
          }),
        ),
      );
      const means = outputs.map((points) => points.map((values) => values.reduce((a, b) => a + b) / some));
      const chance = chanceMuStar(few, outputs);
      const told = morrisIndices(few, means, { resamples: 2, seed: "x" }).map(
        ({ muStar }, j) => muStar > chance[j],
      );
      if (told[0]) found++;
      if (told.slice(1).some(Boolean)) mistaken++;
    }
    expect(mistaken / studies).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / studies));
    expect(found / studies).toBeGreaterThan(0.9);
  });

  test("that all points share is none", () => {
    const shared = design.map(({ points }) => points.map(([x]) => [0.3, -1, 4].map((luck) => luck + x)));
    expect(chanceMuStar(design, shared)[0]).toBeCloseTo(0, 10);
  });

  test("cannot be told from one replication", () => {
    expect(
      chanceMuStar(
        design,
        outputsOf(design, () => 1).map((points) => points.map((y) => [y])),
      ),
    ).toEqual([Number.NaN]);
  });
});

describe("bad input", () => {
  test("odd numbers of levels", () => {
    for (const levels of [3, 0, 2.5]) expect(() => morrisDesign(2, 3, levels, "s")).toThrow("even");
  });

  test("outputs that do not match", () => {
    const design = morrisDesign(2, 3, 4, "s");
    expect(() =>
      morrisIndices(
        design,
        [
          [1, 2, 3],
          [1, 2],
          [1, 2, 3],
        ],
        SEED,
      ),
    ).toThrow("Trajectory 2 has 3 points and 2 outputs");
  });

  test("one trajectory gives effects without intervals", () => {
    const design = morrisDesign(1, 1, 4, "s");
    const [{ mu, sigma, muStarCi95 }] = morrisIndices(
      design,
      outputsOf(design, ([x]) => 2 * x),
      SEED,
    );
    expect(mu).toBeCloseTo(2, 12);
    expect([sigma, ...muStarCi95]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("points without an output cost the effects that they take part in, and no more", () => {
    const design = morrisDesign(3, 10, 4, "s");
    const outputs = outputsOf(design, ([a, b, c]) => a + 2 * b + 3 * c);
    outputs[4][0] = Number.NaN;
    const found = morrisIndices(design, outputs, SEED);
    expect(found.map(({ n }) => n).sort()).toEqual([10, 10, 9]);
    expect(found.map(({ mu }) => Math.round(mu))).toEqual([1, 2, 3]);
  });
});
