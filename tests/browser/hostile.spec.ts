/** Texts of others are text: a scenario full of markup comes from storage, by link and as a file, into every view. */
import { expect, type Page, test } from "@playwright/test";
import { FEWER, finished, openEverything, watchPolicy } from "./watch";

test.describe.configure({ timeout: 180_000 });

const MARKUP = `<img src=x onerror="hacked=1"><svg onload="hacked=1">"'&`;
const HOSTILE = {
  holdfast: 1,
  id: "hostile",
  name: `Name ${MARKUP}`,
  question: `Question ${MARKUP}</title></script><script>hacked=1</script>`,
  changes: { "team.linkWorkers": 8 },
  reasons: { "team.linkWorkers": `Reason ${MARKUP}` },
  timeline: [{ atWeek: 52, changes: { "team.linkWorkers": 9 }, label: `Label ${MARKUP}` }],
};

/** Turns what follows it round, so that "0.2" reads "2.0". */
const TURN = "\u202e";
/** As it comes: every text begins with such a mark. */
const GIVEN = JSON.stringify({
  ...HOSTILE,
  name: TURN + HOSTILE.name,
  question: TURN + HOSTILE.question,
  reasons: { "team.linkWorkers": TURN + HOSTILE.reasons["team.linkWorkers"] },
  timeline: HOSTILE.timeline.map((entry) => ({ ...entry, label: TURN + entry.label })),
});

/** Nothing of the scenario has become an element, and nothing of it has run; its name is there, letter by letter. */
async function isOnlyText(page: Page, broken: readonly string[]): Promise<void> {
  await finished(page);
  await openEverything(page);
  await expect(page.locator("body")).toContainText(HOSTILE.name);
  await expect(page.locator("[onerror], [onload], img[src='x'], body script:not([src])")).toHaveCount(0);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(await page.content()).not.toContain(TURN);
  expect(broken).toEqual([]);
}

test("a hostile scenario kept in the browser, and the link that is copied of it", async ({ page }) => {
  const broken = await watchPolicy(page);
  await page.addInitScript((stored) => {
    if (origin !== "null" && !localStorage.length) localStorage.setItem("holdfast.scenarios", stored);
  }, `{"version":1,"scenarios":[${GIVEN}]}`);
  await page.goto(FEWER);
  await page.getByText("Add or remove scenarios").click();
  await page.getByRole("button", { name: `Add ${HOSTILE.name}` }).click();
  await isOnlyText(page, broken);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#v1=/);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await isOnlyText(page, broken);
});

test("a hostile scenario file, by its texts and by its name", async ({ page }) => {
  const broken = await watchPolicy(page);
  await page.goto(FEWER);
  const file = { name: `${TURN}${MARKUP}.json`, mimeType: "application/json" };
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { ...file, buffer: Buffer.from(GIVEN) },
      { ...file, buffer: Buffer.from(`{"holdfast": 1, "id": "${TURN}${MARKUP.replaceAll('"', "")}"}`) },
    ]);
  await isOnlyText(page, broken);
});
