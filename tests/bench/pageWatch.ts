/** What is looked at from within the page: when its parts appear, how far the run is, and late frames. */

/** Milliseconds since the page was opened, where nothing else is said. */
export interface Seen {
  firstAnswer?: number;
  firstChart?: number;
  /** When the first and the last batch were taken in, and how many replications were there then. */
  firstBatch?: { readonly at: number; readonly done: number };
  lastBatch?: { readonly at: number; readonly done: number };
  finished?: number;
  /** The longest time between two frames since the page stood (ms). */
  longestFrame: number;
  /** The longest task since then (ms); 0 where none took longer than 50. */
  longestTask: number;
  /** How far things moved by themselves since the first chart: the sum of layout shifts. */
  shift: number;
}

/** The mark in a trace that tells the page's own thread and the moment from which it counts. */
export const STANDS = "holdfast: the page stands";

/** Looks once a frame. Runs in the page, so it must stand alone. */
export function watchPage(standsMark: string): void {
  const seen: Seen = { longestFrame: 0, longestTask: 0, shift: 0 };
  (window as unknown as { seen: Seen }).seen = seen;
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? "";
  let stands: number | undefined;
  let before = "";
  let last = 0;
  const frame = () => {
    const now = performance.now();
    const finding = text(".finding");
    if (stands === undefined && finding !== "") {
      stands = now;
      before = finding;
      performance.mark(standsMark);
    } else if (stands !== undefined) seen.longestFrame = Math.max(seen.longestFrame, now - last);
    last = now;
    if (stands !== undefined && finding !== before) seen.firstAnswer ??= now;
    if (document.querySelector(".chart-picture path")) seen.firstChart ??= now;
    const progress = document.querySelector<HTMLProgressElement>("progress:not(.idle)");
    if (progress && progress.value > (seen.lastBatch?.done ?? 0)) {
      seen.lastBatch = { at: now, done: progress.value };
      seen.firstBatch ??= seen.lastBatch;
    }
    if (text(".run-text").startsWith("Finished")) seen.finished ??= now;
    if (seen.finished === undefined) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => {
    if (stands !== undefined && startTime >= stands) seen.longestTask = Math.max(seen.longestTask, duration);
  });
  observe("layout-shift", (entry) => {
    if (entry.startTime > (seen.firstChart ?? Number.POSITIVE_INFINITY))
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
  });
}

/** Changes a lever, and gives the milliseconds until the page shows an answer to it. Runs in the page. */
export function changeLever([id, value]: readonly [string, string]): Promise<number> {
  const box = document.getElementById(id) as HTMLInputElement;
  const isStale = () => document.querySelector(".page.stale") !== null;
  const started = performance.now();
  box.value = value;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return new Promise((resolve) => {
    let wasStale = false;
    const frame = () => {
      wasStale ||= isStale();
      if (wasStale && !isStale()) resolve(performance.now() - started);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
