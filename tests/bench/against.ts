/**
 * A comparison with an earlier run of the bench. Another machine, or the same at another hour, has another speed, so
 * times are compared as multiples of the yardstick measured in the same run, never as such.
 */
import { readFileSync } from "node:fs";
import type { Row } from "./measure";
import { ON_KERNEL, YARDSTICK_FIGURE } from "./yardstickCases";

export interface Stored {
  readonly rows: readonly Row[];
}

/** A figure before and now, in multiples of the yardstick, and now ÷ before: above 1 is slower. */
export interface Change {
  readonly case: string;
  readonly figure: string;
  readonly before: number;
  readonly now: number;
  readonly ratio: number;
}

/** Figures that are times: the smallest of the rounds is compared, which is disturbed least. */
const TIMES = /^(milliseconds (per replication|from )|nanoseconds per event|seconds to |longest )/;

/** Reads what `npm run bench -- --json` printed, npm's own lines before it included; a sentence if it is not that. */
export function readStored(file: string): Stored | string {
  try {
    const text = readFileSync(file, "utf8");
    const stored = JSON.parse(text.slice(text.indexOf("{"))) as Partial<Stored>;
    if (Array.isArray(stored.rows) && yardstickOf(stored.rows) !== undefined) return stored as Stored;
    return `${file} holds no yardstick by which to compare; run the bench with the part "yardstick" and --json.`;
  } catch (error) {
    return `${file} is not what \`npm run bench -- --json\` prints: ${(error as Error).message}.`;
  }
}

/** Every time that both runs measured; both must have measured the yardstick. */
export function changesSince(earlier: readonly Row[], now: readonly Row[]): Change[] {
  const [unitBefore, unitNow] = [yardstickOf(earlier)!, yardstickOf(now)!];
  return now.flatMap((row) => {
    const same = earlier.find((r) => r.case === row.case && r.figure === row.figure);
    if (!same || !TIMES.test(row.figure) || row.case === ON_KERNEL || same.minimum === 0) return [];
    const before = same.minimum / unitBefore;
    const after = row.minimum / unitNow;
    return [{ case: row.case, figure: row.figure, before, now: after, ratio: after / before }];
  });
}

const yardstickOf = (rows: readonly Row[]) =>
  rows.find((row) => row.case === ON_KERNEL && row.figure === YARDSTICK_FIGURE)?.minimum;
