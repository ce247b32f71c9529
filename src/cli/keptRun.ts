/** Studies whose batches are kept on disk while they run: with `--out`, and where weekly columns are wanted. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InUse } from "../output/folder";
import { journalled } from "../output/journalled";
import { differences, type Head, headOf, readManifest } from "../output/manifest";
import { runShard } from "../output/runShard";
import { wordsOf } from "../output/shards";
import { NotThisRun, openWorkplace, type Workplace } from "../output/workplace";
import { askedOf, type Finished, finishedOf, reportOf, writePart, writeStudy } from "./finish";
import { withWorkers } from "./longRun";
import { isOfFiles, whyNot } from "./out";
import { InputProblems, Stopped } from "./problems";
import { type HowToRun, runnerOf, type Study } from "./study";
import type { Surroundings } from "./surroundings";
import { counted } from "./text";

/** Runs a study whose results go to a folder, or whose weekly columns pass through one. */
export async function runKept(study: Study, how: HowToRun, surroundings: Surroundings): Promise<void> {
  const { out } = how.place;
  if (out !== undefined) return runTo(out, study, how, surroundings);
  await inScratch(async (scratch) => {
    const place = openWorkplace(
      join(scratch, "run"),
      headOf(askedOf(study), study.experiment, null),
      study.experiment,
    );
    try {
      const finished = await finishedIn(study, how.workers, place, surroundings);
      surroundings.out(reportOf(study, finished, how.format));
    } finally {
      place.journal.close();
    }
  });
}

/** Gives `work` a folder of its own, which is removed afterwards. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTo(out: string, study: Study, how: HowToRun, surroundings: Surroundings): Promise<void> {
  const { shard } = how.place;
  const problems = shard === null ? [] : shardProblems(study, shard.of);
  if (problems.length > 0) throw new InputProblems(problems);
  const asked = askedOf(study);
  const head = headOf(asked, study.experiment, shard);
  if (shard !== null && isDone(out, head)) {
    return surroundings.err(`${out} holds ${wordsOf(shard)} of this study already; nothing was run.\n`);
  }
  const place = open(out, head, study);
  try {
    if (shard === null) {
      const finished = await finishedIn(study, how.workers, place, surroundings);
      surroundings.out(reportOf(study, finished, how.format));
      const { files } = writeStudy(place.folder.path, study, { asked, head, finished });
      place.folder.publish();
      surroundings.err(written(out, files));
    } else {
      await withWorkers(how.workers, surroundings, ({ runJob, width }, show) => {
        const kept = journalled(runJob, study.experiment.scenarios, place.cells, place.journal);
        return runShard(study.experiment, shard, { runJob: kept, width, signal: surroundings.signal }, show);
      });
      writePart(place.folder.path, study, asked, head);
      place.folder.publish();
      surroundings.err(`Written to ${out}: ${wordsOf(shard)}; \`merge\` joins the parts.\n`);
    }
  } catch (error) {
    throw stopped(error, out, place, surroundings.signal);
  } finally {
    place.journal.close();
  }
}

/** Runs what is not in the journal yet. */
export async function finishedIn(
  study: Study,
  workers: number,
  { cells, journal }: Pick<Workplace, "cells" | "journal">,
  surroundings: Surroundings,
): Promise<Finished> {
  const { scenarios } = study.experiment;
  const tables = await withWorkers(workers, surroundings, ({ runJob, width }, show) =>
    runnerOf(study)(
      { runJob: journalled(runJob, scenarios, cells, journal), width },
      surroundings.signal,
      show,
    ),
  );
  return finishedOf(cells, scenarios.length, tables[0].replications);
}

function shardProblems(
  { command, run, experiment: { scenarios, replications } }: Study,
  of: number,
): string[] {
  if (run) return [`--shard does not go with a number of replications that ${command} finds out as it runs.`];
  const cells = scenarios.length * replications;
  if (of <= cells) return [];
  return [
    `--shard asks for ${counted(of, "part")}; there are only ${counted(cells, "replication")} to share out.`,
  ];
}

/** Whether the folder holds this very shard; throws when it holds anything else. */
function isDone(out: string, head: Head): boolean {
  const manifest = readManifest(out);
  if ("problems" in manifest) return false;
  const { shard } = manifest.value;
  const same =
    differences(manifest.value, head).length === 0 && JSON.stringify(shard) === JSON.stringify(head.shard);
  if (!same) throw new InputProblems([`--out ${out} holds results of something else; choose a new folder.`]);
  return true;
}

function open(out: string, head: Head, { experiment }: Study): Workplace {
  try {
    return openWorkplace(out, head, experiment);
  } catch (error) {
    if (error instanceof NotThisRun || error instanceof InUse) throw new InputProblems([error.message]);
    throw new InputProblems([`--out ${out} cannot be made: ${whyNot(error as NodeJS.ErrnoException)}.`]);
  }
}

/** What a run ends with that could not be finished: its batches are kept, unless they cannot be written. */
function stopped(error: unknown, out: string, { folder, cells }: Workplace, signal: AbortSignal): unknown {
  if (isOfFiles(error)) {
    folder.remove();
    return new Stopped(`Nothing was written to ${out}: ${whyNot(error)}.`);
  }
  const done = cells.count;
  if (done === 0) folder.remove();
  else folder.release();
  if (done === 0) return error;
  const kept = `${counted(done, "replication")} done so far are kept in ${folder.path}; the same command goes on from there.`;
  if (signal.aborted) return new Stopped(`Cancelled; ${kept}`);
  return new Error(`${error instanceof Error ? error.message : String(error)} ${kept}`);
}

const LISTED = 12;

/** The sentence that says which files there are now, but no more of them than can be read. */
export function written(out: string, files: readonly { readonly name: string }[]): string {
  const names = files.map(({ name }) => name);
  const some = names.slice(0, LISTED).join(", ");
  return `Written to ${out}: ${some}${names.length > LISTED ? ` and ${names.length - LISTED} more` : ""}.\n`;
}
