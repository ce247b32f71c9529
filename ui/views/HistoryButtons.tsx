/** Undo and redo, as buttons and as the keys that people know from elsewhere. */
import { useEffect } from "preact/hooks";
import { useStore } from "../state";

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
      <button
        type="button"
        class="button secondary"
        aria-keyshortcuts="Control+Z"
        title="Ctrl+Z"
        disabled={!canUndo.value}
        onClick={undo}
      >
        Undo
      </button>
      <button
        type="button"
        class="button secondary"
        aria-keyshortcuts="Control+Shift+Z"
        title="Ctrl+Shift+Z"
        disabled={!canRedo.value}
        onClick={redo}
      >
        Redo
      </button>
      <p class="hidden" role="status">
        {said}
      </p>
    </div>
  );
}
