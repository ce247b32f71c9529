/** Writing what came of a study: all its files and the manifest, or the manifest of one shard. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunTable } from "../../sim/statistics";
import { fingerprint } from "../experiment/fingerprint";
import type { Cells } from "../output/cells";
import { type Asked, type Head, MANIFEST, type Manifest, manifestOf } from "../output/manifest";
import type { BandsOf, Texts } from "../output/resultFiles";
import { JOURNAL } from "../output/workplace";
import { writeResults } from "../output/writeResults";
import { toJson } from "./json";
import type { Study } from "./study";
import { thisCall } from "./thisCall";

/** The results of a study, all of them there. */
export interface Finished {
  readonly cells: Cells;
  /** Replications of each arm. */
  readonly replications: number;
  readonly tables: readonly RunTable[];
  readonly bandsOf: BandsOf;
}

/** What the cells hold of a study with so many arms, of which so many replications count. */
export function finishedOf(cells: Cells, arms: number, replications: number): Finished {
  const tables = Array.from({ length: arms }, (_, a) => cells.table(a, replications));
  return { cells, replications, tables, bandsOf: (arm, series) => cells.bands(arm, series, replications) };
}

/** What the command prints of them. */
export const reportOf = (study: Study, { tables, bandsOf }: Finished, format: string): string =>
  study.report(tables, format, bandsOf);

/** Options that say where, how fast and in which words a study is run, not what is run. */
const OF_NO_CONSEQUENCE: ReadonlySet<string> = new Set(["out", "shard", "workers", "format"]);

/** What the call that is under way asked for. */
export function askedOf({ command }: Study): Asked {
  const { words, options, inputs } = thisCall();
  const entries = Object.entries(options).filter(([name]) => !OF_NO_CONSEQUENCE.has(name));
  return {
    command,
    words,
    options: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
    inputs,
  };
}

/** Writes everything to a folder and gives the manifest. Throws when the disk is full. */
export function writeStudy(
  folder: string,
  study: Study,
  { asked, head, finished }: { readonly asked: Asked; readonly head: Head; readonly finished: Finished },
): Manifest {
  const { experiment, described = [], diary = null, weeklyReplications = false } = study;
  const { cells, replications, tables } = finished;
  const texts = textsOf(study, finished);
  const written = { experiment, texts, described, diary, weeklyReplications };
  const files = writeResults(folder, written, cells, replications);
  const fingerprints = tables.map(({ measures }, a) =>
    fingerprint({ scenario: experiment.scenarios[a], seed: experiment.seed, replications, measures }),
  );
  rmSync(join(folder, JOURNAL), { force: true });
  const manifest = manifestOf(asked, { ...head, replications }, experiment, { fingerprints, folder, files });
  writeFileSync(join(folder, MANIFEST), `${toJson(manifest)}\n`);
  return manifest;
}

function textsOf(study: Study, { tables, bandsOf }: Finished): Texts {
  if (study.texts) return study.texts(tables, bandsOf);
  return [
    ["results.json", study.report(tables, "json", bandsOf)],
    ["report.md", study.report(tables, "markdown", bandsOf)],
  ];
}

/** Writes the manifest of a shard, whose results are its journal. */
export function writePart(folder: string, { experiment }: Study, asked: Asked, head: Head): void {
  const manifest = manifestOf(asked, head, experiment, { fingerprints: null, folder, files: [JOURNAL] });
  writeFileSync(join(folder, MANIFEST), `${toJson(manifest)}\n`);
}
