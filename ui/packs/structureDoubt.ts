/** What is known about doubt in the model's structure, read from the table in docs/validation.md. */
import { documents } from "../text/documents";

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

/** Sentences for readers; one that says where to look when the table is not there. */
export function structureDoubt(markdown: string, demand: number): string[] {
  const checks = ruleChecks(markdown);
  const same = checks.filter(({ referrals }) => Number(referrals) === demand);
  const words = documents.structure;
  const used = same.length > 0 ? same : checks;
  if (used.length === 0) return [words.unknown];
  const model = /model (\d[\d.]*\d)/.exec(markdown)?.[1];
  const each = used.map(({ rule, ...counts }) => words.check({ ...counts, rule: words.rules[rule] ?? rule }));
  return [words.checks(model ? words.model(model) : "", used[0].referrals, each), words.inGeneral];
}
