import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { createDoubtRuns } from "../../ui/doubts";
import type { Results } from "../../ui/results";
import type { Doubts, Simulator } from "../../ui/simulator";
import { handSimulator, results, scenario } from "./fakes";

const doubts: Doubts = { draws: 60, replications: 10, parameters: 3, scenarios: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve));

function setUp() {
  const asked: { signal: AbortSignal; progress: (done: number, total: number) => void }[] = [];
  let answer: (error: Error | null) => void = () => {};
  const doubt: Simulator["doubt"] = (_, progress, stop) => {
    asked.push({ signal: stop, progress });
    return new Promise((resolve, reject) => {
      answer = (error) => (error ? reject(error) : resolve(doubts));
    });
  };
  const first = results([[scenario("baseline"), {}]]);
  const shown = signal<Results | null>(first);
  const runs = createDoubtRuns({ ...handSimulator(), doubt }, shown);
  return { runs, shown, asked, first, answer: (error: Error | null = null) => answer(error) };
}

describe("the doubt about inputs", () => {
  it("is not run until it is asked for, and then belongs to the inputs on show", async () => {
    const { runs, shown, asked, first, answer } = setUp();
    expect(runs.status.value.kind).toBe("none");
    runs.run();
    asked[0].progress(5, 60);
    expect(runs.status.value).toEqual({ kind: "running", done: 5, total: 60 });
    answer();
    await settle();
    expect(runs.status.value).toEqual({ kind: "done", doubts });
    shown.value = results([[scenario("baseline"), {}]], { seed: "other" });
    expect(runs.status.value.kind).toBe("none");
    shown.value = first;
    expect(runs.status.value.kind).toBe("done");
  });
  it("can be cancelled, and says why it failed", async () => {
    const { runs, asked, answer } = setUp();
    runs.run();
    runs.cancel();
    expect(asked[0].signal.aborted).toBe(true);
    expect(runs.status.value.kind).toBe("none");
    runs.run();
    answer(new Error("The draws do not fit."));
    await settle();
    expect(runs.status.value).toEqual({ kind: "failed", message: "The draws do not fit." });
  });
});
