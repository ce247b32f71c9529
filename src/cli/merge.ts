/** `merge`: the parts of a study, run by themselves, put together as if it had been run in one go. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Cells } from "../output/cells";
import { sizeAndHash } from "../output/fileHash";
import { InUse, PartialFolder } from "../output/folder";
import { Journal } from "../output/journal";
import { type Head, headOf, type Manifest } from "../output/manifest";
import { cellsOf, JOURNAL } from "../output/workplace";
import { type Again, type MakeProgram, studyAgain } from "./again";
import { finishedOf, reportOf, writeStudy } from "./finish";
import { written } from "./keptRun";
import { refuse } from "./longRun";
import { type Part, readParts } from "./mergeParts";
import { checkFolder, isOfFiles, whyNot } from "./out";
import { InputProblems, Stopped } from "./problems";
import type { Surroundings } from "./surroundings";

/** Adds the command to the program. */
export function addMerge(root: Command, surroundings: Surroundings, makeProgram: MakeProgram): void {
  root
    .command("merge")
    .argument("<DIR...>", "folders that --shard has written, all parts of one study")
    .requiredOption("--out <DIR>", "new or empty folder for the results")
    .description("join the parts of a study that was run with --shard, and print its report")
    .action((folders: string[], { out }: { out: string }) => merge(folders, out, makeProgram, surroundings));
}

async function merge(
  folders: readonly string[],
  out: string,
  makeProgram: MakeProgram,
  surroundings: Surroundings,
): Promise<void> {
  const problems = checkFolder(out);
  const parts = readParts(folders, problems);
  refuse(problems);
  const again = await studyAgain(parts[0].manifest, makeProgram, surroundings);
  const head = headOf(again.asked, again.study.experiment, null);
  const cells = cellsOf(again.study.experiment);
  const journals = openJournals(parts, head, cells, again);
  try {
    writeMerged(out, { again, head, cells }, surroundings);
  } finally {
    for (const journal of journals) journal.close();
  }
}

/** Puts what the parts hold into the cells. Throws a sentence for each part that is not as it was written. */
function openJournals(parts: readonly Part[], head: Head, cells: Cells, { study }: Again): Journal[] {
  const problems = parts
    .filter(({ folder, manifest }) => !isIntact(folder, manifest))
    .map(({ folder }) => `${join(folder, JOURNAL)} is damaged or not there; run this part again.`);
  const { inputsHash } = parts[0].manifest;
  if (head.inputsHash !== inputsHash) {
    problems.push(`What ${parts[0].folder} says of its command and scenarios is not what it was run with.`);
  }
  refuse(problems);
  const journals = parts.map(({ folder }) => Journal.open(join(folder, JOURNAL), cells, false));
  const { scenarios, replications } = study.experiment;
  if (cells.count === scenarios.length * replications) return journals;
  for (const journal of journals) journal.close();
  throw new InputProblems([
    `The parts hold ${cells.count} of ${scenarios.length * replications} replications.`,
  ]);
}

function isIntact(folder: string, { files }: Manifest): boolean {
  const path = join(folder, JOURNAL);
  return existsSync(path) && files.some(({ sha256 }) => sha256 === sizeAndHash(path).sha256);
}

function writeMerged(
  out: string,
  { again, head, cells }: { readonly again: Again; readonly head: Head; readonly cells: Cells },
  surroundings: Surroundings,
): void {
  const { study, asked, how } = again;
  const { scenarios, replications } = study.experiment;
  const finished = finishedOf(cells, scenarios.length, replications);
  let folder: PartialFolder | undefined;
  try {
    folder = PartialFolder.openNew(out);
    surroundings.out(reportOf(study, finished, how.format));
    const { files } = writeStudy(folder.path, study, { asked, head, finished });
    folder.publish();
    surroundings.err(written(out, files));
  } catch (error) {
    folder?.remove();
    if (error instanceof InUse) throw new InputProblems([error.message]);
    throw isOfFiles(error) ? new Stopped(`Nothing was written to ${out}: ${whyNot(error)}.`) : error;
  }
}
