import { describe, expect, it } from "vitest";
import { withMemory } from "../../ui/memory";
import type { RunUpdate } from "../../ui/simulator";
import { handSimulator, scenario, table } from "./fakes";

const baseline = scenario("baseline");
const policy = scenario("policy", { changes: { "policy.caseloadCap": 40 } });
const other = scenario("other", { changes: { "policy.caseloadCap": 50 } });
const never = new AbortController().signal;

async function remembered() {
  const inner = handSimulator();
  const simulator = withMemory(inner);
  const answer = simulator.run(
    { scenarios: [baseline, policy], seed: "s", replications: 40 },
    () => {},
    never,
  );
  inner.calls[0].finish();
  return { inner, simulator, first: await answer };
}

describe("a simulator with a memory", () => {
  it("runs only the scenario that is new, and answers in the order of the request", async () => {
    const { inner, simulator, first } = await remembered();
    const answer = simulator.run(
      { scenarios: [baseline, other, policy], seed: "s", replications: 40 },
      () => {},
      never,
    );
    expect(inner.calls[1].request.scenarios).toEqual([other]);
    const fresh = table({ measures: { leavers: 3 } });
    inner.calls[1].finish({ tables: [fresh], fingerprints: ["sha256:other"] });
    const { tables, fingerprints } = await answer;
    expect(tables).toEqual([first.tables[0], fresh, first.tables[1]]);
    expect(fingerprints).toEqual(["sha256:baseline", "sha256:other", "sha256:policy"]);
  });
  it("shows as many remembered futures as there are new ones", async () => {
    const { inner, simulator } = await remembered();
    const updates: RunUpdate[] = [];
    const request = { scenarios: [baseline, other], seed: "s", replications: 40 };
    void simulator.run(request, (update) => updates.push(update), never);
    inner.calls[1].update({ tables: [table({ replications: 8 })] });
    expect(updates[0].tables?.map(({ replications }) => replications)).toEqual([8, 8]);
    expect(updates[0].tables?.[0].weekly?.length).toBe(updates[0].tables?.[1].weekly?.length);
  });
  it("answers at once what it knows, whatever the scenario's name", async () => {
    const { inner, simulator } = await remembered();
    const renamed = scenario("copy", { changes: { "policy.caseloadCap": 40 } });
    await simulator.run({ scenarios: [renamed], seed: "s", replications: 40 }, () => {}, never);
    expect(inner.calls).toHaveLength(1);
  });
  it("takes nothing for known with another seed, number of futures or timeline", async () => {
    const { inner, simulator } = await remembered();
    const later = { ...baseline, timeline: [{ atWeek: 1, changes: {} }] };
    void simulator.run({ scenarios: [baseline], seed: "t", replications: 40 }, () => {}, never);
    void simulator.run({ scenarios: [baseline], seed: "s", replications: 30 }, () => {}, never);
    void simulator.run({ scenarios: [later], seed: "s", replications: 40 }, () => {}, never);
    expect(inner.calls).toHaveLength(4);
  });
  it("remembers nothing of a run that failed, and rejects when aborted", async () => {
    const inner = handSimulator();
    const simulator = withMemory(inner);
    const request = { scenarios: [baseline], seed: "s", replications: 40 };
    const failed = simulator.run(request, () => {}, never);
    inner.calls[0].fail(new Error("no"));
    await expect(failed).rejects.toThrow("no");
    void simulator.run(request, () => {}, never);
    expect(inner.calls).toHaveLength(2);
    const { simulator: full } = await remembered();
    const aborted = AbortSignal.abort();
    await expect(
      full.run({ scenarios: [baseline], seed: "s", replications: 40 }, () => {}, aborted),
    ).rejects.toThrow();
  });
});
