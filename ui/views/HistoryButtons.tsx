/** Undo and redo, as buttons and as the keys that people know from elsewhere. */
import { useEffect } from "preact/hooks";
import { useStore } from "../state";
import { text } from "../text/text";
import { SteadyButton } from "./SteadyButton";

/** Inputs in which a key changes text: there Ctrl+Z belongs to the browser. */
const TEXT_INPUTS = "textarea, [contenteditable], input:not([type]), input[type=text], input[type=search]";

export function HistoryButtons() {
  const { canUndo, canRedo, undo, redo, said } = useStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.matches(TEXT_INPUTS)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo]);
  return (
    <div class="small-buttons">
      <SteadyButton
        class="button secondary"
        aria-keyshortcuts="Control+Z"
        title={text.history.undoKeys}
        isPossible={canUndo.value}
        onClick={undo}
      >
        {text.history.undo}
      </SteadyButton>
      <SteadyButton
        class="button secondary"
        aria-keyshortcuts="Control+Shift+Z"
        title={text.history.redoKeys}
        isPossible={canRedo.value}
        onClick={redo}
      >
        {text.history.redo}
      </SteadyButton>
      <p class="hidden" role="status">
        {said}
      </p>
    </div>
  );
}
