/** `reproduce`: runs what a folder of results says it holds, and says whether the same comes out. */
import { join } from "node:path";
import type { Command } from "commander";
import { headOf, type Manifest, readManifest } from "../output/manifest";
import { wordsOf } from "../output/shards";
import { openWorkplace } from "../output/workplace";
import { type Again, type MakeProgram, studyAgain } from "./again";
import { writeStudy } from "./finish";
import { finishedIn, inScratch } from "./keptRun";
import { refuse } from "./longRun";
import { Failure, InputProblems } from "./problems";
import { changedFiles, otherFiles, otherInputs, otherResults, otherVersions } from "./reproduceDifferences";
import { MOST_WORKERS, wholeNumber } from "./request";
import type { Surroundings } from "./surroundings";
import { counted } from "./text";

interface ReproduceOptions {
  readonly workers?: string;
}

/** Adds the command to the program. */
export function addReproduce(root: Command, surroundings: Surroundings, makeProgram: MakeProgram): void {
  root
    .command("reproduce")
    .argument("<DIR>", "a folder that --out has written")
    .option("--workers <N>", "worker threads (default: one a core)")
    .description('run again what a folder holds, and say "identical" or what differs')
    .action((folder: string, options: ReproduceOptions) =>
      reproduce(folder, options, makeProgram, surroundings),
    );
}

/** Prints "Identical" and what was compared; or what differs, and then fails. */
async function reproduce(
  folder: string,
  options: ReproduceOptions,
  makeProgram: MakeProgram,
  surroundings: Surroundings,
): Promise<void> {
  const problems: string[] = [];
  const workers = wholeNumber(
    "--workers",
    options.workers ?? String(surroundings.cores),
    MOST_WORKERS,
    problems,
  );
  const manifest = readWhole(folder, problems);
  refuse(problems);
  const found = [...otherVersions(manifest), ...changedFiles(folder, manifest)];
  const again = await studyAgain(manifest, makeProgram, surroundings).catch((error: unknown) => {
    if (error instanceof InputProblems) return error.sentences;
    throw error;
  });
  if ("study" in again) {
    found.push(...otherInputs(manifest, again.study.experiment.scenarios));
    found.push(...(await runAndCompare({ folder, manifest, again, workers }, surroundings)));
  } else found.push(...again);
  tell(folder, manifest, found, surroundings);
}

/** The manifest of whole results; otherwise problems more, and what is given must not be used. */
function readWhole(folder: string, problems: string[]): Manifest {
  const read = readManifest(folder);
  if ("problems" in read) problems.push(...read.problems);
  else if (read.value.shard !== null) {
    problems.push(`${folder} holds ${wordsOf(read.value.shard)}; merge the parts, and reproduce the whole.`);
  }
  return ("value" in read ? read.value : undefined) as Manifest;
}

interface Rerun {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly again: Again;
  readonly workers: number;
}

/** Runs the study to a folder of its own, and gives a sentence for each way in which that differs. */
function runAndCompare(
  { folder, manifest, again, workers }: Rerun,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  const { study, asked } = again;
  const head = headOf(asked, study.experiment, null);
  return inScratch(async (scratch) => {
    const place = openWorkplace(join(scratch, "again"), head, study.experiment);
    try {
      const finished = await finishedIn(study, workers, place, surroundings);
      const renewed = writeStudy(place.folder.path, study, { asked, head, finished });
      const results = await otherResults(
        { folder, manifest },
        { folder: place.folder.path, manifest: renewed },
      );
      return [...results, ...otherFiles(manifest, renewed)];
    } finally {
      place.journal.close();
    }
  });
}

function tell(folder: string, manifest: Manifest, found: readonly string[], { out }: Surroundings): void {
  const { arms, replications, files, fingerprint } = manifest;
  const what = `${counted(arms.length, "scenario")}, ${counted(replications, "replication")} of each`;
  if (found.length === 0) {
    return out(`Identical: ${what}, ${counted(files.length, "file")}.\n${fingerprint}\n`);
  }
  out(found.map((sentence) => `${sentence}\n`).join(""));
  throw new Failure(`${folder} was not reproduced (${what}).`);
}
