/** The yardstick: the caseload queue on the model's kernel, by hand, on simjs, and in C. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CalendarQueue } from "../../sim/kernel/calendarQueue";
import type { EventList } from "../../sim/kernel/eventList";
import { EventQueue } from "../../sim/kernel/eventQueue";
import { type Alone, processorTime, takeAlone } from "./alone";
import { CaseloadQueue, caseloadParams } from "./caseloadQueue";
import { caseloadOn } from "./caseloadSimjs";
import { caseloadOnResources } from "./caseloadSimjsResources";
import type { Case, Figures } from "./measure";
import { loadSimjs } from "./simjs";
import { makeCaseload } from "./yardstick/caseloadColumns.mjs";

export const IN_C = "yardstick, in C with a binary heap";
export const ON_KERNEL = "yardstick, on our kernel";
export const ON_HEAP = "yardstick, on our kernel with a binary heap";
export const ON_SIMJS = "yardstick, on simjs, its timers and lists by hand";
export const ON_SIMJS_RESOURCES = "yardstick, on simjs, its resources and events";
export const YARDSTICK_FIGURE = "nanoseconds per event";
const LINK_WORKERS = 7;
const ROUNDS = 7;
/** Replications before the clock starts, batches of which the best counts, and replications of a batch. */
const [WARM_UP, BATCHES, BATCH] = [20, 5, 12];
/** The slowest has fewer, which warm it up as well: its replications are long. */
const SLOW_SHARE = 1 / 4;

type Replicate = (replication: number) => { readonly events: number };
const PARAMS = caseloadParams(LINK_WORKERS);

const onKernel =
  (makeList: () => EventList): Replicate =>
  (r) =>
    new CaseloadQueue(PARAMS, makeList(), "yardstick", r).run();

function byHand(list: "heap" | "calendar"): Replicate {
  const run = makeCaseload(LINK_WORKERS, list);
  return (r) => ({ events: run(r + 1)[6] });
}

/** What is measured in JavaScript, by name. */
const IMPLEMENTATIONS: Readonly<Record<string, (program: string) => Replicate>> = {
  [ON_KERNEL]: () => onKernel(() => new CalendarQueue()),
  [ON_HEAP]: () => onKernel(() => new EventQueue()),
  "yardstick, by hand in columns with a calendar": () => byHand("calendar"),
  "yardstick, by hand in columns with a binary heap": () => byHand("heap"),
  [ON_SIMJS]: (program) => caseloadOn(loadSimjs(program), PARAMS),
  [ON_SIMJS_RESOURCES]: (program) => caseloadOnResources(loadSimjs(program), PARAMS),
};

/** Those of JavaScript, each to be measured alone. */
export const yardstickAlone = (program: string): Alone =>
  Object.fromEntries(
    Object.entries(IMPLEMENTATIONS).map(([name, make]) => {
      const share = name === ON_SIMJS_RESOURCES ? SLOW_SHARE : 1;
      return [name, () => measureBatches(make(program), share)];
    }),
  );

/** The cases, with a sentence where C cannot be compared with. `program` is the bench itself, `source` the C program. */
export function yardstickCases(program: string, source: string): { cases: Case[]; note: string | null } {
  const inJavaScript = Object.keys(IMPLEMENTATIONS).map((name) => ({
    name,
    rounds: ROUNDS,
    measure: () => takeAlone(program, name),
  }));
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const binary = join(folder, "caseload");
  const built = spawnSync("cc", ["-O3", "-march=native", "-o", binary, source, "-lm"], { stdio: "ignore" });
  const close = () => rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0) {
    close();
    return {
      cases: inJavaScript,
      note: "The yardstick in C was left out: `cc` is not there or could not compile it.",
    };
  }
  const inC = { name: IN_C, rounds: ROUNDS, measure: () => measureInC(binary), close };
  return { cases: [inC, ...inJavaScript], note: null };
}

/** The best of some batches, after a warm-up. */
function measureBatches(replicate: Replicate, share: number): Figures {
  let replication = 0;
  const batch = (count: number) => {
    let events = 0;
    const milliseconds = processorTime(() => {
      for (let r = 0; r < count; r++) events += replicate(replication++).events;
    });
    return (1e6 * milliseconds) / events;
  };
  batch(WARM_UP * share);
  return figures(Math.min(...Array.from({ length: BATCHES }, () => batch(BATCH * share))));
}

/** The C program as often as the others run a batch, the best of them likewise. */
function measureInC(binary: string): Figures {
  const batch = (seed: number) => {
    const args = [String(BATCH), String(LINK_WORKERS), String(seed)];
    const out = execFileSync(binary, args, { encoding: "utf8" });
    const { cpu_s, reps, events } = JSON.parse(out) as { cpu_s: number; reps: number; events: number };
    return (1e9 * cpu_s) / (reps * events);
  };
  return figures(Math.min(...Array.from({ length: BATCHES }, (_, i) => batch(i + 1))));
}

function figures(nanoseconds: number): Figures {
  return { [YARDSTICK_FIGURE]: nanoseconds, "events per second": 1e9 / nanoseconds };
}
