/** The browser's worker: job in, batch of numbers out. Node's is the command line itself (cli.ts). */
import { expose } from "comlink";
import { rehearse } from "../sim/rehearsal";
import { api } from "./pool/workerApi";

export type { SimulationWorker } from "./pool/workerApi";

expose(api);
// Mostly the page has no work yet, since its own code is still being loaded; if it has, it comes sooner all the same.
rehearse();
