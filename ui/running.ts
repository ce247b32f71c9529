/**
 * Running what the page asks for, and showing only answers to it: a change waits a moment, the latest request wins,
 * an answer of an older one is dropped, and the last results stay until newer ones replace them.
 */
import { batch, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { preparation } from "./preparation";
import { Results } from "./results";
import type { RunRequest, RunUpdate, Simulator } from "./simulator";
import { browserSurroundings, inSlices, type Surroundings } from "./slices";

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

/** A pause (ms) after which a change counts as made: typing a number starts one run, and its answer still comes soon. */
export const PAUSE = 60;
/**
 * Futures of each scenario before the first, coarse picture, and by how much they must grow for the next. Fewer than
 * four would come sooner, but two differences of a count are often equal, and would look certain.
 */
export const FIRST_PICTURE = 4;
const NEXT_PICTURE = 3;

/** Two requests with the same key have the same answer. */
export function keyOf(request: RunRequest): string {
  const known = keys.get(request) ?? JSON.stringify(request);
  keys.set(request, known);
  return known;
}

const keys = new WeakMap<RunRequest, string>();

/** Keeps `shown` up to date with `wanted` (null: nothing can be run). The first request runs at once. */
export function createRuns(
  simulator: Simulator,
  wanted: ReadonlySignal<RunRequest | null>,
  surroundings: Surroundings = browserSurroundings,
): Runs {
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
    const isWanted = () => mine === current;
    const draw = artist(request, isWanted, (results) => {
      shown.value = results;
    });
    const listen = (update: RunUpdate): void => {
      if (!isWanted()) return;
      status.value = { kind: "running", done: update.done, total: update.total };
      notices.value = update.notices;
      if (update.tables !== null) draw(update.tables);
    };
    try {
      const outcome = await simulator.run(request, listen, mine.signal);
      if (!isWanted()) return;
      const results = new Results(request, outcome.tables, outcome.fingerprints, outcome.stopped);
      if (!(await inSlices(preparation(results), isWanted, surroundings))) return;
      batch(() => {
        shown.value = results;
        notices.value = outcome.notices;
        status.value = { kind: "done", milliseconds: outcome.milliseconds };
      });
    } catch (error) {
      if (isWanted()) status.value = failure(error);
    }
  }

  /** Shows tables that are worth a picture, one after the other: while one is being prepared, others are passed over. */
  function artist(request: RunRequest, isWanted: () => boolean, show: (results: Results) => void) {
    let drawn = 0;
    let isBusy = false;
    return async (tables: Results["tables"]): Promise<void> => {
      const futures = tables[0].replications;
      if (isBusy || !isWorthDrawing(futures, drawn, request.replications)) return;
      isBusy = true;
      const results = new Results(request, tables);
      const isReady = await inSlices(preparation(results), isWanted, surroundings);
      isBusy = false;
      if (!isReady || isFinished(request)) return;
      drawn = futures;
      show(results);
    };
  }

  /** Whether the last picture of a request is on show, after which no coarser one may come. */
  function isFinished(request: RunRequest): boolean {
    const results = shown.peek();
    return results !== null && results.request === request && results.fingerprints.length > 0;
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

/** The first picture rests on a few futures; later ones are drawn when there are three times as many, and at the end. */
export function isWorthDrawing(futures: number, drawn: number, wanted: number): boolean {
  if (futures >= wanted) return futures > drawn;
  return drawn === 0 ? futures >= FIRST_PICTURE : futures >= drawn * NEXT_PICTURE;
}

function failure(error: unknown): Status {
  return isAbort(error) ? { kind: "cancelled" } : { kind: "failed", message: messageOf(error) };
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
