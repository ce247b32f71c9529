/** Every edit of a comparison: what it does to the scenarios, as new values, and which steps of undo it makes. */
import { plainLine, plainText, type Scenario } from "../../sim/scenario";
import type { Comparison } from "../choices";
import { MOST_SCENARIOS } from "../scenarios";
import { draftOfItem, type Item, itemOf, uniqueId } from "./item";
import { newRow, rowsOf, sortedChanges, type TimelineRow, textOfEntry } from "./timeline";

/** What the edits need to know and to call. */
interface Held {
  readonly base: Scenario;
  readonly policies: readonly Scenario[];
  readonly present: () => Comparison;
  /** Shows the next comparison; edits in a row with the same `what` are one step of undo. */
  readonly edit: (next: Comparison, what?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface Edits {
  /** Takes a ready-made scenario into the comparison, and selects it; or takes it out. */
  readonly toggle: (id: string) => void;
  /** Adds a scenario and selects it; false when there are as many as there may be. */
  readonly add: (source: Scenario) => boolean;
  /** Adds a scenario that begins as the baseline. */
  readonly addBlank: () => void;
  readonly duplicate: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Moves a scenario by so many places in the order of colours. */
  readonly move: (id: string, by: number) => void;
  /** Gives a name; an empty one brings back the name that is made from the changes. */
  readonly rename: (id: string, name: string) => void;
  /** Puts what was typed or chosen into the selected scenario; without one, into a new copy of the baseline. */
  readonly setLever: (id: string, content: string | boolean) => void;
  /** Says why a parameter of the selected scenario is changed. */
  readonly setReason: (id: string, text: string) => void;
  /** Changes of the selected scenario during the run. */
  readonly addRow: () => void;
  readonly setRow: (position: number, part: Partial<TimelineRow>) => void;
  readonly removeRow: (position: number) => void;
  /** Sets the selected scenario back to what it started from. */
  readonly reset: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

const NEW_ID = "own";

/** The edits of the comparison that `held` shows. */
export function editsOf(held: Held): Edits {
  return { ...listEdits(held), ...itemEdits(held), undo: held.undo, redo: held.redo };
}

/** Whether two scenarios go by the same id and ask the same of the model. */
export const isSame = (a: Scenario, b: Scenario): boolean =>
  a.id === b.id && a.name === b.name && inputsOf(a) === inputsOf(b);

/** What decides a scenario's numbers, and the labels of its timeline, as text. */
const inputsOf = ({ changes, timeline }: Scenario): string =>
  JSON.stringify([sortedChanges(changes), timeline.map(textOfEntry)]);

const idsOf = ({ items }: Comparison): string[] => items.map(({ id }) => id);

/** Edits of the list of scenarios. */
function listEdits({ base, policies, present, edit }: Held) {
  function insert(item: Item, at = present().items.length): boolean {
    const { items } = present();
    if (items.length >= MOST_SCENARIOS) return false;
    edit({ items: items.toSpliced(at, 0, item), focus: item.id });
    return true;
  }
  const freeId = (id: string): string =>
    uniqueId(id, [base.id, ...policies.map((policy) => policy.id), ...idsOf(present())]);
  /** A scenario that is one of ours goes by our id; another by an id that none of ours has. */
  function add(source: Scenario): boolean {
    const policy = policies.find((one) => isSame(one, source));
    const isOurs = policy !== undefined && !idsOf(present()).includes(policy.id);
    return insert(isOurs ? itemOf(policy) : itemOf(source, freeId(source.id)));
  }

  function remove(id: string): void {
    const { items, focus } = present();
    const at = items.findIndex((item) => item.id === id);
    const rest = items.toSpliced(at, 1);
    const next = rest[Math.min(at, rest.length - 1)]?.id ?? null;
    edit({ items: rest, focus: focus === id ? next : focus });
  }

  return {
    add,
    remove,
    toggle(id: string): void {
      const policy = policies.find((one) => one.id === id);
      if (idsOf(present()).includes(id)) remove(id);
      else if (policy !== undefined) add(policy);
    },
    addBlank: (): void => void insert(itemOf(base, freeId(NEW_ID))),
    duplicate(id: string): void {
      const { items } = present();
      const at = items.findIndex((item) => item.id === id);
      if (at >= 0) insert({ ...items[at], id: freeId(id) }, at + 1);
    },
    move(id: string, by: number): void {
      const { items, focus } = present();
      const at = items.findIndex((item) => item.id === id);
      const to = at + by;
      if (at < 0 || to < 0 || to >= items.length) return;
      edit({ items: items.toSpliced(at, 1).toSpliced(to, 0, items[at]), focus });
    },
  };
}

/** Edits of the selected scenario. */
function itemEdits({ base, policies, present, edit }: Held) {
  /** Puts `next` in the place of the item `id`. */
  function put(id: string, next: Item, what: string | null = null): void {
    const { items, focus } = present();
    const others = items.map((item) => (item.id === id ? next : item));
    edit({ items: others, focus: focus === id ? next.id : focus }, what && `${next.id} ${what}`);
  }

  /** Changes the selected item; a ready-made one becomes the reader's own, under an id of its own. */
  function change(part: (item: Item) => Partial<Item>, what: string | null = null): void {
    const { items, focus } = present();
    const item = items.find(({ id }) => id === focus);
    if (item === undefined) {
      const fresh = itemOf(base, uniqueId(NEW_ID, [base.id, ...idsOf(present())]));
      edit(
        { items: [...items, { ...fresh, ...part(fresh) }], focus: fresh.id },
        what && `${fresh.id} ${what}`,
      );
      return;
    }
    const id = item.id === item.source.id ? uniqueId(`${item.id}-changed`, idsOf(present())) : item.id;
    put(item.id, { ...item, ...part(item), id }, what);
  }

  const rows = (item: Item): readonly TimelineRow[] => item.rows ?? rowsOf(item.source.timeline);

  return {
    rename(id: string, name: string): void {
      const item = present().items.find((one) => one.id === id);
      if (item !== undefined) put(id, { ...item, name: plainLine(name) || null });
    },
    setLever: (id: string, content: string | boolean): void =>
      change(({ edits }) => ({ edits: { ...edits, [id]: content } }), id),
    setReason: (id: string, text: string): void =>
      change(({ reasons }) => ({ reasons: { ...reasons, [id]: plainText(text) } }), `reason ${id}`),
    addRow: (): void => change((item) => ({ rows: [...rows(item), newRow(draftOfItem(item))] })),
    setRow: (position: number, part: Partial<TimelineRow>): void =>
      change(
        (item) => ({ rows: rows(item).map((row, i) => (i === position ? { ...row, ...part } : row)) }),
        `row ${position} ${Object.keys(part).join()}`,
      ),
    removeRow: (position: number): void =>
      change((item) => ({ rows: rows(item).filter((_, i) => i !== position) })),
    reset(): void {
      const { items, focus } = present();
      const item = items.find(({ id }) => id === focus);
      if (item === undefined) return;
      const others = idsOf(present()).filter((id) => id !== item.id);
      const ours = [base, ...policies].filter((one) => one !== item.source).map(({ id }) => id);
      const wanted = item.source === base ? item.id : item.source.id;
      const fresh = itemOf(item.source, uniqueId(wanted, [...ours, ...others]));
      put(item.id, { ...fresh, name: item.name });
    },
  };
}
