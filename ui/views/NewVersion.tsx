/** Says that a newer version of the page is ready, and changes to it when the reader wants. */
import type { ReadonlySignal } from "@preact/signals";
import { text } from "../text/text";

/** How to change to a newer version, once there is one; else null. */
export type NewerVersion = ReadonlySignal<(() => void) | null>;

export function NewVersion({ newer }: { readonly newer: NewerVersion }) {
  const useIt = newer.value;
  return (
    <div role="status" class="new-version">
      {useIt && (
        <>
          <p>{text.frame.newVersion}</p>
          <button type="button" class="button secondary" onClick={useIt}>
            {text.frame.useNewVersion}
          </button>
        </>
      )}
    </div>
  );
}
