/** What is known about doubt in the model's structure, read from the table in docs/validation.md. */

export interface RuleCheck {
  readonly referrals: string;
  readonly rule: string;
  readonly clear: number;
  readonly kept: number;
  readonly swapped: number;
}

const COLUMNS = ["Referrals per WTE", "Rule", "Clear pairs", "Kept", "Swapped"] as const;

/** The rows of the verdict table, or none where the document has no such table. */
export function ruleChecks(markdown: string): RuleCheck[] {
  const lines = markdown.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const head = lines.findIndex((cells) => COLUMNS.every((column) => cells.includes(column)));
  if (head < 0) return [];
  const at = COLUMNS.map((column) => lines[head].indexOf(column));
  const end = lines.findIndex((cells, i) => i > head && cells.length === 0);
  return lines.slice(head + 2, end < 0 ? undefined : end).map((cells) => {
    const [referrals, rule, clear, kept, swapped] = at.map((c) => cells[c]);
    return { referrals, rule, clear: Number(clear), kept: Number(kept), swapped: Number(swapped) };
  });
}

const RULES: Readonly<Record<string, string>> = {
  "moving-average": "burnout from recent workload alone",
  energy: "burnout as a stock of energy that runs down",
  "no-feedback": "burnout that does not slow anyone down",
};

/** Sentences for readers; one that says where to look when the table is not there. */
export function structureDoubt(markdown: string, demand: number): string[] {
  const checks = ruleChecks(markdown);
  const same = checks.filter(({ referrals }) => Number(referrals) === demand);
  const used = same.length > 0 ? same : checks;
  if (used.length === 0)
    return ["Whether the ranking of policies hangs on the rule for burnout: see docs/validation.md."];
  const model = /model (\d[\d.]*\d)/.exec(markdown)?.[1];
  const each = used.map(({ rule, clear, kept, swapped }) => {
    const name = RULES[rule] ?? rule;
    return `with ${name}, ${kept} of ${clear} clear orderings of two policies stayed, ${swapped} swapped`;
  });
  return [
    `The rule for burnout is itself in doubt. In the published check of the policies that come with Holdfast${model ? ` (model ${model})` : ""}, by turnover and at ${used[0].referrals} referrals per WTE: ${each.join("; ")}. The rest were too close to call under one of the two rules.`,
    "That check is not of the scenarios in this document; it says how far a ranking such as this one can be trusted in general.",
  ];
}
