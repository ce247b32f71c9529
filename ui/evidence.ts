/** What the page holds about its evidence: how much each number matters, and what the list of numbers shows. */
import { batch, type Signal, signal } from "@preact/signals";

/** The order of parameters by their effect on one measure, from the latest sensitivity run of this page. */
export interface Ranks {
  /** The measure, as its label is. */
  readonly measure: string;
  /** What was varied around: `Baseline`, or the name of another scenario. */
  readonly about: string;
  /** Ids of the parameters that were varied, the most influential first. */
  readonly ids: readonly string[];
  /** Those of them whose effect was told apart from chance, in the same order. */
  readonly told: readonly string[];
}

export interface Evidence {
  /** Null until a sensitivity run has finished. */
  readonly ranks: Signal<Ranks | null>;
  /** The list of all numbers: whether it is open, and what is sought in it. */
  readonly isListOpen: Signal<boolean>;
  readonly sought: Signal<string>;
  /** Counts how often a lever has asked for the list, so that it can take the focus each time. */
  readonly asked: Signal<number>;
}

export const createEvidence = (): Evidence => ({
  ranks: signal(null),
  isListOpen: signal(false),
  sought: signal(""),
  asked: signal(0),
});

/** Opens the list of all numbers at one of them, and brings it into view. */
export function showInList({ isListOpen, sought, asked }: Evidence, id: string): void {
  batch(() => {
    sought.value = id;
    isListOpen.value = true;
    asked.value++;
  });
}
