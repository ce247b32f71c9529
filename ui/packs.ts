/**
 * The seam between the page and whatever makes files of its packs. Types only: `src/packs.ts` implements `PackMaker`
 * and loads what it needs when it is first asked, so that nobody who only reads the page pays for it.
 */

import type { RunTable } from "../sim/statistics";
import type { PackDocument } from "./packs/document";
import type { RunRequest } from "./simulator";

export type { Block, PackDocument } from "./packs/document";

/** A file in a pack; its name may hold folders, as in `scenarios/baseline.json`. */
export interface PackFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A run that has finished, with everything that it came from and gave. */
export interface FinishedRun {
  readonly request: RunRequest;
  readonly tables: readonly RunTable[];
  readonly fingerprints: readonly string[];
  /** When the pack was made: ISO 8601 with the time zone Z. */
  readonly date: string;
}

/** What is published with the model, as Markdown. */
export interface ModelTexts {
  /** The description of the model in the form of the ODD protocol. */
  readonly model: string;
  /** The STRESS-ABS checklist of the model, whatever is run. */
  readonly stress: string;
  readonly validation: string;
}

export interface PackMaker {
  /** A document as a Word file (Office Open XML). */
  readonly word: (document: PackDocument) => Promise<Blob>;
  /** Files in one ZIP file. */
  readonly zip: (files: readonly PackFile[]) => Promise<Blob>;
  /** Everything the run gave, as tables, with a manifest; what the command line's `--out` writes. */
  readonly rawResults: (run: FinishedRun) => Promise<readonly PackFile[]>;
  /** The description of the model (ODD), its STRESS checklist and its validation, as published with it. */
  readonly modelTexts: () => Promise<ModelTexts>;
}
