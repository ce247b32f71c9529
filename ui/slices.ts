/**
 * Work on the page's own thread, in slices that are shorter than a frame: between two of them the browser answers the
 * reader, draws, and takes in what the workers have sent.
 */

/** The longest slice (ms); the last step of a slice may run over, so steps must be short. */
export const SLICE = 8;

/** What slices need of their surroundings; tests hand in their own. */
export interface Surroundings {
  /** Milliseconds, from any origin. */
  readonly now: () => number;
  /** Lets everything else that is due have its turn. */
  readonly breathe: () => Promise<void>;
}

interface Scheduler {
  readonly yield?: () => Promise<void>;
}

/** The browser's own: its scheduler where it has one, else a timer. */
export const browserSurroundings: Surroundings = {
  now: () => performance.now(),
  breathe: () => {
    const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
    return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
  },
};

/**
 * Goes through `steps` in slices, and says whether it came to the end: false as soon as `isWanted` says no, which is
 * asked after every breath.
 */
export async function inSlices(
  steps: Iterator<void, void>,
  isWanted: () => boolean,
  { now, breathe }: Surroundings = browserSurroundings,
): Promise<boolean> {
  for (;;) {
    await breathe();
    if (!isWanted()) return false;
    const started = now();
    do {
      if (steps.next().done) return true;
    } while (now() - started < SLICE);
  }
}

/** All steps at once, for those who need the value now. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
