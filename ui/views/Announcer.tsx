/** Says to screen readers, politely and seldom, that a run has finished, failed or been cancelled. */
import { useComputed } from "@preact/signals";
import { useStore } from "../state";
import { findingSentence } from "../text/finding";

export function Announcer() {
  const { status, shown, isStale, focus } = useStore();
  const text = useComputed(() => {
    const results = shown.value;
    switch (status.value.kind) {
      case "done":
        if (results === null || isStale.value) return "";
        return `Finished. ${findingSentence(results, results.positionOf(focus.value ?? ""))}`;
      case "failed":
        return `The run failed. ${status.value.message}`;
      case "cancelled":
        return "The run was cancelled.";
      default:
        return "";
    }
  });
  return (
    <div class="hidden" role="status">
      {text}
    </div>
  );
}
