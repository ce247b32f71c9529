/** What the runs under each rule of burnout say: footing, turnover differences, ranks, and whether ranks agree. */
import { type Difference, pairedDifference, type Summary, summarise } from "../../sim/statistics";
import { type Cell, measured } from "./structure";
import { type Agreement, agreement, agreementByChance, ranks } from "./structureRanking";

/** Measures of the baseline that show whether the rules are on a comparable footing. */
export const FOOTING_MEASURES = ["burnoutPrevalence", "exhaustionMean", "turnoverRate"] as const;

/** One rule at one demand. */
export interface RuleFindings {
  readonly rule: string;
  readonly baseline: Readonly<Record<(typeof FOOTING_MEASURES)[number], Summary>>;
  /** Turnover of each policy less the baseline's, paired by replication. */
  readonly differences: readonly Difference[];
  /** Ranks by turnover, the lowest first, the baseline among them; baseline and policies in turn. */
  readonly ranks: readonly number[];
  /** Agreement with the default rule's ranking at the same demand; null for the default rule itself. */
  readonly agreement: Agreement | null;
}

export interface DemandFindings {
  readonly demand: number;
  /** Kendall's tau between two rankings of the default rule that differ by chance alone: 95% interval. */
  readonly byChance: readonly [number, number];
  /** The default rule first. */
  readonly rules: readonly RuleFindings[];
}

/** Findings for each demand, in the order of the cells. The seed is that of the intervals' resamples. */
export function findingsOf(cells: readonly Cell[], seed: string): readonly DemandFindings[] {
  const demands = [...new Set(cells.map(({ demand }) => demand))];
  return demands.map((demand) => {
    const [first, ...others] = cells.filter((cell) => cell.demand === demand);
    return {
      demand,
      byChance: agreementByChance(first.turnover, seed),
      rules: [
        ruleFindings(first, null),
        ...others.map((cell) => ruleFindings(cell, agreement(first.turnover, cell.turnover, seed))),
      ],
    };
  });
}

function ruleFindings({ rule, baseline, turnover }: Cell, agreed: Agreement | null): RuleFindings {
  const [own, ...policies] = turnover;
  const summaries = FOOTING_MEASURES.map((id) => [id, summarise(measured(baseline, id))]);
  return {
    rule,
    baseline: Object.fromEntries(summaries),
    differences: policies.map((values) => pairedDifference(own, values, "lower")),
    ranks: ranks(turnover),
    agreement: agreed,
  };
}
