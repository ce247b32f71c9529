/** The way of patients from referral to an end, and where they are lost. */
import { type Cohort, Reached, STILL_IN_SYSTEM } from "../../../sim/record/story/cohort";
import { Exit } from "../../../sim/record/totals";
import {
  amountOf,
  type FlowChartProps,
  type FlowLink,
  type FlowNode,
  flowChart,
  flowNodeAt,
} from "../../charts/flowChart";
import { capital, formatCount, formatValue, styleOf } from "../../text/format";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, readingOf } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
  shownPositions,
} from "./cohortSubject";

const WAYS: readonly string[] = ["referred", "seen", "queued"];

interface Stage extends Omit<FlowNode, "name"> {
  readonly id: keyof typeof text.flowFigure.nodes;
}

/** What ends there are, from good to lost; each stands for exits, and for starting a service or being open still. */
export const FLOW_NODES: readonly Stage[] = [
  { id: "referred", column: 0, kind: "way" },
  { id: "seen", column: 1, kind: "way" },
  { id: "queued", column: 2, kind: "way" },
  { id: "started", column: 3, kind: "good" },
  { id: "simple", column: 3, kind: "good" },
  { id: "held", column: 3, kind: "good" },
  { id: "declined", column: 3, kind: "open" },
  { id: "open", column: 3, kind: "open" },
  { id: "droppedOut", column: 3, kind: "lost" },
  { id: "disengaged", column: 3, kind: "lost" },
  { id: "returned", column: 3, kind: "lost" },
  { id: "handover", column: 3, kind: "lost" },
  { id: "reneged", column: 3, kind: "lost" },
];

const END_OF_EXIT: Readonly<Record<number, string>> = {
  [Exit.Connected]: "started",
  [Exit.Simple]: "simple",
  [Exit.HoldCompleted]: "held",
  [Exit.Declined]: "declined",
  [Exit.Reneged]: "reneged",
  [Exit.Disengaged]: "disengaged",
  [Exit.DroppedOut]: "droppedOut",
  [Exit.ReturnedToGp]: "returned",
  [Exit.LostAtHandover]: "handover",
  [STILL_IN_SYSTEM]: "open",
};

/** Shares of referrals along each way. Whoever starts a service has arrived, whatever comes after. */
export function flowLinks({ reached, exit }: Cohort): FlowLink[] {
  const counts = new Map<string, number>();
  const add = (from: string, to: string) =>
    counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
  for (let i = 0; i < reached.length; i++) {
    const way = Math.min(reached[i], Reached.Queued);
    for (let step = 0; step < way; step++) add(WAYS[step], WAYS[step + 1]);
    add(WAYS[way], reached[i] === Reached.Started ? "started" : END_OF_EXIT[exit[i]]);
  }
  return [...counts].map(([key, count]) => {
    const [from, to] = key.split(" ");
    return { from, to, value: count / reached.length };
  });
}

const share = (value: number): string => formatValue(value, styleOf("share"));

/** The figure of the flow of patients. */
export function flowFigure(subject: CohortSubject): Figure {
  const { request, cohorts, focus } = subject;
  const links = cohorts.map(flowLinks);
  const names = request.scenarios.map(({ name }) => name);
  const words = text.flowFigure;
  const nodes = FLOW_NODES.map((node) => ({ ...node, name: words.nodes[node.id] }));
  const ends = nodes.filter(({ column }) => column === 3);
  const into = (s: number, id: string) =>
    links[s].reduce((sum, { to, value }) => sum + (to === id ? value : 0), 0);
  const lost = (s: number) =>
    ends.reduce((sum, { id, kind }) => sum + (kind === "lost" ? into(s, id) : 0), 0);
  const endsOf = (s: number) => ends.map(({ id, name }) => words.end(share(into(s, id)), name));
  const alternative = words.alternative(
    shownPositions(subject).map((s) => text.cohortFigures.of(names[s], endsOf(s))),
  );
  const props = (width: number, marked: number | null): FlowChartProps => ({
    ...{ label: alternative, width, marked, nodes, format: share },
    panels: shownPositions(subject).map((s) => ({ name: names[s], links: links[s] })),
  });
  return {
    id: "flow",
    about: cohortComparison(subject),
    title: words.title(share(into(focus, "started")), share(lost(focus))),
    subtitle: words.subtitle(cohortPlace(subject)),
    note: words.note(cohortRests(subject)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(flowChart, props(width, marked)),
    reading: readingOf(
      nodes.map(({ name }) => capital(name)),
      {
        label: text.reading.stages,
        pointAt: (px, width, py) => flowNodeAt(props(width, null), px, py),
        say: (node) =>
          text.reading.say(
            capital(nodes[node].name),
            names.map((name, s) => text.reading.value(name, share(amountOf(nodes[node], links[s])))),
          ),
      },
    ),
    table: () => ({
      columns: [words.endHead, ...names.map((name) => words.columnHead(name))],
      rows: ends.map(({ id, name }) => [
        name,
        ...names.map((_, s) => formatValue(into(s, id), styleOf("share"))),
      ]),
    }),
    tableNote: text.cohortFigures.referrals(formatCount(cohorts[0].exit.length)),
    data: () => ({
      columns: ["scenario", "from", "to", "share_of_referrals", ...PROVENANCE_COLUMNS],
      rows: request.scenarios.flatMap(({ id }, s) =>
        links[s].map(({ from, to, value }) => [id, from, to, value, ...cohortProvenance(subject, s)]),
      ),
    }),
  };
}
