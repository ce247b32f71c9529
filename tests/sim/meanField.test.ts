/** Known answers of the mean-field companion: its fixed points and folds. */
import { describe, expect, test } from "vitest";
import {
  fixedPoints,
  folds,
  type MeanField,
  meanFieldDrift,
  meanFieldOf,
  turningDemands,
} from "../../sim/meanField";
import { DEFAULTS, withChanges } from "../../sim/parameters";

/** The reference setting; its answers were found independently. */
const REFERENCE: MeanField = {
  gain: 0.02,
  recovery: 1 / 60,
  slowerRecovery: 0.75,
  burnoutAt: 0.525,
  burnoutWidth: 0.03,
  leavingHazard: 0.12 / 260,
  kL: 1,
  lostPerDeparture: 66,
  absentShare: 0.02,
  kA: 1.85,
  slowing: 0.3,
  variability: 0.09,
  tauBacklog: 5,
  umax: 2,
  buffer: 0.068,
  workloadWeight: 0.5,
  emotionalWeight: 0.5,
  fullDayLoad: 0.84,
  u0: 0.7,
  atHire: 0.15,
};
const NO_FEEDBACK = { ...REFERENCE, slowing: 0, slowerRecovery: 0, kL: 0, kA: 0 };
const range = (low: number, high: number, step: number): number[] =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);

describe("fixed points", () => {
  test.each([
    [0.44, [[0.190710614, true]]],
    [0.5, [[0.2131139859, true]]],
    [0.55, [[0.231584439, true]]],
    [
      0.56,
      [
        [0.2352789305, true],
        [0.5992949168, false],
        [0.6550902562, true],
      ],
    ],
    [
      0.6,
      [
        [0.2818432367, true],
        [0.549463953, false],
        [0.7473239554, true],
      ],
    ],
    [
      0.64,
      [
        [0.3769235354, true],
        [0.5154456282, false],
        [0.8236906187, true],
      ],
    ],
    [
      0.66,
      [
        [0.4298584222, true],
        [0.4874318142, false],
        [0.9040479729, true],
      ],
    ],
    [0.7, [[0.9040479729, true]]],
    [0.95, [[0.9040479729, true]]],
  ] as const)("at demand %f are the known ones", (d, expected) => {
    const found = fixedPoints(REFERENCE, d);
    expect(found.map(({ stable }) => stable)).toEqual(expected.map(([, stable]) => stable));
    found.forEach(({ E }, i) => {
      expect(Math.abs(E - (expected[i][0] as number))).toBeLessThan(1e-4);
    });
  });

  test("are where exhaustion stands still", () => {
    for (const d of [0.3, 0.6, 0.65, 0.9]) {
      for (const { E } of fixedPoints(REFERENCE, d)) {
        expect(Math.abs(meanFieldDrift(REFERENCE, E, d))).toBeLessThan(1e-8);
      }
    }
  });
});

describe("folds", () => {
  test("are the two known ones", () => {
    const { low, high } = folds(REFERENCE)!;
    expect(Math.abs(low - 0.5558582028)).toBeLessThan(2e-4);
    expect(Math.abs(high - 0.6650990572)).toBeLessThan(2e-4);
  });

  test("are where the number of fixed points changes, and there are no others", () => {
    const count = (d: number) => fixedPoints(REFERENCE, d).length;
    const turns = turningDemands(REFERENCE);
    for (const turn of turns) expect(Math.abs(count(turn + 1e-4) - count(turn - 1e-4))).toBe(2);
    for (const d of range(0.4, 0.8, 0.003)) {
      if (turns.every((turn) => Math.abs(turn - d) > 1e-5)) {
        const passed = turns.filter((turn) => turn < d);
        expect(count(d), `${d}`).toBe(
          1 + passed.reduce((sum, turn) => sum + count(turn + 1e-5) - count(turn - 1e-5), 0),
        );
      }
    }
    const { low, high } = folds(REFERENCE)!;
    expect([low - 1e-4, low + 1e-4, high - 1e-4, high + 1e-4].map(count)).toEqual([1, 3, 3, 1]);
  });

  test("without the feedbacks there are none, and every demand has one state", () => {
    expect(folds(NO_FEEDBACK)).toBeNull();
    for (const d of range(0.05, 1.5, 0.01)) expect(fixedPoints(NO_FEEDBACK, d)).toHaveLength(1);
  });

  test("at the highest pressure count too, where the burnt-out state begins there", () => {
    const abrupt = { ...REFERENCE, gain: 0.06, slowerRecovery: 0, slowing: 3, umax: 1.05 };
    const count = (d: number) => fixedPoints(abrupt, d).length;
    const { low, high } = folds(abrupt)!;
    expect([low - 1e-4, low + 1e-4, high - 1e-4, high + 1e-4].map(count)).toEqual([1, 3, 3, 1]);
  });
});

describe("the parameters of a setting", () => {
  test("are those of the reference at the settings it was made from, but for rounding", () => {
    const fitted = { "exhaustion.gain": 0.02, "turnover.baseHazard": 0.12, "absence.hazard": 0.004 };
    const own = meanFieldOf(withChanges(DEFAULTS, fitted));
    for (const key of Object.keys(REFERENCE) as (keyof MeanField)[]) {
      expect(Math.abs(own[key] / REFERENCE[key] - 1), key).toBeLessThan(0.005);
    }
    expect(Math.abs(folds(own)!.low - folds(REFERENCE)!.low)).toBeLessThan(0.001);
    expect(Math.abs(folds(own)!.high - folds(REFERENCE)!.high)).toBeLessThan(0.001);
  });

  test("follow the setting: more supervision and faster recovery move the tipping point up", () => {
    const upper = (changes: Record<string, number>) =>
      folds(meanFieldOf(withChanges(DEFAULTS, changes)))!.high;
    expect(upper({ "support.supervisionHoursPerMonth": 4 })).toBeGreaterThan(upper({}));
    expect(upper({ "exhaustion.recovery": 1 / 50 })).toBeGreaterThan(upper({}));
    expect(upper({ "exhaustion.gain": 1.1 * DEFAULTS.exhaustion.gain })).toBeLessThan(upper({}));
  });
});
