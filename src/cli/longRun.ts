/** What `calibrate` and `tipping` share: their options, workers, progress, and the three formats. */
import type { Command } from "commander";
import type { Means } from "../experiment/runScenarios";
import { estimating } from "./estimate";
import { InputProblems } from "./problems";
import { progressLine } from "./progress";
import { readFormat, wholeNumber } from "./request";
import type { Surroundings } from "./surroundings";

/** Options as commander hands them over: texts. */
export interface LongRunOptions {
  readonly replications: string;
  readonly seed: string;
  readonly workers?: string;
  readonly format: string;
}

export interface LongRun {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly format: LongFormat;
}

const FORMATS = ["table", "json", "markdown"] as const;
export type LongFormat = (typeof FORMATS)[number];

const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;

/** Adds the shared options to a command. */
export function longRunOptions(
  command: Command,
  replications: number,
  ofWhat: string,
  formats: string = "table, json or markdown",
): Command {
  return command
    .option("--replications <N>", `replications of each ${ofWhat}`, String(replications))
    .option("--seed <TEXT>", "seed: the same seed gives the same result", "holdfast")
    .option("--workers <N>", "worker threads (default: one a core)")
    .option("--format <FORMAT>", formats, "table");
}

/** Adds the options that lay settings over every scenario of a command. */
export function settingOptions(command: Command): Command {
  const another = (text: string, texts: string[]) => [...texts, text];
  return command
    .option("--years <Y>", "recorded years of 260 working days (instead of the scenario's)")
    .option("--warm-up <Y>", "years of warm-up before them (instead of the scenario's)")
    .option(
      "--set <PATH=VALUE>",
      "give a parameter another value in every scenario; repeatable",
      another,
      [],
    );
}

/** Reads the shared options, adding what is wrong to `problems`; `most` replications are allowed. */
export function readLongRun(
  options: LongRunOptions,
  cores: number,
  problems: string[],
  most = MOST_REPLICATIONS,
): LongRun {
  const { seed } = options;
  const workers = options.workers ?? String(cores);
  const read = {
    replications: wholeNumber("--replications", options.replications, most, problems),
    seed,
    workers: wholeNumber("--workers", workers, MOST_WORKERS, problems),
    format: readFormat(options.format, FORMATS, problems),
  };
  if (seed === "") problems.push('--seed is empty; give any text, such as "holdfast".');
  return read;
}

/** Throws every problem there is, if there is any. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputProblems(problems);
}

type Show = ReturnType<typeof progressLine>["show"];

/** Opens workers, has `work` done with them, with progress on a terminal, and closes them whatever happens. */
export async function withWorkers<T>(
  workers: number,
  { err, isTerminal, openWorkers, estimate }: Surroundings,
  work: (means: Means, show: Show) => Promise<T>,
): Promise<T> {
  const progress = progressLine(err, isTerminal);
  const opened = openWorkers(workers, (notice) => {
    progress.clear();
    err(`Warning: ${notice}\n`);
  });
  try {
    const show = estimate ? estimating(progress.show, { err, isTerminal, estimate }) : progress.show;
    return await work({ runJob: opened.runJob, width: workers }, show);
  } finally {
    progress.clear();
    opened.close();
  }
}
