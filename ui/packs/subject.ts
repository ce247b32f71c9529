/** What a pack is made from: one run that has finished, and what else is known about it. */
import { HOLDFAST_VERSION, MODEL_VERSION } from "../../sim/version";
import { scenarioInFile } from "../download";
import type { Ranks } from "../evidence";
import type { FinishedRun } from "../packs";
import type { Results } from "../results";
import { formatCount } from "../text/format";
import { text } from "../text/text";
import type { PackExperiments } from "./experiments";

export interface PackSubject {
  readonly results: Results;
  /** The scenario that the answer is about; 0 where there is only the baseline. */
  readonly focus: number;
  /** The scenario that stands for doing the minimum, or null where none does. */
  readonly doMinimum: number | null;
  readonly ranks: Ranks | null;
  /** Those that were run on the page. */
  readonly experiments: PackExperiments;
  /** docs/validation.md, for what is known about doubt in the model's structure. */
  readonly validation: string;
  readonly made: Date;
}

/** What made a pack, from what, and when: on everything that leaves the page. */
export const stampOf = (subject: PackSubject): string =>
  stampWith(subject, formatCount(subject.results.futures));

/** The same of an experiment, which says itself how many futures it had. */
export const experimentStampOf = (subject: PackSubject): string => stampWith(subject, null);

const stampWith = ({ results: { request }, made }: PackSubject, futures: string | null): string =>
  text.packs.stamp({
    ...{ holdfast: HOLDFAST_VERSION, model: MODEL_VERSION },
    ...{ futures, seed: request.seed, time: timeOf(made) },
  });

/** `22 November 2026, 21:05 UTC`. */
export function timeOf(made: Date): string {
  const day = made.toLocaleDateString(text.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return text.packs.time(day, made.toISOString().slice(11, 16));
}

/** A fingerprint for each scenario, as lines. */
export const fingerprintLines = ({ scenarios, fingerprints }: Results): string[] =>
  scenarios.map(({ name }, s) => `${name}: ${fingerprints[s]}`);

/** The call of the command line that gives the same results, from the files of the scenarios. */
export function commandOf({ scenarios, request, futures }: Results): string {
  const command = scenarios.length > 1 ? "compare" : "run";
  const files = scenarios.map(({ id }) => `scenarios/${id}.json`);
  const seed = /^[\w.-]+$/.test(request.seed) ? request.seed : `'${request.seed.replaceAll("'", "'\\''")}'`;
  return `npm run -s holdfast -- ${[command, ...files].join(" ")} --replications ${futures} --seed ${seed}`;
}

/**
 * The run as the makers of files ask for it: with the futures that there are, whether they were asked for by number or
 * until averages were precise. Throws while it has not finished.
 */
export function finishedRun({ results, made }: Pick<PackSubject, "results" | "made">): FinishedRun {
  const { tables, fingerprints, complete, futures } = results;
  if (!complete || fingerprints.length === 0) throw new Error("The run has not finished.");
  const { scenarios, seed } = results.request;
  return {
    request: { scenarios, seed, replications: futures },
    ...{ tables, fingerprints, date: made.toISOString() },
  };
}

/** `holdfast-2026-11-22-business-case-training.docx`: date, what it is, and the scenario it is about. */
export function packName(what: string, ending: string, { results, focus, made }: PackSubject): string {
  const about = scenarioInFile(results.scenarios[focus]);
  return `holdfast-${made.toISOString().slice(0, 10)}-${what}-${about}.${ending}`;
}
