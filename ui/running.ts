/**
 * Running what the page asks for, and showing only answers to it: a change waits a moment, the latest request wins,
 * an answer of an older one is dropped, and the last results stay until newer ones replace them.
 */
import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { Results } from "./results";
import type { RunRequest, RunUpdate, Simulator } from "./simulator";

export type Status =
  | { readonly kind: "idle" }
  /** A change has been made and the run will start in a moment. */
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly milliseconds: number }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

export interface Runs {
  readonly status: ReadonlySignal<Status>;
  /** The results on show, whichever request they belong to. */
  readonly shown: ReadonlySignal<Results | null>;
  /** Sentences from the run on show, such as that a worker was replaced. */
  readonly notices: ReadonlySignal<readonly string[]>;
  readonly run: () => void;
  readonly cancel: () => void;
  readonly dispose: () => void;
}

/** A pause (ms) after which a change counts as made, so that a slider under way starts no runs. */
export const PAUSE = 300;
/** Futures of each scenario before the first, coarse picture; and by how much they must grow for the next. */
const FIRST_PICTURE = 6;
const NEXT_PICTURE = 1.5;

/** Two requests with the same key have the same answer. */
export const keyOf = (request: RunRequest): string => JSON.stringify(request);

/** Keeps `shown` up to date with `wanted` (null: nothing can be run). The first request runs at once. */
export function createRuns(simulator: Simulator, wanted: ReadonlySignal<RunRequest | null>): Runs {
  const status = signal<Status>({ kind: "idle" });
  const shown = signal<Results | null>(null);
  const notices = signal<readonly string[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = new AbortController();

  /** Ends what is waiting or running; answers that still arrive are not listened to. */
  function stop(): void {
    clearTimeout(timer);
    current.abort();
    current = new AbortController();
  }

  async function start(request: RunRequest): Promise<void> {
    stop();
    const mine = current;
    const total = request.replications * request.scenarios.length;
    status.value = { kind: "running", done: 0, total };
    notices.value = [];
    let drawn = 0;
    const listen = (update: RunUpdate): void => {
      if (mine !== current) return;
      status.value = { kind: "running", done: update.done, total: update.total };
      notices.value = update.notices;
      const futures = update.tables?.[0].replications ?? 0;
      if (update.tables === null || !isWorthDrawing(futures, drawn, request.replications)) return;
      drawn = futures;
      shown.value = new Results(request, update.tables);
    };
    try {
      const outcome = await simulator.run(request, listen, mine.signal);
      if (mine !== current) return;
      shown.value = new Results(request, outcome.tables, outcome.fingerprints);
      notices.value = outcome.notices;
      status.value = { kind: "done", milliseconds: outcome.milliseconds };
    } catch (error) {
      if (mine !== current) return;
      status.value = failure(error);
    }
  }

  function follow(request: RunRequest | null): void {
    if (request === null) {
      stop();
      status.value = { kind: "idle" };
    } else if (shown.peek() === null && status.peek().kind === "idle") {
      void start(request);
    } else {
      stop();
      status.value = { kind: "waiting" };
      timer = setTimeout(() => void start(request), PAUSE);
    }
  }

  let last: string | null | undefined;
  const dispose = effect(() => {
    const request = wanted.value;
    const key = request && keyOf(request);
    if (key === last) return;
    last = key;
    untracked(() => follow(request));
  });

  return {
    status,
    shown,
    notices,
    run: () => {
      const request = wanted.peek();
      if (request !== null) void start(request);
    },
    cancel: () => {
      stop();
      status.value = { kind: "cancelled" };
    },
    dispose: () => {
      dispose();
      stop();
    },
  };
}

/** The first picture rests on a few futures; later ones are drawn when there are half as many again, and at the end. */
export function isWorthDrawing(futures: number, drawn: number, wanted: number): boolean {
  if (futures >= wanted) return futures > drawn;
  return drawn === 0 ? futures >= FIRST_PICTURE : futures >= drawn * NEXT_PICTURE;
}

function failure(error: unknown): Status {
  if (error instanceof Error && error.name === "AbortError") return { kind: "cancelled" };
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}
