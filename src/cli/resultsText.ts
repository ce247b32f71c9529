/** Results as text for a reader at a terminal. */
import type { Measure } from "../../sim/record/measures";
import { betterCount, type Comparison } from "../../sim/statistics/comparison";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { comparisonLines, stoppedLines, threeNumbers } from "./precisionText";
import type { Request } from "./request";
import type { MeasureResult, Results, RunResult } from "./results";
import { alignedTable, counted, interval, readable } from "./text";

const GROUPS: Readonly<Record<Measure["group"], string>> = {
  staff: "STAFF",
  patients: "PATIENTS",
  holding: "HOLDING",
  practice: "GP PRACTICE",
  cost: "COST",
  check: "CHECK",
};

/** What was run, in words, and a table for each scenario; compared ones show their difference from the base. */
export function resultsText(request: Request, { runs, stopped }: Results): string {
  const parts = runs.map(
    (result, r) => `${title(result)}\n${runTable(result, r > 0 ? runs[0] : null, runs.length)}`,
  );
  return `${[introduction(request, runs, stopped), ...parts].join("\n\n")}\n`;
}

function introduction(request: Request, runs: readonly RunResult[], stopped: Results["stopped"]): string {
  const [{ scenario, table }, ...others] = runs;
  return [
    `${counted(table.replications, "replication")} (simulated futures) of each scenario; seed "${request.seed}", ` +
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`,
    ...(stopped ? stoppedLines(request, stopped) : []),
    "Mean: the average over replications. n: replications that have a value.",
    ...threeNumbers(request),
    ...(request.compare ? comparisonLines(scenario.name, others.length) : []),
  ].join("\n");
}

function title({ scenario, years, warmUpYears, fingerprint }: RunResult): string {
  const what = `${scenario.name} (${scenario.id})`;
  return [
    `${what}: ${counted(years, "year")} after ${counted(warmUpYears, "year")} of warm-up`,
    fingerprint,
    "",
  ].join("\n");
}

function runTable({ measures }: RunResult, base: RunResult | null, scenarios: number): string {
  const compared = measures.some(({ difference }) => difference !== null);
  const columns = compared ? differenceColumns(base!, scenarios > 2) : SUMMARY_COLUMNS;
  const shown = measures.some(({ doubt }) => doubt) ? columns : columns.filter(({ name }) => name !== INPUTS);
  const rows = measures.flatMap((result, m) => {
    const row = [result.measure.label, result.measure.unit, ...shown.map(({ cell }) => cell(result, m))];
    const newGroup = m === 0 || measures[m - 1].measure.group !== result.measure.group;
    return newGroup ? [[GROUPS[result.measure.group]], row] : [row];
  });
  const names = shown.map(({ name }) => name);
  return alignedTable(["Measure", "Unit", ...names], rows, new Set(names));
}

interface Column {
  readonly name: string;
  /** The cell of a measure, which is the `m`-th. */
  readonly cell: (result: MeasureResult, m: number) => string;
}

const INPUTS = "Inputs P10 to P90";

/** A question mark where the draws' averages differ more by chance than by inputs, so that little is known of these. */
function doubtWords(doubt: MeasureResult["doubt"]): string {
  if (doubt === null) return "–";
  return `${interval(doubt.p10, doubt.p90)}${doubt.noiseShare > 0.5 ? " ?" : ""}`;
}

const SUMMARY_COLUMNS: readonly Column[] = [
  { name: "Mean", cell: ({ summary }) => readable(summary.mean) },
  { name: "95% interval", cell: ({ summary }) => interval(...summary.ci95) },
  { name: "P10 to P90", cell: ({ summary: { p10, p90 } }) => interval(p10, p90) },
  { name: INPUTS, cell: ({ doubt }) => doubtWords(doubt) },
  { name: "n", cell: ({ summary }) => String(summary.n) },
];

/** `several`: more than one scenario is compared with the base. */
function differenceColumns(base: RunResult, several: boolean): Column[] {
  const of =
    (words: (difference: Comparison) => string): Column["cell"] =>
    ({ difference }) =>
      words(difference!);
  return [
    { name: "Base", cell: (_, m) => readable(base.measures[m].summary.mean) },
    { name: "Mean", cell: ({ summary }) => readable(summary.mean) },
    { name: "Difference", cell: of(({ mean }) => readable(mean)) },
    { name: "95% interval", cell: of(({ ci95 }) => interval(...ci95)) },
    ...(several ? [{ name: "Holm interval", cell: of(({ ciHolm }) => interval(...ciHolm)) }] : []),
    { name: several ? "Holm p" : "p", cell: of(({ pHolm }) => probability(pHolm)) },
    { name: "P10 to P90", cell: of(({ p10, p90 }) => interval(p10, p90)) },
    { name: INPUTS, cell: ({ differenceDoubt }) => doubtWords(differenceDoubt) },
    { name: "Better", cell: of(betterWords) },
    { name: "Luck", cell: of(({ varianceReduction }) => readable(varianceReduction)) },
    { name: "n", cell: of(({ n }) => String(n)) },
  ];
}

const probability = (p: number): string => (Number.isNaN(p) ? "–" : p < 0.001 ? "<0.001" : p.toFixed(3));

function betterWords(difference: Comparison): string {
  const count = betterCount(difference);
  if (count === null) return "–";
  const unchanged = difference.mean === 0 && difference.sd === 0;
  return unchanged ? "same" : `${count} of ${difference.n}`;
}
