/**
 * The yardstick: the caseload queue on the model's kernel, on simjs, and in C. Each is measured in a
 * process of its own, so that none is slowed by what the engine has learnt from another.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CalendarQueue } from "../../sim/kernel/calendarQueue";
import type { EventList } from "../../sim/kernel/eventList";
import { EventQueue } from "../../sim/kernel/eventQueue";
import { CaseloadQueue, caseloadParams } from "./caseloadQueue";
import { caseloadOn } from "./caseloadSimjs";
import type { Case, Figures } from "./measure";
import { loadSimjs } from "./simjs";

export const IN_C = "yardstick, in C with a binary heap";
export const YARDSTICK_FIGURE = "nanoseconds per event";
const LINK_WORKERS = 7;
const ROUNDS = 7;

type Replicate = (replication: number) => { readonly events: number };
const PARAMS = caseloadParams(LINK_WORKERS);
const onKernel =
  (makeList: () => EventList): Replicate =>
  (r) =>
    new CaseloadQueue(PARAMS, makeList(), "yardstick", r).run();

/** What is measured in JavaScript, by the word that the process of its own is given. */
const IMPLEMENTATIONS: Readonly<Record<string, (program: string) => Replicate>> = {
  calendar: () => onKernel(() => new CalendarQueue()),
  heap: () => onKernel(() => new EventQueue()),
  simjs: (program) => caseloadOn(loadSimjs(program), PARAMS),
};
const NAMES: Readonly<Record<string, string>> = {
  calendar: "on our kernel",
  heap: "on our kernel with a binary heap",
  simjs: "on simjs",
};
export const yardstickName = (implementation: string) => `yardstick, ${NAMES[implementation]}`;

/** The cases, with a sentence where C cannot be compared with. `program` is the bench itself, `source` the C program. */
export function yardstickCases(program: string, source: string): { cases: Case[]; note: string | null } {
  const ours = Object.keys(IMPLEMENTATIONS).map((word) => ({
    name: yardstickName(word),
    rounds: ROUNDS,
    measure: () => figuresOf(process.execPath, [program, YARDSTICK_WORD, word]),
  }));
  const folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  const binary = join(folder, "caseload");
  const built = spawnSync("cc", ["-O3", "-march=native", "-o", binary, source, "-lm"], { stdio: "ignore" });
  const close = () => rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0) {
    close();
    return {
      cases: ours,
      note: "The yardstick in C was left out: `cc` is not there or could not compile it.",
    };
  }
  const measure = () => inC(binary);
  return { cases: [{ name: IN_C, rounds: ROUNDS, measure, close }, ...ours], note: null };
}

/** First argument of the process that measures one implementation. */
export const YARDSTICK_WORD = "--yardstick";

/** What that process does: prints nanoseconds per event in the best of some batches, after a warm-up. */
export function measureYardstick(word: string, program: string): void {
  const replicate = IMPLEMENTATIONS[word](program);
  let replication = 0;
  const batch = (count: number) => {
    const started = performance.now();
    let events = 0;
    for (let r = 0; r < count; r++) events += replicate(replication++).events;
    return (1e6 * (performance.now() - started)) / events;
  };
  batch(20);
  console.log(JSON.stringify({ nanoseconds: Math.min(...Array.from({ length: 5 }, () => batch(12))) }));
}

function figuresOf(command: string, args: readonly string[]): Figures {
  const { nanoseconds } = JSON.parse(execFileSync(command, args, { encoding: "utf8" })) as {
    nanoseconds: number;
  };
  return figures(nanoseconds);
}

/** The C program as often as the others run a batch, the best of them likewise. */
function inC(binary: string): Figures {
  const batch = (seed: number) => {
    const out = execFileSync(binary, ["12", String(LINK_WORKERS), String(seed)], { encoding: "utf8" });
    const { wall_s, reps, events } = JSON.parse(out) as { wall_s: number; reps: number; events: number };
    return (1e9 * wall_s) / (reps * events);
  };
  return figures(Math.min(...Array.from({ length: 5 }, (_, i) => batch(i + 1))));
}

function figures(nanoseconds: number): Figures {
  return { [YARDSTICK_FIGURE]: nanoseconds, "events per second": 1e9 / nanoseconds };
}
