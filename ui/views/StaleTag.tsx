/**
 * Marks what cannot be taken at its word: results of inputs that have been changed since, and results that rest on a
 * part of the futures that were asked for. It is on every card, so that no picture of one can mislead.
 */
import type { Mark } from "../mark";
import type { Results } from "../results";
import { useStore } from "../state";
import { formatCount } from "../text/format";
import { text } from "../text/text";

interface StaleTagProps {
  /** What the card shows; left out: the results on show. */
  readonly results?: Results;
}

export function StaleTag({ results }: StaleTagProps) {
  const { shown } = useStore();
  return <Tag mark={useMark(results ?? shown.value)} />;
}

export function Tag({ mark }: { readonly mark: Mark | null }) {
  return mark && <p class={`tag ${mark.kind}-tag`}>{mark.words}</p>;
}

/** How `results` have to be marked, if at all; a view that asks follows the inputs. */
export function useMark(results: Results | null): Mark | null {
  const { isOutOfDate } = useStore();
  if (results === null) return null;
  if (isOutOfDate(results)) return { kind: "stale", words: text.frame.outOfDate };
  return results.complete ? null : { kind: "coarse", words: coarseInWords(results) };
}

/** The same for what is told of single futures, which are whole however many of them were run. */
export function useStoryMark(results: Results): Mark | null {
  const mark = useMark(results);
  return mark?.kind === "stale" ? mark : null;
}

function coarseInWords({ futures, request }: Results): string {
  const { coarse, coarseSoFar } = text.frame;
  const [done, asked] = [futures, request.replications].map(formatCount);
  return request.precision === undefined ? coarse(done, asked) : coarseSoFar(done);
}
