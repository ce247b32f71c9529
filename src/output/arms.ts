/** The arms of an experiment, and how they are told apart when batches are kept and shared out. */
import type { Scenario } from "../../sim/scenario";
import type { Experiment } from "../experiment/runScenarios";

export type Arm = Experiment["scenarios"][number];

/** A text that two arms share exactly if they ask the model for the same numbers. */
export const keyOf = ({ changes, timeline }: Pick<Arm, "changes" | "timeline">): string =>
  JSON.stringify([changes, timeline]);

/** For each arm the index of the first that asks for the same: its own, unless an arm stands twice. */
export function firstAlike(arms: readonly Arm[]): number[] {
  const seen = new Map<string, number>();
  return arms.map((arm, a) => {
    const key = keyOf(arm);
    if (!seen.has(key)) seen.set(key, a);
    return seen.get(key)!;
  });
}

/** The name of an arm: its scenario's where it is a full one, otherwise its id. */
export const nameOf = (arm: Arm): string => ("name" in arm ? (arm as Scenario).name : arm.id);

/** The arm as a scenario file, settings and what it extends included: running the file gives the same result. */
export function scenarioFile(arm: Arm): object {
  const { question = "", reasons = {} } = arm as Partial<Scenario>;
  const { id, changes, timeline } = arm;
  return {
    holdfast: 1,
    id: fileId(id),
    name: nameOf(arm).slice(0, 120),
    question,
    changes,
    reasons,
    timeline,
  };
}

/** An id that may stand in a scenario file and be the file's name: letters, digits, hyphens and underscores. */
export const fileId = (id: string): string =>
  id
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80) || "arm";
