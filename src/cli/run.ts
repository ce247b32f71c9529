/** `run` and `compare`. */
import { runScenarios } from "../experiment/runScenarios";
import { measuresCsv, replicationsCsv, weeklyCsv } from "./csv";
import { toJson } from "./json";
import { makeFolder, writeResults } from "./out";
import { progressLine } from "./progress";
import { type Request, type RunOptions, readRequest } from "./request";
import { type RunResult, resultsJson, resultsOf } from "./results";
import { resultsText } from "./resultsText";
import type { Surroundings } from "./surroundings";

/** Runs the scenarios named and prints what came out; throws InputProblems before anything is run. */
export async function run(
  names: readonly string[],
  options: RunOptions,
  compare: boolean,
  surroundings: Surroundings,
): Promise<void> {
  const request = readRequest(names, options, compare, surroundings.cores);
  for (const warning of warningsAbout(request)) surroundings.err(`Warning: ${warning}\n`);
  if (request.out !== undefined) makeFolder(request.out);
  const results = resultsOf(request, await simulate(request, surroundings));
  surroundings.out(textOf(request, results));
  if (request.out === undefined) return;
  const files = writeResults(request.out, request, results);
  surroundings.err(`Written to ${request.out}: ${files.join(", ")}.\n`);
}

async function simulate(request: Request, { err, isTerminal, openWorkers, signal }: Surroundings) {
  const { scenarios, seed, replications, workers: width } = request;
  const weekly = request.weekly || request.out !== undefined;
  const progress = progressLine(err, isTerminal);
  const workers = openWorkers(width, (notice) => {
    progress.clear();
    err(`Warning: ${notice}\n`);
  });
  try {
    const { runJob } = workers;
    return await runScenarios(
      { scenarios, seed, replications, weekly },
      { runJob, width },
      signal,
      progress.show,
    );
  } finally {
    progress.clear();
    workers.close();
  }
}

function warningsAbout({ format, perReplication, weekly, out }: Request): string[] {
  if (format !== "table" || out !== undefined) return [];
  const asked = [perReplication && "--per-replication", weekly && "--weekly"].filter(Boolean);
  return asked.map((option) => `${option} is not part of a table; add --format json or csv, or --out DIR.`);
}

function textOf(request: Request, results: readonly RunResult[]): string {
  if (request.format === "json") return `${toJson(resultsJson(request, results))}\n`;
  if (request.format === "table") return resultsText(request, results);
  if (request.perReplication) return replicationsCsv(results);
  return request.weekly ? weeklyCsv(results) : measuresCsv(results);
}
