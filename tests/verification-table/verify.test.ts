/** `verify` on the command line: the table, the formats, the exit status, and what it refuses. */
import { describe, expect, test } from "vitest";
import { CHECKS, type CheckRequest, type CheckResult } from "../../sim/verification";
import { exactFinding } from "../../sim/verification/finding";
import { verifyModel } from "../../src/experiment/verify";
import type { RunCheck } from "../../src/pool/runner";
import { call, sentences } from "../src/cli/call";
import { fakeBatch } from "../src/fakeBatch";

/** Checks that take no time: all pass but those named. */
const answering =
  (failing: readonly string[] = [], asked: CheckRequest[] = []): RunCheck =>
  async (request) => {
    asked.push(request);
    const { id, family, title, reduction, source, settings } = CHECKS.find((one) => one.id === request.id)!;
    const findings = [exactFinding("mean wait", "working days", 2, failing.includes(id) ? 3 : 2, 0.5)];
    return { id, family, title, reduction, source, settings, findings, pass: findings[0].pass };
  };
const verify = (args: readonly string[], runCheck: RunCheck = answering()) =>
  call(["verify", ...args], async (job) => fakeBatch(job), runCheck);

describe("the command", () => {
  test("prints every check with what is expected and observed", async () => {
    const { status, out, err } = await verify([]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`${CHECKS.length} checks, ${CHECKS.length} comparisons: every one passes.`);
    for (const { id, title } of CHECKS) expect(out.replaceAll(/\s+/g, " ")).toContain(`${id}: ${title}.`);
    expect(out).toMatch(/^Id +Quantity +Expected +Observed +95% interval +Tolerance +Result$/m);
    expect(out).toMatch(/^A4 +mean wait \(working days\) +2 +2 +– +± 0\.5 +pass$/m);
  });

  test("ends with status 1, and says which, when a check fails", async () => {
    const { status, out, err } = await verify(["--only", "A4,G1,LITTLE"], answering(["G1"]));
    expect(status).toBe(1);
    expect(err).toBe("3 checks, 3 comparisons: 1 check failed (G1).\n");
    expect(out).toMatch(/^G1 .*FAIL$/m);
  });

  test("does the checks named, in the order of the list, whatever their case", async () => {
    const asked: CheckRequest[] = [];
    const args = [
      "--only",
      "little, a4",
      "--seed",
      "mine",
      "--effort",
      "9",
      "--workers",
      "1",
      "--format",
      "json",
    ];
    const { status, out } = await verify(args, answering([], asked));
    expect(status).toBe(0);
    expect(asked).toEqual([
      { id: "A4", seed: "mine", effort: 9 },
      { id: "LITTLE", seed: "mine", effort: 9 },
    ]);
    const { seed, effort, pass, checks } = JSON.parse(out);
    expect({ seed, effort, pass }).toEqual({ seed: "mine", effort: 9, pass: true });
    expect(checks.map(({ id }: CheckResult) => id)).toEqual(["A4", "LITTLE"]);
    expect(checks[0].settings["policy.caseloadCap"]).toBe(1);
  });

  test("as Markdown is a section that says how it was made, how the model is reduced, and whose theory it is", async () => {
    const { out } = await verify(["--only", "A4", "--format", "markdown"]);
    expect(out).toMatch(
      /^## Verification against theory\n\n`npm run holdfast -- verify --only A4 --seed holdfast`\n/,
    );
    expect(out).toContain("\n### M/M/c, Erlang C\n");
    expect(out).toContain("Reduction: ");
    expect(out).toContain("Theory: Erlang (1917)");
    expect(out).toContain("| A4 | mean wait (working days) | 2 | 2 | – | ± 0.5 | pass |");
    expect(out).not.toMatch(/undefined|NaN/);
  });

  test("refuses what cannot be, all at once", async () => {
    const answer = await verify([
      "--only",
      "A4,B7",
      "--seed",
      "",
      "--effort",
      "0",
      "--workers",
      "x",
      "--format",
      "csv",
    ]);
    expect(answer).toMatchObject({ status: 2, out: "" });
    expect(sentences(answer)).toEqual([
      '--format is "csv"; it must be one of table, json, markdown.',
      "--effort is 0; it must be a whole number from 1 to 1,000.",
      "--workers is x; it must be a whole number from 1 to 256.",
      expect.stringMatching(/^--only names B7; the checks are A1, .*KEYS\.$/),
      '--seed is empty; give any text, such as "holdfast".',
    ]);
  });

  test("says why when a worker fails", async () => {
    const { status, err } = await verify([], () => Promise.reject(new Error("The worker stopped twice.")));
    expect({ status, err }).toEqual({ status: 1, err: "The run failed: The worker stopped twice.\n" });
  });
});

describe("doing the checks", () => {
  const never = new AbortController().signal;

  test("gives the same, in the order of the list, whatever the order of arrival", async () => {
    const seen: string[] = [];
    const late: RunCheck = async (request, signal) => {
      if (request.id === "A1") await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(request.id);
      return answering()(request, signal);
    };
    const wanted = { ids: ["C1", "A1", "B1"], seed: "s", effort: 1 };
    const counts: number[] = [];
    const results = await verifyModel(
      wanted,
      { runCheck: late, width: 2 },
      never,
      ({ done, total, results: soFar }) => {
        expect(total).toBe(3);
        expect(soFar).toHaveLength(done);
        counts.push(done);
      },
    );
    expect(counts).toEqual([1, 2, 3]);
    expect(results.map(({ id }) => id)).toEqual(["A1", "B1", "C1"]);
    expect(seen[2]).toBe("A1");
    const alone = await verifyModel(wanted, { runCheck: answering(), width: 1 }, never);
    expect(alone).toEqual(results);
  });

  test("stops when it is cancelled", async () => {
    const cancelled = new AbortController();
    const asked: string[] = [];
    const cancelling: RunCheck = async (request, signal) => {
      asked.push(request.id);
      if (asked.length === 3) cancelled.abort(new Error("enough"));
      return answering()(request, signal);
    };
    const all = verifyModel({ seed: "s", effort: 1 }, { runCheck: cancelling, width: 1 }, cancelled.signal);
    await expect(all).rejects.toThrow("enough");
    expect(asked).toHaveLength(3);
  });

  test("stops the others when one cannot be done", async () => {
    const stopped: unknown[] = [];
    const failing: RunCheck = (request, signal) =>
      new Promise((_, reject) => {
        if (request.id === "B1") setTimeout(() => reject(new Error("broken")), 5);
        signal.addEventListener("abort", () => reject(stopped.push(request.id)));
      });
    const all = verifyModel(
      { ids: ["A1", "B1"], seed: "s", effort: 1 },
      { runCheck: failing, width: 2 },
      never,
    );
    await expect(all).rejects.toThrow("broken");
    expect(stopped).toContain("A1");
  });
});
