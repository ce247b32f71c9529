/** What a folder of results holds. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder but the manifest, by path. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => name !== "manifest.json" && name !== "scenarios");
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

export const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
