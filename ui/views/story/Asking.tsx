/** What stands in the place of a chart while the diaries are read. */
import { capital } from "../../text/format";
import type { Asked } from "./useDiary";

export function Asking({ asked, what }: { readonly asked: Asked<unknown>; readonly what: string }) {
  if (asked.kind === "failed")
    return <p class="notice">{`${capital(what)} could not be read: ${asked.message}`}</p>;
  const running = asked.kind === "running" ? asked : { done: 0, total: 1 };
  return (
    <div class="asking">
      <p role="status">
        {asked.kind === "running"
          ? `Reading ${what}.`
          : `${capital(what)} will be read when the run is finished.`}
      </p>
      <progress class="progress" aria-label={`Reading ${what}`} value={running.done} max={running.total} />
    </div>
  );
}
