/** A Node worker thread as a runner of the pool. */
import { setMaxListeners } from "node:events";
import { type ResourceLimits, Worker } from "node:worker_threads";
import { wrap } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import type { StartRunner } from "./runner";
import type { SimulationWorker } from "./workerApi";

// Every call under way listens for the abort, and there are as many as workers: Node would call eleven a leak.
setMaxListeners(0);

const causeOf = (error: Error & { code?: string }): string =>
  error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it ran out of memory" : error.message;

/** Starts threads that run the script `file`, which must expose the api of workerApi.ts on its parent port. */
export const nodeRunner =
  (file: string, resourceLimits?: ResourceLimits): StartRunner =>
  (onStopped) => {
    const worker = new Worker(file, { resourceLimits });
    worker.on("error", (error: Error) => onStopped(causeOf(error)));
    worker.on("messageerror", () => onStopped("its answer could not be read"));
    worker.on("exit", (code) => onStopped(`it ended with exit code ${code}`));
    const remote = wrap<SimulationWorker>(nodeEndpoint(worker));
    return {
      run: (job) => remote.run(job),
      verify: (request) => remote.verify(request),
      story: (request) => remote.story(request),
      cohort: (job) => remote.cohort(job),
      terminate: () => void worker.terminate(),
    };
  };
