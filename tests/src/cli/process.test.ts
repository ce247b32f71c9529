/** The command line as it is delivered: one file, its own worker, in a process of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "holdfast-process-"));
const program = join(folder, "holdfast.mjs");
const short = ["--replications", "6", "--years", "0.2", "--warm-up", "0.1"];

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale", "cli"], { stdio: "pipe" });
  copyFileSync("dist-cli/holdfast.mjs", program); // alone, so that it can lean on nothing beside it
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [program, ...args], { cwd: folder });

/** The same, given once the first worker has been started, however long that takes: the run is then under way. */
async function underWay(...args: string[]): Promise<ChildProcess> {
  const sign = 'process.on("worker", () => process.send?.("under way"))';
  const child = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(sign)}`, program, ...args],
    { cwd: folder, stdio: ["pipe", "pipe", "pipe", "ipc"] },
  );
  await Promise.race([once(child, "message"), once(child, "exit")]);
  return child;
}

async function finish(child: ChildProcess) {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (data) => {
    out += data;
  });
  child.stderr?.on("data", (data) => {
    err += data;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, out, err };
}

describe("a run on worker threads", () => {
  test("has the same fingerprints with 1, 2 and 4 workers, and prints nothing but the result", async () => {
    const args = ["run", "baseline", "supervision-4h", ...short, "--format", "json"];
    const answers = [];
    for (const workers of ["1", "2", "4"]) answers.push(await finish(start(...args, "--workers", workers)));
    for (const { status, err } of answers) expect({ status, err }).toEqual({ status: 0, err: "" });
    const [first, ...others] = answers.map(({ out }) => out);
    expect(JSON.parse(first).runs).toHaveLength(2);
    for (const out of others) expect(out).toBe(first);
  });

  test("gives fewer replications the same numbers as the first of more", async () => {
    const run = async (replications: string) => {
      const args = ["run", "baseline", ...short, "--format", "json", "--per-replication"];
      const { out } = await finish(start(...args, "--replications", replications));
      return JSON.parse(out).runs[0].measures.referrals.perReplication;
    };
    const six = await run("6");
    expect(await run("3")).toEqual(six.slice(0, 3));
  });

  test("warns of nothing with many workers", async () => {
    const { status, err } = await finish(start("run", "baseline", ...short, "--workers", "24"));
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });
});

describe("the process", () => {
  test("ends with 2 when the input is wrong", async () => {
    const { status, out, err } = await finish(start("run", "baseline", "--replications", "none"));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toBe("--replications is none; it must be a whole number from 1 to 100,000.\n");
  });

  test.skipIf(process.platform === "win32")("ends with 130 on Ctrl-C, saying so", async () => {
    const child = await underWay("run", "baseline", "--replications", "10000");
    child.kill("SIGINT");
    expect(await finish(child)).toEqual({ status: 130, out: "", err: "Cancelled; nothing was written.\n" });
  });

  test("ends quietly when nobody reads on", async () => {
    const child = start("parameters", "--format", "json");
    child.stdout?.destroy();
    expect(await finish(child)).toEqual({ status: 0, out: "", err: "" });
  });

  test("prints all of a long result into a pipe", async () => {
    const { out } = await finish(start("parameters", "--format", "json"));
    expect(out.length).toBeGreaterThan(65_536);
    expect(() => JSON.parse(out)).not.toThrow();
  });
});
