/** Who waits: the wait for a first appointment, and giving up before it, by how complex a patient's needs are. */
import { quantile } from "d3";
import type { Cohort } from "../../../sim/record/story/cohort";
import { Exit } from "../../../sim/record/totals";
import { keyOf } from "../../charts/labels";
import { seriesStyles } from "../../charts/palette";
import { rangeChart } from "../../charts/rangeChart";
import { formatCount, formatValue, inWords, styleOf } from "../../text/format";
import { type Figure, PROVENANCE_COLUMNS } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
} from "./cohortSubject";

export const CLASSES: readonly string[] = ["Low", "Moderate", "High"];

interface Waits {
  readonly seen: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Share of referrals that gave up before the first appointment. */
  readonly gaveUp: number;
}

function waitsOf({ complexity, wait, exit }: Cohort, of: number): Waits {
  const waits: number[] = [];
  let all = 0;
  let gaveUp = 0;
  for (let i = 0; i < complexity.length; i++) {
    if (complexity[i] !== of) continue;
    all++;
    if (Number.isFinite(wait[i])) waits.push(wait[i]);
    if (exit[i] === Exit.Reneged) gaveUp++;
  }
  return {
    seen: waits.length,
    mean: waits.reduce((sum, one) => sum + one, 0) / waits.length,
    low: quantile(waits, 0.1) ?? Number.NaN,
    high: quantile(waits, 0.9) ?? Number.NaN,
    gaveUp: gaveUp / all,
  };
}

const days = styleOf("working days");
const share = styleOf("share");

/** The figure of waits by complexity. */
export function waitsFigure(subject: CohortSubject): Figure {
  const { request, cohorts, focus } = subject;
  const waits = cohorts.map((cohort) => CLASSES.map((_, of) => waitsOf(cohort, of)));
  const names = request.scenarios.map(({ name }) => name);
  const alternative = `Chart of ranges: wait from referral to first appointment by complexity of need. ${inWords(
    names.map(
      (name, s) =>
        `${name}: ${waits[s].map(({ mean }, c) => `${CLASSES[c].toLowerCase()} ${formatValue(mean, days)}`).join(", ")}`,
    ),
  )} working days.`;
  const [low, , high] = waits[focus].map(({ mean }) => formatValue(mean, days));
  const isSame = Math.abs(waits[focus][0].mean - waits[focus][2].mean) < 1;
  return {
    id: "waits",
    about: cohortComparison(subject),
    title: isSame
      ? `Low and high need wait alike: ${high} working days`
      : `High need waits ${high} days, low need ${low}`,
    subtitle: `Wait from referral to first appointment of those seen, working days, by complexity of need; ${cohortPlace(subject)}`,
    note: `Symbol: mean over patients of ${cohortRests(subject)}. Whisker: 8 in 10 patients (P10 to P90). Those who give up before they are seen have no wait: the table has their share.`,
    alternative,
    draw: (svg, { width }) => {
      const styles = seriesStyles(names.length, focus);
      const column = (s: number, name: "mean" | "low" | "high") => waits[s].map((one) => one[name]);
      svg.call(rangeChart, {
        label: alternative,
        width,
        height: 300 + keyOf(names, width).height,
        yAxis: { title: "working days", format: (value) => value.toLocaleString("en-GB") },
        xTitle: "Complexity of need",
        groups: CLASSES,
        series: names.map((name, s) => ({
          ...{ name, style: styles[s] },
          ...{ mean: column(s, "mean"), low: column(s, "low"), high: column(s, "high") },
        })),
      });
    },
    reading: null,
    table: () => ({
      columns: [
        "Complexity",
        ...names.flatMap((name) => [
          `${name}: mean wait (8 in 10 patients), working days`,
          `${name}: gave up before being seen`,
        ]),
      ],
      rows: CLASSES.map((name, c) => [
        name,
        ...waits.flatMap((some) => [
          `${formatValue(some[c].mean, days)} (${formatValue(some[c].low, days)} to ${formatValue(some[c].high, days)})`,
          formatValue(some[c].gaveUp, share),
        ]),
      ]),
    }),
    tableNote: `${formatCount(cohorts[0].exit.length)} referrals in the baseline.`,
    data: () => ({
      columns: [
        "scenario",
        "complexity",
        "seen",
        "wait_mean_days",
        "p10",
        "p90",
        "share_gave_up",
        ...PROVENANCE_COLUMNS,
      ],
      rows: request.scenarios.flatMap(({ id }, s) =>
        CLASSES.map((name, c) => {
          const { seen, mean, low, high, gaveUp } = waits[s][c];
          return [id, name.toLowerCase(), seen, mean, low, high, gaveUp, ...cohortProvenance(subject, s)];
        }),
      ),
    }),
  };
}
