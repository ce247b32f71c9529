/** One patient's story: what happened, in order, and distress from event to event. */
import { WD_PER_WEEK } from "../../../sim/calendar";
import { Entry } from "../../../sim/record/eventLog";
import type { PatientEvent, Person } from "../../../sim/record/story";
import { Contact, Exit } from "../../../sim/record/totals";
import { type TrackChartProps, trackChart, trackPointAt } from "../../charts/trackChart";
import { fixed, upTo } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import { type StorySubject, storyAbout, storyPlace, storyProvenance } from "./storySubject";

type End = keyof typeof text.patientFigure.ends;

const ENDS: Readonly<Record<number, End>> = {
  [Exit.Connected]: "connected",
  [Exit.Simple]: "simple",
  [Exit.HoldCompleted]: "held",
  [Exit.Declined]: "declined",
  [Exit.Reneged]: "reneged",
  [Exit.Disengaged]: "disengaged",
  [Exit.DroppedOut]: "droppedOut",
  [Exit.ReturnedToGp]: "returned",
  [Exit.LostAtHandover]: "handover",
};

const endInWords = (exit: number): string => text.patientFigure.ends[ENDS[exit] ?? "open"];

/** How a referral ended, in words. */
export const endOf = ({ exit }: Person): string => endInWords(exit);

const needOf = (complexity: number): string => text.waitsFigure.classes[complexity];

function postOf(subject: StorySubject, lifeline: number): string {
  const { post, someLinkWorker } = text.storyFigures;
  return lifeline < 0 ? someLinkWorker : post(String(subject.story.lifelines[lifeline].post + 1));
}

function contactInWords({ detail, value, lifeline }: PatientEvent, subject: StorySubject): string {
  const { contacts, contact, longContact } = text.patientFigure;
  const post = postOf(subject, lifeline);
  if (!(value > 0)) return contact(contacts[detail], post);
  return longContact(contacts[detail], post, fixed(value, 1));
}

/** Words for each kind of event that belongs in the story; the rest go without saying. */
const WORDS: Partial<Record<Entry, (event: PatientEvent, subject: StorySubject) => string>> = {
  [Entry.Referred]: ({ detail }) => text.patientFigure.referred(needOf(detail)),
  [Entry.Assigned]: ({ lifeline }, subject) => text.patientFigure.assigned(postOf(subject, lifeline)),
  [Entry.ContactBegan]: contactInWords,
  [Entry.JoinedQueue]: ({ service }) => text.patientFigure.referredOn(String(service + 1)),
  [Entry.LetGo]: () => text.patientFigure.letGo,
  [Entry.ServiceStarted]: ({ service }) => text.patientFigure.starts(String(service + 1)),
  [Entry.Orphaned]: () => text.patientFigure.orphaned,
  [Entry.Closed]: ({ detail }) => text.patientFigure.closed(endInWords(detail)),
};

/** What the chart marks, in a few words: the first appointment, a service that starts, a link worker who leaves. */
function markOf({ entry, detail, service }: PatientEvent): string | null {
  const { contacts, starts, orphaned } = text.patientFigure;
  if (entry === Entry.ContactBegan && detail === Contact.First) return contacts[detail];
  if (entry === Entry.ServiceStarted) return starts(String(service + 1));
  return entry === Entry.Orphaned ? orphaned : null;
}

/** Entries whose value is the patient's distress after them. */
const SAYS_DISTRESS: readonly Entry[] = [
  Entry.Referred,
  Entry.Assigned,
  Entry.ContactEnded,
  Entry.ServiceStarted,
  Entry.Orphaned,
  Entry.LetGo,
  Entry.Closed,
];

interface Line {
  readonly day: number;
  readonly said: string;
  /** Its words in the chart, if it is marked there. */
  readonly mark: string | null;
}

/** What happened to the patient, a line each. */
function linesOf(subject: StorySubject): Line[] {
  return subject.story.diary.flatMap((event) => {
    const said = WORDS[event.entry]?.(event, subject);
    return said === undefined ? [] : [{ day: event.day, said, mark: markOf(event) }];
  });
}

/** The figure of one patient, whose diary the story has. */
export function patientFigure(subject: StorySubject, person: Person): Figure {
  const { story, scenario } = subject;
  const known = story.diary.filter(({ entry }) => SAYS_DISTRESS.includes(entry));
  const points = known.filter(({ day }, i) => day !== known[i + 1]?.day);
  const weeks = points.map(({ day }) => day / WD_PER_WEEK);
  const lines = linesOf(subject);
  const days = (person.exit < 0 ? story.days : person.closedAt) - person.referredAt;
  const first = weeks[0] ?? 0;
  const words = text.patientFigure;
  const spent = String(Math.round(days));
  const marks = lines.flatMap(({ day, mark }) =>
    mark === null ? [] : [{ week: day / WD_PER_WEEK, label: mark }],
  );
  const alternative = words.alternative(String(Math.floor(first) + 1), endOf(person), spent);
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked, weeks },
    ...{ firstWeek: Math.floor(first), lastWeek: Math.ceil(weeks.at(-1) ?? first + 1) },
    xTitle: text.charts.yearsSincePolicy,
    panels: [
      {
        title: words.panel,
        format: (value) => upTo(value, 2),
        stacked: false,
        top: 1,
        parts: [{ name: words.distress, fill: "#801650", values: points.map(({ value }) => value) }],
      },
    ],
    events: marks.slice(0, 4),
  });
  return {
    id: "patient",
    about: storyAbout(subject),
    title: words.title(needOf(person.complexity), endOf(person)),
    subtitle: words.subtitle(storyPlace(subject)),
    note: words.note(
      Number.isNaN(person.seenAt)
        ? words.neverSeen
        : words.seen(String(Math.round(person.seenAt - person.referredAt))),
      spent,
      person.linkWorkers,
    ),
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points: points.length,
      weekOf: (point) => weeks[point],
      pointOf: (week) =>
        weeks.reduce((best, at, i) => (Math.abs(at - week) < Math.abs(weeks[best] - week) ? i : best), 0),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) => words.say(String(Math.round(points[point].day)), fixed(points[point].value, 2)),
      own: {
        label: words.read,
        where: (point) => words.where(String(Math.round(points[point].day))),
        areWeeks: true,
      },
    },
    table: () => ({
      columns: words.heads,
      rows: lines.map(({ day, said }, i) => [String(i + 1), fixed(day, 1), said]),
    }),
    tableNote: "",
    data: () => ({
      columns: ["scenario", "future", "patient", "day", "event", ...PROVENANCE_COLUMNS],
      rows: lines.map(({ day, said }) => [
        scenario.id,
        story.replication + 1,
        person.key,
        day,
        said,
        ...storyProvenance(subject),
      ]),
    }),
  };
}
