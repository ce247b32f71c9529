/**
 * Studies: experiments on the command line that can be run, written out, sharded and repeated alike
 * (`run`, `compare`, `sweep`, `sensitivity`).
 */
import type { Command } from "commander";
import { bands, type RunTable } from "../../sim/statistics";
import { type Experiment, type Means, type Progress, runScenarios } from "../experiment/runScenarios";
import type { BandsOf, Texts } from "../output/resultFiles";
import type { Shard } from "../output/shards";
import type { Table } from "../output/tableParts";
import { runKept } from "./keptRun";
import { withWorkers } from "./longRun";
import { checkFolder } from "./out";
import { readShard } from "./shard";
import type { Surroundings } from "./surroundings";
import { thisCall } from "./thisCall";

export interface Study {
  /** Name of the command. */
  readonly command: string;
  /**
   * Its scenarios are the arms, with unique and readable ids; full Scenario objects where they have names. `weekly`
   * says whether weekly columns are wanted: they are kept on disk, and the tables of a report never hold them.
   */
  readonly experiment: Experiment;
  /** What the command prints, from one table an arm, in the order of the arms; `format` is that of the command. */
  readonly report: (tables: readonly RunTable[], format: string, bandsOf: BandsOf) => string;
  /** What `--out` writes beside the tables; left out: results.json and report.md, the report in these formats. */
  readonly texts?: (tables: readonly RunTable[], bandsOf: BandsOf) => Texts;
  /** Columns of those texts that are tables, for the data dictionary. */
  readonly described?: readonly Table[];
  /** Runs it otherwise than by running all replications; then it cannot be sharded, and may give fewer of them. */
  readonly run?: RunStudy;
  /** For `--out`: the replication of which every event is written, and whether every replication's weeks are. */
  readonly diary?: number;
  readonly weeklyReplications?: boolean;
}

export type RunStudy = (
  means: Means,
  signal: AbortSignal,
  show: (progress: Pick<Progress, "done" | "total">) => void,
) => Promise<readonly RunTable[]>;

/** Options that every study has, as commander hands them over: texts. */
export interface StudyOptions {
  readonly out?: string;
  readonly shard?: string;
}

/** Where a study's results go, and which part of it is run. */
export interface Place {
  readonly out: string | undefined;
  /** Null for the whole study. */
  readonly shard: Shard | null;
}

export interface HowToRun {
  readonly workers: number;
  readonly format: string;
  readonly place: Place;
}

/** Adds the options that every study has to a command. */
export function studyOptions(command: Command): Command {
  return command
    .option(
      "--out <DIR>",
      "also write tables (CSV, Parquet), their dictionary, the scenarios as run and a manifest to a new or empty " +
        "folder; a run that was stopped goes on where it was when the same command is given again",
    )
    .option("--shard <I/N>", "run only part I of N and write it to --out DIR; `merge` joins the parts");
}

/** Reads the options that every study has, adding what is wrong to `problems`. */
export function readStudyOptions({ out, shard: text }: StudyOptions, problems: string[]): Place {
  if (thisCall().take) return { out, shard: null };
  const shard = text === undefined ? null : readShard(text, problems);
  if (out !== undefined) problems.push(...checkFolder(out, shard !== null));
  if (text !== undefined && out === undefined)
    problems.push("--shard needs --out DIR, the folder for this part.");
  return { out, shard };
}

/** Runs a study and prints its report, or writes the part that was asked for. Rejects when cancelled. */
export async function runStudy(study: Study, how: HowToRun, surroundings: Surroundings): Promise<void> {
  const { take } = thisCall();
  if (take) return take(study, how);
  if (how.place.out !== undefined || study.experiment.weekly) return runKept(study, how, surroundings);
  const tables = await withWorkers(how.workers, surroundings, (means, show) =>
    runnerOf(study)(means, surroundings.signal, show),
  );
  surroundings.out(study.report(tables, how.format, (arm, series) => bands(tables[arm], series)));
}

/** How a study is run: its own way, or all replications of all arms. */
export const runnerOf = ({ run, experiment }: Study): RunStudy =>
  run ?? ((means, signal, show) => runScenarios(experiment, means, signal, show));
