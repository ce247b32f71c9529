/** `structure`: its three formats, and what it refuses. */
import { describe, expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { DEMANDS, RULES } from "../../../src/experiment/structure";
import { call } from "./call";

const few = ["structure", "--replications", "4"];

describe("structure", () => {
  test("prints a verdict for each rule and demand, and the policies in the order of the default rule", async () => {
    const { status, out, err } = await call(few);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/^STRUCTURAL DOUBT/);
    for (const rule of RULES.slice(1))
      expect(out.match(new RegExp(`^(200|225) +${rule} .*(holds|changes)`, "gm"))).toHaveLength(2);
    const ranked = out.slice(out.indexOf("Policies at 200"), out.indexOf("Policies at 225"));
    const positions = [...ranked.matchAll(/^\S.*? {2,}(\d+): /gm)].map(([, rank]) => Number(rank));
    expect(positions).toEqual(positions.map((_, i) => i + 1));
    expect(positions.length).toBeGreaterThan(20);
  });

  test("prints Markdown that can be pasted, with the command that made it", async () => {
    const { out } = await call([...few, "--seed", "mine", "--format", "markdown"]);
    expect(out).toMatch(/^## Structural doubt/);
    expect(out).toContain("`npm run holdfast -- structure --replications 4 --seed mine`");
    expect(out).not.toMatch(/NaN|undefined|\b20\d\d-\d\d/);
    const columns = out.split("\n").filter((line) => line.startsWith("|"));
    expect(columns.length).toBeGreaterThan(50);
  });

  test("prints JSON with every policy under every rule", async () => {
    const json = JSON.parse((await call([...few, "--format", "json"])).out);
    expect(json).toMatchObject({ seed: "holdfast", replications: 4, refit: false, ownSettings: {} });
    expect(json.demands.map((d: { referralsPerWtePerYear: number }) => d.referralsPerWtePerYear)).toEqual(
      DEMANDS,
    );
    const { stock, energy } = json.demands[0].rules;
    expect(Object.keys(stock.ranks)).toEqual(["baseline", ...Object.keys(stock.differences)]);
    expect(stock.agreement).toBeNull();
    expect(energy.agreement.tau).toBeGreaterThanOrEqual(-1);
  });

  test("says to what it set the rules' parameters, when asked to", async () => {
    const out = (await call([...few, "--refit"])).out.replaceAll(/\s+/g, " ");
    expect(out).toMatch(/set them so by halving: exhaustion\.averageThreshold/);
    expect(out).toContain("--refit;");
  });

  test("refuses what it cannot use, a sentence each, with status 2", async () => {
    const { status, err, out } = await call([
      "structure",
      "--replications",
      "0",
      "--seed",
      "",
      "--format",
      "csv",
    ]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(3);
    expect((await call(["structure", "--replications", "1"])).err).toContain("needs at least 2");
  });

  test("ends with status 1 when a run fails", async () => {
    const failing = async () => {
      throw new Error("The worker is gone.");
    };
    expect((await call(few, failing)).status).toBe(1);
  });

  test("asks for jobs that the engine can run under every rule", async () => {
    const jobs = new Map<string, Parameters<typeof runBatch>[0]>();
    await call(few, async (job) => {
      const rule = String(job.changes["exhaustion.rule"]);
      const short = { ...job.changes, "run.years": 0.1, "run.warmUpYears": 0 };
      if (!jobs.has(rule)) jobs.set(rule, { ...job, changes: short, replications: 1 });
      const { fakeBatch } = await import("../fakeBatch");
      return fakeBatch(job);
    });
    expect([...jobs.keys()].sort()).toEqual([...RULES].sort());
    for (const job of jobs.values()) expect(runBatch(job).measures.length).toBeGreaterThan(0);
  });
});
