/** The mean-field companion of the model (sim/meanField.ts), reckoned a second time. */
import { fixedPoints, folds, type MeanField } from "../../meanField";
import type { Check } from "../check";
import { exactFinding } from "../finding";
import { type Closure, foldsBetween, restingLevels } from "../theory/meanField";

const CLOSURE: Closure = {
  ...{
    alpha: 0.02,
    rho: 1 / 60,
    kappa: 0.75,
    Em: 0.525,
    width: 0.03,
    h0: 0.12 / 260,
    kL: 1,
    T: 66,
    a0: 0.02,
  },
  ...{ kA: 1.85, sE: 0.3, s: 0.09, tb: 5, umax: 2, b: 0.068, wW: 0.5, wE: 0.5, eh: 0.84, u0: 0.7, E0: 0.15 },
};

const named = (c: Closure): MeanField => ({
  ...{ gain: c.alpha, recovery: c.rho, slowerRecovery: c.kappa, burnoutAt: c.Em, burnoutWidth: c.width },
  ...{ leavingHazard: c.h0, kL: c.kL, lostPerDeparture: c.T, absentShare: c.a0, kA: c.kA, slowing: c.sE },
  ...{ variability: c.s, tauBacklog: c.tb, umax: c.umax, buffer: c.b, workloadWeight: c.wW },
  ...{ emotionalWeight: c.wE, u0: c.u0, fullDayLoad: c.eh, atHire: c.E0 },
});

const BETWEEN = 0.6;
const meanFieldCheck: Check = {
  id: "S1",
  family: "Mean field, folds",
  title: "The mean-field companion: lasting states, and the demands at which they end",
  reduction: "No run of the model: its deterministic companion, in which every feedback is closed on itself.",
  source: "Roots of dE/dt and where they meet (Strogatz 1994), reckoned by another method",
  settings: {},
  observe() {
    const theory = foldsBetween(CLOSURE, BETWEEN);
    const model = folds(named(CLOSURE));
    const levels = restingLevels(CLOSURE, BETWEEN);
    const found = fixedPoints(named(CLOSURE), BETWEEN);
    const withoutFeedback = named({ ...CLOSURE, sE: 0, kappa: 0, kL: 0, kA: 0 });
    return [
      exactFinding("no burnt-out state below", "demand ratio", theory.low, model?.low ?? Number.NaN, 2e-4),
      exactFinding("no healthy state above", "demand ratio", theory.high, model?.high ?? Number.NaN, 2e-4),
      ...["healthy state", "divide", "burnt-out state"].map((name, i) =>
        exactFinding(
          `${name} at demand ${BETWEEN}`,
          "exhaustion",
          levels[i],
          found[i]?.E ?? Number.NaN,
          1e-4,
        ),
      ),
      exactFinding(
        `states at demand ${BETWEEN} without feedback of exhaustion`,
        "states",
        1,
        fixedPoints(withoutFeedback, BETWEEN).length,
        0,
      ),
    ];
  },
};

export const meanFieldChecks: readonly Check[] = [meanFieldCheck];
