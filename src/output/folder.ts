/**
 * The folder that results go to. Until they are complete they lie in a folder beside it, NAME.partial, which then
 * takes its name; so a folder of results is whole or not there.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Where the results of `folder` lie while they are incomplete. */
export const partialOf = (folder: string): string => `${resolve(folder)}.partial`;

export const LOCK = "lock.json";

export class PartialFolder {
  private constructor(
    readonly path: string,
    private readonly target: string,
    /** The topmost folder that was made for it: what is removed with it. */
    private readonly made: string,
  ) {}

  /** Makes the folder, or takes up the one that a run has left; throws a sentence when another run is using it. */
  static open(target: string): PartialFolder {
    const path = partialOf(target);
    const made = mkdirSync(path, { recursive: true }) ?? path;
    refuseTwo(path);
    writeFileSync(join(path, LOCK), JSON.stringify({ process: process.pid, host: hostname() }));
    return new PartialFolder(path, resolve(target), made);
  }

  /** The same, for results that are written in one go: throws a sentence when an unfinished run is there. */
  static openNew(target: string): PartialFolder {
    const folder = PartialFolder.open(target);
    if (readdirSync(folder.path).every((name) => name === LOCK)) return folder;
    folder.release();
    throw new InUse(
      `${folder.path} holds an unfinished run; finish it, remove it, or choose another folder.`,
    );
  }

  /** Leaves the folder for a later run to take up. */
  release(): void {
    rmSync(join(this.path, LOCK), { force: true });
  }

  /** Gives the folder its proper name, in place of an empty folder. */
  publish(): void {
    this.release();
    if (existsSync(this.target)) rmdirSync(this.target);
    renameSync(this.path, this.target);
  }

  /** Removes the folder, and those above it that were made for it. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
    for (let above = dirname(this.path); above.length >= this.made.length; above = dirname(above)) {
      if (readdirSync(above).length > 0) return;
      rmdirSync(above);
    }
  }
}

/** Throws when a process that is alive on this machine has said that it uses the folder. */
function refuseTwo(path: string): void {
  const user = userOf(path);
  if (user === null || user.host !== hostname() || user.process === process.pid || !isAlive(user.process))
    return;
  throw new InUse(
    `${path} is in use by another run (process ${user.process}); wait for it, choose another folder, or remove ${LOCK} in it if that is not so.`,
  );
}

/** The folder is another run's; the message is a sentence. */
export class InUse extends Error {}

function userOf(path: string): { readonly process: number; readonly host: string } | null {
  try {
    return JSON.parse(readFileSync(join(path, LOCK), "utf8"));
  } catch {
    return null; // nobody has, or a run that was killed as it said so
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
