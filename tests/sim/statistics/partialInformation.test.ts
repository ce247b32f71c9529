/** The value of knowing one input, against choices whose answers are known. */
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../../sim/statistics/latinHypercube";
import { partialInformation } from "../../../sim/statistics/partialInformation";
import { fitted, polynomials } from "../../../sim/statistics/smooth";

const RESAMPLING = { resamples: 200, seed: "information" };
type Option = (x: readonly number[]) => number;
const weigh = (options: readonly Option[], points: readonly (readonly number[])[]) =>
  partialInformation(
    { points, outcomes: options.map((option) => points.map((point) => option(point))) },
    RESAMPLING,
  );

describe("curves", () => {
  const x = latinHypercube(50, 1, "curve").map(([u]) => u);

  test("follow a cubic exactly", () => {
    const y = x.map((u) => 2 - u + 3 * u ** 2 - 5 * u ** 3);
    fitted(polynomials(x), y).forEach((value, i) => {
      expect(value).toBeCloseTo(y[i], 10);
    });
  });

  test("of places that are all alike are their mean", () => {
    expect(polynomials([0.3, 0.3, 0.3])).toHaveLength(1);
    expect([...fitted(polynomials([0.3, 0.3, 0.3]), [1, 2, 6])].map((v) => Math.round(v))).toEqual([3, 3, 3]);
  });
});

test("never in 400 draws is no certainty: up to 1%, where one option is far ahead (Wilson: z² / (n + z²))", () => {
  const points = latinHypercube(400, 1, "far ahead");
  const [{ changes, changesCi95 }] = weigh([() => 0, ([x]) => 0.1 * x - 9], points).inputs;
  expect(changes).toBe(0);
  expect(changesCi95[0]).toBe(0);
  expect(changesCi95[1]).toBeCloseTo(1.96 ** 2 / (400 + 1.96 ** 2), 12);
});

describe("a choice with a known answer: nothing, or x − 0.6 + 0.1 (y − 0.5), whatever z", () => {
  // Known x: gain E[max(0, x − 0.6)] = 0.4² / 2 = 0.08, changing the choice when x > 0.6. Known y: never.
  const points = latinHypercube(400, 3, "known");
  const found = weigh([() => 0, ([x, y]) => x - 0.6 + 0.1 * (y - 0.5)], points);

  test("the best without knowledge is nothing", () => {
    expect(found.best).toBe(0);
    expect(found.means[1]).toBeCloseTo(-0.1, 2);
    expect(found.n).toBe(400);
  });

  test("knowing x changes the choice in 4 of 10 draws and is worth 0.08", () => {
    // The draws are stratified in x: what is left of chance is that of y, with standard deviation 0.029 a draw.
    expect(found.inputs[0].changes).toBeCloseTo(0.4, 1);
    expect(Math.abs(found.inputs[0].value - 0.08)).toBeLessThan(0.005);
    expect(found.inputs[0].valueCi95[0]).toBeLessThan(0.08);
    expect(found.inputs[0].valueCi95[1]).toBeGreaterThan(0.08);
  });

  test("knowing y or z changes nothing", () => {
    for (const { changes, value } of found.inputs.slice(1)) {
      expect(changes).toBe(0);
      expect(value).toBe(0);
    }
    expect(found.inputs[0].changes).toBeGreaterThan(found.chance.changes);
  });

  test("knowing everything is worth a little more than knowing x", () => {
    // Over y the gain is E[(0.4 + 0.1 (y − ½))²] / 2 = (0.16 + 0.01 / 12) / 2 = 0.0804.
    expect(found.valueOfAll).toBeGreaterThanOrEqual(found.inputs[0].value - 0.001);
    expect(Math.abs(found.valueOfAll - 0.0804)).toBeLessThan(0.004);
    expect(found.wins[1]).toBeCloseTo(0.4, 1);
  });
});

test("three options with a turn: knowing x picks the middle one in the middle", () => {
  const found = weigh(
    [([x]) => -x, ([x]) => x - 1, ([x]) => 0.2 - 8 * (x - 0.5) ** 2 - 0.45],
    latinHypercube(300, 2, "three"),
  );
  // Means: −0.5, −0.5 and 0.2 − 8/12 − 0.45 = −0.917. The third is best where −x < 0.2 − 8 (x − ½)² − 0.45.
  const gap = (x: number) => 0.2 - 8 * (x - 0.5) ** 2 - 0.45 - Math.max(-x, x - 1);
  const grid = Array.from({ length: 3000 }, (_, i) => (i + 0.5) / 3000);
  const third = grid.filter((x) => gap(x) > 0).length / 3000;
  const value = grid.reduce((sum, x) => sum + Math.max(-x, x - 1, -x + Math.max(0, gap(x))), 0) / 3000 + 0.5;
  expect(third).toBeGreaterThan(0.2);
  expect(found.wins[2]).toBeCloseTo(third, 1);
  expect(Math.abs(found.valueOfAll - value)).toBeLessThan(0.01);
  expect(found.inputs[0].value).toBeCloseTo(found.valueOfAll, 6);
});

describe("options that are equally good", () => {
  const points = latinHypercube(80, 3, "equal");

  test("are no wins of the first", () => {
    // The second is better in the draws with a small x, and equal to the first in all others.
    const found = weigh([() => 0.1 + 0.2, ([x]) => (x < 0.3 ? 1 : 0.3)], points);
    expect(found.wins[0]).toBe(0);
    expect(found.wins[1]).toBeCloseTo(0.3, 1);
    expect(found.ties).toBeCloseTo(0.7, 1);
    // The second is never worse, so that nothing known could change the choice of it.
    expect(found.valueOfAll).toBe(0);
    for (const { changes, value } of found.inputs) expect([changes, value]).toEqual([0, 0]);
  });

  test("make no knowledge of one input worth more than that of all", () => {
    // What the inputs that are weighed have nothing to do with.
    // A curve through so few draws finds 0.0070 where all that could be known is worth 0.0055.
    const noise = latinHypercube(8, 2, "noise").map(([a, b]) => a - b - 0.35);
    const few = { points: latinHypercube(8, 8, "few"), outcomes: [noise.map(() => 0), noise] };
    const found = partialInformation(few, RESAMPLING);
    expect(found.valueOfAll).toBeGreaterThan(0);
    expect(Math.max(...found.inputs.map(({ value }) => value))).toBe(found.valueOfAll);
    for (const { value, valueCi95 } of found.inputs) {
      expect(value).toBeLessThanOrEqual(found.valueOfAll);
      expect(valueCi95[0]).toBeLessThanOrEqual(valueCi95[1]);
    }
  });
});

test("luck that the options share takes nothing from the answer", () => {
  const points = latinHypercube(400, 2, "shared");
  const luck = (x: readonly number[]) => 50 * Math.sin(1e5 * x[1]);
  const plain = weigh([() => 0, ([x]) => x - 0.6], points);
  const lucky = weigh([(x) => luck(x), (x) => luck(x) + x[0] - 0.6], points);
  expect(lucky.inputs[0].changes).toBe(plain.inputs[0].changes);
  expect(lucky.inputs[0].value).toBeCloseTo(plain.inputs[0].value, 8);
});

test("inputs that have nothing to do with the outcomes rarely exceed what chance shows", () => {
  // Two options that differ by noise only. In 95 of 100 studies no input exceeds the bound; of 60, 57 ± 1.7.
  let exceeded = 0;
  for (let study = 0; study < 60; study++) {
    const points = latinHypercube(60, 4, `study ${study}`);
    const noise = latinHypercube(60, 1, `noise ${study}`).map(([u]) => u - 0.45);
    const { inputs, chance } = partialInformation(
      { points, outcomes: [points.map(() => 0), noise] },
      { resamples: 2, seed: `${study}` },
    );
    if (inputs.some(({ value }) => value > chance.value)) exceeded++;
  }
  expect(exceeded).toBeLessThan(3 + 4 * 1.7);
});

describe("bad input", () => {
  test("draws without an outcome are left out", () => {
    const points = latinHypercube(30, 1, "gap");
    const outcomes = [points.map(() => 0), points.map(([x], i) => (i === 7 ? Number.NaN : x - 0.5))];
    expect(partialInformation({ points, outcomes }, RESAMPLING).n).toBe(29);
  });

  test("one option is no choice, and outcomes must match the draws", () => {
    const points = [[0.1], [0.9]];
    expect(() => partialInformation({ points, outcomes: [[1, 2]] }, RESAMPLING)).toThrow(
      "at least two options",
    );
    expect(() => partialInformation({ points, outcomes: [[1, 2], [1]] }, RESAMPLING)).toThrow(
      "2 draws and 1",
    );
  });
});
