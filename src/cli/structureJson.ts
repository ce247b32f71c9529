/** The documented JSON of `structure`, and what it is made from. */
import type { Scenario } from "../../sim/scenario";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { OwnSettings } from "../experiment/structure";
import type { DemandFindings, RuleFindings } from "../experiment/structureFindings";

export interface Structure {
  readonly seed: string;
  readonly replications: number;
  readonly policies: readonly Pick<Scenario, "id" | "name">[];
  /** Whether the rules' own parameters were set in this run, and to what. */
  readonly refit: boolean;
  readonly own: OwnSettings;
  readonly demands: readonly DemandFindings[];
}

/** Everything that was found, policies by their ids. */
export function structureJson({ seed, replications, policies, refit, own, demands }: Structure): object {
  const ids = ["baseline", ...policies.map(({ id }) => id)];
  return {
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    seed,
    replications,
    refit,
    ownSettings: own,
    measure: "turnoverRate",
    demands: demands.map(({ demand, byChance, rules }) => ({
      referralsPerWtePerYear: demand,
      tauByChance95: byChance,
      rules: Object.fromEntries(rules.map((rule) => [rule.rule, ruleJson(rule, ids)])),
    })),
  };
}

function ruleJson({ baseline, differences, ranks, agreement }: RuleFindings, ids: readonly string[]): object {
  const of = <T>(values: readonly T[]) => Object.fromEntries(values.map((value, i) => [ids[i], value]));
  return {
    baseline,
    ranks: of(ranks),
    differences: Object.fromEntries(differences.map((difference, p) => [ids[p + 1], difference])),
    agreement: agreement && {
      ...agreement,
      swapped: agreement.swapped.map((pair) => ({ lower: ids[pair[0]], higher: ids[pair[1]] })),
    },
  };
}
