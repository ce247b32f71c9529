/** The patients of one link worker: a dot each, by when they were referred and how long they were in the system. */

import { range } from "d3";
import { WD_PER_WEEK, WD_PER_YEAR } from "../../../sim/calendar";
import type { Person, Story } from "../../../sim/record/story";
import { Exit, UNSUCCESSFUL_EXITS } from "../../../sim/record/totals";
import { type DotChartProps, dotAt, dotChart } from "../../charts/dotChart";
import { formatCount } from "../../text/format";
import { fixed } from "../../text/plainNumber";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, readingOf } from "../figure";
import { endOf } from "./patient";
import { nameOf, type StorySubject, storyAbout, storyPlace, storyProvenance } from "./storySubject";

/** Kinds of end, in the order of the key. */
const Kind = { Planned: 0, Lost: 1, Declined: 2, Open: 3 } as const;
const LOOKS = ["full", "cross", "ring", "triangle"] as const;

function kindOf({ exit }: Person): number {
  if (exit < 0) return Kind.Open;
  if (UNSUCCESSFUL_EXITS.includes(exit)) return Kind.Lost;
  return exit === Exit.Declined ? Kind.Declined : Kind.Planned;
}

const HEIGHT = 440;

/** Whose patients, and which of them is chosen (by key; null: none). */
export interface Patients {
  readonly subject: StorySubject;
  /** Position of the link worker's lifeline. */
  readonly lifeline: number;
  readonly chosen: number | null;
}

/** Patients whose last link worker was the one of this lifeline, in the order of referral. */
export const ownPatients = ({ people }: Story, lifeline: number): Person[] =>
  people.filter((person) => person.lifeline === lifeline);

/** Working days in the system, up to the end of the run for those who are still there. */
const daysOf = ({ story }: StorySubject, { closedAt, referredAt, exit }: Person): number =>
  (exit < 0 ? story.days : closedAt) - referredAt;

function propsOf(
  patients: Patients,
  drawn: { label: string; width: number; marked: number | null },
): DotChartProps {
  const { subject, lifeline, chosen } = patients;
  const own = ownPatients(subject.story, lifeline);
  const position = own.findIndex(({ key }) => key === chosen);
  const years = Math.max(1, Math.ceil(subject.story.days / WD_PER_YEAR));
  return {
    ...drawn,
    height: HEIGHT,
    xTitle: text.patientsFigure.xTitle,
    yTitle: text.patientsFigure.yTitle,
    ticks: range(0, years + 1, Math.ceil(years / 10)),
    formatX: String,
    formatY: formatCount,
    kinds: LOOKS.map((look, kind) => ({ look, name: text.patientsFigure.kinds[kind] })),
    dots: own.map((person) => ({
      x: person.referredAt / WD_PER_YEAR,
      y: daysOf(subject, person),
      kind: kindOf(person),
    })),
    chosen: position < 0 ? null : position,
  };
}

/** The key of the patient whose dot is nearest to a place in the picture (px), or null. */
export function pickPatient(
  patients: Patients,
  { px, py, width }: { readonly px: number; readonly py: number; readonly width: number },
): number | null {
  const picked = dotAt(propsOf(patients, { label: "", width, marked: null }), px, py);
  return picked === null ? null : ownPatients(patients.subject.story, patients.lifeline)[picked].key;
}

/** A patient in a few words: when referred, need, and how it ended. */
export function patientInWords(person: Person): string {
  const { patient, week, beforeStart } = text.stories;
  const { referredAt, complexity } = person;
  const when = referredAt < 0 ? beforeStart : week(String(Math.floor(referredAt / WD_PER_WEEK) + 1));
  return patient(when, text.waitsFigure.classes[complexity], endOf(person));
}

/** The figure of the patients of one link worker. */
export function patientsFigure(patients: Patients): Figure {
  const { subject, lifeline } = patients;
  const { story, scenario } = subject;
  const own = ownPatients(story, lifeline);
  const lost = formatCount(own.filter((person) => kindOf(person) === Kind.Lost).length);
  const all = formatCount(own.length);
  const words = text.patientsFigure;
  const alternative = words.alternative(nameOf(story.lifelines[lifeline], story), all, lost);
  const days = (person: Person) => fixed(daysOf(subject, person), 0);
  const wait = ({ seenAt, referredAt }: Person) =>
    Number.isNaN(seenAt) ? words.notSeen : fixed(seenAt - referredAt, 0);
  return {
    id: "patients",
    about: storyAbout(subject),
    title: words.title(lost, all),
    subtitle: words.subtitle(storyPlace(subject)),
    note: words.note,
    alternative,
    draw: (svg, { width, marked }) =>
      svg.call(dotChart, propsOf(patients, { label: alternative, width, marked })),
    reading: readingOf(own.map(patientInWords), {
      label: words.read,
      pointAt: (px, width, py) => dotAt(propsOf(patients, { label: "", width, marked: null }), px, py) ?? 0,
      say: (point) => words.say(patientInWords(own[point]), days(own[point])),
    }),
    table: () => ({
      columns: words.heads,
      rows: own.map((person, i) => [String(i + 1), patientInWords(person), wait(person), days(person)]),
    }),
    tableNote: "",
    data: () => ({
      columns: [
        ...["scenario", "future", "post", "patient", "complexity", "referred_day", "wait_days"],
        ...["days_in_system", "link_workers", "end", ...PROVENANCE_COLUMNS],
      ],
      rows: own.map((person) => [
        ...[scenario.id, story.replication + 1, story.lifelines[lifeline].post + 1, person.key],
        ...[person.complexity, person.referredAt],
        Number.isNaN(person.seenAt) ? "" : person.seenAt - person.referredAt,
        ...[daysOf(subject, person), person.linkWorkers, endOf(person)],
        ...storyProvenance(subject),
      ]),
    }),
  };
}
