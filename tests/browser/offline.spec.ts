/** The site under any path, without a network after the first visit, and as one file from a disk. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, type Page, type Response, test } from "@playwright/test";
import { serve } from "./staticSite";
import { finished, firstCheck, watchPolicy } from "./watch";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const MOST_BYTES = 250_000;
const FINDING = /^(With|Too close to call|No difference)/;

test.describe.configure({ timeout: 120_000 });

/** Waits until the service worker has kept the whole site and serves this page. */
async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

test("the first answer costs less than 250 kB of transfer, packed with gzip", async ({ page, baseURL }) => {
  const sizes = new Map<string, Promise<number>>(); // by address, since every worker asks for the same file again
  const measure = (response: Response): void => {
    const url = response.url();
    if (!url.startsWith(`${baseURL}`) || sizes.has(url)) return;
    sizes.set(
      url,
      response.body().then((body) => gzipSync(body).length),
    );
  };
  page.on("response", measure);
  await page.goto("/?futures=30");
  await expect(page.locator(".finding")).toHaveText(FINDING, { timeout: 60_000 });
  page.off("response", measure); // what comes later, such as a second worker, comes after the first answer
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test("holdfast.html runs from a disk, workers included, and asks no network for anything", async ({
  page,
}) => {
  const broken = await watchPolicy(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url().slice(0, 200)));
  const file = pathToFileURL(join(dist, "holdfast.html")).href;
  await page.goto(`${file}?futures=30`);
  await finished(page);
  await firstCheck(page);
  expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([`${file}?futures=30`]);
  expect(page.workers().length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});

test.describe("with its service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("under any path, by header and meta tag strictly secured, and then without the server", async ({
    page,
  }) => {
    const broken = await watchPolicy(page);
    const host = await serve(dist, "/some/path/");
    try {
      await page.goto(`${host.address}?futures=30`);
      await finished(page);
      await keptOffline(page);
    } finally {
      host.stop();
    }
    await page.reload();
    await finished(page);
    await firstCheck(page);
    expect(broken).toEqual([]);
  });

  test("a newer version waits until the reader wants it, and then comes whole", async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), "holdfast-site-"));
    cpSync(dist, folder, { recursive: true });
    const host = await serve(folder, "/");
    const change = (file: string, from: string | RegExp, to: string) =>
      writeFileSync(join(folder, file), readFileSync(join(folder, file), "utf8").replace(from, to));
    try {
      await page.goto(`${host.address}?futures=30`);
      await keptOffline(page);
      change("index.html", "<noscript>", '<i id="newer" hidden></i><noscript>');
      change("sw.js", /VERSION = "\w+"/, 'VERSION = "newer"');
      await page.reload();
      const notice = page.locator(".new-version");
      await expect(notice).toContainText("A newer version of Holdfast is ready.", { timeout: 30_000 });
      await expect(page.locator("#newer")).toHaveCount(0);
      await notice.getByRole("button", { name: "Use the newer version" }).click();
      await expect(page.locator("#newer")).toHaveCount(1);
      await finished(page);
    } finally {
      host.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
