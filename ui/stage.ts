/**
 * Which part of the page is drawn when new results are on show: one at a time, those in view first, with a breath
 * between two, so that no frame is late. Parts out of view are spared the coarse pictures of a run under way; the last
 * picture, and the first of other inputs, reach all of them.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Results } from "./results";
import { browserSurroundings, type Surroundings } from "./slices";

export interface Part {
  /** What the part shows. */
  readonly shows: Signal<Results | null>;
  readonly isInView: () => boolean;
}

export interface Stage {
  /** Takes a part in; the function that is given back takes it out. */
  readonly join: (part: Part) => () => void;
  /** Looks again for parts to draw, since one has come into view. */
  readonly look: () => void;
  /** Draws all parts at once: for the printer, which waits for nobody. */
  readonly drawAll: () => void;
  /** Whether every part shows what is on show. */
  readonly isDrawn: ReadonlySignal<boolean>;
  readonly dispose: () => void;
}

export function createStage(
  shown: ReadonlySignal<Results | null>,
  { breathe }: Pick<Surroundings, "breathe"> = browserSurroundings,
): Stage {
  const parts = signal<readonly Part[]>([]);
  let isBusy = false;

  async function draw(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (;;) {
      await breathe();
      const part = nextPart(parts.peek(), shown.peek());
      if (part === undefined) break;
      part.shows.value = shown.peek();
    }
    isBusy = false;
  }

  const dispose = effect(() => {
    if (shown.value !== null) void draw();
  });
  return {
    join: (part) => {
      parts.value = [...parts.peek(), part];
      void draw();
      return () => {
        parts.value = parts.peek().filter((other) => other !== part);
      };
    },
    look: () => void draw(),
    drawAll: () => {
      for (const { shows } of parts.peek()) shows.value = shown.peek();
    },
    isDrawn: computed(() => parts.value.every(({ shows }) => shows.value === shown.value)),
    dispose,
  };
}

/** The part to be drawn next, if there is one. */
export function nextPart(parts: readonly Part[], results: Results | null): Part | undefined {
  if (results === null) return undefined;
  const behind = parts.filter(({ shows }) => shows.peek() !== results);
  return (
    behind.find(({ isInView }) => isInView()) ??
    behind.find(({ shows }) => results.complete || shows.peek()?.request !== results.request)
  );
}
