/**
 * Doubt about inputs: every parameter that is an assumption or comes from a proxy is drawn from its evidence
 * distribution, and each draw is run on the same luck, so that draws differ by their inputs alone.
 */
import seedrandom from "seedrandom";
import { PARAMETERS, type ParameterRow } from "../../sim/parameters";
import { MEASURE_INDEX } from "../../sim/record/measures";
import { type Changes, checkScenario, type Scenario } from "../../sim/scenario";
import { column, type RunTable } from "../../sim/statistics";
import { type InputDoubt, inputDoubt } from "../../sim/statistics/inputDoubt";
import { drawnChanges, priorProblem, SHARES } from "../../sim/statistics/priors";
import type { Experiment } from "./runScenarios";

export interface InputDrawRequest {
  /** The first is the base of comparisons; draw d gives all of them the same values. */
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly draws: number;
  /** Replications of each scenario under each draw. */
  readonly replications: number;
}

/** An experiment with an arm for each draw and scenario: draw by draw, scenarios in order within each. */
export interface InputDraws {
  readonly request: InputDrawRequest;
  readonly experiment: Experiment;
  /** Ids of the parameters drawn, for each scenario. */
  readonly drawn: readonly (readonly string[])[];
  /** Draws that were thrown away and drawn again, since their values did not fit together. */
  readonly redrawn: number;
}

/** After so many attempts at one draw, something stands against nearly all of them. */
const MOST_ATTEMPTS = 200;

/**
 * Parameters that are drawn for a scenario: those of grade assumption or proxy that have an evidence distribution,
 * except what the scenario itself states, at the start or on its timeline; of a list of shares, which sum to 1, none
 * if it states one.
 */
export function uncertainParameters({
  changes,
  timeline,
}: Pick<Scenario, "changes" | "timeline">): ParameterRow[] {
  const stated = new Set([changes, ...timeline.map((entry) => entry.changes)].flatMap(Object.keys));
  const listOf = (id: string): string => id.slice(0, id.lastIndexOf("."));
  const statedLists = new Set([...stated].map(listOf).filter((list) => SHARES.includes(list)));
  return PARAMETERS.filter(
    (row) =>
      (row.grade === "assumption" || row.grade === "proxy") &&
      priorProblem(row) === null &&
      !stated.has(row.id) &&
      !statedLists.has(listOf(row.id)),
  );
}

/**
 * The experiment that runs every scenario under every draw, or why there is none. A draw whose values do not fit
 * together in one of the scenarios is thrown away for all, and drawn again. Draw d does not depend on their number.
 */
export function drawInputs(request: InputDrawRequest): InputDraws | { readonly problem: string } {
  const { scenarios, seed, draws, replications } = request;
  const rows = scenarios.map(uncertainParameters);
  const arms: Experiment["scenarios"][number][] = [];
  let redrawn = 0;
  for (let d = 0; d < draws; d++) {
    const found = drawn(request, rows, d);
    if ("problem" in found) return found;
    redrawn += found.redrawn;
    arms.push(
      ...scenarios.map(({ id, timeline }, s) => ({
        id: `${id}/draw ${d + 1}`,
        changes: found.changes[s],
        timeline,
      })),
    );
  }
  const experiment = { scenarios: arms, seed, replications, weekly: false };
  return { request, experiment, drawn: rows.map((own) => own.map(({ id }) => id)), redrawn };
}

type Drawn =
  | { readonly changes: readonly Changes[]; readonly redrawn: number }
  | { readonly problem: string };

/** The first attempt at draw `d` whose values fit together in every scenario. */
function drawn({ scenarios, seed }: InputDrawRequest, rows: readonly ParameterRow[][], d: number): Drawn {
  let problems: readonly string[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const changes = scenarios.map((scenario, s) =>
      drawnChanges(
        scenario.changes,
        rows[s],
        rows[s].map(({ id }) => chance(seed, d, attempt, id)),
      ),
    );
    problems = scenarios.flatMap(({ timeline }, s) => checkScenario(changes[s], timeline));
    if (problems.length === 0) return { changes, redrawn: attempt };
  }
  return {
    problem:
      `Draw ${d + 1} of the inputs was tried ${MOST_ATTEMPTS} times, and its values never fitted together; ` +
      `the last time: ${problems[0]}`,
  };
}

/** Uniform on [0, 1), keyed by draw and parameter: a parameter more or less changes no other's values. */
function chance(seed: string, draw: number, attempt: number, id: string): number {
  return seedrandom.alea(JSON.stringify([seed, "input draw", draw, attempt, id])).double();
}

/** What draws say of one scenario, by measure. */
export interface ScenarioDoubt {
  /** Of the average. */
  readonly means: ReadonlyMap<string, InputDoubt>;
  /** Of the average difference from the first scenario under the same draw; null for the first itself. */
  readonly differences: ReadonlyMap<string, InputDoubt> | null;
}

/** The doubt about inputs of each scenario, in order, from one table an arm. */
export function inputDoubts(
  tables: readonly RunTable[],
  { scenarios, draws }: InputDrawRequest,
): ScenarioDoubt[] {
  const values = (s: number, index: number): Float64Array[] =>
    Array.from({ length: draws }, (_, d) => column(tables[d * scenarios.length + s], index));
  const byMeasure = (of: (index: number) => readonly Float64Array[]): Map<string, InputDoubt> =>
    new Map([...MEASURE_INDEX].map(([id, index]) => [id, inputDoubt(of(index))]));
  return scenarios.map((_, s) => ({
    means: byMeasure((index) => values(s, index)),
    differences: s === 0 ? null : byMeasure((index) => pairs(values(0, index), values(s, index))),
  }));
}

const pairs = (base: readonly Float64Array[], other: readonly Float64Array[]): Float64Array[] =>
  other.map((values, d) => values.map((value, r) => value - base[d][r]));
