/** Every view for everyone: axe, names, reflow, wide letters, colours that readers set, and no view breaks the policy. */
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { FEWER, finished, firstCheck, openEverything, watchPolicy } from "./watch";

test.describe.configure({ timeout: 180_000 });

async function everythingOpen(page: Page): Promise<void> {
  await page.goto(FEWER);
  await finished(page);
  await openEverything(page);
}

const saidBy = ({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);

/** What is wider than the window, in px; parts that scroll by themselves do not count. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("axe finds nothing with everything open, nor does anything break the policy", async ({ page }) => {
  const broken = await watchPolicy(page);
  await everythingOpen(page);
  await firstCheck(page);
  await expect(page.locator(".statement")).toContainText("WCAG) 2.2");
  await page.getByText(/^All \d+ numbers/).click(); // closed again: hundreds of cards alike take axe minutes
  // Marks of pictures, each of which is one image with a name, and the sizes of so many targets are left out too.
  const axe = new AxeBuilder({ page }).exclude("svg *").disableRules(["target-size"]);
  expect(saidBy(await axe.analyze())).toEqual([]);
  expect(broken).toEqual([]);
});

test("contrast is kept in the dark and on a projector, and axe finds nothing at 320 px", async ({ page }) => {
  await page.goto(`${FEWER}&view=projector`);
  await finished(page);
  const contrast = () => new AxeBuilder({ page }).exclude("svg *").withRules(["color-contrast"]).analyze();
  await page.getByLabel("Colours").selectOption("dark");
  await expect(page.locator("body")).toHaveCSS("color", "rgb(221, 228, 232)");
  expect(saidBy(await contrast())).toEqual([]);
  await page.getByRole("button", { name: "Projector view" }).click();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole("button", { name: "Show scenarios and levers" }).click();
  expect(saidBy(await new AxeBuilder({ page }).exclude("svg *").analyze())).toEqual([]);
});

test("colours are remembered, the projector stands in the address, and paper and pictures stay light", async ({
  page,
}) => {
  await page.goto(`${FEWER}&view=projector`);
  await finished(page);
  await expect(page.locator("html")).toHaveCSS("font-size", "22px");
  await expect(page.getByRole("heading", { name: "Levers" })).toBeHidden();
  const shown = await page.locator("#figure-burnout svg").evaluate((svg) => {
    const [, , width] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
    return svg.getBoundingClientRect().width / width;
  });
  expect(shown).toBeCloseTo(22 / 16, 2);
  await page.getByLabel("Colours").selectOption("dark");
  await page.getByRole("button", { name: "Projector view" }).click();
  expect(new URL(page.url()).search).toBe(FEWER.slice(1));
  await expect(page.getByRole("heading", { name: "Levers" })).toBeVisible();
  await page.reload();
  await finished(page);
  const card = page.locator(".answer");
  await expect(card).toHaveCSS("background-color", "rgb(23, 32, 38)");
  await expect(page.locator(".chart-picture").first()).toHaveCSS("filter", "invert(0.92) hue-rotate(180deg)");
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#figure-burnout").getByRole("button", { name: "Picture (SVG)" }).click(),
  ]);
  const svg = await readFile(await picture.path(), "utf8");
  expect(svg).toContain('fill="#FFFFFF"');
  expect(svg).not.toContain("invert");
  await page.emulateMedia({ media: "print" });
  await expect(card).toHaveCSS("color", "rgb(33, 43, 50)");
  await expect(page.locator(".chart-picture").first()).toHaveCSS("filter", "none");
});

test("nothing scrolls sideways at 320 px, at 200% zoom, or with widely spaced text", async ({ page }) => {
  await everythingOpen(page);
  for (const width of [320, 640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => overflow(page), { message: `${width} px` }).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet(); // the spacing that WCAG 1.4.12 names
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }",
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(() => overflow(page), { message: "wide letters" }).toBeLessThanOrEqual(0);
});

test("whatever the keyboard reaches has a name, a visible focus, and is not covered", async ({ page }) => {
  await page.goto(FEWER);
  await finished(page);
  const sizes = { rules: { "target-size": { enabled: true } } };
  expect(saidBy(await new AxeBuilder({ page }).options(sizes).analyze())).toEqual([]);
  const unnamed: string[] = [];
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press("Tab");
    const problem = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      const isShown = outlineStyle !== "none" || boxShadow !== "none";
      const isCovered = there !== null && !element.contains(there) && !there.contains(element);
      return isShown && !isCovered ? "" : element.outerHTML.slice(0, 200);
    });
    if (problem) unnamed.push(problem);
  }
  expect(unnamed).toEqual([]);
});

test("nothing moves by itself, and colours that readers set are kept", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active", colorScheme: "dark" });
  await page.goto(FEWER);
  await finished(page);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const text = await page.evaluate(() => getComputedStyle(document.querySelector(".finding")!).color);
  expect(text).toBe(await page.evaluate(() => getComputedStyle(document.body).color));
  await expect(page.locator(".chart-picture").first()).toHaveCSS("background-color", "rgb(255, 255, 255)");
});
