/** One patient's story: what happened, in order, and distress from event to event. */
import { Entry } from "../../../sim/record/eventLog";
import type { PatientEvent, Person } from "../../../sim/record/story";
import { Exit } from "../../../sim/record/totals";
import { type TrackChartProps, trackChart, trackPointAt } from "../../charts/trackChart";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import { DAYS_PER_WEEK, type StorySubject, storyAbout, storyPlace, storyProvenance } from "./storySubject";
import { CLASSES } from "./waits";

const CONTACTS: readonly string[] = [
  "First appointment",
  "Planning or follow-up contact",
  "Simple help",
  "Handover to another link worker",
  "Contact while waiting for a service (holding 1)",
  "Contact to prepare for change (holding 2)",
  "Contact instead of the GP (holding 3)",
  "Distress is told and witnessed (holding 4)",
];

const ENDS: Readonly<Record<number, string>> = {
  [Exit.Connected]: "closed, connected",
  [Exit.Simple]: "closed after simple help",
  [Exit.HoldCompleted]: "closed, held until settled",
  [Exit.Declined]: "declines",
  [Exit.Reneged]: "gives up before being seen",
  [Exit.Disengaged]: "gives up waiting for a service",
  [Exit.DroppedOut]: "does not take up the place",
  [Exit.ReturnedToGp]: "back to the GP, nothing fits",
  [Exit.LostAtHandover]: "lost when the link worker left",
};

/** How a referral ended, in words. */
export const endOf = ({ exit }: Person): string => ENDS[exit] ?? "still in the system at the end";

const post = (subject: StorySubject, lifeline: number): string =>
  lifeline < 0 ? "a link worker" : `post ${subject.story.lifelines[lifeline].post + 1}`;

/** Words for each kind of event that belongs in the story; the rest go without saying. */
const WORDS: Partial<Record<Entry, (event: PatientEvent, subject: StorySubject) => string>> = {
  [Entry.Referred]: ({ detail }) => `Referred; ${CLASSES[detail].toLowerCase()} complexity of need`,
  [Entry.Assigned]: ({ lifeline }, subject) => `Assigned to ${post(subject, lifeline)}`,
  [Entry.ContactBegan]: ({ detail, value, lifeline }, subject) =>
    `${CONTACTS[detail]} with ${post(subject, lifeline)}${value > 0 ? `, ${value.toFixed(1)} hours` : ""}`,
  [Entry.JoinedQueue]: ({ service }) => `Referred on to community service ${service + 1}`,
  [Entry.LetGo]: () => "No link worker's case any longer; waits for the service alone",
  [Entry.ServiceStarted]: ({ service }) => `Starts community service ${service + 1}`,
  [Entry.Orphaned]: () => "The link worker leaves",
  [Entry.Closed]: ({ detail }) => `The referral ends: ${ENDS[detail]}`,
};

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

/** What happened to the patient, a line each: working day and words. */
export function linesOf(subject: StorySubject): { readonly day: number; readonly text: string }[] {
  return subject.story.diary.flatMap((event) => {
    const text = WORDS[event.entry]?.(event, subject);
    return text === undefined ? [] : [{ day: event.day, text }];
  });
}

/** The figure of one patient, whose diary the story has. */
export function patientFigure(subject: StorySubject, person: Person): Figure {
  const { story, scenario } = subject;
  const known = story.diary.filter(({ entry }) => SAYS_DISTRESS.includes(entry));
  const points = known.filter(({ day }, i) => day !== known[i + 1]?.day);
  const weeks = points.map(({ day }) => day / DAYS_PER_WEEK);
  const lines = linesOf(subject);
  const days = (person.exit < 0 ? story.days : person.closedAt) - person.referredAt;
  const first = weeks[0] ?? 0;
  const marks = lines.filter(({ text }) => /^(Starts|The link worker leaves|First)/.test(text));
  const alternative = `Line of distress over time for one patient, referred in week ${Math.floor(first) + 1}: ${endOf(person)} after ${Math.round(days)} working days.`;
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked, weeks },
    ...{ firstWeek: Math.floor(first), lastWeek: Math.ceil(weeks.at(-1) ?? first + 1) },
    xTitle: "Years since the policy started",
    panels: [
      {
        title: "Distress (0–1) after each event",
        format: (value) => String(+value.toFixed(2)),
        stacked: false,
        top: 1,
        parts: [{ name: "Distress", fill: "#801650", values: points.map(({ value }) => value) }],
      },
    ],
    events: marks
      .slice(0, 4)
      .map(({ day, text }) => ({ week: day / DAYS_PER_WEEK, label: text.split(" with ")[0] })),
  });
  return {
    id: "patient",
    about: storyAbout(subject),
    title: `One patient, ${CLASSES[person.complexity].toLowerCase()} need: ${endOf(person)}`,
    subtitle: `Distress (0–1) of one patient from referral to close; ${storyPlace(subject)}`,
    note: `${Number.isNaN(person.seenAt) ? "Never seen" : `Seen after ${Math.round(person.seenAt - person.referredAt)} working days`}; ${Math.round(days)} working days in the system; ${person.linkWorkers} ${person.linkWorkers === 1 ? "link worker" : "link workers"}. The line joins what is known right after each event.`,
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points: points.length,
      weekOf: (point) => weeks[point],
      pointOf: (week) =>
        weeks.reduce((best, at, i) => (Math.abs(at - week) < Math.abs(weeks[best] - week) ? i : best), 0),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) =>
        `Working day ${Math.round(points[point].day)}: distress ${points[point].value.toFixed(2)}.`,
      own: {
        label: "Read the chart at an event",
        where: (point) => `working day ${Math.round(points[point].day)}`,
      },
    },
    table: () => ({
      columns: ["Number", "Working day", "What happened"],
      rows: lines.map(({ day, text }, i) => [String(i + 1), day.toFixed(1), text]),
    }),
    tableNote: "",
    data: () => ({
      columns: ["scenario", "future", "patient", "day", "event", ...PROVENANCE_COLUMNS],
      rows: lines.map(({ day, text }) => [
        scenario.id,
        story.replication + 1,
        person.key,
        day,
        text,
        ...storyProvenance(subject),
      ]),
    }),
  };
}
