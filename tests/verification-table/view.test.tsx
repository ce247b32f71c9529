// @vitest-environment happy-dom
/** The page's view of the checks: button, progress, cancel, table; pass and fail in words. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CheckResult } from "../../sim/verification";
import { exactFinding } from "../../sim/verification/finding";
import { Verification, type VerificationProgress, type Verify } from "../../ui/views/Verification";

const result = (id: string, observed = 2): CheckResult => {
  const findings = [exactFinding("mean wait", "working days", 2, observed, 0.5)];
  return {
    ...{
      id,
      family: "Queues",
      title: `Title of ${id}`,
      reduction: "Feedbacks off.",
      source: "Erlang (1917)",
    },
    ...{ settings: {}, findings, pass: findings[0].pass },
  };
};

/** Checks under the test's control. */
function byHand() {
  const calls: {
    report: (progress: VerificationProgress) => void;
    signal: AbortSignal;
    finish: () => void;
    fail: (error: Error) => void;
  }[] = [];
  const verify: Verify = (report, signal) =>
    new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("Aborted.", "AbortError")));
      calls.push({ report, signal, finish: resolve, fail: reject });
    });
  return { calls, verify };
}

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("main");
  document.body.replaceChildren(root);
});
afterEach(() => render(null, root));

const show = (verify: Verify) => act(() => render(<Verification verify={verify} />, root));
const button = () => root.querySelector("button")!;
/** Does it, and lets promises that are settled have their say. */
const settled = (what: () => void) =>
  act(async () => {
    what();
    await new Promise((resolve) => setTimeout(resolve));
  });
const press = () => settled(() => button().click());
const status = () => root.querySelector("[role=status]")!.textContent;

describe("checking the model in the browser", () => {
  test("shows checks as they come, and says at the end that all pass", async () => {
    const { calls, verify } = byHand();
    await show(verify);
    expect(button().textContent).toBe("Check this model");
    expect(root.querySelector("table")).toBeNull();
    await press();
    expect(button().textContent).toBe("Cancel the check");
    await settled(() => calls[0].report({ done: 1, total: 2, results: [result("A1")] }));
    expect(root.querySelector("progress")!.value).toBe(1);
    expect(root.textContent).toContain("Checking: 1 of 2 checks done.");
    // Screen readers hear of the end only, not of every check.
    expect(status()).toBe("");
    await settled(() => calls[0].report({ done: 2, total: 2, results: [result("A1"), result("B1")] }));
    await settled(() => calls[0].finish());
    expect(status()).toBe("2 checks, 2 comparisons: every one passes.");
    const rows = [...root.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows[2]).toBe("mean wait (working days)22–± 0.5✓ pass");
    expect(root.textContent).toContain("Theory: Erlang (1917).");
    expect(root.querySelector("progress")).toBeNull();
  });

  test("says in words what fails", async () => {
    const { calls, verify } = byHand();
    await show(verify);
    await press();
    await settled(() => calls[0].report({ done: 1, total: 1, results: [result("A1", 3)] }));
    await settled(() => calls[0].finish());
    expect(status()).toBe("1 check, 1 comparison: 1 check failed (A1).");
    expect(root.querySelector(".check-result.failed")!.textContent).toBe("✗ FAIL");
  });

  test("is cancelled by the same button, keeps what was done, and can be started again", async () => {
    const { calls, verify } = byHand();
    await show(verify);
    await press();
    await settled(() => calls[0].report({ done: 1, total: 2, results: [result("A1")] }));
    await press();
    expect(calls[0].signal.aborted).toBe(true);
    expect(status()).toMatch(
      /^Cancelled after 1 of 2 checks\. Of these: 1 check, 1 comparison: every one passes\.$/,
    );
    await settled(() => calls[0].report({ done: 2, total: 2, results: [result("A1"), result("B1")] }));
    expect(root.textContent).toContain("Cancelled after 1 of 2 checks.");
    await press();
    expect(calls).toHaveLength(2);
    expect(root.querySelector("table")).toBeNull();
  });

  test("says what went wrong, and stops when the page leaves it", async () => {
    const { calls, verify } = byHand();
    await show(verify);
    await press();
    await settled(() => calls[0].fail(new Error("The worker stopped twice.")));
    expect(status()).toBe(
      "The check stopped: The worker stopped twice. Press Check this model to try again.",
    );
    await press();
    await settled(() => render(null, root));
    expect(calls[1].signal.aborted).toBe(true);
  });
});
