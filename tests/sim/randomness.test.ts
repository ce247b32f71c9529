/**
 * Proves that chance is keyed and not spent in order: a replication alone equals the same one among many, a policy
 * leaves everything before it untouched to the last bit, and what changes nothing in the model changes no number.
 */
import { describe, expect, it } from "vitest";
import type { Batch, Job } from "../../sim/batch";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import { WEEKLY, WEEKLY_INDEX } from "../../sim/record/weekly";
import type { Changes } from "../../sim/scenario";
import { loadEngine } from "./support/engine";

const { runBatch } = await loadEngine();

/** The full model with people coming and going, in runs short enough to do many. */
const SHORT: Changes = { "run.years": 1, "run.warmUpYears": 0.5, "turnover.baseHazard": 0.4 };

function batch(changes: Changes = {}, job: Partial<Job> = {}): Batch {
  return runBatch({
    changes: { ...SHORT, ...changes },
    timeline: [],
    seed: "1",
    firstReplication: 0,
    replications: 3,
    weekly: true,
    ...job,
  });
}

/** The bytes of every number of a batch. */
function bytes({ measures, weekly, events }: Batch): [string, string, number] {
  const hex = (values: Float64Array | null) =>
    values ? Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64") : "";
  return [hex(measures), hex(weekly), events];
}

const rowOf = (of: Batch, r: number): Float64Array =>
  of.measures.subarray(r * MEASURES.length, (r + 1) * MEASURES.length);

/** One weekly series of one replication. */
function series(of: Batch, r: number, id: string): Float64Array {
  const start = (r * WEEKLY.length + WEEKLY_INDEX.get(id)!) * of.weeks;
  return of.weekly!.subarray(start, start + of.weeks);
}

describe("replications", () => {
  it("are the same whenever they are asked for, and whatever was run before", () => {
    expect(bytes(batch())).toEqual(bytes(batch()));
    const before = bytes(batch());
    batch({ "referral.perWtePerYear": 400 }, { seed: "another" });
    expect(bytes(batch())).toEqual(before);
  });

  it("are the same alone and among a hundred: number 99", () => {
    const short: Changes = { "run.years": 0.5, "run.warmUpYears": 0.1 };
    const hundred = batch(short, { replications: 100 });
    const alone = batch(short, { firstReplication: 99, replications: 1 });
    expect(rowOf(alone, 0)).toEqual(rowOf(hundred, 99));
    for (const { id } of WEEKLY) expect(series(alone, 0, id)).toEqual(series(hundred, 99, id));
  });

  it("do not depend on how they are split into batches", () => {
    const whole = batch({}, { replications: 7 });
    const parts = [
      batch({}, { firstReplication: 0, replications: 2 }),
      batch({}, { firstReplication: 2, replications: 4 }),
      batch({}, { firstReplication: 6, replications: 1 }),
    ];
    expect(parts.flatMap(({ measures }) => Array.from(measures))).toEqual(Array.from(whole.measures));
    expect(parts.flatMap(({ weekly }) => Array.from(weekly!))).toEqual(Array.from(whole.weekly!));
    expect(parts.reduce((events, part) => events + part.events, 0)).toBe(whole.events);
  });

  it("differ from each other, and from those of another seed", () => {
    const results = batch({}, { replications: 20 });
    const waits = Array.from({ length: 20 }, (_, r) => rowOf(results, r)[MEASURE_INDEX.get("waitMeanDays")!]);
    expect(new Set(waits).size).toBe(20);
    const other = batch({}, { replications: 20, seed: "2" });
    for (let r = 0; r < 20; r++) expect(rowOf(other, r)).not.toEqual(rowOf(results, r));
  });

  it("do not record the weeks when nobody asks, and measure the same", () => {
    const without = batch({}, { weekly: false });
    expect(without.weekly).toBeNull();
    expect(without.measures).toEqual(batch().measures);
  });
});

/** Every lever alone, and some together, that a policy may start with in the course of a run. */
const POLICIES: Record<string, Changes> = {
  "more posts": { "team.linkWorkers": 9 },
  "fewer posts": { "team.linkWorkers": 5 },
  "no holding": { "holding.policy": "none" },
  "time-limited holding": { "holding.policy": "time-limited" },
  "recognised holding": { "holding.policy": "recognised" },
  "each function off": {
    "holding.function1": false,
    "holding.function2": false,
    "holding.function3": false,
    "holding.function4": false,
  },
  "a caseload cap": { "policy.caseloadCap": 30 },
  "services, supervision and training": {
    "services.capacityMultiplier": 0.7,
    "support.supervisionHoursPerMonth": 4,
    "support.training": true,
  },
  "triage, handover, recruitment, overtime": {
    "triage.divertSimple": 0.5,
    "triage.highComplexityFirst": true,
    "handover.warm": true,
    "recruitment.days": 20,
    "work.otMax": 0,
  },
  "many more referrals and fewer places": { "referral.multiplier": 3, "services.places.1": 5 },
};

describe("a policy that starts in week 52", () => {
  const twoYears: Changes = { "run.years": 2 };
  const base = batch(twoYears);
  it.each(Object.keys(POLICIES))(
    "leaves weeks 0 to 51 as they were, to the last bit, and not those after: %s",
    (name) => {
      const policy = batch(twoYears, { timeline: [{ atWeek: 52, changes: POLICIES[name] }] });
      let different = 0;
      for (let r = 0; r < 3; r++) {
        for (const { id } of WEEKLY) {
          expect(series(policy, r, id).subarray(0, 52)).toEqual(series(base, r, id).subarray(0, 52));
          const [after, before] = [series(policy, r, id).subarray(52), series(base, r, id).subarray(52)];
          if (after.some((value, week) => value !== before[week])) different++;
        }
      }
      expect(different).toBeGreaterThan(WEEKLY.length);
    },
  );
});

describe("scenarios that differ in levers", () => {
  const base = batch();
  const measureOf = (of: Batch, r: number, id: string) => rowOf(of, r)[MEASURE_INDEX.get(id)!];
  it.each(Object.keys(POLICIES).filter((name) => name !== "many more referrals and fewer places"))(
    "share the warm-up: %s",
    (name) => {
      const policy = batch(POLICIES[name]);
      for (let r = 0; r < 3; r++) {
        expect(measureOf(policy, r, "patientsInSystemStart")).toBe(
          measureOf(base, r, "patientsInSystemStart"),
        );
        // Exhaustion and the practice's burden move slowly: lines start together, within what a week can do.
        for (const [id, apart] of [
          ["exhaustionMean", 0.03],
          ["gpBurden", 0.05],
        ] as const)
          expect(Math.abs(series(policy, r, id)[0] - series(base, r, id)[0])).toBeLessThan(apart);
      }
    },
  );

  it("do not share it where the levers hold from the start", () => {
    const apart = batch({ "team.linkWorkers": 9, "run.leversFrom": "start" });
    const starts = [0, 1, 2].map((r) => measureOf(apart, r, "patientsInSystemStart"));
    expect(starts).not.toEqual([0, 1, 2].map((r) => measureOf(base, r, "patientsInSystemStart")));
  });
});

/** A change, and a setting in which it cannot matter. */
const NEUTRAL: Record<string, { setting?: Changes; change: Changes }> = {
  "kL where nobody is ever exhausted": {
    setting: { "exhaustion.gain": 0, "exhaustion.atStart": 0, "exhaustion.atHire": 0 },
    change: { "turnover.kL": 5 },
  },
  "kB and the speed of recovery where nobody is ever burnt out": {
    setting: { "exhaustion.burnoutOn": 1.5, "exhaustion.burnoutOff": 1.2 },
    change: { "turnover.kB": 3, "exhaustion.slowerRecovery": 0.1 },
  },
  "warm handover where nobody leaves": {
    setting: { "turnover.baseHazard": 0 },
    change: { "handover.warm": true },
  },
  "the time recruitment takes where nobody leaves": {
    setting: { "turnover.baseHazard": 0 },
    change: { "recruitment.days": 300, "recruitment.shape": 5, "turnover.noticeDays": 3 },
  },
  "a cap that nobody reaches": { change: { "policy.caseloadCap": 100_000 } },
  "protected time where holding is not recognised": { change: { "holding.protectedShare": 0.9 } },
  "the limits where holding is not limited": {
    change: { "holding.limitContacts": 0, "holding.limitDays": 1 },
  },
  "how often distress is disclosed where function 4 is off": {
    setting: { "holding.function4": false },
    change: { "holding.witnessRate": 1, "contact.holdingHours.4": 5, "contact.relief.h4": 0.9 },
  },
  "how ready preparing makes where function 2 is off": {
    setting: { "holding.function2": false },
    change: { "holding.pReady": 0.01, "holding.intervalDays.2": 1 },
  },
  "the chance of a return where the pool lasts longer than the run": {
    setting: { "gp.returnMeanDays": 1e6, "gp.kB": 0 },
    change: { "gp.pReturn": 1 },
  },
  "the coefficient of variation of contacts that do not vary": {
    setting: { "contact.distribution": "deterministic" },
    change: { "contact.cv": 3 },
  },
};

describe("what changes nothing in the model", () => {
  it.each(Object.keys(NEUTRAL))("changes no number: %s", (name) => {
    const { setting = {}, change } = NEUTRAL[name];
    const together: Changes = { ...setting, "run.leversFrom": "start" };
    expect(bytes(batch({ ...together, ...change }))).toEqual(bytes(batch(together)));
  });

  it("costs change the costs, and nothing else", () => {
    const base = batch();
    const dearer = batch({
      "cost.linkWorkerPerWte": 60_000,
      "cost.recruitmentPerLeaver": 0,
      "cost.overheadShare": 0,
    });
    for (let r = 0; r < 3; r++) {
      MEASURES.forEach(({ id, group }, m) => {
        if (group !== "cost") expect([id, rowOf(dearer, r)[m]]).toEqual([id, rowOf(base, r)[m]]);
      });
    }
    const cost = MEASURE_INDEX.get("costPerYear")!;
    expect(rowOf(dearer, 0)[cost]).not.toBe(rowOf(base, 0)[cost]);
    expect(dearer.weekly).toEqual(base.weekly);
  });
});

describe("a draw more or less", () => {
  // Longer contacts change when everything happens, but who comes, and what kind of person, stays the same.
  const calm: Changes = { "gp.kB": 0, "gp.pReturn": 0 };
  it("shifts nobody else's luck: the same people are referred at the same times", () => {
    const base = batch(calm);
    const other = batch({
      ...calm,
      "contact.hours.first": 2.5,
      "holding.witnessRate": 0.2,
      "absence.hazard": 0.05,
    });
    for (let r = 0; r < 3; r++) expect(series(other, r, "referrals")).toEqual(series(base, r, "referrals"));
    expect(other.measures).not.toEqual(base.measures);
  });
  it("thins the same candidates: with fewer referrals, each week's are among those with more", () => {
    const all = batch(calm);
    const some = batch({ ...calm, "referral.multiplier": 0.6 });
    for (let r = 0; r < 3; r++) {
      const [more, fewer] = [series(all, r, "referrals"), series(some, r, "referrals")];
      expect(fewer.every((count, week) => count <= more[week])).toBe(true);
      expect(fewer.reduce((a, b) => a + b, 0)).toBeLessThan(more.reduce((a, b) => a + b, 0));
    }
  });
});
