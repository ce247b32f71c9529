/** The documented JSON of `sensitivity` and `find-out-next`. */
import type { ParameterRow } from "../../sim/parameters";
import type { Measure } from "../../sim/record/measures";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { FindOutFinding } from "../experiment/findOutNext";
import { byMuStar, HIGH, LEVELS, LOW, type MorrisFinding } from "../experiment/sensitivityMorris";
import { byTotal, type SobolFinding } from "../experiment/sensitivitySobol";
import type { FindOutCall } from "./sensitivityFindOut";
import type { InputCall, SensitivityCall } from "./sensitivityRequest";

/** What was asked, of every analysis that moves parameters. */
const asked = ({ seed, replications, scenarios }: InputCall): object => ({
  ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION, seed, replications },
  scenarios: scenarios.map(({ id, name, changes, timeline }) => ({ id, name, changes, timeline })),
});
const named = ({ id, unit, distribution, grade }: ParameterRow): object => ({
  id,
  unit,
  distribution,
  grade,
});
const measured = ({ id, unit }: Measure): object => ({ measure: id, unit });

/** A screening: every parameter's effects on every measure, the largest mu* first. */
export function morrisJson(call: SensitivityCall, findings: readonly MorrisFinding[]): object {
  return {
    ...asked(call),
    method: "morris",
    ...{ trajectories: call.trajectories, levels: LEVELS, percentiles: [LOW, HIGH] },
    measures: findings.map((finding) => ({
      ...measured(finding.measure),
      parameters: byMuStar(finding).map(({ row, effects, chance }) => ({
        ...named(row),
        ...effects,
        chanceMuStar: chance,
      })),
    })),
  };
}

/** A variance-based analysis: every parameter's indices for every measure, the largest total first. */
export function sobolJson(call: SensitivityCall, findings: readonly SobolFinding[]): object {
  return {
    ...asked(call),
    ...{ method: "sobol", samples: call.samples, screened: call.top !== null },
    measures: findings.map((finding) => ({
      ...measured(finding.measure),
      ...{ rows: finding.n, variance: finding.variance, chanceShare: finding.chanceShare },
      parameters: byTotal(finding).map(({ row, index }) => ({ ...named(row), ...index })),
    })),
  };
}

/** What to find out next: the choice, and what knowing each parameter does to it, most changes first. */
export function findOutJson(call: FindOutCall, findings: readonly FindOutFinding[]): object {
  const ids = call.scenarios.map(({ id }) => id);
  const byScenario = (values: readonly number[]) => Object.fromEntries(ids.map((id, s) => [id, values[s]]));
  return {
    ...{ ...asked(call), draws: call.draws },
    measures: findings.map(({ measure, n, means, best, wins, ties, valueOfAll, chance, parameters }) => ({
      ...measured(measure),
      ...{
        better: measure.good,
        draws: n,
        best: ids[best],
        means: byScenario(means),
        wins: byScenario(wins),
        ties,
      },
      ...{ valueOfAll, chance },
      parameters: parameters.map(({ row, information, toldApart }) => ({
        ...named(row),
        ...information,
        toldApart,
      })),
    })),
  };
}
