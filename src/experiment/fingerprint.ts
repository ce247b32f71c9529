/**
 * The fingerprint of a result: a SHA-256 over what went in and what came out, so equal results have equal
 * fingerprints, in Node and in the browser, whatever the number of workers.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { flatten } from "../../sim/parameters";
import { resolveStages, type Scenario, type Stage } from "../../sim/scenario";
import { MODEL_VERSION } from "../../sim/version";

export interface Fingerprinted {
  readonly scenario: Pick<Scenario, "changes" | "timeline">;
  readonly seed: string;
  readonly replications: number;
  /** Replications × MEASURES, row by row. */
  readonly measures: Float64Array;
}

/** "sha256:" and 64 hexadecimal digits for the resolved parameters, seed, replications, model version and measures. */
export function fingerprint({ scenario, seed, replications, measures }: Fingerprinted): string {
  const stages = resolveStages(scenario.changes, scenario.timeline);
  const hash = sha256.create();
  hash.update(utf8ToBytes(canonicalText(stages, seed, replications)));
  hash.update(littleEndian(measures));
  return `sha256:${bytesToHex(hash.digest())}`;
}

/**
 * The inputs as text: a line each, parameters in the order of their ids, so that neither the order of the table nor
 * the way a scenario was written down matters. Numbers as ECMAScript writes them, which every engine does alike.
 */
export function canonicalText(stages: readonly Stage[], seed: string, replications: number): string {
  const { years, warmUpYears } = stages[stages.length - 1].params.run;
  const head = [
    `model ${MODEL_VERSION}`,
    `seed ${JSON.stringify(seed)}`,
    `replications ${replications}`,
    `years ${years}`,
    `warmUpYears ${warmUpYears}`,
  ];
  const body = stages.flatMap(({ fromDay, params }) => {
    const entries = Object.entries(flatten(params)).sort(([a], [b]) => (a < b ? -1 : 1));
    return [`from day ${fromDay}`, ...entries.map(([id, value]) => `${id} ${value}`)];
  });
  return `${[...head, ...body].join("\n")}\n`;
}

/** The bytes of 64-bit floats, low byte first; every NaN as the same one, since ECMAScript leaves its bits open. */
export function littleEndian(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (Number.isNaN(value)) view.setUint32(i * 8 + 4, 0x7ff80000, true);
    else view.setFloat64(i * 8, value, true);
  });
  return bytes;
}
