import { describe, expect, it } from "vitest";
import { tellStory } from "../../sim/record/story";
import { followCohort } from "../../sim/record/story/cohort";
import { createDiaries } from "../../src/diaries";
import { scenario } from "../ui/fakes";

const changes = { "team.linkWorkers": 2, "run.warmUpYears": 0.5, "run.years": 1 };
const scenarios = [
  scenario("baseline", { changes }),
  scenario("more", { changes: { ...changes, "team.linkWorkers": 3 } }),
];
const request = { scenarios, seed: "diaries", replications: 4 };
const diaries = createDiaries({
  size: 3,
  cohort: async (job) => followCohort(job),
  story: async (one) => tellStory(one),
});

describe("diaries for the page", () => {
  it("follow every future once, whatever the batches, and say how far they are", async () => {
    const progress: number[] = [];
    const cohorts = await diaries.cohorts(
      request,
      ({ done }) => progress.push(done),
      new AbortController().signal,
    );
    expect(cohorts).toEqual(
      scenarios.map((one) =>
        followCohort({
          changes: one.changes,
          timeline: [],
          seed: "diaries",
          firstReplication: 0,
          replications: 4,
        }),
      ),
    );
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(8);
  });
  it("end with the reason of the signal", async () => {
    const abort = new AbortController();
    abort.abort(new DOMException("Enough.", "AbortError"));
    await expect(diaries.cohorts(request, () => {}, abort.signal)).rejects.toThrow("Enough.");
  });
});
