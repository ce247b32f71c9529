/**
 * A comparable footing for the rules of burnout: for each rule that has a parameter to spare, the value at which as
 * many link workers are burnt out at baseline as under the default rule (docs/model.md, section 7.6).
 */

import { mean } from "d3-array";
import { DEFAULTS, parameterById } from "../../sim/parameters";
import type { Changes } from "../../sim/scenario";
import { type Means, runScenarios } from "./runScenarios";
import { measured, type OwnSettings, RULES, underRule } from "./structure";

/** The parameter that is set for each rule, within the range of its row. The larger it is, the fewer are burnt out. */
const SPARE: Readonly<Record<string, string>> = {
  "moving-average": "exhaustion.averageThreshold",
  energy: "exhaustion.energyRecovery",
};
/** Halvings of the range: one in 256 of it is left. */
const HALVINGS = 8;

/**
 * Halves the range of each spare parameter until the burnt-out share at baseline agrees, all on the same luck.
 * Where the default rule's share lies beyond the range, its nearer end is what comes out.
 */
export async function footing(
  { seed, replications }: { readonly seed: string; readonly replications: number },
  means: Means,
  signal: AbortSignal,
  onProgress: (progress: { done: number; total: number }) => void = () => {},
): Promise<OwnSettings> {
  const rules = Object.keys(SPARE);
  const intervals = rules.map((rule) => [...parameterById(SPARE[rule]).range!]);
  const total = (1 + HALVINGS * rules.length) * replications;
  let before = 0;
  const burntOut = async (settings: readonly Changes[]): Promise<number[]> => {
    const scenarios = settings.map((changes) => ({ id: "baseline", changes, timeline: [] }));
    const experiment = { scenarios, seed, replications, weekly: false };
    const tables = await runScenarios(experiment, means, signal, ({ done }) =>
      onProgress({ done: before + done, total }),
    );
    before += settings.length * replications;
    return tables.map((table) => mean(measured(table, "burnoutPrevalence")) ?? Number.NaN);
  };
  const [target] = await burntOut([{ "exhaustion.rule": RULES[0] }]);
  for (let h = 0; h < HALVINGS; h++) {
    const middles = intervals.map(([low, high]) => (low + high) / 2);
    const shares = await burntOut(rules.map((rule, k) => atValue(rule, middles[k])));
    shares.forEach((share, k) => {
      intervals[k][share > target ? 0 : 1] = middles[k];
    });
  }
  return Object.fromEntries(
    rules.map((rule, k) => {
      const [low, high] = intervals[k];
      return [rule, { [SPARE[rule]]: Number(((low + high) / 2).toPrecision(3)) }];
    }),
  );
}

const atValue = (rule: string, value: number): Changes =>
  underRule(rule, DEFAULTS.referral.perWtePerYear, { [rule]: { [SPARE[rule]]: value } });
