/** How long link workers stay: the share of those hired who have not given notice, by time since hire. */
import { MONTHS_PER_YEAR, WD_PER_YEAR } from "../../../sim/calendar";
import type { Cohort } from "../../../sim/record/story/cohort";
import { kaplanMeier, type Observed, survivalAt } from "../../../sim/statistics/kaplanMeier";
import { keyOf } from "../../charts/labels";
import { seriesStyles } from "../../charts/palette";
import { type SurvivalChartProps, survivalChart, survivalPointAt } from "../../charts/survivalChart";
import { NARROW } from "../../charts/svg";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
} from "./cohortSubject";

const DAYS_PER_MONTH = WD_PER_YEAR / MONTHS_PER_YEAR;

interface Curve {
  /** Share left at the end of each month since hire; NaN beyond what was seen. */
  readonly share: readonly number[];
  readonly spells: number;
  readonly notices: number;
}

const percent = (share: number): string =>
  Number.isFinite(share) ? text.charts.percent(String(Math.round(100 * share))) : "–";

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
  const words = text.survivalFigure;
  const alternative = words.alternative(
    names.map((name, s) => text.cohortFigures.of(name, [yearly(curves[s], months)])),
  );
  const props = (width: number, marked: number | null): SurvivalChartProps => {
    const styles = seriesStyles(names.length, subject.focus);
    return {
      label: alternative,
      width,
      height: width < NARROW ? 300 + keyOf(names, width).height : 320,
      yTitle: words.yAxis,
      xTitle: words.xAxis,
      times: months,
      series: names.map((name, s) => ({ name, style: styles[s], share: curves[s].share })),
      marked,
    };
  };
  return {
    id: "survival",
    about: cohortComparison(subject),
    title: titleOf(subject, curves, months),
    subtitle: words.subtitle(cohortPlace(subject)),
    note: words.note(
      cohortRests(subject),
      names.map((name, s) =>
        words.spells(name, formatCount(curves[s].spells), formatCount(curves[s].notices)),
      ),
    ),
    alternative,
    draw: (svg, { width, marked }) => svg.call(survivalChart, props(width, marked)),
    reading: {
      points: months.length,
      weekOf: (point) => months[point],
      pointOf: (month) => Math.min(months.length - 1, Math.max(0, month)),
      pointAt: (px, width) => survivalPointAt(props(width, null), px),
      say: (point) =>
        words.say(
          String(months[point]),
          names.map((name, s) => words.sayShare(name, percent(curves[s].share[point]))),
        ),
      own: { label: words.read, where: (point) => words.where(String(months[point])) },
    },
    table: () => ({
      columns: [words.xAxis, ...names.map((name) => words.columnHead(name))],
      rows: months
        .filter((month) => month % 6 === 0)
        .map((month) => [String(month), ...curves.map(({ share }) => percent(share[month]))]),
    }),
    tableNote: words.tableNote,
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
  const words = text.survivalFigure;
  const shares = years.map((month) => words.afterMonths(percent(share[month]), String(month)));
  return shares.length > 0 ? words.years(shares) : words.tooShort;
}

function titleOf({ focus }: CohortSubject, curves: readonly Curve[], months: readonly number[]): string {
  const at = Math.min(24, months.length - 1);
  const [base, other] = [curves[0].share[at], curves[focus].share[at]].map(percent);
  const { title, titleOfTwo } = text.survivalFigure;
  return focus === 0 || other === base ? title(other, String(at)) : titleOfTwo(other, String(at), base);
}
