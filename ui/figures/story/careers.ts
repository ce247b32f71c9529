/** Careers: every link worker of one future, a row a post. */
import { WD_PER_WEEK } from "../../../sim/calendar";
import type { Lifeline, Story } from "../../../sim/record/story";
import { type LifelineChartProps, lifelineChart, lifelineWeekAt, trackAt } from "../../charts/lifelineChart";
import { formatCount } from "../../text/format";
import { fixed } from "../../text/plainNumber";
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

interface Drawn {
  readonly label: string;
  readonly width: number;
  readonly marked: number | null;
  readonly chosen: number | null;
}

const weeksOf = (day: number): number => day / WD_PER_WEEK;

function propsOf({ story }: StorySubject, { label, width, marked, chosen }: Drawn): LifelineChartProps {
  const posts = [...new Set(story.posts.map(({ post }) => post))].sort((a, b) => a - b);
  return {
    ...{ label, width, chosen },
    rows: posts.map((post) => text.careersFigure.row(String(post + 1))),
    tracks: story.lifelines.map((lifeline) => trackOf(lifeline, story, posts.indexOf(lifeline.post))),
    vacancies: vacanciesOf(story).map(({ post, from, to }) => ({
      row: posts.indexOf(post),
      from: weeksOf(from),
      to: weeksOf(to),
    })),
    lastWeek: weeksOf(story.days),
    marked: marked === null ? null : marked + 1,
  };
}

function trackOf(lifeline: Lifeline, story: Story, row: number) {
  const [from, to] = spanOf(lifeline, story).map(weeksOf);
  const { noticeAt, departedAt, firstWeek, weeks, absences } = lifeline;
  return {
    ...{ row, from, to, firstWeek },
    noticeAt: noticeAt === null ? null : weeksOf(noticeAt),
    isLeaver: noticeAt !== null && departedAt !== null,
    exhaustion: perDay(weeks.exhaustion, lifeline),
    burntOut: perDay(weeks.burntOutDays, lifeline),
    sickness: absences.map((spell) => ({ from: weeksOf(spell.from), to: weeksOf(spell.to) })),
  };
}

/** Times of the record for which a post was open and nobody in it. */
export function vacanciesOf(story: Story): { post: number; from: number; to: number }[] {
  return story.posts.flatMap(({ post, from, to }) => {
    const held = story.lifelines
      .filter((lifeline) => lifeline.post === post)
      .map((lifeline) => spanOf(lifeline, story))
      .sort(([a], [b]) => a - b);
    const ends = [from, ...held.map(([, until]) => until)];
    const starts = [...held.map(([since]) => since), to];
    return ends
      .map((end, i) => ({ post, from: Math.max(from, end), to: Math.min(to, starts[i]) }))
      .filter((gap) => gap.to > gap.from);
  });
}

/** The link worker at a place in the picture, or null. */
export function pickLifeline(
  subject: StorySubject,
  { px, py, width }: { readonly px: number; readonly py: number; readonly width: number },
): number | null {
  return trackAt(propsOf(subject, { label: "", width, marked: null, chosen: null }), px, py);
}

/** The figure of careers; `chosen` is framed. */
export function careersFigure(subject: StorySubject, chosen: number | null): Figure {
  const { story, scenario } = subject;
  const left = story.lifelines.filter(({ noticeAt }) => noticeAt !== null && noticeAt >= 0).length;
  const burnt = story.lifelines.filter(({ weeks }) => weeks.burntOutDays.some((days) => days > 0)).length;
  const sick = story.lifelines.reduce((sum, { absences }) => sum + absences.length, 0);
  const words = text.careersFigure;
  const alternative = words.alternative({
    linkWorkers: String(story.lifelines.length),
    posts: String(new Set(story.posts.map(({ post }) => post)).size),
    ...{ notices: String(left), burntOut: String(burnt) },
  });
  const at = (week: number) =>
    story.lifelines.flatMap((lifeline) => {
      const i = week - 1 - lifeline.firstWeek;
      const E =
        i >= 0 && i < lifeline.weeks.days.length
          ? perDay(lifeline.weeks.exhaustion, lifeline)[i]
          : Number.NaN;
      return Number.isFinite(E) ? [words.sayPost(String(lifeline.post + 1), fixed(E, 2))] : [];
    });
  const props = (width: number, marked: number | null) =>
    propsOf(subject, { label: alternative, width, marked, chosen });
  return {
    id: "careers",
    about: storyAbout(subject),
    title: words.title(formatCount(left), formatCount(story.lifelines.length)),
    subtitle: words.subtitle(storyPlace(subject)),
    note: words.note(formatCount(sick)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(lifelineChart, props(width, marked)),
    reading: {
      points: story.weeks,
      weekOf: (point) => point + 1,
      pointOf: (week) => Math.min(story.weeks - 1, Math.max(0, Math.round(week) - 1)),
      pointAt: (px, width) => {
        const week = Math.floor(lifelineWeekAt(props(width, null), px));
        return Math.min(story.weeks - 1, Math.max(0, week));
      },
      say: (point) => {
        const posts = at(point + 1);
        const week = String(point + 1);
        return posts.length > 0 ? words.say(week, posts) : words.sayNobody(week);
      },
    },
    table: () => ({
      columns: words.heads,
      rows: story.lifelines.map((lifeline) => [
        nameOf(lifeline, story),
        lifeline.noticeAt === null ? words.noNotice : yearOf(lifeline.noticeAt),
        fixed(total(lifeline.weeks.burntOutDays) / WD_PER_WEEK, 0),
        String(lifeline.absences.length),
        meanExhaustion(lifeline),
      ]),
    }),
    tableNote: "",
    data: () => ({
      columns: [
        "scenario",
        "future",
        "post",
        "holder",
        "week",
        "exhaustion",
        "share_of_days_burnt_out",
        "open_cases",
        "notice_day",
        ...PROVENANCE_COLUMNS,
      ],
      rows: story.lifelines.flatMap((lifeline, holder) => {
        const { weeks, firstWeek, post, noticeAt } = lifeline;
        const [E, burntOut, cases] = [weeks.exhaustion, weeks.burntOutDays, weeks.cases].map((sums) =>
          perDay(sums, lifeline),
        );
        return Array.from(E, (value, i) => [
          ...[scenario.id, story.replication + 1, post + 1, holder + 1, firstWeek + i + 1],
          ...[value, burntOut[i], cases[i], noticeAt ?? "", ...storyProvenance(subject)],
        ]);
      }),
    }),
  };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function meanExhaustion({ weeks }: Lifeline): string {
  const days = total(weeks.days);
  return days === 0 ? "–" : fixed(total(weeks.exhaustion) / days, 2);
}
