/** The parts of a study that `merge` is given: whether they are all of its parts, once each. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { partialOf } from "../output/folder";
import { differences, type Manifest, readManifest } from "../output/manifest";
import { type Shard, wordsOf } from "../output/shards";
import { JOURNAL } from "../output/workplace";

/** A folder with one shard. */
export interface Part {
  readonly folder: string;
  readonly manifest: Manifest & { readonly shard: Shard };
}

/** The parts, if they are all parts of one study; otherwise problems more. */
export function readParts(folders: readonly string[], problems: string[]): readonly Part[] {
  const before = problems.length;
  const parts = folders.flatMap((folder) => readPart(folder, problems));
  if (parts.length > 0) problems.push(...unlike(parts));
  if (problems.length === before) problems.push(...notOnce(parts));
  return parts;
}

function readPart(folder: string, problems: string[]): Part[] {
  const unfinished = folder.endsWith(".partial") ? folder : partialOf(folder);
  const read = readManifest(folder);
  if ("problems" in read) {
    const isRunning = existsSync(join(unfinished, JOURNAL));
    if (isRunning)
      problems.push(`${folder} is not finished; give the command of its part again to finish it.`);
    else problems.push(...read.problems);
    return [];
  }
  const { shard } = read.value;
  if (shard === null) {
    problems.push(`${folder} holds whole results and no part of any; there is nothing in it to merge.`);
    return [];
  }
  return [{ folder, manifest: { ...read.value, shard } }];
}

/** Sentences on parts that are of another study than the first, or that this version did not make. */
function unlike([first, ...others]: readonly Part[]): string[] {
  const { holdfast, model, shard } = first.manifest;
  const problems = others.flatMap(({ folder, manifest }) => {
    const found = differences(manifest, first.manifest);
    if (manifest.shard.of !== shard.of) found.push(`${manifest.shard.of} parts instead of ${shard.of}`);
    return found.length > 0
      ? [`${folder} is no part of the same study as ${first.folder}: ${found.join(", ")}.`]
      : [];
  });
  if (holdfast !== HOLDFAST_VERSION || model !== MODEL_VERSION) {
    problems.push(
      `${first.folder} was made by Holdfast ${holdfast}, model ${model}; ` +
        `this is Holdfast ${HOLDFAST_VERSION}, model ${MODEL_VERSION}, and cannot vouch for it.`,
    );
  }
  return problems;
}

/** Sentences on parts that are there twice or not at all. */
function notOnce(parts: readonly Part[]): string[] {
  const { of } = parts[0].manifest.shard;
  const folders = new Map<number, string[]>();
  for (const { folder, manifest } of parts) {
    folders.set(manifest.shard.number, [...(folders.get(manifest.shard.number) ?? []), folder]);
  }
  const twice = [...folders].filter(([, where]) => where.length > 1);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !folders.has(number));
  const problems = twice.map(
    ([number, where]) => `${where.join(" and ")} are both ${wordsOf({ number, of })}; give each part once.`,
  );
  if (missing.length > 0) {
    const parts = missing.length === 1 ? `part ${missing[0]}` : `parts ${missing.join(", ")}`;
    problems.push(`Of ${of} parts, ${parts} ${missing.length === 1 ? "is" : "are"} missing.`);
  }
  return problems;
}
