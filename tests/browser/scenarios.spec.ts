/** Scenarios as things of their own: added, named, copied, moved, changed during the run, kept, saved and opened. */
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { FEWER, finished } from "./watch";

test.describe.configure({ timeout: 120_000 });

const names = (page: Page) => page.locator(".chosen .scenario-name");
/** Name, copy, place and keeping are folded away until they are wanted. */
const openTools = (page: Page) => page.getByText("Rename, copy, move or keep it").click();

test("five side by side: named from what changed, copied, moved, removed, undone and redone", async ({
  page,
}) => {
  await page.goto(FEWER);
  const policy = "Training, supervision and recognised holding";
  await expect(names(page)).toHaveText(["Baseline", policy]);
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("9");
  const changed = `Link workers 9, with training, supervision and recognised holding`;
  await expect(names(page)).toHaveText(["Baseline", changed]);
  await openTools(page);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await page.getByRole("button", { name: "Add a copy of the baseline" }).click();
  await page.getByText("Add or remove scenarios").click();
  await page.getByRole("checkbox", { name: "Caseload cap of 40" }).check();
  await expect(names(page)).toHaveText([
    "Baseline",
    changed,
    `${changed} (2)`,
    "Copy of baseline",
    "Caseload cap of 40",
  ]);
  await expect(page.getByRole("checkbox", { name: "Warm handover" })).toBeDisabled();
  await finished(page);
  await expect(page.locator("#figure-burnout .means path")).toHaveCount(5);
  await page.getByRole("button", { name: "Move up" }).click();
  await expect(names(page).nth(3)).toHaveText("Caseload cap of 40");
  await page.getByRole("button", { name: `Remove ${changed}`, exact: true }).click();
  await expect(names(page)).toHaveCount(4);
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: "Undo" }).click();
  await expect(names(page).nth(4)).toHaveText("Caseload cap of 40");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(names(page).nth(3)).toHaveText("Caseload cap of 40");
  const { violations } = await new AxeBuilder({ page }).include(".controls").analyze();
  expect(violations).toEqual([]);
});

test("by keyboard alone: select, name, undo and redo; text boxes keep their own undo", async ({ page }) => {
  await page.goto(FEWER);
  await page.getByText("Add or remove scenarios").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Warm handover" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: /^Select Training/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Rename, copy, move or keep it").focus();
  await page.keyboard.press("Enter");
  const name = page.getByRole("textbox", { name: "Name" });
  await name.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Warm handover");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(names(page)).toHaveCount(3);
  await name.fill("Warm handover");
  await page.keyboard.press("Enter");
  await expect(names(page).nth(1)).toHaveText("Warm handover");
  await expect(names(page).nth(2)).toHaveText("Warm handover (2)");
  await page.getByRole("button", { name: "Move down" }).focus();
  await page.keyboard.press("Enter");
  await expect(names(page).nth(2)).toHaveText("Warm handover (2)");
  await expect(page.getByRole("button", { name: "Move down" })).toBeFocused();
  // Wherever a press leaves a button nothing to do, the keyboard keeps its place.
  await page.getByRole("button", { name: "Duplicate" }).focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveCount(4);
  await expect(name).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(names(page)).toHaveCount(3);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(names(page).nth(1)).toHaveText("Training, supervision and recognised holding");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(names(page).nth(1)).toHaveText("Warm handover");
  await expect(page.locator(".scenario-chooser .hidden[role=status]").first()).toContainText(
    "Redone. Compared now: Baseline",
  );
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.focus();
  for (let i = 0; i < 20 && (await undo.getAttribute("aria-disabled")) === null; i++)
    await page.keyboard.press("Enter");
  await expect(undo).toBeFocused();
  await page.getByRole("button", { name: /^Remove / }).focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveCount(1);
  await expect(page.locator(".scenario-chooser :focus")).toHaveCount(1);
});

test("changes during the run: a week or a month, a parameter, a value, a label in the charts", async ({
  page,
}) => {
  await page.goto(FEWER);
  await page.getByText("Changes during the run").click();
  await page.getByRole("button", { name: "Add a change" }).click();
  const row = page.getByRole("group", { name: "Change 1" });
  await row.getByLabel("After").fill("six");
  await expect(row.locator(".problem")).toHaveText(/^When is “six”; it must be a whole number of weeks/);
  await expect(page.locator(".run-text")).toHaveText(/^Not run:/);
  await row.getByLabel("Weeks or months").selectOption("months");
  await row.getByLabel("After").fill("18");
  await expect(row.locator(".hint")).toHaveText("Week 78.");
  await row.getByLabel("this changes").selectOption("Holding policy");
  await row.getByLabel("to", { exact: true }).selectOption("No holding (signposting only)");
  await row.getByLabel(/^What happens/).fill("Funds end");
  await finished(page);
  await expect(page.locator("#figure-burnout .events text")).toHaveText("Funds end");
  await expect(page.locator(".selected .differs")).toContainText(
    "From week 78 (Funds end): Holding policy no holding (signposting only)",
  );
  await row.getByRole("button", { name: "Remove change 1" }).click();
  await expect(page.getByRole("group", { name: "Change 1" })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByLabel(/^What happens/)).toHaveValue("Funds end");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.getByLabel(/^What happens/)).toHaveValue("");
  const reason = page.locator(".controls").getByLabel("Reason for this change: Holding policy");
  await reason.fill("As agreed.");
  await reason.blur();
  const before = await reason.inputValue();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(reason).not.toHaveValue(before);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(reason).toHaveValue("As agreed.");
});

test("a scenario is saved as a file, opened again, and a wrong file is refused in sentences", async ({
  page,
}) => {
  await page.goto(FEWER);
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("9");
  await openTools(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("link-workers-9-with-training-supervision.json");
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    holdfast: 1,
    changes: { "team.linkWorkers": 9, "holding.policy": "recognised" },
  });
  const wrong = JSON.stringify({
    holdfast: 1,
    id: "x",
    name: "X",
    changes: { "team.linkWorkers": 0, mood: 1 },
  });
  const file = (name: string, content: string) => ({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(content),
  });
  await page
    .getByLabel("Scenario files")
    .setInputFiles([
      file("saved.json", text),
      file("wrong.json", wrong),
      file("later.json", text.replace('"holdfast": 1', '"holdfast": 2')),
      file("broken.json", text.slice(0, 40)),
      file("empty.json", ""),
      file("saved.json", text),
      file("saved.json", text),
      file("saved.json", text),
    ]);
  await expect(page.locator(".open-files")).toContainText("Opened saved.json as “Link workers 9, with", {
    timeout: 30_000,
  });
  await expect(page.locator(".open-files")).toContainText("wrong.json was not opened:");
  await expect(page.locator(".file-problems li")).toHaveText([
    /^team\.linkWorkers is 0 /,
    /mood/,
    /^holdfast is 2; it must be 1, the version of the scenario format/,
    /^This is not JSON/,
    /^This is not JSON/,
    /^There is no room for “Link workers 9, .*”: there are 4 scenarios beside the baseline\./,
  ]);
  await expect(page.locator(".open-files").getByText(/^Opened saved\.json/)).toHaveCount(3);
  await expect(names(page)).toHaveCount(5);
  await expect(names(page).nth(4)).toContainText("(4)");
});

test("a file is dragged in anywhere on the page, and its texts are never HTML and never wider than the page", async ({
  page,
}) => {
  await page.goto(FEWER);
  await expect(names(page)).toHaveCount(2); // until the page stands, nothing takes in what is dropped
  const name = `<img/src=x/onerror="document.title='broken'">${"x".repeat(70)}`; // without a space
  const file = {
    holdfast: 1,
    id: "x",
    name,
    changes: { "support.peer": true },
    reasons: { "support.peer": name },
  };
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "x.json", { type: "application/json" }));
    for (const type of ["dragover", "drop"])
      document
        .querySelector("h1")
        ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(file));
  await expect(names(page).nth(2)).toHaveText(name);
  await finished(page);
  await expect(page.locator("img[src=x]")).toHaveCount(0);
  expect(await page.title()).toMatch(/^Holdfast/);
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(widest, `at ${width} px`).toBe(width);
  }
});

test("a scenario is kept in this browser, survives damage beside it, and can be forgotten", async ({
  page,
}) => {
  await page.goto(FEWER);
  await openTools(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Our plan");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await expect(page.getByRole("button", { name: "✓ Kept in this browser" })).toBeVisible();
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("holdfast.scenarios") ?? "");
    localStorage.setItem(
      "holdfast.scenarios",
      JSON.stringify({ ...kept, scenarios: [7, ...kept.scenarios] }),
    );
  });
  await page.goto("about:blank");
  await page.goto(FEWER);
  await page.getByText("Add or remove scenarios").click();
  await expect(page.locator(".kept")).toContainText("One scenario kept in this browser cannot be read");
  await page.getByRole("button", { name: "Add Our plan" }).click();
  await expect(names(page)).toHaveText(["Baseline", /^Training/, "Our plan"]);
  await page.getByRole("button", { name: "Forget Our plan" }).click();
  await expect(page.getByRole("button", { name: "Forget Our plan" })).toHaveCount(0);
});
