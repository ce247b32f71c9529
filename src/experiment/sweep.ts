/** Sweeps: a scenario at every point of a design, under common random numbers. */
import { MEASURE_INDEX, type Measure } from "../../sim/record/measures";
import { type Changes, checkScenario, type Scenario } from "../../sim/scenario";
import { column, type RunTable, type Summary, summarise } from "../../sim/statistics";
import type { Experiment } from "./runScenarios";
import { type Design, pointsOf, sizeOf, variedBy } from "./sweepDesign";

export interface SweepRequest {
  /** What is varied is laid over this. */
  readonly scenario: Scenario;
  readonly design: Design;
  readonly seed: string;
  /** Replications of each point. */
  readonly replications: number;
}

/** A measure at a point of the design. */
export interface SweepRow {
  /** Position of the point in the design. */
  readonly point: number;
  readonly values: Changes;
  readonly measure: Measure;
  readonly summary: Summary;
}

/** The most points, and runs over all points, that a sweep may ask for; the measures of the latter take about 200 MB. */
export const MOST_POINTS = 10_000;
export const MOST_RUNS = 500_000;
/** What a scenario file allows (sim/scenario/schema.ts), and what is left of both beside the number of a point. */
const LONGEST_NAME = 120;
const SHORT_NAME = 100;
const LONGEST_ID = 80 - "-point-".length;
const english = new Intl.NumberFormat("en-GB");

/** Every reason why a sweep cannot be run, a sentence each; none when it can. */
export function sweepProblems(request: SweepRequest): string[] {
  const { design, replications } = request;
  const size = sizeOf(design);
  if (size === 0)
    return ["The design is empty: give at least one parameter to vary, and at least one value."];
  const tooMany = tooManyRuns(size, replications);
  if (tooMany !== null) return [tooMany];
  return [...changedLater(request.scenario, variedBy(design)), ...unfit(request.scenario, pointsOf(design))];
}

function tooManyRuns(points: number, replications: number): string | null {
  const runs = points * replications;
  if (points <= MOST_POINTS && runs <= MOST_RUNS) return null;
  const [p, r, all, mostPoints, most] = [points, replications, runs, MOST_POINTS, MOST_RUNS].map(
    english.format,
  );
  return (
    `The sweep has ${p} points of ${r} replications, ${all} runs; at most ${mostPoints} points and ${most} runs ` +
    "may be asked for: take fewer points or replications."
  );
}

/** A value that is varied must hold to the end, or the sweep would not show what it says. */
export function changedLater({ id, timeline }: Scenario, varied: readonly string[]): string[] {
  return varied.flatMap((parameter) => {
    const entry = timeline.find(({ changes }) => Object.hasOwn(changes, parameter));
    if (entry === undefined) return [];
    return [
      `${parameter} cannot be varied: the timeline of ${id} changes it at week ${entry.atWeek}; take it out of the timeline.`,
    ];
  });
}

/** Values that do not fit together with each other and the scenario; the same sentence once, with the first point. */
export function unfit({ changes, timeline }: Scenario, points: readonly Changes[]): string[] {
  const first = new Map<string, string>();
  for (const values of points) {
    for (const problem of checkScenario({ ...changes, ...values }, timeline)) {
      if (!first.has(problem)) first.set(problem, `At ${pointText(values)}: ${problem}`);
    }
  }
  return [...first.values()];
}

/** "team.linkWorkers=4, services.capacityMultiplier=0.7". */
export const pointText = (values: Changes): string =>
  Object.entries(values)
    .map(([id, value]) => `${id}=${value}`)
    .join(", ");

/** The experiment: an arm a point, in the order of the design, all with the same luck. */
export function sweepExperiment({
  scenario,
  design,
  seed,
  replications,
}: SweepRequest): Experiment & { readonly scenarios: readonly Scenario[] } {
  const points = pointsOf(design);
  const digits = String(points.length).length;
  const scenarios = points.map((values, p): Scenario => {
    const number = String(p + 1).padStart(digits, "0");
    const name = `${scenario.name}: ${pointText(values)}`;
    return {
      ...scenario,
      id: `${scenario.id.slice(0, LONGEST_ID - digits)}-point-${number}`,
      name: name.length <= LONGEST_NAME ? name : `${scenario.name.slice(0, SHORT_NAME)}: point ${number}`,
      changes: { ...scenario.changes, ...values },
    };
  });
  return { scenarios, seed, replications, weekly: false };
}

/** A row for each point and measure, points in the order of the design. */
export function sweepRows(
  design: Design,
  tables: readonly RunTable[],
  measures: readonly Measure[],
): readonly SweepRow[] {
  return pointsOf(design).flatMap((values, point) =>
    measures.map((measure) => {
      const summary = summarise(column(tables[point], MEASURE_INDEX.get(measure.id)!));
      return { point, values, measure, summary };
    }),
  );
}
