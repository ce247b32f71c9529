import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { FEWER } from "./watch";

test.describe.configure({ timeout: 180_000 });

/** The page with few futures of one year, so that experiments are quick; and one of them, opened. */
async function opened(page: Page, id: string): Promise<Locator> {
  await page.goto(FEWER);
  await page.getByText("Details of the run").click();
  await page.getByLabel("How long?").selectOption("1");
  const experiment = page.locator(`#experiment-${id}`);
  await experiment.locator("summary").first().click();
  await expect(experiment.locator(".experiment-form")).toBeVisible({ timeout: 30_000 });
  return experiment;
}

/** Runs it, and waits until it has finished. */
async function run(experiment: Locator, action: string): Promise<void> {
  const button = experiment.getByRole("button", { name: action, exact: true });
  await expect(experiment.locator(".experiment-estimate")).toContainText("simulated futures");
  await button.click();
  await expect(experiment.getByRole("status")).toHaveText(/^Finished/, { timeout: 120_000 });
}

/** What every figure has: a picture with a text alternative, points read by keyboard, a table twin, and files. */
async function isWhole(experiment: Locator): Promise<void> {
  const figure = experiment.locator("article.figure");
  await expect(figure.locator("svg.chart-picture")).toHaveAttribute("aria-label", /\w{4}/);
  const slider = figure.getByRole("slider", { name: /^Read the chart / });
  await expect(figure.locator(".marker > *")).toHaveCount(0);
  await slider.press("End");
  await expect(figure.locator(".reading-text")).toHaveText(/: .*\d.*\.$/);
  expect(await figure.locator(".marker > *").count()).toBeGreaterThan(0);
  const last = await figure.locator(".reading-text").textContent();
  await slider.press("Home");
  await expect(figure.locator(".reading-text")).not.toHaveText(last ?? "");
  await figure.locator("summary", { hasText: "Show as a table" }).click();
  expect(await figure.locator("tbody tr").count()).toBeGreaterThan(1);
  for (const [name, ending] of [
    ["Download the data", "csv"],
    ["Picture (PNG)", "png"],
    ["Picture (SVG)", "svg"],
  ]) {
    const [download] = await Promise.all([
      experiment.page().waitForEvent("download"),
      figure.getByRole("button", { name: new RegExp(`^${name.replace(/[()]/g, "\\$&")}`) }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^holdfast-.*\\.${ending}$`));
  }
}

test("a sweep: heatmap with targets, then out of date, then cancelled", async ({ page }) => {
  const experiment = await opened(page, "sweep");
  const [to, step] = [experiment.getByLabel("To").first(), experiment.getByLabel("In steps of").first()];
  await to.fill("2");
  await expect(experiment.getByText("it must go up")).toBeVisible();
  await expect(experiment.getByRole("button", { name: "Run the sweep" })).toBeDisabled();
  await to.fill("9");
  await step.fill("6");
  await experiment.getByLabel("In steps of").nth(1).fill("1");
  await experiment.getByLabel("Simulated futures of each setting").fill("3");
  await run(experiment, "Run the sweep");
  await expect(experiment.locator(".cells rect")).toHaveCount(4);
  await isWhole(experiment);

  // Targets and measure are looked at anew without a run; other inputs grey what is shown.
  await experiment.getByLabel("Target 1: value").fill("1000");
  await expect(experiment.locator("h3")).toHaveText("4 of 4 settings meet the target");
  await expect(experiment.locator(".stale-tag")).toHaveCount(0);
  await experiment.getByLabel("Second lever").selectOption("");
  await expect(experiment.locator(".stale-tag")).toHaveText("Out of date");
  await experiment.getByLabel("Simulated futures of each setting").fill("900");
  await experiment.getByRole("button", { name: "Run the sweep" }).click();
  await experiment.getByRole("button", { name: /^Cancel/ }).click();
  await expect(experiment.getByRole("status")).toHaveText("Cancelled. The last results stay.");
  await expect(experiment.locator(".cells rect")).toHaveCount(4);
  const { violations } = await new AxeBuilder({ page }).include("#experiment-sweep").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("the smallest safe team: problems in sentences, an answer, and its table", async ({ page }) => {
  const experiment = await opened(page, "staff");
  await experiment.getByLabel("Fewest posts").fill("6");
  await experiment.getByLabel("Most posts").fill("7");
  await experiment.getByLabel("Most simulated futures of each team").fill("10");
  await expect(experiment.getByText(/are too few: among 2 teams, at least \d+ are needed/)).toBeVisible();
  await experiment.getByLabel("Most simulated futures of each team").fill("30");
  await experiment.getByLabel("Target 1: value").fill("900");
  await experiment.getByLabel("Target 2: value").fill("1000");
  await run(experiment, "Find the smallest safe team");
  await expect(experiment.locator(".experiment-finding")).toContainText("The smallest safe team has 6 posts");
  await expect(experiment.locator(".experiment-finding")).toContainText("The runner-up, 7 posts");
  await isWhole(experiment);
});

test("why it changed: a waterfall from one scenario to the other", async ({ page }) => {
  const experiment = await opened(page, "why");
  await experiment.getByLabel("Simulated futures of each setting").fill("2");
  await run(experiment, "Explain the difference");
  expect(await experiment.locator(".bars rect").count()).toBeGreaterThan(3);
  await expect(experiment.getByText("interaction remainder")).toBeVisible();
  await isWhole(experiment);
});

test("sensitivity: a tornado, and shares of the variance", async ({ page }) => {
  const experiment = await opened(page, "sensitivity");
  await experiment.getByLabel("Only those that I choose").check();
  await expect(experiment.getByText("Choose at least one parameter to move.")).toBeVisible();
  const boxes = experiment.locator(".parameter-list input");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await experiment.getByLabel("Trajectories").fill("2");
  await run(experiment, "Find what matters most");
  await expect(experiment.locator(".bars rect")).toHaveCount(2);
  await isWhole(experiment);
  await experiment.getByLabel("Method").selectOption("sobol");
  await experiment.getByLabel("Samples").fill("8");
  await run(experiment, "Find what matters most");
  await expect(experiment.locator(".bars rect")).toHaveCount(4);
});

test("what to find out next: the choice, and what would change it", async ({ page }) => {
  const experiment = await opened(page, "findOut");
  await experiment.getByLabel("Only those that I choose").check();
  await experiment.locator(".parameter-list input").first().check();
  await experiment.locator(".parameter-list input").nth(1).check();
  await experiment.getByLabel("Draws of all parameters together").fill("30");
  await experiment.getByLabel("Simulated futures at each draw").fill("2");
  await run(experiment, "Find what to find out next");
  await expect(experiment.locator(".experiment-finding")).toContainText("is best in");
  await isWhole(experiment);
});

test("a shock drill ends the experiment before it, and pauses for the answer above", async ({ page }) => {
  const sweep = await opened(page, "sweep");
  await sweep.getByRole("button", { name: "Run the sweep" }).click();
  const drill = page.locator("#experiment-drill");
  await drill.locator("summary").first().click();
  await expect(drill.getByLabel("Strikes at the beginning of week")).toHaveValue("13"); // fits a year
  await expect(drill.locator(".problem")).toHaveCount(0);
  await drill.getByLabel("Strikes at the beginning of week").fill("50");
  await expect(drill.getByText(/the run has 52 weeks, of which at least 13 must follow/)).toBeVisible();
  await drill.getByLabel("Shock").selectOption("resignation");
  await drill.getByLabel("Strikes at the beginning of week").fill("4");
  await drill.getByLabel("Simulated futures, with and without it").fill("4");
  await run(drill, "Run the drill");
  await expect(sweep.getByRole("status")).toHaveText(/^Ended, because another experiment was started/);
  await expect(drill.locator(".means path")).toHaveCount(1);
  await expect(drill.locator(".experiment-finding")).toContainText("1 link worker gives notice");
  await isWhole(drill);
  await drill.getByLabel("Read the chart at a week").fill("10");
  await expect(drill.locator(".reading-text")).toContainText("Week 9");
});
