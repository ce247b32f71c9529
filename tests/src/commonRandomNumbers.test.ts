/** In the model itself, shared luck makes differences surer. */
import { expect, test } from "vitest";
import { runBatch } from "../../sim/batch";
import { MEASURE_INDEX } from "../../sim/record/measures";
import { column } from "../../sim/statistics";
import { varianceReduction } from "../../sim/statistics/comparison";
import { runScenarios } from "../../src/experiment/runScenarios";

test("matched futures need fewer replications than unmatched ones", async () => {
  const short = { "run.years": 1, "run.warmUpYears": 0.5 };
  const scenarios = [short, { ...short, "holding.policy": "recognised" }].map((changes, s) => ({
    id: `${s}`,
    changes,
    timeline: [],
  }));
  const experiment = { scenarios, seed: "holdfast", replications: 20, weekly: false };
  const runJob = async (job: Parameters<typeof runBatch>[0]) => runBatch(job);
  const tables = await runScenarios(experiment, { runJob, width: 1 }, new AbortController().signal);
  for (const id of ["exhaustionMean", "referrals", "connectedShare", "costPerYear"]) {
    const [base, other] = tables.map((table) => column(table, MEASURE_INDEX.get(id)!));
    // Unmatched futures would give about 1; the log of a ratio of two variances with 19 degrees of freedom each has a
    // standard error of √(4 / 19) = 0.46 at most, so 2 is not chance.
    expect(varianceReduction(base, other) ?? Number.POSITIVE_INFINITY, id).toBeGreaterThan(2);
  }
});
