import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { FEWER } from "./watch";

test.describe.configure({ timeout: 180_000 });

/** Opens the page, with few futures, and waits for the end of its first run. */
async function open(page: Page): Promise<void> {
  await page.goto(FEWER);
  await expect(page.locator(".run-text")).toHaveText(/^Finished:/, { timeout: 90_000 });
  await expect(page.locator(".closer")).toHaveCount(3);
}

test("one future is drawn in the fan charts, and chosen from the dots, by pointer and by keyboard", async ({
  page,
}) => {
  await open(page);
  await expect(page.locator("#figure-burnout .singles path")).toHaveCount(0);
  await page.getByRole("button", { name: "Many leavers" }).click();
  // A white edge and a line, for the baseline and the scenario, in each of the four charts over time.
  for (const id of ["burnout", "leavers", "wait", "caseload"])
    await expect(page.locator(`#figure-${id} .singles path`)).toHaveCount(4);
  await page.getByText("How much do the futures differ?").click();
  const figure = page.locator("#figure-differences");
  await expect(figure.locator(".dots circle")).toHaveCount(30);
  await expect(figure.locator(".chosen path")).toHaveCount(1);
  const slider = page.getByLabel("Read the dots, from the smallest difference to the largest");
  await slider.focus();
  await slider.press("Home");
  await expect(figure.locator(".reading-text")).toContainText(/^Future \d+: leavers \d+ with/);
  const number = await page.getByLabel("Future", { exact: true }).inputValue();
  await figure.locator(".dots circle").last().click({ force: true });
  await expect(page.getByLabel("Future", { exact: true })).not.toHaveValue(number);
  await page.getByRole("combobox", { name: "Differences of" }).selectOption({ label: "Cost" });
  await expect(figure.locator("h3")).toContainText(/(Cheaper|Dearer) in \d+ of 30 matched futures/);
  const box = page.getByLabel("Future", { exact: true });
  // Whatever is typed, the box then has the future that is drawn.
  for (const [typed, drawn] of [
    ["30", "30"],
    ["31", "30"],
    ["1.5", "30"],
    ["2", "2"],
    ["", ""],
    ["31", "30"],
  ]) {
    await box.fill(typed);
    await box.press("Tab");
    await expect(box).toHaveValue(drawn);
  }
  await page.getByRole("button", { name: "Averages only" }).click();
  await expect(page.locator("#figure-burnout .singles path")).toHaveCount(0);
});

test("the diaries say who stays, who waits and who is lost", async ({ page }) => {
  await open(page);
  await page.getByText("Who stays, who waits, who is lost?").click();
  await expect(page.locator("#figure-flow .flow")).toHaveCount(2, { timeout: 120_000 });
  await expect(page.locator("#figure-survival .survival path")).toHaveCount(2);
  await expect(page.locator("#figure-waits .marks path")).toHaveCount(6);
  await expect(page.locator("#figure-case-states .areas path")).toHaveCount(14);
  await page.getByLabel(/^Read the chart at a time since hire/).press("End");
  await expect(page.locator("#figure-survival .reading-text")).toContainText(
    "60 months after hire: Baseline",
  );
  // Months since hire are no weeks of the record: the charts by week do not follow.
  await expect(page.locator("#figure-burnout .marker line")).toHaveCount(0);
  const waits = page.locator("#figure-waits");
  await waits.getByLabel(/^Read the chart at a level of need/).press("End");
  await expect(waits.locator(".reading-text")).toHaveText(
    /^High: Baseline \d+\.\d working days \(8 in 10 patients: .*gave up before the first appointment\.$/,
  );
  await expect(waits.locator(".marker rect")).toHaveCount(1);
  const flow = page.locator("#figure-flow");
  const stages = flow.getByLabel(/^Read the chart at a stage or an end/);
  await stages.press("ArrowRight");
  await expect(flow.locator(".reading-text")).toHaveText(/^Referred: Baseline 100\.0%; .* 100\.0%\.$/);
  await expect(flow.locator("rect.marked")).toHaveCount(2);
  await stages.press("ArrowRight");
  await expect(stages).toHaveAttribute("aria-valuetext", "First appointment");
  // Whatever is under the pointer is read too.
  await flow.locator(".flow rect:not(.marked)").nth(3).hover({ force: true });
  await expect(flow.locator(".reading-text")).toHaveText(/^Start a service: Baseline \d+\.\d%; /);
  const { violations } = await new AxeBuilder({ page }).include(".more-charts").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test("a career leads to the link worker's story, and that to a patient's", async ({ page }) => {
  await open(page);
  await page.getByText("One future: careers and stories").click();
  const careers = page.locator("#figure-careers");
  await expect(careers.locator(".row-names text")).toHaveCount(7, { timeout: 60_000 });
  const person = page.locator("#figure-person h3");
  const before = await person.textContent();
  await careers.getByRole("button", { name: "Next link worker" }).click();
  await expect(person).not.toHaveText(before ?? "");
  // The first reading fills the texts of all charts over time, which may move what is below them.
  await careers.locator("svg.chart-picture").hover();
  await expect(careers.locator(".reading-text")).toContainText("exhaustion");
  const box = await careers.locator("svg.chart-picture").boundingBox();
  const row = await careers.locator(".row-names text").nth(3).boundingBox();
  if (!box || !row) throw new Error("The chart of careers is not on the page.");
  // A little right of the row's name, where whoever was there at the start is still in post.
  await page.mouse.click(box.x + 68, row.y + row.height / 2);
  await expect(person).toContainText("Post 4");
  await expect(page.locator("#figure-person .panel")).toHaveCount(4);
  await page.getByLabel("A patient of this link worker").selectOption({ index: 1 });
  await expect(page.locator("#figure-patient h3")).toContainText("One patient", { timeout: 60_000 });
  // A click on any of the link worker's patients tells of that one.
  const told = await page.locator("#figure-patient svg").getAttribute("aria-label");
  await expect(async () => {
    // While a story comes, what is above the mark may still move: then the click has missed it.
    await page.locator("#figure-patients .dots path").last().click({ force: true });
    await expect(page.locator("#figure-patient svg")).not.toHaveAttribute("aria-label", told ?? "", {
      timeout: 2000,
    });
  }).toPass({ timeout: 30_000 });
  await expect(page.locator("#figure-patients .chosen path")).toHaveCount(1);
  await expect(person).toContainText("Post 4");
  await page.locator("#figure-patient summary").click();
  await expect(page.locator("#figure-patient tbody tr").first()).toContainText("Referred");
  const { violations } = await new AxeBuilder({ page }).include(".more-charts").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  // What is out of date says so on every card, in the picture and in the file's name.
  await page.getByText("How much do the futures differ?").click();
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("0");
  for (const id of ["careers", "person", "patient", "differences"])
    await expect(page.locator(`#figure-${id} .stale-tag`)).toHaveText("Out of date");
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    careers.getByRole("button", { name: "Picture (SVG)" }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/-30-futures-out-of-date\.svg$/);
  const svg = await readFile(await picture.path(), "utf8");
  expect(svg).toContain(">Out of date</text>");
  expect(svg).toContain((await careers.locator(".about").textContent()) ?? "no such line");
});
