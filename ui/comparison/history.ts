/** One history of everything that can be undone, with steps that belong together kept as one. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** More steps than this are not kept. */
const MOST_STEPS = 200;

export interface History<State> {
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /**
   * Notes the state before an edit. Edits in a row with the same `what` are one step, so that a slider under way is
   * one step, not fifty; null: always a step of its own.
   */
  readonly note: (before: State, what: string | null) => void;
  /** The state to go back or forward to; null when there is none. `present` gives the one to come back to from there. */
  readonly back: (present: (target: State) => State) => State | null;
  readonly forward: (present: (target: State) => State) => State | null;
}

export function createHistory<State>(): History<State> {
  const past = signal<readonly State[]>([]);
  const future = signal<readonly State[]>([]);
  let last: string | null = null;
  return {
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    note: (before, what) => {
      if (what === null || what !== last) past.value = [...past.value, before].slice(-MOST_STEPS);
      future.value = [];
      last = what;
    },
    back: (present) => {
      const state = past.value.at(-1);
      if (state === undefined) return null;
      past.value = past.value.slice(0, -1);
      future.value = [...future.value, present(state)];
      last = null;
      return state;
    },
    forward: (present) => {
      const state = future.value.at(-1);
      if (state === undefined) return null;
      future.value = future.value.slice(0, -1);
      past.value = [...past.value, present(state)];
      last = null;
      return state;
    },
  };
}
