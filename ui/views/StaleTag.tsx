/**
 * Marks what cannot be taken at its word: results of inputs that have been changed since, and results that rest on a
 * part of the futures that were asked for. It is on every card, so that no picture of one can mislead.
 */
import type { Results } from "../results";
import { useStore } from "../state";
import { formatCount } from "../text/format";
import { text } from "../text/text";

interface StaleTagProps {
  /** What the card shows; left out: the results on show. */
  readonly results?: Results;
}

export function StaleTag({ results: own }: StaleTagProps) {
  const { isOutOfDate, shown } = useStore();
  const results = own ?? shown.value;
  if (results === null) return null;
  if (isOutOfDate(results)) return <p class="tag stale-tag">{text.frame.outOfDate}</p>;
  if (results.complete) return null;
  const { futures, request } = results;
  const { coarse, coarseSoFar } = text.frame;
  const [done, asked] = [futures, request.replications].map(formatCount);
  const said = request.precision === undefined ? coarse(done, asked) : coarseSoFar(done);
  return <p class="tag coarse-tag">{said}</p>;
}
