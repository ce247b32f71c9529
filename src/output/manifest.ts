/** manifest.json: what was run, by what, and which files came of it; enough to run it again. */
import { readFileSync } from "node:fs";
import { arch, cpus, platform, release } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Scenario } from "../../sim/scenario";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Experiment } from "../experiment/runScenarios";
import { nameOf, scenarioFile } from "./arms";
import { sizeAndHash } from "./fileHash";
import { differing, hashOf, inputsHash, stagesOf } from "./inputs";
import type { Shard } from "./shards";

export const MANIFEST = "manifest.json";
/** Version of the format of manifests and journals. */
const FORMAT = 1;

/** The words and the files that a study was made from. */
export interface Asked {
  readonly command: string;
  /** As typed, after "holdfast". */
  readonly words: readonly string[];
  /** Options as they were understood, without those that say only where and how fast it is run. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The scenarios it read, by the word that named each. */
  readonly inputs: ReadonlyMap<string, Scenario>;
}

const parametersSchema = z.record(z.string(), z.unknown());
const stageSchema = z.object({ fromDay: z.number().nullable(), parameters: parametersSchema });
const fileSchema = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() });

export const headSchema = z.object({
  format: z.literal(FORMAT),
  holdfast: z.string(),
  model: z.string(),
  command: z.string(),
  seed: z.string(),
  replications: z.number(),
  shard: z.object({ number: z.number(), of: z.number() }).nullable(),
  inputsHash: z.string(),
});
/** What tells whether two folders are of the same experiment. */
export type Head = z.infer<typeof headSchema>;

export const manifestSchema = headSchema.extend({
  words: z.array(z.string()),
  options: z.record(z.string(), z.unknown()),
  inputs: z.record(z.string(), z.unknown()),
  parameters: parametersSchema,
  arms: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      fingerprint: z.string().nullable(),
      stages: z.array(stageSchema),
    }),
  ),
  fingerprint: z.string().nullable(),
  platform: z.record(z.string(), z.unknown()),
  date: z.string(),
  files: z.array(fileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What identifies a study, or one shard of it. */
export function headOf({ command, options }: Asked, experiment: Experiment, shard: Shard | null): Head {
  const { seed, replications } = experiment;
  return {
    format: FORMAT,
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    command,
    seed,
    replications,
    shard,
    inputsHash: inputsHash(command, options, experiment),
  };
}

/** What came of a study: how many replications, the fingerprint of each arm, and the files in the folder. */
export interface Outcome {
  /** Null for a shard, which has no whole results. */
  readonly fingerprints: readonly string[] | null;
  readonly folder: string;
  readonly files: readonly string[];
}

/** The manifest, with the sizes and hashes of the files as they are on the disk. */
export function manifestOf(asked: Asked, head: Head, { scenarios }: Experiment, outcome: Outcome): Manifest {
  const { fingerprints, folder, files } = outcome;
  const inputs = [...asked.inputs].map(([argument, scenario]) => [argument, scenarioFile(scenario)]);
  const reference = stagesOf(scenarios[0])[0].parameters;
  return {
    ...head,
    words: [...asked.words],
    options: asked.options,
    inputs: Object.fromEntries(inputs),
    parameters: reference,
    arms: scenarios.map((arm, a) => ({
      id: arm.id,
      name: nameOf(arm),
      fingerprint: fingerprints?.[a] ?? null,
      stages: differing(stagesOf(arm), reference),
    })),
    fingerprint: fingerprints && hashOf(fingerprints.join("\n")),
    platform: {
      node: process.version,
      system: platform(),
      release: release(),
      arch: arch(),
      cores: cpus().length,
    },
    date: new Date().toISOString(),
    files: files.map((name) => ({ name, ...sizeAndHash(join(folder, name)) })),
  };
}

/** The manifest in a folder, or the sentence that says why there is none to read. */
export function readManifest(folder: string): { value: Manifest } | { problems: string[] } {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), "utf8");
  } catch {
    return { problems: [`${folder} has no ${MANIFEST}; give a folder that --out has written.`] };
  }
  try {
    return { value: manifestSchema.parse(JSON.parse(text)) };
  } catch {
    return {
      problems: [`${join(folder, MANIFEST)} is not a manifest that this version of Holdfast can read.`],
    };
  }
}

/** In which ways two heads differ, in words; none for parts of one experiment. `of` is not compared. */
export function differences(a: Head, b: Head): string[] {
  const named = [
    ["Holdfast", "holdfast"],
    ["model", "model"],
    ["command", "command"],
    ["seed", "seed"],
    ["replications", "replications"],
  ] as const;
  const found = named
    .filter(([, key]) => a[key] !== b[key])
    .map(([word, key]) => `${word} ${JSON.stringify(a[key])} instead of ${JSON.stringify(b[key])}`);
  if (found.length === 0 && a.inputsHash !== b.inputsHash)
    found.push("other scenarios, parameters or options");
  return found;
}
