/** Results as text for a reader at a terminal. */
import type { Measure } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Request } from "./request";
import type { MeasureResult, RunResult } from "./results";
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
export function resultsText(request: Request, results: readonly RunResult[]): string {
  const parts = results.map(
    (result, r) => `${title(result)}\n${runTable(result, r > 0 ? results[0] : null)}`,
  );
  return `${[introduction(request, results), ...parts].join("\n\n")}\n`;
}

function introduction(request: Request, results: readonly RunResult[]): string {
  const lines = [
    `${counted(request.replications, "replication")} (simulated futures) of each scenario; seed "${request.seed}", ` +
      `Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`,
    "Mean and its 95 % interval: the average over replications, and how far chance may have moved it.",
    "P10 to P90: in 8 of 10 replications the value lies between. n: replications that have a value.",
  ];
  if (!request.compare) return lines.join("\n");
  const base = results[0].scenario.name;
  return [
    ...lines,
    `Difference: from ${base}, replication by replication, with the same luck in both.`,
    "Better: share of replications in which it moved in the measure's good direction.",
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

function runTable({ measures }: RunResult, base: RunResult | null): string {
  const compared = measures.some(({ difference }) => difference !== null);
  const numbers = compared
    ? ["Base", "Mean", "Difference", "95 % interval", "P10 to P90", "Better", "n"]
    : ["Mean", "95 % interval", "P10 to P90", "n"];
  const row = (result: MeasureResult, m: number): string[] => [
    result.measure.label,
    result.measure.unit,
    ...(compared ? differenceCells(result, base!.measures[m]) : summaryCells(result)),
  ];
  const rows = measures.flatMap((result, m) => {
    const newGroup = m === 0 || measures[m - 1].measure.group !== result.measure.group;
    return newGroup ? [[GROUPS[result.measure.group]], row(result, m)] : [row(result, m)];
  });
  return alignedTable(["Measure", "Unit", ...numbers], rows, new Set(numbers));
}

function summaryCells({ summary: { mean, ci95, p10, p90, n } }: MeasureResult): string[] {
  return [readable(mean), interval(...ci95), interval(p10, p90), String(n)];
}

function differenceCells({ summary, difference }: MeasureResult, base: MeasureResult): string[] {
  const { mean, sd, ci95, p10, p90, better, n } = difference!;
  const unchanged = mean === 0 && sd === 0;
  const share = better === null ? "–" : unchanged ? "same" : `${Math.round(better * 100)} %`;
  return [
    readable(base.summary.mean),
    readable(summary.mean),
    readable(mean),
    interval(...ci95),
    interval(p10, p90),
    share,
    String(n),
  ];
}
