/** `--out DIR`: whether results may be written there. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST } from "../output/manifest";

/**
 * Why results cannot be written to `folder`: nothing, if it is empty or does not exist yet. A folder with anything in
 * it is refused, so that no earlier result is ever lost or mixed with a later one; only one that was written before
 * may be given again for a shard, which is then compared with it (`mayBeDone`).
 */
export function checkFolder(folder: string, mayBeDone = false): string[] {
  if (folder === "") return ["--out is empty; it must be the path of a folder."];
  try {
    if (readdirSync(folder).length === 0) return [];
    if (mayBeDone && existsSync(join(folder, MANIFEST))) return [];
    return [`--out ${folder} is not empty; choose a new folder, so that nothing in it is lost.`];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    if (code === "ENOTDIR") return [`--out ${folder} is not a folder; choose a new folder.`];
    return [`--out ${folder} cannot be used: ${whyNot(error as NodeJS.ErrnoException)}.`];
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is full",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk can only be read",
};

/** Whether it was the file system that said no. */
export const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error;

/** Why the file system said no, as part of a sentence. */
export const whyNot = ({ code = "", message }: NodeJS.ErrnoException): string => REASONS[code] ?? message;
