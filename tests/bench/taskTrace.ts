/** The longest task of the page's own thread in processor time, which other programs at work do not lengthen. */
import type { Browser, Page } from "@playwright/test";
import { STANDS } from "./pageWatch";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time (microseconds), on systems that measure it. */
  readonly tdur?: number;
}

/** Records the tasks of all threads until the function that it gives is called, which says how long the longest was (ms). */
export async function traceTasks(browser: Browser, page: Page): Promise<() => Promise<number>> {
  await browser.startTracing(page, { categories: ["-*", "toplevel", "blink.user_timing"] });
  return async () => {
    const trace = await browser.stopTracing();
    const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
    const mark = traceEvents.find(({ name }) => name === STANDS);
    if (!mark) return Number.NaN;
    const own = traceEvents.filter(
      ({ name, pid, tid, ts }) =>
        name.endsWith("RunTask") && pid === mark.pid && tid === mark.tid && ts > mark.ts,
    );
    return Math.max(...own.map(({ tdur = Number.NaN }) => tdur)) / 1000;
  };
}
