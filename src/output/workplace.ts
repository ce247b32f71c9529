/** Where a study is being run: the folder of its unfinished results, and the journal in it. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Experiment } from "../experiment/runScenarios";
import { firstAlike } from "./arms";
import { Cells } from "./cells";
import { LOCK, PartialFolder } from "./folder";
import { Journal } from "./journal";
import { differences, type Head, headSchema } from "./manifest";
import { wordsOf } from "./shards";

export const JOURNAL = "batches.journal";

/** The folder holds something else than the run that is to be written to it; the message is a sentence. */
export class NotThisRun extends Error {}

export interface Workplace {
  readonly folder: PartialFolder;
  readonly cells: Cells;
  readonly journal: Journal;
}

/** Room for the results of an experiment. */
export const cellsOf = ({ scenarios, replications, weekly }: Experiment): Cells =>
  new Cells(firstAlike(scenarios), replications, weekly);

/** Opens the place for results that go to `out`, with what an earlier run of the same study has left there. */
export function openWorkplace(out: string, head: Head, experiment: Experiment): Workplace {
  const folder = PartialFolder.open(out);
  const path = join(folder.path, JOURNAL);
  const cells = cellsOf(experiment);
  try {
    const before = existsSync(path) ? Journal.headOf(path) : null;
    if (before !== null) refuseOther(folder.path, before, head);
    tidy(folder.path, before !== null);
    const journal = before === null ? Journal.begin(path, head, cells) : Journal.open(path, cells, true);
    return { folder, cells, journal };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** Throws unless what was found in the journal is of the same study and the same shard. */
function refuseOther(path: string, found: unknown, head: Head): void {
  const before = headSchema.safeParse(found);
  const advice = "; give its command again to finish it, remove it, or choose another folder.";
  if (!before.success)
    throw new NotThisRun(`${path} is no unfinished run of this version of Holdfast${advice}`);
  const others = differences(before.data, head);
  const [mine, theirs] = [head, before.data].map(({ shard }) => (shard ? wordsOf(shard) : "the whole"));
  if (mine !== theirs) others.push(`${theirs} instead of ${mine}`);
  if (others.length > 0)
    throw new NotThisRun(`${path} is an unfinished run with ${others.join(", ")}${advice}`);
}

/** Files that a run wrote when it was stopped go; those of strangers are left, and refused. */
function tidy(path: string, known: boolean): void {
  const others = readdirSync(path).filter((name) => name !== LOCK && (!known || name !== JOURNAL));
  if (!known && others.some((name) => name !== JOURNAL)) {
    throw new NotThisRun(`${path} is no unfinished run; remove it or choose another folder.`);
  }
  for (const name of others) rmSync(join(path, name), { recursive: true });
}
