/** Known answer of the other platform: the page and the command line give the same results to the last bit. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";

const FUTURES = 30;
test.describe.configure({ timeout: 120_000 });

/** Fingerprints of the scenarios on show, once the run has finished. */
async function shownFingerprints(page: Page, workers: number): Promise<string[]> {
  await page.goto(`/?futures=${FUTURES}&workers=${workers}`);
  await expect(page.locator(".run-text")).toHaveText(/^Finished:/, { timeout: 60_000 });
  return page.locator(".fingerprints code").allTextContents();
}

/** Fingerprints of the same scenarios from the command line. */
async function printedFingerprints(): Promise<string[]> {
  const scenarios = ["baseline", "supported-and-recognised"];
  const args = [
    "scripts/holdfast.mjs",
    "run",
    ...scenarios,
    "--replications",
    `${FUTURES}`,
    "--format",
    "json",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout).runs.map((run: { fingerprint: string }) => run.fingerprint);
}

test("same fingerprints in Node and in the browser, with 1, 2 and 4 workers", async ({ page }) => {
  const printed = await printedFingerprints();
  expect(printed).toHaveLength(2);
  expect(new Set(printed).size).toBe(2);
  for (const workers of [1, 2, 4])
    expect(await shownFingerprints(page, workers), `${workers} workers`).toEqual(printed);
});
