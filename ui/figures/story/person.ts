/** One link worker's story: exhaustion, what pushed it, caseload, and contact hours, week by week. */
import type { Lifeline } from "../../../sim/record/story";
import { CONTACT_COUNT, Contact } from "../../../sim/record/totals";
import { FUNCTION_FILLS } from "../../charts/palette";
import { type TrackChartProps, type TrackPanel, trackChart, trackPointAt } from "../../charts/trackChart";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import { FUNCTION_NAMES } from "../holding";
import {
  DAYS_PER_WEEK,
  nameOf,
  perDay,
  type StorySubject,
  spanOf,
  storyAbout,
  storyPlace,
  storyProvenance,
  yearOf,
} from "./storySubject";

const PUSHES = [
  { id: "workload", name: "Workload", fill: "#3D3D3D" },
  { id: "emotional", name: "Emotional load", fill: "#A285D1" },
  { id: "contagion", name: "Others' exhaustion", fill: "#F46A25" },
] as const;

const hoursOf = ({ weeks }: Lifeline, type: number): Float64Array =>
  Float64Array.from({ length: weeks.days.length }, (_, i) => weeks.hours[i * CONTACT_COUNT + type]);

/** Hours of contacts other than holding. */
function otherHours(lifeline: Lifeline): Float64Array {
  const columns = [0, 1, 2, 3].map((type) => hoursOf(lifeline, type));
  return columns[0].map((_, i) => columns.reduce((sum, column) => sum + column[i], 0));
}

function panelsOf({ params, story }: StorySubject, lifeline: Lifeline): TrackPanel[] {
  const { weeks } = lifeline;
  const decimals = (value: number) => String(+value.toFixed(2));
  const pushed: TrackPanel = {
    title: "What pushed it (demand a day)",
    format: decimals,
    stacked: true,
    parts: PUSHES.map(({ id, name, fill }) => ({ name, fill, values: perDay(weeks[id], lifeline) })),
  };
  return [
    {
      title: "Exhaustion (0–1)",
      format: decimals,
      stacked: false,
      top: 1,
      parts: [{ name: "Exhaustion", fill: "#12436D", values: perDay(weeks.exhaustion, lifeline) }],
      level: { value: params.exhaustion.burnoutOn, name: "burnout begins" },
    },
    ...(story.hasParts ? [pushed] : []),
    {
      title: "Open cases (people now)",
      format: decimals,
      stacked: false,
      parts: [{ name: "Open cases", fill: "#12436D", values: perDay(weeks.cases, lifeline) }],
    },
    {
      title: "Contact hours a week",
      format: decimals,
      stacked: true,
      parts: [
        ...FUNCTION_NAMES.map((name, f) => ({
          name,
          fill: FUNCTION_FILLS[f],
          values: hoursOf(lifeline, Contact.Holding1 + f),
        })),
        { name: "Other contacts", fill: "#FFFFFF", values: otherHours(lifeline) },
      ],
    },
  ];
}

/** The mean of a weekly sum over the last `count` weeks up to a week of the lifeline, per working day. */
function recent(sums: Float64Array, { weeks }: Lifeline, until: number, count: number): number {
  const from = Math.max(0, until - count + 1);
  const days = weeks.days.subarray(from, until + 1).reduce((a, b) => a + b, 0);
  return days === 0 ? Number.NaN : sums.subarray(from, until + 1).reduce((a, b) => a + b, 0) / days;
}

/** What happened to a link worker, in sentences, in order. */
export function storyOf(subject: StorySubject, lifeline: Lifeline): string[] {
  const { story } = subject;
  const [from] = spanOf(lifeline, story);
  const { hiredAt, noticeAt, departedAt, absences, weeks, firstWeek } = lifeline;
  const burnt = weeks.burntOutDays.findIndex((days) => days > 0);
  const sickDays = absences.reduce((sum, { from: a, to: b }) => sum + Math.max(0, b - Math.max(0, a)), 0);
  const said = [
    hiredAt === null || hiredAt < 0 ? "In post when the policy starts." : `Hired in ${yearOf(from)}.`,
    burnt < 0
      ? "Never burnt out on record."
      : `First burnt out in ${yearOf((firstWeek + burnt) * DAYS_PER_WEEK)}; ${Math.round(weeks.burntOutDays.reduce((a, b) => a + b, 0) / DAYS_PER_WEEK)} weeks burnt out in all.`,
    absences.length === 0
      ? "No sickness."
      : `${absences.length} ${absences.length === 1 ? "spell" : "spells"} of sickness, ${Math.round(sickDays)} working days.`,
  ];
  if (noticeAt === null) {
    return [...said, departedAt === null ? "Still in post at the end." : "The post was closed."];
  }
  return [...said, noticeSentence(subject, lifeline, noticeAt)];
}

/** When notice was given, and how things stood in the three months before. */
function noticeSentence({ story }: StorySubject, lifeline: Lifeline, noticeAt: number): string {
  const { weeks, firstWeek } = lifeline;
  const until = Math.min(weeks.days.length - 1, Math.ceil(noticeAt / DAYS_PER_WEEK) - 1 - firstWeek);
  if (noticeAt < 0 || until < 0) return "Gave notice before the policy started.";
  const mean = (sums: Float64Array) => recent(sums, lifeline, until, 13);
  const parts = PUSHES.map(({ id, name }) => ({ name: name.toLowerCase(), value: mean(weeks[id]) })).sort(
    (a, b) => b.value - a.value,
  );
  const all = parts.reduce((sum, { value }) => sum + value, 0);
  const pushed =
    story.hasParts && all > 0
      ? ` What pushed exhaustion most: ${parts[0].name} (${Math.round((100 * parts[0].value) / all)}% of the demand), then ${parts[1].name} (${Math.round((100 * parts[1].value) / all)}%).`
      : "";
  return `Gave notice in ${yearOf(noticeAt)}. In the 13 weeks before: exhaustion ${mean(weeks.exhaustion).toFixed(2)}, ${Math.round(mean(weeks.cases))} open cases.${pushed} Leaving is a lottery that exhaustion loads, so nobody's notice has one cause.`;
}

/** The figure of one link worker, `chosen` in the order of the story. */
export function personFigure(subject: StorySubject, chosen: number): Figure {
  const { story, scenario } = subject;
  const lifeline = story.lifelines[chosen];
  const panels = panelsOf(subject, lifeline);
  const { firstWeek, weeks } = lifeline;
  const points = weeks.days.length;
  const said = storyOf(subject, lifeline);
  const alternative = `Panels over the weeks for ${nameOf(lifeline, story)}. ${said.join(" ")}`;
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked },
    weeks: Array.from({ length: points }, (_, i) => firstWeek + i + 1),
    ...{ firstWeek, lastWeek: firstWeek + points, xTitle: "Years since the policy started" },
    panels,
    events: [
      { at: lifeline.noticeAt, label: "Notice given" },
      ...lifeline.absences
        .filter(({ from, to }) => to - from >= 20)
        .map(({ from }) => ({ at: from, label: "Long sickness" })),
    ]
      .filter(({ at }) => at !== null && at >= firstWeek * DAYS_PER_WEEK)
      .map(({ at, label }) => ({ week: (at as number) / DAYS_PER_WEEK, label })),
  });
  const values = (point: number) =>
    panels.flatMap(({ parts }) =>
      parts.map(
        ({ name, values }) =>
          `${name.toLowerCase()} ${Number.isFinite(values[point]) ? +values[point].toFixed(2) : "–"}`,
      ),
    );
  return {
    id: "person",
    about: storyAbout(subject),
    title: nameOf(lifeline, story),
    subtitle: `Exhaustion, what pushed it, open cases and contact hours of one link worker, week by week; ${storyPlace(subject)}`,
    note: said.join(" "),
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points,
      weekOf: (point) => firstWeek + point + 1,
      pointOf: (week) => Math.min(points - 1, Math.max(0, Math.round(week) - 1 - firstWeek)),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) => `Week ${firstWeek + point + 1}: ${values(point).join(", ")}.`,
    },
    table: () => ({
      columns: ["Week", ...panels.flatMap(({ parts }) => parts.map(({ name }) => name))],
      rows: Array.from({ length: points }, (_, i) => i)
        .filter((i) => i % 4 === 0)
        .map((i) => [
          String(firstWeek + i + 1),
          ...panels.flatMap(({ parts }) =>
            parts.map(({ values }) => (Number.isFinite(values[i]) ? values[i].toFixed(2) : "–")),
          ),
        ]),
    }),
    tableNote: "Every fourth week; the CSV file has every week.",
    data: () => ({
      columns: [
        "scenario",
        "future",
        "post",
        "holder",
        "week",
        ...panels.flatMap(({ parts }) => parts.map(({ name }) => name)),
        ...PROVENANCE_COLUMNS,
      ],
      rows: Array.from({ length: points }, (_, i) => [
        ...[scenario.id, story.replication + 1, lifeline.post + 1, chosen + 1, firstWeek + i + 1],
        ...panels.flatMap(({ parts }) => parts.map(({ values }) => values[i])),
        ...storyProvenance(subject),
      ]),
    }),
  };
}
