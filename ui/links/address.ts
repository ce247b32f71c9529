/**
 * Keeps the browser's address in step with the page, and the page with an address that is put in. The address is
 * replaced, never added to: Back leads to where the reader came from, not through every step of a slider.
 */
import { effect } from "@preact/signals";
import { isLink } from "../link";
import type { Links } from "./opened";

/** A pause (ms) before the address is replaced: browsers refuse to do it very often. */
const PAUSE = 400;

/** Begins to keep the address; the function that is given back ends it. */
export function keepAddress({ fragment, isUsual, open }: Links): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    const now = fragment.peek();
    if (now === null) return;
    const wanted = isUsual.peek() ? "" : now;
    if (wanted === location.hash) return;
    history.replaceState(history.state, "", `${location.pathname}${location.search}${wanted}`);
  }
  function onHash(): void {
    // What the page has written itself is on it already: the event of a link before it may come late.
    if (isLink(location.hash) && location.hash !== fragment.peek()) open(location.search, location.hash);
    write(); // over a link that cannot be read, and over such as #main, where the keyboard has gone
  }
  const stop = effect(() => {
    fragment.value;
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE);
  });
  addEventListener("hashchange", onHash);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener("hashchange", onHash);
  };
}
