/** A browser's Web Worker as a runner of the pool. */
import { wrap } from "comlink";
import type { StartRunner } from "./runner";
import type { SimulationWorker } from "./workerApi";

/** A script that has not answered by then will not: the network lost it, or an extension keeps it. */
const START_MILLISECONDS = 30_000;

/** Starts workers by `makeWorker` (makeWorker.ts, or makeWorker.inline.ts in the one-file build). */
export const browserRunner =
  (makeWorker: () => Worker): StartRunner =>
  (onStopped) => {
    const worker = makeWorker();
    const ended = new AbortController();
    const tooLate = setTimeout(() => onStopped("it did not start within 30 seconds"), START_MILLISECONDS);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      onStopped(event.message || "it could not be loaded");
    });
    worker.addEventListener("messageerror", () => onStopped("its answer could not be read"));

    const remote = wrap<SimulationWorker>(worker);
    const name = `holdfast worker ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    const ready = remote.holdLock(name).then((held) => {
      clearTimeout(tooLate);
      if (held) watch(name, ended.signal, () => onStopped("the browser ended it"));
    });
    const terminate = () => {
      clearTimeout(tooLate);
      ended.abort();
      worker.terminate();
    };
    return {
      run: (job) => ready.then(() => remote.run(job)),
      verify: (request) => ready.then(() => remote.verify(request)),
      story: (request) => ready.then(() => remote.story(request)),
      cohort: (job) => ready.then(() => remote.cohort(job)),
      terminate,
    };
  };

/**
 * Calls `onFree` when the lock `name`, which the worker holds for life, comes free. Where the page can have the lock at
 * once, the worker counts as another origin (a page opened from a file, in some browsers) and its lock says nothing.
 */
function watch(name: string, signal: AbortSignal, onFree: () => void): void {
  navigator.locks
    .request(name, { ifAvailable: true }, (lock) => lock === null)
    .then((sameOrigin) => (sameOrigin ? navigator.locks.request(name, { signal }, onFree) : undefined))
    .catch(() => {}); // aborted: the worker was terminated on purpose
}
