/** The doubt about inputs of the results on show: run when asked for, and dropped as soon as they are of other inputs. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Results } from "./results";
import { isAbort, messageOf } from "./running";
import type { Doubts, RunRequest, Simulator } from "./simulator";

export type DoubtStatus =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly doubts: Doubts }
  | { readonly kind: "failed"; readonly message: string };

export interface DoubtRuns {
  /** That of the results on show. */
  readonly status: ReadonlySignal<DoubtStatus>;
  readonly run: () => void;
  readonly cancel: () => void;
}

const NONE: DoubtStatus = { kind: "none" };

/** The inputs that doubt belongs to: the number of futures is no part of them. */
const keyOf = ({ scenarios, seed }: RunRequest): string => JSON.stringify([scenarios, seed]);

export function createDoubtRuns(simulator: Simulator, shown: ReadonlySignal<Results | null>): DoubtRuns {
  const latest = signal<{ readonly key: string; readonly status: DoubtStatus }>({ key: "", status: NONE });
  const key = computed(() => shown.value && keyOf(shown.value.request));
  let current = new AbortController();

  async function run(): Promise<void> {
    const request = shown.peek()?.request;
    if (request === undefined) return;
    current.abort();
    current = new AbortController();
    const mine = current;
    const own = keyOf(request);
    const tell = (status: DoubtStatus) => {
      if (mine === current) latest.value = { key: own, status };
    };
    tell({ kind: "running", done: 0, total: 1 });
    try {
      const listen = (done: number, total: number) => tell({ kind: "running", done, total });
      tell({ kind: "done", doubts: await simulator.doubt(request, listen, mine.signal) });
    } catch (error) {
      tell(isAbort(error) ? NONE : { kind: "failed", message: messageOf(error) });
    }
  }

  return {
    status: computed(() => (latest.value.key === key.value ? latest.value.status : NONE)),
    run: () => void run(),
    cancel: () => {
      current.abort();
      latest.value = { key: "", status: NONE };
      current = new AbortController();
    },
  };
}
