/** What `drill` tells a reader of each shock: depth, time to recover, and how often a team never does. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { decimals } from "../experiment/decimals";
import type { DrillRequest, SeriesFindings, ShockFindings } from "../experiment/drill";
import { DEPTH_WEEKS } from "../experiment/drillDepth";
import { SHOCKS, shockType, WEEKS_TO_JUDGE } from "../experiment/drillShocks";
import { type Block, part, section, table, text } from "./document";
import type { DrillOptions } from "./drillRequest";
import { counted, readable } from "./text";

/** What was asked and what came out. */
export interface Drill {
  readonly name: string;
  readonly options: DrillOptions;
  readonly request: DrillRequest;
  readonly findings: readonly ShockFindings[];
}

/** The report, from heading level 2 on. */
export function drillReport(result: Drill): Block[] {
  return [
    section(`Shock drill: ${result.request.scenario.name}`),
    ...introduction(result),
    ...result.findings.flatMap(shockPart),
  ];
}

function introduction({ name, options, request }: Drill): Block[] {
  return [
    text(
      `Made by \`npm run holdfast -- drill ${name} ${optionsGiven(options)}\`;`,
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`,
      `${counted(request.replications, "future")}, each once without a shock and once with each, on the same luck.`,
    ),
    text(
      "Depth: the largest departure from the same futures without the shock, averaged over futures and over",
      `${DEPTH_WEEKS} weeks; its 95% interval allows for having picked the largest, and where it includes 0 the shock`,
      "leaves no clear mark. Recovered: the first week from which on every",
      `average over ${WEEKS_TO_JUDGE} weeks, up to the end of the run, departs by no more than the tolerance in the direction of the depth.`,
      "On average: of the mean of all futures. Single futures: the median with its 95% interval, 8 in 10 futures, and the share that",
      "is not back by the end of the run. A single future can stay apart for good because the shock set off",
      "another train of chance events, so read it beside the average.",
    ),
  ];
}

function optionsGiven(options: DrillOptions): string {
  const { shock, atWeek, size, forWeeks, service, years, warmUp } = options;
  const single = { size, "for-weeks": forWeeks, service, years, "warm-up": warmUp };
  return [
    shock === undefined ? "--all" : `--shock ${shock}`,
    `--at-week ${atWeek}`,
    ...Object.entries(single).flatMap(([name, given]) => (given === undefined ? [] : [`--${name} ${given}`])),
    ...options.tolerance.map((tolerance) => `--tolerance ${tolerance}`),
    ...options.set.map((setting) => `--set ${setting}`),
    `--replications ${options.replications} --seed ${options.seed}`,
  ].join(" ");
}

function shockPart({ shock, from, series }: ShockFindings): Block[] {
  const since = from === shock.atWeek ? "the week in which it strikes" : `its end, week ${from}`;
  return [
    part(SHOCKS[shock.kind].label),
    text(
      `At week ${shock.atWeek}: ${shockType(shock.kind).words(shock)}. Weeks to recover are counted from ${since}.`,
    ),
    table(
      [
        ...["Series", "Tolerance", "Depth (95%)", "At week", "On average"],
        ...["Median weeks (95%)", "8 in 10 futures", "Never (95%)"],
      ],
      series.map(line),
    ),
  ];
}

function line({ label, unit, tolerance, depth, averageRecovery, recovery }: SeriesFindings): string[] {
  const { median, medianInterval, p10, p90, never, neverInterval } = recovery;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(tolerance > 0 ? tolerance : 1)));
  const share = (value: number): string => decimals(100 * value, 0);
  const head = [`${label} (${unit})`, readable(tolerance)];
  // Where nobody is referred nobody waits.
  if (depth.n === 0) return [...head, "no value", ...Array<string>(5).fill("–")];
  return [
    ...head,
    `${decimals(depth.mean, digits)} (${depth.interval.map((end) => decimals(end, digits)).join(" to ")})`,
    String(depth.week),
    weeks(averageRecovery),
    `${weeks(median)} (${medianInterval.map(weeks).join(" to ")})`,
    `${weeks(p10)} to ${weeks(p90)}`,
    `${share(never)}% (${neverInterval.map(share).join(" to ")}%)`,
  ];
}

const weeks = (time: number): string => (Number.isFinite(time) ? String(time) : "never");
