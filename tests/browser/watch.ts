/** What tests of the page watch for while they use it. */
import { expect, type Page } from "@playwright/test";

/** The page with few futures, and with one worker, since two tests at a time share the machine's processor. */
export const FEWER = "/?futures=30&workers=1";

/**
 * Collects what breaks the page's security policy, in the page and (as the browser's console has it) in its workers,
 * and errors that nobody caught. To be called before the page is opened.
 */
export async function watchPolicy(page: Page): Promise<string[]> {
  const broken: string[] = [];
  await page.exposeFunction("policyBroken", (text: string) => broken.push(text));
  await page.addInitScript(() => {
    const report = (window as unknown as { policyBroken: (text: string) => void }).policyBroken;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      report(`${violatedDirective}: ${blockedURI} in ${sourceFile}`),
    );
  });
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") broken.push(message.text());
  });
  return broken;
}

/** Waits until the run of the current inputs has finished and is on show. */
export async function finished(page: Page): Promise<void> {
  await expect(page.locator(".run-text")).toHaveText(/^Finished:/, { timeout: 60_000 });
  await expect(page.locator(".stale-tag")).toHaveCount(0);
}

/** Has the page do the first of its checks against theory, whose code comes only then. */
export async function firstCheck(page: Page): Promise<void> {
  const section = page.locator(".verification");
  await section.getByRole("button", { name: "Check this model" }).click();
  await expect(section.getByText("A1", { exact: true })).toBeVisible({ timeout: 60_000 });
  await section.getByRole("button", { name: "Cancel the check" }).click();
}

/** Opens all that can be folded out, and what comes to light in it, until nothing is closed. */
export async function openEverything(page: Page): Promise<void> {
  const closed = page.locator("details:not([open])");
  for (let round = 0; round < 10 && (await closed.count()) > 0; round++) {
    await closed.evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await page.waitForTimeout(200); // what is folded out may be drawn, and hold more to open
  }
}
