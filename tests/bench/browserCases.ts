/** The built page in headless Chromium: how soon it answers, and whether it stays smooth while it computes. */
import { chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { findChromium, launchArgs, needsNoSandbox } from "../../scripts/chromium.mjs";
import type { Case, Figures } from "./measure";

/** Rounds, by futures of each of the two scenarios that the page shows on opening. */
const ROUNDS: Readonly<Record<number, number>> = { 100: 3, 1000: 2 };
const FUTURES = Object.keys(ROUNDS).map(Number);
const PATIENCE_MS = 300_000;

/** The cases, and what to do when all is measured; a sentence instead where there is no Chromium. */
export async function browserCases(root: string): Promise<{ cases: Case[]; note: string | null }> {
  const executablePath = await findChromium();
  if (!executablePath) return { cases: [], note: "The page was left out: no Chromium was found." };
  const server = await preview({ root, preview: { port: 0, open: false }, logLevel: "silent" });
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: !needsNoSandbox,
    args: launchArgs,
  });
  const address = server.resolvedUrls!.local[0];
  let open = FUTURES.length;
  const close = () => {
    if (--open > 0) return;
    void browser.close();
    void server.close();
  };
  const cases = FUTURES.map((futures) => ({
    name: `page, ${futures.toLocaleString("en-GB")} futures each of baseline and policy`,
    rounds: ROUNDS[futures],
    close,
    measure: async () => {
      const page = await browser.newPage();
      try {
        return await timesOf(page, `${address}?futures=${futures}`);
      } finally {
        await page.close();
      }
    },
  }));
  return { cases, note: null };
}

/** Opens the page and waits until the run has finished. */
async function timesOf(page: Page, address: string): Promise<Figures> {
  await page.addInitScript(watchFrames);
  const started = performance.now();
  await page.goto(address);
  await page.locator(".chart-picture path").first().waitFor({ state: "attached", timeout: PATIENCE_MS });
  const firstChart = performance.now() - started;
  await page.evaluate(() => {
    (window as unknown as Frames).longestFrame = 0;
  });
  await page.locator(".run-text", { hasText: /^Finished:/ }).waitFor({ timeout: PATIENCE_MS });
  const finished = performance.now() - started;
  const { longestFrame, longestTask } = await page.evaluate(() => {
    const { longestFrame, longestTask } = window as unknown as Frames;
    return { longestFrame, longestTask };
  });
  return {
    "seconds to the first chart": firstChart / 1000,
    "seconds to the last future": finished / 1000,
    "longest time between frames after the first chart, milliseconds": longestFrame,
    "longest task of the page's thread over 50 milliseconds": longestTask,
  };
}

interface Frames {
  longestFrame: number;
  /** 0 where none took longer than 50 milliseconds. */
  longestTask: number;
}

/** Runs in the page, so it must stand alone. */
function watchFrames(): void {
  const seen = window as unknown as Frames;
  seen.longestFrame = 0;
  seen.longestTask = 0;
  let last = performance.now();
  const frame = (now: number) => {
    seen.longestFrame = Math.max(seen.longestFrame, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, task.duration);
  }).observe({ type: "longtask", buffered: true });
}
