/** Proves the rules of exhaustion and burnout: the exact step, the three parts of demand, recovery and thresholds. */
import { describe, expect, it } from "vitest";
import {
  demand,
  isBurntOut,
  nextExhaustion,
  recoveryRate,
  teamMeanExhaustion,
} from "../../../sim/mechanisms/exhaustion";
import { DEFAULTS, withChanges } from "../../../sim/parameters";
import { Entry } from "../../../sim/record/eventLog";
import { chances } from "../support/chances";
import { CALM } from "../support/presets";
import { ofKind, tell } from "../support/story";

describe("a step of exhaustion", () => {
  it("does not depend on how a time is divided into steps", () => {
    const next = chances("exhaustion steps");
    for (let i = 0; i < 200; i++) {
      const [E, x, alpha, rho] = [next(), 3 * next(), 0.1 * next(), 0.1 * next()];
      const whole = nextExhaustion(E, x, alpha, rho, 30);
      let parts = E;
      for (let part = 0; part < 30 * 7; part++) parts = nextExhaustion(parts, x, alpha, rho, 1 / 7);
      expect(Math.abs(parts - whole)).toBeLessThan(1e-12);
    }
  });
  it("solves the differential equation, which small plain steps do nearly", () => {
    let E = 0.3;
    const dt = 1e-4;
    for (let t = 0; t < 20; t += dt) E += dt * (0.02 * 1.4 * (1 - E) - (1 / 60) * E);
    expect(Math.abs(E - nextExhaustion(0.3, 1.4, 0.02, 1 / 60, 20))).toBeLessThan(1e-6);
  });
  it("stays between 0 and 1, and stands still where nothing acts", () => {
    const next = chances("exhaustion bounds");
    for (let i = 0; i < 500; i++) {
      const E = nextExhaustion(next(), 100 * next(), next(), next());
      expect(E >= 0 && E <= 1).toBe(true);
    }
    expect(nextExhaustion(0.37, 0, 0.02, 0)).toBe(0.37);
    expect(nextExhaustion(0, 0, 0.02, 0.1)).toBe(0);
  });
});

describe("demand", () => {
  it("adds workload, emotional load and contagion, each less its buffers", () => {
    // 0.5 × (1.3 − 0.7)/0.3 × 0.8 + 0.5 × 3.3/2.2 × 0.8 × 0.75 + 0.1 × 0.2
    expect(demand(DEFAULTS, 1.3, 3.3, 0.2, 0.2, 0.25)).toBeCloseTo(0.8 + 0.45 + 0.02, 12);
  });
  it("counts only pressure above the threshold, and only colleagues who are worse off", () => {
    expect(demand(DEFAULTS, 0.7, 0, 0, 0, 0)).toBe(0);
    expect(demand(DEFAULTS, 0.2, 0, -0.5, 0, 0)).toBe(0);
    expect(demand(DEFAULTS, 0.85, 0, 0, 0, 0)).toBeCloseTo(0.25, 12);
  });
  it("has no part that buffers of 1 leave over, save contagion", () => {
    expect(demand(DEFAULTS, 2, 5, 0.3, 1, 1)).toBeCloseTo(0.03, 12);
  });
});

describe("recovery", () => {
  it("is slower when burnt out, and under overtime", () => {
    expect(recoveryRate(DEFAULTS, false, 0.9)).toBeCloseTo(1 / 60, 15);
    expect(recoveryRate(DEFAULTS, true, 0.9)).toBeCloseTo(0.25 / 60, 15);
    // Half of the overtime of 20% is taken from recovery at the highest pressure.
    expect(recoveryRate(DEFAULTS, false, 2)).toBeCloseTo(0.9 / 60, 15);
    expect(recoveryRate(DEFAULTS, true, 1.5)).toBeCloseTo((0.25 * 0.95) / 60, 15);
  });
});

describe("burnout", () => {
  it("begins at the upper threshold and ends at the lower", () => {
    const path = [0.44, 0.59, 0.6, 0.55, 0.4501, 0.45, 0.59, 0.7];
    const states: boolean[] = [];
    for (const E of path) states.push(isBurntOut(E, states.at(-1) ?? false, DEFAULTS.exhaustion));
    expect(states).toEqual([false, false, true, true, true, false, false, true]);
  });
});

describe("the day's end in the engine", () => {
  it("spreads by the team's mean before the day, whoever comes first", () => {
    // Two link workers, no patients: the only demand is contagion.
    const changes = {
      ...CALM,
      "team.linkWorkers": 2,
      "referral.perWtePerYear": 0,
      "exhaustion.gain": 0.05,
      "exhaustion.heterogeneity": 0,
      "exhaustion.contagion": 0.4,
    };
    let days = 0;
    tell(changes, {
      afterEvent: (sim) => {
        const E = sim.state.workers.exhaustion;
        if (++days === 1) E.set([0.2, 0.8]);
        if (days !== 2) return;
        expect(E[0]).toBeCloseTo(nextExhaustion(0.2, 0.4 * 0.3, 0.05, 1 / 60), 14);
        expect(E[1]).toBeCloseTo(nextExhaustion(0.8, 0, 0.05, 1 / 60), 14);
        expect(teamMeanExhaustion(sim)).toBeCloseTo((E[0] + E[1]) / 2, 14);
      },
    });
    expect(days).toBeGreaterThan(2);
  });
  it("lets the absent recover whatever waits for them, with their pressure frozen", () => {
    const changes = { "absence.hazard": 1000, "absence.meanDays": 1e6, "exhaustion.atStart": 0.5 };
    const E: number[] = [];
    const u: number[] = [];
    tell(changes, {
      afterEvent: ({ now, state: { workers } }) => {
        if (!Number.isInteger(now)) return;
        E[now] = workers.exhaustion[0];
        u[now] = workers.pressure[0];
      },
    });
    for (let day = 2; day < 100; day++) {
      expect(E[day]).toBeCloseTo(nextExhaustion(E[day - 1], 0, 0.02, 1 / 60), 12);
      expect(u[day]).toBe(u[1]);
    }
  });
  it("tells of each beginning and end of burnout, and counts the days between", () => {
    const story = tell({ "exhaustion.gain": 0.08, "exhaustion.recovery": 0.05, "run.years": 3 });
    const began = ofKind(story.rows, Entry.BurnoutBegan);
    expect(began.length).toBeGreaterThan(3);
    expect(began.every(({ value }) => value >= 0.6)).toBe(true);
    expect(ofKind(story.rows, Entry.BurnoutEnded).every(({ value }) => value <= 0.45)).toBe(true);
    expect(story.recorded.totals.burnoutEntries).toBe(began.length);
  });
  it("gives everybody a susceptibility of their own, with the mean and spread asked for", () => {
    const changes = { ...CALM, "exhaustion.gain": 0.02, "team.linkWorkers": 2000, "run.years": 0.02 };
    const { susceptibility } = tell({ ...changes, "referral.perWtePerYear": 0 }).sim.state.workers;
    const logs = susceptibility.map((a) => Math.log(a / 0.02));
    const mean = logs.reduce((a, b) => a + b, 0) / 2000;
    const sd = Math.sqrt(logs.reduce((a, b) => a + (b - mean) ** 2, 0) / 1999);
    // Standard errors 0.25/√2000 = 0.0056 and 0.25/√4000 = 0.004; a lognormal of mean 1 has log-mean −σ²/2.
    expect(Math.abs(mean + 0.25 ** 2 / 2)).toBeLessThan(4 * 0.0056);
    expect(Math.abs(sd - 0.25)).toBeLessThan(4 * 0.004);
    expect(withChanges(DEFAULTS, {}).exhaustion.heterogeneity).toBe(0.25);
  });
});
