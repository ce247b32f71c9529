/** The page: workers, library and views put together. */
import { render } from "preact";
import { App } from "../ui/app";
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
render(<App simulator={createSimulator(pool)} library={readLibrary()} />, root);
