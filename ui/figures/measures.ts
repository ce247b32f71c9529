/** The table of measures: staff, patients, holding, practice and cost, each against the baseline. */
import { MEASURES, type Measure } from "../../sim/record/measures";
import type { Results } from "../results";
import { isComparable } from "../text/comparable";
import { isDistressUncounted } from "../text/expense";
import {
  decimalsFor,
  formatDifference,
  formatDifferenceRange,
  formatRange,
  formatValue,
  styleOf,
} from "../text/format";
import { measures } from "../text/tables";
import { areTeamsAlike } from "../text/teams";
import { text } from "../text/text";
import { giveOrTake, type Verdict, verdictOf } from "../text/verdict";
import { type Data, PROVENANCE_COLUMNS, provenance } from "./figure";

/** Groups of measures in the order in which they are shown: patients directly after staff. */
export const MEASURE_GROUPS: readonly { readonly group: Measure["group"]; readonly name: string }[] = (
  ["staff", "patients", "holding", "practice", "cost"] as const
).map((group) => ({
  group,
  get name() {
    return text.measureTable.groups[group];
  },
}));

export const measuresOf = (group: Measure["group"]): Measure[] =>
  measures().filter((measure) => measure.group === group);

export interface MeasureCell {
  readonly mean: string;
  /** P10 to P90. */
  readonly range: string;
}

/** Average and range of a measure in scenario `s`. */
export function cellOf(results: Results, s: number, { id, unit }: Measure): MeasureCell {
  const { mean, p10, p90 } = results.summary(s, id);
  const style = styleOf(unit);
  return { mean: formatValue(mean, style), range: formatRange(p10, p90, style) };
}

export interface DifferenceCell {
  readonly mean: string;
  readonly margin: string;
  /** The 95% interval of the mean difference. */
  readonly interval: string;
  readonly verdict: Verdict;
  readonly words: string;
}

/** Paired difference of a measure of scenario `s` from the base, with as many digits as its margin needs. */
export function differenceOf(results: Results, s: number, { id, unit, good }: Measure): DifferenceCell {
  const difference = results.difference(s, id);
  const style = styleOf(unit);
  const margin = giveOrTake(difference);
  const found = verdictOf(difference, good);
  const isSure = found === "better" || found === "worse";
  // An interval that excludes no difference must not look as if it began or ended there.
  const nearest = isSure ? Math.min(...difference.ci95.map(Math.abs)) : margin;
  const decimals = Math.max(decimalsFor(margin, style), decimalsFor(nearest, style));
  const caution = isSure ? cautionAbout(results, s, id) : null;
  const verdict = caution === null ? found : "changed";
  return {
    mean: formatDifference(difference.mean, style, decimals),
    margin: formatValue(margin, { ...style, suffix: style.differenceSuffix }, decimals),
    interval: formatDifferenceRange(difference.ci95, style, decimals),
    verdict,
    words: caution ?? text.verdicts[verdict],
  };
}

/** Why a difference, sure as it is, is neither better nor worse; null if it is. */
function cautionAbout(results: Results, s: number, id: string): string | null {
  const [base, other] = [results.scenarios[0], results.scenarios[s]];
  if (!isComparable(results, s, id)) return text.measureTable.notComparable;
  if (id === "leavers" && !areTeamsAlike(base, other)) return text.measureTable.teamsDiffer;
  if (id === "distressDays" && isDistressUncounted(results, s)) return text.measureTable.notCounted;
  return null;
}

/** Every measure of every scenario, a row each. */
export function measuresData(results: Results): Data {
  const rows = results.scenarios.flatMap(({ id: scenario }, s) =>
    MEASURES.map(({ id, unit, good }) => {
      const { mean, ci95, p10, p50, p90, n } = results.summary(s, id);
      const difference = s === 0 ? null : results.difference(s, id);
      return [
        scenario,
        id,
        unit,
        good ?? "",
        ...[mean, ...ci95, p10, p50, p90, n],
        ...(difference === null
          ? ["", "", "", ""]
          : [difference.mean, ...difference.ci95, difference.better ?? ""]),
        ...provenance(results, s),
      ];
    }),
  );
  return { columns: MEASURE_COLUMNS, rows };
}

const MEASURE_COLUMNS = [
  "scenario",
  "measure",
  "unit",
  "good_direction",
  "mean",
  "mean_ci95_low",
  "mean_ci95_high",
  "p10",
  "p50",
  "p90",
  "n",
  "difference_from_base",
  "difference_ci95_low",
  "difference_ci95_high",
  "share_of_futures_better",
  ...PROVENANCE_COLUMNS,
];
