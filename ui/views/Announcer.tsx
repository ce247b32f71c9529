/** Says to screen readers, politely and seldom, that a run has finished, failed or been cancelled. */
import { useComputed } from "@preact/signals";
import { useStore } from "../state";
import { findingSentence } from "../text/finding";
import { text } from "../text/text";

export function Announcer() {
  const { status, shown, isStale, focus } = useStore();
  const said = useComputed(() => {
    const results = shown.value;
    switch (status.value.kind) {
      case "done":
        if (results === null || isStale.value) return "";
        return text.run.announceFinished(findingSentence(results, results.positionOf(focus.value ?? "")));
      case "failed":
        return text.run.announceFailed(status.value.message);
      case "cancelled":
        return text.run.cancelled;
      default:
        return "";
    }
  });
  return (
    <div class="hidden" role="status">
      {said}
    </div>
  );
}
