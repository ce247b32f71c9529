/**
 * Marks what cannot be taken at its word: results of inputs that have been changed since, and results that rest on a
 * part of the futures that were asked for. It is on every card, so that no picture of one can mislead.
 */
import type { Results } from "../results";
import { useStore } from "../state";
import { formatCount } from "../text/format";

interface StaleTagProps {
  /** What the card shows; left out: the results on show. */
  readonly results?: Results;
}

export function StaleTag({ results: own }: StaleTagProps) {
  const { isOutOfDate, shown } = useStore();
  const results = own ?? shown.value;
  if (results === null) return null;
  if (isOutOfDate(results)) return <p class="tag stale-tag">Out of date</p>;
  if (results.complete) return null;
  const { futures, request } = results;
  const asked = request.precision === undefined ? ` of ${formatCount(request.replications)}` : "";
  return (
    <p class="tag coarse-tag">
      Coarse: {formatCount(futures)}
      {asked} futures{asked === "" && " so far"}
    </p>
  );
}
