/** Studies written out, sharded, merged, resumed and reproduced: the same bytes, however they came about. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runBatch } from "../../../sim/batch";
import { MEASURES } from "../../../sim/record/measures";
import { WEEKLY } from "../../../sim/record/weekly";
import type { RunJob } from "../../../src/pool/runner";
import { call } from "../cli/call";
import { fakeBatch } from "../fakeBatch";
import { contents, manifestOf } from "./contents";

const folder = mkdtempSync(join(tmpdir(), "holdfast-study-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
/** A path where nothing is yet. */
const fresh = (): string => join(folder, `new ${made++}`);

const scenario = join(folder, "mine.json");
const WORDS = ["compare", "baseline", scenario, "training", "--replications", "7", "--format", "json"];
beforeAll(() => {
  const changes = { "team.linkWorkers": 9 };
  const timeline = [{ atWeek: 10, changes: { "team.linkWorkers": 8 } }];
  const name = 'Nine, then "eight"';
  writeFileSync(scenario, JSON.stringify({ holdfast: 1, id: "mine", name, question: "", changes, timeline }));
});

/** Parameters to vary. */
const TWO = "patients.distressDrift,referral.renegeRate";

const readParquet = (path: string) => {
  const bytes = readFileSync(path);
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
};

/** Runs the study in `of` shards and gives their folders. */
async function sharded(of: number, words = WORDS): Promise<string[]> {
  const parent = fresh();
  const folders = Array.from({ length: of }, (_, i) => join(parent, `part ${i + 1}`));
  for (const [i, out] of folders.entries()) {
    const answer = await call([...words, "--shard", `${i + 1}/${of}`, "--out", out]);
    expect(answer).toMatchObject({ status: 0, out: "" });
  }
  return folders;
}

describe("--out", () => {
  test("writes tables that hold the same as CSV and as Parquet, and a dictionary of every column", async () => {
    const out = fresh();
    const answer = await call([...WORDS, "--weekly", "--per-replication", "--out", out]);
    expect(answer.status).toBe(0);
    for (const table of ["replications", "weekly", "weekly-replications", "arms"]) {
      const rows = csvParse(readFileSync(join(out, `${table}.csv`), "utf8"));
      const objects = await readParquet(join(out, `${table}.parquet`));
      const texts = objects.map((object) =>
        Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value ?? "")])),
      );
      expect(texts).toEqual(rows.map((row) => ({ ...row })));
    }
    const dictionary = csvParse(readFileSync(join(out, "dictionary.csv"), "utf8"));
    for (const name of readdirSync(out).filter((file) => file.endsWith(".csv"))) {
      const columns = csvParse(readFileSync(join(out, name), "utf8")).columns;
      const described = dictionary.filter(({ file }) => `${file}.csv` === name).map(({ column }) => column);
      expect(described, name).toEqual(columns);
    }
  });

  test("has a row for each replication and measure, and each week and series", async () => {
    const out = fresh();
    await call([...WORDS, "--out", out]);
    const rows = csvParse(readFileSync(join(out, "replications.csv"), "utf8"));
    expect(rows).toHaveLength(3 * 7 * MEASURES.length);
    expect(csvParse(readFileSync(join(out, "weekly.csv"), "utf8"))).toHaveLength(3 * 3 * WEEKLY.length);
    const codebook = csvParse(readFileSync(join(out, "codebook.csv"), "utf8"));
    const measures = codebook.filter(({ file }) => file === "replications");
    expect(measures.map(({ id, definition }) => [id, definition])).toEqual(
      MEASURES.map(({ id, definition }) => [id, definition]),
    );
  });

  test("says in the manifest what was run, with every file's hash", async () => {
    const out = fresh();
    const { out: printed } = await call([...WORDS, "--out", out]);
    const manifest = manifestOf(out);
    expect(manifest).toMatchObject({ command: "compare", seed: "holdfast", replications: 7, shard: null });
    expect(manifest.words).toEqual([...WORDS, "--out", out]);
    expect(manifest.arms.map((arm: { fingerprint: string }) => arm.fingerprint)).toEqual(
      JSON.parse(printed).runs.map((run: { fingerprint: string }) => run.fingerprint),
    );
    const [, mine] = manifest.arms;
    expect(mine.name).toBe('Nine, then "eight"');
    const posts = (stage: { parameters: object }) =>
      ({ ...manifest.parameters, ...stage.parameters })["team.linkWorkers"];
    expect(mine.stages.map(posts)).toEqual([manifest.parameters["team.linkWorkers"], 9, 8]);
    expect(mine.stages.map(({ fromDay }: { fromDay: number }) => fromDay)).toEqual([null, 0, 50]);
    const names = [...Object.keys(contents(out))].sort();
    expect(manifest.files.map(({ name }: { name: string }) => name).sort()).toEqual(names);
  });

  test("writes the events of one replication of every scenario in order of time", async () => {
    const out = fresh();
    const model: RunJob = async (job) => runBatch(job);
    const short = ["--replications", "2", "--years", "0.1", "--warm-up", "0.05"];
    const answer = await call(["run", "baseline", "training", ...short, "--diary", "1", "--out", out], model);
    expect(answer.status).toBe(0);
    const events = csvParse(readFileSync(join(out, "events.csv"), "utf8"));
    expect(new Set(events.map(({ scenario, replication }) => `${scenario} ${replication}`))).toEqual(
      new Set(["baseline 1", "training 1"]),
    );
    const days = events.filter((row) => row.scenario === "baseline").map(({ day }) => Number(day));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect([days[0] < 0, days.at(-1)! <= 26]).toEqual([true, true]);
    const counted = events.filter(
      (row) => row.scenario === "baseline" && row.event === "Referred" && Number(row.day) > 0,
    );
    const referred = csvParse(readFileSync(join(out, "replications.csv"), "utf8")).find(
      (row) => row.scenario === "baseline" && row.replication === "1" && row.measure === "patientsReferred",
    );
    expect(counted).toHaveLength(Number(referred?.value));
  });
});

describe("merged shards", () => {
  test.each([1, 2, 3, 5])("of %i give the bytes and the report of one run", async (of) => {
    const whole = fresh();
    const alone = await call([...WORDS, "--out", whole]);
    const merged = fresh();
    const answer = await call(["merge", ...(await sharded(of)).reverse(), "--out", merged]);
    expect(answer).toMatchObject({ status: 0, out: alone.out });
    expect(contents(merged)).toEqual(contents(whole));
    expect(manifestOf(merged).fingerprint).toBe(manifestOf(whole).fingerprint);
  });

  test.each([
    ["sweep", "baseline", "--vary", "team.linkWorkers=5:7:1", "--replications", "4"],
    ["sensitivity", "baseline", "--parameters", TWO, "--trajectories", "4", "--format", "markdown"],
  ])("of a %s give the bytes and the report of one run", async (...words) => {
    const whole = fresh();
    const alone = await call([...words, "--out", whole]);
    const merged = fresh();
    const answer = await call(["merge", ...(await sharded(3, words)), "--out", merged]);
    expect(answer).toMatchObject({ status: 0, out: alone.out });
    expect(contents(merged)).toEqual(contents(whole));
  });

  test("that are missing, doubled, of another study or whole are each named", async () => {
    const [a, , c] = await sharded(3);
    const [other] = await sharded(3, [...WORDS, "--seed", "another"]);
    const whole = fresh();
    await call([...WORDS, "--out", whole]);
    const out = fresh();
    const merge = async (...folders: string[]) => {
      const answer = await call(["merge", ...folders, "--out", out]);
      expect(answer).toMatchObject({ status: 2, out: "" });
      expect([existsSync(out), existsSync(`${out}.partial`)]).toEqual([false, false]);
      return answer.err;
    };
    expect(await merge(a, c)).toBe("Of 3 parts, part 2 is missing.\n");
    expect(await merge(a, c, a)).toBe(
      `${a} and ${a} are both shard 1 of 3; give each part once.\nOf 3 parts, part 2 is missing.\n`,
    );
    expect(await merge(a, other)).toBe(
      `${other} is no part of the same study as ${a}: seed "another" instead of "holdfast".\n`,
    );
    expect(await merge(a, whole)).toContain(`${whole} holds whole results and no part of any`);
    expect(await merge(a, folder)).toContain(`${folder} has no manifest.json`);
  });

  test("made by another version, changed or damaged are refused", async () => {
    const [a, b] = await sharded(2);
    const manifest = manifestOf(b);
    writeFileSync(join(b, "manifest.json"), JSON.stringify({ ...manifest, model: "0.9.9" }));
    expect((await call(["merge", a, b, "--out", fresh()])).err).toBe(
      `${b} is no part of the same study as ${a}: model "0.9.9" instead of "${manifest.model}".\n`,
    );
    writeFileSync(join(b, "manifest.json"), JSON.stringify(manifest));
    truncateSync(join(b, "batches.journal"), 5000);
    const answer = await call(["merge", a, b, "--out", fresh()]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err).toContain("batches.journal is damaged or not there; run this part again.");
  });
});

describe("a run that was stopped", () => {
  /** Jobs that fail from the third on, as if the machine had gone. */
  const dying = (): RunJob => {
    let jobs = 0;
    return async (job) => {
      if (++jobs > 2) throw new Error("The machine went away.");
      return fakeBatch(job);
    };
  };
  const counting = (ran: { replications: number }): RunJob => {
    return async (job) => {
      ran.replications += job.replications;
      return fakeBatch(job);
    };
  };

  test.each([[["--shard", "1/1"]], [[]]])(
    "goes on where it was when the command is given again: %j",
    async (more) => {
      const out = fresh();
      const args = [...WORDS, ...more, "--workers", "1", "--out", out]; // so that two batches are done for certain
      const failed = await call(args, dying());
      expect(failed).toMatchObject({ status: 1, out: "" });
      expect(failed.err).toMatch(
        /^The run failed: The machine went away\. \d+ replications done so far are kept/,
      );
      expect(existsSync(out)).toBe(false);
      const journal = join(`${out}.partial`, "batches.journal");
      truncateSync(journal, readFileSync(journal).length - 100); // the last record was being written
      const ran = { replications: 0 };
      const answer = await call(args, counting(ran));
      expect(answer.status).toBe(0);
      expect(ran.replications).toBeGreaterThan(0);
      expect(ran.replications).toBeLessThan(3 * 7);
      expect(existsSync(`${out}.partial`)).toBe(false);
      const merged = fresh();
      if (more.length > 0) await call(["merge", out, "--out", merged]);
      const whole = more.length > 0 ? merged : out;
      const alone = fresh();
      await call([...WORDS, "--out", alone]);
      expect(contents(whole)).toEqual(contents(alone));
    },
  );

  test("is not gone on with by another study, nor merged before it is finished", async () => {
    const out = fresh();
    await call([...WORDS, "--shard", "1/2", "--workers", "1", "--out", out], dying());
    const other = await call([...WORDS, "--shard", "1/2", "--seed", "b", "--out", out]);
    expect(other).toMatchObject({ status: 2, out: "" });
    expect(other.err).toContain(
      'is an unfinished run with seed "holdfast" instead of "b"; give its command again',
    );
    const part = await call([...WORDS, "--shard", "2/2", "--out", out]);
    expect(part.err).toContain("is an unfinished run with shard 1 of 2 instead of shard 2 of 2");
    const merged = await call(["merge", out, "--out", fresh()]);
    expect(merged.err).toBe(`${out} is not finished; give the command of its part again to finish it.\n`);
  });

  test("leaves nothing behind when nothing was done", async () => {
    const out = join(fresh(), "deep", "down");
    const answer = await call([...WORDS, "--out", out], async () => {
      throw new Error("No.");
    });
    expect(answer).toMatchObject({ status: 1, err: "The run failed: No.\n" });
    expect(existsSync(join(out, "..", ".."))).toBe(false);
  });

  test("that is done already is not run again", async () => {
    const [out] = await sharded(2);
    const args = [...WORDS, "--shard", "1/2", "--out", out];
    const answer = await call(args, () => Promise.reject(new Error("Nothing was to be run.")));
    expect(answer).toMatchObject({
      status: 0,
      out: "",
      err: `${out} holds shard 1 of 2 of this study already; nothing was run.\n`,
    });
    const other = await call([...WORDS, "--shard", "2/2", "--out", out]);
    expect(other).toMatchObject({ status: 2, out: "" });
  });
});

describe("reproduce", () => {
  test("says identical, whether or not the scenario file is still there", async () => {
    const out = fresh();
    const file = join(folder, "passing.json");
    writeFileSync(file, readFileSync(scenario));
    await call(["run", file, "--replications", "4", "--set", "team.adminShare=0.3", "--out", out]);
    rmSync(file);
    const answer = await call(["reproduce", out]);
    expect(answer).toMatchObject({ status: 0, err: "" });
    expect(answer.out).toMatch(/^Identical: 1 scenario, 4 replications of each, \d+ files\.\nsha256:/);
  });

  test("names the first measure and replication that differ", async () => {
    const out = fresh();
    await call([...WORDS, "--out", out]);
    const m = MEASURES.findIndex(({ id }) => id === "leavers");
    const answer = await call(["reproduce", out], async (job) => {
      const batch = fakeBatch(job);
      const r = 3 - job.firstReplication;
      if (r >= 0 && r < job.replications) batch.measures[r * MEASURES.length + m] = 99;
      return batch;
    });
    expect(answer.status).toBe(1);
    expect(answer.out).toContain("The fingerprint differs for baseline, mine, training.\n");
    expect(answer.out).toMatch(
      /first difference: leavers \(people\) in replication 3 of baseline was 0\.\d+ and is 99\./,
    );
    expect(answer.out).toContain("these files differ: results.json, measures.csv, replications.csv");
    expect(answer.err).toContain("was not reproduced");
  });

  test("names versions, parameters and files that are others now", async () => {
    const out = fresh();
    await call([...WORDS, "--out", out]);
    const manifest = manifestOf(out);
    const parameters = { ...manifest.parameters, "team.linkWorkers": 99 };
    writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...manifest, parameters, model: "0.1.0" }));
    writeFileSync(join(out, "arms.csv"), "scenario\n");
    const answer = await call(["reproduce", out]);
    expect(answer.status).toBe(1);
    expect(answer.out).toContain(`The model was version 0.1.0 and is version ${manifest.model}.`);
    expect(answer.out).toContain("arms.csv has been changed since it was written.");
    expect(answer.out).toContain("baseline, in the warm-up: team.linkWorkers was 99 and is ");
  });

  test("refuses what is no whole result", async () => {
    const [part] = await sharded(2);
    expect((await call(["reproduce", part])).err).toBe(
      `${part} holds shard 1 of 2; merge the parts, and reproduce the whole.\n`,
    );
    expect(await call(["reproduce", folder])).toMatchObject({ status: 2, out: "" });
  });
});

describe("wrong words", () => {
  test.each([
    [["--shard", "1/2"], "--shard needs --out DIR, the folder for this part."],
    [["--shard", "3/2", "--out", "x"], "--shard: the part is 3; it must be a whole number from 1 to 2."],
    [
      ["--shard", "one", "--out", "x"],
      '--shard is "one"; it must be a part and a number of parts, such as 2/8.',
    ],
    [
      ["--shard", "1/100", "--out", "x"],
      "--shard asks for 100 parts; there are only 21 replications to share out.",
    ],
    [
      ["--diary", "7", "--out", "x"],
      "--diary is 7; it must be the number of a replication that is run, from 0 to 6.",
    ],
    [["--diary", "1"], "--diary needs --out DIR, the folder for its events."],
  ])("%j", async (words, sentence) => {
    expect(await call([...WORDS, ...words])).toEqual({ status: 2, out: "", err: `${sentence}\n` });
    expect(existsSync("x.partial")).toBe(false);
  });

  test("a folder that cannot be made is told in one sentence", async () => {
    const file = fresh();
    writeFileSync(file, "");
    mkdirSync(`${file} 2`);
    const answer = await call([...WORDS, "--out", join(file, "x")]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(answer.err.trim().split("\n")).toHaveLength(1);
  });
});
