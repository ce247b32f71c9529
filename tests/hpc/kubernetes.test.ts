/** hpc/kubernetes-*.yaml: what their containers run, run here as Kubernetes would, joins to the study they name. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contents, manifestOf } from "../src/output/contents";

const folder = mkdtempSync(join(tmpdir(), "holdfast-pods-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-stale", "cli"], { stdio: "pipe" });
  copyFileSync("dist-cli/holdfast.mjs", join(folder, "holdfast.mjs"));
  mkdirSync(join(folder, "parts"));
});

const manifest = (name: string): string => readFileSync(join("hpc", name), "utf8");
/** The script that the container of a manifest is given, without its indentation. */
const scriptOf = (text: string): string =>
  /args:\n +- \|\n((?: {14}.*\n)+)/.exec(text)![1].replace(/^ {14}/gm, "");
const pod = (script: string, env: NodeJS.ProcessEnv = {}): string =>
  execFileSync("sh", ["-euc", script], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
    env: { ...process.env, ...env },
  });

test.skipIf(process.platform === "win32")(
  "pods of all indices and the merge give the bytes of one run",
  () => {
    const job = manifest("kubernetes-job.yaml");
    const command = "sweep baseline --vary team.linkWorkers=6:7:1 --years 0.2 --warm-up 0.1 --replications 3";
    expect(job).toContain("completionMode: Indexed");
    for (const index of ["0", "1"])
      pod(scriptOf(job), { JOB_COMPLETION_INDEX: index, PARTS: "2", COMMAND: command });
    pod(scriptOf(manifest("kubernetes-merge.yaml")));
    pod(`node holdfast.mjs ${command} --out whole`);
    const [results, whole] = ["results", "whole"].map((name) => join(folder, name));
    expect(manifestOf(results).fingerprint).toBe(manifestOf(whole).fingerprint);
    expect(contents(results)).toEqual(contents(whole));
  },
);

test("there are as many pods as parts", () => {
  const job = manifest("kubernetes-job.yaml");
  const [, completions] = /completions: (\d+)/.exec(job)!;
  const [, parts] = /name: PARTS\n +value: "(\d+)"/.exec(job)!;
  expect(parts).toBe(completions);
});
