/** The texts in use. Read `text` when something is drawn, not when a module loads: the language may be set later. */
import { english, type Texts } from "./english";

export let text: Texts = english;

/** From now on the page speaks in `texts`. */
export function speak(texts: Texts): void {
  text = texts;
}
