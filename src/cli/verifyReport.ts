/** What `verify` prints: the checks by family, each with its findings, as a report and as JSON. */
import type { CheckResult } from "../../sim/verification";
import {
  byFamily,
  FINDING_COLUMNS,
  findingCells,
  TOLERANCE_WORDS,
  verdict,
} from "../../sim/verification/words";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { type Block, part, section, table, text } from "./document";

export interface Verified {
  /** The words that were given, so that the same can be done again. */
  readonly command: string;
  readonly seed: string;
  readonly effort: number;
  readonly results: readonly CheckResult[];
}

/** The report; `complete` adds how each check reduces the model, and where its theory is from. */
export function verifyReport({ command, results }: Verified, complete: boolean): readonly Block[] {
  return [
    section("Verification against theory"),
    text(`\`${command}\``),
    text(verdict(results), TOLERANCE_WORDS),
    ...byFamily(results).flatMap(([family, checks]) => [
      part(family),
      ...checks.flatMap((check) => descriptionOf(check, complete)),
      table(["Id", ...FINDING_COLUMNS], checks.flatMap(rowsOf)),
    ]),
  ];
}

const rowsOf = ({ id, findings }: CheckResult): string[][] =>
  findings.map((finding) => [id, ...findingCells(finding)]);

function descriptionOf({ id, title, reduction, source }: CheckResult, complete: boolean): Block[] {
  const heading = `${id}: ${title}.`;
  return [complete ? text(heading, `Reduction: ${reduction}`, `Theory: ${source}.`) : text(heading)];
}

/** Everything about the checks, the parameters changed included. */
export const verifyJson = ({ seed, effort, results }: Verified): object => ({
  holdfast: HOLDFAST_VERSION,
  model: MODEL_VERSION,
  seed,
  effort,
  pass: results.every(({ pass }) => pass),
  checks: results,
});
