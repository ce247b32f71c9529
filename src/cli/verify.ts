/** `verify`: the model against theory. */
import type { Command } from "commander";
import { CHECK_IDS } from "../../sim/verification/ids";
import { verdict } from "../../sim/verification/words";
import { verifyModel } from "../experiment/verify";
import { asMarkdown, asText } from "./document";
import { toJson } from "./json";
import { Failure, InputProblems } from "./problems";
import { progressLine } from "./progress";
import { readFormat, wholeNumber } from "./request";
import type { Surroundings } from "./surroundings";
import { type Verified, verifyJson, verifyReport } from "./verifyReport";

/** Options as commander hands them over: texts. */
interface VerifyOptions {
  readonly only?: string;
  readonly seed: string;
  readonly effort: string;
  readonly workers?: string;
  readonly format: string;
}

const FORMATS = ["table", "json", "markdown"] as const;
const MOST_WORKERS = 256;
const MOST_EFFORT = 1000;

/** Adds the command to the program. */
export function addVerify(root: Command, surroundings: Surroundings): void {
  root
    .command("verify")
    .description("check the model against theory; the exit status is 1 if a check fails (about a minute)")
    .option("--only <IDS>", "checks to do, by id, with commas between (default: all)")
    .option("--seed <TEXT>", "seed: the same seed gives the same result", "holdfast")
    .option("--effort <N>", "times as many replications: N = 100 narrows tolerances to a tenth", "1")
    .option("--workers <N>", "worker threads (default: one a core)")
    .option("--format <FORMAT>", "table, json or markdown", "table")
    .action((options: VerifyOptions) => verify(options, surroundings));
}

/** Does the checks and prints them; throws InputProblems before anything is run, and Failure if one does not pass. */
async function verify(options: VerifyOptions, surroundings: Surroundings): Promise<void> {
  const problems: string[] = [];
  const { seed } = options;
  const format = readFormat(options.format, FORMATS, problems);
  const effort = wholeNumber("--effort", options.effort, MOST_EFFORT, problems);
  const width = wholeNumber(
    "--workers",
    options.workers ?? String(surroundings.cores),
    MOST_WORKERS,
    problems,
  );
  const ids = readIds(options.only, problems);
  if (seed === "") problems.push('--seed is empty; give any text, such as "holdfast".');
  if (problems.length > 0) throw new InputProblems(problems);
  const results = await checked({ ids, seed, effort }, width, surroundings);
  const verified: Verified = { command: commandOf(options), seed, effort, results };
  if (format === "json") surroundings.out(`${toJson(verifyJson(verified))}\n`);
  else if (format === "markdown") surroundings.out(asMarkdown(verifyReport(verified, true)));
  else surroundings.out(asText(verifyReport(verified, false)));
  if (results.some(({ pass }) => !pass)) throw new Failure(verdict(results));
}

async function checked(
  wanted: Parameters<typeof verifyModel>[0],
  width: number,
  { err, isTerminal, openWorkers, signal }: Surroundings,
) {
  const progress = progressLine(err, isTerminal, "checks");
  const workers = openWorkers(width, (notice) => {
    progress.clear();
    err(`Warning: ${notice}\n`);
  });
  try {
    return await verifyModel(wanted, { runCheck: workers.runCheck, width }, signal, progress.show);
  } finally {
    progress.clear();
    workers.close();
  }
}

/** The ids that were named, whatever their case; undefined for all. */
function readIds(only: string | undefined, problems: string[]): readonly string[] | undefined {
  if (only === undefined) return undefined;
  const known = new Map(CHECK_IDS.map((id) => [id.toLowerCase(), id]));
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length > 0) {
    const words = unknown.map((name) => name || "nothing").join(", ");
    problems.push(`--only names ${words}; the checks are ${[...known.values()].join(", ")}.`);
  }
  return names.flatMap((name) => known.get(name.toLowerCase()) ?? []);
}

/** The command that does the same again; workers do not change the result. */
function commandOf({ only, seed, effort }: VerifyOptions): string {
  const parts = ["npm run holdfast -- verify"];
  if (only !== undefined) parts.push(`--only ${only.replaceAll(" ", "")}`);
  if (effort !== "1") parts.push(`--effort ${effort}`);
  return [...parts, `--seed ${/^[\w.-]+$/.test(seed) ? seed : JSON.stringify(seed)}`].join(" ");
}
