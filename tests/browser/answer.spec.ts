/** The answer while it is refined: in slices, without jumps, and never of runs that are not alike. */
import { expect, type Page, test } from "@playwright/test";
import { FEWER } from "./watch";

test.describe.configure({ timeout: 120_000 });

async function finished(page: Page): Promise<void> {
  await expect(page.locator(".run-text")).toHaveText(/^Finished:/, { timeout: 60_000 });
}

interface Watched {
  breaths: number;
  shifts: number;
}

/** Runs in the page, so it must stand alone: counts breaths between slices, and sums what moved without being asked. */
function watch(): void {
  const seen = window as unknown as Watched;
  seen.breaths = 0;
  seen.shifts = 0;
  const { scheduler } = window as unknown as { scheduler: { yield: () => Promise<void> } };
  const breathe = scheduler.yield.bind(scheduler);
  scheduler.yield = () => {
    seen.breaths++;
    return breathe();
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
      if (!entry.hadRecentInput) seen.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

const watched = (page: Page) =>
  page.evaluate(() => {
    const { breaths, shifts } = window as unknown as Watched;
    return { breaths, shifts };
  });

test("is drawn in slices with breaths between them, and nothing jumps", async ({ page }) => {
  await page.addInitScript(watch);
  await page.goto("/?futures=100");
  await finished(page);
  const { breaths, shifts } = await watched(page);
  const parts = await page.locator(".staged").count();
  expect(parts).toBeGreaterThanOrEqual(8);
  // A breath before each part of the first and the last picture, and before each slice of their preparation.
  expect(breaths).toBeGreaterThan(2 * parts);
  expect(shifts).toBeLessThan(0.1);
});

test("headline cards give each measure with its difference and interval", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  for (const title of ["Leavers", "Burnt out", "Wait", "Connected", "Cost"]) {
    const card = page.locator(".headline", { has: page.getByRole("heading", { name: title }) });
    await expect(card.locator(".headline-interval")).toHaveText(/^95% interval: .+ to .+/);
    await expect(card.locator(".headline-range")).toHaveText(/^8 in 10 futures: /);
  }
});

test("three numbers say how sure it is, and the doubt about inputs is run only on request", async ({
  page,
}) => {
  await page.goto(FEWER);
  await finished(page);
  const section = page.locator(".sureness");
  await expect(section.locator("thead th")).toHaveCount(4);
  await expect(section.locator("tbody tr").first()).toContainText("not run yet");
  await section.getByRole("button", { name: "Run the doubt about inputs" }).click();
  await expect(section.locator("tbody tr").first()).toContainText("being run");
  await section.getByRole("button", { name: "Cancel the draws" }).click();
  await expect(section.locator("tbody tr").first()).toContainText("not run yet");
});

test("a scenario that begins in another state is not compared, and the page says why", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  const before = await page.locator(".finding").textContent();
  const content = {
    holdfast: 1,
    id: "worn-out",
    name: "Worn out",
    question: "What if they begin worn out?",
    extends: "baseline",
    changes: { "exhaustion.atStart": 0.5 },
    reasons: {},
  };
  await page.getByLabel("Scenario files").setInputFiles({
    name: "worn-out.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(content)),
  });
  await expect(page.locator(".run-text")).toHaveText(/^Not run: these scenarios cannot be compared/);
  await expect(page.locator(".error-box")).toContainText("Worn out cannot be compared with Baseline");
  await expect(page.locator(".error-box")).toContainText("exhaustion.atStart is 0.5");
  await expect(page.locator(".stale-tag").first()).toBeVisible();
  await expect(page.locator(".finding")).toHaveText(before ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await finished(page);
  await expect(page.locator(".error-box")).toHaveCount(0);
});

test("an overload is said within one year, and a change after the end is said to change nothing", async ({
  page,
}) => {
  await page.goto(FEWER);
  await page.getByText("Details of the run").click();
  await page.getByLabel("How long?").selectOption("1");
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("2");
  await finished(page);
  await expect(page.locator(".warning")).toContainText(
    /With “?link workers 2.*, referrals exceed capacity; the wait grows without end, in every simulated future/i,
  );
  await expect(page.locator(".warning")).not.toContainText("At the baseline, referrals exceed capacity");
  await page.getByText("Changes during the run").click();
  await page.getByRole("button", { name: "Add a change" }).click();
  await expect(page.locator(".timeline-row .too-late")).toHaveText(
    "This falls after the end of the run (week 52): it changes nothing.",
  );
  await expect(page.locator(".differs").first()).toContainText("(week 52): it changes nothing");
  await page.getByLabel("After", { exact: true }).fill("51");
  await expect(page.locator(".timeline-row .too-late")).toBeEmpty();
});

/** Runs in the page: workers that can be made to break, or to hear nothing after so many messages. */
function breakable(hears: number): void {
  const state = { broken: false, hears };
  const started: Worker[] = [];
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      if (state.broken) throw new Error("out of memory");
      super(url, options);
      started.push(this);
    }
    override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
      if (state.hears-- > 0) super.postMessage(message, options as Transferable[]);
    }
  };
  const turn = (broken: boolean) => {
    state.broken = broken;
    if (broken) for (const worker of started) worker.terminate();
  };
  Object.assign(window, { breakWorkers: turn });
}

test("cancelled with few futures, it says that the ranges are rough", async ({ page }) => {
  // Enough messages for the first picture, and too few for all of them.
  await page.addInitScript(breakable, 10);
  await page.goto(FEWER);
  await expect(page.locator(".run-text")).toHaveText(/^Coarse so far/, { timeout: 60_000 });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".run-bar .notice")).toHaveText(
    /^The run was cancelled\. The results below are good, but rest on \d+ simulated futures .* only\./,
  );
  await expect(page.locator(".coarse-tag").first()).toHaveText(/^Coarse: \d+ of 30 futures$/);
  await expect(page.getByText(/^The ranges rest on only \d+ simulated futures; below 30/)).toBeVisible();
});

test("a run that fails leaves the last good results, and a way on", async ({ page }) => {
  const turn = (broken: boolean) =>
    page.evaluate(
      (is) => (window as unknown as { breakWorkers: (is: boolean) => void }).breakWorkers(is),
      broken,
    );
  await page.addInitScript(breakable, 1e9);
  await page.goto("/?futures=100&workers=2");
  await finished(page);
  const before = await page.locator(".finding").textContent();
  await turn(true);
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("9");
  const box = page.locator(".run-bar .error-box");
  await expect(box).toContainText("The run failed", { timeout: 60_000 });
  await expect(box).toContainText("stopped twice");
  await expect(box).toContainText("The results below are the last good ones, of earlier inputs.");
  await expect(page.locator(".finding")).toHaveText(before ?? "");
  await expect(page.locator(".stale-tag").first()).toBeVisible();
  await turn(false);
  await box.getByRole("button", { name: "Run 30 futures instead" }).click();
  await finished(page);
  await expect(page.locator(".run-text")).toContainText("30 simulated futures");
  await expect(page.locator(".finding")).toContainText("a team of 9");
});
