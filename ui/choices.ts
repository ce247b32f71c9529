/** The reader's choices: what is compared, what is selected, how it is run, and every edit of these, with undo. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Scenario } from "../sim/scenario";
import { type Edits, editsOf } from "./comparison/edits";
import { createHistory } from "./comparison/history";
import { draftOfItem, type Item, itemOf, type ReadItem, readItems } from "./comparison/item";
import {
  createExperimentState,
  type ExperimentId,
  type ExperimentState,
  type Setups,
} from "./experimentState";
import type { Draft } from "./levers";
import { baseOf, firstPolicy, MOST_SCENARIOS } from "./scenarios";
import { FIRST_SETTINGS, type SettingValues } from "./settings";
import { text } from "./text/text";

export interface Comparison {
  /** The scenarios beside the base, in the order of their colours. */
  readonly items: readonly Item[];
  /** Id of the selected one, which the answer and the levers are about; null while there is only the base. */
  readonly focus: string | null;
}

/** What the forms of experiments say, and which of them can be seen. */
export interface Forms {
  readonly said: Setups;
  readonly opened: readonly ExperimentId[];
}

/** What one step of undo brings back: all that decides the results. */
export interface Inputs extends SettingValues {
  readonly comparison: Comparison;
  /** In steps that replaced these as well: a link's. */
  readonly forms?: Forms;
}

type Settings = { readonly [K in keyof SettingValues]: ReadonlySignal<SettingValues[K]> };

export interface Choices extends Edits, Settings {
  readonly base: Scenario;
  /** Every scenario of the library but the base. */
  readonly policies: readonly Scenario[];
  /** The scenarios beside the base, as they are edited, in the order of their colours. */
  readonly items: ReadonlySignal<readonly Item[]>;
  /** The same, read: in the order of `items`. */
  readonly read: ReadonlySignal<readonly ReadItem[]>;
  /** Ids of `items`. */
  readonly chosen: ReadonlySignal<readonly string[]>;
  /** Id of the selected scenario; see `Comparison`. */
  readonly focus: Signal<string | null>;
  /** The selected scenario, or null while there is only the base. */
  readonly selected: ReadonlySignal<Item | null>;
  readonly selectedRead: ReadonlySignal<ReadItem | null>;
  /** The scenarios chosen beside the base, or null while one of them cannot be read. */
  readonly scenarios: ReadonlySignal<readonly Scenario[] | null>;
  /** What the levers show: every parameter of the selected scenario, or of the base. */
  readonly draft: ReadonlySignal<Draft>;
  /** Whether no further scenario can be added. */
  readonly isFull: ReadonlySignal<boolean>;
  /** Changes settings of the run; changes in a row of the same ones are one step of undo. */
  readonly set: (part: Partial<SettingValues>) => void;
  /** Shows other inputs and forms, a link's, as one step of undo. */
  readonly replace: (inputs: Inputs, forms: Forms) => void;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** What the last edit of the list, undo or redo did, for those who cannot see it. */
  readonly said: Signal<string>;
}

/** The comparison on opening: the base and one policy. */
export function firstComparison(library: readonly Scenario[]): Comparison {
  const first = library.find(({ id }) => id === firstPolicy(library));
  return first === undefined ? { items: [], focus: null } : { items: [itemOf(first)], focus: first.id };
}

/** The choices, beginning with `start`. */
export function createChoices(
  library: readonly Scenario[],
  start: Inputs = { ...FIRST_SETTINGS, comparison: firstComparison(library) },
  experiments: Pick<ExperimentState, "said" | "opened"> = createExperimentState({}),
): Choices {
  const base = baseOf(library);
  const policies = library.filter((scenario) => scenario !== base);
  const items = signal(start.comparison.items);
  const focus = signal(start.comparison.focus);
  const settings = {
    futures: signal(start.futures),
    seed: signal(start.seed),
    years: signal(start.years),
  };
  const said = signal("");
  const history = createHistory<Inputs>();
  const selected = computed(() => items.value.find(({ id }) => id === focus.value) ?? null);
  const read = computed(() => readItems(items.value, base));
  const scenarios = computed(() => {
    const some = read.value.map(({ scenario }) => scenario);
    return some.every((scenario) => scenario !== null) ? some : null;
  });
  const present = (): Inputs => ({
    comparison: { items: items.value, focus: focus.value },
    futures: settings.futures.value,
    seed: settings.seed.value,
    years: settings.years.value,
  });
  const withForms = (): Inputs => ({
    ...present(),
    forms: { said: experiments.said.value, opened: experiments.opened.value },
  });
  const show = ({ comparison, futures, seed, years, forms }: Inputs): void =>
    batch(() => {
      if (forms !== undefined) {
        experiments.said.value = forms.said;
        experiments.opened.value = forms.opened;
      }
      items.value = comparison.items;
      focus.value = comparison.focus;
      settings.futures.value = futures;
      settings.seed.value = seed;
      settings.years.value = years;
    });
  const say = (before: readonly string[]): void => {
    const names = [base, ...read.value].map(({ name }) => name);
    said.value = [...before, text.history.compared(names)].join(" ");
  };
  const edit = (next: Partial<Inputs>, what: string | null = null): void => {
    history.note(present(), what);
    show({ ...present(), ...next });
    if (what === null) say([]);
  };
  /** The present, as it must be kept to come back to from `target`. */
  const leaving = (target: Inputs): Inputs => (target.forms === undefined ? present() : withForms());
  const step = (to: Inputs | null, words: string): void => {
    if (to === null) return;
    show(to);
    say([words]);
  };
  return {
    base,
    policies,
    items,
    read,
    chosen: computed(() => items.value.map(({ id }) => id)),
    focus,
    selected,
    selectedRead: computed(() => read.value[items.value.indexOf(selected.value as Item)] ?? null),
    scenarios,
    draft: computed(() => draftOfItem(selected.value ?? itemOf(base))),
    ...settings,
    set: (part) => edit(part, `setting ${Object.keys(part).join()}`),
    replace: (inputs, forms) => {
      history.note(withForms(), null);
      show({ ...inputs, forms });
      say([]);
    },
    isFull: computed(() => items.value.length >= MOST_SCENARIOS),
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    said,
    ...editsOf({
      base,
      policies,
      present: () => present().comparison,
      edit: (comparison, what) => edit({ comparison }, what),
      undo: () => step(history.back(leaving), text.history.undone),
      redo: () => step(history.forward(leaving), text.history.redone),
    }),
  };
}
