/** The page's workers. */
import { browserRunner } from "./pool/browserRunner";
import { makeWorker } from "./pool/makeWorker";
import { WorkerPool } from "./pool/workerPool";

const MOST_WORKERS = 64;
/** A batch of a usual team takes less than this (ms): when its answer is no longer wanted, its worker is kept. */
const PATIENCE = 500;

/** As many workers as the machine has cores, or what `?workers=N` (1 to 64) says. */
function numberOfWorkers(): number {
  const wanted = Number(new URLSearchParams(location.search).get("workers"));
  if (Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_WORKERS) return wanted;
  return Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS);
}

export const pool = new WorkerPool(browserRunner(makeWorker), numberOfWorkers(), PATIENCE);
