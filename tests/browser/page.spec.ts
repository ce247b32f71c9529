import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { FEWER, finished } from "./watch";

/** The page with fewer futures, where a test is not about their number, so that it is quick. */

/** Waits until the run of the current inputs has finished and is on show. */
/** The first words of the finding, wherever the answer falls. */
const FINDING = /^(With|Too close to call|No difference)/;

test.describe.configure({ timeout: 120_000 });

test("answers on opening, without a click: coarse first, and then on until it is precise", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto("/");
  await expect(page.locator(".finding")).toHaveText(FINDING, { timeout: 30_000 });
  await expect(page.locator(".finding")).toContainText("link workers leave in five years");
  await expect(page.locator(".futures")).toHaveText(/^In 8 of 10 simulated futures/);
  await expect(page.locator(".headline")).toHaveCount(5);
  await expect(page.locator(".chart-picture")).toHaveCount(6);
  // The default run takes hundreds of futures; why it stops is tested in tests/src/untilPrecise and tests/ui.
  await expect(page.locator(".run-text")).toHaveText(
    /^Coarse so far, [\d,]+ simulated futures of each scenario/,
  );
  expect(await page.title()).toMatch(/^Holdfast/);
  expect(errors).toEqual([]);
});

test("compares several scenarios, and the answer follows the choice", async ({ page }) => {
  await page.goto(FEWER);
  await page.getByText("Add or remove scenarios").click();
  await page.getByRole("checkbox", { name: "Caseload cap of 40" }).check();
  await page.getByRole("checkbox", { name: "No holding, signposting only" }).check();
  await finished(page);
  await expect(page.locator(".finding")).toContainText("“No holding, signposting only”");
  await expect(page.locator(".warning")).toContainText("at patients' expense");
  await expect(page.locator(".warning")).toContainText("never by burnout alone");
  await expect(page.locator("#figure-burnout .means path")).toHaveCount(4);
  await page.getByRole("radio", { name: "Caseload cap of 40" }).check();
  await expect(page.locator(".finding")).toContainText("caseload cap of 40");
  await page.getByRole("button", { name: "Remove Caseload cap of 40" }).click();
  await expect(page.locator("#figure-burnout .means path")).toHaveCount(3);
});

test("a changed lever marks the results as out of date, then replaces them", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  // What stands there for some tenths of a second only is written down by the page.
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const { textContent } of document.querySelectorAll(".stale-tag, .run-text"))
        seen.add(textContent ?? "");
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seen });
  });
  const box = page.getByLabel("Link workers (WTE posts)", { exact: true });
  await box.fill("9");
  await expect(page.locator(".finding")).toContainText("“Link workers 9, with training");
  await finished(page);
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toContain("Out of date");
  expect(seen.join()).toContain("The results below are out of date.");
  await expect(page.locator(".finding")).toContainText("“Link workers 9, with training");
  await expect(page.locator(".finding")).toContainText("a team of 9");
  await page.getByRole("button", { name: "Undo" }).click();
  await finished(page);
  await expect(box).toHaveValue("7");
  await expect(page.locator(".finding")).not.toContainText("Link workers 9");
});

test("a slider and its number box are one lever", async ({ page }) => {
  await page.goto(FEWER);
  const slider = page.getByLabel("Clinical supervision, slider");
  await slider.fill("6");
  await expect(page.getByLabel("Clinical supervision (hours a month)")).toHaveValue("6");
  await page.getByLabel("Clinical supervision (hours a month)").fill("2");
  await expect(slider).toHaveValue("2");
  await finished(page);
  await expect(page.locator(".question")).toContainText("clinical supervision 2 hours a month");
});

test("a wrong number is kept, explained in a sentence, and not run", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  const before = await page.locator(".finding").textContent();
  const box = page.getByLabel("Time to recruit (working days)");
  await box.fill("soon");
  await expect(page.locator(".problem")).toHaveText(
    /^Time to recruit is “soon”, which is not a number; it must be a number from 0 to .* working days\.$/,
  );
  await expect(box).toHaveValue("soon");
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".run-text")).toHaveText(/^Not run:/);
  await expect(page.locator(".stale-tag").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
  await expect(page.locator(".finding")).toHaveText(before ?? "");
  await box.fill("30");
  await finished(page);
  await expect(page.locator(".problem")).toHaveCount(0);
});

test("cancelling keeps the last results, marked; Run starts again", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  await page.getByText("Details of the run").click();
  await page.getByLabel("Run each scenario how many times?").selectOption("1000");
  await expect(page.locator(".run-text")).toHaveText(/^Running/);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".run-bar")).toContainText("The run was cancelled.");
  const again = page.getByRole("button", { name: "Run", exact: true });
  await expect(again).not.toHaveClass(/secondary/);
  // Out of date, or already a coarse picture of the new request, of the futures that were known.
  await expect(page.locator(".tag").first()).toBeVisible();
  await page.getByLabel("Run each scenario how many times?").selectOption("30");
  await finished(page);
  await expect(page.locator(".run-text")).toContainText("30 simulated futures");
  await expect(again).toHaveClass(/secondary/); // there is nothing left to run
});

test("works by keyboard alone", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the answer" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.getByText("Add or remove scenarios").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Warm handover" }).focus();
  await page.keyboard.press("Space");
  await finished(page);
  await expect(page.locator(".finding")).toContainText("warm handover");
  await page.locator("#read-burnout").focus();
  await page.keyboard.press("End");
  await expect(page.locator("#figure-burnout .reading-text")).toHaveText(
    /^Weeks 257 to 260: Baseline \d+% \(8 in 10/,
  );
  await expect(page.locator("#figure-burnout .marker line")).toHaveCount(1);
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#figure-burnout .reading-text")).toHaveText(/^Weeks 253 to 256:/);
  // Years are read together with their weeks; functions of holding stand in no week.
  await expect(page.locator("#figure-turnover .reading-text")).toHaveText(/^Year 5: Baseline /);
  await page.locator("#read-turnover").press("Home");
  await expect(page.locator("#figure-turnover .reading-text")).toHaveText(/^Year 1: Baseline /);
  await expect(page.locator("#figure-burnout .reading-text")).toHaveText(/^Weeks 49 to 52:/);
  await page.locator("#read-holding").press("End");
  await expect(page.locator("#figure-holding .reading-text")).toHaveText(
    /^Bearing witness to distress: Base/,
  );
  await expect(page.locator("#figure-burnout .marker line")).toHaveCount(0);
});

test("every chart has a table twin and a file with a name that says what it is", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  for (const id of ["burnout", "leavers", "turnover", "wait", "caseload", "holding"]) {
    const figure = page.locator(`#figure-${id}`);
    await figure.getByText("Show as a table").click();
    await expect(figure.locator("tbody tr").first()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: "Download the data (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(
      `holdfast-${id}-baseline-vs-supported-and-recognised-30-futures.csv`,
    );
  }
});

test("axe finds nothing, wide and narrow, with everything open and while out of date", async ({ page }) => {
  // The marks of a picture are one image with a name.
  const violations = async () => (await new AxeBuilder({ page }).exclude("svg *").analyze()).violations;
  await page.goto(FEWER);
  await page.getByText("Details of the run").click();
  await page.getByText("Add or remove scenarios").click();
  await page.getByText("How it works").click();
  await page.getByText(/^All \d+ numbers, with their evidence$/).click();
  await page.getByLabel("Search the numbers").fill("relief");
  await page.getByRole("checkbox", { name: "No holding, signposting only" }).check();
  await finished(page);
  await page.locator("#figure-burnout summary").click();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await violations()).toEqual([]);
  // Out of date, the page holds all that it held before, and marks it.
  await page.setViewportSize({ width: 375, height: 812 });
  await page.getByRole("button", { name: "Show scenarios and levers" }).click();
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("0");
  await expect(page.locator(".problem")).toBeVisible();
  expect(await violations()).toEqual([]);
});

test("nothing scrolls sideways from 320 px on, and every chart's slider has room to move", async ({
  page,
}) => {
  await page.goto(FEWER);
  await page.getByText("Add or remove scenarios").click();
  await page.getByText("How it works").click();
  await page.getByText(/^All \d+ numbers, with their evidence$/).click();
  await page.getByRole("checkbox", { name: "Caseload cap of 40" }).check();
  await finished(page);
  for (const width of [320, 375, 641, 768, 990, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overflow, { message: `${width} px` }).toBeLessThanOrEqual(0);
    const sliders = page.locator(".reading input");
    const widths = await sliders.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(widths).toHaveLength(6);
    expect(Math.min(...widths), `${width} px`).toBeGreaterThanOrEqual(120);
  }
});

test("the paper version leaves out the controls and keeps answer, charts and tables", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".controls")).toBeHidden();
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeHidden();
  await expect(page.locator(".finding")).toBeVisible();
  await expect(page.locator("#figure-burnout .chart-picture")).toBeVisible();
  // Folded away on the screen; Playwright takes whatever is in closed details for hidden, so the browser is asked.
  const isSeen = () => page.locator(".measures table").evaluate((table) => table.checkVisibility());
  expect(await isSeen()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  expect(await isSeen()).toBe(false);
  await expect(page.locator(".compared")).toContainText("result code “holdfast”");
});

test("survives a killed worker: says so, and gives the same answer", async ({ page }) => {
  await page.addInitScript(() => {
    const started: Worker[] = [];
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started.push(this);
      }
    };
    Object.assign(window, { killAWorker: () => started[0].terminate() });
  });
  await page.goto("/?futures=30&workers=2");
  await expect(page.locator(".run-text")).toHaveText(/^(Running|Coarse so far)/, { timeout: 30_000 });
  await page.evaluate(() => (window as unknown as { killAWorker: () => void }).killAWorker());
  await finished(page);
  await expect(page.locator(".run-bar .notice")).toContainText("was replaced");
  const survived = await page.locator(".measures").textContent();
  await page.goto("/?futures=30&workers=2");
  await finished(page);
  expect(await page.locator(".measures").textContent()).toBe(survived);
});

test("checks the model against theory on request, and can be cancelled", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  const section = page.locator(".verification");
  await section.getByRole("button", { name: "Check this model" }).click();
  await expect(section.getByText("A1", { exact: true })).toBeVisible({ timeout: 60_000 });
  await section.getByRole("button", { name: "Cancel the check" }).click();
  await expect(section.getByRole("button", { name: "Check this model" })).toBeVisible();
  await expect(section.locator(".verification-state")).toContainText(/cancelled/i);
});
