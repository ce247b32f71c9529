/** Headline averages in a link: with them, a result that does not come out again can be compared in numbers. */
import { measureById, type Results } from "../results";
import { formatPair, styleOf } from "../text/format";
import { measureSaid } from "../text/tables";
import { text } from "../text/text";

/** Averages of one scenario, in the order of `MEANS`; null where there is none. */
export type Means = readonly (number | null)[];

/** Part of the format: links are out with the measures in this order, so that others may only follow. */
export const MEANS: readonly string[] = [
  "leavers",
  "burnoutPrevalence",
  "waitMeanDays",
  "connectedShare",
  "costPerYear",
];

/** Digits that count. */
const DIGITS = 4;

const rounded = (mean: number): number | null =>
  Number.isFinite(mean) ? Number(mean.toPrecision(DIGITS)) : null;

/** Averages of every scenario, the base's first. */
export const meansOf = (results: Results): readonly Means[] =>
  results.scenarios.map((_, s) => MEANS.map((id) => rounded(results.summary(s, id).mean)));

/** What a link says of the averages of `count` scenarios, or null if they cannot be that. */
export function readMeans(said: unknown, count: number): readonly Means[] | null {
  if (!Array.isArray(said) || said.length !== count) return null;
  const isMean = (one: unknown): boolean => one === null || Number.isFinite(one);
  return said.every((means) => Array.isArray(means) && means.every(isMean)) ? said : null;
}

/** Each average of scenario `s` that differs, with both values: `leavers 6.2 then, 6.4 now (people)`. */
export function changesSince(then: Means, now: Results, s: number): string[] {
  const present = meansOf(now)[s];
  return MEANS.flatMap((id, i) => {
    if (i >= then.length || then[i] === present[i]) return [];
    const { label, unit } = measureSaid(measureById(id));
    const style = styleOf(unit);
    const [before, after] = formatPair(then[i] ?? Number.NaN, present[i] ?? Number.NaN, style);
    const inUnit = style.suffix === "" ? style.words : "";
    return [text.links.thenAndNow(text.format.within(label), before, after, inUnit)];
  });
}
