/**
 * What to find out next: which uncertain parameters decide which policy is best. All of them are drawn together from
 * their evidence distributions, every policy is run at every draw on the same luck, and sim/statistics/
 * partialInformation.ts says how often knowing one parameter would change the choice, and what that would gain.
 */
import type { ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import type { RunTable } from "../../sim/statistics";
import { latinHypercube } from "../../sim/statistics/latinHypercube";
import { type Choice, type Information, partialInformation } from "../../sim/statistics/partialInformation";
import {
  type DesignedExperiment,
  experimentAt,
  meanOf,
  numbered,
  outputsOf,
  type SensitivityRequest,
} from "./sensitivity";

/** Two scenarios or more: the options of the choice. */
export interface FindOutRequest extends SensitivityRequest {
  readonly draws: number;
}

export interface FindOutFinding extends Omit<Choice, "inputs"> {
  /** Its better direction decides who wins; `means` are in its unit, gains too, positive in that direction. */
  readonly measure: Measure;
  /** From the parameter that would change the choice most often down; equals by what knowing them gains. */
  readonly parameters: readonly FindOutParameter[];
}

export interface FindOutParameter {
  readonly row: ParameterRow;
  readonly information: Information;
  /** Whether it gains more than any of as many unrelated parameters would in 95 of 100 studies. */
  readonly toldApart: boolean;
}

/** Fewer would be enough for no interval of use; each costs a fit of all parameters. */
const RESAMPLES = 200;

const designOf = ({ rows, draws, seed }: FindOutRequest): readonly (readonly number[])[] =>
  latinHypercube(draws, rows.length, `${seed} find out`);

/** The experiment: draw by draw, all options at each. */
export function findOutExperiment(request: FindOutRequest): DesignedExperiment {
  const points = designOf(request).map((at, d) => ({ name: `d${numbered(d, request.draws)}`, at }));
  return experimentAt(request, points);
}

/** What the tables of the experiment's arms, in order, say of each measure; each must have a better direction. */
export function findOutFindings(
  request: FindOutRequest,
  tables: readonly RunTable[],
  measures: readonly Measure[],
): readonly FindOutFinding[] {
  const { rows, scenarios, seed } = request;
  const points = designOf(request);
  return measures.map((measure) => {
    const sign = measure.good === "lower" ? -1 : 1;
    const outcomes = scenarios.map((_, s) => {
      const own = tables.filter((_, arm) => arm % scenarios.length === s);
      return outputsOf(own, 1, measure).map((values) => sign * meanOf(values));
    });
    // Adding 0 makes −0 of a mean of 0 a 0 again.
    const { inputs, means, ...choice } = partialInformation(
      { points, outcomes },
      { resamples: RESAMPLES, seed },
    );
    const parameters = rows.map((row, j) => ({
      row,
      information: inputs[j],
      toldApart: inputs[j].value > choice.chance.value,
    }));
    return { ...choice, measure, means: means.map((m) => sign * m + 0), parameters: ranked(parameters) };
  });
}

function ranked(parameters: readonly FindOutParameter[]): readonly FindOutParameter[] {
  return [...parameters].sort(
    ({ information: a }, { information: b }) => b.changes - a.changes || b.value - a.value,
  );
}
