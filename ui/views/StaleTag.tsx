/**
 * Marks what cannot be taken at its word: results of inputs that have been changed since, and results that rest on a
 * part of the futures that were asked for. It is on every card, so that no picture of one can mislead.
 */
import { useStore } from "../state";
import { formatCount } from "../text/format";

export function StaleTag() {
  const { isStale, shown } = useStore();
  const results = shown.value;
  if (isStale.value) return <p class="tag stale-tag">Out of date</p>;
  if (results === null || results.complete) return null;
  const { futures, request } = results;
  return (
    <p class="tag coarse-tag">
      Coarse: {formatCount(futures)} of {formatCount(request.replications)} futures
    </p>
  );
}
