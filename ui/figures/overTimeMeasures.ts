/** What the four figures over time show; how they say it stands in the texts, by the same ids. */
import { type NumberStyle, styleOf } from "../text/format";
import type { text } from "../text/text";

export interface OverTime {
  readonly id: keyof typeof text.overTime.measures;
  /** The measure over the whole period that the title is about. */
  readonly measure: string;
  /** The weekly column that is drawn. */
  readonly column: string;
  readonly style: () => NumberStyle;
  /** Weeks a point covers. */
  readonly step: 1 | 4;
}

const whole = (unit: string) => () => ({ ...styleOf(unit), decimals: 0 });

export const OVER_TIME_MEASURES: readonly OverTime[] = [
  {
    id: "burnout",
    measure: "burnoutPrevalence",
    column: "burnoutPrevalence",
    style: whole("share"),
    step: 4,
  },
  {
    id: "leavers",
    measure: "leavers",
    column: "cumulativeLeavers",
    style: () => styleOf("people"),
    step: 1,
  },
  {
    id: "caseload",
    measure: "caseloadMean",
    column: "caseloadMean",
    style: whole("patients per link worker in post"),
    step: 4,
  },
  {
    id: "wait",
    measure: "waitMeanDays",
    column: "waitMeanDays",
    style: () => styleOf("working days"),
    step: 4,
  },
];
