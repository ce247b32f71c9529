/** Progress on standard error: one line that is written over, on a terminal only. */
import type { Progress } from "../experiment/runScenarios";

const BETWEEN_MILLISECONDS = 100;

/** Shows how far a run is, at most ten times a second; `clear` takes the line away. `units` are what is counted. */
export function progressLine(
  write: (text: string) => void,
  isTerminal: boolean,
  units: string = "replications",
) {
  let last = 0;
  let shown = false;
  return {
    show({ done, total }: Pick<Progress, "done" | "total">): void {
      const now = performance.now();
      if (!isTerminal || now - last < BETWEEN_MILLISECONDS) return;
      last = now;
      shown = true;
      write(`\r${done} of ${total} ${units} (${Math.floor((100 * done) / total)}%)\x1b[K`);
    },
    clear(): void {
      if (shown) write("\r\x1b[K");
      shown = false;
    },
  };
}
