/** What the page holds: the reader's choices and settings as signals, and everything that follows from them. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Choices, createChoices } from "./choices";
import { withMemory } from "./memory";
import { createRuns, keyOf, type Runs } from "./running";
import { aligned } from "./scenarios";
import type { AppProps, RunRequest } from "./simulator";

/** Numbers of futures, and of years recorded, that can be chosen. */
export const FUTURES: readonly number[] = [30, 100, 300, 1000];
export const YEARS: readonly number[] = [1, 2, 3, 5, 10];
const FIRST_FUTURES = 100;
const FIRST_SEED = "holdfast";
const LONGEST_SEED = 64;

export interface Settings {
  readonly futures: Signal<number>;
  readonly seed: Signal<string>;
  /** Years recorded, or null: as the scenarios say. */
  readonly years: Signal<number | null>;
}

/** The point that is being read in a chart: a week, and the figure in which it was chosen. */
export interface Reading {
  readonly week: number;
  readonly figure: string;
}

export interface Store extends Choices, Runs, Settings {
  readonly seedProblem: ReadonlySignal<string | null>;
  /** Says that a scenario's own length holds for all of them; else null. */
  readonly lengthNotice: ReadonlySignal<string | null>;
  /** The request that the controls ask for, or null while something typed cannot be run. */
  readonly wanted: ReadonlySignal<RunRequest | null>;
  /** Whether the results on show belong to other inputs than those that are set now. */
  readonly isStale: ReadonlySignal<boolean>;
  readonly reading: Signal<Reading | null>;
}

/** The page's state, which starts its first run, of so many futures, at once. */
export function createStore({ simulator, library }: AppProps, futures = FIRST_FUTURES): Store {
  const choices = createChoices(library);
  const settings: Settings = { futures: signal(futures), seed: signal(FIRST_SEED), years: signal(null) };
  const seedProblem = computed(() => problemOfSeed(settings.seed.value));
  const compared = computed(() => {
    const scenarios = choices.scenarios.value;
    return scenarios && aligned([choices.base, ...scenarios], settings.years.value);
  });
  const wanted = computed<RunRequest | null>(() => {
    if (compared.value === null || seedProblem.value !== null) return null;
    return {
      scenarios: compared.value.scenarios,
      seed: settings.seed.value.trim(),
      replications: settings.futures.value,
    };
  });
  const runs = createRuns(withMemory(simulator), wanted);
  const isStale = computed(() => {
    const results = runs.shown.value;
    return results !== null && (wanted.value === null || keyOf(results.request) !== keyOf(wanted.value));
  });
  return {
    ...choices,
    ...settings,
    ...runs,
    seedProblem,
    lengthNotice: computed(() => compared.value?.notice ?? null),
    wanted,
    isStale,
    reading: signal(null),
  };
}

function problemOfSeed(text: string): string | null {
  const length = text.trim().length;
  if (length > 0 && length <= LONGEST_SEED) return null;
  return `Repeatable result code is ${length} characters long; it must be from 1 to ${LONGEST_SEED} characters.`;
}

const StoreContext = createContext<Store | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The page's state, inside any view. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("This view stands outside the page.");
  return store;
}
