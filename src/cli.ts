/**
 * The command line, `holdfast`. It is built into one file, which is its own worker: on a worker thread it answers the
 * pool instead of reading arguments.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort } from "node:worker_threads";
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { rehearse } from "../sim/rehearsal";
import { main } from "./cli/main";
import type { Surroundings } from "./cli/surroundings";
import { nodeRunner } from "./pool/nodeRunner";
import { api } from "./pool/workerApi";
import { WorkerPool } from "./pool/workerPool";

const interrupted = new AbortController();

const surroundings: Surroundings = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  cores: availableParallelism(),
  signal: interrupted.signal,
  openWorkers(workers, onNotice) {
    const pool = new WorkerPool(nodeRunner(fileURLToPath(import.meta.url)), workers);
    return {
      runJob: (job, signal) => pool.run(job, signal, onNotice),
      runCheck: (request, signal) => pool.verify(request, signal, onNotice),
      close: () => pool.close(),
    };
  },
};

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure, and there is nobody left to tell. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
}

if (isMainThread) {
  // V8 may inline more than it does unasked, in worker threads too: 12% faster where a run is long (docs/performance.md).
  // The numbers are the same. It comes first, since it counts for what is compiled after it.
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=3000");
  endQuietlyWhenNobodyReads(process.stdout);
  endQuietlyWhenNobodyReads(process.stderr);
  process.once("SIGINT", () => interrupted.abort(new Error("Interrupted.")));
  process.exitCode = await main(process.argv.slice(2), surroundings);
} else if (parentPort) {
  expose(api, nodeEndpoint(parentPort));
  rehearse();
}
