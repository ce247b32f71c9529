/** Invariant: a rehearsal is heard of nowhere. */
import { expect, test } from "vitest";
import { type Job, runBatch } from "../../sim/batch";
import { rehearse } from "../../sim/rehearsal";

const job: Job = {
  changes: { "run.years": 1, "run.warmUpYears": 0.5 },
  timeline: [{ atWeek: 10, changes: { "support.training": true } }],
  seed: "holdfast",
  firstReplication: 0,
  replications: 2,
  weekly: true,
};

test("a batch is the same before a rehearsal and after", () => {
  const before = runBatch(job);
  rehearse();
  expect(runBatch(job)).toEqual(before);
});
