/** A stand-in for the model whose turnover is a known function of the parameters, with luck that all points share. */
import { MEASURE_INDEX, MEASURES } from "../../../sim/record/measures";
import type { Changes } from "../../../sim/scenario";
import type { RunJob } from "../../../src/pool/runner";

/** A job runner: turnoverRate is `turnover` of the changes plus luck of the replication; all else is 0. */
export const responding =
  (turnover: (changes: Changes, replication: number) => number): RunJob =>
  async ({ changes, firstReplication, replications }) => {
    const measures = new Float64Array(replications * MEASURES.length);
    for (let i = 0; i < replications; i++) {
      const r = firstReplication + i;
      measures[i * MEASURES.length + MEASURE_INDEX.get("turnoverRate")!] = turnover(changes, r) + Math.sin(r);
    }
    return { firstReplication, replications, measures, weekly: null, weeks: 0, events: 0 };
  };
