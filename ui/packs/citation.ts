/** How to cite a run: as text, and as a file that reference managers read. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { documents } from "../text/documents";
import { commandOf, fingerprintLines, type PackSubject, stampOf } from "./subject";

/** The citation, and what a reader needs to find the same results. */
export function citationText(subject: PackSubject): string {
  const { results, made } = subject;
  const words = documents.citation;
  const versions = { holdfast: HOLDFAST_VERSION, model: MODEL_VERSION };
  return `${words.reference({ ...versions, year: made.getUTCFullYear(), work: words.work })}

${[
  words.results(stampOf(subject)),
  words.command(commandOf(results)),
  ...fingerprintLines(results).map(words.fingerprint),
].join("\n")}
`;
}

/** CITATION.cff (Citation File Format 1.2.0). */
export function citationFile(): string {
  const { please, work, authors } = documents.citation;
  return `cff-version: 1.2.0
message: ${please}
type: software
title: "${work}"
authors:
  - name: ${authors}
version: ${HOLDFAST_VERSION}
license: MIT
`;
}
