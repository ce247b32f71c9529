/** One link worker's story: exhaustion, what pushed it, caseload, and contact hours, week by week. */
import { WD_PER_WEEK } from "../../../sim/calendar";
import type { Lifeline } from "../../../sim/record/story";
import { CONTACT_COUNT, Contact } from "../../../sim/record/totals";
import { FUNCTION_FILLS } from "../../charts/palette";
import { type TrackChartProps, type TrackPanel, trackChart, trackPointAt } from "../../charts/trackChart";
import { fixed, upTo } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
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
  { id: "workload", fill: "#3D3D3D" },
  { id: "emotional", fill: "#A285D1" },
  { id: "contagion", fill: "#F46A25" },
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
  const words = text.personFigure;
  const decimals = (value: number) => upTo(value, 2);
  const pushed: TrackPanel = {
    title: words.pushed,
    format: decimals,
    stacked: true,
    parts: PUSHES.map(({ id, fill }) => ({
      name: words.pushes[id],
      fill,
      values: perDay(weeks[id], lifeline),
    })),
  };
  return [
    {
      title: words.exhaustionTitle,
      format: decimals,
      stacked: false,
      top: 1,
      parts: [{ name: words.exhaustion, fill: "#12436D", values: perDay(weeks.exhaustion, lifeline) }],
      level: { value: params.exhaustion.burnoutOn, name: words.burnoutBegins },
    },
    ...(story.hasParts ? [pushed] : []),
    {
      title: words.casesTitle,
      format: decimals,
      stacked: false,
      parts: [{ name: words.cases, fill: "#12436D", values: perDay(weeks.cases, lifeline) }],
    },
    {
      title: words.hoursTitle,
      format: decimals,
      stacked: true,
      parts: [
        ...text.holdingFigure.functions.map((name, f) => ({
          name,
          fill: FUNCTION_FILLS[f],
          values: hoursOf(lifeline, Contact.Holding1 + f),
        })),
        { name: words.otherContacts, fill: "#FFFFFF", values: otherHours(lifeline) },
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
  const burntWeeks = weeks.burntOutDays.reduce((a, b) => a + b, 0) / WD_PER_WEEK;
  const words = text.personFigure;
  const said = [
    hiredAt === null || hiredAt < 0 ? words.there : words.hired(yearOf(from)),
    burnt < 0
      ? words.neverBurntOut
      : words.burntOut(yearOf((firstWeek + burnt) * WD_PER_WEEK), String(Math.round(burntWeeks))),
    absences.length === 0 ? words.neverSick : words.sick(absences.length, String(Math.round(sickDays))),
  ];
  if (noticeAt === null) return [...said, departedAt === null ? words.stillThere : words.closed];
  return [...said, noticeSentence(subject, lifeline, noticeAt)];
}

/** When notice was given, and how things stood in the three months before. */
function noticeSentence({ story }: StorySubject, lifeline: Lifeline, noticeAt: number): string {
  const { weeks, firstWeek } = lifeline;
  const words = text.personFigure;
  const until = Math.min(weeks.days.length - 1, Math.ceil(noticeAt / WD_PER_WEEK) - 1 - firstWeek);
  if (noticeAt < 0 || until < 0) return words.noticeBefore;
  const mean = (sums: Float64Array) => recent(sums, lifeline, until, 13);
  const [first, second, third] = PUSHES.map(({ id }) => ({
    name: words.pushes[id],
    value: mean(weeks[id]),
  })).sort((a, b) => b.value - a.value);
  const all = first.value + second.value + third.value;
  const share = ({ value }: typeof first) => text.charts.percent(String(Math.round((100 * value) / all)));
  const pushed = () =>
    words.pushedMost({
      ...{ first: first.name, firstShare: share(first) },
      ...{ second: second.name, secondShare: share(second) },
    });
  const [E, cases] = [fixed(mean(weeks.exhaustion), 2), String(Math.round(mean(weeks.cases)))];
  return [
    words.notice(yearOf(noticeAt), E, cases),
    ...(story.hasParts && all > 0 ? [pushed()] : []),
    words.lottery,
  ].join(" ");
}

/** The figure of one link worker, `chosen` in the order of the story. */
export function personFigure(subject: StorySubject, chosen: number): Figure {
  const { story, scenario } = subject;
  const lifeline = story.lifelines[chosen];
  const panels = panelsOf(subject, lifeline);
  const { firstWeek, weeks } = lifeline;
  const points = weeks.days.length;
  const said = storyOf(subject, lifeline);
  const words = text.personFigure;
  const alternative = words.alternative(nameOf(lifeline, story), said.join(" "));
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked },
    weeks: Array.from({ length: points }, (_, i) => firstWeek + i + 1),
    ...{ firstWeek, lastWeek: firstWeek + points, xTitle: text.charts.yearsSincePolicy },
    panels,
    events: [
      { at: lifeline.noticeAt, label: words.noticeGiven },
      ...lifeline.absences
        .filter(({ from, to }) => to - from >= 20)
        .map(({ from }) => ({ at: from, label: words.longSickness })),
    ]
      .filter(({ at }) => at !== null && at >= firstWeek * WD_PER_WEEK)
      .map(({ at, label }) => ({ week: (at as number) / WD_PER_WEEK, label })),
  });
  const values = (point: number) =>
    panels.flatMap(({ parts }) =>
      parts.map(({ name, values }) =>
        words.value(name, Number.isFinite(values[point]) ? upTo(values[point], 2) : "–"),
      ),
    );
  return {
    id: "person",
    about: storyAbout(subject),
    title: nameOf(lifeline, story),
    subtitle: words.subtitle(storyPlace(subject)),
    note: said.join(" "),
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points,
      weekOf: (point) => firstWeek + point + 1,
      pointOf: (week) => Math.min(points - 1, Math.max(0, Math.round(week) - 1 - firstWeek)),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) => words.say(String(firstWeek + point + 1), values(point)),
    },
    table: () => ({
      columns: [words.weekHead, ...panels.flatMap(({ parts }) => parts.map(({ name }) => name))],
      rows: Array.from({ length: points }, (_, i) => i)
        .filter((i) => i % 4 === 0)
        .map((i) => [
          String(firstWeek + i + 1),
          ...panels.flatMap(({ parts }) =>
            parts.map(({ values }) => (Number.isFinite(values[i]) ? fixed(values[i], 2) : "–")),
          ),
        ]),
    }),
    tableNote: words.tableNote,
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
