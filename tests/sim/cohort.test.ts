/** What a cohort says is what the measures of the same futures say, and what the state was at each week's end. */
import { describe, expect, it } from "vitest";
import { Entry } from "../../sim/record/eventLog";
import { MEASURES } from "../../sim/record/measures";
import { CaseState } from "../../sim/record/story/caseStates";
import { type CohortJob, countStates, followCohort, Reached } from "../../sim/record/story/cohort";
import { Exit } from "../../sim/record/totals";
import { replicate } from "../../sim/replicate";
import { resolveStages } from "../../sim/scenario";
import { Level } from "../../sim/state";
import { Reader } from "../../sim/verification/watch";

const JOB: CohortJob = {
  changes: { "team.linkWorkers": 3, "run.warmUpYears": 1, "run.years": 2, "turnover.baseHazard": 0.6 },
  timeline: [],
  seed: "cohort",
  firstReplication: 2,
  replications: 3,
};
const stages = resolveStages(JOB.changes, JOB.timeline);
const cohort = followCohort(JOB);
const recorded = [2, 3, 4].map((r) => replicate(stages, JOB.seed, r).recorded);
const sum = (id: string) =>
  recorded.reduce((total, one) => total + MEASURES.find((m) => m.id === id)!.take(one), 0);

describe("a cohort", () => {
  it("has every referral of the record, with its end", () => {
    expect(cohort.exit).toHaveLength(sum("patientsReferred"));
    const starts = cohort.reached.filter((r) => r === Reached.Started).length;
    expect(starts).toBeGreaterThan(0);
    const reneged = cohort.exit.filter((exit) => exit === Exit.Reneged).length;
    expect(reneged).toBeGreaterThan(0);
    cohort.exit.forEach((exit, i) => {
      if (exit === Exit.Reneged) expect(cohort.wait[i]).toBeNaN();
      if (exit === Exit.Connected) expect(cohort.reached[i]).toBe(Reached.Started);
      if (exit === Exit.Disengaged) expect(cohort.reached[i]).toBe(Reached.Queued);
    });
  });
  it("has the same numbers in batches of one", () => {
    const parts = [2, 3, 4].map((r) => followCohort({ ...JOB, firstReplication: r, replications: 1 }));
    expect(parts.flatMap(({ spells }) => [...spells])).toEqual([...cohort.spells]);
    expect(parts.flatMap(({ wait }) => [...wait])).toEqual([...cohort.wait]);
    const states = parts[0].states.map((value, i) => value + parts[1].states[i] + parts[2].states[i]);
    expect(states).toEqual(cohort.states);
  });
  it("has spells that begin before they end, and no more notices than the measures count", () => {
    let notices = 0;
    for (let i = 0; i < cohort.spells.length; i += 3) {
      expect(cohort.spells[i]).toBeGreaterThanOrEqual(0);
      expect(cohort.spells[i + 1]).toBeGreaterThan(cohort.spells[i]);
      notices += cohort.spells[i + 2];
    }
    expect(notices).toBeGreaterThan(0);
    expect(notices).toBeLessThanOrEqual(sum("leavers"));
  });
  it("counts everybody in the system once a week, open cases apart from those without a link worker", () => {
    const weeks = 104;
    let looked = 0;
    const reader = new Reader((sim, { entry }) => {
      if (entry !== Entry.WeekEnded || sim.now === sim.recordsFrom) return;
      const states = new Float64Array(7 * weeks);
      countStates(sim, weeks, states);
      const week = (sim.now - sim.recordsFrom) / 5 - 1;
      const of = (state: number) => states[state * weeks + week];
      const all = Object.values<number>(CaseState).reduce((total, state) => total + of(state), 0);
      expect(all).toBe(sim.state.levels.value[Level.InSystem]);
      const open = sim.state.levels.value[Level.OpenCases];
      const { AwaitingFirst, NoLinkWorker } = CaseState;
      expect(open).toBeGreaterThanOrEqual(all - of(AwaitingFirst) - of(NoLinkWorker));
      expect(open).toBeLessThanOrEqual(all - of(NoLinkWorker));
      looked++;
    });
    replicate(stages, JOB.seed, 2, reader.watching());
    expect(looked).toBe(weeks);
  });
});
