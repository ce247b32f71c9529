/** Where patients stand over time: by phase of the pathway, and held by which function. */
import { CaseState } from "../../../sim/record/story/caseStates";
import { type TrackChartProps, trackChart, trackPointAt } from "../../charts/trackChart";
import { formatCount } from "../../text/format";
import { text } from "../../text/text";
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
const STATES = [
  { state: CaseState.WaitingForService, id: "waiting", fill: "#12436D" },
  { state: CaseState.Preparing, id: "preparing", fill: "#2073BC" },
  { state: CaseState.HeldOnly, id: "heldOnly", fill: "#6BACE6" },
  { state: CaseState.WorkingTowards, id: "workingTowards", fill: "#BFBFBF" },
  { state: CaseState.FollowUp, id: "followUp", fill: "#28A197" },
  { state: CaseState.NoLinkWorker, id: "noLinkWorker", fill: "#801650" },
  { state: CaseState.AwaitingFirst, id: "awaitingFirst", fill: "#FFFFFF" },
] as const;

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
  const words = text.caseStatesFigure;
  const called = STATES.map(({ id }) => words.states[id]);
  const parts = (values: (state: number) => number) =>
    called.map((name, i) => text.cohortFigures.part(name, formatCount(values(i))));
  const alternative = words.alternative(
    shownPositions(subject).map((s) =>
      words.with(
        names[s],
        parts((i) => average(piles[s][i])),
      ),
    ),
  );
  const props = (width: number, marked: number | null): TrackChartProps => ({
    ...{ label: alternative, width, marked, events: [] },
    weeks: Array.from({ length: weeks }, (_, i) => i + 1),
    ...{ firstWeek: 0, lastWeek: weeks, xTitle: text.charts.yearsSincePolicy },
    panels: shownPositions(subject).map((s) => ({
      title: words.panel(names[s]),
      format: formatCount,
      stacked: true,
      top: Math.max(...shownPositions(subject).map((other) => highest(piles[other]))),
      parts: STATES.map(({ fill }, i) => ({ name: called[i], fill, values: piles[s][i] })),
    })),
  });
  const held = (s: number) => piles[s].slice(0, 3).reduce((sum, values) => sum + average(values), 0);
  const all = (s: number) => piles[s].reduce((sum, values) => sum + average(values), 0);
  const { focus } = subject;
  return {
    id: "case-states",
    about: cohortComparison(subject),
    title: words.title(text.charts.percent(formatCount((100 * held(focus)) / all(focus)))),
    subtitle: words.subtitle(cohortPlace(subject)),
    note: words.note(cohortRests(subject)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(trackChart, props(width, marked)),
    reading: {
      points: weeks,
      weekOf: (point) => point + 1,
      pointOf: (week) => Math.min(weeks - 1, Math.max(0, Math.round(week) - 1)),
      pointAt: (px, width) => trackPointAt(props(width, null), px),
      say: (point) =>
        words.say(
          String(point + 1),
          shownPositions(subject).map((s) =>
            text.cohortFigures.of(
              names[s],
              parts((i) => piles[s][i][point]),
            ),
          ),
        ),
    },
    table: () => ({
      columns: [words.stateHead, ...names.map((name) => words.columnHead(name))],
      rows: called.map((name, i) => [name, ...piles.map((pile) => formatCount(average(pile[i])))]),
    }),
    tableNote: words.tableNote,
    data: () => ({
      columns: ["scenario", "week", "state", "patients", ...PROVENANCE_COLUMNS],
      rows: request.scenarios.flatMap(({ id }, s) =>
        called.flatMap((name, i) =>
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
