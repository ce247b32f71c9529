/** Targets as they are typed, and what becomes of them at the points of a sweep. */

import { MEASURE_INDEX } from "../../../sim/record/measures";
import type { RunTable } from "../../../sim/statistics";
import { column, summarise } from "../../../sim/statistics";
import { verdictOf } from "../../../sim/statistics/selection";
import type { Safety } from "../../charts/heatmap";
import type { TargetAsk } from "../../experiments";
import { measureById } from "../../results";
import { formatValue } from "../../text/format";
import { text } from "../../text/text";
import { styleFor } from "./common";
import { type Read, readNumber } from "./numbers";

/** A target in a form: its value as typed, in the unit shown. */
export interface TargetDraft {
  readonly measure: string;
  readonly relation: TargetAsk["relation"];
  readonly text: string;
}

const MOST = 1e9;
/** Turnover of 1,000% a year is beyond anything. */
const MOST_PERCENT = 1000;

/** The unit in which a target's value is typed, with its limits. */
export function unitOf(measure: string): {
  readonly words: string;
  readonly scale: number;
  readonly high: number;
} {
  const { unit } = measureById(measure);
  const { words, scale } = styleFor(unit);
  return {
    words,
    scale,
    high: unit === "share" ? scale : unit === "0–1" ? 1 : scale === 100 ? MOST_PERCENT : MOST,
  };
}

/** The target that was typed, in the measure's own unit, or a sentence. */
export function readTarget(
  { measure, relation, text: typed }: TargetDraft,
  position: number,
): Read<TargetAsk> {
  const { words, scale, high } = unitOf(measure);
  const label = text.typed.target(String(position + 1), measureById(measure).label);
  const read = readNumber(typed, { label, unit: words, low: 0, high, whole: false });
  if (read.problem !== null) return read;
  // Dividing leaves digits that nobody typed: 0.07 instead of 0.07000000000000001.
  const value = Number((read.value / scale).toPrecision(12));
  return { value: { measure, relation, value }, problem: null };
}

/** "turnover at most 20%". */
export function targetInWords({ measure, relation, value }: TargetAsk): string {
  const { label, unit } = measureById(measure);
  const style = styleFor(unit);
  const decimals = Math.min(
    4,
    String(Number((value * style.scale).toPrecision(6))).split(".")[1]?.length ?? 0,
  );
  const unitWords = style.prefix || style.suffix ? "" : ` ${style.words}`;
  const { atMost, atLeast } = text.targets;
  const say = relation === "<=" ? atMost : atLeast;
  return say(label, `${formatValue(value, style, decimals)}${unitWords}`);
}

/** How targets must hold: on average, or in so many of ten futures, all at once. */
export type Holding = "average" | number;

/** Whether a setting meets the targets, by its futures: surely, surely not, or not told apart by these futures. */
export function safetyOf(table: RunTable, targets: readonly TargetAsk[], how: Holding): Safety {
  if (targets.length === 0) return null;
  const columns = targets.map(({ measure }) => column(table, MEASURE_INDEX.get(measure)!));
  if (how !== "average") return byFutures(columns, targets, how / 10);
  const each = targets.map((target, t) => onAverage(columns[t], target));
  if (each.includes("unsafe")) return "unsafe";
  return each.every((one) => one === "safe") ? "safe" : "unsure";
}

function onAverage(values: Float64Array, { relation, value }: TargetAsk): Safety {
  const { mean, ci95 } = summarise(values);
  if (Number.isNaN(mean)) return "unsafe";
  const [low, high] = Number.isNaN(ci95[0]) ? [-Infinity, Infinity] : ci95;
  if (relation === "<=") return high <= value ? "safe" : low > value ? "unsafe" : "unsure";
  return low >= value ? "safe" : high < value ? "unsafe" : "unsure";
}

/** By how many futures meet all targets at once, and an exact 95% interval of that share. */
function byFutures(columns: readonly Float64Array[], targets: readonly TargetAsk[], share: number): Safety {
  const futures = columns[0].length;
  const holds = (r: number): boolean =>
    targets.every(({ relation, value }, t) =>
      relation === "<=" ? columns[t][r] <= value : columns[t][r] >= value,
    );
  const met = Array.from(columns[0], (_, r) => holds(r)).filter(Boolean).length;
  const verdict = verdictOf({ futures, met }, { share, error: 0.05 });
  return verdict === "meets" ? "safe" : verdict === "fails" ? "unsafe" : "unsure";
}
