/** The rules of burnout (docs/model.md, section 7.6): closed forms, and what each of them reads in the engine. */
import { beforeAll, describe, expect, it } from "vitest";
import { nextAverage, pressureAsExhaustion } from "../../../sim/mechanisms/burnoutRulesAverage";
import {
  type EnergyDay,
  energyDrainRate,
  energyRecoveryRate,
  perceivedAdequacy,
} from "../../../sim/mechanisms/burnoutRulesEnergy";
import { isBurntOut, nextExhaustion } from "../../../sim/mechanisms/exhaustion";
import { DEFAULTS, PARAMETERS } from "../../../sim/parameters";
import { MEASURE_INDEX } from "../../../sim/record/measures";
import { type Changes, checkChanges, checkScenario, resolveStages } from "../../../sim/scenario";
import { type Engine, loadEngine } from "../support/engine";

const { exhaustion } = DEFAULTS;

describe("the moving average", () => {
  const scale = { averageFloor: 0.4, averageThreshold: 1.2, burnoutOn: 0.6 };

  it("is a straight line from the floor through the threshold, within 0 and 1", () => {
    expect(pressureAsExhaustion(0.4, scale)).toBe(0);
    expect(pressureAsExhaustion(0.8, scale)).toBeCloseTo(0.3, 12);
    expect(pressureAsExhaustion(1.2, scale)).toBe(0.6);
    expect(pressureAsExhaustion(0, scale)).toBe(0);
    expect(pressureAsExhaustion(50, scale)).toBe(1);
  });

  it("approaches a constant pressure exponentially, and stays there exactly", () => {
    const keep = Math.exp(-1 / 60);
    let average = 0.1;
    for (let day = 0; day < 90; day++) average = nextAverage(average, 0.7, keep);
    expect(average).toBeCloseTo(0.7 - 0.6 * Math.exp(-90 / 60), 12);
    expect(nextAverage(0.6, 0.6, keep)).toBe(0.6);
    expect(nextAverage(0.1, 0.7, 0)).toBe(0.7);
  });

  it("is at the beginning of burnout exactly while the average pressure is at the threshold or above", () => {
    const keep = Math.exp(-1 / 20);
    let average = 0.9;
    let E = pressureAsExhaustion(average, scale);
    const seen = new Set<boolean>();
    for (let day = 0; day < 400; day++) {
      const u = 1.1 + 0.5 * Math.sin(day / 30);
      average = nextAverage(average, u, keep);
      E = nextAverage(E, pressureAsExhaustion(u, scale), keep);
      if (Math.abs(average - 1.2) < 1e-9) continue;
      seen.add(E >= 0.6);
      expect(isBurntOut(E, false, { ...exhaustion, ...scale })).toBe(average >= 1.2);
    }
    expect(seen.size).toBe(2);
  });
});

describe("energy", () => {
  const day: EnergyDay = { hours: 1, adequacy: 1, energy: 0.5, orgBuffer: 0, trainingBuffer: 0 };
  const drain = (changed: Partial<EnergyDay>, speed = 0.01) => {
    const that = { ...day, ...changed };
    return energyDrainRate(speed, that, exhaustion) * that.energy;
  };
  const recovery = (changed: Partial<EnergyDay>) => {
    const that = { ...day, ...changed };
    return energyRecoveryRate(that, exhaustion) * (1 - that.energy);
  };

  it("drains and recovers at its own speeds in a full week in which all is accomplished", () => {
    for (const energy of [0.2, 0.5, 0.8]) {
      expect(drain({ energy })).toBeCloseTo(0.01, 12);
      expect(recovery({ energy })).toBeCloseTo(exhaustion.energyRecovery, 12);
    }
  });

  it("drains less the less there is, and recovers less the less is missing", () => {
    expect(drain({ energy: 0.1 })).toBeCloseTo(0.005, 12);
    expect(drain({ energy: 0 })).toBe(0);
    expect(recovery({ energy: 0.9 })).toBeCloseTo(exhaustion.energyRecovery / 2, 12);
    expect(recovery({ energy: 1 })).toBe(0);
  });

  it("suffers from hours, and from accomplishing less than is expected", () => {
    expect(drain({ hours: 0 })).toBeCloseTo(0.003, 12);
    expect(drain({ hours: 2 })).toBeCloseTo(0.017, 12);
    expect(recovery({ hours: 0 })).toBeCloseTo(1.5 * exhaustion.energyRecovery, 12);
    expect(recovery({ hours: 2 })).toBeCloseTo(0.5 * exhaustion.energyRecovery, 12);
    expect(recovery({ hours: 5 })).toBe(0);
    expect(drain({ adequacy: 0 })).toBeCloseTo(0.05, 12);
    expect(drain({ adequacy: 0.5 })).toBeCloseTo(0.03, 12);
  });

  it("is spared by support: by the organisation's all of the drain, by training what inadequacy adds", () => {
    expect(drain({ orgBuffer: 0.2, adequacy: 0.5 })).toBeCloseTo(0.8 * 0.03, 12);
    expect(drain({ trainingBuffer: 0.25, adequacy: 0.5 })).toBeCloseTo(0.01 + 0.75 * 0.02, 12);
    expect(drain({ trainingBuffer: 0.25 })).toBeCloseTo(0.01, 12);
  });

  it("is felt to be adequate when everything is done by somebody rested", () => {
    expect(perceivedAdequacy(1, 0.3)).toBe(1);
    expect(perceivedAdequacy(0.8, 1)).toBe(0.8);
    expect(perceivedAdequacy(0.8, 2)).toBe(0.4);
  });

  it("where both flows weaken in proportion, moves exactly as a + bn does", () => {
    const params = { ...exhaustion, energyLow: 1, energyHigh: 0 };
    let E = 0.9;
    for (let d = 0; d < 40; d++) {
      const today = { ...day, energy: 1 - E };
      E = nextExhaustion(E, 1, energyDrainRate(0.01, today, params), energyRecoveryRate(today, params));
    }
    const rate = 0.01 + params.energyRecovery;
    const settled = 0.01 / rate;
    expect(E).toBeCloseTo(settled + (0.9 - settled) * Math.exp(-rate * 40), 12);
  });

  it("stays between 0 and 1 whatever the rates", () => {
    for (const speed of [0, 0.01, 1000])
      for (const energyRecovery of [0, 0.01, 1000])
        for (const hours of [0, 1, 2])
          for (let E of [0, 0.03, 0.5, 1]) {
            const params = { ...exhaustion, energyRecovery };
            for (let d = 0; d < 50; d++) {
              const today = { ...day, hours, adequacy: 0.3, energy: 1 - E };
              const [b, a] = [energyDrainRate(speed, today, params), energyRecoveryRate(today, params)];
              E = nextExhaustion(E, 1, b, a);
              expect(E).toBeGreaterThanOrEqual(0);
              expect(E).toBeLessThanOrEqual(1);
            }
          }
  });
});

describe("in the engine", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine();
  });
  /** A team that begins burnt out and recovers within the run, so that both thresholds of burnout are passed. */
  const SHORT: Changes = {
    "run.years": 1,
    "run.warmUpYears": 0.5,
    "referral.perWtePerYear": 190,
    "exhaustion.atStart": 0.65,
    "exhaustion.recovery": 0.05,
  };
  const run = (changes: Changes, replications = 2, base = SHORT) =>
    engine.runBatch({
      changes: { ...base, ...changes },
      timeline: [],
      seed: "rules",
      firstReplication: 0,
      replications,
      weekly: false,
    }).measures;

  const STOCK =
    /^exhaustion\.(workloadWeight|emotionalWeight|contagion|u0|referenceLoad|gain|recovery|burnoutOff|slowerRecovery)$/;
  /** The parameters that each rule reads and no other; what all of them read is not here. */
  const OWN: Readonly<Record<string, RegExp>> = {
    stock: STOCK,
    "no-feedback": STOCK,
    "moving-average": /^exhaustion\.average/,
    energy: /^exhaustion\.energy/,
  };
  const rows = PARAMETERS.filter(({ group, kind }) => group === "exhaustion" && kind === "number");
  const owned = rows.filter(({ id }) => Object.values(OWN).some((own) => own.test(id)));
  /** Another value of a parameter, within its range: what a test of reading changes it to. */
  const other = ({ id, range, default: value }: (typeof rows)[number]): Changes => ({
    [id]: range![0] === value ? range![1] : range![0],
  });

  it.each(Object.keys(OWN))("%s reads its own parameters", (rule) => {
    const changes = { "exhaustion.rule": rule };
    const plain = run(changes);
    for (const row of owned.filter(({ id }) => OWN[rule].test(id)))
      expect(run({ ...changes, ...other(row) }), `${row.id} under ${rule}`).not.toEqual(plain);
  });

  it.each(Object.keys(OWN))("%s reads none that belongs to another rule", (rule) => {
    const changes = { "exhaustion.rule": rule };
    const foreign = owned.filter(({ id }) => !OWN[rule].test(id)).map(other);
    expect(run(Object.assign({}, changes, ...foreign))).toEqual(run(changes));
  });

  it("covers every parameter of the other rules", () => {
    const names = rows.filter(({ id }) => /\.(average|energy)/.test(id)).map(({ id }) => id);
    expect(owned.map(({ id }) => id)).toEqual(expect.arrayContaining(names));
    expect(names.length).toBe(10);
  });

  it("without feedback, work is done as by link workers whom exhaustion neither slows nor dulls, exactly", () => {
    const deaf = { "exhaustion.slowing": 0, "exhaustion.lessEffective": 0 };
    expect(run({ "exhaustion.rule": "no-feedback" })).toEqual(run(deaf));
    expect(run({ "exhaustion.rule": "no-feedback", "exhaustion.slowing": 3 })).toEqual(run(deaf));
    expect(run({ "exhaustion.rule": "no-feedback", "turnover.kL": 3 })).not.toEqual(run(deaf));
    expect(run({ "exhaustion.rule": "no-feedback", "absence.kA": 3 })).not.toEqual(run(deaf));
  });

  const EXTREMES: readonly Changes[] = [
    { "team.linkWorkers": 3, "run.leversFrom": "start" },
    { "exhaustion.gain": 5, "exhaustion.energyDrain": 5, "exhaustion.averageDays": 0 },
    { "exhaustion.recovery": 5, "exhaustion.energyRecovery": 5, "referral.perWtePerYear": 60 },
    { "exhaustion.atStart": 1, "exhaustion.energyLow": 0.001, "exhaustion.energyHigh": 0.999 },
  ];

  it.each(Object.keys(OWN))("%s keeps exhaustion within 0 and 1, and burnout by its thresholds", (rule) => {
    const { burnoutOn, burnoutOff } = exhaustion;
    const sticks = rule === "stock" || rule === "no-feedback";
    for (const extreme of EXTREMES) {
      const stages = resolveStages({ ...SHORT, ...extreme, "exhaustion.rule": rule }, []);
      let days = 0;
      engine.replicate(stages, "rules", 0, {
        afterEvent: ({ now, state: { workers } }) => {
          if (now <= days) return;
          days = now;
          for (let w = 0; w < workers.count; w++) {
            const E = workers.exhaustion[w];
            const fine = E >= 0 && E <= 1;
            const burntOut = workers.burntOut[w] === 1;
            const right = burntOut ? E > (sticks ? burnoutOff : burnoutOn - 1e-12) : E < burnoutOn;
            if (!fine || (workers.inPost[w] && !right)) expect.fail(`${rule}: E is ${E} on day ${now}`);
          }
        },
      });
      expect(days).toBeGreaterThan(300);
    }
  });

  it.each([
    ["moving-average", "exhaustion.averageThreshold", 0.8, 1.3],
    ["energy", "exhaustion.energyRecovery", 0.003, 0.008],
    ["energy", "exhaustion.energyDrain", 0.008, 0.002],
    ["energy", "exhaustion.energyInadequacy", 8, 1],
  ])("%s: from %s %d to %d fewer are burnt out", (rule, id, more, fewer) => {
    const burntOut = (value: number) => {
      const measures = run({ "exhaustion.rule": rule, [id]: value }, 4, {
        "run.years": 2,
        "run.warmUpYears": 1,
      });
      const width = MEASURE_INDEX.size;
      const at = MEASURE_INDEX.get("burnoutPrevalence")!;
      return [0, 1, 2, 3].reduce((sum, r) => sum + measures[r * width + at], 0);
    };
    expect(burntOut(more)).toBeGreaterThan(burntOut(fewer));
  });

  it.each(["moving-average", "energy"])("%s: more referrals, more exhaustion", (rule) => {
    const exhausted = (demand: number) =>
      run({ "exhaustion.rule": rule, "referral.perWtePerYear": demand })[
        MEASURE_INDEX.get("exhaustionMean")!
      ];
    expect(exhausted(260)).toBeGreaterThan(exhausted(150));
  });
});

describe("their parameters", () => {
  it("are checked, alone and together", () => {
    expect(checkChanges({ "exhaustion.rule": "Homer" })).toEqual([expect.stringMatching(/exhaustion\.rule/)]);
    expect(checkScenario({ "exhaustion.averageFloor": 1.2 })).toEqual([
      "exhaustion.averageFloor is 1.2; it must be below exhaustion.averageThreshold, 0.99.",
    ]);
  });
});
