/** How long a run will take, said on standard error as soon as its first runs tell. */
import type { Surroundings } from "./surroundings";
import { counted, readable } from "./text";

interface Done {
  readonly done: number;
  readonly total: number;
}

/** Said after a second, or earlier if a tenth of the runs is done. */
const AFTER_MILLISECONDS = 1000;
const AFTER_SHARE = 0.1;

/**
 * A progress callback that hands on to `show`, and once says how long the rest takes at the pace of the first runs.
 * The first to arrive only start the clock: workers are slower while they warm up. "at most": `total` is the
 * most that there can be, so the time is too.
 */
export function estimating<P extends Done>(
  show: (progress: P) => void,
  { err, isTerminal, estimate }: Pick<Surroundings, "err" | "isTerminal" | "estimate">,
): (progress: P) => void {
  let first: { readonly at: number; readonly done: number } | null = null;
  let said = false;
  return (progress) => {
    const { done, total } = progress;
    const now = performance.now();
    first ??= { at: now, done };
    const enough = now - first.at >= AFTER_MILLISECONDS || done >= AFTER_SHARE * total;
    if (!said && enough && done > first.done) {
      said = true;
      const left = ((total - done) * (now - first.at)) / (done - first.done);
      const [how, of] = estimate === "at most" ? ["At most", "at most "] : ["About", ""];
      const runs = `the first ${readable(done)} of ${of}${readable(total)} runs`;
      err(`${isTerminal ? "\r\x1b[K" : ""}${how} ${duration(left)} to go, measured on ${runs}.\n`);
    }
    show(progress);
  };
}

/** "40 seconds", "3 minutes", "2.5 hours". */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return counted(Math.max(1, Math.ceil(seconds)), "second");
  if (seconds < 90 * 60) return counted(Math.round(seconds / 60), "minute");
  return `${(seconds / 3600).toFixed(1)} hours`;
}
