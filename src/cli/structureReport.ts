/** What `structure` tells a reader: footing, turnover differences and ranks under each rule, and the verdict. */
import { parameterById } from "../../sim/parameters";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { DemandFindings, RuleFindings } from "../experiment/structureFindings";
import type { Agreement } from "../experiment/structureRanking";
import { type Block, part, section, table, text } from "./document";
import type { Structure } from "./structureJson";
import { counted } from "./text";

/** The report, from heading level 2 on. */
export function structureReport(result: Structure): Block[] {
  const names = ["Baseline", ...result.policies.map(({ name }) => name)];
  return [
    section("Structural doubt: does the ranking of policies hang on the burnout rule?"),
    ...introduction(result),
    part("Verdict"),
    ...verdict(result.demands, names),
    part("Footing: the baseline under each rule"),
    ...footingPart(result),
    ...result.demands.flatMap((demand) => ranking(demand, names)),
  ];
}

function introduction({ seed, replications, refit, policies }: Structure): Block[] {
  const command = `npm run holdfast -- structure --replications ${replications} --seed ${seed}${refit ? " --refit" : ""}`;
  return [
    text(`Made by \`${command}\`; Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}.`),
    text(
      `${policies.length} policies and the baseline, for five years after two of warm-up, under each value of`,
      "`exhaustion.rule` (docs/model.md, section 7.6) and at each demand; " +
        `${counted(replications, "replication")} of each, with the same luck everywhere.`,
      "Policies are those scenarios of ours that change levers from week 0 to the end.",
    ),
  ];
}

function verdict(demands: readonly DemandFindings[], names: readonly string[]): Block[] {
  const rows = demands.flatMap(({ demand, rules, byChance }) =>
    compared(rules).map(({ rule, agreement }) => [
      String(demand),
      rule,
      fixed(agreement.tau, 2),
      range(agreement.tau95, 2),
      range(byChance, 2),
      String(agreement.clear),
      String(agreement.kept),
      String(agreement.clear - agreement.kept - agreement.swapped.length),
      String(agreement.swapped.length),
      verdictOn(agreement),
    ]),
  );
  return [
    text(
      "Rankings are by turnover, the baseline among the policies, so a policy that would lower turnover under one rule",
      "and raise it under another swaps with the baseline. Tau is Kendall's, with the default rule's ranking at the",
      "same demand: 1 for the same order, −1 for the reverse; its interval is from resampled replications, which are noisier",
      "than the ranking itself, so that it lies low and may miss tau. By chance:",
      "tau between two such resamples of the default rule alone. A pair is clear where the 95% interval of its paired",
      "difference excludes 0 (not corrected for the number of pairs). The ranking of the default rule holds where no pair that is clear",
      "under both rules swaps; open pairs are clear under the default rule only.",
    ),
    text(
      "Under `moving-average` nothing but workload exhausts, so support acts through the hours it takes and saves alone:",
      "swaps of supporting policies there say that their benefit rests on demands other than workload.",
    ),
    table(
      [
        ...["Referrals per WTE", "Rule", "Tau", "95% interval", "By chance"],
        ...["Clear pairs", "Kept", "Open", "Swapped", "Ranking"],
      ],
      rows,
    ),
    ...swaps(demands, names),
  ];
}

/** Pairs that are open under the other rule neither bear the ranking out nor speak against it. */
function verdictOn({ clear, kept, swapped }: Agreement): string {
  if (swapped.length > 0) return "changes";
  if (clear === 0) return "too few replications";
  return kept === clear ? "holds" : "holds as far as it is clear";
}

const compared = (rules: readonly RuleFindings[]) =>
  rules.flatMap(({ rule, agreement }) => (agreement ? [{ rule, agreement }] : []));

function swaps(demands: readonly DemandFindings[], names: readonly string[]): Block[] {
  const rows = demands.flatMap(({ demand, rules }) =>
    compared(rules).flatMap(({ rule, agreement }) =>
      agreement.swapped.map(([lower, higher]) => [String(demand), rule, names[lower], names[higher]]),
    ),
  );
  if (rows.length === 0) return [text("No pair swaps.")];
  const header = [
    "Referrals per WTE",
    "Rule",
    "Lower turnover under the default rule",
    "Lower under this rule",
  ];
  return [text("The pairs that swap:"), table(header, rows)];
}

function footingPart({ demands, refit, own }: Structure): Block[] {
  const rows = demands.flatMap(({ demand, rules }) =>
    rules.map(({ rule, baseline: { burnoutPrevalence, exhaustionMean, turnoverRate } }) => [
      String(demand),
      rule,
      ...[burnoutPrevalence, exhaustionMean, turnoverRate].map(
        ({ mean, ci95 }) => `${fixed(mean, 3)} (${range(ci95, 3)})`,
      ),
    ]),
  );
  const settings = Object.values(own).flatMap((changes) =>
    Object.entries(changes).map(([id, value]) => `${id} ${value} (default ${parameterById(id).default})`),
  );
  const how = refit
    ? `This run set them so by halving: ${settings.join(", ")}.`
    : "Their defaults are such values; `--refit` finds them again.";
  return [
    text(
      "So that rules and not levels are compared, one parameter of `moving-average` and one of `energy` is set so that as many are burnt out",
      `at baseline and the default demand as under the default rule. ${how} \`no-feedback\` is the default rule with one loop cut, at whatever level that gives.`,
    ),
    table(
      [
        "Referrals per WTE",
        "Rule",
        "Burnt out, share (95%)",
        "Exhaustion, mean (95%)",
        "Turnover a year (95%)",
      ],
      rows,
    ),
  ];
}

/** Policies in the order of the default rule: rank, difference and its interval under each rule. */
function ranking({ demand, rules }: DemandFindings, names: readonly string[]): Block[] {
  const [first] = rules;
  const order = names.map((_, i) => i).sort((a, b) => first.ranks[a] - first.ranks[b]);
  const cell = ({ ranks, differences }: RuleFindings, item: number): string => {
    if (item === 0) return `${ranks[item]}: –`;
    const { mean, ci95 } = differences[item - 1];
    return `${ranks[item]}: ${signed(mean)} (${signed(ci95[0])} to ${signed(ci95[1])})`;
  };
  return [
    part(`Policies at ${demand} referrals per WTE and year`),
    text(
      "Rank by turnover, then the paired difference from the baseline in leavers per filled WTE-year, with its 95% interval.",
    ),
    table(
      ["Policy", ...rules.map(({ rule }) => rule)],
      order.map((item) => [names[item], ...rules.map((rule) => cell(rule, item))]),
    ),
  ];
}

/** With so many decimals and a minus sign; what rounds to 0 has no sign. */
function fixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  const written = value.toFixed(digits);
  return Number(written) === 0 ? written.replace("-", "") : written.replace("-", "−");
}
function signed(value: number): string {
  const written = fixed(value, 3);
  return Number(written) > 0 ? `+${written}` : written;
}
const range = ([low, high]: readonly [number, number], digits: number): string =>
  `${fixed(low, digits)} to ${fixed(high, digits)}`;
