/**
 * hpc/ on a real Slurm: a sweep in parts, all of which are killed and requeued, comes out as one run on one machine.
 * Left out, with a sentence, where Slurm is not there and cannot be installed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contents, manifestOf } from "../src/output/contents";
import { Cluster, until } from "./cluster";
import { whyNoSlurm } from "./install";

const reason = whyNoSlurm();
if (reason !== null) console.log(`The test of hpc/ on Slurm is left out: ${reason}.`);

/** Long enough that a part is under way for some seconds. */
const SWEEP = ["sweep", "baseline", "--vary", "team.linkWorkers=5:7:1", "--replications", "36"];
const MINUTES = 60_000;

describe.skipIf(reason !== null)("hpc/ on Slurm", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale", "cli"], { stdio: "pipe" });
    cluster = await Cluster.start(2);
  }, 4 * MINUTES);
  afterAll(() => cluster?.stop());

  /** Submits a study; gives its folder, and the numbers of the array and of the merge. */
  function submit(name: string, parts: number, words: readonly string[]) {
    const dir = join(cluster.folder, name);
    const [array, merge] = cluster.call("hpc/submit.sh", String(parts), dir, ...words).split(/\s/);
    return { dir, array, merge };
  }

  /** The state of a job, or of its task. */
  const stateOf = (job: string): string =>
    cluster.call("squeue", "--noheader", "--states=all", "--format=%T", `--jobs=${job}`).trim();

  test(
    "a sweep whose tasks are killed and requeued is that of one machine",
    async () => {
      const { dir, array, merge } = submit("sweep", 3, SWEEP);
      const parts = [1, 2, 3].map((part) => new PartUnderWay(dir, part));
      const [memory, somebody, time] = parts;
      await memory.stopped(() => process.kill(memory.process(), "SIGKILL"));
      await somebody.stopped(() => cluster.call("scontrol", "requeue", `${array}_2`));
      await time.stopped(() => cluster.call("scancel", "--batch", "--signal=USR1", `${array}_3`));

      await until("the merge", () => ["COMPLETED", "CANCELLED", "FAILED"].includes(stateOf(merge)));
      expect(stateOf(merge)).toBe("COMPLETED");
      expect(memory.log()).toContain("Part 1 ended with status 137 and goes back into the queue.");
      expect(time.log()).toContain("Part 3 ended with status 138 and goes back into the queue.");
      for (const part of parts) {
        expect(part.log().match(/restart \d/g)).toEqual(["restart 0", "restart 1"]);
        expect(part.wentOn()).toBe(true);
      }

      const whole = join(cluster.folder, "whole");
      const report = cluster.call(process.execPath, `${dir}.parts/holdfast.mjs`, ...SWEEP, "--out", whole);
      expect(manifestOf(dir).fingerprint).toBe(manifestOf(whole).fingerprint);
      expect(contents(dir)).toEqual(contents(whole));
      expect(readFileSync(join(`${dir}.parts`, "log", "merge.txt"), "utf8")).toContain(report);
    },
    8 * MINUTES,
  );

  test(
    "wrong input ends in the log of its part, and nothing waits for a merge",
    async () => {
      const { dir, merge } = submit("wrong", 2, ["run", "baseline", "--set", "team.linkWorkers=lots"]);
      await until("the end", () => stateOf(merge) === "CANCELLED");
      expect(readFileSync(join(`${dir}.parts`, "log", "part-1.txt"), "utf8")).toContain("lots");
      expect(existsSync(dir)).toBe(false);
    },
    4 * MINUTES,
  );
});

/** A part, looked at while it runs and when it is done. */
class PartUnderWay {
  private noted = { file: -1, bytes: Buffer.alloc(0) };
  private readonly folder: string;
  constructor(
    private readonly dir: string,
    private readonly part: number,
  ) {
    this.folder = join(`${dir}.parts`, String(part));
  }

  /** Waits until batches are in the journal, remembers it, and has the part stopped. */
  async stopped(stop: () => void): Promise<void> {
    const path = join(`${this.folder}.partial`, "batches.journal");
    await until(`batches of part ${this.part}`, () => {
      const bytes = readFileSync(path);
      this.noted = { file: statSync(path).ino, bytes };
      return bytes.length > bytes.indexOf("\n") + 1; // more than the line that it begins with
    });
    stop();
  }

  process(): number {
    return JSON.parse(readFileSync(join(`${this.folder}.partial`, "lock.json"), "utf8")).process;
  }

  /** Whether the finished journal is the very file that was noted, with more in it, and not one begun anew. */
  wentOn(): boolean {
    const path = join(this.folder, "batches.journal");
    const { file, bytes } = this.noted;
    const now = readFileSync(path);
    return (
      statSync(path).ino === file && now.length > bytes.length && now.subarray(0, bytes.length).equals(bytes)
    );
  }

  log(): string {
    return readFileSync(join(`${this.dir}.parts`, "log", `part-${this.part}.txt`), "utf8");
  }
}
