/** Screening by elementary effects: which parameters move a measure at all, for few runs a parameter. */
import type { ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import type { RunTable } from "../../sim/statistics";
import {
  chanceMuStar,
  type ElementaryEffects,
  morrisDesign,
  morrisIndices,
  type Trajectory,
} from "../../sim/statistics/morris";
import {
  type DesignedExperiment,
  experimentAt,
  meanOf,
  numbered,
  outputsOf,
  RESAMPLES,
  type SensitivityRequest,
} from "./sensitivity";

export interface MorrisRequest extends SensitivityRequest {
  readonly trajectories: number;
}

export interface MorrisFinding {
  readonly measure: Measure;
  /** An item a parameter, in the order asked for. */
  readonly parameters: readonly MorrisParameter[];
}

export interface MorrisParameter {
  readonly row: ParameterRow;
  /** In the measure's unit, for a move of the parameter from LOW to HIGH. */
  readonly effects: ElementaryEffects;
  /** The mu* that chance alone does not exceed: what lies below it is not told apart from no effect. */
  readonly chance: number;
}

/** Levels of the grid, as Morris proposes. */
export const LEVELS = 4;
/** Ends of the grid, as percentiles of a parameter's distribution: its middle 90%, since ends may be extreme. */
export const LOW = 0.05;
export const HIGH = 0.95;

const designOf = ({ rows, trajectories, seed }: MorrisRequest): readonly Trajectory[] =>
  morrisDesign(rows.length, trajectories, LEVELS, `${seed} morris`);

/** Points of a screening: trajectories × (parameters + 1). */
export const morrisPoints = ({ rows, trajectories }: MorrisRequest): number =>
  trajectories * (rows.length + 1);

/** The experiment: trajectory by trajectory, point by point. */
export function morrisExperiment(request: MorrisRequest): DesignedExperiment {
  const points = designOf(request).flatMap((trajectory, t) =>
    trajectory.points.map((point, i) => ({
      name: `t${numbered(t, request.trajectories)}-${numbered(i, trajectory.points.length)}`,
      at: point.map((u) => LOW + (HIGH - LOW) * u),
    })),
  );
  return experimentAt(request, points);
}

/** What the tables of the experiment's arms, in order, say of each measure. */
export function morrisFindings(
  request: MorrisRequest,
  tables: readonly RunTable[],
  measures: readonly Measure[],
): readonly MorrisFinding[] {
  const design = designOf(request);
  const length = request.rows.length + 1;
  return measures.map((measure) => {
    const values = outputsOf(tables, request.scenarios.length, measure);
    const byTrajectory = design.map((_, t) => values.slice(t * length, (t + 1) * length));
    const means = byTrajectory.map((points) => points.map(meanOf));
    const effects = morrisIndices(design, means, { resamples: RESAMPLES, seed: request.seed });
    const chance = chanceMuStar(design, byTrajectory);
    const parameters = request.rows.map((row, j) => ({ row, effects: effects[j], chance: chance[j] }));
    return { measure, parameters };
  });
}

/** Parameters from the largest mu* down; those without a value last. */
export const byMuStar = ({ parameters }: MorrisFinding): readonly MorrisParameter[] =>
  [...parameters].sort((a, b) => sizeOf(b) - sizeOf(a));
const sizeOf = ({ effects: { muStar } }: MorrisParameter): number => (Number.isNaN(muStar) ? -1 : muStar);

/**
 * The `count` parameters that matter most for any of the measures: by mu* as a share of the largest mu* of the same
 * measure, the largest share counting. In the order of the request.
 */
export function mostInfluential(findings: readonly MorrisFinding[], count: number): readonly ParameterRow[] {
  const weights = new Map<ParameterRow, number>();
  for (const finding of findings) {
    const largest = sizeOf(byMuStar(finding)[0]);
    for (const parameter of finding.parameters) {
      const weight = largest > 0 ? sizeOf(parameter) / largest : 0;
      weights.set(parameter.row, Math.max(weight, weights.get(parameter.row) ?? 0));
    }
  }
  const ranked = [...weights].sort(([, a], [, b]) => b - a).slice(0, count);
  const chosen = new Set(ranked.map(([row]) => row));
  return findings[0].parameters.map(({ row }) => row).filter((row) => chosen.has(row));
}
