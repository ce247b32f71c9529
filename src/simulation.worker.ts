/** The browser's worker: job in, batch of numbers out. Node's is the command line itself (cli.ts). */
import { expose } from "comlink";
import { api } from "./pool/workerApi";

export type { SimulationWorker } from "./pool/workerApi";

expose(api);
