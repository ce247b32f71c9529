/** The way of patients from referral to an end, and where they are lost. */
import { type Cohort, Reached, STILL_IN_SYSTEM } from "../../../sim/record/story/cohort";
import { Exit } from "../../../sim/record/totals";
import { type FlowLink, type FlowNode, flowChart } from "../../charts/flowChart";
import { formatCount, formatValue, inWords, styleOf } from "../../text/format";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
  shownPositions,
} from "./cohortSubject";

const WAYS: readonly string[] = ["referred", "seen", "queued"];

/** What ends there are, from good to lost; each stands for exits, and for starting a service or being open still. */
export const FLOW_NODES: readonly FlowNode[] = [
  { id: "referred", name: "referred", column: 0, kind: "way" },
  { id: "seen", name: "first appointment", column: 1, kind: "way" },
  { id: "queued", name: "referred on", column: 2, kind: "way" },
  { id: "started", name: "start a service", column: 3, kind: "good" },
  { id: "simple", name: "simple help is enough", column: 3, kind: "good" },
  { id: "held", name: "held until settled", column: 3, kind: "good" },
  { id: "declined", name: "decline", column: 3, kind: "open" },
  { id: "open", name: "still in the system", column: 3, kind: "open" },
  { id: "droppedOut", name: "lost: place not taken up", column: 3, kind: "lost" },
  { id: "disengaged", name: "lost: gave up waiting for a service", column: 3, kind: "lost" },
  { id: "returned", name: "lost: back to the GP, nothing fits", column: 3, kind: "lost" },
  { id: "handover", name: "lost: link worker left", column: 3, kind: "lost" },
  { id: "reneged", name: "lost: gave up before being seen", column: 3, kind: "lost" },
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

const share = { ...styleOf("share"), decimals: 0 };
const exact = styleOf("share");

/** The figure of the flow of patients. */
export function flowFigure(subject: CohortSubject): Figure {
  const { request, cohorts, focus } = subject;
  const links = cohorts.map(flowLinks);
  const names = request.scenarios.map(({ name }) => name);
  const ends = FLOW_NODES.filter(({ column }) => column === 3);
  const into = (s: number, id: string) =>
    links[s].reduce((sum, { to, value }) => sum + (to === id ? value : 0), 0);
  const lost = (s: number) =>
    ends.reduce((sum, { id, kind }) => sum + (kind === "lost" ? into(s, id) : 0), 0);
  const alternative = `Flow from referral to how it ended. ${inWords(
    shownPositions(subject).map(
      (s) =>
        `${names[s]}: ${ends.map(({ id, name }) => `${formatValue(into(s, id), share)} ${name}`).join(", ")}`,
    ),
  )}.`;
  return {
    id: "flow",
    about: cohortComparison(subject),
    title: `${formatValue(into(focus, "started"), share)} start a service, ${formatValue(lost(focus), share)} are lost`,
    subtitle: `Referrals by how they ended, % of the referrals of the period; ${cohortPlace(subject)}`,
    note: `All referrals of ${cohortRests(subject)}. Bands are as wide as shares; hatched ends are lost to the service with their need unmet.`,
    alternative,
    draw: (svg, { width }) =>
      svg.call(flowChart, {
        ...{ label: alternative, width, nodes: FLOW_NODES },
        format: (value) => formatValue(value, share),
        panels: shownPositions(subject).map((s) => ({ name: names[s], links: links[s] })),
      }),
    reading: null,
    table: () => ({
      columns: ["End", ...names.map((name) => `${name}: % of referrals`)],
      rows: ends.map(({ id, name }) => [name, ...names.map((_, s) => formatValue(into(s, id), exact))]),
    }),
    tableNote: `${formatCount(cohorts[0].exit.length)} referrals in the baseline.`,
    data: () => ({
      columns: ["scenario", "from", "to", "share_of_referrals", ...PROVENANCE_COLUMNS],
      rows: request.scenarios.flatMap(({ id }, s) =>
        links[s].map(({ from, to, value }) => [id, from, to, value, ...cohortProvenance(subject, s)]),
      ),
    }),
  };
}
