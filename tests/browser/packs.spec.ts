/** Evidence and packs in the built site: opened from a lever, carried into files, and files that open. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { FEWER, finished } from "./watch";

test.describe.configure({ timeout: 120_000 });

const REASON = "Agreed by the <b>board</b> on 3 May";

/** The page with 30 futures, where supervision is changed to three hours for a reason. */
async function withReason(page: Page): Promise<void> {
  await page.goto(FEWER);
  await page.getByLabel("Clinical supervision (hours a month)").fill("3");
  const box = page.getByLabel("Reason for this change: Clinical supervision");
  await box.fill(REASON);
  await box.blur();
  await finished(page);
}

interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file that the page saves when something is pressed. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<SavedFile> {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), press()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/**
 * The pack that a button saves. The charts above may still be growing and move the button away between the pointer's
 * going down and up, which is then no click: it is pressed until the page says that this pack is being made.
 */
function saved(page: Page, button: string): Promise<SavedFile> {
  return savedBy(page, async () => {
    const state = page.locator(".pack-state");
    await expect(async () => {
      await page.getByRole("button", { name: button }).click();
      await expect(state).toContainText(button, { timeout: 3000 });
    }).toPass({ timeout: 60_000 });
    await expect(state).toHaveText(`${button}: done.`, { timeout: 60_000 });
  });
}

/** The web page that the window of the business case saves. */
function savedAsPage(page: Page): Promise<SavedFile> {
  return savedBy(page, () => page.getByRole("button", { name: "Save as a web page" }).click());
}

/** What the command line says of running the raw results of a pack again. */
async function reproduced(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-raw-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const words = ["scripts/holdfast.mjs", "reproduce", folder];
    return (await promisify(execFile)(process.execPath, words)).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("evidence opens from a lever, and from there the list of all numbers", async ({ page }) => {
  await page.goto(FEWER);
  await page.getByText("Evidence for Time to recruit").click();
  const card = page.locator(".lever-evidence[open]");
  await expect(card).toContainText("No published figure");
  await expect(card).toContainText("not yet run");
  await card.getByRole("button", { name: /Show it in the list/ }).click();
  await expect(page.getByText(/^All \d+ numbers/)).toBeFocused();
  await expect(page.locator(".listed")).toHaveCount(1);
  await expect(page.locator(".listed .evidence")).toContainText("recruitment.days");
  await page.getByLabel("Search the numbers").fill("supervision measured");
  await expect(page.locator(".evidence-search [role=status]")).toHaveText(/^\d+ of \d+ shown/);
  await page.getByLabel("Search the numbers").fill("");
  await page.getByLabel("Grade").selectOption("measured");
  for (const mark of await page.locator(".listed .grade-mark").allTextContents())
    expect(mark).toMatch(/● Measured/);
  await expect(page.locator(".cannot-know")).toContainText("no published quantity for holding");
});

test("any number can be changed from the list, with a reason", async ({ page }) => {
  await page.goto(FEWER);
  await page.getByText(/^All \d+ numbers/).click();
  await page.getByLabel("Search the numbers").fill("turnover.kL");
  await page.getByText(/^Change it in/).click();
  await page.getByLabel(/^Effect of exhaustion on leaving \(/).fill("1.5");
  await page.getByLabel("Reason for this change: Effect of exhaustion on leaving").fill("A local survey");
  await page.getByLabel("Reason for this change: Effect of exhaustion on leaving").blur();
  await finished(page);
  await expect(page.locator(".listed .evidence")).toContainText("Reason: A local survey");
  await expect(page.locator(".compared")).toContainText("Effect of exhaustion on leaving 1.5");
});

test("a reason travels in the link, and is text there and in the business case", async ({ page }) => {
  await withReason(page);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByLabel("Reason for this change: Clinical supervision")).toHaveValue(REASON);
  await finished(page);
  await page.getByRole("button", { name: "Open to read or print" }).click();
  const pack = page.locator(".pack");
  await expect(pack).toContainText(REASON);
  await expect(pack.locator("b")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "Question and finding",
    "Options",
    "Costs",
    "Benefits",
    "Sensitivity",
    "Assumptions and reasons",
    "Risks",
    "How to repeat this",
  ]);
  await expect(page.locator("#app")).toBeHidden();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(2);
  const { name, bytes } = await savedAsPage(page);
  expect(name).toMatch(/^holdfast-\d{4}-\d\d-\d\d-business-case-.*\.html$/);
  expect(Buffer.from(bytes).toString()).toContain("&lt;b&gt;board&lt;/b&gt;");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Open to read or print" })).toBeFocused();
});

test("packs wait for a run that has finished and is up to date", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  await expect(page.getByRole("button", { name: "Save for Word" })).toBeEnabled();
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("0");
  await expect(page.getByRole("button", { name: "Save for Word" })).toBeDisabled();
  await expect(page.locator(".pack-state")).toContainText("finished and is up to date");
});

test("the Word file and the methods pack open, and carry the reason and the stamp", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await withReason(page);
  const word = await saved(page, "Save for Word");
  const xml = strFromU8(unzipSync(word.bytes)["word/document.xml"]);
  expect(xml).toContain("Agreed by the &lt;b&gt;board&lt;/b&gt; on 3 May");
  expect(xml).toMatch(/Holdfast [\d.]+, model [\d.]+; 30 simulated futures/);
  const methods = unzipSync((await saved(page, "Save the methods pack (ZIP)")).bytes);
  expect(strFromU8(methods["stress-as-run.md"])).toContain(REASON);
  expect(strFromU8(methods["results/replications.csv"]).split("\n").length).toBeGreaterThan(1000);
  const scenario = Object.keys(methods).find((name) => /^scenarios\/.*changed/.test(name)) ?? "";
  expect(JSON.parse(strFromU8(methods[scenario])).reasons["support.supervisionHoursPerMonth"]).toBe(REASON);
  expect(errors).toEqual([]);
});

test("experiments that were run go into every pack, and out of them when they are out of date", async ({
  page,
}) => {
  test.slow();
  await page.goto(FEWER);
  await page.getByText("Details of the run").click();
  await page.getByLabel("How long?").selectOption("1");
  const packs = page.locator(".packs");
  await finished(page);
  await expect(packs).toContainText("Experiments that you run under “Find out more” go into the packs too.");
  const why = page.locator("#experiment-why");
  await why.locator("summary").first().click();
  await why.getByLabel("Simulated futures of each setting").fill("2");
  await why.getByRole("button", { name: "Explain the difference" }).click();
  await expect(why.getByRole("status")).toHaveText(/^Finished/, { timeout: 60_000 });
  await finished(page);
  await expect(packs).toContainText("With these experiments: Why do two scenarios differ?");
  const title = (await why.locator("article.figure h3").textContent()) ?? "";

  await page.getByRole("button", { name: "Open to read or print" }).click();
  const annex = page.locator(".pack .pack-annex ~ *");
  await expect(annex.filter({ hasText: "Why do two scenarios differ?" })).toHaveCount(1);
  await expect(annex.filter({ hasText: title }).first()).toBeVisible();
  const picture = page.locator(".pack .pack-figure");
  await expect(picture).toHaveAttribute("alt", /\w{4}/);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const asPage = Buffer.from((await savedAsPage(page)).bytes).toString();
  expect(asPage).toContain("img-src data:");
  expect(asPage).toContain("data:image/svg+xml");
  await page.keyboard.press("Escape");

  const word = unzipSync((await saved(page, "Save for Word")).bytes);
  expect(strFromU8(word["word/document.xml"])).toContain("Annex: experiments");
  const image = Object.keys(word).find((name) => /^word\/media\/.*\.png$/.test(name)) ?? "";
  expect(word[image].length).toBeGreaterThan(2000);
  const methods = unzipSync((await saved(page, "Save the methods pack (ZIP)")).bytes);
  expect(strFromU8(methods["experiments/why.md"])).toContain(title);
  expect(Object.keys(methods)).toEqual(
    expect.arrayContaining(["experiments/why.svg", "experiments/why.csv"]),
  );
  const raw = unzipSync((await saved(page, "Save the raw results (ZIP)")).bytes);
  const settings = JSON.parse(strFromU8(raw["experiments/why-settings.json"]));
  expect(settings).toMatchObject({ experiment: "why", ask: { by: "levers", replications: 2 } });
  expect(strFromU8(raw["experiments/why.csv"]).split("\r\n").length).toBeGreaterThan(4);
  expect(await reproduced(raw)).toMatch(/^Identical: 2 scenarios, 30 replications of each/);

  await page.getByLabel("Clinical supervision (hours a month)").fill("2");
  await expect(packs).toContainText("Without those that are out of date: Why do two scenarios differ?");
  const open = page.getByRole("button", { name: "Open to read or print" });
  await expect(open).toBeEnabled({ timeout: 60_000 });
  await open.click();
  await expect(page.locator(".pack")).toContainText("“Why do two scenarios differ?” is left out");
  await expect(page.locator(".pack .pack-figure")).toHaveCount(0);
});

test("the command line reproduces the raw results of the page to the last bit", async ({ page }) => {
  await withReason(page);
  const files = unzipSync((await saved(page, "Save the raw results (ZIP)")).bytes);
  expect(await reproduced(files)).toMatch(/^Identical: 2 scenarios, 30 replications of each/);
});

test("local numbers: wrong rows by line, the sample fitted, the team added; nothing is wider than the page", async ({
  page,
}) => {
  await page.goto(FEWER);
  await page.getByText("Does it fit our own numbers?").click();
  const numbers = page.getByLabel("Your monthly numbers");
  await numbers.fill("month,referrals,wte,starters,leavers\n2025-01,<b>,4,0,0");
  const part = page.locator("#experiment-local");
  await expect(part.locator(".problem")).toContainText("Line 2: referrals is “<b>”");
  const open = (name: string, content: string) =>
    part
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  await open("empty.csv", " \n");
  await expect(part.locator(".problem").first()).toContainText("empty.csv is empty");
  await open("ours.csv", "month;referrals\n");
  await expect(part.locator(".problem")).toContainText("Line 1 must name the columns");
  const months = ["2025-08", "Jun-25", "2025-04", "2025-03", "2025-02", "2025-01"];
  await numbers.fill(
    ["", "month;referrals;wte;starters;leavers", ...months.map((one) => `${one};1,200;4;0;0`)].join("\n"),
  );
  await expect(part.locator(".notice")).toHaveText([
    /^There are no numbers for 2025-05 and 2025-07\./,
    /^3,600 referrals a year for each post are far more/,
  ]);
  await part.getByRole("button", { name: "Use a made-up sample" }).click();
  await expect(part.locator(".notice")).toHaveCount(0);
  await expect(part.locator(".local-figures")).toContainText("24 months");
  await part.getByLabel("Simulated futures at each setting").fill("2");
  await part.getByRole("button", { name: "Fit the model to these numbers" }).click();
  await expect(part.locator(".local-results")).toContainText("how much holding there is", {
    timeout: 90_000,
  });
  await part.getByRole("button", { name: "Add this team as a scenario" }).click();
  await expect(page.getByLabel("Link workers (WTE posts)", { exact: true })).toHaveValue("6");
  expect((await new AxeBuilder({ page }).include("#experiment-local").analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow).toBeLessThanOrEqual(0);
});
