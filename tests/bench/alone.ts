/**
 * Measurements in a process of their own, so that none is slowed by what the engine has learnt from another, or holds
 * another's memory. Times are processor time: other programs at work disturb it far less than the clock on the wall.
 */
import { execFileSync } from "node:child_process";
import type { Figures } from "./measure";

/** First argument of a process that takes one measurement; the second is its name. */
export const ALONE_WORD = "--alone";

/** What can be measured alone, by name. */
export type Alone = Readonly<Record<string, () => Figures>>;

/** Has the bench, whose file is `program`, started again to take one measurement. */
export function takeAlone(program: string, name: string): Figures {
  const out = execFileSync(process.execPath, [program, ALONE_WORD, name], { encoding: "utf8" });
  return JSON.parse(out) as Figures;
}

/** Milliseconds of processor time that `work` takes, collecting of memory and compiling beside it included. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
