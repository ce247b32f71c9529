/** The reader's choices: which scenarios are compared, which one the answer is about, and the levers of the own one. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Scenario } from "../sim/scenario";
import type { Draft } from "./levers";
import {
  baseOf,
  firstPolicy,
  MOST_SCENARIOS,
  OWN_ID,
  type Own,
  ownCopy,
  type ReadOwn,
  readOwn,
} from "./scenarios";

/** What one step of Undo brings back. */
interface Choice {
  readonly own: Own | null;
  readonly chosen: readonly string[];
  readonly focus: string | null;
}

export interface Choices {
  readonly base: Scenario;
  /** Every scenario of the library but the base. */
  readonly policies: readonly Scenario[];
  /** Ids of the scenarios beside the base, in the order of their colours. */
  readonly chosen: ReadonlySignal<readonly string[]>;
  /** Id of the scenario that the sentence and the cards are about; null while there is only the base. */
  readonly focus: Signal<string | null>;
  readonly own: ReadonlySignal<Own | null>;
  readonly ownRead: ReadonlySignal<ReadOwn | null>;
  /** The scenarios chosen beside the base, or null while the own one cannot be read. */
  readonly scenarios: ReadonlySignal<readonly Scenario[] | null>;
  /** What the levers show: the own scenario's controls, or the values they would start from. */
  readonly draft: ReadonlySignal<Draft>;
  /** The scenario that the own one is, or would be, a copy of. */
  readonly source: ReadonlySignal<Scenario>;
  /** Whether no further scenario can be added. */
  readonly isFull: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Takes a scenario into the comparison, and makes it the one the answer is about; or takes it out. */
  readonly toggle: (id: string) => void;
  /** Puts what was typed or chosen into the own scenario, which begins as a copy with the first change. */
  readonly setLever: (id: string, content: string | boolean) => void;
  /** Takes back the last change of levers or scenarios. */
  readonly undo: () => void;
  /** Sets every lever back to the scenario that was copied. */
  readonly reset: () => void;
}

/** The choices on opening: the base and one policy. */
export function createChoices(library: readonly Scenario[]): Choices {
  const base = baseOf(library);
  const policies = library.filter((scenario) => scenario !== base);
  const first = firstPolicy(library);
  const chosen = signal<readonly string[]>(first === null ? [] : [first]);
  const focus = signal<string | null>(first);
  const own = signal<Own | null>(null);
  const byId = (id: string) => policies.find((policy) => policy.id === id);
  const ownRead = computed(() => own.value && readOwn(own.value));
  const source = computed(() => own.value?.source ?? byId(focus.value ?? "") ?? base);
  const scenarios = computed(() => {
    const some = chosen.value.map((id) => (id === OWN_ID ? ownRead.value?.scenario : byId(id)));
    return some.every((scenario): scenario is Scenario => scenario != null) ? some : null;
  });
  const history = signal<readonly Choice[]>([]);
  return {
    base,
    policies,
    chosen,
    focus,
    own,
    ownRead,
    scenarios,
    source,
    draft: computed(() => own.value?.draft ?? ownCopy(source.value).draft),
    isFull: computed(() => chosen.value.length >= MOST_SCENARIOS),
    canUndo: computed(() => history.value.length > 0),
    ...actions({ chosen, focus, own, history, source }),
  };
}

interface Held {
  readonly chosen: Signal<readonly string[]>;
  readonly focus: Signal<string | null>;
  readonly own: Signal<Own | null>;
  readonly history: Signal<readonly Choice[]>;
  readonly source: ReadonlySignal<Scenario>;
}

function actions(held: Held): Pick<Choices, "toggle" | "setLever" | "undo" | "reset"> {
  const { chosen, focus, own, history, source } = held;
  /** The lever that was changed last: a slider under way is one step of Undo, not fifty. */
  let lastLever: string | null = null;

  function keep(lever: string | null): void {
    if (lever === null || lever !== lastLever) {
      history.value = [...history.value, { own: own.value, chosen: chosen.value, focus: focus.value }];
    }
    lastLever = lever;
  }

  function toggle(id: string): void {
    const without = chosen.value.filter((other) => other !== id);
    const isRemoval = without.length < chosen.value.length;
    if (!isRemoval && without.length >= MOST_SCENARIOS) return;
    keep(null);
    if (isRemoval && id === OWN_ID) own.value = null;
    chosen.value = isRemoval ? without : [...without, id];
    if (!isRemoval) focus.value = id;
    else if (focus.value === id) focus.value = without[0] ?? null;
  }

  function setLever(id: string, content: string | boolean): void {
    if (own.value === null && chosen.value.length >= MOST_SCENARIOS) return;
    keep(id);
    const from = own.value ?? ownCopy(source.value);
    own.value = { ...from, draft: { ...from.draft, [id]: content } };
    if (!chosen.value.includes(OWN_ID)) chosen.value = [...chosen.value, OWN_ID];
    focus.value = OWN_ID;
  }

  function undo(): void {
    const last = history.value.at(-1);
    if (last === undefined) return;
    lastLever = null;
    history.value = history.value.slice(0, -1);
    own.value = last.own;
    chosen.value = last.chosen;
    focus.value = last.focus;
  }

  function reset(): void {
    if (own.value === null) return;
    keep(null);
    own.value = ownCopy(own.value.source);
  }

  return {
    toggle: (id) => batch(() => toggle(id)),
    setLever: (id, content) => batch(() => setLever(id, content)),
    undo: () => batch(undo),
    reset: () => batch(reset),
  };
}
