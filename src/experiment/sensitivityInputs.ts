/** Which parameters a sensitivity analysis moves, and scenarios at points of a design over them. */
import { PARAMETER_INDEX, type ParameterRow } from "../../sim/parameters";
import { checkScenario, type Scenario } from "../../sim/scenario";
import { unknownParameter } from "../../sim/scenario/sentences";
import { drawnChanges, priorProblem, SHARES } from "../../sim/statistics/priors";
import { uncertainParameters } from "./inputDraws";

/** Every assumption; every assumption and proxy; or parameters by id. */
export type Selection = "assumptions" | "uncertain" | readonly string[];

export interface Inputs {
  /** Run side by side at every point, with the same values of the parameters and the same luck. */
  readonly scenarios: readonly Scenario[];
  /** The parameters that are moved. */
  readonly rows: readonly ParameterRow[];
}

/** A point of a design. */
export interface Point {
  /** Short, and unique in the design: "t03-07". */
  readonly name: string;
  /** A probability for each parameter: its value there is the one that it does not exceed with that probability. */
  readonly at: readonly number[];
}

/**
 * The parameters of a selection that has evidence distributions to draw from. What one of the scenarios states, at
 * the start or on its timeline, is a decision and is not moved in any of them; of a list of shares, which sum to 1,
 * none is if one is stated. Reasons why a named parameter cannot be moved go to `problems`, a sentence each.
 */
export function selectParameters(
  selection: Selection,
  scenarios: readonly Scenario[],
  problems: string[],
): readonly ParameterRow[] {
  if (typeof selection !== "string") return namedParameters(selection, scenarios, problems);
  const [first = [], ...others] = scenarios.map((scenario) => uncertainParameters(scenario));
  const shared = first.filter((row) => others.every((rows) => rows.includes(row)));
  return selection === "uncertain" ? shared : shared.filter(({ grade }) => grade === "assumption");
}

function namedParameters(
  ids: readonly string[],
  scenarios: readonly Scenario[],
  problems: string[],
): readonly ParameterRow[] {
  const problemOf = (id: string, i: number): string | null => {
    const row = PARAMETER_INDEX.get(id);
    if (row === undefined) return unknownParameter(id);
    if (ids.indexOf(id) < i) return `${id} is named twice; name it once.`;
    return priorProblem(row) ?? statedProblem(id, scenarios);
  };
  return ids.flatMap((id, i) => {
    const problem = problemOf(id, i);
    if (problem === null) return [PARAMETER_INDEX.get(id)!];
    problems.push(problem);
    return [];
  });
}

/** Why a parameter that a scenario states is not moved; null when none does. */
function statedProblem(id: string, scenarios: readonly Scenario[]): string | null {
  const list = SHARES.find((shares) => id.startsWith(`${shares}.`));
  for (const scenario of scenarios) {
    const stated = [scenario.changes, ...scenario.timeline.map(({ changes }) => changes)].flatMap(
      Object.keys,
    );
    const found = stated.find((key) => key === id || (list !== undefined && key.startsWith(`${list}.`)));
    if (found !== undefined) {
      return `${id} cannot be moved, since ${scenario.id} sets ${found}: what a scenario sets is a decision, not a doubt.`;
    }
  }
  return null;
}

/** What a scenario file allows (sim/scenario/schema.ts). */
const LONGEST_ID = 80;
const LONGEST_NAME = 120;

/** The scenarios at every point: point by point, scenarios in order within each. */
export function armsAt({ scenarios, rows }: Inputs, points: readonly Point[]): readonly Scenario[] {
  return points.flatMap(({ name, at }) =>
    scenarios.map((scenario) => ({
      ...scenario,
      id: `${scenario.id.slice(0, LONGEST_ID - name.length - 1)}-${name}`,
      name: `${scenario.name.slice(0, LONGEST_NAME - name.length - 2)}: ${name}`,
      changes: drawnChanges(scenario.changes, rows, at),
    })),
  );
}

/** That values do not fit together at some points, in one sentence with the first of them; none when they do. */
export function unfitPoints(arms: readonly Scenario[]): string[] {
  const unfit = arms.flatMap(({ id, changes, timeline }) =>
    checkScenario(changes, timeline)
      .slice(0, 1)
      .map((problem) => ({ id, problem })),
  );
  if (unfit.length === 0) return [];
  const [{ id, problem }] = unfit;
  return [
    `In ${unfit.length} of ${arms.length} arms of the design values do not fit together; leave out one of the ` +
      `parameters concerned (--parameters). In the first, ${id}: ${problem}`,
  ];
}
