/** What the four figures over time show, and how their titles say it. */
import { type NumberStyle, styleOf } from "../text/format";
import type { TitleWords } from "./figure";

export interface OverTime {
  readonly id: string;
  /** The measure over the whole period that the title is about. */
  readonly measure: string;
  /** The weekly column that is drawn. */
  readonly column: string;
  readonly style: NumberStyle;
  readonly subtitle: string;
  readonly axis: string;
  /** Weeks a point covers. */
  readonly step: 1 | 4;
  readonly words: TitleWords;
  readonly columnHead: string;
}

const percent = { ...styleOf("share"), decimals: 0 };
const whole = (style: NumberStyle): NumberStyle => ({ ...style, decimals: 0 });

export const OVER_TIME_MEASURES: readonly OverTime[] = [
  {
    id: "burnout",
    measure: "burnoutPrevalence",
    column: "burnoutPrevalence",
    style: percent,
    subtitle: "Link workers in post who are burnt out, %, each week",
    axis: "% of link workers in post",
    step: 1,
    columnHead: "burnt out, %",
    words: {
      up: (a, b) => `More link workers are burnt out: ${b}, not ${a}`,
      down: (a, b) => `Fewer link workers are burnt out: ${b}, not ${a}`,
      alone: (a) => `${a} of link workers are burnt out`,
      subject: "burnout",
    },
  },
  {
    id: "leavers",
    measure: "leavers",
    column: "cumulativeLeavers",
    style: styleOf("people"),
    subtitle: "Link workers who have given notice since the start, people",
    axis: "people",
    step: 1,
    columnHead: "leavers since the start, people",
    words: {
      up: (a, b) => `More link workers leave: ${b}, not ${a}`,
      down: (a, b) => `Fewer link workers leave: ${b}, not ${a}`,
      alone: (a) => `${a} link workers leave`,
      subject: "leavers",
    },
  },
  {
    id: "caseload",
    measure: "caseloadMean",
    column: "caseloadMean",
    style: whole(styleOf("patients per link worker in post")),
    subtitle: "Open cases for each link worker in post, people now, each week",
    axis: "open cases per link worker in post",
    step: 1,
    columnHead: "open cases per link worker in post",
    words: {
      up: (a, b) => `Caseload rises to ${b} open cases, from ${a}`,
      down: (a, b) => `Caseload falls to ${b} open cases, from ${a}`,
      alone: (a) => `Each link worker holds ${a} open cases`,
      subject: "caseload",
    },
  },
  {
    id: "wait",
    measure: "waitMeanDays",
    column: "waitMeanDays",
    style: styleOf("working days"),
    subtitle: "Wait from referral to first appointment of those seen, working days, mean of four weeks",
    axis: "working days",
    step: 4,
    columnHead: "wait, working days",
    words: {
      up: (a, b) => `The wait grows to ${b} working days, from ${a}`,
      down: (a, b) => `The wait shortens to ${b} working days, from ${a}`,
      alone: (a) => `Patients wait ${a} working days`,
      subject: "the wait",
    },
  },
];
