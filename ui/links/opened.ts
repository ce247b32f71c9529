/** The link of what is on the page now, and what became of the link that the page was opened with. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Scenario } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";
import type { Choices } from "../choices";
import { type ExperimentId, type ExperimentState, idsOf } from "../experimentState";
import { fragmentOf, type Start, startOf } from "../link";
import type { Results } from "../results";
import { keyOf } from "../running";
import type { RunRequest } from "../simulator";
import { text } from "../text/text";
import { type LinkContent, type ShortResult, shortFingerprint } from "./format1";
import { changesSince, meansOf } from "./means";

export interface Links {
  /** The fragment of a link to the page as it is, with its result's fingerprints if there are; null: it has none. */
  readonly fragment: ReadonlySignal<string | null>;
  /** What is asked for now, as text: it changes when anything is edited, not when a result comes. */
  readonly inputs: ReadonlySignal<string>;
  /** Whether the page is as it opens without a link, so that its address can stay plain. */
  readonly isUsual: ReadonlySignal<boolean>;
  /** Sentences about what could not be taken from the link that was opened last. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Whether the result that the link carries has come out again; null without one, or once the inputs changed. */
  readonly again: ReadonlySignal<Again | null>;
  /** The experiments that it has set up. */
  readonly setUp: ReadonlySignal<readonly ExperimentId[]>;
  /** Opens another link in place of what is on the page, as one step of undo; one that cannot be read changes nothing. */
  readonly open: (search: string, hash: string) => void;
  /** Takes the sentences away. */
  readonly dismiss: () => void;
}

export interface Again {
  readonly kind: "checking" | "identical" | "different";
  readonly sentence: string;
}

/** What the links are made from. */
interface Page {
  readonly choices: Choices;
  readonly wanted: ReadonlySignal<RunRequest | null>;
  readonly shown: ReadonlySignal<Results | null>;
  readonly isStale: ReadonlySignal<boolean>;
  readonly experiments: ExperimentState;
}

interface Opened {
  readonly problems: readonly string[];
  readonly result: ShortResult | null;
  readonly setUp: readonly ExperimentId[];
  /** Of the request that the link asked for. */
  readonly key: string | null;
}

/** Links of the page that began with `start`. */
export function createLinks(page: Page, start: Start, library: readonly Scenario[]): Links {
  const { wanted } = page;
  const { finished, fragment, inputs } = present(page, library);
  const usual = inputsOf(start.usual);
  const opened = signal<Opened | null>(openedBy(start, wanted.peek(), text.links.opensAsUsual));
  const again = computed<Again | null>(() => {
    const link = opened.value;
    if (link === null || link.result === null || wanted.value === null) return null;
    if (keyOf(wanted.value) !== link.key) return null;
    return compare(link.result, finished.value, link.problems.length > 0);
  });
  return {
    fragment,
    inputs,
    isUsual: computed(() => inputs.value === usual),
    problems: computed(() => opened.value?.problems ?? []),
    again,
    setUp: computed(() => opened.value?.setUp ?? []),
    open: (search, hash) => {
      const next = startOf(search, hash, library);
      if (next.isRead) show(page, next);
      opened.value = openedBy(next, wanted.peek(), text.links.staysAsItWas);
    },
    dismiss: () => {
      opened.value = null;
    },
  };
}

/** What is on the page now, as a link has it. */
function present(page: Page, library: readonly Scenario[]) {
  const { choices, wanted, shown, isStale, experiments } = page;
  /** The complete result of what is set now, or null. */
  const finished = computed(() => {
    const results = shown.value;
    return results !== null && !isStale.value && results.fingerprints.length > 0 ? results : null;
  });
  const content = computed(() => ({
    comparison: { items: choices.items.value, focus: choices.focus.value },
    futures: choices.futures.value,
    seed: choices.seed.value.trim(),
    years: choices.years.value,
    result: finished.value && shortResult(finished.value),
    experiments: experiments.setUp.value,
  }));
  const fragment = computed(() =>
    wanted.value === null ? null : fragmentOf(content.value, choices.read.value, library),
  );
  return { finished, fragment, inputs: computed(() => inputsOf(content.value)) };
}

/** Puts what a link says in place of what is on the page. */
const show = ({ choices, experiments }: Page, start: Start): void =>
  choices.replace(start, {
    said: { ...experiments.said.value, ...start.experiments },
    opened: idsOf(start.experiments),
  });

/** `instead` says what became of the page when nothing of the link can be used. */
function openedBy(start: Start, request: RunRequest | null, instead: string): Opened {
  const { problems, isRead, result, experiments } = start;
  const said = isRead || problems.length === 0 ? problems : [...problems, instead];
  const key = request && keyOf(request);
  return { problems: said, result: isRead ? result : null, setUp: isRead ? idsOf(experiments) : [], key };
}

/** What a link asks for, as text; its result left out. */
const inputsOf = ({ comparison, futures, seed, years, experiments }: LinkContent): string =>
  JSON.stringify([comparison, futures, seed, years, experiments]);

const shortResult = (results: Results): ShortResult => ({
  model: MODEL_VERSION,
  fingerprints: results.fingerprints.map(shortFingerprint),
  means: meansOf(results),
});

/** What is said about a link's result beside the same inputs' result now. */
export function compare(link: ShortResult, now: Results | null, isPartial: boolean): Again {
  const { checking, identical, notIdentical, theseDiffer } = text.links;
  if (now === null) return { kind: "checking", sentence: checking };
  const fresh = now.fingerprints.map(shortFingerprint);
  const isLike = (s: number): boolean => fresh[s] === link.fingerprints[s];
  if (fresh.length === link.fingerprints.length && fresh.every((_, s) => isLike(s)))
    return { kind: "identical", sentence: identical };
  const names = now.scenarios.filter((_, s) => !isLike(s)).map(({ name }) => name);
  const which = names.length > 0 ? [theseDiffer(names)] : [];
  const numbers = now.scenarios.flatMap((_, s) => (isLike(s) ? [] : inNumbers(link, now, s)));
  const sentence = [notIdentical, ...which, ...numbers, whyDifferent(link, isPartial)].join(" ");
  return { kind: "different", sentence };
}

/** What scenario `s` came to then and now; nothing where the link does not say, or lost some of its scenarios. */
function inNumbers({ means }: ShortResult, now: Results, s: number): string[] {
  if (means === null || means.length !== now.scenarios.length) return [];
  const changes = changesSince(means[s], now, s);
  const { name } = now.scenarios[s];
  return [changes.length > 0 ? text.links.changed(name, changes) : text.links.sameAverages(name)];
}

function whyDifferent({ model }: ShortResult, isPartial: boolean): string {
  if (model !== MODEL_VERSION) return text.links.otherModel(model, MODEL_VERSION);
  return isPartial ? text.links.partsMissing : text.links.sameModel(model);
}
