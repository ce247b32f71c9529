/** Why a run ended where it did, in words. */
import { measureById, type Results } from "../results";
import type { AverageWidth } from "../simulator";
import { formatCount, formatValue, styleOf } from "./format";
import { text } from "./text";

const percent = (share: number, decimals = 0): string => formatValue(share, styleOf("share"), decimals);

/** How many futures it took, and why no more were run; null where their number was chosen, or the run goes on. */
export function stoppedSentence(results: Results): string | null {
  const { stopped, request } = results;
  if (stopped === null || request.precision === undefined) return null;
  const said = text.stopped;
  const futures = said.futures(formatCount(stopped.replications));
  const wanted = percent(request.precision);
  if (stopped.reason === "nothing to measure by") return said.nothing(futures);
  if (stopped.reason === "precise") {
    const widest = least(results, stopped.widths);
    return widest === null ? said.precise(futures, wanted) : said.preciseTo(futures, wanted, widest);
  }
  const open = stopped.widths.filter(({ standing }) => standing === "not precise");
  return said.most(
    futures,
    wanted,
    open.map((width) => said.open(nameOf(results, width), percent(width.share, 1))),
  );
}

/** The average that is the least sure; null where none has a width. */
function least(results: Results, widths: readonly AverageWidth[]): string | null {
  const known = widths.filter(({ share }) => Number.isFinite(share));
  const [widest] = [...known].sort((a, b) => b.share - a.share);
  if (widest === undefined) return null;
  return text.stopped.least(nameOf(results, widest), percent(widest.share, 1));
}

function nameOf({ scenarios }: Results, { scenario, measure }: AverageWidth): string {
  return text.stopped.average(text.format.within(measureById(measure).label), scenarios[scenario].name);
}
