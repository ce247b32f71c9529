import SimulationWorker from "../simulation.worker.ts?worker&inline";

/** A new simulation worker, for the one-file build: its code is part of the page, since file:// has no second file. */
export function makeWorker(): Worker {
  return new SimulationWorker({ name: "simulation" });
}
