/** A worker that does what the seed of a job says: answer, throw, die, fill its memory, or never answer. */
import { existsSync, writeFileSync } from "node:fs";
import { parentPort, threadId } from "node:worker_threads";
import { expose } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";

const acts = {
  answer: () => {},
  throw: () => {
    throw new Error("the model is wrong");
  },
  exit: () => process.exit(3),
  crash: () => {
    setTimeout(() => {
      throw new Error("out of the blue");
    });
    return new Promise(() => {});
  },
  fill: () => {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
  hang: () => {
    for (;;);
  },
};

expose(
  {
    async run({ seed, firstReplication, replications }) {
      const [act, onceFile] = seed.split(" once ");
      const first = !onceFile || !existsSync(onceFile);
      if (onceFile) writeFileSync(onceFile, "done");
      if (first) await acts[act]();
      return {
        firstReplication,
        replications,
        measures: new Float64Array([threadId]),
        weekly: null,
        weeks: 0,
        events: 0,
      };
    },
  },
  nodeEndpoint(parentPort),
);
