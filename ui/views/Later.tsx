/** Parts far down the page, which are made one after the other when the first picture of the page stands. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { browserSurroundings } from "../slices";

/** Settles when the parts before have been made. */
let turn: Promise<void> = Promise.resolve();

export function Later({ children }: { readonly children: () => ComponentChildren }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    turn = turn.then(browserSurroundings.breathe).then(() => setReady(true));
  }, []);
  return <>{isReady && children()}</>;
}
