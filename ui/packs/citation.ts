/** How to cite a run: as text, and as a file that reference managers read. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

const TITLE =
  "Holdfast: a simulation of holding work, burnout and turnover among social prescribing link workers";

/** The citation, and what a reader needs to find the same results. */
export function citationText(subject: PackSubject): string {
  const { results, made } = subject;
  return `Holdfast contributors (${made.getUTCFullYear()}). ${TITLE}. Version ${HOLDFAST_VERSION} (model ${MODEL_VERSION}), MIT licence.

Results: ${stampOf(subject)}
Command: ${commandOf(results)}
${fingerprintLines(results)
  .map((line) => `Fingerprint, ${line}`)
  .join("\n")}
`;
}

/** CITATION.cff (Citation File Format 1.2.0). */
export function citationFile(): string {
  return `cff-version: 1.2.0
message: If you use these results, please cite the software that made them.
type: software
title: "${TITLE}"
authors:
  - name: Holdfast contributors
version: ${HOLDFAST_VERSION}
license: MIT
`;
}
