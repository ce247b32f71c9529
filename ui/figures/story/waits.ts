/** Who waits: the wait for a first appointment, and giving up before it, by how complex a patient's needs are. */
import { quantile } from "d3";
import type { Cohort } from "../../../sim/record/story/cohort";
import { Exit } from "../../../sim/record/totals";
import { keyOf } from "../../charts/labels";
import { seriesStyles } from "../../charts/palette";
import { groupAt, type RangeChartProps, rangeChart } from "../../charts/rangeChart";
import { formatCount, formatUpTo, formatValue, styleOf } from "../../text/format";
import { text } from "../../text/text";
import { type Figure, PROVENANCE_COLUMNS, readingOf } from "../figure";
import {
  type CohortSubject,
  cohortComparison,
  cohortPlace,
  cohortProvenance,
  cohortRests,
} from "./cohortSubject";

/** Classes of complexity of need, as the model numbers them, the lowest first. */
const CLASSES = [0, 1, 2];

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

const days = (value: number): string => formatValue(value, styleOf("working days"));

/** The waits of one class in one scenario, and how many gave up. */
const sayWaits = (scenario: string, { mean, low, high, gaveUp }: Waits): string =>
  text.waitsFigure.say({
    ...{ scenario, mean: days(mean), range: text.format.range(days(low), days(high)) },
    gaveUp: formatValue(gaveUp, styleOf("share")),
  });

/** The figure of waits by complexity. */
export function waitsFigure(subject: CohortSubject): Figure {
  const { request, cohorts, focus } = subject;
  const waits = cohorts.map((cohort) => CLASSES.map((of) => waitsOf(cohort, of)));
  const names = request.scenarios.map(({ name }) => name);
  const words = text.waitsFigure;
  const { of, part, referrals } = text.cohortFigures;
  const alternative = words.alternative(
    names.map((name, s) =>
      of(
        name,
        waits[s].map(({ mean }, c) => part(words.classes[c], days(mean))),
      ),
    ),
  );
  const [low, , high] = waits[focus].map(({ mean }) => days(mean));
  const isSame = Math.abs(waits[focus][0].mean - waits[focus][2].mean) < 1;
  const props = (width: number, marked: number | null): RangeChartProps => {
    const styles = seriesStyles(names.length, focus);
    const column = (s: number, name: "mean" | "low" | "high") => waits[s].map((one) => one[name]);
    return {
      ...{ label: alternative, width, marked, height: 300 + keyOf(names, width).height },
      yAxis: { title: words.yAxis, format: (value) => formatUpTo(value, 3) },
      ...{ xTitle: words.xAxis, groups: words.classes },
      series: names.map((name, s) => ({
        ...{ name, style: styles[s] },
        ...{ mean: column(s, "mean"), low: column(s, "low"), high: column(s, "high") },
      })),
    };
  };
  return {
    id: "waits",
    about: cohortComparison(subject),
    title: isSame ? words.alike(high) : words.apart(high, low),
    subtitle: words.subtitle(cohortPlace(subject)),
    note: words.note(cohortRests(subject)),
    alternative,
    draw: (svg, { width, marked }) => svg.call(rangeChart, props(width, marked)),
    reading: readingOf(words.classes, {
      label: text.reading.needs,
      pointAt: (px, width) => groupAt(props(width, null), px),
      say: (c) =>
        text.reading.say(
          words.classes[c],
          names.map((name, s) => sayWaits(name, waits[s][c])),
        ),
    }),
    table: () => ({
      columns: [words.classHead, ...names.flatMap((name) => [words.waitHead(name), words.gaveUpHead(name)])],
      rows: words.classes.map((name, c) => [
        name,
        ...waits.flatMap((some) => [
          `${days(some[c].mean)} (${text.format.range(days(some[c].low), days(some[c].high))})`,
          formatValue(some[c].gaveUp, styleOf("share")),
        ]),
      ]),
    }),
    tableNote: referrals(formatCount(cohorts[0].exit.length)),
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
        words.classes.map((name, c) => {
          const { seen, mean, low, high, gaveUp } = waits[s][c];
          return [id, name.toLowerCase(), seen, mean, low, high, gaveUp, ...cohortProvenance(subject, s)];
        }),
      ),
    }),
  };
}
