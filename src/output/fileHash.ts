/** Hashes of files, which may be larger than memory. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** Size in bytes and SHA-256 of a file of any size. */
export function sizeAndHash(path: string): { bytes: number; sha256: string } {
  const hash = createHash("sha256");
  const part = Buffer.alloc(1 << 20);
  const file = openSync(path, "r");
  let bytes = 0;
  try {
    for (let n = readSync(file, part); n > 0; n = readSync(file, part)) {
      hash.update(part.subarray(0, n));
      bytes += n;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest("hex") };
}
