/** Proves the rules of the practice side and of what is recorded about it: burden, feedback on referrals, costs. */
import { describe, expect, it } from "vitest";
import { demandFactor, rawBurden } from "../../../sim/mechanisms/practice";
import { DEFAULTS } from "../../../sim/parameters";
import { Entry } from "../../../sim/record/eventLog";
import { MEASURE_INDEX, MEASURES, type Recorded } from "../../../sim/record/measures";
import { Level, Phase } from "../../../sim/state";
import { CALM, referralsPerDay } from "../support/presets";
import { ofKind, tell } from "../support/story";

const measure = (recorded: Recorded, id: string): number => MEASURES[MEASURE_INDEX.get(id)!].take(recorded);

describe("the burden index", () => {
  it("multiplies referrals by a factor between two limits", () => {
    const { gp } = DEFAULTS;
    expect(demandFactor(1, gp)).toBe(1);
    expect(demandFactor(2, gp)).toBeCloseTo(1.1, 15);
    expect(demandFactor(0.5, gp)).toBeCloseTo(0.95, 15);
    expect(demandFactor(100, gp)).toBe(1.25);
    expect(demandFactor(-100, gp)).toBe(0.85);
    expect(demandFactor(50, { ...gp, kB: 0 })).toBe(1);
  });

  it.each([
    [true, 0.5],
    [false, 1],
  ])(
    "counts the held by half where function 3 is offered (%s: %d), everybody else in full",
    (offered, weight) => {
      let weeks = 0;
      tell(
        { "holding.function3": offered },
        {
          afterEvent: (sim) => {
            if (sim.now % 5 !== 0) return;
            const { patients } = sim.state;
            let held = 0;
            let others = 0;
            for (let p = 0; p < patients.used; p++) {
              const phase = patients.phase[p];
              if (phase === Phase.None || (patients.needMet[p] && phase !== Phase.GpPool)) continue;
              const known =
                patients.worker[p] >= 0 && phase !== Phase.AwaitingFirst && phase !== Phase.GpPool;
              if (known) held++;
              else others++;
            }
            expect(rawBurden(sim)).toBeCloseTo(others + weight * held, 9);
            weeks++;
          },
        },
      );
      expect(weeks).toBeGreaterThanOrEqual(52);
    },
  );

  it("moves once a week towards the burden of the moment", () => {
    const keep = Math.exp(-5 / 60);
    let before = 1;
    let raw = 0;
    let weeks = 0;
    tell(
      {},
      {
        afterEvent: (sim) => {
          const { burden, demandFactor: factor } = sim.state.practice;
          if (burden !== before) {
            expect(sim.now % 5).toBe(0);
            expect(burden).toBeCloseTo(keep * before + (1 - keep) * (rawBurden(sim) / 335), 9);
            expect(factor).toBeCloseTo(Math.min(1.25, Math.max(0.85, 1 + 0.1 * (burden - 1))), 14);
            weeks++;
          }
          before = burden;
          raw = rawBurden(sim);
        },
      },
    );
    expect(weeks).toBe(52);
    expect(raw).toBeGreaterThan(100);
  });

  it("raises and lowers referrals by its factor", () => {
    const factor = (changes: Record<string, number>) => {
      const { rows } = tell({ ...CALM, ...referralsPerDay(20), "gp.base": 1e-3, "gp.kB": 1, ...changes });
      // The index is beyond its limit from the first week on.
      return ofKind(rows, Entry.Referred).filter(({ time }) => time > 5).length / (20 * 255);
    };
    const error = 4 / Math.sqrt(20 * 255);
    expect(Math.abs(factor({}) - 1.25)).toBeLessThan(1.25 * error);
    expect(Math.abs(factor({ "gp.Gmax": 1.1 }) - 1.1)).toBeLessThan(1.1 * error);
    expect(Math.abs(factor({ "gp.base": 1e9, "gp.Gmin": 0.7 }) - 0.7)).toBeLessThan(0.7 * error * 1.3);
    expect(Math.abs(factor({ "gp.kB": 0 }) - 1)).toBeLessThan(error);
  });
});

describe("costs", () => {
  it("are of staff in post with overheads, supervision, training, and of replacing who leaves", () => {
    const { recorded } = tell({
      "turnover.baseHazard": 1,
      "support.training": true,
      "support.supervisionHoursPerMonth": 2,
      "run.years": 2,
    });
    const { totals } = recorded;
    const filledYears = totals.filledPostDays / 260 / 2;
    expect(measure(recorded, "costStaffPerYear")).toBeCloseTo(filledYears * 42_400 * 1.2, 4);
    expect(measure(recorded, "costSupervisionPerYear")).toBeCloseTo(filledYears * 12 * 2 * 70, 6);
    expect(measure(recorded, "costTrainingPerYear")).toBeCloseTo(filledYears * 600, 6);
    expect(measure(recorded, "costRecruitmentPerYear")).toBeCloseTo((totals.notices * 8000) / 2, 9);
    expect(totals.notices).toBeGreaterThan(2);
    const parts = [
      "costStaffPerYear",
      "costSupervisionPerYear",
      "costTrainingPerYear",
      "costRecruitmentPerYear",
    ];
    const sum = parts.reduce((total, id) => total + measure(recorded, id), 0);
    expect(measure(recorded, "costPerYear")).toBeCloseTo(sum, 6);
  });

  it("are none of training where there is none, and follow supervision from its week", () => {
    const { recorded } = tell(CALM, {
      timeline: [{ atWeek: 26, changes: { "support.supervisionHoursPerMonth": 3 } }],
    });
    expect(measure(recorded, "costTrainingPerYear")).toBe(0);
    // Seven link workers with one hour for half of the year, three for the other.
    expect(measure(recorded, "costSupervisionPerYear")).toBeCloseTo(7 * 12 * 70 * 2, 6);
  });

  it("are of recorded time only", () => {
    const with1 = tell({ ...CALM, "run.warmUpYears": 1 }).recorded;
    expect(with1.totals.filledPostDays).toBeCloseTo(7 * 260, 6);
    expect(with1.totals.postDays).toBeCloseTo(7 * 260, 6);
    const levels = tell(CALM).sim.state.levels.value;
    expect(levels[Level.Posts]).toBe(7);
  });
});
