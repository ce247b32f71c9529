/** What the command line prints: the documented JSON, tidy CSV, a readable table, and files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3";
import { afterAll, describe, expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { PARAMETERS } from "../../../sim/parameters";
import { MEASURES } from "../../../sim/record/measures";
import { WEEKLY } from "../../../sim/record/weekly";
import { pairedDifference, summarise } from "../../../sim/statistics";
import { toCsv } from "../../../src/cli/csv";
import { toJson } from "../../../src/cli/json";
import type { RunJob } from "../../../src/pool/runner";
import { fakeBatch } from "../fakeBatch";
import { call } from "./call";

const folder = mkdtempSync(join(tmpdir(), "holdfast-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const short = ["--replications", "5"];
const ids = MEASURES.map(({ id }) => id);
/** Batches in which nobody was ever seen. */
const nobodySeen: RunJob = async (job) => {
  const batch = fakeBatch(job);
  const wait = ids.indexOf("waitMeanDays");
  for (let r = 0; r < job.replications; r++) batch.measures[r * ids.length + wait] = Number.NaN;
  return batch;
};

describe("run --format json", () => {
  test("has the documented shape, measures in the order of their table", async () => {
    const { out, err, status } = await call(["run", "baseline", ...short, "--format", "json"]);
    expect({ err, status }).toEqual({ err: "", status: 0 });
    const json = JSON.parse(out);
    expect(json).toMatchObject({
      holdfast: "0.2.0",
      model: "1.1.0",
      seed: "holdfast",
      replications: 5,
      years: 5,
      warmUpYears: 2,
      runs: [{ scenario: { id: "baseline", name: "Baseline", changes: {} } }],
    });
    const [run] = json.runs;
    expect(run.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Object.keys(run.measures)).toEqual(ids);
    const { turnoverRate } = run.measures;
    expect(Object.keys(turnoverRate)).toEqual(["unit", "mean", "sd", "ci95", "p10", "p50", "p90", "n"]);
    expect(run).not.toHaveProperty("weekly");
    expect(run).not.toHaveProperty("difference");
  });

  test("gives replications and weeks when asked, and summaries that agree with them", async () => {
    const args = ["--format", "json", "--per-replication", "--weekly"];
    const { out } = await call(["run", "baseline", ...short, ...args]);
    const { measures, weekly } = JSON.parse(out).runs[0];
    const { unit, perReplication, ...summary } = measures.leavers;
    expect(unit).toBe("people");
    expect(perReplication).toHaveLength(5);
    expect(summary).toEqual(summarise(perReplication));
    expect(Object.keys(weekly)).toEqual(["week", ...WEEKLY.map(({ id }) => id)]);
    expect(weekly.week).toEqual([0, 1, 2]);
    expect(weekly.leavers.p90).toHaveLength(3);
  });

  test("writes what has no value as null", async () => {
    const args = ["run", "baseline", ...short, "--format", "json", "--per-replication"];
    const { waitMeanDays } = JSON.parse((await call(args, nobodySeen)).out).runs[0].measures;
    expect(waitMeanDays).toMatchObject({ mean: null, ci95: [null, null], p10: null, n: 0 });
    expect(waitMeanDays.perReplication).toEqual([null, null, null, null, null]);
  });

  test("gives years that differ between scenarios with each of them", async () => {
    const { out } = await call(["run", "baseline", "study-setting", ...short, "--format", "json"]);
    const json = JSON.parse(out);
    expect(json).toMatchObject({ years: null, warmUpYears: 2 });
    expect(json.runs.map(({ years }: { years: number }) => years)).toEqual([5, 1]);
  });
});

describe("compare --format json", () => {
  test("pairs every scenario after the first with the first", async () => {
    const args = ["--format", "json", "--per-replication", ...short];
    const { out } = await call(["compare", "baseline", "training", "warm-handover", ...args]);
    const { runs } = JSON.parse(out);
    expect(runs[0]).not.toHaveProperty("difference");
    for (const run of runs.slice(1)) {
      expect(Object.keys(run.difference)).toEqual(ids);
      const [base, other] = [runs[0], run].map(({ measures }) => measures.turnoverRate.perReplication);
      const { ...expected } = pairedDifference(base, other, "lower");
      expect(run.difference.turnoverRate).toMatchObject(expected);
      expect(run.difference.caseloadMean.better).toBeNull();
    }
  });
});

describe("--format csv", () => {
  test("has a row for each scenario and measure", async () => {
    const { out } = await call(["run", "baseline", "training", ...short, "--format", "csv"]);
    const rows = csvParse(out);
    expect(rows.map(({ scenario, measure }) => [scenario, measure])).toEqual(
      ["baseline", "training"].flatMap((scenario) => ids.map((id) => [scenario, id])),
    );
    expect(rows[0]).toMatchObject({ unit: "share", n: "5" });
    const gp = rows.find(({ measure }) => measure === "gpBurden");
    expect(gp?.unit).toBe("index, 1 = reference");
  });

  test("has the differences of compared scenarios in the same row", async () => {
    const { out } = await call(["compare", "baseline", "training", ...short, "--format", "csv"]);
    const rows = csvParse(out);
    expect(rows[0].differenceMean).toBe("");
    expect(Number(rows.at(-1)?.differenceN)).toBe(5);
  });

  test("has a row for each replication or week when asked", async () => {
    const base = ["run", "baseline", ...short, "--format", "csv"];
    const replications = csvParse((await call([...base, "--per-replication"])).out);
    expect(replications).toHaveLength(5 * ids.length);
    expect(replications[ids.length]).toMatchObject({ replication: "1", measure: ids[0] });
    const weeks = csvParse((await call([...base, "--weekly"])).out);
    expect(weeks).toHaveLength(3 * WEEKLY.length);
  });

  test("quotes what needs it and leaves empty what has no value", () => {
    const rows = [['He said "no"', "a,b", "two\nlines", Number.NaN, null, 0.1]];
    expect(toCsv(["a", "b", "c", "d", "e", "f"], rows)).toBe(
      'a,b,c,d,e,f\n"He said ""no""","a,b","two\nlines",,,0.1\n',
    );
  });
});

describe("the table", () => {
  test("says in words what was run, and shows every measure", async () => {
    const { out, err } = await call(["run", "baseline", ...short]);
    expect(err).toBe("");
    expect(out).toMatch(/^5 replications \(simulated futures\) of each scenario; seed "holdfast"/);
    expect(out).toContain("Baseline (baseline): 5 years after 2 years of warm-up");
    for (const { label } of MEASURES) expect(out).toContain(`\n${label}`);
  });

  test("shows differences and how often it was better", async () => {
    const { out } = await call(["compare", "baseline", "training", ...short]);
    expect(out).toMatch(
      /Measure +Unit +Base +Mean +Difference +95% interval +p +P10 to P90 +Better +Luck +n/,
    );
    expect(out).toMatch(/Turnover .* [0-5] of 5 .* 5\n/);
  });

  test("warns that it cannot hold replications or weeks", async () => {
    const { out, err, status } = await call(["run", "baseline", ...short, "--weekly"]);
    expect(status).toBe(0);
    expect(err).toBe("Warning: --weekly is not part of a table; add --format json or csv, or --out DIR.\n");
    expect(out).toContain("STAFF");
  });
});

describe("--out", () => {
  test("writes everything, and scenarios that give the same again", async () => {
    const path = join(folder, "new", "results");
    const model: RunJob = async (job) => runBatch(job);
    const args = [
      "run",
      "grant-ends-after-one-year",
      ...short,
      "--years",
      "1.5",
      "--set",
      "team.adminShare=0.3",
    ];
    const { out, err, status } = await call([...args, "--out", path, "--format", "json"], model);
    expect(status).toBe(0);
    expect(err).toMatch(
      /^Written to .*: results\.json, measures\.csv, replications\.csv, .* and \d+ more\.\n$/,
    );
    const tables = ["arms", "replications", "weekly"].flatMap((name) => [`${name}.csv`, `${name}.parquet`]);
    expect(readdirSync(path).sort()).toEqual(
      [
        ...tables,
        ...["codebook.csv", "dictionary.csv", "manifest.json", "measures.csv", "redraw.R", "redraw.py"],
        ...["results.json", "scenarios"],
      ].sort(),
    );
    const results = JSON.parse(readFileSync(join(path, "results.json"), "utf8"));
    expect(results.runs[0].weekly.week).toHaveLength(78);
    expect(JSON.parse(out).runs[0]).not.toHaveProperty("weekly");
    const scenario = join(path, "scenarios", "grant-ends-after-one-year.json");
    const again = await call(["run", scenario, ...short, "--format", "json"], model);
    expect(JSON.parse(again.out).runs[0].fingerprint).toBe(results.runs[0].fingerprint);
  });
});

describe("a run that fails", () => {
  test("ends with status 1, a sentence, and nothing on standard output", async () => {
    const answer = await call(["run", "baseline"], async () => {
      throw new Error("The worker running replications 1 to 2 stopped twice.");
    });
    expect(answer).toEqual({
      status: 1,
      out: "",
      err: "The run failed: The worker running replications 1 to 2 stopped twice.\n",
    });
  });
});

describe("reference tables", () => {
  test("parameters as JSON, Markdown and text", async () => {
    const rows = JSON.parse((await call(["parameters", "--format", "json"])).out);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(PARAMETERS.map(({ id }) => id));
    const cap = rows.find(({ id }: { id: string }) => id === "policy.caseloadCap");
    expect(cap.default).toBe("none");
    for (const key of ["id", "label", "unit", "default", "range", "distribution", "grade", "source"]) {
      expect(Object.keys(rows[0])).toContain(key);
    }
    const markdown = (await call(["parameters", "--format", "markdown"])).out.trimEnd().split("\n");
    expect(markdown).toHaveLength(PARAMETERS.length + 2);
    for (const line of markdown) expect(line.replaceAll("\\|", "").split("|")).toHaveLength(10);
    expect((await call(["parameters"])).out).toMatch(/^id +label +unit +default +range/);
  });

  test("measures, and the schema", async () => {
    const rows = JSON.parse((await call(["measures", "--format", "json"])).out);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(JSON.parse((await call(["schema"])).out)).toMatchObject({ type: "object" });
  });
});

test("JSON is written over lines, but a list of numbers on one", () => {
  const value = { a: [1, Number.NaN, null], b: [{ c: "x" }], d: undefined, e: {}, f: [] };
  expect(toJson(value)).toBe(
    '{\n  "a": [1, null, null],\n  "b": [\n    {\n      "c": "x"\n    }\n  ],\n  "e": {},\n  "f": []\n}',
  );
});
