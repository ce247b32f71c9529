/** Variance-based sensitivity: how much of what varies in a measure each parameter explains, alone and with others. */
import type { ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import type { RunTable } from "../../sim/statistics";
import { inputDoubt } from "../../sim/statistics/inputDoubt";
import { latinHypercube } from "../../sim/statistics/latinHypercube";
import {
  type SaltelliDesign,
  type SobolIndex,
  type SobolIndices,
  saltelliDesign,
  sobolIndices,
} from "../../sim/statistics/sobol";
import {
  type DesignedExperiment,
  experimentAt,
  meanOf,
  numbered,
  outputsOf,
  RESAMPLES,
  type SensitivityRequest,
} from "./sensitivity";

export interface SobolRequest extends SensitivityRequest {
  /** Rows of each of the samples A and B. */
  readonly samples: number;
}

export interface SobolFinding extends Omit<SobolIndices, "indices"> {
  readonly measure: Measure;
  /** Share of the variance that is chance left in the means over replications, by A and B. */
  readonly chanceShare: number;
  /** An item a parameter, in the order asked for. */
  readonly parameters: readonly { readonly row: ParameterRow; readonly index: SobolIndex }[];
}

/**
 * A and B are the halves of one Latin hypercube: no maintained package with a Sobol' sequence was found. Bootstrap
 * intervals take rows for independent, and so are a little too wide, not too narrow.
 */
const designOf = ({ rows, samples, seed }: SobolRequest): SaltelliDesign =>
  saltelliDesign(latinHypercube(samples, 2 * rows.length, `${seed} sobol`));

/** Points of an analysis: samples × (parameters + 2). */
export const sobolPoints = ({ rows, samples }: SobolRequest): number => samples * (rows.length + 2);

/** The experiment: the rows of A, those of B, then for each parameter those of A with its column from B. */
export function sobolExperiment(request: SobolRequest): DesignedExperiment {
  const { a, b, mixed } = designOf(request);
  const named = (prefix: string, points: readonly (readonly number[])[]) =>
    points.map((at, i) => ({ name: `${prefix}${numbered(i, request.samples)}`, at }));
  const mixtures = mixed.flatMap((points, j) => named(`m${numbered(j, mixed.length)}-`, points));
  return experimentAt(request, [...named("a", a), ...named("b", b), ...mixtures]);
}

/** What the tables of the experiment's arms, in order, say of each measure. */
export function sobolFindings(
  request: SobolRequest,
  tables: readonly RunTable[],
  measures: readonly Measure[],
): readonly SobolFinding[] {
  const { rows, samples, scenarios, seed } = request;
  return measures.map((measure) => {
    const values = outputsOf(tables, scenarios.length, measure);
    const sample = (s: number) => values.slice(s * samples, (s + 1) * samples).map(meanOf);
    const mixed = rows.map((_, j) => sample(2 + j));
    const outputs = { a: sample(0), b: sample(1), mixed };
    const { indices, ...found } = sobolIndices(outputs, { resamples: RESAMPLES, seed });
    return {
      measure,
      ...found,
      chanceShare: inputDoubt(values.slice(0, 2 * samples)).noiseShare,
      parameters: rows.map((row, j) => ({ row, index: indices[j] })),
    };
  });
}

/** Parameters from the largest total index down; those without a value last. */
export const byTotal = ({ parameters }: SobolFinding): SobolFinding["parameters"] =>
  [...parameters].sort((a, b) => sizeOf(b.index) - sizeOf(a.index));
const sizeOf = ({ total }: SobolIndex): number => (Number.isNaN(total) ? Number.NEGATIVE_INFINITY : total);
