/** The page's way to the diaries of its futures: the pool runs them again, and batches are put together. */
import type { Cohort } from "../sim/record/story/cohort";
import type { Diaries } from "../ui/diaries";
import { inLanes } from "./experiment/lanes";
import type { WorkerPool } from "./pool/workerPool";

/** Few enough that progress shows, and many enough that a worker is not asked for every one. */
const REPLICATIONS_A_BATCH = 3;

export function createDiaries(pool: Pick<WorkerPool, "story" | "cohort" | "size">): Diaries {
  return {
    story: (request, signal) => pool.story(request, signal),
    async cohorts({ scenarios, seed, replications }, onProgress, signal) {
      const starts = Array.from(
        { length: Math.ceil(replications / REPLICATIONS_A_BATCH) },
        (_, i) => i * REPLICATIONS_A_BATCH,
      );
      const tasks = scenarios.flatMap((_, s) => starts.map((first) => ({ s, first })));
      const parts: Cohort[][] = scenarios.map(() => []);
      const total = scenarios.length * replications;
      let done = 0;
      onProgress({ done, total });
      await inLanes(tasks, pool.size, signal, async ({ s, first }, stop) => {
        const { changes, timeline } = scenarios[s];
        const size = Math.min(REPLICATIONS_A_BATCH, replications - first);
        const part = await pool.cohort(
          { changes, timeline, seed, firstReplication: first, replications: size },
          stop,
        );
        parts[s][first / REPLICATIONS_A_BATCH] = part;
        done += size;
        onProgress({ done, total });
      });
      return parts.map(together);
    },
  };
}

/** Batches in the order of their replications as one cohort. */
export function together(parts: readonly Cohort[]): Cohort {
  const states = new Float64Array(parts[0].states.length);
  for (const part of parts) for (let i = 0; i < states.length; i++) states[i] += part.states[i];
  const length = (column: Column) => parts.reduce((sum, part) => sum + part[column].length, 0);
  const floats = (column: "spells" | "wait") => joined(new Float64Array(length(column)), parts, column);
  const bytes = (column: "complexity" | "reached" | "exit") =>
    joined(new Uint8Array(length(column)), parts, column);
  return {
    replications: parts.reduce((sum, part) => sum + part.replications, 0),
    weeks: parts[0].weeks,
    states,
    spells: floats("spells"),
    complexity: bytes("complexity"),
    wait: floats("wait"),
    reached: bytes("reached"),
    exit: bytes("exit"),
  };
}

type Column = "spells" | "wait" | "complexity" | "reached" | "exit";

function joined<T extends Uint8Array | Float64Array>(whole: T, parts: readonly Cohort[], column: Column): T {
  let at = 0;
  for (const part of parts) {
    whole.set(part[column], at);
    at += part[column].length;
  }
  return whole;
}
