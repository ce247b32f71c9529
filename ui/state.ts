/** What the page holds: the reader's choices and settings as signals, and everything that follows from them. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Choices, createChoices } from "./choices";
import { browserStorage, createKept, type Kept } from "./comparison/kept";
import { createDoubtRuns, type DoubtRuns } from "./doubts";
import { createEvidence, type Evidence } from "./evidence";
import { createExperimentState, type ExperimentState } from "./experimentState";
import { usualStart } from "./link";
import { createLinks, type Links } from "./links/opened";
import type { Results } from "./results";
import { createRuns, keyOf, type Runs } from "./running";
import { aligned, endWeekOf } from "./scenarios";
import { MOST_FUTURES, PRECISION, problemOfSeed, UNTIL_PRECISE } from "./settings";
import type { AppProps, RunRequest } from "./simulator";
import { createStage, type Stage } from "./stage";

/** The point that is being read in a chart: a week, or the chart's own point, and the figure in which it was chosen. */
export interface Reading {
  readonly week: number;
  /** Whether it is a week of the record, which other figures can read too. */
  readonly isByWeek: boolean;
  readonly figure: string;
}

export interface Store extends Choices, Runs {
  readonly kept: Kept;
  readonly links: Links;
  readonly seedProblem: ReadonlySignal<string | null>;
  /** Says that a scenario's own length holds for all of them; else null. */
  readonly lengthNotice: ReadonlySignal<string | null>;
  /** The week in which the run that is asked for ends. */
  readonly endWeek: ReadonlySignal<number>;
  /** The request that the controls ask for, or null while something typed cannot be run. */
  readonly wanted: ReadonlySignal<RunRequest | null>;
  /** Whether the results on show belong to other inputs than those that are set now. */
  readonly isStale: ReadonlySignal<boolean>;
  /** Whether some results belong to other inputs than those that are set now; read in a view, it follows them. */
  readonly isOutOfDate: (results: Results) => boolean;
  readonly stage: Stage;
  /** Why the chosen scenarios cannot be compared, a sentence each; none if they can. */
  readonly unlike: ReadonlySignal<readonly string[]>;
  /** The doubt about inputs, which is run only when it is asked for. */
  readonly doubts: DoubtRuns;
  readonly reading: Signal<Reading | null>;
  /** The single future (from 0) that is drawn in the charts and told in full, or null. */
  readonly future: Signal<number | null>;
  readonly evidence: Evidence;
  readonly experiments: ExperimentState;
}

/** The page's state, which begins as `start` says, and starts its first run at once. */
export function createStore({ simulator, library }: AppProps, start = usualStart("", library)): Store {
  const experiments = createExperimentState(start.experiments);
  const choices = createChoices(library, start, experiments);
  const { futures, seed, years } = choices;
  const seedProblem = computed(() => problemOfSeed(seed.value));
  const compared = computed(() => {
    const scenarios = choices.scenarios.value;
    return scenarios && aligned([choices.base, ...scenarios], years.value);
  });
  const endWeek = computed(() => {
    const known = compared.value ?? aligned([choices.base], years.value);
    return endWeekOf(known.scenarios[0].changes);
  });
  const asked = computed<RunRequest | null>(() => {
    if (compared.value === null || seedProblem.value !== null) return null;
    return requestOf(compared.value.scenarios, seed.value.trim(), futures.value);
  });
  const unlike = computed(() => (asked.value === null ? [] : simulator.unlike(asked.value)));
  const wanted = computed(() => (unlike.value.length > 0 ? null : asked.value));
  const runs = createRuns(simulator, wanted);
  const wantedKey = computed(() => wanted.value && keyOf(wanted.value));
  const isOutOfDate = (results: Results) => keyOf(results.request) !== wantedKey.value;
  const isStale = computed(() => runs.shown.value !== null && isOutOfDate(runs.shown.value));
  const stage = createStage(runs.shown);
  const { shown } = runs;
  return {
    ...choices,
    ...runs,
    seedProblem,
    lengthNotice: computed(() => compared.value?.notice ?? null),
    endWeek,
    wanted,
    isStale,
    isOutOfDate,
    stage,
    unlike,
    doubts: createDoubtRuns(simulator, shown),
    reading: signal(null),
    future: signal(null),
    evidence: createEvidence(),
    experiments,
    kept: createKept(browserStorage()),
    links: createLinks({ choices, wanted, shown, isStale, experiments }, start, library),
  };
}

/** The request for so many futures, or for as many as are precise. */
function requestOf(scenarios: RunRequest["scenarios"], seed: string, futures: number): RunRequest {
  return futures === UNTIL_PRECISE
    ? { scenarios, seed, replications: MOST_FUTURES, precision: PRECISION }
    : { scenarios, seed, replications: futures };
}

const StoreContext = createContext<Store | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The page's state, inside any view. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("This view stands outside the page.");
  return store;
}
