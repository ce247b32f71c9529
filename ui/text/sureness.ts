/** The three numbers of how sure an answer is, in words: each in its own unit, never mixed. */
import { measureById, type Results } from "../results";
import type { Doubts } from "../simulator";
import {
  decimalsFor,
  formatDifference,
  formatRange,
  formatSize,
  formatValue,
  type NumberStyle,
  styleOf,
} from "./format";
import { text } from "./text";
import { giveOrTake } from "./verdict";

const styleFor = (id: string): NumberStyle => styleOf(measureById(id).unit);

/** The measure with its unit, and over which time it is counted. */
export function titleOf(results: Results, id: string): string {
  const { label, unit } = measureById(id);
  const { words } = styleOf(unit);
  const { measureIn, measureOver } = text.sureness;
  return unit === "people" ? measureOver(label, words, results.params(0).run.years) : measureIn(label, words);
}

/** How far single futures lie apart: `1 to 8`. */
export function rangeInWords(results: Results, s: number, id: string): string {
  const { p10, p90 } = results.summary(s, id);
  return formatRange(p10, p90, styleFor(id));
}

/** The average with its give or take, and the same of the difference from the baseline. */
export function sureInWords(results: Results, s: number, id: string): string[] {
  const style = styleFor(id);
  const { mean, ci95 } = results.summary(s, id);
  const half = (ci95[1] - ci95[0]) / 2;
  const decimals = decimalsFor(half, style);
  const said = text.sureness;
  const lines = [said.giveOrTake(formatValue(mean, style, decimals), formatSize(half, style, decimals))];
  if (s > 0) {
    const difference = results.difference(s, id);
    const margin = giveOrTake(difference);
    const digits = decimalsFor(margin, style);
    const size = formatDifference(difference.mean, style, digits);
    lines.push(said.difference(size, formatSize(margin, style, digits)));
  }
  return lines;
}

/** Between what the average lies in 8 of 10 draws of inputs, and the same of the difference. */
export function doubtInWords({ scenarios }: Doubts, s: number, id: string): string[] {
  const style = { ...styleFor(id), isCount: false };
  const of = scenarios[s]?.means.get(id);
  if (of === undefined || !Number.isFinite(of.p10)) return [text.sureness.noValue];
  const lines = [formatRange(of.p10, of.p90, style)];
  const difference = scenarios[s].differences?.get(id);
  if (difference !== undefined && Number.isFinite(difference.p10)) {
    const digits = decimalsFor(difference.p90 - difference.p10, style);
    const [low, high] = [difference.p10, difference.p90].map((value) =>
      formatDifference(value, style, digits),
    );
    lines.push(text.sureness.differenceRange(low, high));
  }
  return lines;
}
