/** The built page in headless Chromium: how soon it answers, and whether it stays smooth while it computes. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { findChromium, launchArgs, needsNoSandbox } from "../../scripts/chromium.mjs";
import type { Case, Figures } from "./measure";
import { changeLever, type Seen, STANDS, watchPage } from "./pageWatch";
import { RATE } from "./poolCases";
import { traceTasks } from "./taskTrace";

const PATIENCE_MS = 600_000;
/** A lever that every team has, and a value that it does not have by itself. */
const LEVER = ["support.supervisionHoursPerMonth", "6"] as const;

const visitName = (futures: number, workers: number) =>
  `page, ${futures.toLocaleString("en-GB")} futures each of baseline and policy, ${workers} worker${workers === 1 ? "" : "s"}`;
export const FEW = visitName(100, 2);
export const MANY = visitName(1000, 2);
export const ONE_WORKER = visitName(200, 1);
export const TWO_WORKERS = visitName(200, 2);
export const SLOW = "page, its own thread slowed down 4 times (workers are not)";
export const FIRST_ANSWER = "seconds to the first answer";
export const ALL_DRAWN = "seconds to the last future, drawn";
export const LONGEST_TASK = "longest task of the page's own thread, milliseconds of processor time";
export const COARSE = "milliseconds from a lever to a coarse answer";

interface Visit {
  readonly name: string;
  readonly rounds: number;
  /** What follows the address. */
  readonly query: string;
  readonly look: (page: Page, browser: Browser, open: () => Promise<unknown>) => Promise<Figures>;
}

const query = (futures: number, workers: number) => `?futures=${futures}&workers=${workers}`;

const VISITS: readonly Visit[] = [
  { name: SLOW, rounds: 3, query: query(100, 2), look: slowOpening },
  { name: FEW, rounds: 3, query: query(100, 2), look: wholeRun },
  { name: ONE_WORKER, rounds: 3, query: query(200, 1), look: rateOnly },
  { name: TWO_WORKERS, rounds: 3, query: query(200, 2), look: rateOnly },
  { name: MANY, rounds: 2, query: query(1000, 2), look: wholeRun },
];

/** The cases, which close everything when all is measured; a sentence instead where there is no Chromium. */
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
  let open = VISITS.length;
  const close = () => {
    if (--open > 0) return;
    void browser.close();
    void server.close();
  };
  const cases = VISITS.map(({ name, rounds, query, look }) => ({
    name,
    rounds,
    close,
    measure: async () => {
      // Without a service worker: every visit is a first one.
      const page = await browser.newPage({ serviceWorkers: "block" });
      try {
        await page.addInitScript(watchPage, STANDS);
        return await look(page, browser, () => page.goto(address + query));
      } finally {
        await page.close();
      }
    },
  }));
  return { cases, note: null };
}

/** From opening the page to the end of its run, and then a change. */
async function wholeRun(page: Page, browser: Browser, open: () => Promise<unknown>): Promise<Figures> {
  const longestTask = await traceTasks(browser, page);
  await open();
  const seen = await seenAtEnd(page);
  const figures = {
    [FIRST_ANSWER]: seen.firstAnswer! / 1000,
    "seconds to the first chart": seen.firstChart! / 1000,
    [ALL_DRAWN]: seen.finished! / 1000,
    [RATE]: rateOf(seen),
    [LONGEST_TASK]: await longestTask(),
    "longest task of the page's own thread, milliseconds, 0 if none over 50": seen.longestTask,
    "longest time between frames, milliseconds": seen.longestFrame,
    "layout shift after the first chart": seen.shift,
    "most memory of the page's process, MB": await mostMemory(browser),
  };
  return { ...figures, [COARSE]: await page.evaluate(changeLever, LEVER) };
}

async function rateOnly(page: Page, _browser: Browser, open: () => Promise<unknown>): Promise<Figures> {
  await open();
  return { [RATE]: rateOf(await seenAtEnd(page)) };
}

/** A browser can slow down a page's thread, but not its workers. */
async function slowOpening(page: Page, _browser: Browser, open: () => Promise<unknown>): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await open();
  const isThere = () => (window as unknown as { seen: Seen }).seen.firstChart !== undefined;
  await page.waitForFunction(isThere, undefined, { timeout: PATIENCE_MS });
  const { firstAnswer, firstChart } = await seenOf(page);
  return { [FIRST_ANSWER]: firstAnswer! / 1000, "seconds to the first chart": firstChart! / 1000 };
}

const seenOf = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

async function seenAtEnd(page: Page): Promise<Seen> {
  const isFinished = () => (window as unknown as { seen: Seen }).seen.finished !== undefined;
  await page.waitForFunction(isFinished, undefined, { timeout: PATIENCE_MS });
  return seenOf(page);
}

/** Replications a second between the first batch and the last. */
function rateOf({ firstBatch, lastBatch }: Seen): number {
  return (1000 * (lastBatch!.done - firstBatch!.done)) / (lastBatch!.at - firstBatch!.at);
}

/** The largest process of those that show pages (MB), at its largest; NaN where the system does not tell. */
async function mostMemory(browser: Browser): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const most = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  return Math.max(...most.map(Number)) / 1000;
}
