/** Files in one ZIP file. */
import { strToU8, type Zippable, zipSync } from "fflate";
import type { PackFile } from "../packs";

export async function zipFile(files: readonly PackFile[]): Promise<Blob> {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, content }) => [name, typeof content === "string" ? strToU8(content) : content]),
  );
  const bytes = zipSync(entries);
  return new Blob([bytes], { type: "application/zip" });
}
