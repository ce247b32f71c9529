/** How long link workers stay: the share of those hired who have not given notice, by time since hire. */
import type { Cohort } from "../../../sim/record/story/cohort";
import { kaplanMeier, type Observed, survivalAt } from "../../../sim/statistics/kaplanMeier";
import { keyOf } from "../../charts/labels";
import { seriesStyles } from "../../charts/palette";
import { type SurvivalChartProps, survivalChart, survivalPointAt } from "../../charts/survivalChart";
import { NARROW } from "../../charts/svg";
import { formatCount, inWords } from "../../text/format";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
} from "./cohortSubject";

const DAYS_PER_MONTH = 260 / 12;

interface Curve {
  /** Share left at the end of each month since hire; NaN beyond what was seen. */
  readonly share: readonly number[];
  readonly spells: number;
  readonly notices: number;
}

const percent = (share: number): string => (Number.isFinite(share) ? `${Math.round(100 * share)}%` : "–");

function curveOf({ spells }: Cohort, months: readonly number[]): Curve {
  const observed: Observed[] = Array.from({ length: spells.length / 3 }, (_, i) => ({
    from: spells[3 * i],
    to: spells[3 * i + 1],
    event: spells[3 * i + 2] === 1,
  }));
  const steps = kaplanMeier(observed);
  const longest = Math.max(0, ...observed.map(({ to }) => to));
  return {
    share: months.map((month) => {
      const day = month * DAYS_PER_MONTH;
      return day <= longest ? survivalAt(steps, day) : Number.NaN;
    }),
    spells: observed.length,
    notices: observed.filter(({ event }) => event).length,
  };
}

/** The figure of how long those hired stay. */
export function survivalFigure(subject: CohortSubject): Figure {
  const { request } = subject;
  const months = Array.from({ length: Math.floor(12 * Math.min(5, subject.years)) + 1 }, (_, i) => i);
  const curves = subject.cohorts.map((cohort) => curveOf(cohort, months));
  const names = request.scenarios.map(({ name }) => name);
  const alternative = `Falling lines of steps: share of link workers hired during the run who have not given notice. ${inWords(
    names.map((name, s) => `${name}: ${yearly(curves[s], months)}`),
  )}.`;
  const props = (width: number, marked: number | null): SurvivalChartProps => {
    const styles = seriesStyles(names.length, subject.focus);
    return {
      label: alternative,
      width,
      height: width < NARROW ? 300 + keyOf(names, width).height : 320,
      yTitle: "% who have not given notice",
      xTitle: "Months since hire",
      times: months,
      series: names.map((name, s) => ({ name, style: styles[s], share: curves[s].share })),
      marked,
    };
  };
  return {
    id: "survival",
    about: cohortComparison(subject),
    title: titleOf(subject, curves, months),
    subtitle: `Link workers hired during the run who have not given notice, %, by months since hire; ${cohortPlace(subject)}`,
    note: `Kaplan–Meier estimate from ${cohortRests(subject)}: ${inWords(names.map((name, s) => `${name}: ${formatCount(curves[s].spells)} spells in post, ${formatCount(curves[s].notices)} notices`))}. The team that was there from the start is left out: when it was hired is not simulated.`,
    alternative,
    draw: (svg, { width, marked }) => svg.call(survivalChart, props(width, marked)),
    reading: {
      points: months.length,
      weekOf: (point) => months[point],
      pointOf: (month) => Math.min(months.length - 1, Math.max(0, month)),
      pointAt: (px, width) => survivalPointAt(props(width, null), px),
      say: (point) =>
        `${months[point]} months after hire: ${names.map((name, s) => `${name} ${percent(curves[s].share[point])}`).join("; ")} have not given notice.`,
      own: { label: "Read the chart at a time since hire", where: (point) => `${months[point]} months` },
    },
    table: () => ({
      columns: ["Months since hire", ...names.map((name) => `${name}: have not given notice, %`)],
      rows: months
        .filter((month) => month % 6 === 0)
        .map((month) => [String(month), ...curves.map(({ share }) => percent(share[month]))]),
    }),
    tableNote: "Every sixth month; the CSV file has every month.",
    data: () => ({
      columns: [
        "scenario",
        "months_since_hire",
        "share_without_notice",
        "spells",
        "notices",
        ...PROVENANCE_COLUMNS,
      ],
      rows: request.scenarios.flatMap(({ id }, s) =>
        months.map((month) => [
          id,
          month,
          curves[s].share[month],
          curves[s].spells,
          curves[s].notices,
          ...cohortProvenance(subject, s),
        ]),
      ),
    }),
  };
}

function yearly({ share }: Curve, months: readonly number[]): string {
  const years = months.filter((month) => month > 0 && month % 12 === 0 && Number.isFinite(share[month]));
  return (
    inWords(years.map((month) => `${percent(share[month])} after ${month} months`)) || "too short to say"
  );
}

function titleOf({ focus }: CohortSubject, curves: readonly Curve[], months: readonly number[]): string {
  const at = Math.min(24, months.length - 1);
  const [base, other] = [curves[0].share[at], curves[focus].share[at]].map(percent);
  if (focus === 0 || other === base) return `${other} of those hired stay for ${at} months`;
  return `${other} of those hired stay ${at} months; baseline ${base}`;
}
