/** The page: workers, library and views put together. */
import { render } from "preact";
import { App } from "../ui/app";
import type { Verify } from "../ui/views/Verification";
import { USUAL, verifyModel } from "./experiment/verify";
import { readLibrary } from "./library";
import { browserRunner } from "./pool/browserRunner";
import { makeWorker } from "./pool/makeWorker";
import { WorkerPool } from "./pool/workerPool";
import { createSimulator } from "./simulator";

const MOST_WORKERS = 64;

/** As many workers as the machine has cores, or what `?workers=N` (1 to 64) says. */
function numberOfWorkers(): number {
  const wanted = Number(new URLSearchParams(location.search).get("workers"));
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_WORKERS) return wanted;
  return Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS);
}

const pool = new WorkerPool(browserRunner(makeWorker), numberOfWorkers());
const root = document.getElementById("app");
if (!root) throw new Error("index.html has no element with the id app.");

/** Does the checks against theory on the pool that runs the scenarios. */
const verify: Verify = (onProgress, signal) => {
  const runCheck = (request: Parameters<typeof pool.verify>[0], stop: AbortSignal) =>
    pool.verify(request, stop);
  return verifyModel(USUAL, { runCheck, width: pool.size }, signal, onProgress);
};

render(<App simulator={createSimulator(pool)} library={readLibrary()} verify={verify} />, root);
