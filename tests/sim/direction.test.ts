/**
 * Proves that the model moves the right way (docs/model.md, section on identities and directions): under common random
 * numbers, over 60 paired replications of 1.7 years, the mean difference must be shown at
 * 99% (one-sided: 2.39 standard errors) to have the sign that is named. Where the effect is real but small, or comes
 * late, it must not be shown to have the other sign. What depends on the load, such as supervision or time limits, is
 * not named here.
 */
import { describe, expect, it } from "vitest";
import { MEASURE_INDEX, MEASURES } from "../../sim/record/measures";
import type { Changes } from "../../sim/scenario";
import { loadEngine } from "./support/engine";
import { mean, standardError, variance } from "./support/statistics";

const { runBatch } = await loadEngine();

const REPLICATIONS = 60;
/** 99th percentile of Student's t with 59 degrees of freedom. */
const ONE_SIDED_99 = 2.391;
const HORIZON: Changes = { "run.leversFrom": "start", "run.warmUpYears": 0.5, "run.years": 1.2 };

type Column = (id: string) => number[];

/** The measures of 60 replications under these changes. */
function run(changes: Changes): Column {
  const { measures } = runBatch({
    changes: { ...HORIZON, ...changes },
    timeline: [],
    seed: "direction",
    firstReplication: 0,
    replications: REPLICATIONS,
    weekly: false,
  });
  return (id) => {
    const m = MEASURE_INDEX.get(id);
    if (m === undefined) throw new Error(`no measure ${id}`);
    return Array.from({ length: REPLICATIONS }, (_, r) => measures[r * MEASURES.length + m]);
  };
}

/** The mean difference in standard errors; pairs without a value in both are left out. */
function deviates(base: readonly number[], other: readonly number[]): number {
  const differences = base.map((value, r) => other[r] - value).filter((d) => !Number.isNaN(d));
  return mean(differences) / standardError(differences);
}

interface Arm {
  readonly changes: Changes;
  readonly up?: readonly string[];
  readonly down?: readonly string[];
  /** Must not be shown to move the other way. */
  readonly notUp?: readonly string[];
  readonly notDown?: readonly string[];
  readonly zero?: readonly string[];
}

const ARMS: Record<string, Arm> = {
  "one post more": {
    changes: { "team.linkWorkers": 8 },
    down: [
      "exhaustionMean",
      "caseloadMean",
      "utilisationMean",
      "waitMeanDays",
      "absenceRate",
      "distressDays",
    ],
    up: ["costPerYear"],
    notUp: ["burnoutPrevalence", "turnoverRate"],
  },
  "one post fewer": {
    changes: { "team.linkWorkers": 6 },
    up: ["exhaustionMean", "burnoutPrevalence", "caseloadMean", "waitMeanDays", "renegedShare", "gpBurden"],
    notDown: ["turnoverRate"],
  },
  "more referrals": {
    changes: { "referral.perWtePerYear": 250 },
    up: [
      "waitMeanDays",
      "caseloadMean",
      "burnoutPrevalence",
      "exhaustionMean",
      "serviceWaitMeanDays1",
      "disengagedShare",
      "contactHours",
      "gpBurden",
    ],
    down: ["connectedShare"],
    notDown: ["turnoverRate"],
  },
  "more places at the community services": {
    changes: { "services.capacityMultiplier": 1.2 },
    up: ["connectedShare", "completedShare"],
    down: [
      "serviceWaitMeanDays1",
      "disengagedShare",
      "contactHoursHolding1",
      "exhaustionMean",
      "caseloadMean",
    ],
    notUp: ["burnoutPrevalence"],
  },
  "slower recruitment": {
    changes: { "recruitment.days": 130 },
    up: ["vacancyRate", "caseloadMean", "exhaustionMean"],
    down: ["costStaffPerYear"],
  },
  "leaving twice as often": {
    changes: { "turnover.baseHazard": 0.24 },
    up: [
      "turnoverRate",
      "vacancyRate",
      "lostAtHandoverShare",
      "workerChangesShare",
      "costRecruitmentPerYear",
    ],
  },
  "exhaustion that weighs more on leaving": {
    changes: { "turnover.kL": 2 },
    up: ["turnoverRate"],
  },
  "people who tire more easily": {
    changes: { "exhaustion.gain": 0.026 },
    up: ["exhaustionMean", "burnoutPrevalence", "absenceRate", "waitMeanDays"],
    notDown: ["turnoverRate"],
  },
  "without function 1": {
    changes: { "holding.function1": false },
    zero: ["contactHoursHolding1"],
    up: ["disengagedShare"],
    down: ["connectedShare", "caseloadMean", "contactHoursHoldingShare"],
  },
  "without function 2": {
    changes: { "holding.function2": false },
    zero: ["contactHoursHolding2"],
    up: ["droppedOutShare"],
    down: ["connectedShare", "caseloadMean", "contactHoursHoldingShare"],
  },
  "without function 3": {
    changes: { "holding.function3": false },
    zero: ["contactHoursHolding3"],
    up: ["returnedToGpShare", "gpBurden", "referrals"],
    down: ["caseloadMean", "contactHoursHoldingShare"],
  },
  "without function 4": {
    changes: { "holding.function4": false },
    zero: ["contactHoursHolding4"],
    up: ["distressAtClose", "distressDays", "longestGapDays"],
    down: ["exhaustionMean", "contactHoursHoldingShare"],
  },
  "no holding at all": {
    changes: { "holding.policy": "none" },
    zero: [
      "contactHoursHoldingShare",
      "contactHoursHolding1",
      "contactHoursHolding2",
      "contactHoursHolding3",
      "contactHoursHolding4",
    ],
    up: ["returnedToGpShare", "droppedOutShare", "distressAtClose", "gpBurden"],
    down: ["connectedShare", "caseloadMean", "exhaustionMean"],
  },
  "warm handover": {
    changes: { "handover.warm": true },
    down: ["lostAtHandoverShare"],
  },
  "people who become ready sooner": {
    changes: { "holding.pReady": 0.6 },
    down: ["contactHoursHolding2", "caseloadMean"],
  },
  "a caseload cap of 40": {
    changes: { "policy.caseloadCap": 40 },
    up: ["waitingListMean", "waitMeanDays", "renegedShare"],
    down: ["caseloadMean"],
  },
  "half of the simple cases diverted": {
    changes: { "triage.divertSimple": 0.5 },
    up: ["divertedPerYear"],
    down: ["referrals", "caseloadMean", "waitMeanDays"],
  },
  "distress that drifts faster": {
    changes: { "patients.distressDrift": 0.004 },
    up: ["distressDays", "contactHoursHolding4", "exhaustionMean"],
  },
};

const base = run({});

describe.each(Object.keys(ARMS))("%s", (name) => {
  const { changes, up = [], down = [], notUp = [], notDown = [], zero = [] } = ARMS[name];
  const arm = run(changes);
  const moved = (id: string) => deviates(base(id), arm(id));
  it("moves the measures the right way", () => {
    for (const id of up) expect(moved(id), id).toBeGreaterThan(ONE_SIDED_99);
    for (const id of down) expect(moved(id), id).toBeLessThan(-ONE_SIDED_99);
    for (const id of notUp) expect(moved(id), id).toBeLessThan(ONE_SIDED_99);
    for (const id of notDown) expect(moved(id), id).toBeGreaterThan(-ONE_SIDED_99);
    for (const id of zero) expect(arm(id), id).toEqual(new Array(REPLICATIONS).fill(0));
  });
});

describe("slower recovery when burnt out", () => {
  it("keeps a team that starts burnt out apart from one that does not", () => {
    const late: Changes = { "run.warmUpYears": 1.2, "run.years": 0.3 };
    const gap = (slowerRecovery: number): number[] => {
      const start = (atStart: number) =>
        run({ ...late, "exhaustion.atStart": atStart, "exhaustion.slowerRecovery": slowerRecovery })(
          "exhaustionMean",
        );
      const [bad, good] = [start(0.8), start(0.15)];
      return bad.map((value, r) => value - good[r]);
    };
    expect(deviates(gap(0), gap(0.75))).toBeGreaterThan(ONE_SIDED_99);
  });
});

describe("a team four times as large, for four times the people", () => {
  const calm: Changes = { "exhaustion.gain": 0.005, "run.warmUpYears": 0.25, "run.years": 0.5 };
  const larger: Changes = {
    ...calm,
    "team.linkWorkers": 28,
    "team.referenceLinkWorkers": 28,
    "gp.base": 4 * 335,
    "services.capacityMultiplier": 4,
  };
  it("differs half as much between futures, and has means alike", () => {
    const [small, large] = [run(calm)("busyShare"), run(larger)("busyShare")];
    // A ratio of two standard deviations of 60 values each has a relative standard error of 0.13.
    const ratio = Math.sqrt(variance(small) / variance(large));
    expect(ratio).toBeGreaterThan(2 * (1 - 3 * 0.13));
    expect(ratio).toBeLessThan(2 * (1 + 3 * 0.13));
    expect(Math.abs(mean(small) - mean(large))).toBeLessThan(0.03);
  });
});
