/** Writing that never stops half-way without an error. */
import { writeSync } from "node:fs";

/** Writes all of `bytes` to an open file, at `at` or behind what was written last. Throws when the disk is full. */
export function writeAll(file: number, bytes: Uint8Array, at?: number): void {
  let done = 0;
  while (done < bytes.length) {
    done += writeSync(file, bytes, done, bytes.length - done, at === undefined ? null : at + done);
  }
}
