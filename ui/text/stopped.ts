/** Why a run ended where it did, in words. */
import { measureById, type Results } from "../results";
import type { AverageWidth } from "../simulator";
import { formatCount, inWords } from "./format";

const percent = (share: number): string => `${formatCount(100 * share)}%`;

/** How many futures it took, and why no more were run; null where their number was chosen, or the run goes on. */
export function stoppedSentence(results: Results): string | null {
  const { stopped, request } = results;
  if (stopped === null || request.precision === undefined) return null;
  const futures = `${formatCount(stopped.replications)} futures of each scenario`;
  const wanted = percent(request.precision);
  const open = stopped.widths.filter(({ standing }) => standing === "not precise");
  if (stopped.reason === "nothing to measure by")
    return `Stopped after ${futures}: every headline average is 0 or has no value, so that there is no precision to wait for.`;
  if (stopped.reason === "precise")
    return `Stopped after ${futures}, since every headline average is now sure to within ${wanted} of itself${least(results, stopped.widths)}.`;
  const names = open.map((width) => `${nameOf(results, width)} (give or take ${percent(width.share)})`);
  return `Stopped at ${futures}, the most that this page runs by itself. Not yet sure to within ${wanted}: ${inWords(names)}.`;
}

/** The average that is the least sure. */
function least(results: Results, widths: readonly AverageWidth[]): string {
  const known = widths.filter(({ share }) => Number.isFinite(share));
  const [widest] = [...known].sort((a, b) => b.share - a.share);
  if (widest === undefined) return "";
  const share = (100 * widest.share).toFixed(1);
  return ` (the least sure: ${nameOf(results, widest)}, give or take ${share}%)`;
}

function nameOf({ scenarios }: Results, { scenario, measure }: AverageWidth): string {
  return `${measureById(measure).label.toLowerCase()} in “${scenarios[scenario].name}”`;
}
