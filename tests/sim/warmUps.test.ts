/** Invariant: a replication that goes on from another scenario's warm-up gives what it gives on its own. */
import { describe, expect, it } from "vitest";
import { MEASURES } from "../../sim/record/measures";
import { replicate } from "../../sim/replicate";
import { type Changes, resolveStages, type TimelineEntry } from "../../sim/scenario";
import { WarmUps } from "../../sim/warmUps";

const SHORT = { "run.years": 1, "run.warmUpYears": 0.5 };
const SCENARIOS: readonly (readonly [Changes, readonly TimelineEntry[]])[] = [
  [{}, []],
  [{ "policy.caseloadCap": 40, "holding.policy": "recognised" }, []],
  [{ "team.linkWorkers": 5, "holding.function4": false }, []],
  [{ "team.linkWorkers": 9 }, [{ atWeek: 10, changes: { "services.capacityMultiplier": 0.7 } }]],
  [{ "referral.multiplier": 1.4 }, []],
  [{}, [{ atWeek: 0, changes: { "referral.multiplier": 2.5 } }]],
  [{ "referral.perWtePerYear": 260 }, []],
  [{ "run.leversFrom": "start", "support.training": true }, []],
];

function outcome(changes: Changes, timeline: readonly TimelineEntry[], warmUps?: WarmUps) {
  const stages = resolveStages({ ...SHORT, ...changes }, timeline);
  const { recorded, weekly, events } = replicate(stages, "branch", 3, { weekly: true, warmUps });
  return { measures: MEASURES.map(({ take }) => take(recorded)), weekly: weekly?.values, events };
}

describe("a kept warm-up", () => {
  it("changes no number, whichever scenarios came before", () => {
    const alone = SCENARIOS.map(([changes, timeline]) => outcome(changes, timeline));
    const warmUps = new WarmUps();
    for (const order of [SCENARIOS.keys(), [...SCENARIOS.keys()].reverse()]) {
      for (const s of order) expect(outcome(...SCENARIOS[s], warmUps), `scenario ${s}`).toEqual(alone[s]);
    }
  });

  it("is used again, and left as it was", () => {
    const warmUps = new WarmUps();
    outcome({}, [], warmUps);
    const first = outcome({ "policy.caseloadCap": 30 }, [], warmUps);
    expect(outcome({ "policy.caseloadCap": 30 }, [], warmUps)).toEqual(first);
    expect(first).toEqual(outcome({ "policy.caseloadCap": 30 }, []));
  });
});
