/** What loadEngine bundles: the engine's entrances, and the mechanisms that tests look at while it runs. */
export { type Batch, type Job, runBatch } from "../../../sim/batch";
export { productivity } from "../../../sim/mechanisms/allocation";
export { EventLog } from "../../../sim/record/eventLog";
export { type Replication, replicate, type Watching } from "../../../sim/replicate";
export { resolveStages } from "../../../sim/scenario";
export { CHECKS, perform, performRequest } from "../../../sim/verification";
