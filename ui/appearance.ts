/** How the page looks: its colours, which are remembered, a view for a projector, and whether folded controls are open. */
import { effect, type Signal, signal } from "@preact/signals";
import { browserStorage } from "./comparison/kept";

export const COLOURS = ["system", "light", "dark"] as const;
export type Colours = (typeof COLOURS)[number];

export interface Appearance {
  readonly colours: Signal<Colours>;
  /** Large, for a room: as `?view=projector` in the address asks for too. */
  readonly isProjected: Signal<boolean>;
  /** Whether scenarios and levers are open where they can be folded away: on a projector and on narrow screens. */
  readonly hasControls: Signal<boolean>;
}

const KEY = "holdfast.colours";
const VIEW = "view";
const PROJECTOR = "projector";

const coloursOf = (kept: string | null | undefined): Colours =>
  COLOURS.find((one) => one === kept) ?? "system";

/** The address with or without the switch for a projector; whatever else it asks for stays. */
export function addressFor(isProjected: boolean, search: string): string {
  const asked = new URLSearchParams(search);
  if (isProjected) asked.set(VIEW, PROJECTOR);
  else asked.delete(VIEW);
  return asked.size === 0 ? "" : `?${asked}`;
}

export const isForProjector = (search: string): boolean =>
  new URLSearchParams(search).get(VIEW) === PROJECTOR;

/** What was remembered and what the address asks for; from now on it is kept. */
export function createAppearance(storage = browserStorage()): Appearance {
  const appearance: Appearance = {
    colours: signal(coloursOf(storage?.getItem(KEY))),
    isProjected: signal(isForProjector(location.search)),
    hasControls: signal(false),
  };
  effect(() => showColours(appearance.colours.value, storage));
  effect(() => showView(appearance.isProjected.value));
  return appearance;
}

function showColours(colours: Colours, storage: ReturnType<typeof browserStorage>): void {
  document.documentElement.dataset.theme = colours;
  try {
    storage?.setItem(KEY, colours);
  } catch {
    // A full storage costs only the memory of this choice.
  }
}

function showView(isProjected: boolean): void {
  document.documentElement.dataset.view = isProjected ? PROJECTOR : "usual";
  const search = addressFor(isProjected, location.search);
  if (search === location.search) return;
  history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
}
