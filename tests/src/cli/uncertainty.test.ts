/** How sure results are: options, what is printed, and what is refused. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3";
import { afterAll, describe, expect, test } from "vitest";
import { compareWithBase } from "../../../sim/statistics/comparison";
import { HEADLINE_MEASURES } from "../../../src/experiment/precision";
import { call, sentences } from "./call";

const folder = mkdtempSync(join(tmpdir(), "holdfast-uncertainty-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const json = async (...args: string[]) => {
  const answer = await call([...args, "--format", "json"]);
  expect(answer).toMatchObject({ err: "", status: 0 });
  return JSON.parse(answer.out);
};

describe("--until-precise", () => {
  test("takes as many replications as are needed, and says how many and why", async () => {
    const { precision, replications, runs } = await json("run", "baseline", "--until-precise", "10%");
    expect(precision).toMatchObject({ wantedShare: 0.1, of: "mean", reason: "precise", replications });
    // Uniform numbers have a standard deviation of 0.58 of their mean: (1.96 × 0.58 / 0.1)² = 129 replications.
    expect(Math.abs(replications - 129)).toBeLessThan(45);
    expect(precision.averages.map(({ measure }: { measure: string }) => measure)).toEqual(HEADLINE_MEASURES);
    for (const { measure, scenario, share, halfWidth, standing } of precision.averages) {
      const { ci95, mean, n } = runs[0].measures[measure];
      expect({ scenario, standing, n }).toEqual({
        scenario: "baseline",
        standing: "precise",
        n: replications,
      });
      expect(halfWidth).toBeCloseTo((ci95[1] - ci95[0]) / 2, 10);
      expect(share).toBeCloseTo(halfWidth / mean, 10);
      expect(share).toBeLessThanOrEqual(0.1);
    }
    const fixed = await json("run", "baseline", "--replications", String(replications));
    expect(fixed).not.toHaveProperty("precision");
    expect(fixed.runs[0].fingerprint).toBe(runs[0].fingerprint);
  });

  test("of chosen measures, however the share is written", async () => {
    const chosen = ["--precise-measures", "leavers, gpBurden"];
    const [percent, share] = await Promise.all(
      ["12%", "0.12"].map((text) => json("run", "baseline", "--until-precise", text, ...chosen)),
    );
    expect(percent).toEqual(share);
    expect(percent.precision.averages.map(({ measure }: { measure: string }) => measure)).toEqual([
      "leavers",
      "gpBurden",
    ]);
  });

  test("in words, and at the most with what is not precise", async () => {
    const { out } = await call([
      "run",
      "baseline",
      "--until-precise",
      "10%",
      "--precise-measures",
      "leavers",
    ]);
    expect(out).toMatch(/^1\d0 replications .*\nStopped after 1\d0 replications: .* known to ±10%\./);
    expect(out).toMatch(/\n {2}baseline: Leavers ±\d\.?\d*%\.\n/);
    const never = await call(["run", "baseline", "--until-precise", "1%", "--precise-measures", "leavers"]);
    expect(never.out).toMatch(/Stopped after 2,000 replications, the most that are run, although not all/);
    expect(never.out).toMatch(/baseline: Leavers ±2\.\d+% \(not precise\)\.\n/);
  });

  test("in a comparison, of differences as a share of the base's mean", async () => {
    const args = ["compare", "baseline", "training", "--until-precise", "15%", "--per-replication"];
    const { precision, runs } = await json(...args);
    expect(precision.of).toBe("mean difference, as a share of the base's mean");
    expect(precision.averages.map(({ scenario }: { scenario: string }) => scenario)).toEqual(
      HEADLINE_MEASURES.map(() => "training"),
    );
    const [{ halfWidth, share }] = precision.averages;
    const { ci95 } = runs[1].difference.turnoverRate;
    expect(halfWidth).toBeCloseTo((ci95[1] - ci95[0]) / 2, 10);
    expect(share).toBeCloseTo(halfWidth / runs[0].measures.turnoverRate.mean, 10);
  });

  test("gives weeks and files of the replications that it took", async () => {
    const path = join(folder, "precise");
    const args = ["run", "baseline", "--until-precise", "20%", "--weekly", "--format", "json"];
    const { out, status } = await call([...args, "--out", path]);
    expect(status).toBe(0);
    const { replications, runs } = JSON.parse(out);
    expect(replications).toBeGreaterThanOrEqual(30);
    expect(runs[0].weekly.week).toHaveLength(3);
    const saved = JSON.parse(readFileSync(join(path, "results.json"), "utf8"));
    expect(saved).toMatchObject({ replications, precision: { replications } });
    const rows = csvParse(readFileSync(join(path, "replications.csv"), "utf8"));
    expect(new Set(rows.map(({ replication }) => replication)).size).toBe(replications);
  });
});

describe("--input-draws", () => {
  const few = ["--replications", "5", "--input-draws", "6", "--draw-replications", "3"];

  test("gives the doubt about inputs beside mean and futures, never mixed with them", async () => {
    const { inputs, runs } = await json("run", "baseline", ...few);
    expect(inputs).toMatchObject({ draws: 6, replicationsPerDraw: 3, redrawn: 0 });
    expect(inputs.drawn.baseline).toContain("exhaustion.gain");
    const { inputs: doubt, ...rest } = runs[0].measures.turnoverRate;
    expect(Object.keys(doubt)).toEqual(["n", "mean", "sd", "p10", "p50", "p90", "noiseShare"]);
    expect(doubt.n).toBe(6);
    const without = await json("run", "baseline", "--replications", "5");
    expect(without).not.toHaveProperty("inputs");
    expect(without.runs[0].measures.turnoverRate).toEqual(rest);
    expect(without.runs[0].fingerprint).toBe(runs[0].fingerprint);
  });

  test("of differences too, each draw against the base under the same draw", async () => {
    const { runs } = await json("compare", "baseline", "training", ...few);
    expect(runs[0]).not.toHaveProperty("difference");
    expect(runs[1].difference.turnoverRate.inputs.n).toBe(6);
  });

  test("as a column of the table and of CSV", async () => {
    const { out } = await call(["run", "baseline", ...few]);
    expect(out).toMatch(/Mean +95% interval +P10 to P90 +Inputs P10 to P90 +n\n/);
    expect(out).toMatch(
      /Inputs P10 to P90: doubt about inputs\. \d+ uncertain parameters were drawn 6 times/,
    );
    expect((await call(["run", "baseline", "--replications", "5"])).out).toContain(
      "--input-draws 50 shows it",
    );
    const rows = csvParse((await call(["compare", "baseline", "training", ...few, "--format", "csv"])).out);
    expect(Number(rows[0].inputsP90)).toBeGreaterThanOrEqual(Number(rows[0].inputsP10));
    expect(rows[0].differenceInputsP90).toBe("");
    expect(rows.at(-1)?.differenceInputsP90).not.toBe("");
  });

  test("is written out with the results", async () => {
    const path = join(folder, "drawn");
    const { status } = await call(["run", "baseline", ...few, "--out", path]);
    expect(status).toBe(0);
    const saved = JSON.parse(readFileSync(join(path, "results.json"), "utf8"));
    expect(saved.runs[0].measures.leavers.inputs.n).toBe(6);
    const columns = csvParse(readFileSync(join(path, "dictionary.csv"), "utf8")).map(({ column }) => column);
    expect(columns).toContain("inputsP90");
  });
});

describe("comparisons", () => {
  const three = ["compare", "baseline", "training", "warm-handover", "holding-recognised"];

  test("of several scenarios are adjusted by Holm's procedure, measure by measure", async () => {
    const { runs } = await json(...three.slice(0, 4), "--replications", "9", "--per-replication");
    const columns = runs.map(
      (run: { measures: Record<string, { perReplication: number[] }> }) =>
        run.measures.costPerYear.perReplication,
    );
    const expected = compareWithBase(columns[0], columns.slice(1), "lower");
    runs.slice(1).forEach((run: { difference: Record<string, object> }, i: number) => {
      const { p, pHolm, ciHolm, levelHolm, varianceReduction } = expected[i];
      expect(run.difference.costPerYear).toMatchObject({ p, pHolm, ciHolm, levelHolm, varianceReduction });
    });
  });

  test("say so in words, and count the matched futures", async () => {
    const { out } = await call([...three, "--replications", "9"]);
    expect(out).toMatch(/95% interval +Holm interval +Holm p +P10 to P90 +Better +Luck +n\n/);
    expect(out).toContain("3 scenarios are compared with the base");
    expect(out).toMatch(/Turnover .* \d of 9 /);
    const two = await call([...three.slice(0, 3), "--replications", "9"]);
    expect(two.out).not.toContain("Holm");
  });

  test.each([
    ["--set", "exhaustion.atStart=0.5"],
    ["--seed", "another"],
  ])("of scenarios that all get the same are not refused: %s %s", async (...same) => {
    const { status } = await call([...three, "--replications", "3", ...same]);
    expect(status).toBe(0);
  });
});

describe("refuses", () => {
  test.each<[string[], string]>([
    [
      ["--until-precise", "5%", "--replications", "50"],
      "--until-precise and --replications do not go together: give the one or the other.",
    ],
    [
      ["--until-precise", "5"],
      '--until-precise is "5"; it must be a share of the mean from 0.1% to 50%, such as 5%; did you mean 5%?',
    ],
    [
      ["--until-precise", "fine"],
      '--until-precise is "fine"; it must be a share of the mean from 0.1% to 50%, such as 5%.',
    ],
    [
      ["--until-precise", "0%"],
      '--until-precise is "0%"; it must be a share of the mean from 0.1% to 50%, such as 5%.',
    ],
    [
      ["--until-precise", "5%", "--precise-measures", "turnover"],
      '--precise-measures: "turnover" is not a measure; did you mean "turnoverRate"?',
    ],
    [["--precise-measures", "leavers"], "--precise-measures needs --until-precise, such as 5%."],
    [
      ["--until-precise", "5%", "--shard", "1/2", "--out", "x"],
      "--shard needs a fixed number of replications: leave out --until-precise.",
    ],
    [["--input-draws", "1"], "--input-draws is 1; at least 2 are needed to see how far they differ."],
    [
      ["--input-draws", "5", "--draw-replications", "x"],
      "--draw-replications is x; it must be a whole number from 1 to 100,000.",
    ],
    [["--draw-replications", "5"], "--draw-replications needs --input-draws, such as 50."],
    [
      ["--input-draws", "5", "--shard", "1/2", "--out", "x"],
      "--shard does not go with --input-draws: run it on one machine.",
    ],
    [
      ["--input-draws", "2", "--set", "exhaustion.burnoutOff=0.7", "--set", "exhaustion.atHire=0.1"],
      "exhaustion.burnoutOff is 0.7; it must be below",
    ],
  ])("%j", async (options, sentence) => {
    const answer = await call(["run", "baseline", ...options]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain(sentence);
  });

  test("everything at once", async () => {
    const options = ["--until-precise", "x", "--replications", "3", "--input-draws", "y", "--format", "pdf"];
    expect(sentences(await call(["run", "baseline", ...options]))).toHaveLength(4);
  });
});
