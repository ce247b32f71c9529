/** What a study was asked: everything that its numbers depend on, as values that can be compared and hashed. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { flatten, type Value } from "../../sim/parameters";
import { resolveStages } from "../../sim/scenario";
import { canonicalText } from "../experiment/fingerprint";
import type { Experiment } from "../experiment/runScenarios";
import type { Arm } from "./arms";

/** The parameters in force from a day on; the warm-up has no such day. */
export interface StageParameters {
  /** Working days from week 0, the end of the warm-up; null for the warm-up. */
  readonly fromDay: number | null;
  readonly parameters: Readonly<Record<string, Value>>;
}

/** The resolved parameters of an arm, stage by stage. */
export function stagesOf({ changes, timeline }: Arm): StageParameters[] {
  return resolveStages(changes, timeline).map(({ fromDay, params }) => ({
    fromDay: Number.isFinite(fromDay) ? fromDay : null,
    parameters: flatten(params),
  }));
}

/** The stages with only those parameters that differ from `reference`. */
export function differing(
  stages: readonly StageParameters[],
  reference: Readonly<Record<string, Value>>,
): StageParameters[] {
  return stages.map(({ fromDay, parameters }) => ({
    fromDay,
    parameters: Object.fromEntries(
      Object.entries(parameters).filter(([id, value]) => !same(value, reference[id])),
    ),
  }));
}

/** Whether two values of a parameter are the same; lists are compared by what is in them. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "sha256:" and 64 hexadecimal digits of a text. */
export const hashOf = (text: string): string => `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;

/**
 * The hash of what was asked: the command and those of its options that matter, the arms by id and resolved
 * parameters, seed, replications and model version. Equal hashes are parts of one experiment.
 */
export function inputsHash(
  command: string,
  options: object,
  { scenarios, seed, replications, weekly }: Experiment,
): string {
  const arms = scenarios.map(
    ({ id, changes, timeline }) =>
      `${JSON.stringify(id)}\n${canonicalText(resolveStages(changes, timeline), seed, replications)}`,
  );
  return hashOf([JSON.stringify([command, options, weekly]), ...arms].join("\n"));
}
