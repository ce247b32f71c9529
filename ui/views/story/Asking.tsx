/** What stands in the place of a chart while the diaries are read. */
import { capital } from "../../text/format";
import { text } from "../../text/text";
import type { Asked } from "./useDiary";

export function Asking({ asked, what }: { readonly asked: Asked<unknown>; readonly what: string }) {
  const words = text.stories;
  if (asked.kind === "failed") return <p class="notice">{words.notRead(capital(what), asked.message)}</p>;
  const running = asked.kind === "running" ? asked : { done: 0, total: 1 };
  return (
    <div class="asking">
      <p role="status">{asked.kind === "running" ? words.reading(what) : words.willBeRead(capital(what))}</p>
      <progress
        class="progress"
        aria-label={words.readingLabel(what)}
        value={running.done}
        max={running.total}
      />
    </div>
  );
}
