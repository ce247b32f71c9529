/** A new simulation worker. The one-file build puts makeWorker.inline.ts in the place of this file. */
export function makeWorker(): Worker {
  return new Worker(new URL("../simulation.worker.ts", import.meta.url), {
    type: "module",
    name: "simulation",
  });
}
