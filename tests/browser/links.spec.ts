/** Links: what is compared travels in the address, comes out the same, and a wrong address harms nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { deflateSync } from "fflate";
import { FEWER, finished } from "./watch";

test.describe.configure({ timeout: 120_000 });

const names = (page: Page) => page.locator(".chosen .scenario-name");
const notice = (page: Page) => page.locator(".link-notice");

/** The data of a link, and a link that holds other data. */
const dataOf = (link: string) =>
  JSON.parse(inflateRawSync(Buffer.from(link.split("#v1=")[1], "base64url")).toString());
const fragmentOf = (data: object): string =>
  `#v1=${deflateRawSync(JSON.stringify(data)).toString("base64url")}`;

test("the link that is copied opens the same comparison, runs it again, and says that it is identical", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(FEWER);
  await page.getByLabel("Link workers (WTE posts)", { exact: true }).fill("9");
  await finished(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.locator(".copy-link [role=status]")).toHaveText(/^Link copied \(\d+ characters\)/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/#v1=[\w-]+$/);
  expect(link.length).toBeLessThan(500);
  const fingerprints = await page.locator(".fingerprints code").allTextContents();

  const other = await context.newPage();
  await other.goto(`${link}.`); // as at the end of a sentence in a mail
  await finished(other);
  await expect(notice(other)).toContainText("Identical: worked out again");
  await expect(other.getByLabel("Link workers (WTE posts)", { exact: true })).toHaveValue("9");
  expect(await other.locator(".fingerprints code").allTextContents()).toEqual(fingerprints);
  await other.getByLabel("Clinical supervision (hours a month)").fill("2");
  await expect(notice(other)).toHaveCount(0);

  const data = dataOf(link);
  const [base, [leavers, ...rest]] = data.h;
  const tampered = { ...data, p: [data.p[0], "0123456789"], h: [base, [leavers + 1, ...rest]] };
  await other.goto("about:blank");
  await other.goto(new URL(fragmentOf(tampered), link).href);
  await finished(other);
  await expect(notice(other)).toContainText(
    /^Not identical\. The results of “Link workers 9[^“]*“Link workers 9.*”: leavers [\d.]+ then, [\d.]+ now \(people\)\. The model's version/,
  );
});

test("the address follows without filling the history, and survives a reload", async ({ page }) => {
  await page.goto("about:blank");
  await page.goto(FEWER);
  await finished(page);
  expect(new URL(page.url()).hash).toBe("");
  const before = await page.evaluate(() => history.length);
  const box = page.getByLabel("Link workers (WTE posts)", { exact: true });
  for (const text of ["8", "9", "10"]) await box.fill(text);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1=/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByRole("link", { name: "Skip to the answer" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1=/);
  await page.reload();
  await expect(box).toHaveValue("10");
  await expect(names(page)).toHaveText(["Baseline", /^Link workers 10, with training/]);
  await page.getByRole("button", { name: "Reset levers" }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("");
});

test("another link put into the address opens in place, and Undo brings back what was there", async ({
  page,
}) => {
  await page.goto(FEWER);
  await expect(names(page)).toHaveCount(2); // before the page stands, the link would be the one that it opens with
  const experiment = page.locator("#experiment-why");
  await experiment.locator("summary").first().click();
  await experiment.getByLabel("Simulated futures of each setting").fill("7");
  const link = readFileSync(new URL("../links/v1-own-with-timeline.txt", import.meta.url), "utf8").split(
    "\n",
  )[0];
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect(names(page)).toHaveText(["Baseline", /^Link workers 9/, "Our cap", /^Holding policy/]);
  await expect(page.locator("#years")).toHaveValue("2");
  await expect(experiment).not.toHaveAttribute("open");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(experiment).toHaveAttribute("open");
  await expect(experiment.getByLabel("Simulated futures of each setting")).toHaveValue("7");
  await expect(names(page)).toHaveText(["Baseline", "Training, supervision and recognised holding"]);
  await expect(page.locator("#years")).toHaveValue("");
  await page.getByText("Details of the run", { exact: true }).click();
  await page.locator("#years").selectOption("3");
  await page.locator("#futures").selectOption("100");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#futures")).toHaveValue("30");
  await expect(page.locator("#years")).toHaveValue("3");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#years")).toHaveValue("");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    fragmentOf({ s: Array.from({ length: 6 }, (_, s) => ({ i: `s${s}`, n: `Plan ${s}`, c: {} })) }),
  );
  await expect(notice(page)).toContainText("This link holds 6 scenarios; the first 4 of them are shown.");
  await expect(names(page)).toHaveText(["Baseline", "Plan 0", "Plan 1", "Plan 2", "Plan 3"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(names(page)).toHaveCount(4);
  await page.evaluate(() => {
    location.hash = "#v1=damaged";
  });
  await expect(notice(page)).toContainText("This link is damaged");
  await expect(notice(page)).toContainText("The page stays as it was.");
  await expect(names(page)).toHaveCount(4);
  expect(new URL(page.url()).hash).not.toContain("damaged");
});

test("an experiment that is set up travels in the link, and waits there for one click", async ({ page }) => {
  await page.goto(FEWER);
  await page.getByText("Details of the run").click();
  await page.getByLabel("How long?").selectOption("1");
  const experiment = page.locator("#experiment-why");
  const status = experiment.getByRole("status");
  await experiment.locator("summary").first().click();
  await experiment.getByLabel("Simulated futures of each setting").fill("2");
  await experiment.getByLabel("From").selectOption({ index: 1 });
  await experiment.getByLabel("To").selectOption("Baseline");
  await finished(page);
  const before = page.url();
  expect(new URL(before).hash.length).toBeLessThan(500);
  await page.goto("about:blank");
  await page.goto(before);
  await expect(experiment.getByLabel("Simulated futures of each setting")).toHaveValue("2");
  await expect(experiment.getByLabel("To").locator("option:checked")).toHaveText("Baseline");
  await finished(page);
  await expect(status).toHaveText("");
  await notice(page).getByRole("link", { name: "Why do two scenarios differ?" }).click();
  await expect(experiment).toBeInViewport();
  await experiment.getByRole("button", { name: "Explain the difference" }).click();
  await expect(status).toHaveText(/^Finished/, { timeout: 60_000 });
  await expect(experiment.locator("article.figure")).toHaveCount(1);

  // Once the form is folded up the link holds no experiment.
  await experiment.locator("summary").first().click();
  await expect.poll(() => dataOf(page.url())).not.toHaveProperty("e");
  const after = page.url();
  await page.goto("about:blank");
  await page.goto(after);
  await expect(page.getByText("Find out more")).toBeVisible();
  await expect(page.locator("details.experiment[open]")).toHaveCount(0);
});

test("what a link says wrongly of an experiment is said there, and the rest is set up", async ({ page }) => {
  await page.goto(FEWER);
  const e = { staff: { futures: "<b>9</b>", ofTen: 99 }, drill: { kind: "flood" }, local: {} };
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify({ s: [], n: 30, e })));
  await page.goto("about:blank");
  await page.goto(`/#v1=${Buffer.from(bytes).toString("base64url")}`);
  const staff = page.locator("#experiment-staff");
  await expect(staff).toContainText("The link says 99 for “ofTen”, which cannot be used; it is as usual.");
  await expect(staff).toContainText(
    "is “<b>9</b>”, which is not a number; it must be a whole number from 10",
  );
  await expect(page.locator("#experiment-drill")).toContainText("The shock “flood” is not known");
  await expect(page.getByRole("button", { name: "Run the drill" })).toBeDisabled();
  await expect(page.locator(".find-out-more b")).toHaveCount(0);
  await expect(notice(page).getByRole("link")).toHaveCount(3);
});

test("a link whose numbers do not come out again says so, and why", async ({ page }) => {
  const link = readFileSync(new URL("../links/v1-baseline-alone.txt", import.meta.url), "utf8").split(
    "\n",
  )[0];
  await page.goto(`/${link}`);
  await expect(notice(page)).toContainText("being worked out again");
  await finished(page);
  await expect(notice(page)).toContainText(
    /Not identical\. The results of “Baseline” differ from the link's\./,
  );
  await page.getByRole("button", { name: /^Close/ }).click();
  await expect(notice(page)).toHaveCount(0);
});

test("every published link opens without a word of complaint", async ({ page }) => {
  const folder = new URL("../links/", import.meta.url);
  for (const name of readdirSync(folder)) {
    const [address] = readFileSync(new URL(name, folder), "utf8").split("\n");
    await page.goto("about:blank");
    await page.goto(`/${address}`);
    await expect(names(page).first()).toHaveText("Baseline");
    await expect(notice(page).getByText(/damaged|left out|not known/)).toHaveCount(0);
  }
});

test("a wrong or hostile link gives a sentence and the usual page, never HTML", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const hash of [
    "#v1=abc",
    "#v1=<img src=x onerror=alert(1)>",
    `#v1=${"A".repeat(50_000)}`,
    "#v9=abc",
  ]) {
    await page.goto("about:blank");
    await page.goto(`${FEWER}${hash}`);
    await expect(notice(page)).toContainText("The page has opened as usual.");
    await expect(names(page)).toHaveCount(2);
  }
  await finished(page);
  await expect(page.locator("img[src=x]")).toHaveCount(0);
  expect(errors).toEqual([]);
});
