/** Where patients stand over time: by phase of the pathway, and held by which function. */
import { CaseState } from "../../../sim/record/story/caseStates";
import { type TrackChartProps, trackChart, trackPointAt } from "../../charts/trackChart";
import { formatCount, inWords } from "../../text/format";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
  shownPositions,
} from "./cohortSubject";

/** From the bottom of the pile: what is held stands together, in the colours that the functions have elsewhere. */
export const STATES: readonly { readonly state: number; readonly name: string; readonly fill: string }[] = [
  { state: CaseState.WaitingForService, name: "Waiting for a service (holding 1)", fill: "#12436D" },
  { state: CaseState.Preparing, name: "Preparing for change (holding 2)", fill: "#2073BC" },
  { state: CaseState.HeldOnly, name: "No service fits (holding 3)", fill: "#6BACE6" },
  { state: CaseState.WorkingTowards, name: "Planning, simple help", fill: "#BFBFBF" },
  { state: CaseState.FollowUp, name: "Started, follow-up", fill: "#28A197" },
  { state: CaseState.NoLinkWorker, name: "Link worker has gone", fill: "#801650" },
  { state: CaseState.AwaitingFirst, name: "Waiting to be seen", fill: "#FFFFFF" },
];

/** The figure of patients in the system by state. */
export function caseStatesFigure(subject: CohortSubject): Figure {
  const { request, cohorts } = subject;
  const { weeks } = cohorts[0];
  const column = (s: number, state: number) =>
    cohorts[s].states
      .subarray(state * weeks, (state + 1) * weeks)
      .map((value) => value / cohorts[s].replications);
  const piles = cohorts.map((_, s) => STATES.map(({ state }) => column(s, state)));
  const average = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const names = request.scenarios.map(({ name }) => name);
  const alternative = `Stacked areas over time: patients in the system at each week's end. On average ${inWords(
    shownPositions(subject).map(
      (s) =>
        `with ${names[s]} ${STATES.map(({ name }, i) => `${name.toLowerCase()} ${formatCount(average(piles[s][i]))}`).join(", ")}`,
    ),
  )}.`;
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked, events: [] },
    weeks: Array.from({ length: weeks }, (_, i) => i + 1),
    ...{ firstWeek: 0, lastWeek: weeks, xTitle: "Years since the policy started" },
    panels: shownPositions(subject).map((s) => ({
      title: `${names[s]}, patients`,
      format: formatCount,
      stacked: true,
      top: Math.max(...shownPositions(subject).map((other) => highest(piles[other]))),
      parts: STATES.map(({ name, fill }, i) => ({ name, fill, values: piles[s][i] })),
    })),
  });
  const held = (s: number) => piles[s].slice(0, 3).reduce((sum, values) => sum + average(values), 0);
  const all = (s: number) => piles[s].reduce((sum, values) => sum + average(values), 0);
  const { focus } = subject;
  return {
    id: "case-states",
    about: cohortComparison(subject),
    title: `${formatCount((100 * held(focus)) / all(focus))}% of patients in the system are held or waiting`,
    subtitle: `Patients referred and not yet closed, at each week's end, by where they stand; ${cohortPlace(subject)}`,
    note: `Average of ${cohortRests(subject)}. Holding 1 to 3 are phases; bearing witness (holding 4) happens in any of them. Where a function is not offered, its phase is waiting without contact.`,
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points: weeks,
      weekOf: (point) => point + 1,
      pointOf: (week) => Math.min(weeks - 1, Math.max(0, Math.round(week) - 1)),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) =>
        `Week ${point + 1}: ${shownPositions(subject)
          .map(
            (s) =>
              `${names[s]}: ${STATES.map(({ name }, i) => `${name.toLowerCase()} ${formatCount(piles[s][i][point])}`).join(", ")}`,
          )
          .join("; ")}.`,
    },
    table: () => ({
      columns: ["Where patients stand", ...names.map((name) => `${name}: patients, mean over the period`)],
      rows: STATES.map(({ name }, i) => [name, ...piles.map((pile) => formatCount(average(pile[i])))]),
    }),
    tableNote: "The CSV file has every week.",
    data: () => ({
      columns: ["scenario", "week", "state", "patients", ...PROVENANCE_COLUMNS],
      rows: request.scenarios.flatMap(({ id }, s) =>
        STATES.flatMap(({ name }, i) =>
          Array.from(piles[s][i], (patients, week) => [
            id,
            week + 1,
            name,
            patients,
            ...cohortProvenance(subject, s),
          ]),
        ),
      ),
    }),
  };
}

const highest = (pile: readonly Float64Array[]): number =>
  Math.max(1, ...Array.from(pile[0], (_, week) => pile.reduce((sum, values) => sum + values[week], 0)));
