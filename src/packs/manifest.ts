/** manifest.json of a run in the page: as the command line writes it, so that `reproduce` can run it again. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import type { Experiment } from "../experiment/runScenarios";
import { nameOf, scenarioFile } from "../output/arms";
import { differing, hashOf, inputsHash, stagesOf } from "../output/inputs";
import type { Manifest } from "../output/manifest";
import type { FinishedRun, PackFile } from "../packs";

/** Version of the format of manifests. */
const FORMAT = 1;

/** The call of the command line that would run the same. */
export function wordsOf({ scenarios, seed, replications }: FinishedRun["request"]): string[] {
  const ids = scenarios.map(({ id }) => id);
  const command = scenarios.length > 1 ? "compare" : "run";
  return [command, ...ids, "--replications", `${replications}`, "--seed", seed, "--out", "results"];
}

/** What a run of the page came from, and the files that were made of it. */
export interface Made {
  readonly run: FinishedRun;
  readonly experiment: Experiment;
  readonly files: readonly PackFile[];
  /** The browser and the machine. */
  readonly platform: Manifest["platform"];
}

export function manifestOf({ run, experiment, files, platform }: Made): Manifest {
  const { request, fingerprints, date } = run;
  const { scenarios, seed, replications } = request;
  const [command, ...rest] = wordsOf(request);
  const options = { replications: `${replications}`, seed, set: [] };
  const reference = stagesOf(scenarios[0])[0].parameters;
  return {
    format: FORMAT,
    holdfast: HOLDFAST_VERSION,
    model: MODEL_VERSION,
    command,
    seed,
    replications,
    shard: null,
    inputsHash: inputsHash(command, options, experiment),
    words: [command, ...rest],
    options,
    inputs: Object.fromEntries(scenarios.map((scenario) => [scenario.id, scenarioFile(scenario)])),
    parameters: reference,
    arms: scenarios.map((arm, a) => ({
      id: arm.id,
      name: nameOf(arm),
      fingerprint: fingerprints[a],
      stages: differing(stagesOf(arm), reference),
    })),
    fingerprint: hashOf(fingerprints.join("\n")),
    platform,
    date,
    files: files.map(sizeAndHash),
  };
}

function sizeAndHash({ name, content }: PackFile): Manifest["files"][number] {
  const bytes = typeof content === "string" ? utf8ToBytes(content) : content;
  return { name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) };
}
