/** The table of a split difference, and its numbers. */
import type { Summary } from "../../sim/statistics";
import type { Split } from "../experiment/whyFindings";
import { type Block, table } from "./document";
import { readable } from "./text";

/** The parts, the largest first, what they sum to, and the interaction remainder. */
export function partsTable(
  split: Split,
  what: string,
  before: readonly (readonly [string, Summary])[],
): Block[] {
  const sampled = split.orders !== null;
  const parts = split.parts.toSorted((a, b) => Math.abs(b.part.mean) - Math.abs(a.part.mean));
  const digits = decimalsFor([split.total, ...parts.map(({ part: own }) => own)]);
  const blank = sampled ? ["", ""] : [""];
  const line = (name: string, { mean, ci95 }: Summary): string[] => [
    name,
    signed(mean, digits),
    ci95.map((end) => signed(end, digits)).join(" to "),
  ];
  return [
    table(
      [what, "Part", "95% interval", ...(sampled ? ["± from orders"] : []), "Alone"],
      [
        ...before.map(([name, summary]) => [...line(name, summary), ...blank]),
        ...parts.map(({ label, part: own, alone, orderError }) => [
          ...line(label, own),
          ...(orderError === null ? [] : [orderError.toFixed(digits)]),
          signed(alone.mean, digits),
        ]),
        [...line("Whole difference", split.total), ...blank],
        [...line("Interaction remainder", split.interaction), ...blank],
      ],
    ),
  ];
}

/** Decimals that show three digits of the largest mean. */
function decimalsFor(summaries: readonly Pick<Summary, "mean">[]): number {
  const largest = Math.max(...summaries.map(({ mean }) => Math.abs(mean)));
  return largest > 0 ? Math.max(0, 2 - Math.floor(Math.log10(largest))) : 0;
}

/** With a sign and so many decimals; what rounds to 0 has no sign. */
function signed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value) < 1000 ? Math.abs(value).toFixed(digits) : readable(Math.abs(value));
  if (Number(size) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** A mean with its interval in brackets. */
export const withInterval = (difference: Pick<Summary, "mean" | "ci95">): string => {
  const digits = decimalsFor([difference]);
  const [low, high] = difference.ci95;
  return `${signed(difference.mean, digits)} (${signed(low, digits)} to ${signed(high, digits)})`;
};
